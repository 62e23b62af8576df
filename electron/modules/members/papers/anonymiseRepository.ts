/**
 * SQL of anonymising: what of a person stays, what goes, in every table that tells of members. Promise: after
 * `scrubMember` no own row of the person holds a name, a number, a note or a history text; a test fails when a table
 * that points at members, or a column of the register, is not named here.
 */
import type { Db } from '../../../db/database';
import type { MemberRecord } from '../repository';
import { OWN_CHILD_ID, SCRUBS } from './scrubs';

/** Columns of the register that counts need, and those the program keeps for itself. */
export const KEPT_COLUMNS = [
  'id',
  'unit_id',
  'gender',
  'department_id',
  'group_id',
  'job_title',
  'contract_type',
  'hire_date',
  'union_join_date',
  'status',
  'status_date',
  'import_id',
  'version',
  'created_at',
  'updated_at',
  'deleted_at',
] as const;

/** Columns made anew: the name and what is made of it, a new uid, and of the birth date the year. */
export const RENEWED_COLUMNS = [
  'uid',
  'full_name',
  'given_name',
  'sort_name',
  'sort_key',
  'name_key',
  'name_tones',
  'birth_date',
] as const;

/** Columns emptied. */
export const CLEARED_COLUMNS = [
  'position',
  'union_position',
  'education',
  'political_theory',
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
] as const;

/** What the person is called from now on, with the keys made of it. */
export type NewName = Pick<
  MemberRecord,
  'full_name' | 'given_name' | 'sort_name' | 'sort_key' | 'name_key' | 'name_tones'
>;

/** Rows that lose something, by kind of record. */
export function countOwnRows(db: Db, id: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { entity, table, where, set } of SCRUBS) {
    if (entity === '' || set === 'keep') continue;
    const rows = db.pluck<number>(`SELECT count(*) FROM ${table} WHERE ${where}`, { id }) ?? 0;
    if (rows > 0) counts.set(entity, (counts.get(entity) ?? 0) + rows);
  }
  return counts;
}

const MEMBER = `UPDATE member SET ${[
  ...RENEWED_COLUMNS.filter((c) => c !== 'birth_date').map((c) => `${c} = @${c}`),
  'birth_date = substr(birth_date, 1, 4)',
  ...CLEARED_COLUMNS.map((c) => `${c} = NULL`),
].join(', ')}, version = version + 1, updated_at = @now WHERE id = @id`;

/** Takes the person out of every own row. Inside a transaction, between `openLog` and `closeLog`. */
export function scrubMember(db: Db, id: number, name: NewName & { uid: string }, now: string): void {
  const params = {
    id,
    full_name: name.full_name,
    given_name: name.given_name,
    sort_key: name.sort_key,
    name_key: name.name_key,
  };
  for (const { table, where, set } of SCRUBS) {
    if (set === 'keep') continue;
    const sql =
      set === 'delete' ? `DELETE FROM ${table} WHERE ${where}` : `UPDATE ${table} SET ${set} WHERE ${where}`;
    db.run(sql, Object.fromEntries(Object.entries(params).filter(([key]) => sql.includes(`@${key}`))));
  }
  db.run(MEMBER, { ...name, id, now });
}

/** Names of an outside spouse and of children who are nobody else's. */
export const familyNames = (db: Db, id: number): string[] =>
  db
    .all<{ name: string | null }>(
      `SELECT full_name AS name FROM child WHERE ${OWN_CHILD_ID}
       UNION SELECT spouse_name FROM marriage WHERE member_id = @id`,
      { id },
    )
    .flatMap(({ name }) => name ?? []);

/** Lets the change log lose what it says of people, until `closeLog`. */
export const openLog = (db: Db, id: number): void => {
  db.run('INSERT INTO anonymising (member_id) VALUES (?)', [id]);
};
export const closeLog = (db: Db): void => {
  db.run('DELETE FROM anonymising');
};

export const rememberAnonymised = (
  db: Db,
  row: { id: number; at: string; leftOn: string | null; years: number | null },
): void => {
  db.run(
    'INSERT INTO member_anonymised (member_id, at, left_on, years) VALUES (@id, @at, @leftOn, @years)',
    row,
  );
};

/** Records that were merged into the person and live on as parts of it. */
export const mergedInto = (db: Db, id: number): number[] =>
  db
    .all<{ id: number }>('SELECT gone_id AS id FROM member_merge WHERE kept_id = ? AND undone_at IS NULL', [
      id,
    ])
    .map((row) => row.id);
