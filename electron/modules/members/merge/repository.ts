/** SQL of duplicates and merges: pairs worth comparing, pairs settled, whole rows before and after a merge. */
import type { Db } from '../../../db/database';

export interface PairPerson {
  id: number;
  version: number;
  fullName: string;
  givenName: string;
  gender: string | null;
  birthDate: string | null;
  idNumber: string | null;
  cardNo: string | null;
  phone: string | null;
  email: string | null;
  departmentId: number | null;
  department: string | null;
  jobTitle: string | null;
  status: string;
}
const PERSON = `m.id, m.version, m.full_name AS fullName, m.given_name AS givenName, m.gender, m.birth_date AS birthDate,
  m.id_number AS idNumber, m.card_no AS cardNo, m.phone, m.email, m.department_id AS departmentId, d.name AS department,
  m.job_title AS jobTitle, m.status`;

/** Live people by id. */
export const pairPeople = (db: Db, ids: readonly number[]): PairPerson[] =>
  db.all(
    `SELECT ${PERSON} FROM json_each(?) page CROSS JOIN member_live m ON m.id = page.value
     LEFT JOIN org_unit d ON d.id = m.department_id`,
    [JSON.stringify(ids)],
  );

/** The same, those merged away or in the trash too. */
export const anyPeople = (db: Db, ids: readonly number[]): PairPerson[] =>
  db.all(
    `SELECT ${PERSON} FROM json_each(?) page CROSS JOIN member m ON m.id = page.value
     LEFT JOIN org_unit d ON d.id = m.department_id`,
    [JSON.stringify(ids)],
  );

const bare = (column: string) =>
  `replace(replace(replace(replace(upper(${column}), ' ', ''), '.', ''), '-', ''), '/', '')`;

/** What records of one person share, each a key that groups them; groups too large to mean anything are left out. */
const BLOCKS: readonly { key: string; where: string; most: number }[] = [
  { key: bare('id_number'), where: 'id_number IS NOT NULL', most: 10 },
  { key: bare('card_no'), where: 'card_no IS NOT NULL', most: 10 },
  { key: `substr(${bare('phone')}, -8)`, where: 'length(phone) > 7', most: 6 },
  { key: 'lower(trim(email))', where: 'email IS NOT NULL', most: 6 },
  { key: "name_key || ' ' || substr(birth_date, 1, 4)", where: 'birth_date IS NOT NULL', most: 60 },
  {
    key: "substr(sort_key, 1, instr(sort_key, '!')) || birth_date",
    where: 'length(birth_date) = 10',
    most: 60,
  },
];
export const BLOCK_COUNT = BLOCKS.length + 1;

/** Groups of ids that share the n-th key; the last: a name of which somebody has no date of birth. */
export function blockOf(db: Db, n: number): number[][] {
  const block = BLOCKS[n];
  const rows = block
    ? db.all<{ ids: string }>(
        `SELECT json_group_array(id) AS ids FROM member_live WHERE ${block.where}
         GROUP BY ${block.key} HAVING count(*) BETWEEN 2 AND ${block.most}`,
      )
    : db.all<{ ids: string }>(
        `SELECT json_group_array(id) AS ids FROM member_live WHERE name_key IN (
           SELECT name_key FROM member_live WHERE birth_date IS NULL)
         GROUP BY name_key HAVING count(*) BETWEEN 2 AND 5`,
      );
  return rows.map((row) => JSON.parse(row.ids) as number[]);
}

/** Settled pairs as "low:high". */
export const distinctKeys = (db: Db): Set<string> =>
  new Set(
    db
      .all<{ key: string }>("SELECT low_id || ':' || high_id AS key FROM member_distinct")
      .map(({ key }) => key),
  );
export const isDistinct = (db: Db, lowId: number, highId: number): boolean =>
  db.pluck('SELECT 1 FROM member_distinct WHERE low_id = ? AND high_id = ?', [lowId, highId]) === 1;
export const addDistinct = (db: Db, lowId: number, highId: number, now: string): boolean =>
  db.run('INSERT OR IGNORE INTO member_distinct (low_id, high_id, created_at) VALUES (?, ?, ?)', [
    lowId,
    highId,
    now,
  ]).changes === 1;
export const dropDistinct = (db: Db, lowId: number, highId: number): boolean =>
  db.run('DELETE FROM member_distinct WHERE low_id = ? AND high_id = ?', [lowId, highId]).changes === 1;
const BOTH_LIVE = `FROM member_distinct p JOIN member_live a ON a.id = p.low_id JOIN member_live b ON b.id = p.high_id`;
export const distinctPairs = (
  db: Db,
  page: { offset: number; limit: number },
): { lowId: number; highId: number; at: string }[] =>
  db.all(
    `SELECT p.low_id AS lowId, p.high_id AS highId, p.created_at AS at ${BOTH_LIVE}
     ORDER BY p.created_at DESC, p.low_id, p.high_id LIMIT @limit OFFSET @offset`,
    { ...page },
  );
export const countDistinct = (db: Db): number => db.pluck<number>(`SELECT count(*) ${BOTH_LIVE}`) ?? 0;

export type RawRow = Record<string, string | number | null>;
export const rawMember = (db: Db, id: number): RawRow | undefined =>
  db.get('SELECT * FROM member WHERE id = ?', [id]);

/** Writes columns of a member just as given. */
export function writeRaw(db: Db, id: number, values: RawRow): void {
  const names = Object.keys(values);
  if (names.length === 0) return;
  db.run(`UPDATE member SET ${names.map((name) => `${name} = @${name}`).join(', ')} WHERE id = @rowId`, {
    ...values,
    rowId: id,
  });
}
export const raiseVersion = (db: Db, id: number): void => {
  db.run('UPDATE member SET version = version + 1 WHERE id = ?', [id]);
};

export interface MergeRecord {
  id: number;
  kept_id: number;
  gone_id: number;
  kept_before_json: string;
  gone_before_json: string;
  kept_after_json: string;
  moved_json: string;
  actor: string;
  created_at: string;
  undone_at: string | null;
}
export const insertMerge = (db: Db, row: Omit<MergeRecord, 'id' | 'undone_at'> & { uid: string }): number =>
  db.run(
    `INSERT INTO member_merge (uid, kept_id, gone_id, kept_before_json, gone_before_json, kept_after_json, moved_json, actor, created_at)
     VALUES (@uid, @kept_id, @gone_id, @kept_before_json, @gone_before_json, @kept_after_json, @moved_json, @actor, @created_at)`,
    { ...row },
  ).lastInsertRowid;
export const mergeById = (db: Db, id: number): MergeRecord | undefined =>
  db.get(
    `SELECT * FROM member_merge WHERE id = ? AND undone_at IS NULL
       AND kept_id NOT IN (SELECT member_id FROM member_anonymised)`,
    [id],
  );
export const endMerge = (db: Db, id: number, now: string): void => {
  db.run('UPDATE member_merge SET undone_at = ? WHERE id = ?', [now, id]);
};
/** The record a member was merged into; null for one that was not. */
export const mergedInto = (db: Db, memberId: number): number | null =>
  db.pluck<number>('SELECT kept_id FROM member_merge WHERE gone_id = ? AND undone_at IS NULL', [memberId]) ??
  null;
/** A later merge of the kept record, as either side. */
export const laterMerge = (db: Db, row: MergeRecord): number | null =>
  db.pluck<number>(
    `SELECT CASE WHEN gone_id = @kept THEN kept_id ELSE gone_id END FROM member_merge
     WHERE undone_at IS NULL AND id > @id AND (kept_id = @kept OR gone_id = @kept) ORDER BY id DESC LIMIT 1`,
    { id: row.id, kept: row.kept_id },
  ) ?? null;

const MERGES = `FROM member_merge g JOIN member k ON k.id = g.kept_id JOIN member o ON o.id = g.gone_id
  WHERE g.undone_at IS NULL AND g.kept_id NOT IN (SELECT member_id FROM member_anonymised)
    AND (@memberId IS NULL OR g.kept_id = @memberId OR g.gone_id = @memberId)`;
export const countMerges = (db: Db, memberId: number | null): number =>
  db.pluck<number>(`SELECT count(*) ${MERGES}`, { memberId }) ?? 0;
export const listMerges = (
  db: Db,
  memberId: number | null,
  page: { offset: number; limit: number },
): {
  id: number;
  keptId: number;
  goneId: number;
  kept: string;
  gone: string;
  goneBirthDate: string | null;
  at: string;
  actor: string;
}[] =>
  db.all(
    `SELECT g.id, g.kept_id AS keptId, g.gone_id AS goneId, k.full_name AS kept, o.full_name AS gone,
       o.birth_date AS goneBirthDate, g.created_at AS at, g.actor ${MERGES}
     ORDER BY g.id DESC LIMIT @limit OFFSET @offset`,
    { memberId, ...page },
  );

/** Members a merge in force holds together; an import's undo keeps them. */
export const membersInMerges = (db: Db): number[] =>
  db
    .all<{ id: number }>(
      `SELECT kept_id AS id FROM member_merge WHERE undone_at IS NULL
       UNION SELECT gone_id FROM member_merge UNION SELECT kept_id FROM member_merge
       UNION SELECT low_id FROM member_distinct UNION SELECT high_id FROM member_distinct`,
    )
    .map(({ id }) => id);

export const orgNames = (db: Db, ids: readonly number[]): Map<number, string> =>
  new Map(
    db
      .all<{ id: number; name: string }>(
        'SELECT id, name FROM org_unit WHERE id IN (SELECT value FROM json_each(?))',
        [JSON.stringify(ids)],
      )
      .map(({ id, name }) => [id, name]),
  );
