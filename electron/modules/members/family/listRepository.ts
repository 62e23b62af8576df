/**
 * SQL of the list of children. Everybody's numbers are read as whole columns, marked and put in order here: of 60,000
 * children that takes half the time of looking up the parents of each.
 */
import type { CHILD_SORTS, SCHOOL_RESULTS } from '../../../../shared/contract/memberFamily';
import type { Db } from '../../../db/database';
import { remembered } from '../views/remembered';
import type { ChildRecord } from './repository';

/** Conditions of the list of children with days already worked out. */
export interface ChildConditions {
  words: readonly string[];
  day: string;
  /** SQL of the members as they stand on the day: id, status, department_id. */
  source: string;
  /** Born after: still under the age on the day. */
  bornAfter: string | null;
  /** Born by: of the lowest age on the day. */
  bornUntil: string | null;
  departmentIds: readonly number[];
  formerParents: boolean;
  schoolYear: number | null;
  results: readonly (typeof SCHOOL_RESULTS)[number][];
  withPrize: boolean;
}
export interface ChildOrder {
  sort: (typeof CHILD_SORTS)[number];
  descending: boolean;
  offset: number;
  limit: number;
}

/** Numbers of children, and of those whose age is not certain for want of a whole date. */
interface Counted {
  total: number;
  uncertain: number;
}
/** Those who meet the conditions, in order: from one reading, kept until the next write for the pages that follow. */
interface Met extends Counted {
  ids: Uint32Array;
}

/** A page of children with the numbers of all. */
export function listChildren(
  db: Db,
  c: ChildConditions,
  { sort, descending, offset, limit }: ChildOrder,
): Counted & { rows: ChildRecord[] } {
  const { ids, total, uncertain } = remembered(
    db,
    `children ${sort} ${descending} ${JSON.stringify(c)}`,
    () =>
      sort === 'name' || sort === 'birthDate'
        ? withParents(db, c, sort, descending)
        : byParents(db, c, sort, descending),
  );
  const rows = db.all<ChildRecord>(
    `SELECT c.* FROM json_each(?) page CROSS JOIN child c ON c.id = page.value ORDER BY page.key`,
    [JSON.stringify([...ids.subarray(offset, offset + limit)])],
  );
  return { total, uncertain, rows };
}

interface Links {
  children: Uint32Array;
  parents: Uint32Array;
}
const linksOf = (db: Db): Links =>
  remembered(db, 'children and parents', () => {
    const column = (name: string) =>
      new Uint32Array(db.column<number>(`SELECT ${name} FROM child_parent ORDER BY child_id, member_id`));
    return { children: column('child_id'), parents: column('member_id') };
  });

const largest = (db: Db, table: 'child' | 'member'): number =>
  db.pluck<number>(`SELECT max(id) FROM ${table}`) ?? 0;

/** Children with a parent of the list on the day: 1 at the id of each, and while they are few their ids. */
interface Marked {
  marks: Uint8Array;
  few: string | null;
}
const FEW = 10_000;

function marked(db: Db, c: ChildConditions): Marked {
  const asked = [
    ...(c.formerParents ? [] : ["m.status = 'active'"]),
    ...(c.departmentIds.length > 0 ? ['m.department_id IN (SELECT value FROM json_each(@departments))'] : []),
  ];
  const where = asked.length > 0 ? `WHERE ${asked.join(' AND ')}` : '';
  return remembered(db, `children of ${c.source} ${where} ${c.departmentIds}`, () => {
    const members = new Uint8Array(largest(db, 'member') + 1);
    const params = c.departmentIds.length > 0 ? { departments: JSON.stringify(c.departmentIds) } : {};
    for (const id of db.column<number>(`SELECT m.id FROM ${c.source} m ${where}`, params)) members[id] = 1;
    const { children, parents } = linksOf(db);
    const marks = new Uint8Array(largest(db, 'child') + 1);
    const some: number[] = [];
    for (let at = 0; at < children.length; at++) {
      const child = children[at] as number;
      if (members[parents[at] as number] !== 1 || marks[child] === 1) continue;
      marks[child] = 1;
      if (some.length < FEW) some.push(child);
    }
    return { marks, few: some.length < FEW ? JSON.stringify(some) : null };
  });
}

/** The last day a date of less precision may mean. */
const LAST_DAY = `(c.birth_date || substr('-12-31', length(c.birth_date) - 3))`;

/** What is asked of the child itself. */
function meeting(c: ChildConditions): { sql: string; params: Record<string, unknown> } {
  const result = [
    'r.child_id = c.id AND r.deleted_at IS NULL',
    ...(c.schoolYear === null ? [] : ['r.school_year = @schoolYear']),
    ...(c.results.length === 0 ? [] : ['r.result IN (SELECT value FROM json_each(@results))']),
    ...(c.withPrize ? ['r.prize IS NOT NULL'] : []),
  ];
  const words = c.words.map(
    (_, at) => `(instr(' ' || c.name_key, ' ' || @word${at}) > 0 OR EXISTS (SELECT 1 FROM child_parent wp
      CROSS JOIN member w INDEXED BY member_lookup ON w.id = wp.member_id
      WHERE wp.child_id = c.id AND instr(' ' || w.name_key, ' ' || @word${at}) > 0))`,
  );
  const all = [
    'c.deleted_at IS NULL',
    '(c.birth_date IS NULL OR c.birth_date <= @day)',
    ...(c.bornAfter === null ? [] : [`(c.birth_date IS NULL OR ${LAST_DAY} > @bornAfter)`]),
    ...(c.bornUntil === null ? [] : ['(c.birth_date IS NULL OR c.birth_date <= @bornUntil)']),
    ...(result.length > 1 ? [`EXISTS (SELECT 1 FROM school_result r WHERE ${result.join(' AND ')})`] : []),
    ...words,
  ];
  return {
    sql: all.join(' AND '),
    params: {
      day: c.day,
      ...(c.bornAfter === null ? {} : { bornAfter: c.bornAfter }),
      ...(c.bornUntil === null ? {} : { bornUntil: c.bornUntil }),
      ...(c.schoolYear === null ? {} : { schoolYear: c.schoolYear }),
      ...(c.results.length === 0 ? {} : { results: JSON.stringify(c.results) }),
      ...Object.fromEntries(c.words.map((word, at) => [`word${at}`, word])),
    },
  };
}

const OWN_ORDER = {
  name: { index: 'child_by_name', column: 'c.sort_key' },
  birthDate: { index: 'child_by_birth_date', column: 'c.birth_date' },
} as const;

/** Those with a parent of the list, in an order of their own. */
function withParents(db: Db, c: ChildConditions, sort: keyof typeof OWN_ORDER, descending: boolean): Met {
  const { sql, params } = meeting(c);
  const unsure = [
    'c.birth_date IS NULL',
    ...(c.bornAfter === null ? [] : ['c.birth_date <= @bornAfter']),
    ...(c.bornUntil === null ? [] : [`${LAST_DAY} > @bornUntil`]),
  ];
  const { marks, few } = marked(db, c);
  const { index, column } = OWN_ORDER[sort];
  // The index lacks what words look at: all rows are then read as they lie, and sorted.
  const everyone = `child c ${c.words.length > 0 ? 'NOT INDEXED' : `INDEXED BY ${index}`}`;
  const signed = db.column<number>(
    `SELECT iif(${unsure.join(' OR ')}, -c.id, c.id) FROM ${few === null ? everyone : 'json_each(@few) some CROSS JOIN child c ON c.id = some.value'} WHERE ${sql}
     ORDER BY ${column} ${descending ? 'DESC' : 'ASC'}, c.sort_key, c.id`,
    few === null ? params : { ...params, few },
  );
  const ids = new Uint32Array(signed.length);
  let total = 0;
  let uncertain = 0;
  for (const one of signed) {
    const id = Math.abs(one);
    if (marks[id] !== 1) continue;
    ids[total++] = id;
    if (one < 0) uncertain++;
  }
  return { total, uncertain, ids: ids.slice(0, total) };
}

/** The same in the order of the first parent, or of the first department of a parent; children of one stand by name. */
function byParents(db: Db, c: ChildConditions, sort: 'parent' | 'department', descending: boolean): Met {
  const byName = withParents(db, c, 'name', false);
  const ranks = sort === 'parent' ? ranksByName(db) : ranksByDepartment(db);
  const { children, parents } = linksOf(db);
  const first = new Uint32Array(largest(db, 'child') + 1);
  let last = 0;
  for (let at = 0; at < children.length; at++) {
    const rank = ranks[parents[at] as number] as number;
    const child = children[at] as number;
    if (rank > 0 && (first[child] === 0 || rank < (first[child] as number))) first[child] = rank;
    if (rank > last) last = rank;
  }
  const place = (id: number) => (descending ? last - (first[id] as number) : (first[id] as number));
  const starts = new Uint32Array(last + 2);
  const move = (at: number) => {
    const from = starts[at] ?? 0;
    starts[at] = from + 1;
    return from;
  };
  for (const id of byName.ids) move(place(id) + 1);
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  const ids = new Uint32Array(byName.total);
  for (const id of byName.ids) ids[move(place(id))] = id;
  return { ...byName, ids };
}

/** By id of a member, the place in the order of names from 1; 0 for nobody's id. */
export const ranksByName = (db: Db): Uint32Array =>
  remembered(db, 'members ranked by name', () => {
    const ranks = new Uint32Array(largest(db, 'member') + 1);
    const ids = db.column<number>('SELECT id FROM member INDEXED BY member_by_name ORDER BY sort_key, id');
    for (let at = 0; at < ids.length; at++) ranks[ids[at] as number] = at + 1;
    return ranks;
  });

/** By id of a member, the place of the department in the order of their names from 1; 0 without one. */
const ranksByDepartment = (db: Db): Uint32Array =>
  remembered(db, 'members ranked by department', () => {
    const ranks = new Uint32Array(largest(db, 'member') + 1);
    const names = db.all<{ held: string }>(
      `SELECT json_group_array(id) AS held FROM org_unit GROUP BY name_key ORDER BY name_key`,
    );
    for (const [at, { held }] of names.entries())
      for (const id of db.column<number>(
        `SELECT id FROM member INDEXED BY member_by_department WHERE department_id IN (SELECT value FROM json_each(?))`,
        [held],
      ))
        ranks[id] = at + 1;
    return ranks;
  });
