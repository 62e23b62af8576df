/**
 * Answers about the register that scrolling asks for again and again: how many there are, and the ids of a long list
 * in its order. Kept until anything is written, through this connection or another.
 */
import type { Db } from '../../../db/database';

const MOST = 16;
const kept = new WeakMap<Db, { stamp: string; answers: Map<string, unknown> }>();

/** The answer to `key` since the last write, or what `make` answers now. */
export function remembered<T>(db: Db, key: string, make: () => T): T {
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
