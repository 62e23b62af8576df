/** SQL of finding: conditions, order, pages and counts of the register, today or as it stood on a day. */
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { MemberSort } from '../../../shared/contract/members';
import type { Db } from '../../db/database';
import { queryBuilder, queryColumn, runQuery } from '../../db/query';
import { OWN_MATCHES, orderedBy, ownSort } from './extra/repository';
import { asOfSource } from './history/asOf';
import { type Finding, inOrderOf, isWide, keyOf, whoMeets } from './manyRepository';
import type { ListedMember, MemberRecord, MemberStatus } from './repository';
import type { Fragment } from './views/compile';
import { remembered } from './views/remembered';
import { countWhole, countWholeOn, isWhole, isWholeOn, orderIndex, wholePage } from './wholeRepository';

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
  tree: Fragment | null = c.tree,
): SelectQueryBuilder<From, 'm', O> {
  let q = query;
  // Few lack a number, and an index has them: the + keeps SQLite from starting at the status.
  const status = c.missing === 'idNumber' ? sql<MemberStatus>`+m.status` : sql<MemberStatus>`m.status`;
  if (c.statuses.length === 1) q = q.where(status, '=', c.statuses[0]!);
  else if (c.statuses.length > 0) q = q.where(status, 'in', [...c.statuses]);
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
  if (tree !== null) q = q.where(rawSql(tree));
  return q;
}

/** A compiled condition as a part of a query. */
const rawSql = (part: Fragment) =>
  sql<boolean>(part.sql.split('?') as unknown as TemplateStringsArray, ...part.params);

type People = SelectQueryBuilder<From, 'm', object>;
const LIVE = `m.deleted_at IS NULL
  AND (m.import_id IS NULL OR m.import_id NOT IN (SELECT import_id FROM import_hidden))`;

/** The people of member_live, read in the order of an index or, NOT INDEXED, as they lie in the store. */
const liveBy = (way: string) =>
  qb
    .selectFrom(sql<MemberRecord>`${sql.raw(`(SELECT * FROM member ${way})`)}`.as('m'))
    .where(sql<boolean>`${sql.raw(LIVE)}`) as unknown as People;

/** The same as they stood on a day. */
const everyoneOn = (asOf: string, way = '') =>
  qb.selectFrom(sql<MemberRecord>`${sql.raw(asOfSource(asOf, way))}`.as('m')) as unknown as People;

const everyone = ({ asOf, tree }: MemberConditions) => {
  if (asOf !== null) return everyoneOn(asOf);
  return tree?.wide ? liveBy('NOT INDEXED') : (qb.selectFrom('member_live as m') as unknown as People);
};

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
  if (!c.search) return where(everyone(c), c);
  const { match, own } = c.search;
  return where(own ? foundAlsoByOwn(match, own, c.asOf) : found(match, c.asOf), c);
}

/** So many are kept to be put in order; of more, a page is looked for in an order that is there. */
const FEW = 20_000;

/** How many meet the conditions, and while they are few their ids as JSON: everyone is gone through once. */
function all(db: Db, c: MemberConditions): { total: number; few: string | null } {
  const find = () => {
    const count = sql<string | null>`iif(count(*) > ${FEW}, NULL, json_group_array(m.id))`;
    const [row] = runQuery(
      db,
      meeting(c).select((eb) => [eb.fn.countAll<number>().as('total'), count.as('few')]),
    );
    return row ?? { total: 0, few: null };
  };
  return c.ids === null ? remembered(db, `found ${keyOf(c)}`, find) : find();
}

/** Number of members that meet the conditions. */
export function countMembers(db: Db, c: MemberConditions): number {
  if (isWhole(c)) return countWhole(db, c);
  if (isWholeOn(c)) return countWholeOn(db, c);
  return isWide(db, c) ? whoMeets(db, c, finding(db)).total : all(db, c).total;
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

/** The best matches of the words first, then the order asked for. */
function inOrder<O>(query: SelectQueryBuilder<From, 'm', O>, c: MemberConditions, order: Order) {
  const direction = order.descending ? 'desc' : 'asc';
  let q = query;
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
  return q.orderBy('m.sort_key', order.sort === 'name' ? direction : 'asc').orderBy('m.id');
}

/** So many people are gone through one after another for a page rather than all put in order. */
const WALK = 20_000;
/** Pages of a past day up to here are walked to. */
const NEAR = 1_000;

function pageIds(db: Db, c: MemberConditions, order: Order): number[] {
  const whole = isWhole(c) ? wholePage(db, c, order) : null;
  if (whole) return whole;
  const end = order.offset + order.limit;
  if (isWholeOn(c) && end <= NEAR && orderIndex(order.sort) !== null) return walked(db, c, order);
  const many = isWide(db, c) ? inOrderOf(db, c, order, finding(db)) : null;
  if (many) return [...many.subarray(order.offset, order.offset + order.limit)];
  const { total, few } = all(db, c);
  if (order.offset >= total) return [];
  const index = c.search ? null : orderIndex(order.sort);
  const steps = (end / total) * (db.pluck<number>('SELECT max(id) FROM member') ?? 0);
  if (index !== null && steps < (few === null ? WALK : total)) return walked(db, c, order);
  if (few) return queryColumn(db, pageOf(inOrder(among(few, c.asOf).select('m.id'), c, order), order));
  const q = inOrder(meeting(c).select('m.id'), c, order);
  if (order.offset === 0 || c.ids !== null) return queryColumn(db, pageOf(q, order));
  // Far down a list that no index has in its order, every page would sort all of it anew.
  const key = `ids ${order.sort} ${order.descending} ${keyOf(c)}`;
  return remembered(db, key, () => queryColumn<number>(db, q)).slice(order.offset, end);
}

/** People gone through in the order of an index until the page is full. */
function walked(db: Db, c: MemberConditions, order: Order): number[] {
  const way = `INDEXED BY ${orderIndex(order.sort)}`;
  const people = c.asOf === null ? liveBy(way) : everyoneOn(c.asOf, way);
  const walk = where(people, c, c.tree?.each ?? c.tree).select('m.id');
  return queryColumn(db, pageOf(inOrder(walk, c, order), order));
}

const pageOf = <O>(q: SelectQueryBuilder<From, 'm', O>, { limit, offset }: Order) =>
  q.limit(limit).offset(offset);

/** These people, as they stood on a day. */
const among = (ids: string, asOf: string | null) =>
  qb
    .selectFrom(
      sql<MemberRecord>`json_each(${ids}) page CROSS JOIN ${sql.raw(
        asOf === null ? 'member' : asOfSource(asOf),
      )}`.as('m'),
    )
    .where(sql<boolean>`m.id = page.value`) as unknown as People;

const finding = (db: Db): Finding => ({
  ids: (c) => queryColumn(db, meeting(c).select('m.id')),
  ranked(c, ids, descending) {
    const words = { name_tones: c.search?.exact ?? [], name_key: c.search?.whole ?? [] };
    const hits = [wordsIn('name_tones', words.name_tones), wordsIn('name_key', words.name_key)];
    const some = hits.filter((_, at) => Object.values(words)[at]?.length);
    if (ids.length === 0 || some.length === 0) return [];
    const people = among(JSON.stringify(ids), c.asOf).where(sql<boolean>`(${sql.join(some, sql` OR `)})`);
    const order = { sort: 'name', descending, offset: 0, limit: 0 } as const;
    return queryColumn(db, inOrder(people.select('m.id'), c, order));
  },
});

/** Ids of all that meet the conditions. */
export const memberIds = (db: Db, c: MemberConditions): number[] =>
  queryColumn(db, meeting(c).select('m.id').orderBy('m.sort_key'));
