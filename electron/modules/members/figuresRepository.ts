/** SQL of the members area's indicators: one query for each value and one for the records behind it. */
import type { IndicatorRecord, Period } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';
import { countPeople, countPlaces, peopleOn, placesOn, summed } from './dayTalliesRepository';
import { nameOnDay } from './history/namesRepository';
import { remembered } from './views/remembered';

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

/** The stretch of each member that @day lies in: who was in the register then, and where. */
const THAT_DAY = `s.from_date <= @day AND (s.to_date IS NULL OR s.to_date > @day)`;
/** Active on @day, whatever became of them since. */
const ACTIVE = `s.status = 'active' AND ${THAT_DAY}`;
const FROM = 'FROM member_state s CROSS JOIN member_live m ON m.id = s.member_id';
const MISSING: Record<MissingField, string> = {
  cardNo: 'm.card_no IS NULL',
  birthDate: 'm.birth_date IS NULL',
  gender: 'm.gender IS NULL',
  department: 's.department_id IS NULL',
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
  if (slice.departmentId === 0) add('s.department_id IS NULL');
  else if (slice.departmentId !== undefined)
    add('s.department_id = @department', 'department', slice.departmentId);
  if (slice.profession === null) add('s.job_title IS NULL');
  else if (slice.profession !== undefined) add('s.job_title = @profession', 'profession', slice.profession);
  if (slice.bornUntil !== undefined) add('m.birth_date <= @bornUntil', 'bornUntil', slice.bornUntil);
  if (slice.bornAfter !== undefined) add('m.birth_date > @bornAfter', 'bornAfter', slice.bornAfter);
  if (slice.bornUnknown) add('m.birth_date IS NULL');
  if (slice.party) add('m.is_party = 1 AND (m.party_date IS NULL OR m.party_date <= @day)');
  if (slice.missing) add(MISSING[slice.missing]);
  if (slice.complete !== undefined) add(slice.complete ? COMPLETE : `NOT (${COMPLETE})`);
  return { sql: parts.map((part) => ` AND (${part})`).join(''), params };
}

/** Members active on a day who meet the slice. */
export const countActive = (db: Db, day: string, slice: MemberSlice = {}): number =>
  countPlaces(db, day, slice) ?? countPeople(db, day, slice) ?? countPlainly(db, day, slice);

/** The same counted by SQL. */
function countPlainly(db: Db, day: string, slice: MemberSlice): number {
  const { sql, params } = conditions(slice);
  return remembered(
    db,
    `active on ${day} ${JSON.stringify(slice)}`,
    () => db.pluck<number>(`SELECT count(*) ${FROM} WHERE ${ACTIVE}${sql}`, { day, ...params }) ?? 0,
  );
}

/** Where somebody was and what they did, by the names of @day. */
const DETAIL = `nullif(concat_ws(' · ', iif(s.department_id IS NULL, NULL, ${nameOnDay('s.department_id')}), s.job_title), '')`;
const record = (date: string) =>
  `SELECT 'member' AS entity, m.id, m.full_name AS label, ${date} AS date, ${DETAIL} AS detail, 1 AS amount`;

/** The members behind countActive, by given name: the page is found first, then what is told of it. */
export function activeRecords(db: Db, day: string, page: Page, slice: MemberSlice = {}): RecordPage {
  const total = countActive(db, day, slice);
  const rows = db.all<IndicatorRecord>(
    `${record('m.birth_date')} FROM json_each(@ids) page CROSS JOIN member m ON m.id = page.value
     CROSS JOIN member_state s ON s.member_id = m.id AND ${THAT_DAY} ORDER BY page.key`,
    { day, ids: JSON.stringify(activePage(db, day, page, slice, total)) },
  );
  return { total, amount: total, rows };
}

/** So many people are gone through by name for a page; for a page further down all are put in order, and kept so. */
const WALK = 20_000;
function activePage(db: Db, day: string, page: Page, slice: MemberSlice, total: number): number[] {
  if (page.offset >= total) return [];
  const { sql, params } = conditions(slice);
  const steps = ((page.offset + page.limit) / total) * countActive(db, day);
  if (steps < WALK)
    return db.column(
      `SELECT m.id FROM member m INDEXED BY member_by_name CROSS JOIN member_state s ON s.member_id = m.id
       WHERE m.deleted_at IS NULL AND (m.import_id IS NULL OR m.import_id NOT IN (SELECT import_id FROM import_hidden))
         AND ${ACTIVE}${sql} ORDER BY m.sort_key, m.id LIMIT @limit OFFSET @offset`,
      { day, ...params, ...page },
    );
  const ids = remembered(db, `active ${day} ${JSON.stringify(slice)}`, () =>
    Uint32Array.from(
      db.column<number>(`SELECT m.id ${FROM} WHERE ${ACTIVE}${sql} ORDER BY m.sort_key, m.id`, {
        day,
        ...params,
      }),
    ),
  );
  return [...ids.subarray(page.offset, page.offset + page.limit)];
}

/** The same of somebody who may not be in the register on @day: as recorded now. */
const then = (date: string) =>
  `SELECT 'member' AS entity, m.id, m.full_name AS label, ${date} AS date, nullif(concat_ws(' · ',
     iif(m.department_id IS NULL, NULL, ${nameOnDay('m.department_id')}), m.job_title), '') AS detail, 1 AS amount`;

const span = (period: Period) => ({ from: period.from, to: period.to, until: period.until ?? period.to });
/** Somebody admitted elsewhere before being transferred in did not join here. */
const JOINED = `FROM member_live m WHERE ${surelyIn('m.union_join_date')}
  AND NOT EXISTS (SELECT 1 FROM member_entry e WHERE e.member_id = m.id AND e.day IS NULL)`;

/** Members who joined the union in the period, whatever became of them since. */
export const countJoined = (db: Db, period: Period): number =>
  db.pluck<number>(`SELECT count(*) ${JOINED}`, span(period)) ?? 0;

/** The members behind countJoined, by day. */
export function joinedRecords(db: Db, period: Period, page: Page): RecordPage {
  const total = countJoined(db, period);
  const rows = db.all<IndicatorRecord>(
    `${then('m.union_join_date')} ${JOINED} ORDER BY m.union_join_date, m.sort_key, m.id LIMIT @limit OFFSET @offset`,
    { ...span(period), day: span(period).until, ...page },
  );
  return { total, amount: total, rows };
}

const GONE = ['transferredOut', 'retired', 'left', 'expelled', 'died'] as const;
/** How somebody stops being active. */
export type Going = (typeof GONE)[number];

/** Facts of the years around the period by their index, then those that ended a stretch of being active. */
const LEFT = `FROM member_fact f
  JOIN member_state v ON v.member_id = f.member_id AND v.from_date = f.on_date AND v.status <> 'active'
  JOIN member_state b ON b.member_id = v.member_id AND b.to_date = v.from_date AND b.status = 'active'
  JOIN member_live m ON m.id = v.member_id
  WHERE f.deleted_at IS NULL AND f.on_date BETWEEN substr(@from, 1, 4) AND @to || '~'
    AND f.kind IN (SELECT value FROM json_each(@kinds)) AND ${surelyIn('v.from_date')}`;
const gone = (period: Period, kinds: readonly Going[]) => ({ ...span(period), kinds: JSON.stringify(kinds) });

/** Members recorded as no longer active from a day in the period, in one of these ways. */
export const countLeft = (db: Db, period: Period, kinds: readonly Going[] = GONE): number =>
  db.pluck<number>(`SELECT count(DISTINCT m.id) ${LEFT}`, gone(period, kinds)) ?? 0;

export function leftRecords(db: Db, period: Period, page: Page, kinds: readonly Going[] = GONE): RecordPage {
  const total = countLeft(db, period, kinds);
  const rows = db.all<IndicatorRecord>(
    `${then('max(v.from_date)')} ${LEFT} GROUP BY m.id ORDER BY max(v.from_date), m.sort_key LIMIT @limit OFFSET @offset`,
    { ...gone(period, kinds), day: span(period).until, ...page },
  );
  return { total, amount: total, rows };
}

const CAME = `FROM member_fact f JOIN member_live m ON m.id = f.member_id
  WHERE f.deleted_at IS NULL AND f.kind = 'transferredIn' AND ${surelyIn('f.on_date')}`;

/** Members transferred in on a day of the period. */
export const countTransferredIn = (db: Db, period: Period): number =>
  db.pluck<number>(`SELECT count(DISTINCT m.id) ${CAME}`, span(period)) ?? 0;

export function transferredInRecords(db: Db, period: Period, page: Page): RecordPage {
  const total = countTransferredIn(db, period);
  const rows = db.all<IndicatorRecord>(
    `${then('max(f.on_date)')} ${CAME} GROUP BY m.id ORDER BY max(f.on_date), m.sort_key LIMIT @limit OFFSET @offset`,
    { ...span(period), day: span(period).until, ...page },
  );
  return { total, amount: total, rows };
}

/** Written facts members are counted by. */
export type TextFact = 'education' | 'ethnicity';

/** How many of the members active on a day have each writing of a fact; '' where it is empty. */
export const activeByText = (db: Db, day: string, fact: TextFact): readonly { text: string; n: number }[] =>
  remembered(db, `active by ${fact} on ${day}`, () =>
    db.all(`SELECT coalesce(m.${fact}, '') AS text, count(*) AS n ${FROM} WHERE ${ACTIVE} GROUP BY 1`, {
      day,
    }),
  );

/** The members active on a day whose fact is written in one of these ways. */
export function activeWithText(
  db: Db,
  day: string,
  fact: TextFact,
  texts: readonly string[],
  page: Page,
): RecordPage {
  const total = activeByText(db, day, fact).reduce(
    (sum, { text, n }) => (texts.includes(text) ? sum + n : sum),
    0,
  );
  const rows = db.all<IndicatorRecord>(
    `${record('m.birth_date')} ${FROM} WHERE ${ACTIVE} AND coalesce(m.${fact}, '') IN (SELECT value FROM json_each(@texts))
     ORDER BY m.sort_key, m.id LIMIT @limit OFFSET @offset`,
    { day, texts: JSON.stringify(texts), ...page },
  );
  return { total, amount: total, rows };
}

export interface Bar {
  key: string;
  label: string | null;
  value: number;
}

export function byGender(db: Db, day: string): Bar[] {
  const sums = summed(peopleOn(db, day), (person) => person.gender ?? 'none');
  const bars = (['female', 'male', 'none'] as const).map((key) => ({
    key,
    label: key === 'none' ? null : key,
    value: sums.get(key) ?? 0,
  }));
  return bars.filter((bar) => bar.value > 0);
}

/** Departments by their name that day, short if there is one now; the largest first, people without one last. */
export function byDepartment(db: Db, day: string): Bar[] {
  const parts = [...summed(placesOn(db, day), (place) => place.department)].map(([id, n]) => ({ id, n }));
  return db.all(
    `SELECT coalesce(CAST(part.id AS TEXT), 'none') AS key, iif(part.id IS NULL, NULL,
       coalesce((SELECT n.name FROM org_unit_name n WHERE n.org_unit_id = part.id AND n.valid_until > @day
         ORDER BY n.valid_until LIMIT 1), (SELECT coalesce(u.short_name, u.name) FROM org_unit u WHERE u.id = part.id))) AS label,
       part.n AS value
     FROM (SELECT value ->> 'id' AS id, value ->> 'n' AS n FROM json_each(@parts)) part
     ORDER BY part.id IS NULL, value DESC, label`,
    { day, parts: JSON.stringify(parts) },
  );
}

/** Professions (chức danh nghề nghiệp) of that day, the most common first. */
export function byProfession(db: Db, day: string): Bar[] {
  const parts = [...summed(placesOn(db, day), (place) => place.title)].map(([title, n]) => ({ title, n }));
  return db.all(
    `SELECT coalesce(title, 'none') AS key, title AS label, n AS value
     FROM (SELECT value ->> 'title' AS title, value ->> 'n' AS n FROM json_each(?))
     ORDER BY title IS NULL, value DESC, label`,
    [JSON.stringify(parts)],
  );
}

/** Head count by birth date and sex, for age bands. */
export const byBirthDate = (
  db: Db,
  day: string,
): { born: string | null; gender: string | null; n: number }[] => [...peopleOn(db, day)];
