/** SQL of the dated tree: facts, changes and their undoing, head counts, yearly classes. */
import type { OrgFact, OrgKind } from '../../../../shared/domain/orgTree';
import type { Db } from '../../../db/database';

export const treeUnits = (db: Db): { id: number; kind: OrgKind; version: number }[] =>
  db.all('SELECT id, kind, version FROM org_unit_live ORDER BY kind, name_key, id');

/** Facts of live parts in the order in which they were written within a day. */
export const treeFacts = (db: Db): OrgFact[] =>
  db.all(
    `SELECT f.org_unit_id AS unitId, f.kind, f.from_date AS "from", f.name, f.short_name AS shortName, f.ref_id AS refId
     FROM org_unit_fact_live f JOIN org_unit_live o ON o.id = f.org_unit_id ORDER BY f.from_date, f.id`,
  );

export const insertFact = (db: Db, fact: OrgFact, changeId: number | null, now: string): void => {
  db.run(
    `INSERT INTO org_unit_fact (org_unit_id, kind, from_date, name, short_name, ref_id, change_id, created_at)
     VALUES (@unitId, @kind, @from, @name, @shortName, @refId, @changeId, @now)`,
    { ...fact, changeId, now },
  );
};

/** The facts a new part began with belong to the change that made it. */
export const claimFacts = (db: Db, unitId: number, changeId: number): void => {
  db.run('UPDATE org_unit_fact SET change_id = ? WHERE org_unit_id = ?', [changeId, unitId]);
};
/** Columns of a part as of today. */
export interface PresentUnit {
  id: number;
  name: string;
  nameKey: string;
  shortName: string | null;
  departmentId: number | null;
  openedOn: string | null;
  closedOn: string | null;
}
/** Brings a part's own columns up to date; its version rises only if something changed. */
export const settleUnit = (db: Db, row: PresentUnit, rise: 0 | 1): boolean =>
  db.run(
    `UPDATE org_unit SET name = @name, name_key = @nameKey, short_name = @shortName, department_id = @departmentId,
       opened_on = @openedOn, closed_on = @closedOn, version = version + @rise
     WHERE id = @id AND (name IS NOT @name OR short_name IS NOT @shortName OR department_id IS NOT @departmentId
       OR opened_on IS NOT @openedOn OR closed_on IS NOT @closedOn)`,
    { ...row, rise },
  ).changes === 1;

export interface ChangeRow {
  id: number;
  kind: 'open' | 'rename' | 'move' | 'merge' | 'split' | 'close';
  on: string;
  decisionNo: string | null;
  decisionDate: string | null;
  note: string | null;
  inputJson: string;
  effectJson: string;
  moveBatch: number | null;
  at: string;
  undoneAt: string | null;
}
const CHANGE = `c.id, c.kind, c.on_date AS "on", c.decision_no AS decisionNo, c.decision_date AS decisionDate, c.note,
  c.input_json AS inputJson, c.effect_json AS effectJson, c.move_batch AS moveBatch, c.created_at AS at,
  c.undone_at AS undoneAt`;

export const insertChange = (db: Db, row: Omit<ChangeRow, 'id' | 'undoneAt' | 'moveBatch'>): number =>
  db.run(
    `INSERT INTO org_change (unit_id, kind, on_date, decision_no, decision_date, note, input_json, effect_json, created_at)
     VALUES (1, @kind, @on, @decisionNo, @decisionDate, @note, @inputJson, @effectJson, @at)`,
    { ...row },
  ).lastInsertRowid;

export const completeChange = (db: Db, id: number, effectJson: string, moveBatch: number | null): void => {
  db.run('UPDATE org_change SET effect_json = ?, move_batch = ? WHERE id = ?', [effectJson, moveBatch, id]);
};
export const addChangeUnit = (db: Db, changeId: number, unitId: number, role: string): void => {
  db.run('INSERT OR IGNORE INTO org_change_unit (change_id, org_unit_id, role) VALUES (?, ?, ?)', [
    changeId,
    unitId,
    role,
  ]);
};
export const changeById = (db: Db, id: number): ChangeRow | undefined =>
  db.get(`SELECT ${CHANGE} FROM org_change c WHERE c.id = ?`, [id]);

export const changesOf = (db: Db, unitId: number | null): ChangeRow[] =>
  db.all(
    `SELECT ${CHANGE} FROM org_change c
     WHERE @unitId IS NULL OR EXISTS (SELECT 1 FROM org_change_unit u WHERE u.change_id = c.id AND u.org_unit_id = @unitId)
     ORDER BY c.on_date DESC, c.id DESC LIMIT 1000`,
    { unitId },
  );

/** The first later change, still in force, that has a part in common with this one. */
export const builtOn = (db: Db, changeId: number): { id: number; on: string } | undefined =>
  db.get(
    `SELECT c.id, c.on_date AS "on" FROM org_change c
     WHERE c.id > @changeId AND c.undone_at IS NULL AND EXISTS (
       SELECT 1 FROM org_change_unit a JOIN org_change_unit b ON b.org_unit_id = a.org_unit_id
       WHERE a.change_id = @changeId AND b.change_id = c.id
         AND (a.role IN ('created', 'subject') OR b.role IN ('created', 'subject') OR a.role = 'child' AND b.role = 'child'))
     ORDER BY c.id DESC LIMIT 1`,
    { changeId },
  );

export const markUndone = (db: Db, id: number, at: string | null): void => {
  db.run('UPDATE org_change SET undone_at = ? WHERE id = ?', [at, id]);
};
export const createdBy = (db: Db, changeId: number): { id: number; name: string }[] =>
  db.all(
    `SELECT o.id, o.name FROM org_change_unit u JOIN org_unit o ON o.id = u.org_unit_id
     WHERE u.change_id = ? AND u.role = 'created'`,
    [changeId],
  );

export interface ClassRow {
  id: number;
  version: number;
  unitId: number | null;
  unitName: string | null;
  year: number;
  class: 'excellent' | 'good' | 'done' | 'failed';
  decisionNo: string | null;
  decisionDate: string | null;
  note: string | null;
}
const CLASS = `c.id, c.version, c.org_unit_id AS unitId, o.name AS unitName, c.year, c.class, c.decision_no AS decisionNo,
  c.decision_date AS decisionDate, c.note`;

/** Classes not in the trash; of one part, or of all of a year. */
export const classes = (db: Db, unitId: number | null, year: number | null): ClassRow[] =>
  db.all(
    `SELECT ${CLASS} FROM org_unit_class c LEFT JOIN org_unit o ON o.id = c.org_unit_id
     WHERE c.deleted_at IS NULL AND (@unitId IS NULL OR c.org_unit_id = @unitId) AND (@year IS NULL OR c.year = @year)
     ORDER BY c.year DESC, c.org_unit_id IS NOT NULL, o.kind DESC, o.name_key, c.id`,
    { unitId, year },
  );
export const classById = (db: Db, id: number): (ClassRow & { deletedAt: string | null }) | undefined =>
  db.get(
    `SELECT ${CLASS}, c.deleted_at AS deletedAt FROM org_unit_class c LEFT JOIN org_unit o ON o.id = c.org_unit_id
     WHERE c.id = ?`,
    [id],
  );
export const classTaken = (db: Db, unitId: number | null, year: number, exceptId: number | null): boolean =>
  db.pluck(
    `SELECT EXISTS (SELECT 1 FROM org_unit_class WHERE deleted_at IS NULL AND org_unit_id IS @unitId AND year = @year
       AND id IS NOT @exceptId)`,
    { unitId, year, exceptId },
  ) === 1;
export const insertClass = (
  db: Db,
  row: Omit<ClassRow, 'id' | 'version' | 'unitName'>,
  now: string,
): number =>
  db.run(
    `INSERT INTO org_unit_class (unit_id, org_unit_id, year, class, decision_no, decision_date, note, created_at)
     VALUES (1, @unitId, @year, @class, @decisionNo, @decisionDate, @note, @now)`,
    { ...row, now },
  ).lastInsertRowid;
export const updateClass = (db: Db, row: Omit<ClassRow, 'unitName'>): boolean =>
  db.run(
    `UPDATE org_unit_class SET org_unit_id = @unitId, year = @year, class = @class, decision_no = @decisionNo,
       decision_date = @decisionDate, note = @note, version = version + 1
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    { ...row },
  ).changes === 1;
export const trashedClasses = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT c.id, coalesce(o.name, 'Công đoàn cơ sở') || ' · ' || c.year AS label, c.deleted_at AS deletedAt
     FROM org_unit_class c LEFT JOIN org_unit o ON o.id = c.org_unit_id WHERE c.deleted_at IS NOT NULL`,
  );
