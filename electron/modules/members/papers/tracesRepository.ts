/**
 * Where else the store mentions a person: texts of events, notes of other people, the change log. Names and numbers
 * that somebody else has too are left alone, since such a text may mean the other one.
 */
import { fold } from '../../../../shared/text/fold';
import type { Db } from '../../../db/database';
import { familyNames } from './anonymiseRepository';

/** What is looked for, and what stands in its place. */
export interface Sought {
  memberId: number;
  needles: string[];
  becomes: string;
}

/** A row that mentions somebody: its key, and the columns to go over. */
export interface Trace {
  memberId: number;
  table: string;
  key: Record<string, unknown>;
  columns: string[];
}

/** Signatures under papers stay: who signed is a fact of the paper. */
const SIGNATURES = new Set([
  'term.chair_name',
  'award_decision.signer_name',
  'award_decision.snapshot',
  'fund_closing.closed_by',
  'fund_closing.reopened_by',
]);
/** Of another member only free texts are gone over. */
const MEMBER_TEXTS = new Set(['note', 'health_note', 'hardship_note']);
const SHORTEST = 5;

interface TableShape {
  name: string;
  key: string[];
  texts: string[];
}

function shapes(db: Db): TableShape[] {
  const tables = db.all<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' AND name NOT LIKE 'sqlite_%'`,
  );
  const indexes = ['member_search', 'extra_search'];
  return tables
    .filter(({ name }) => !indexes.some((index) => name.startsWith(`${index}_`)))
    .map(({ name }) => {
      const columns = db.all<{ name: string; type: string; pk: number }>(
        'SELECT name, type, pk FROM pragma_table_info(?)',
        [name],
      );
      const key = columns.filter(({ pk }) => pk > 0).map((column) => column.name);
      const texts = columns
        .filter(({ type, pk }) => type === 'TEXT' && pk === 0)
        .map((column) => column.name)
        .filter((column) => !SIGNATURES.has(`${name}.${column}`))
        .filter((column) => name !== 'member' || MEMBER_TEXTS.has(column));
      return { name, key, texts };
    })
    .filter(({ key, texts }) => key.length > 0 && texts.length > 0);
}

const NEEDLE_COLUMNS = ['full_name', 'id_number', 'card_no', 'phone', 'email', 'bank_account'] as const;

/** Who is made anonymous: the person, and the records merged into it. */
export interface Person {
  memberId: number;
  parts: number[];
  becomes: string;
}

/** Names the person had, from the record and from the change log, of the family, and numbers. */
function wordsOf(db: Db, id: number): string[] {
  const own = db.get<Record<string, string | null>>(
    `SELECT ${NEEDLE_COLUMNS.join(', ')} FROM member WHERE id = ?`,
    [id],
  );
  const formerly = db.all<{ name: string | null }>(
    `SELECT DISTINCT json_extract(value, '$.fullName') AS name FROM (
       SELECT before_json AS value FROM audit WHERE entity = 'member' AND entity_id = @id
       UNION ALL SELECT after_json FROM audit WHERE entity = 'member' AND entity_id = @id)
     WHERE value IS NOT NULL`,
    { id },
  );
  const words = [...Object.values(own ?? {}), ...formerly.map(({ name }) => name), ...familyNames(db, id)];
  return words.filter((word): word is string => word !== null && word.length >= SHORTEST);
}

/** What to look for of each person: only what nobody else in the register has. One reading of the register. */
export function soughtOf(db: Db, people: readonly Person[]): Sought[] {
  const words = people.map(({ parts }) => new Set(parts.flatMap((id) => wordsOf(db, id))));
  const owners = new Map<string, Set<number>>();
  words.forEach((set, at) => {
    for (const word of set) owners.set(word, new Set([...(owners.get(word) ?? []), ...people[at]!.parts]));
  });
  const shared = new Set<string>();
  const rows = db.raw
    .prepare(`SELECT id, ${NEEDLE_COLUMNS.join(', ')} FROM member`)
    .iterate() as IterableIterator<Record<string, string | number | null>>;
  for (const row of rows)
    for (const column of NEEDLE_COLUMNS) {
      const value = row[column];
      if (typeof value === 'string' && owners.get(value)?.has(row.id as number) === false) shared.add(value);
    }
  return people.map(({ memberId, becomes }, at) => ({
    memberId,
    becomes,
    needles: [...words[at]!].filter((word) => !shared.has(word)).sort((x, y) => y.length - x.length),
  }));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One reading of every text in the store. */
export function findTraces(
  db: Db,
  sought: readonly Sought[],
  progress: (done: number, total: number) => void,
): Trace[] {
  const owners = new Map<string, number[]>();
  for (const { memberId, needles } of sought)
    for (const needle of needles) owners.set(needle, [...(owners.get(needle) ?? []), memberId]);
  if (owners.size === 0) return [];
  const longestFirst = [...owners.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(longestFirst.map(escaped).join('|'), 'g');
  const all = shapes(db);
  const traces: Trace[] = [];
  all.forEach((shape, at) => {
    traces.push(...tracesIn(db, shape, any, owners));
    progress(at + 1, all.length);
  });
  return traces;
}

function tracesIn(db: Db, shape: TableShape, any: RegExp, owners: ReadonlyMap<string, number[]>): Trace[] {
  const { name, key, texts } = shape;
  const found: Trace[] = [];
  const rows = db.raw
    .prepare(`SELECT ${[...key, ...texts].map((column) => `"${column}"`).join(', ')} FROM "${name}"`)
    .iterate() as IterableIterator<Record<string, unknown>>;
  for (const row of rows) {
    const hits = new Map<number, Set<string>>();
    for (const column of texts) {
      const text = row[column];
      if (typeof text !== 'string') continue;
      for (const [needle] of text.matchAll(any))
        for (const owner of owners.get(needle) ?? []) {
          const columns = hits.get(owner) ?? new Set();
          hits.set(owner, columns.add(column));
        }
    }
    for (const [memberId, columns] of hits)
      found.push({
        memberId,
        table: name,
        key: Object.fromEntries(key.map((column) => [column, row[column]])),
        columns: [...columns],
      });
  }
  return found;
}

/** Puts the new name in the place of everything sought; search keys of the same row follow. */
export function wipeTrace(db: Db, trace: Trace, sought: Sought): void {
  const keys = db
    .all<{ name: string }>(`SELECT name FROM pragma_table_info(?) WHERE name LIKE '%\\_key' ESCAPE '\\'`, [
      trace.table,
    ])
    .map((column) => column.name)
    .filter((column) => !trace.columns.includes(column) && !(column in trace.key));
  const params: unknown[] = [];
  const replaced = (column: string, folded: boolean) => {
    let expression = `"${column}"`;
    for (const needle of sought.needles) {
      expression = `replace(${expression}, ?, ?)`;
      params.push(folded ? fold(needle) : needle, folded ? fold(sought.becomes) : sought.becomes);
    }
    return `"${column}" = ${expression}`;
  };
  const sets = [
    ...trace.columns.map((column) => replaced(column, false)),
    ...keys.map((column) => replaced(column, true)),
  ];
  const where = Object.keys(trace.key).map((column) => `"${column}" IS ?`);
  db.run(`UPDATE "${trace.table}" SET ${sets.join(', ')} WHERE ${where.join(' AND ')}`, [
    ...params,
    ...Object.values(trace.key),
  ]);
}
