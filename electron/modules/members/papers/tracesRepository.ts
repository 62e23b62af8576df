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
const SIGNATURES = new Set(['term.chair_name', 'award_decision.signer_name', 'award_decision.snapshot']);
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

/** Names the person had, from the record and from the change log, and numbers; only those nobody else has. */
export function needlesOf(db: Db, id: number): string[] {
  const own = db.get<Record<string, string | null>>(
    `SELECT ${NEEDLE_COLUMNS.join(', ')} FROM member WHERE id = ?`,
    [id],
  );
  if (!own) return [];
  const formerly = db.all<{ name: string | null }>(
    `SELECT DISTINCT json_extract(value, '$.fullName') AS name FROM (
       SELECT before_json AS value FROM audit WHERE entity = 'member' AND entity_id = @id
       UNION ALL SELECT after_json FROM audit WHERE entity = 'member' AND entity_id = @id)
     WHERE value IS NOT NULL`,
    { id },
  );
  const needles = NEEDLE_COLUMNS.map((column) => ({ column: column as string, value: own[column] ?? null }));
  needles.push(...formerly.map(({ name }) => ({ column: 'full_name', value: name })));
  needles.push(...familyNames(db, id).map((value) => ({ column: 'full_name', value })));
  const kept = needles.filter(
    ({ column, value }) =>
      value !== null &&
      value.length >= SHORTEST &&
      db.pluck(`SELECT 1 FROM member WHERE ${column} = ? AND id <> ? LIMIT 1`, [value, id]) === undefined,
  );
  return [...new Set(kept.map(({ value }) => value as string))].sort((a, b) => b.length - a.length);
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
