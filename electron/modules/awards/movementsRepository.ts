/** SQL of emulation movements, and of what people and units undertook and reached in them. */
import type { AwardLevel } from '../../../shared/domain/awards';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface MovementRecord {
  id: number;
  name: string;
  theme: string | null;
  level: AwardLevel;
  launched_by: string | null;
  launched_on: string | null;
  first_day: string | null;
  last_day: string | null;
  starts_on: string | null;
  ends_on: string | null;
  paper_no: string | null;
  summed_up_on: string | null;
  note: string | null;
  search_key: string;
  version: number;
  deleted_at: string | null;
}
const COLUMNS = [
  'name',
  'theme',
  'level',
  'launched_by',
  'launched_on',
  'first_day',
  'last_day',
  'starts_on',
  'ends_on',
  'paper_no',
  'summed_up_on',
  'note',
  'search_key',
] as const satisfies readonly (keyof MovementRecord)[];
export type EditableMovement = Pick<MovementRecord, (typeof COLUMNS)[number]>;
export type CountedMovement = MovementRecord & {
  people: number;
  units: number;
  results: number;
  achieved: number;
  decisions: number;
};

const REGISTERED = '(e.registered_on IS NOT NULL OR e.undertakes IS NOT NULL)';
/** An entry that says what came of it. */
const HAS_RESULT = '(e.achieved IS NOT NULL OR e.figure IS NOT NULL OR e.rank IS NOT NULL)';
const COUNTED = `SELECT m.*,
    (SELECT count(*) FROM movement_entry e WHERE e.movement_id = m.id AND e.deleted_at IS NULL AND e.kind = 'person' AND ${REGISTERED}) AS people,
    (SELECT count(*) FROM movement_entry e WHERE e.movement_id = m.id AND e.deleted_at IS NULL AND e.kind = 'unit' AND ${REGISTERED}) AS units,
    (SELECT count(*) FROM movement_entry e WHERE e.movement_id = m.id AND e.deleted_at IS NULL AND ${HAS_RESULT}) AS results,
    (SELECT count(*) FROM movement_entry e WHERE e.movement_id = m.id AND e.deleted_at IS NULL AND e.achieved = 1) AS achieved,
    (SELECT count(*) FROM award_decision_live d WHERE d.movement_id = m.id OR EXISTS (
      SELECT 1 FROM award_recipient r WHERE r.decision_id = d.id AND r.movement_id = m.id)) AS decisions
  FROM movement m`;

export interface MovementConditions {
  words: readonly string[];
  year: number | null;
  level: AwardLevel | null;
}
const WHERE = `m.deleted_at IS NULL AND (@level IS NULL OR m.level = @level)
  AND (@year IS NULL OR (coalesce(substr(m.first_day, 1, 4), substr(m.starts_on, 1, 4), @year) <= @year
    AND coalesce(substr(m.ends_on, 1, 4), substr(m.last_day, 1, 4), @year) >= @year))
  AND NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(m.search_key, w.value) = 0)`;
const parameters = (c: MovementConditions) => ({
  level: c.level,
  year: c.year === null ? null : String(c.year),
  words: JSON.stringify(c.words),
});

export const countMovements = (db: Db, c: MovementConditions): number =>
  db.pluck<number>(`SELECT count(*) FROM movement m WHERE ${WHERE}`, parameters(c)) ?? 0;
export const movementList = (
  db: Db,
  c: MovementConditions,
  page: { offset: number; limit: number },
): CountedMovement[] =>
  db.all(
    `${COUNTED} WHERE ${WHERE} ORDER BY coalesce(m.first_day, m.starts_on, '') DESC, m.id DESC LIMIT @limit OFFSET @offset`,
    { ...parameters(c), offset: page.offset, limit: page.limit },
  );

/** A movement, also one in the trash. */
export const movementById = (db: Db, id: number): CountedMovement | undefined =>
  db.get(`${COUNTED} WHERE m.id = ?`, [id]);

export const insertMovement = (db: Db, row: EditableMovement & { uid: string }, now: string): number =>
  insertRecord(db, 'movement', ['uid', ...COLUMNS], row, now);
export const updateMovement = (
  db: Db,
  row: EditableMovement & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'movement', COLUMNS, row, now);
export const setMovementDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'movement', id, at);

export interface EntryState {
  undertakes: string | null;
  registeredOn: string | null;
  achieved: 0 | 1 | null;
  figure: number | null;
  figureUnit: string | null;
  rank: string | null;
  resultOn: string | null;
  note: string | null;
}
export interface EntryOwner {
  kind: 'person' | 'unit';
  memberId: number | null;
  orgUnitId: number | null;
  name: string;
}
export interface EntryRecord extends EntryState, EntryOwner {
  id: number;
  movementId: number;
  department: string | null;
  version: number;
  deletedAt: string | null;
}
const ENTRY = `SELECT e.id, e.movement_id AS movementId, e.kind, e.member_id AS memberId, e.org_unit_id AS orgUnitId,
    coalesce(p.full_name, o.name, e.name) AS name, d.name AS department, e.undertakes, e.registered_on AS registeredOn, e.achieved,
    e.figure, e.figure_unit AS figureUnit, e.rank, e.result_on AS resultOn, e.note, e.version, e.deleted_at AS deletedAt
  FROM movement_entry e LEFT JOIN member p ON p.id = e.member_id LEFT JOIN org_unit o ON o.id = e.org_unit_id
  LEFT JOIN org_unit d ON d.id = p.department_id`;

/** Live entries of a movement: units in the order of the tree, then people by name. */
export const entriesOf = (db: Db, movementId: number): EntryRecord[] =>
  db.all(
    `${ENTRY} WHERE e.movement_id = ? AND e.deleted_at IS NULL
     ORDER BY e.kind = 'person', o.kind = 'group', o.name_key, o.id, p.sort_key, e.name, e.id`,
    [movementId],
  );
/** An entry, also one in the trash. */
export const entryById = (db: Db, id: number): EntryRecord | undefined =>
  db.get(`${ENTRY} WHERE e.id = ?`, [id]);

/** The entry a person, a unit or a name has in a movement. */
export const entryOf = (db: Db, movementId: number, owner: EntryOwner): EntryRecord | undefined =>
  db.get(
    `${ENTRY} WHERE e.movement_id = @movementId AND e.deleted_at IS NULL AND e.kind = @kind AND e.member_id IS @memberId
       AND e.org_unit_id IS @orgUnitId AND (e.member_id IS NOT NULL OR e.org_unit_id IS NOT NULL OR e.name = @name)`,
    { movementId, ...owner },
  );

export const insertEntry = (
  db: Db,
  row: EntryOwner & EntryState & { movementId: number; uid: string },
  now: string,
): number =>
  db.run(
    `INSERT INTO movement_entry (uid, movement_id, kind, member_id, org_unit_id, name, undertakes, registered_on, achieved,
       figure, figure_unit, rank, result_on, note, created_at, updated_at)
     VALUES (@uid, @movementId, @kind, @memberId, @orgUnitId, @name, @undertakes, @registeredOn, @achieved,
       @figure, @figureUnit, @rank, @resultOn, @note, @now, @now)`,
    { ...row, now },
  ).lastInsertRowid;

/** Writes what is known of an entry; it comes back from the trash. */
export const writeEntry = (db: Db, row: EntryOwner & EntryState & { id: number }, now: string): void => {
  db.run(
    `UPDATE movement_entry SET kind = @kind, member_id = @memberId, org_unit_id = @orgUnitId, name = @name,
       undertakes = @undertakes, registered_on = @registeredOn, achieved = @achieved, figure = @figure,
       figure_unit = @figureUnit, rank = @rank, result_on = @resultOn, note = @note, version = version + 1,
       updated_at = @now, deleted_at = NULL WHERE id = @id`,
    { ...row, now },
  );
};
export const setEntryDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'movement_entry', id, at);

/** Departments in use, in their order. */
export const openDepartments = (db: Db): { id: number; name: string }[] =>
  db.all(
    `SELECT id, name FROM org_unit_live WHERE kind = 'department' AND closed_on IS NULL ORDER BY name_key, id`,
  );
export const unitName = (db: Db, id: number): string | null =>
  db.pluck<string>('SELECT name FROM org_unit_live WHERE id = ?', [id]) ?? null;
export const memberName = (db: Db, id: number): string | null =>
  db.pluck<string>('SELECT full_name FROM member_live WHERE id = ?', [id]) ?? null;

/** Live decisions that answer a movement, the latest first. */
export const decisionIdsOf = (db: Db, movementId: number): number[] =>
  db
    .all<{ id: number }>(
      `SELECT d.id FROM award_decision_live d WHERE d.movement_id = @movementId OR EXISTS (
         SELECT 1 FROM award_recipient r WHERE r.decision_id = d.id AND r.movement_id = @movementId)
       ORDER BY d.first_day DESC, d.id DESC`,
      { movementId },
    )
    .map((row) => row.id);

export const trashedMovements = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM movement WHERE deleted_at IS NOT NULL');
export const trashedMovementEntries = (
  db: Db,
): { id: number; label: string; deletedAt: string; placeClosed: number }[] =>
  db.all(
    `SELECT e.id, e.name || ' – ' || m.name AS label, e.deleted_at AS deletedAt, m.deleted_at IS NOT NULL AS placeClosed
     FROM movement_entry e JOIN movement m ON m.id = e.movement_id WHERE e.deleted_at IS NOT NULL`,
  );

/** What a member took part in, the latest first. */
export const movementsOfMember = (
  db: Db,
  memberId: number,
): { movementId: number; name: string; date: string; rank: string | null; achieved: 0 | 1 | null }[] =>
  db.all(
    `SELECT e.movement_id AS movementId, m.name, coalesce(e.result_on, e.registered_on, m.launched_on, substr(e.created_at, 1, 10)) AS date,
       e.rank, e.achieved
     FROM movement_entry_live e JOIN movement m ON m.id = e.movement_id WHERE e.member_id = ? ORDER BY date DESC`,
    [memberId],
  );

/** Members any movement names. */
export const membersInMovements = (db: Db): number[] =>
  db
    .all<{ id: number }>('SELECT DISTINCT member_id AS id FROM movement_entry WHERE member_id IS NOT NULL')
    .map((row) => row.id);

/** A movement, or what somebody registered or reached in it, with the day it is counted on. */
export interface DatedMovement {
  /** Of the movement. */
  id: number;
  label: string;
  detail: string | null;
  date: string | null;
}

/** Movements by the day they were launched, the latest first. */
export const datedMovements = (db: Db): DatedMovement[] =>
  db.all(
    `SELECT id, name AS label, launched_by AS detail, launched_on AS date FROM movement_live
     ORDER BY first_day DESC, id DESC`,
  );

/** Who registered, or achieved it, with the day told or else that of the movement. */
export const datedEntries = (
  db: Db,
  kind: 'person' | 'unit',
  what: 'registered' | 'achieved',
): DatedMovement[] =>
  db.all(
    `SELECT e.movement_id AS id, coalesce(p.full_name, o.name, e.name) AS label, m.name AS detail,
       ${what === 'registered' ? 'coalesce(e.registered_on, m.launched_on)' : 'coalesce(e.result_on, m.summed_up_on)'} AS date
     FROM movement_entry_live e JOIN movement m ON m.id = e.movement_id
       LEFT JOIN member p ON p.id = e.member_id LEFT JOIN org_unit o ON o.id = e.org_unit_id
     WHERE e.kind = ? AND ${what === 'registered' ? REGISTERED : 'e.achieved = 1'}
     ORDER BY date DESC, coalesce(p.sort_key, o.name_key, e.name), e.id`,
    [kind],
  );
