/** SQL of a whole export: every table as it is, in one moment of the store. */
import type { Db } from '../../db/database';

export interface ExportColumn {
  name: string;
  /** INTEGER, REAL, TEXT or BLOB, as STRICT tables keep them. */
  type: string;
  /** Place in the primary key, from 1; 0 outside it. */
  key: number;
  /** The table whose rows it names. */
  refers: string | null;
}
export interface ExportTable {
  name: string;
  columns: ExportColumn[];
  rows: number;
}
export type Cell = null | bigint | number | string | Buffer;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const TABLES = `SELECT name FROM pragma_table_list
  WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_stat%' AND name <> 'sqlite_schema' ORDER BY name`;

/** Ordinary tables with their stored columns; indices for searching are made from them and are not told. */
export function exportTables(db: Db): ExportTable[] {
  return db.column<string>(TABLES).map((name) => {
    const keys = new Map(
      db
        .all<{ column: string; target: string }>(
          'SELECT "from" AS "column", "table" AS target FROM pragma_foreign_key_list(?)',
          [name],
        )
        .map(({ column, target }) => [column, target]),
    );
    const columns = db
      .all<{ name: string; type: string; key: number }>(
        'SELECT name, type, pk AS "key" FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid',
        [name],
      )
      .map((column) => ({ ...column, refers: keys.get(column.name) ?? null }));
    return { name, columns, rows: db.pluck<number>(`SELECT count(*) FROM ${quoted(name)}`) ?? 0 };
  });
}

/** Rows of a table in the order of its key, one after another; whole numbers exact. */
export function* rowsOf(db: Db, table: ExportTable): Generator<Cell[]> {
  const key = table.columns.filter((column) => column.key > 0).sort((a, b) => a.key - b.key);
  const order = key.length > 0 ? ` ORDER BY ${key.map(({ name }) => quoted(name)).join(', ')}` : '';
  const names = table.columns.map(({ name }) => quoted(name)).join(', ');
  const statement = db.raw.prepare(`SELECT ${names} FROM ${quoted(table.name)}${order}`);
  yield* statement.safeIntegers(true).raw(true).iterate() as IterableIterator<Cell[]>;
}

/** Columns a row is known by, the best first. */
const NAMING = ['full_name', 'name', 'title', 'subject', 'number', 'text', 'reason'];

/** How rows of a table are called, by id; undefined when it has no such column. */
export function namesIn(db: Db, table: ExportTable): Map<number, string> | undefined {
  const naming = NAMING.find((name) => table.columns.some((column) => column.name === name));
  if (naming === undefined || !table.columns.some(({ name }) => name === 'id')) return undefined;
  const rows = db.all<{ id: number; name: string | null }>(
    `SELECT id, substr(${quoted(naming)}, 1, 80) AS name FROM ${quoted(table.name)}`,
  );
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, String(name)]])));
}

/** The schema as SQL, in an order in which a store can be made: tables are filled before indices and triggers come. */
export function schemaSql(db: Db): { tables: string[]; rest: string[] } {
  const rows = db.all<{ sql: string; type: string }>(
    `SELECT s.sql, s.type FROM sqlite_schema s LEFT JOIN pragma_table_list l ON l.name = s.name AND l.schema = 'main'
     WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite_%' AND coalesce(l.type, '') <> 'shadow'
     ORDER BY s.type <> 'table', s.type <> 'index', s.type <> 'view', s.rowid`,
  );
  const isPlain = ({ sql, type }: (typeof rows)[number]) => type === 'table' && !/^CREATE VIRTUAL/i.test(sql);
  return {
    tables: rows.filter(isPlain).map((row) => row.sql),
    rest: rows.filter((row) => !isPlain(row)).map((row) => row.sql),
  };
}

export interface KeptFile {
  hash: string;
  size: number;
  mime: string;
  name: string | null;
}

/** Every stored file with the name it was first attached under. */
export const keptFiles = (db: Db): KeptFile[] =>
  db.all(
    `SELECT f.hash, f.size, f.mime, (SELECT a.name FROM attachment a WHERE a.hash = f.hash ORDER BY a.id LIMIT 1) AS name
     FROM stored_file f ORDER BY f.hash`,
  );

export const storeFacts = (db: Db): { schema: number; application: number; uid: string | null } => ({
  schema: db.pluck<number>('SELECT user_version FROM pragma_user_version') ?? 0,
  application: db.pluck<number>('SELECT application_id FROM pragma_application_id') ?? 0,
  uid: db.pluck<string>("SELECT value FROM meta WHERE key = 'store_uid'") ?? null,
});

/** Runs `work` on one unchanging view of the store. */
export async function atOneMoment<T>(db: Db, work: () => Promise<T>): Promise<T> {
  db.exec('BEGIN');
  try {
    return await work();
  } finally {
    db.exec('COMMIT');
  }
}

/** When everything was last taken out. */
export const lastExport = (db: Db): string | null =>
  db.pluck<string>(
    "SELECT at FROM audit WHERE entity = 'store' AND action = 'export' ORDER BY at DESC, id DESC LIMIT 1",
  ) ?? null;
