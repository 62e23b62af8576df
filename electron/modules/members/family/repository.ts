/** SQL of families: marriages, children with their parents, school results. */
import type { SCHOOL_RESULTS } from '../../../../shared/contract/memberFamily';
import type { Db } from '../../../db/database';
import { insertRecord, updateRecord } from '../../../db/records';

/** A marriage as stored. */
export interface MarriageRecord {
  id: number;
  version: number;
  member_id: number;
  spouse_id: number | null;
  spouse_name: string | null;
  spouse_birth_date: string | null;
  spouse_work: string | null;
  spouse_phone: string | null;
  married_on: string | null;
  end_kind: 'divorced' | 'widowed' | null;
  ended_on: string | null;
  note: string | null;
  deleted_at: string | null;
}
const MARRIAGE = [
  'member_id',
  'spouse_id',
  'spouse_name',
  'spouse_birth_date',
  'spouse_work',
  'spouse_phone',
  'married_on',
  'end_kind',
  'ended_on',
  'note',
] as const;
export type MarriageColumns = Pick<MarriageRecord, (typeof MARRIAGE)[number]>;

/** A child as stored. */
export interface ChildRecord {
  id: number;
  version: number;
  full_name: string;
  given_name: string;
  sort_key: string;
  name_key: string;
  gender: 'male' | 'female' | null;
  birth_date: string | null;
  member_id: number | null;
  note: string | null;
  deleted_at: string | null;
}
const CHILD = [
  'full_name',
  'given_name',
  'sort_key',
  'name_key',
  'gender',
  'birth_date',
  'member_id',
  'note',
] as const;
export type ChildColumns = Pick<ChildRecord, (typeof CHILD)[number]>;

/** A school result as stored. */
export interface SchoolResultRecord {
  id: number;
  version: number;
  child_id: number;
  school_year: number;
  level: 'preschool' | 'primary' | 'lower' | 'upper' | 'vocational' | 'university' | null;
  class_name: string | null;
  school: string | null;
  result: (typeof SCHOOL_RESULTS)[number] | null;
  prize: string | null;
  prize_level: 'school' | 'district' | 'province' | 'nation' | 'world' | null;
  note: string | null;
  deleted_at: string | null;
}
const RESULT = [
  'child_id',
  'school_year',
  'level',
  'class_name',
  'school',
  'result',
  'prize',
  'prize_level',
  'note',
] as const;
export type SchoolResultColumns = Pick<SchoolResultRecord, (typeof RESULT)[number]>;

const WRITTEN = { marriage: MARRIAGE, child: CHILD, school_result: RESULT } as const;
export type FamilyTable = keyof typeof WRITTEN;
type Columns = MarriageColumns | ChildColumns | SchoolResultColumns;

export const insertRow = (db: Db, table: FamilyTable, row: Columns & { uid: string }, now: string): number =>
  insertRecord<string>(db, table, ['uid', ...WRITTEN[table]], { ...row }, now);

/** False when the version is stale or the row is in the trash. */
export const updateRow = (
  db: Db,
  table: FamilyTable,
  row: Columns & { id: number; version: number },
  now: string,
): boolean => updateRecord<string>(db, table, WRITTEN[table], { ...row }, now);

export const marriageById = (db: Db, id: number): MarriageRecord | undefined =>
  db.get('SELECT * FROM marriage WHERE id = ?', [id]);
export const childById = (db: Db, id: number): ChildRecord | undefined =>
  db.get('SELECT * FROM child WHERE id = ?', [id]);
export const schoolResultById = (db: Db, id: number): SchoolResultRecord | undefined =>
  db.get('SELECT * FROM school_result WHERE id = ?', [id]);

/** Marriages of a member outside the trash, the newest first. */
export const marriagesOf = (db: Db, memberId: number): MarriageRecord[] =>
  db.all(
    `SELECT * FROM marriage WHERE (member_id = @memberId OR spouse_id = @memberId) AND deleted_at IS NULL
     ORDER BY end_kind IS NOT NULL, married_on DESC, id DESC`,
    { memberId },
  );

/** Marriages in force on a day between two members, the newest first. */
const COUPLES = `FROM marriage h WHERE h.deleted_at IS NULL AND h.spouse_id IS NOT NULL
  AND (h.married_on IS NULL OR h.married_on <= @day)
  AND (h.end_kind IS NULL OR h.ended_on > @day)`;
export const couplesOn = (
  db: Db,
  day: string,
): { id: number; memberId: number; spouseId: number; marriedOn: string | null }[] =>
  db.all(
    `SELECT h.id, h.member_id AS memberId, h.spouse_id AS spouseId, h.married_on AS marriedOn ${COUPLES}
     ORDER BY h.married_on DESC, h.id DESC`,
    { day },
  );

export interface Relative {
  id: number;
  fullName: string;
  givenName: string;
  birthDate: string | null;
  department: string | null;
  sortKey: string;
}
const RELATIVE = `m.id, m.full_name AS fullName, m.given_name AS givenName, m.birth_date AS birthDate,
  u.name AS department, m.sort_key AS sortKey`;

/** People by id, those in the trash too. */
export const relatives = (db: Db, ids: readonly number[]): Relative[] =>
  db.all(
    `SELECT ${RELATIVE} FROM member m LEFT JOIN org_unit u ON u.id = m.department_id
     WHERE m.id IN (SELECT value FROM json_each(?)) ORDER BY m.sort_key, m.id`,
    [JSON.stringify(ids)],
  );

/** Ids among these that are live members. */
export const liveAmong = (db: Db, ids: readonly number[]): number[] =>
  db
    .all<{ id: number }>('SELECT id FROM member_live WHERE id IN (SELECT value FROM json_each(?))', [
      JSON.stringify(ids),
    ])
    .map(({ id }) => id);

export const parentIds = (db: Db, childId: number): number[] =>
  db
    .all<{ id: number }>(
      `SELECT p.member_id AS id FROM child_parent p JOIN member m ON m.id = p.member_id
       WHERE p.child_id = ? ORDER BY m.sort_key, m.id`,
      [childId],
    )
    .map(({ id }) => id);

export const setParents = (db: Db, childId: number, memberIds: readonly number[]): void => {
  db.run('DELETE FROM child_parent WHERE child_id = ?', [childId]);
  for (const memberId of memberIds)
    db.run('INSERT INTO child_parent (child_id, member_id) VALUES (?, ?)', [childId, memberId]);
};

/** Parents of several children at once. */
export const parentsOf = (db: Db, childIds: readonly number[]): (Relative & { childId: number })[] =>
  db.all(
    `SELECT p.child_id AS childId, ${RELATIVE} FROM child_parent p JOIN member m ON m.id = p.member_id
     LEFT JOIN org_unit u ON u.id = m.department_id
     WHERE p.child_id IN (SELECT value FROM json_each(?)) ORDER BY m.sort_key, m.id`,
    [JSON.stringify(childIds)],
  );

/** School results of several children, the newest year first. */
export const schoolResultsOf = (db: Db, childIds: readonly number[]): SchoolResultRecord[] =>
  db.all(
    `SELECT * FROM school_result WHERE child_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
     ORDER BY school_year DESC, id DESC`,
    [JSON.stringify(childIds)],
  );

/** Children of a member outside the trash, the oldest first. */
export const childrenOf = (db: Db, memberId: number): ChildRecord[] =>
  db.all(
    `SELECT c.* FROM child_parent p JOIN child c ON c.id = p.child_id
     WHERE p.member_id = ? AND c.deleted_at IS NULL ORDER BY c.birth_date IS NULL, c.birth_date, c.id`,
    [memberId],
  );

/** Records in which a member is the child. */
export const childOf = (db: Db, memberId: number): { id: number }[] =>
  db.all('SELECT id FROM child WHERE member_id = ? AND deleted_at IS NULL ORDER BY id', [memberId]);

/** Another child of the same folded name of one of these parents or of their spouses. */
export const sameChild = (
  db: Db,
  nameKey: string,
  parents: readonly number[],
  exceptId: number | null,
): { id: number; full_name: string; birth_date: string | null; parent: string }[] =>
  db.all(
    `WITH near AS (
       SELECT value AS id FROM json_each(@parents)
       UNION SELECT spouse_id FROM marriage WHERE member_id IN (SELECT value FROM json_each(@parents)) AND deleted_at IS NULL
       UNION SELECT member_id FROM marriage WHERE spouse_id IN (SELECT value FROM json_each(@parents)) AND deleted_at IS NULL)
     SELECT c.id, c.full_name, c.birth_date, m.full_name AS parent FROM near
     JOIN child_parent p ON p.member_id = near.id JOIN child c ON c.id = p.child_id JOIN member m ON m.id = near.id
     WHERE c.name_key = @nameKey AND c.deleted_at IS NULL AND c.id IS NOT @exceptId GROUP BY c.id`,
    { parents: JSON.stringify(parents), nameKey, exceptId },
  );

/** Active members who had joined by a day, of some departments or all, in no order. Those who joined later are few. */
export const activeIds = (db: Db, source: string, departmentIds: readonly number[], day: string): number[] =>
  db.column(
    `SELECT m.id FROM ${source} m WHERE m.status = 'active'
       AND m.id NOT IN (SELECT id FROM member INDEXED BY member_by_union_join_date WHERE union_join_date > @day)
       ${departmentIds.length === 0 ? '' : 'AND m.department_id IN (SELECT value FROM json_each(@departments))'}`,
    { day, ...(departmentIds.length === 0 ? {} : { departments: JSON.stringify(departmentIds) }) },
  );

/** What a merge set aside goes with the record that went; it is in nobody's trash. */
const MERGED_AWAY = '(SELECT gone_id FROM member_merge WHERE undone_at IS NULL)';
type Trashed = { id: number; label: string; deletedAt: string };
export const trashedMarriages = (db: Db): Trashed[] =>
  db.all(
    `SELECT h.id, m.full_name || ' – ' || coalesce(s.full_name, h.spouse_name) AS label, h.deleted_at AS deletedAt
     FROM marriage h JOIN member m ON m.id = h.member_id LEFT JOIN member s ON s.id = h.spouse_id
     WHERE h.deleted_at IS NOT NULL AND h.member_id NOT IN ${MERGED_AWAY} AND coalesce(h.spouse_id, 0) NOT IN ${MERGED_AWAY}`,
  );
export const trashedChildren = (db: Db): Trashed[] =>
  db.all(
    `SELECT c.id, c.full_name || coalesce(' (' || substr(c.birth_date, 1, 4) || ')', '') AS label, c.deleted_at AS deletedAt
     FROM child c WHERE c.deleted_at IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM child_parent p WHERE p.child_id = c.id AND p.member_id IN ${MERGED_AWAY})`,
  );
export const trashedSchoolResults = (db: Db): Trashed[] =>
  db.all(
    `SELECT r.id, c.full_name || ' · ' || r.school_year || '–' || (r.school_year + 1) AS label, r.deleted_at AS deletedAt
     FROM school_result r JOIN child c ON c.id = r.child_id WHERE r.deleted_at IS NOT NULL`,
  );

/** Members that a family names; an import's undo keeps them. */
export const membersInFamilies = (db: Db): number[] =>
  db
    .all<{ id: number }>(
      `SELECT member_id AS id FROM marriage UNION SELECT spouse_id FROM marriage WHERE spouse_id IS NOT NULL
       UNION SELECT member_id FROM child_parent UNION SELECT member_id FROM child WHERE member_id IS NOT NULL`,
    )
    .map(({ id }) => id);
