/** SQL of pages of the whole register, of some statuses at most: read off the index that has the order asked for. */
import type { Db } from '../../db/database';
import type { MemberConditions, MemberSort } from './repository';
import { remembered } from './views/remembered';

interface Page {
  sort: MemberSort;
  descending: boolean;
  offset: number;
  limit: number;
}

/** Orders with an index of their own. */
const STRAIGHT: Partial<Record<MemberSort, string>> = {
  name: 'name',
  birthDate: 'birth_date',
  hireDate: 'hire_date',
  unionJoinDate: 'union_join_date',
  cardNo: 'card_no',
};
/** The index of member that has the order; null when none has. */
export const orderIndex = (sort: MemberSort): string | null =>
  STRAIGHT[sort] ? `member_by_${STRAIGHT[sort]}` : null;

/** Orders by a value that many people share; places stand in the order of their names. */
const SHARED: Partial<Record<MemberSort, { index: string; column: string; place: boolean }>> = {
  gender: { index: 'gender', column: 'gender', place: false },
  jobTitle: { index: 'job_title', column: 'job_title', place: false },
  department: { index: 'department', column: 'department_id', place: true },
  group: { index: 'group', column: 'group_id', place: true },
};

/** Whether nothing but the status is asked. */
export const isWhole = ({ statuses: _, ids, ...asked }: MemberConditions): boolean =>
  ids === null &&
  Object.values(asked).every((value) => value === null || (Array.isArray(value) && value.length === 0));

/** The same of a day that is not today. */
export const isWholeOn = (c: MemberConditions): boolean => c.asOf !== null && isWhole({ ...c, asOf: null });

/** Number of people with these statuses on the day: their stretches are counted, then those taken off who are gone. */
export const countWholeOn = (db: Db, c: MemberConditions): number =>
  remembered(db, `whole ${c.statuses} on ${c.asOf}`, () => {
    const then = `s.from_date <= @day AND (s.to_date IS NULL OR s.to_date > @day)
      ${c.statuses.length === 0 ? '' : `AND s.status IN (${c.statuses.map((status) => `'${status}'`).join(', ')})`}`;
    const gone = `(SELECT id FROM member INDEXED BY member_gone WHERE deleted_at IS NOT NULL
      UNION SELECT i.id FROM import_hidden h JOIN member i ON i.import_id = h.import_id)`;
    const count = (from: string) =>
      db.pluck<number>(`SELECT count(*) FROM ${from} WHERE ${then}`, { day: c.asOf }) ?? 0;
    return count('member_state s') - count(`${gone} g CROSS JOIN member_state s ON s.member_id = g.id`);
  });

/** What stands after FROM: the people of member_live with these statuses, by way of the index. */
function people(index: string, c: MemberConditions): string {
  const statuses = c.statuses.map((status) => `'${status}'`).join(', ');
  return `member m INDEXED BY ${index} WHERE m.deleted_at IS NULL
    AND (m.import_id IS NULL OR m.import_id NOT IN (SELECT import_id FROM import_hidden))
    ${statuses === '' ? '' : `AND m.status IN (${statuses})`}`;
}

/** Number of people with these statuses. */
export const countWhole = (db: Db, c: MemberConditions): number =>
  remembered(
    db,
    `whole ${c.statuses}`,
    () => db.pluck<number>(`SELECT count(*) FROM ${people('member_of_status', c)}`) ?? 0,
  );

/** Ids of a page; null for an order without an index. */
export function wholePage(db: Db, c: MemberConditions, page: Page): number[] | null {
  if (page.sort === 'status' && c.statuses.length === 1)
    return straightPage(db, c, { ...page, sort: 'name', descending: false });
  if (STRAIGHT[page.sort]) return straightPage(db, c, page);
  return SHARED[page.sort] ? sharedPage(db, c, page) : null;
}

/** A page in the second half is read from the end. */
function straightPage(db: Db, c: MemberConditions, page: Page): number[] {
  const column = STRAIGHT[page.sort] as string;
  const total = page.offset < DEEP ? Number.POSITIVE_INFINITY : countWhole(db, c);
  const limit = Math.min(page.limit, Math.max(0, total - page.offset));
  const back = page.offset > total / 2;
  const way = (down: boolean) => (down === back ? 'ASC' : 'DESC');
  const named = page.sort === 'name';
  const order = named ? '' : `m.${column} ${way(page.descending)}, `;
  const ids = db.column<number>(
    `SELECT m.id FROM ${people(`member_by_${column}`, c)}
     ORDER BY ${order}m.sort_key ${way(named && page.descending)}, m.id ${way(false)} LIMIT ? OFFSET ?`,
    [limit, back ? total - page.offset - limit : page.offset],
  );
  return back ? ids.reverse() : ids;
}
const DEEP = 1000;

/** Counts the people of each value, and reads by name only the values the page touches. */
function sharedPage(db: Db, c: MemberConditions, page: Page): number[] {
  const { index, column, place } = SHARED[page.sort] as { index: string; column: string; place: boolean };
  const from = people(`member_by_${index}`, c);
  const values = remembered(db, `values ${column} ${c.statuses}`, () =>
    db.all<{ held: string; n: number }>(
      `SELECT json_group_array(v) AS held, sum(n) AS n FROM (
         SELECT value AS v, n, ${place ? '(SELECT name_key FROM org_unit WHERE id = value)' : 'value'} AS word
         FROM (SELECT m.${column} AS value, count(*) AS n FROM ${from} GROUP BY m.${column})
       ) GROUP BY word ORDER BY word`,
    ),
  );
  const ids: number[] = [];
  let skip = page.offset;
  for (const { held, n } of page.descending ? [...values].reverse() : values) {
    if (ids.length === page.limit) break;
    if (skip < n) {
      const own = JSON.parse(held) as (string | number | null)[];
      const test = own.length === 1 ? `m.${column} IS ?` : `m.${column} IN (SELECT value FROM json_each(?))`;
      const found = db.column<number>(
        `SELECT m.id FROM ${from} AND ${test} ORDER BY m.sort_key, m.id LIMIT ? OFFSET ?`,
        [own.length === 1 ? own[0] : held, page.limit - ids.length, skip],
      );
      for (const id of found) ids.push(id);
    }
    skip = Math.max(0, skip - n);
  }
  return ids;
}
