/** Pairs of records that may be one person, found by what they share. Reads only: runs in a thread. */
import { type DuplicateReason, judgePair } from '../../../../shared/domain/duplicates';
import type { Db } from '../../../db/database';
import type { OutputOf } from '../../../ipc/context';
import type { PairPerson } from './repository';
import * as repo from './repository';

export type FoundPairs = OutputOf<'members.findDuplicates'>;
type Person = FoundPairs['rows'][number]['first'];

/** What is shown of a person beside another. */
export const shownPerson = (p: PairPerson): Person => ({
  id: p.id,
  fullName: p.fullName,
  givenName: p.givenName,
  birthDate: p.birthDate,
  department: p.department,
  jobTitle: p.jobTitle,
  cardNo: p.cardNo,
  status: p.status,
});

export const pairKey = (a: number, b: number): string => (a < b ? `${a}:${b}` : `${b}:${a}`);

const CHUNK = 20_000;

/** The best `limit` pairs, best first, and how many there are. */
export function findPairs(
  db: Db,
  limit: number,
  progress: (done: number, total: number) => void = () => undefined,
): FoundPairs {
  const settled = repo.distinctKeys(db);
  const pairs = new Set<string>();
  for (let n = 0; n < repo.BLOCK_COUNT; n++) {
    for (const ids of repo.blockOf(db, n)) addPairs(pairs, ids, settled);
    progress(n + 1, repo.BLOCK_COUNT + 1);
  }
  const people = load(db, pairs);
  const found: { first: PairPerson; second: PairPerson; score: number; reasons: DuplicateReason[] }[] = [];
  for (const key of pairs) {
    const at = key.indexOf(':');
    const first = people.get(Number(key.slice(0, at)));
    const second = people.get(Number(key.slice(at + 1)));
    const judged = first && second && judgePair(first, second);
    if (judged) found.push({ first, second, ...judged });
  }
  found.sort((a, b) => b.score - a.score || a.first.id - b.first.id || a.second.id - b.second.id);
  progress(repo.BLOCK_COUNT + 1, repo.BLOCK_COUNT + 1);
  return {
    total: found.length,
    rows: found.slice(0, limit).map(({ first, second, score, reasons }) => ({
      first: shownPerson(first),
      second: shownPerson(second),
      score,
      reasons,
    })),
  };
}

function addPairs(pairs: Set<string>, ids: readonly number[], settled: ReadonlySet<string>): void {
  for (const [at, a] of ids.entries())
    for (const b of ids.slice(at + 1)) {
      const key = pairKey(a, b);
      if (a !== b && !settled.has(key)) pairs.add(key);
    }
}

function load(db: Db, pairs: ReadonlySet<string>): Map<number, PairPerson> {
  const ids = [...new Set([...pairs].flatMap((key) => key.split(':').map(Number)))];
  const people = new Map<number, PairPerson>();
  for (let at = 0; at < ids.length; at += CHUNK)
    for (const person of repo.pairPeople(db, ids.slice(at, at + CHUNK))) people.set(person.id, person);
  return people;
}
