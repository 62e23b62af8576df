/** SQL of the members area's indicators: one query for each value and one for the records behind it. */
import type { IndicatorRecord, Period } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';

/** Which members are meant; every condition given must hold. */
export interface MemberSlice {
  gender?: 'male' | 'female' | 'none';
  /** 0: without a department. */
  departmentId?: number;
  /** null: not recorded. */
  profession?: string | null;
  /** Born on this day or before. */
  bornUntil?: string;
  bornAfter?: string;
  bornUnknown?: boolean;
  party?: boolean;
  missing?: MissingField;
  complete?: boolean;
}
export type MissingField = 'cardNo' | 'birthDate' | 'gender' | 'department' | 'unionJoinDate';

export interface Page {
  offset: number;
  limit: number;
}
export interface RecordPage {
  total: number;
  amount: number;
  rows: IndicatorRecord[];
}

/** Status on a day: the last change up to it, else what the first later change left, else today's. */
const STATUS = `CASE WHEN m.status = 'active' AND m.status_date IS NULL THEN 'active' ELSE coalesce(
  (SELECT v.to_value FROM member_movement v WHERE v.member_id = m.id AND v.kind = 'status' AND v.on_date <= @day
   ORDER BY v.on_date DESC, v.id DESC LIMIT 1),
  (SELECT v.from_value FROM member_movement v WHERE v.member_id = m.id AND v.kind = 'status' AND v.on_date > @day
   ORDER BY v.on_date, v.id LIMIT 1),
  CASE WHEN m.status_date > @day THEN 'active' ELSE m.status END) END`;
/** In the register and active on @day; one whose joining date is surely later is not. */
const ACTIVE = `(m.union_join_date IS NULL OR m.union_join_date <= @day) AND ${STATUS} = 'active'`;

const MISSING: Record<MissingField, string> = {
  cardNo: 'm.card_no IS NULL',
  birthDate: 'm.birth_date IS NULL',
  gender: 'm.gender IS NULL',
  department: 'm.department_id IS NULL',
  unionJoinDate: 'm.union_join_date IS NULL',
};
const COMPLETE = `NOT (${Object.values(MISSING).join(' OR ')})`;

const lastDay = (column: string) => `CASE length(${column}) WHEN 4 THEN ${column} || '-12-31'
  WHEN 7 THEN date(${column} || '-01', '+1 month', '-1 day') ELSE ${column} END`;
/** A date of any precision that surely lies in the period and has come. */
const surelyIn = (column: string) =>
  `substr(${column} || '-01-01', 1, 10) >= @from AND ${lastDay(column)} <= @to AND substr(${column} || '-01-01', 1, 10) <= @until`;

function conditions(slice: MemberSlice): { sql: string; params: Record<string, unknown> } {
  const parts: string[] = [];
  const params: Record<string, unknown> = {};
  const add = (sql: string, name?: string, value?: unknown) => {
    parts.push(sql);
    if (name) params[name] = value;
  };
  if (slice.gender === 'none') add('m.gender IS NULL');
  else if (slice.gender) add('m.gender = @gender', 'gender', slice.gender);
  if (slice.departmentId === 0) add('m.department_id IS NULL');
  else if (slice.departmentId !== undefined)
    add('m.department_id = @department', 'department', slice.departmentId);
  if (slice.profession === null) add('m.job_title IS NULL');
  else if (slice.profession !== undefined) add('m.job_title = @profession', 'profession', slice.profession);
  if (slice.bornUntil !== undefined) add('m.birth_date <= @bornUntil', 'bornUntil', slice.bornUntil);
  if (slice.bornAfter !== undefined) add('m.birth_date > @bornAfter', 'bornAfter', slice.bornAfter);
  if (slice.bornUnknown) add('m.birth_date IS NULL');
  if (slice.party) add('m.is_party = 1 AND (m.party_date IS NULL OR m.party_date <= @day)');
  if (slice.missing) add(MISSING[slice.missing]);
  if (slice.complete !== undefined) add(slice.complete ? COMPLETE : `NOT (${COMPLETE})`);
  return { sql: parts.map((part) => ` AND (${part})`).join(''), params };
}

/** Members active on a day who meet the slice. */
export function countActive(db: Db, day: string, slice: MemberSlice = {}): number {
  const { sql, params } = conditions(slice);
  return (
    db.pluck<number>(`SELECT count(*) FROM member_live m WHERE ${ACTIVE}${sql}`, { day, ...params }) ?? 0
  );
}

const DETAIL = `nullif(concat_ws(' · ', (SELECT name FROM org_unit WHERE id = m.department_id), m.job_title), '')`;
const record = (date: string) =>
  `SELECT 'member' AS entity, m.id, m.full_name AS label, ${date} AS date, ${DETAIL} AS detail, 1 AS amount`;

/** The members behind countActive, by given name. */
export function activeRecords(db: Db, day: string, page: Page, slice: MemberSlice = {}): RecordPage {
  const { sql, params } = conditions(slice);
  const total = countActive(db, day, slice);
  const rows = db.all<IndicatorRecord>(
    `${record('m.birth_date')} FROM member_live m WHERE ${ACTIVE}${sql}
     ORDER BY m.sort_key, m.id LIMIT @limit OFFSET @offset`,
    { day, ...params, ...page },
  );
  return { total, amount: total, rows };
}

const span = (period: Period) => ({ from: period.from, to: period.to, until: period.until ?? period.to });
const DATED = { joined: 'm.union_join_date', partyJoined: 'm.party_date' } as const;
export type DatedFact = keyof typeof DATED;

/** Members with a dated fact in the period, whatever became of them since. */
export const countDated = (db: Db, fact: DatedFact, period: Period): number =>
  db.pluck<number>(`SELECT count(*) FROM member_live m WHERE ${surelyIn(DATED[fact])}`, span(period)) ?? 0;

/** The members behind countDated, by day. */
export function datedRecords(db: Db, fact: DatedFact, period: Period, page: Page): RecordPage {
  const total = countDated(db, fact, period);
  const rows = db.all<IndicatorRecord>(
    `${record(DATED[fact])} FROM member_live m WHERE ${surelyIn(DATED[fact])}
     ORDER BY ${DATED[fact]}, m.sort_key, m.id LIMIT @limit OFFSET @offset`,
    { ...span(period), ...page },
  );
  return { total, amount: total, rows };
}

const LEFT = `FROM member_live m JOIN member_movement v ON v.member_id = m.id AND v.kind = 'status'
  AND v.from_value = 'active' AND v.to_value <> 'active' WHERE ${surelyIn('v.on_date')}`;

/** Members recorded as no longer active from a day in the period. */
export const countLeft = (db: Db, period: Period): number =>
  db.pluck<number>(`SELECT count(DISTINCT m.id) ${LEFT}`, span(period)) ?? 0;

export function leftRecords(db: Db, period: Period, page: Page): RecordPage {
  const total = countLeft(db, period);
  const rows = db.all<IndicatorRecord>(
    `${record('max(v.on_date)')} ${LEFT} GROUP BY m.id ORDER BY max(v.on_date), m.sort_key LIMIT @limit OFFSET @offset`,
    { ...span(period), ...page },
  );
  return { total, amount: total, rows };
}

export interface Bar {
  key: string;
  label: string | null;
  value: number;
}

export const byGender = (db: Db, day: string): Bar[] =>
  db.all(
    `SELECT coalesce(m.gender, 'none') AS key, m.gender AS label, count(*) AS value FROM member_live m WHERE ${ACTIVE}
     GROUP BY m.gender ORDER BY m.gender IS NULL, m.gender`,
    { day },
  );

/** Departments by their present name, the largest first; people without one last. */
export const byDepartment = (db: Db, day: string): Bar[] =>
  db.all(
    `SELECT coalesce(CAST(m.department_id AS TEXT), 'none') AS key,
       (SELECT coalesce(short_name, name) FROM org_unit WHERE id = m.department_id) AS label, count(*) AS value
     FROM member_live m WHERE ${ACTIVE} GROUP BY m.department_id ORDER BY m.department_id IS NULL, value DESC, label`,
    { day },
  );

/** Professions (chức danh nghề nghiệp), the most common first. */
export const byProfession = (db: Db, day: string): Bar[] =>
  db.all(
    `SELECT coalesce(m.job_title, 'none') AS key, m.job_title AS label, count(*) AS value
     FROM member_live m WHERE ${ACTIVE} GROUP BY m.job_title ORDER BY m.job_title IS NULL, value DESC, label`,
    { day },
  );

/** Head count by birth date and sex, for age bands. */
export const byBirthDate = (
  db: Db,
  day: string,
): { born: string | null; gender: string | null; n: number }[] =>
  db.all(
    `SELECT m.birth_date AS born, m.gender, count(*) AS n FROM member_live m WHERE ${ACTIVE} GROUP BY 1, 2`,
    { day },
  );
