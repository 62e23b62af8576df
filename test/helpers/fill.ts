/** Puts rows into every table of any schema version by reading the schema, so that old versions need no fixtures by hand. */
import type Database from 'better-sqlite3';

interface Column {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
}

/** @returns the number of rows written. Tables whose checks refuse the made-up values stay as they are. */
export function fillEveryTable(raw: Database.Database, rows = 3): number {
  raw.pragma('foreign_keys = OFF');
  const tables = raw
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all() as string[];
  let written = 0;
  for (const table of tables) for (let n = 0; n < rows; n++) written += fillRow(raw, table, n) ? 1 : 0;
  written -= deleteOrphans(raw);
  raw.pragma('foreign_keys = ON');
  return written;
}

/** Rows that refer to nothing go, and then those that referred to them; answers how many went. */
function deleteOrphans(raw: Database.Database): number {
  const orphans = raw.pragma('foreign_key_check') as { table: string; rowid: number }[];
  if (orphans.length === 0) return 0;
  let gone = 0;
  for (const { table, rowid } of orphans)
    gone += raw.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid).changes;
  return gone + deleteOrphans(raw);
}

function fillRow(raw: Database.Database, table: string, n: number): boolean {
  const columns = raw.pragma(`table_info("${table}")`) as Column[];
  const references = raw.pragma(`foreign_key_list("${table}")`) as { from: string }[];
  const sql =
    (raw.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table) as string) ?? '';
  const given = columns.filter((column) => !(column.pk && column.type === 'INTEGER'));
  const values = given.map((column) => {
    if (references.some((reference) => reference.from === column.name)) return column.notnull ? 1 : null;
    return value(column, sql, n);
  });
  const list = given.map((column) => `"${column.name}"`).join(', ');
  try {
    raw.prepare(`INSERT INTO "${table}" (${list}) VALUES (${given.map(() => '?').join(', ')})`).run(values);
    return true;
  } catch {
    return false;
  }
}

function value(column: Column, sql: string, n: number): unknown {
  const allowed = new RegExp(`\\b${column.name} IN \\(([^)]*)\\)`).exec(sql)?.[1];
  const first = allowed?.split(',')[0]?.trim();
  if (first) return first.startsWith("'") ? first.slice(1, -1) : Number(first);
  if (column.type === 'INTEGER') return n + 1;
  if (column.type === 'REAL') return n + 0.5;
  if (column.type === 'BLOB') return Buffer.from([n]);
  if (/json/.test(column.name)) return '{}';
  if (/_at$/.test(column.name)) return `2026-01-0${n + 1}T00:00:00.000Z`;
  if (/(_on|date|_from|_until)$/.test(column.name)) return `2026-01-0${n + 1}`;
  return `Ố ${table(sql)} ${column.name} ${n}`;
}

const table = (sql: string): string => /TABLE "?(\w+)/.exec(sql)?.[1] ?? '';
