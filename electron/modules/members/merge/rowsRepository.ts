/** SQL of links between records and members: one column moved from one member to another, and back. */
import type { Db } from '../../../db/database';

/** A column that points at a member. */
export interface ColumnLink {
  readonly table: string;
  readonly column: string;
  /** Columns that name a row besides the moved one; the row id unless told. */
  readonly key?: readonly string[];
  /** Columns of which a member may have each value once: such a row stays behind when the other member has it. */
  readonly once?: readonly string[];
  /** Further condition, for columns that point at several kinds of records. */
  readonly where?: string;
}

/** Rows that were moved, by their keys. */
export interface MovedRows {
  fromId: number;
  toId: number;
  keys: (string | number | null)[][];
}

const keyOf = (link: ColumnLink): readonly string[] => link.key ?? ['id'];
const only = (link: ColumnLink): string => (link.where ? ` AND ${link.where}` : '');

export const countRows = (db: Db, link: ColumnLink, memberId: number): number =>
  db.pluck<number>(`SELECT count(*) FROM ${link.table} WHERE ${link.column} = ?${only(link)}`, [memberId]) ??
  0;

/** Points every row of one member at another. */
export function moveRows(db: Db, link: ColumnLink, fromId: number, toId: number): MovedRows {
  const key = keyOf(link);
  const free =
    link.once === undefined
      ? ''
      : ` AND NOT EXISTS (SELECT 1 FROM ${link.table} o WHERE o.${link.column} = ${toId}${link.once
          .map((name) => ` AND o.${name} IS t.${name}`)
          .join('')})`;
  const rows = db.all<Record<string, string | number | null>>(
    `SELECT ${key.join(', ')} FROM ${link.table} t WHERE ${link.column} = ?${only(link)}${free} ORDER BY ${key.join(', ')}`,
    [fromId],
  );
  const keys = rows.map((row) => key.map((name) => row[name] ?? null));
  for (const values of keys) point(db, link, values, fromId, toId);
  return { fromId, toId, keys };
}

/** Points the moved rows back; answers how many are gone or point elsewhere by now. */
export function returnRows(db: Db, link: ColumnLink, moved: MovedRows): number {
  let lost = 0;
  for (const values of moved.keys) if (!point(db, link, values, moved.toId, moved.fromId)) lost++;
  return lost;
}

function point(
  db: Db,
  link: ColumnLink,
  values: readonly (string | number | null)[],
  fromId: number,
  toId: number,
): boolean {
  const same = keyOf(link)
    .map((name) => `${name} IS ?`)
    .join(' AND ');
  return (
    db.run(`UPDATE ${link.table} SET ${link.column} = ? WHERE ${link.column} = ? AND ${same}${only(link)}`, [
      toId,
      fromId,
      ...values,
    ]).changes === 1
  );
}
