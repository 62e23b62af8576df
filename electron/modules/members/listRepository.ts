/** SQL of finding: conditions, order, pages and counts of the register, today or as it stood on a day. */
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { MemberSort } from '../../../shared/contract/members';
import type { Db } from '../../db/database';
import { queryBuilder, queryColumn, runQuery } from '../../db/query';
import { OWN_MATCHES, orderedBy, ownSort } from './extra/repository';
import { asOfSource } from './history/asOf';
import type { ListedMember, MemberRecord, MemberStatus } from './repository';
import type { Fragment } from './views/compile';
import { remembered } from './views/remembered';
import { countWhole, isWhole, wholePage } from './wholeRepository';

interface Tables {
  member_live: MemberRecord;
  org_unit: { id: number; name: string };
}

/** What a search box means to SQL. */
export interface SearchTerms {
  /** FTS5 expression. */
  match: string;
  /** Words typed with marks; rows holding them just so come first. */
  exact: readonly string[];
  /** The words without marks; rows holding them whole come before rows where they begin a longer word. */
  whole: readonly string[];
  /** FTS5 expression over the unit's own fields, when a value of one matches. */
  own?: string | null;
}

/** Conditions with dates already worked out. */
export interface MemberConditions {
  search: SearchTerms | null;
  departmentIds: readonly number[];
  groupIds: readonly number[];
  statuses: readonly MemberStatus[];
  genders: readonly ('male' | 'female')[];
  party: boolean | null;
  /** Born on or before, after: from the ages asked for. */
  bornUntil: string | null;
  bornAfter: string | null;
  missing: 'cardNo' | 'birthDate' | 'gender' | 'department' | 'unionJoinDate' | 'idNumber' | null;
  joinedFrom: string | null;
  joinedTo: string | null;
  ids: readonly number[] | null;
  /** Combined conditions over `m`, compiled. */
  tree: Fragment | null;
  /** A past (or coming) day the register is seen on; null for today. */
  asOf: string | null;
}
export type { MemberSort };

const MISSING_COLUMNS = {
  cardNo: 'm.card_no',
  birthDate: 'm.birth_date',
  gender: 'm.gender',
  department: 'm.department_id',
  unionJoinDate: 'm.union_join_date',
  idNumber: 'm.id_number',
} as const;

const qb = queryBuilder<Tables>();
type From = Tables & { m: MemberRecord; d: { id: number; name: string }; g: { id: number; name: string } };

function where<O>(
  query: SelectQueryBuilder<From, 'm', O>,
  c: MemberConditions,
): SelectQueryBuilder<From, 'm', O> {
  let q = query;
  if (c.statuses.length === 1) q = q.where('m.status', '=', c.statuses[0]!);
  else if (c.statuses.length > 0) q = q.where('m.status', 'in', [...c.statuses]);
  if (c.departmentIds.length > 0) q = q.where('m.department_id', 'in', [...c.departmentIds]);
  if (c.groupIds.length > 0) q = q.where('m.group_id', 'in', [...c.groupIds]);
  if (c.genders.length > 0) q = q.where(sql`+m.gender`, 'in', [...c.genders]);
  if (c.party !== null) q = q.where('m.is_party', '=', c.party ? 1 : 0);
  if (c.bornUntil !== null) q = q.where('m.birth_date', '<=', c.bornUntil);
  if (c.bornAfter !== null) q = q.where('m.birth_date', '>', c.bornAfter);
  if (c.missing !== null)
    q = q.where((eb: ExpressionBuilder<From, 'm'>) => eb(MISSING_COLUMNS[c.missing!], 'is', null));
  if (c.joinedFrom !== null) q = q.where('m.union_join_date', '>=', c.joinedFrom);
  if (c.joinedTo !== null) q = q.where('m.union_join_date', '<=', `${c.joinedTo}~`);
  if (c.ids !== null)
    q = q.where(sql<boolean>`m.id IN (SELECT value FROM json_each(${JSON.stringify(c.ids)}))`);
  if (c.tree !== null) q = q.where(rawSql(c.tree));
  return q;
}

/** A compiled condition as a part of a query. */
const rawSql = (part: Fragment) =>
  sql<boolean>(part.sql.split('?') as unknown as TemplateStringsArray, ...part.params);

const everyone = (asOf: string | null) =>
  (asOf === null
    ? qb.selectFrom('member_live as m')
    : qb.selectFrom(
        sql<MemberRecord>`${sql.raw(asOfSource(asOf))}`.as('m'),
      )) as unknown as SelectQueryBuilder<From, 'm', object>;

/** Live members that match the words, by way of the narrow index; the same people as in member_live. */
const found = (match: string, asOf: string | null) =>
  asOf !== null
    ? foundOn(match, asOf)
    : (qb
        .selectFrom(sql<MemberRecord>`member m INDEXED BY member_lookup, member_search`.as('f'))
        .where(sql<boolean>`f.rowid = m.id AND f.member_search MATCH ${match} AND m.deleted_at IS NULL
      AND (m.import_id IS NULL OR m.import_id NOT IN (SELECT import_id FROM import_hidden))`) as unknown as SelectQueryBuilder<
        From,
        'm',
        object
      >);

/** Live members that match by name or number, or by a value of the unit's own fields. */
function foundAlsoByOwn(match: string, own: string, asOf: string | null) {
  const people = asOf === null ? 'member m INDEXED BY member_lookup' : `${asOfSource(asOf)} m`;
  return qb
    .selectFrom(
      sql<MemberRecord>`${sql.raw(people)}, (SELECT rowid AS hit FROM member_search WHERE member_search MATCH ${match}
        UNION ${sql.raw(OWN_MATCHES)} ${own})`.as('f'),
    )
    .where(sql<boolean>`m.id = f.hit AND m.deleted_at IS NULL
      AND (m.import_id IS NULL OR m.import_id NOT IN (SELECT import_id FROM import_hidden))`) as unknown as SelectQueryBuilder<
    From,
    'm',
    object
  >;
}

const foundOn = (match: string, asOf: string) =>
  qb
    .selectFrom(sql<MemberRecord>`${sql.raw(asOfSource(asOf))} m, member_search`.as('f'))
    .where(sql<boolean>`f.rowid = m.id AND f.member_search MATCH ${match}`) as unknown as SelectQueryBuilder<
    From,
    'm',
    object
  >;

function meeting(c: MemberConditions) {
  if (!c.search) return where(everyone(c.asOf), c);
  const { match, own } = c.search;
  return where(own ? foundAlsoByOwn(match, own, c.asOf) : found(match, c.asOf), c);
}

/** Number of members that meet the conditions. */
export function countMembers(db: Db, c: MemberConditions): number {
  if (isWhole(c)) return countWhole(db, c);
  const count = () => {
    const [row] = runQuery(
      db,
      meeting(c).select((eb) => eb.fn.countAll<number>().as('n')),
    );
    return row?.n ?? 0;
  };
  return c.ids === null ? remembered(db, `count ${JSON.stringify(c)}`, count) : count();
}

interface Order {
  sort: MemberSort;
  descending: boolean;
  offset: number;
  limit: number;
}

/** A page of the register in order; ties are broken by id so that pages never overlap. */
export function listMembers(db: Db, c: MemberConditions, order: Order): ListedMember[] {
  const [source, on] = c.asOf === null ? ['member', ''] : [asOfSource(c.asOf), c.asOf];
  return db.all(
    `SELECT m.*, ${nameOn('d', on)} AS department, ${nameOn('g', on)} AS group_name, d.short_name AS department_short,
       g.short_name AS group_short
     FROM json_each(?) page CROSS JOIN ${source} m ON m.id = page.value
     LEFT JOIN org_unit d ON d.id = m.department_id LEFT JOIN org_unit g ON g.id = m.group_id
     ORDER BY page.key`,
    [JSON.stringify(pageIds(db, c, order))],
  );
}

/** The name a place had on the day; '' for today. */
const nameOn = (place: 'd' | 'g', day: string): string =>
  day === ''
    ? `${place}.name`
    : `coalesce((SELECT n.name FROM org_unit_name n WHERE n.org_unit_id = ${place}.id AND n.valid_until >= '${day}'
        ORDER BY n.valid_until LIMIT 1), ${place}.name)`;

/** How many of the words a name holds whole. */
function wordsIn(column: 'name_tones' | 'name_key', words: readonly string[]) {
  const hits = words.map((word) => sql`(instr(' ' || ${sql.ref(`m.${column}`)} || ' ', ${` ${word} `}) > 0)`);
  return sql<number>`${sql.join(hits, sql` + `)}`;
}

const placeKey = (column: string) => `(SELECT name_key FROM org_unit WHERE id = m.${column})`;
const SORT_COLUMNS: Partial<Record<MemberSort, string>> = {
  birthDate: 'm.birth_date',
  gender: 'm.gender',
  department: placeKey('department_id'),
  group: placeKey('group_id'),
  jobTitle: 'm.job_title',
  hireDate: 'm.hire_date',
  unionJoinDate: 'm.union_join_date',
  cardNo: 'm.card_no',
  status: 'm.status',
};

const DEEP = 500;
function pageIds(db: Db, c: MemberConditions, order: Order): number[] {
  const whole = isWhole(c) ? wholePage(db, c, order) : null;
  if (whole) return whole;
  const direction = order.descending ? 'desc' : 'asc';
  let q = meeting(c).select('m.id');
  if (c.search && order.sort === 'name') {
    if (c.search.exact.length > 0) q = q.orderBy(wordsIn('name_tones', c.search.exact), 'desc');
    if (c.search.whole.length > 0) q = q.orderBy(wordsIn('name_key', c.search.whole), 'desc');
  }
  const column = SORT_COLUMNS[order.sort];
  if (column) q = q.orderBy(sql.raw(column), direction);
  const own = ownSort(order.sort);
  if (own !== null) {
    const value = sql.raw(orderedBy(own));
    q = q.orderBy(sql`${value} IS NULL`).orderBy(value, direction);
  }
  q = q.orderBy('m.sort_key', order.sort === 'name' ? direction : 'asc').orderBy('m.id');
  if (order.offset < DEEP || order.sort === 'name' || c.ids !== null)
    return queryColumn(db, q.limit(order.limit).offset(order.offset));
  // Far down a list that no index has in its order, every page would sort all of it anew.
  const all = remembered(db, `ids ${order.sort} ${direction} ${JSON.stringify(c)}`, () =>
    queryColumn<number>(db, q),
  );
  return all.slice(order.offset, order.offset + order.limit);
}

/** Ids of all that meet the conditions. */
export const memberIds = (db: Db, c: MemberConditions): number[] =>
  queryColumn(db, meeting(c).select('m.id').orderBy('m.sort_key'));
