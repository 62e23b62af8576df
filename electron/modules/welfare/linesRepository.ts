/** SQL of the lines of a list: reading them, adding people, receipts, order. */
import type { GiftCategory } from '../../../shared/domain/welfare';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';

export interface LineRecord {
  id: number;
  campaign_id: number;
  ordinal: number;
  member_id: number | null;
  child_id: number | null;
  org_unit_id: number | null;
  name: string;
  name_key: string;
  sort_key: string;
  birth_year: string | null;
  department_id: number | null;
  department_name: string | null;
  address: string | null;
  relation: string | null;
  category: GiftCategory;
  cash: number;
  kind_text: string | null;
  kind_value: number;
  note: string | null;
  received_on: string | null;
  received_by: string | null;
  version: number;
  deleted_at: string | null;
  /** Tells one person of another: 'm12', 'c3', 'u4', 'nNAME/1950'. */
  person: string;
}
export type NumberedLine = LineRecord & { number: number };

const WRITTEN = [
  'ordinal',
  'member_id',
  'child_id',
  'org_unit_id',
  'name',
  'name_key',
  'sort_key',
  'birth_year',
  'department_id',
  'department_name',
  'address',
  'relation',
  'category',
  'cash',
  'kind_text',
  'kind_value',
  'note',
] as const satisfies readonly (keyof LineRecord)[];
export type NewLine = Pick<LineRecord, (typeof WRITTEN)[number]>;

const NUMBERED = `(SELECT r.*, row_number() OVER (ORDER BY r.ordinal, r.id) AS number
  FROM welfare_recipient r WHERE r.campaign_id = @campaign AND r.deleted_at IS NULL)`;

export interface LineConditions {
  words: readonly string[];
  category: GiftCategory | null;
  received: boolean | null;
  departmentIds: readonly number[];
  ids: readonly number[] | null;
}

function meeting(c: LineConditions): { sql: string; params: Record<string, string | number> } {
  const all: string[] = ['1'];
  const params: Record<string, string | number> = {};
  c.words.forEach((word, at) => {
    all.push(`instr(' ' || l.name_key, ' ' || @word${at}) > 0`);
    params[`word${at}`] = word;
  });
  if (c.category !== null) {
    all.push('l.category = @category');
    params.category = c.category;
  }
  if (c.received !== null) all.push(`(l.received_on IS NOT NULL) = ${c.received ? 1 : 0}`);
  if (c.departmentIds.length > 0) {
    all.push('l.department_id IN (SELECT value FROM json_each(@departments))');
    params.departments = JSON.stringify(c.departmentIds);
  }
  if (c.ids !== null) {
    all.push('l.id IN (SELECT value FROM json_each(@ids))');
    params.ids = JSON.stringify(c.ids);
  }
  return { sql: all.join(' AND '), params };
}

export function countLines(db: Db, campaign: number, c: LineConditions): number {
  const { sql, params } = meeting(c);
  return db.pluck<number>(`SELECT count(*) FROM ${NUMBERED} l WHERE ${sql}`, { ...params, campaign }) ?? 0;
}

export function listLines(
  db: Db,
  campaign: number,
  c: LineConditions,
  page: { offset: number; limit: number },
): NumberedLine[] {
  const { sql, params } = meeting(c);
  return db.all(`SELECT l.* FROM ${NUMBERED} l WHERE ${sql} ORDER BY l.number LIMIT @limit OFFSET @offset`, {
    ...params,
    campaign,
    ...page,
  });
}

/** A line with the short name of its department, while the department still has the name of the day. */
export type PrintedLine = NumberedLine & { department_short: string | null };

/** Every line of a list, in order. */
export const allLines = (db: Db, campaign: number): PrintedLine[] =>
  db.all(
    `SELECT l.*, u.short_name AS department_short FROM ${NUMBERED} l
     LEFT JOIN org_unit u ON u.id = l.department_id AND u.name = l.department_name ORDER BY l.number`,
    { campaign },
  );

export const lineById = (db: Db, id: number): LineRecord | undefined =>
  db.get('SELECT * FROM welfare_recipient WHERE id = ?', [id]);

export const linesById = (db: Db, ids: readonly number[]): LineRecord[] =>
  db.all(
    'SELECT r.* FROM json_each(?) page CROSS JOIN welfare_recipient r ON r.id = page.value ORDER BY page.key',
    [JSON.stringify(ids)],
  );

export const nextOrdinal = (db: Db, campaign: number): number =>
  (db.pluck<number>('SELECT max(ordinal) FROM welfare_recipient WHERE campaign_id = ?', [campaign]) ?? 0) + 1;

export const insertLine = (db: Db, campaign: number, row: NewLine): number =>
  insertRecord(db, 'welfare_recipient', ['campaign_id', ...WRITTEN], { ...row, campaign_id: campaign });

const CHANGED = [
  'name',
  'name_key',
  'sort_key',
  'birth_year',
  'address',
  'relation',
  'category',
  'cash',
  'kind_text',
  'kind_value',
  'note',
] as const satisfies readonly (keyof LineRecord)[];
export type ChangedLine = Pick<LineRecord, (typeof CHANGED)[number]>;

/** Returns false when the version is stale. */
export const updateLine = (db: Db, row: ChangedLine & { id: number; version: number }): boolean =>
  updateRecord(db, 'welfare_recipient', CHANGED, row);

export const setWorth = (
  db: Db,
  row: Pick<LineRecord, 'id' | 'category' | 'cash' | 'kind_text' | 'kind_value'>,
): void => {
  db.run(
    `UPDATE welfare_recipient SET category = @category, cash = @cash, kind_text = @kind_text,
       kind_value = @kind_value, version = version + 1 WHERE id = @id`,
    { ...row },
  );
};

export const setSnapshot = (
  db: Db,
  row: Pick<
    LineRecord,
    'id' | 'name' | 'name_key' | 'sort_key' | 'birth_year' | 'department_id' | 'department_name'
  >,
): void => {
  db.run(
    `UPDATE welfare_recipient SET name = @name, name_key = @name_key, sort_key = @sort_key, birth_year = @birth_year,
       department_id = @department_id, department_name = @department_name, version = version + 1 WHERE id = @id`,
    { ...row },
  );
};

export const setReceipt = (db: Db, id: number, on: string | null, by: string | null): void => {
  db.run(
    'UPDATE welfare_recipient SET received_on = ?, received_by = ?, version = version + 1 WHERE id = ?',
    [on, on === null ? null : by, id],
  );
};

export const setLineDeleted = (db: Db, id: number, at: string | null): boolean =>
  db.run(
    'UPDATE welfare_recipient SET deleted_at = ?, version = version + 1 WHERE id = ? AND (deleted_at IS NULL) = (? IS NOT NULL)',
    [at, id, at],
  ).changes === 1;

export const setOrdinal = (db: Db, id: number, ordinal: number): void => {
  db.run('UPDATE welfare_recipient SET ordinal = ? WHERE id = ?', [ordinal, id]);
};

const DEPARTMENT_KEY = '(SELECT u.name_key FROM org_unit u WHERE u.id = r.department_id)';
const ORDERS = {
  name: 'r.sort_key',
  department: `${DEPARTMENT_KEY} IS NULL, ${DEPARTMENT_KEY}, r.sort_key`,
  category: 'r.category, r.sort_key',
} as const;

/** Ids of a list in another order. */
export const idsBy = (db: Db, campaign: number, by: keyof typeof ORDERS): number[] =>
  db.column(
    `SELECT r.id FROM welfare_recipient r WHERE r.campaign_id = ? AND r.deleted_at IS NULL ORDER BY ${ORDERS[by]}, r.id`,
    [campaign],
  );

export interface PersonOn {
  id: number;
  full_name: string;
  name_key: string;
  sort_key: string;
  birth_date: string | null;
  hardship: 'none' | 'hard' | 'very_hard' | null;
  status: string;
  department_id: number | null;
  department: string | null;
}

/** Members as they stand in `source` (the register on a day), with the name their department had, by department and name. */
export const peopleOn = (db: Db, source: string, day: string, ids: readonly number[]): PersonOn[] =>
  db.all(
    `SELECT m.id, m.full_name, m.name_key, m.sort_key, m.birth_date, m.hardship, m.status, m.department_id,
       coalesce((SELECT n.name FROM org_unit_name n WHERE n.org_unit_id = d.id AND n.valid_until >= @day
         ORDER BY n.valid_until LIMIT 1), d.name) AS department
     FROM json_each(@ids) page CROSS JOIN ${source} m ON m.id = page.value
     LEFT JOIN org_unit d ON d.id = m.department_id
     ORDER BY d.name_key IS NULL, d.name_key, m.sort_key, m.id`,
    { day, ids: JSON.stringify(ids) },
  );

export const activeOn = (db: Db, source: string): number =>
  db.pluck<number>(`SELECT count(*) FROM ${source} m WHERE m.status = 'active'`) ?? 0;

export const unitsNamed = (db: Db, ids: readonly number[]): { id: number; name: string }[] =>
  db.all(
    'SELECT u.id, u.name FROM json_each(?) page CROSS JOIN org_unit u ON u.id = page.value AND u.deleted_at IS NULL ORDER BY page.key',
    [JSON.stringify(ids)],
  );

export const worthsOf = (db: Db, campaign: number): { worth: number; gifts: number }[] =>
  db.all(
    `SELECT cash + kind_value AS worth, count(*) AS gifts FROM welfare_recipient
     WHERE campaign_id = ? AND deleted_at IS NULL GROUP BY 1 ORDER BY gifts DESC, worth`,
    [campaign],
  );

/** What a member was given, the latest first; only what was signed for. */
export const giftsOf = (
  db: Db,
  memberId: number,
): {
  campaignId: number;
  name: string;
  onDate: string;
  cash: number;
  kindText: string | null;
  kindValue: number;
}[] =>
  db.all(
    `SELECT c.id AS campaignId, c.name, l.received_on AS onDate, l.cash, l.kind_text AS kindText,
       l.kind_value AS kindValue
     FROM welfare_line l JOIN welfare_campaign c ON c.id = l.campaign_id
     WHERE l.member_id = ? AND l.received_on IS NOT NULL ORDER BY l.received_on DESC, l.id DESC`,
    [memberId],
  );

/** Members on any list, also a trashed one: an import's undo keeps them. */
export const membersOnLists = (db: Db): number[] =>
  db.column('SELECT DISTINCT member_id FROM welfare_recipient WHERE member_id IS NOT NULL');
