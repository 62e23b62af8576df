/** SQL of visits: the visit with its visitors, the list, and what a list adds up to. */
import type { CareWho, Relation, VisitCheck } from '../../../shared/domain/care';
import type { GiftSource } from '../../../shared/domain/welfare';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface RecipientColumns {
  who: CareWho;
  member_id: number | null;
  org_unit_id: number | null;
  name: string;
  relation: Relation;
  department_id: number | null;
  department_name: string | null;
  address: string | null;
}

export interface VisitRecord extends RecipientColumns {
  id: number;
  year: number;
  number: number;
  reason_id: number;
  words: string | null;
  health_detail: string | null;
  on_date: string;
  place: string | null;
  cash: number;
  kind_text: string | null;
  kind_value: number;
  source: GiftSource;
  source_name: string | null;
  event_id: number | null;
  note: string | null;
  again: string | null;
  voucher_id: number | null;
  exception: string | null;
  printed_at: string | null;
  person: string;
  search_key: string;
  version: number;
  deleted_at: string | null;
  reason: string;
  reason_en: string | null;
  health: number;
  event: string | null;
  /** Of the member whose relative it is. */
  member: string | null;
  paid: number;
  voucher_kind: string | null;
  voucher_number: number | null;
}

const EDITABLE = [
  'year',
  'number',
  'who',
  'member_id',
  'org_unit_id',
  'name',
  'relation',
  'department_id',
  'department_name',
  'address',
  'reason_id',
  'words',
  'health_detail',
  'on_date',
  'place',
  'cash',
  'kind_text',
  'kind_value',
  'source',
  'source_name',
  'event_id',
  'note',
  'again',
  'person',
  'search_key',
] as const satisfies readonly (keyof VisitRecord)[];
export type EditableVisit = Pick<VisitRecord, (typeof EDITABLE)[number]>;

export interface VisitorRecord {
  member_id: number | null;
  name: string;
  post: string | null;
}

const SELECT = `SELECT v.*, r.name AS reason, r.name_en AS reason_en, r.health, m.full_name AS member, e.name AS event,
  f.id IS NOT NULL AS paid, f.kind AS voucher_kind, f.number AS voucher_number
  FROM care_visit v JOIN care_reason r ON r.id = v.reason_id LEFT JOIN member m ON m.id = v.member_id
  LEFT JOIN event_live e ON e.id = v.event_id
  LEFT JOIN fund_voucher_live f ON f.id = v.voucher_id AND f.status <> 'cancelled'`;

/** A visit, also one in the trash. */
export const visitById = (db: Db, id: number): VisitRecord | undefined =>
  db.get(`${SELECT} WHERE v.id = ?`, [id]);

export const nextNumber = (db: Db, year: number): number =>
  (db.pluck<number | null>('SELECT max(number) FROM care_visit WHERE year = ?', [year]) ?? 0) + 1;

export const insertVisit = (db: Db, row: EditableVisit & { uid: string }, now: string): number =>
  insertRecord(db, 'care_visit', ['uid', ...EDITABLE], row, now);

/** Returns false when the version is stale. */
export const updateVisit = (
  db: Db,
  row: EditableVisit & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'care_visit', EDITABLE, row, now);

export const setVisitDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'care_visit', id, at);

export const setVoucher = (db: Db, id: number, voucherId: number | null, now: string): void => {
  db.run('UPDATE care_visit SET voucher_id = ?, version = version + 1, updated_at = ? WHERE id = ?', [
    voucherId,
    now,
    id,
  ]);
};

export const setException = (db: Db, id: number, exception: string | null, now: string): void => {
  db.run('UPDATE care_visit SET exception = ?, version = version + 1, updated_at = ? WHERE id = ?', [
    exception,
    now,
    id,
  ]);
};

export const markPrinted = (db: Db, ids: readonly number[], now: string): void => {
  db.run(
    'UPDATE care_visit SET printed_at = coalesce(printed_at, ?) WHERE id IN (SELECT value FROM json_each(?))',
    [now, JSON.stringify(ids)],
  );
};

/** Those who went, by visit. */
export function visitorsOf(db: Db, ids: readonly number[]): Map<number, VisitorRecord[]> {
  const rows = db.all<VisitorRecord & { visit_id: number }>(
    `SELECT p.visit_id, p.member_id, p.name, p.post FROM json_each(?) page
     CROSS JOIN care_visitor p ON p.visit_id = page.value ORDER BY page.key, p.ordinal`,
    [JSON.stringify(ids)],
  );
  const found = new Map<number, VisitorRecord[]>(ids.map((id) => [id, []]));
  for (const { visit_id, ...row } of rows) found.get(visit_id)?.push(row);
  return found;
}

export function putVisitors(db: Db, visitId: number, rows: readonly VisitorRecord[]): void {
  db.run('DELETE FROM care_visitor WHERE visit_id = ?', [visitId]);
  rows.forEach((row, ordinal) => {
    db.run(
      `INSERT INTO care_visitor (visit_id, ordinal, member_id, name, post)
       VALUES (@visitId, @ordinal, @member_id, @name, @post)`,
      { ...row, visitId, ordinal },
    );
  });
}

export interface VisitConditions {
  words: readonly string[];
  from: string | null;
  to: string | null;
  reasonId: number | null;
  who: CareWho | null;
  source: GiftSource | null;
  departmentId: number | null;
  memberId: number | null;
  check: VisitCheck | null;
  ids: readonly number[] | null;
}

const LIVE = 'v.deleted_at IS NULL';
const CHECKS: Record<VisitCheck, string> = {
  noVoucher: 'v.cash > 0 AND f.id IS NULL AND v.exception IS NULL',
  explained: 'v.cash > 0 AND f.id IS NULL AND v.exception IS NOT NULL',
  notPrinted: 'v.printed_at IS NULL',
};

function where(c: VisitConditions): { sql: string; params: Record<string, unknown> } {
  const parts = [LIVE];
  const params: Record<string, unknown> = {};
  const equal = (column: string, name: string, value: unknown, sign = '=') => {
    if (value === null) return;
    parts.push(`${column} ${sign} @${name}`);
    params[name] = value;
  };
  equal('v.on_date', 'from', c.from, '>=');
  equal('v.on_date', 'to', c.to, '<=');
  equal('v.reason_id', 'reasonId', c.reasonId);
  equal('v.who', 'who', c.who);
  equal('v.source', 'source', c.source);
  equal('v.department_id', 'departmentId', c.departmentId);
  equal('v.member_id', 'memberId', c.memberId);
  if (c.check !== null) parts.push(CHECKS[c.check]);
  if (c.ids !== null) {
    parts.push('v.id IN (SELECT value FROM json_each(@ids))');
    params.ids = JSON.stringify(c.ids);
  }
  c.words.forEach((word, at) => {
    parts.push(`instr(v.search_key, @word${at}) > 0`);
    params[`word${at}`] = word;
  });
  return { sql: parts.join(' AND '), params };
}

const JOINED = `care_visit v LEFT JOIN fund_voucher_live f ON f.id = v.voucher_id AND f.status <> 'cancelled'`;

export interface VisitSums {
  total: number;
  money: number;
  kindValue: number;
  people: number;
  unnamed: number;
}

/** People of `found`, each once; a relative without a name is one of a relation, and nobody where another has a name. */
export const COUNTED = `(f.person NOT LIKE '%/?' OR NOT EXISTS (SELECT 1 FROM found g
  WHERE g.member_id = f.member_id AND g.relation = f.relation AND g.who = 'family' AND g.person <> f.person))`;
export const PEOPLE = `(SELECT count(*) FROM (SELECT DISTINCT f.member_id, f.person FROM found f WHERE ${COUNTED}))`;
/** Visits of relatives whose name was not written down: the people are at least so many. */
export const UNNAMED = `(SELECT count(*) FROM found f WHERE f.person LIKE '%/?' AND f.relation <> 'spouse')`;

export function visitSums(db: Db, c: VisitConditions): VisitSums {
  const { sql, params } = where(c);
  return db.get(
    `WITH found AS MATERIALIZED (SELECT v.* FROM ${JOINED} WHERE ${sql})
     SELECT count(*) AS total, coalesce(sum(cash), 0) AS money, coalesce(sum(kind_value), 0) AS kindValue,
       ${PEOPLE} AS people, ${UNNAMED} AS unnamed FROM found`,
    params,
  )!;
}

const ORDERS = {
  date: 'v.on_date DIR, v.id DIR',
  name: 'v.search_key DIR, v.id DIR',
  amount: 'v.cash DIR, v.id DIR',
  number: 'v.year DIR, v.number DIR',
} as const;
export type VisitSort = keyof typeof ORDERS;

export function listVisits(
  db: Db,
  c: VisitConditions,
  page: { sort: VisitSort; descending: boolean; offset: number; limit: number },
): VisitRecord[] {
  const { sql, params } = where(c);
  return db.all(
    `${SELECT} WHERE ${sql} ORDER BY ${ORDERS[page.sort].replaceAll('DIR', page.descending ? 'DESC' : 'ASC')}
     LIMIT @limit OFFSET @offset`,
    { ...params, limit: page.limit, offset: page.offset },
  );
}

/** Other visits of a person for a reason in the days from..to. */
export const visitsOfPerson = (
  db: Db,
  of: { person: string; memberId: number | null; reasonId: number; from: string; to: string; except: number },
): VisitRecord[] =>
  db.all(
    `${SELECT} WHERE v.person = @person AND v.member_id IS @memberId AND v.reason_id = @reasonId AND v.on_date BETWEEN @from AND @to
       AND v.id <> @except AND ${LIVE} ORDER BY v.on_date DESC, v.id DESC`,
    of,
  );

/** Live visits a voucher pays for. */
export const visitsPaidBy = (db: Db, voucherId: number): { id: number; name: string }[] =>
  db.all('SELECT id, name FROM care_visit_live WHERE voucher_id = ? ORDER BY id', [voucherId]);

export interface MemberOn {
  id: number;
  full_name: string;
  department_id: number | null;
  department: string | null;
}

/** A member as the register stands on a day; the name of the department of that day. */
export const memberOn = (db: Db, source: string, day: string, id: number): MemberOn | undefined =>
  db.get(
    `SELECT m.id, m.full_name, m.department_id,
       coalesce((SELECT n.name FROM org_unit_name n WHERE n.org_unit_id = d.id AND n.valid_until >= @day
         ORDER BY n.valid_until LIMIT 1), d.name) AS department
     FROM ${source} m LEFT JOIN org_unit d ON d.id = m.department_id WHERE m.id = @id`,
    { id, day },
  );

/** A live event's name; undefined when there is none. */
export const eventNamed = (db: Db, id: number): string | undefined =>
  db.pluck<string>('SELECT name FROM event_live WHERE id = ?', [id]);

export const unitNamed = (db: Db, id: number): string | undefined =>
  db.pluck<string>('SELECT name FROM org_unit WHERE id = ? AND deleted_at IS NULL', [id]);

/** The accountant of the fund that paid, or of the first fund. */
export const accountantOf = (db: Db, voucherId: number | null): string | null =>
  db.pluck<string | null>(
    `SELECT accountant FROM fund_live WHERE id = (SELECT fund_id FROM fund_voucher WHERE id = ?)
       OR ? IS NULL ORDER BY id LIMIT 1`,
    [voucherId, voucherId],
  ) ?? null;
