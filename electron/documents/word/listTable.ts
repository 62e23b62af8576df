/** Tables of the built-in templates: columns with the field each prints. */
import type { Column, TableBlock } from '../papers/paper';

/** A table whose one row repeats for a list. */
export function listTable(
  list: string,
  columns: readonly (readonly [Column, string])[],
  size?: number,
): TableBlock {
  const cells = columns.map(([, tag]) => tag);
  cells[0] = `{#${list}}${cells[0]}`;
  cells[cells.length - 1] = `${cells[cells.length - 1]}{/${list}}`;
  return {
    kind: 'table',
    columns: columns.map(([column]) => column),
    rows: [{ kind: 'row', cells }],
    ...(size ? { size } : {}),
  };
}
export const ordinal = (width = 12) => [{ title: 'TT', width, align: 'center' }, '{stt}'] as const;
export const column = (title: string, width: number | '*', tag: string, align: Column['align'] = 'left') =>
  [{ title, width, align }, tag] as const;
