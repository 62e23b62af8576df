/** SQL of the register. Reading goes through member_live, which leaves out the trash and imports not in force. */
import type { MEMBER_STATUSES } from '../../../shared/contract/members';
import type { Db } from '../../db/database';
import { setDeletedAt } from '../../db/trash';

export {
  countMembers,
  listMembers,
  type MemberConditions,
  type MemberSort,
  memberIds,
  type SearchTerms,
} from './listRepository';

export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** A member as stored; dates ISO partial, booleans 0/1. */
export interface MemberRecord {
  id: number;
  uid: string;
  full_name: string;
  given_name: string;
  sort_name: string | null;
  sort_key: string;
  name_key: string;
  name_tones: string;
  gender: 'male' | 'female' | null;
  birth_date: string | null;
  department_id: number | null;
  group_id: number | null;
  job_title: string | null;
  position: string | null;
  union_position: string | null;
  contract_type: string | null;
  hire_date: string | null;
  education: string | null;
  political_theory: string | null;
  union_join_date: string | null;
  union_join_place: string | null;
  union_join_decision: string | null;
  card_no: string | null;
  card_date: string | null;
  card_status: 'new' | 'changed' | 'lost' | null;
  id_number: string | null;
  id_date: string | null;
  id_place: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  hometown: string | null;
  ethnicity: string | null;
  religion: string | null;
  is_party: number | null;
  party_date: string | null;
  salary_coefficient: number | null;
  dues_base: number | null;
  bank_account: string | null;
  health_note: string | null;
  hardship: 'none' | 'hard' | 'very_hard' | null;
  hardship_note: string | null;
  note: string | null;
  status: MemberStatus;
  status_date: string | null;
  import_id: number | null;
  version: number;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

/** Columns a form or an import writes, in order; the rest is kept by the service. */
export const EDITABLE = [
  'full_name',
  'given_name',
  'sort_name',
  'sort_key',
  'name_key',
  'name_tones',
  'gender',
  'birth_date',
  'department_id',
  'group_id',
  'job_title',
  'position',
  'union_position',
  'contract_type',
  'hire_date',
  'education',
  'political_theory',
  'union_join_date',
  'union_join_place',
  'union_join_decision',
  'card_no',
  'card_date',
  'card_status',
  'id_number',
  'id_date',
  'id_place',
  'phone',
  'email',
  'address',
  'hometown',
  'ethnicity',
  'religion',
  'is_party',
  'party_date',
  'salary_coefficient',
  'dues_base',
  'bank_account',
  'health_note',
  'hardship',
  'hardship_note',
  'note',
] as const satisfies readonly (keyof MemberRecord)[];
export type EditableRecord = Pick<MemberRecord, (typeof EDITABLE)[number]>;

export type ListedMember = MemberRecord & {
  department: string | null;
  group_name: string | null;
  /** Only in lists. */
  department_short?: string | null;
  group_short?: string | null;
};

export const memberById = (db: Db, id: number): ListedMember | undefined =>
  db.get(
    `SELECT m.*, d.name AS department, g.name AS group_name FROM member m
     LEFT JOIN org_unit d ON d.id = m.department_id LEFT JOIN org_unit g ON g.id = m.group_id
     WHERE m.id = ? AND (m.import_id IS NULL OR m.import_id NOT IN (SELECT import_id FROM import_hidden))`,
    [id],
  );

export const statusCounts = (db: Db): { status: MemberStatus; n: number }[] =>
  db.all('SELECT status, count(*) AS n FROM member_live GROUP BY status');
export const countWithoutCard = (db: Db): number =>
  db.pluck<number>(`SELECT count(*) FROM member_live WHERE status = 'active' AND card_no IS NULL`) ?? 0;

export const sameNames = (
  db: Db,
  nameKey: string,
  exceptId: number,
): { id: number; fullName: string; birthDate: string | null; department: string | null }[] =>
  db.all(
    `SELECT m.id, m.full_name AS fullName, m.birth_date AS birthDate, d.name AS department
     FROM member_live m LEFT JOIN org_unit d ON d.id = m.department_id
     WHERE m.name_key = ? AND m.id <> ? LIMIT 20`,
    [nameKey, exceptId],
  );

/** Another live member that already has the card or the ID number. */
export const ownerOf = (
  db: Db,
  column: 'card_no' | 'id_number',
  value: string,
  exceptId: number | null,
): MemberRecord | undefined =>
  db.get(`SELECT * FROM member_live WHERE ${column} = ? AND id IS NOT ? LIMIT 1`, [value, exceptId]);

const INSERT = `INSERT INTO member (uid, unit_id, ${EDITABLE.join(', ')}, import_id, created_at, updated_at)
  VALUES (@uid, 1, ${EDITABLE.map((c) => `@${c}`).join(', ')}, @import_id, @now, @now)`;

export const insertMember = (
  db: Db,
  row: EditableRecord & { uid: string; import_id: number | null },
  now: string,
): number => db.run(INSERT, { ...row, now }).lastInsertRowid;

/**
 * False when the version is stale or the member is in the trash. With the row as it stands in the store, `stored`, only
 * what differs is written: each written column costs its indexes too.
 */
export function updateMember(
  db: Db,
  row: EditableRecord & { id: number; version: number },
  now: string,
  stored: EditableRecord | null = null,
): boolean {
  const columns = stored ? EDITABLE.filter((column) => row[column] !== stored[column]) : EDITABLE;
  const values = Object.fromEntries(columns.map((column) => [column, row[column]]));
  return (
    db.run(
      `UPDATE member SET ${columns.map((c) => `${c} = @${c}, `).join('')}version = version + 1, updated_at = @now
       WHERE id = @id AND version = @version AND deleted_at IS NULL`,
      { ...values, id: row.id, version: row.version, now },
    ).changes === 1
  );
}

export const setStatus = (
  db: Db,
  id: number,
  version: number,
  status: MemberStatus,
  date: string | null,
  now: string,
): boolean =>
  db.run(
    `UPDATE member SET status = ?, status_date = ?, version = version + 1, updated_at = ?
     WHERE id = ? AND version = ? AND deleted_at IS NULL`,
    [status, date, now, id, version],
  ).changes === 1;

export const setDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'member', id, at);

/** What the search index holds of a member. */
export interface SearchEntry {
  id: number;
  name: string;
  initials: string;
  codes: string;
}
export const indexMember = (db: Db, entry: SearchEntry): void => {
  db.run(
    'INSERT OR REPLACE INTO member_search (rowid, name, initials, codes) VALUES (@id, @name, @initials, @codes)',
    { ...entry },
  );
};
export const unindexMember = (db: Db, id: number): void => {
  db.run('DELETE FROM member_search WHERE rowid = ?', [id]);
};

const INDEX_KIND = 'search_words_after_signs';
/** True for a store whose index of names was written before words after a sign were in it. */
export const indexIsOld = (db: Db): boolean =>
  db.pluck('SELECT 1 FROM meta WHERE key = ?', [INDEX_KIND]) === undefined;
export const indexRenewed = (db: Db): void => {
  db.run("INSERT INTO meta (key, value) VALUES (?, '1')", [INDEX_KIND]);
};
/** There are people and nobody can be found: the store was made of its tables alone. */
export const indexIsLost = (db: Db): boolean =>
  db.pluck('SELECT 1 FROM member_search_docsize LIMIT 1') === undefined &&
  db.pluck('SELECT 1 FROM member WHERE deleted_at IS NULL LIMIT 1') !== undefined;
export const everybodyLive = (db: Db): MemberRecord[] =>
  db.all('SELECT * FROM member WHERE deleted_at IS NULL');
/** Members with a sign in their name. */
export const signedNames = (db: Db): MemberRecord[] =>
  db.all(`SELECT * FROM member WHERE deleted_at IS NULL AND full_name GLOB '*[''’‘ʼ\`´]*'`);

export interface Movement {
  memberId: number;
  kind: 'joined' | 'status' | 'department' | 'group';
  onDate: string;
  from: string | null;
  to: string | null;
  reason: string | null;
}
export const insertMovement = (db: Db, m: Movement, now: string): void => {
  db.run(
    `INSERT INTO member_movement (member_id, kind, on_date, from_value, to_value, reason, created_at)
     VALUES (@memberId, @kind, @onDate, @from, @to, @reason, @now)`,
    { ...m, now },
  );
};
export const movementsOf = (db: Db, memberId: number): Movement[] =>
  db.all(
    `SELECT member_id AS memberId, kind, on_date AS onDate, from_value AS "from", to_value AS "to", reason
     FROM member_movement WHERE member_id = ? ORDER BY on_date DESC, id DESC`,
    [memberId],
  );

export const changesOf = (db: Db, memberId: number): { at: string; action: string; actor: string }[] =>
  db.all(
    `SELECT at, action, actor FROM audit WHERE entity = 'member' AND entity_id = ? ORDER BY id DESC LIMIT 100`,
    [memberId],
  );

/** A saved change of a member, both sides as the change log keeps them. */
export const savedChange = (
  db: Db,
  memberId: number,
  changeId: number,
): { before: string; after: string } | undefined =>
  db.get(
    `SELECT before_json AS "before", after_json AS "after" FROM audit
     WHERE id = ? AND entity = 'member' AND entity_id = ? AND action = 'update'
       AND before_json IS NOT NULL AND after_json IS NOT NULL`,
    [changeId, memberId],
  );

export const trashedMembers = (
  db: Db,
): { id: number; label: string; deletedAt: string; placeClosed: number }[] =>
  db.all(
    `SELECT id, full_name AS label, deleted_at AS deletedAt, EXISTS (SELECT 1 FROM org_unit o
       WHERE o.id IN (member.group_id, member.department_id) AND o.closed_on IS NOT NULL) AS placeClosed FROM member
     WHERE deleted_at IS NOT NULL AND (import_id IS NULL OR import_id NOT IN (SELECT import_id FROM import_hidden))
       AND id NOT IN (SELECT gone_id FROM member_merge WHERE undone_at IS NULL)`,
  );

export const orgUnitName = (db: Db, id: number): string | null =>
  db.pluck<string>('SELECT name FROM org_unit WHERE id = ?', [id]) ?? null;

/** What an imported list is matched by, of every live member; phone numbers only where rows name nobody. */
export const matchKeys = (
  db: Db,
  phones = false,
): {
  id: number;
  fullName: string;
  birthDate: string | null;
  cardNo: string | null;
  idNumber: string | null;
  department: string | null;
  nameKey: string;
  phone?: string | null;
}[] =>
  db.all(
    `SELECT m.id, m.full_name AS fullName, m.birth_date AS birthDate, m.card_no AS cardNo, m.id_number AS idNumber,
       d.name AS department, m.name_key AS nameKey${phones ? ', m.phone' : ''}
     FROM member_live m LEFT JOIN org_unit d ON d.id = m.department_id`,
  );

/** Id of the newest entry of the change log that changed the register; 0 for none. */
export const lastChange = (db: Db): number =>
  db.pluck<number>(
    `SELECT coalesce(max(id), 0) FROM audit
     WHERE entity = 'member' OR (entity = 'import' AND action IN ('import', 'restore'))`,
  ) ?? 0;
