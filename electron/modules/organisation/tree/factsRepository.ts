/** SQL that corrects single facts of one part; changes with a decision are written by `changes.ts`. */
import type { Db } from '../../../db/database';

export interface StoredFact {
  id: number;
  from: string;
  name: string | null;
  shortName: string | null;
  refId: number | null;
  changeId: number | null;
}

/** Facts of one kind, the earliest first. */
export const factsOfKind = (
  db: Db,
  unitId: number,
  kind: 'name' | 'close' | 'department' | 'parent',
): StoredFact[] =>
  db.all(
    `SELECT id, from_date AS "from", name, short_name AS shortName, ref_id AS refId, change_id AS changeId
     FROM org_unit_fact_live WHERE org_unit_id = ? AND kind = ? ORDER BY from_date, id`,
    [unitId, kind],
  );
export const setName = (db: Db, factId: number, name: string, shortName: string | null): void => {
  db.run('UPDATE org_unit_fact SET name = ?, short_name = ? WHERE id = ?', [name, shortName, factId]);
};
export const setRef = (db: Db, factId: number, refId: number | null): void => {
  db.run('UPDATE org_unit_fact SET ref_id = ? WHERE id = ?', [refId, factId]);
};
export const setFrom = (db: Db, factId: number, from: string): void => {
  db.run('UPDATE org_unit_fact SET from_date = ? WHERE id = ?', [from, factId]);
};
export const removeFact = (db: Db, factId: number): void => {
  db.run('DELETE FROM org_unit_fact WHERE id = ?', [factId]);
};

/** Live parts that were once called so, or are. */
export const everCalled = (db: Db, kind: string): { id: number; name: string; closedOn: string | null }[] =>
  db.all(
    `SELECT o.id, f.name, o.closed_on AS closedOn FROM org_unit_fact_live f JOIN org_unit_live o ON o.id = f.org_unit_id
     WHERE f.kind = 'name' AND o.kind = ? ORDER BY f.from_date DESC, f.id DESC`,
    [kind],
  );
/** The one part that took a closed one in, if there was one. */
export const successorOf = (db: Db, unitId: number): number | undefined =>
  db.pluck(
    `SELECT t.org_unit_id FROM org_change_unit s JOIN org_change c ON c.id = s.change_id AND c.undone_at IS NULL
     JOIN org_change_unit t ON t.change_id = c.id AND t.role IN ('target', 'created')
     WHERE s.org_unit_id = @unitId AND s.role = 'subject' AND c.kind IN ('merge', 'close') ORDER BY c.id DESC LIMIT 1`,
    { unitId },
  );
/** Open parts right under another. */
export const hasParts = (db: Db, unitId: number): boolean =>
  db.pluck(
    `SELECT EXISTS (SELECT 1 FROM org_unit_live o WHERE o.closed_on IS NULL AND @unitId = (
       SELECT f.ref_id FROM org_unit_fact_live f WHERE f.org_unit_id = o.id AND f.kind = 'parent'
       ORDER BY f.from_date DESC, f.id DESC LIMIT 1))`,
    { unitId },
  ) === 1;
export const stillOpen = (db: Db, unitId: number, today: string): boolean =>
  db.pluck('SELECT closed_on IS NULL OR closed_on > ? FROM org_unit_live WHERE id = ?', [today, unitId]) ===
  1;
