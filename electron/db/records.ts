/**
 * Writing one record whole: a new row, or its fields over those of a version.
 * A field's column is its name in snake case. The stamps a table keeps (unit_id, created_at, updated_at) are written without being named;
 * a table that keeps them refuses a row without `now`.
 */
import type { Db } from './database';
import type { TrashTable } from './trash';

export type RecordTable = TrashTable | 'welfare_recipient';

const known = new WeakMap<Db, Map<RecordTable, ReadonlySet<string>>>();

function columnsOf(db: Db, table: RecordTable): ReadonlySet<string> {
  const tables = known.get(db) ?? new Map<RecordTable, ReadonlySet<string>>();
  known.set(db, tables);
  const columns =
    tables.get(table) ?? new Set(db.column<string>('SELECT name FROM pragma_table_info(?)', [table]));
  tables.set(table, columns);
  return columns;
}

const columnName = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const pairs = (fields: readonly string[]): [column: string, value: string][] =>
  fields.map((field) => [columnName(field), `@${field}`]);

/** Writes a new row of the office's own unit and answers its id. */
export function insertRecord<K extends string>(
  db: Db,
  table: RecordTable,
  fields: readonly K[],
  row: Readonly<Record<K, unknown>>,
  now?: string,
): number {
  const stamps = [
    ['unit_id', '1'],
    ['created_at', '@now'],
    ['updated_at', '@now'],
  ].filter(([column]) => columnsOf(db, table).has(column!));
  const written = [...pairs(fields), ...stamps];
  return db.run(
    `INSERT INTO ${table} (${written.map(([column]) => column).join(', ')})
     VALUES (${written.map(([, value]) => value).join(', ')})`,
    { ...row, now },
  ).lastInsertRowid;
}

/** Writes the fields of a live record over the version given; false when that version is stale. */
export function updateRecord<K extends string>(
  db: Db,
  table: RecordTable,
  fields: readonly K[],
  row: Readonly<Record<K, unknown>> & { id: number; version: number },
  now?: string,
): boolean {
  const stamps = columnsOf(db, table).has('updated_at') ? [', updated_at = @now'] : [];
  return (
    db.run(
      `UPDATE ${table} SET ${pairs(fields)
        .map(([column, value]) => `${column} = ${value}`)
        .join(', ')}, version = version + 1${stamps.join('')}
       WHERE id = @id AND version = @version AND deleted_at IS NULL`,
      { ...row, now },
    ).changes === 1
  );
}
