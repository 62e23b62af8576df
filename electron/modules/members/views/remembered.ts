/**
 * Answers about the register that scrolling asks for again and again: how many there are, and the ids of a long list
 * in its order. Kept until anything is written, through this connection or another.
 */
import { createHash } from 'node:crypto';
import type { Db } from '../../../db/database';

/** Of 100,000 people the largest answers take 400 kB each. */
const MOST = 24;
/** Longer questions are kept by their hash. */
const LONG = 500;
const kept = new WeakMap<Db, { stamp: string; answers: Map<string, unknown> }>();

/** The answer to `question` since the last write, or what `make` answers now. */
export function remembered<T>(db: Db, question: string, make: () => T): T {
  const key = question.length < LONG ? question : createHash('sha256').update(question).digest('hex');
  const stamp = `${db.totalChanges()}:${String(db.raw.pragma('data_version', { simple: true }))}`;
  let own = kept.get(db);
  if (own?.stamp !== stamp) {
    own = { stamp, answers: new Map() };
    kept.set(db, own);
  }
  if (own.answers.has(key)) return own.answers.get(key) as T;
  const answer = make();
  if (own.answers.size >= MOST) own.answers.delete(own.answers.keys().next().value as string);
  own.answers.set(key, answer);
  return answer;
}
