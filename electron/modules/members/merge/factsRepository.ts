/** SQL of dated facts that change their member in a merge. */
import type { Db } from '../../../db/database';

export interface MergedFact {
  id: number;
  kind: string;
  onDate: string;
  value: string | null;
  deletedAt: string | null;
}

/** Every fact of some kinds, those in the trash too. */
export const factsOfKinds = (db: Db, memberId: number, kinds: readonly string[]): MergedFact[] =>
  db.all(
    `SELECT id, kind, on_date AS onDate, value, deleted_at AS deletedAt FROM member_fact
     WHERE member_id = ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY id`,
    [memberId, JSON.stringify(kinds)],
  );

export const sameFact = (a: MergedFact, b: MergedFact): boolean =>
  a.kind === b.kind && a.onDate === b.onDate && a.value === b.value;

export const countFacts = (db: Db, memberId: number): number =>
  db.pluck<number>('SELECT count(*) FROM member_fact WHERE member_id = ? AND deleted_at IS NULL', [
    memberId,
  ]) ?? 0;

/** Gives facts of one member to another; answers how many there were. */
export const pointFacts = (db: Db, ids: readonly number[], fromId: number, toId: number): number =>
  ids.length === 0
    ? 0
    : db.run(
        'UPDATE member_fact SET member_id = ? WHERE member_id = ? AND id IN (SELECT value FROM json_each(?))',
        [toId, fromId, JSON.stringify(ids)],
      ).changes;
