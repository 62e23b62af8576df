/**
 * Finding where very many are found: who meets each part of the conditions is marked by id, and the marks are read off
 * in the order of everybody, so that nothing is sorted or looked up one by one.
 */
import type { Db } from '../../db/database';
import { ownHits, ownMany } from './extra/repository';
import type { MemberConditions, MemberSort } from './repository';
import { remembered } from './views/remembered';
import { isWhole, wholePage } from './wholeRepository';

/** Ways of listRepository that this one builds on. */
export interface Finding {
  /** Ids that meet the conditions, in no order. */
  ids(c: MemberConditions): number[];
  /** Of these people, those with one of the words in their name, the best matches first. */
  ranked(c: MemberConditions, ids: readonly number[], descending: boolean): number[];
}
interface Order {
  sort: MemberSort;
  descending: boolean;
}
interface Met {
  /** 1 at the id of everyone who meets the conditions. */
  marks: Uint8Array;
  total: number;
}

/** Whether parts of the conditions are answered by lists of ids that may be long. */
export const isWide = (db: Db, c: MemberConditions): boolean =>
  c.ids === null &&
  (c.search ? c.search.own != null && ownMany(db, c.search.own) : c.asOf !== null || c.tree?.lists != null);

/** The conditions as a key: what a fragment says in other ways as well is told once. */
export const keyOf = ({ tree, ...c }: MemberConditions): string =>
  JSON.stringify([c, tree && [tree.sql, tree.params]]);

/** Values that may have been others on an earlier day. */
const DATED: readonly MemberSort[] = ['department', 'group', 'jobTitle', 'status'];

/** Everyone with these statuses in an order; null for an order without an index. */
function everyoneBy(db: Db, statuses: MemberConditions['statuses'], order: Order): Uint32Array | null {
  return remembered(db, `everyone ${statuses} ${order.sort} ${order.descending}`, () => {
    const ids = wholePage(db, { ...NOTHING_ASKED, statuses }, { ...order, offset: 0, limit: EVERYONE });
    return ids && Uint32Array.from(ids);
  });
}
const EVERYONE = 0x7fff_ffff;
const NOTHING_ASKED: MemberConditions = {
  search: null,
  departmentIds: [],
  groupIds: [],
  statuses: [],
  genders: [],
  party: null,
  bornUntil: null,
  bornAfter: null,
  missing: null,
  joinedFrom: null,
  joinedTo: null,
  ids: null,
  tree: null,
  asOf: null,
};

const noMarks = (db: Db): Uint8Array =>
  new Uint8Array((db.pluck<number>('SELECT max(id) FROM member') ?? 0) + 1);
function mark(marks: Uint8Array, ids: readonly number[]): Uint8Array {
  for (const id of ids) marks[id] = 1;
  return marks;
}

/** Who meets the conditions. One byte for each id is kept until the next write. */
export function whoMeets(db: Db, c: MemberConditions, find: Finding): Met {
  return remembered(db, `meets ${keyOf(c)}`, () => {
    const { search, tree } = c;
    const rest: MemberConditions = {
      ...c,
      search: search?.own ? null : search,
      tree: tree?.lists ? (tree.rest ?? null) : tree,
    };
    const lists = (tree?.lists ?? []).map(({ owner, rows, params, without }) => ({
      held: mark(
        noMarks(db),
        db.column<number>(`SELECT ${owner} FROM ${rows} AND ${owner} IS NOT NULL`, params),
      ),
      wanted: without ? 0 : 1,
    }));
    if (search?.own) {
      const named = `SELECT rowid FROM member_search WHERE member_search MATCH ?`;
      const held = mark(noMarks(db), db.column<number>(named, [search.match]));
      lists.push({ held: mark(held, ownHits(db, search.own)), wanted: 1 });
    }
    const base = (isWhole(rest) ? everyoneBy(db, rest.statuses, BY_NAME) : null) ?? find.ids(rest);
    const marks = noMarks(db);
    let total = 0;
    for (const id of base) {
      if (lists.some(({ held, wanted }) => held[id] !== wanted)) continue;
      marks[id] = 1;
      total++;
    }
    return { marks, total };
  });
}
const BY_NAME: Order = { sort: 'name', descending: false };

/** Ids of everyone who meets the conditions, in order; null for an order without an index. */
export function inOrderOf(db: Db, c: MemberConditions, order: Order, find: Finding): Uint32Array | null {
  if (c.asOf !== null && DATED.includes(order.sort)) return null;
  const { sort, descending } = order;
  return remembered(db, `sorted ${sort} ${descending} ${keyOf(c)}`, () => {
    const everyone = everyoneBy(db, c.asOf === null ? c.statuses : [], order);
    if (!everyone) return null;
    const { marks, total } = whoMeets(db, c, find);
    const ids = new Uint32Array(total);
    let at = 0;
    let left = marks;
    if (c.search && sort === 'name') {
      const best = find.ranked(c, namedWhole(db, c, marks), descending);
      left = Uint8Array.from(marks);
      for (const id of best) {
        left[id] = 0;
        ids[at++] = id;
      }
    }
    for (const id of everyone) if (left[id] === 1) ids[at++] = id;
    return ids;
  });
}

/** Of those marked, whoever has one of the words in the name: nobody else is ranked before others. */
function namedWhole(db: Db, { search }: MemberConditions, marks: Uint8Array): number[] {
  const words = [...new Set(search?.whole ?? [])].map((word) => `name : "${word.replaceAll('"', '""')}"`);
  if (words.length === 0) return [];
  const held = 'SELECT rowid FROM member_search WHERE member_search MATCH ?';
  return db.column<number>(held, [words.join(' OR ')]).filter((id) => marks[id] === 1);
}
