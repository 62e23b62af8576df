/** Turns a sheet read by hucre into our rows. */
import type { CellValue, Sheet } from 'hucre/xlsx';
import type { RawCell, RawSheet } from '../../../shared/domain/import/raw';
import { dateCell, GENERAL, numberCell } from './formats';
import { MAX_COLUMNS, type SizeGuard } from './limits';

/** The same sheet as rows of cells; dates come without their number format. */
export function fromHucre(sheet: Sheet, guard: SizeGuard): RawSheet {
  const rows: RawSheet['rows'] = [];
  for (let index = 0; index < sheet.rows.length; index++) {
    const cells = (sheet.rows[index] ?? []).slice(0, MAX_COLUMNS).map(cellFromHucre);
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    const filled = cells.reduce<number>((sum, cell) => sum + (cell === null ? 0 : 1), 0);
    if (filled === 0) continue;
    guard.row(filled);
    rows.push({ line: index + 1, cells });
  }
  const merges = (sheet.merges ?? []).map((merge) => ({
    fromLine: merge.startRow + 1,
    toLine: merge.endRow + 1,
    fromColumn: merge.startCol,
    toColumn: merge.endCol,
  }));
  return { name: sheet.name, hidden: false, rows, merges, legacyFonts: {} };
}

function cellFromHucre(value: CellValue | undefined): RawCell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') {
    return /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERR!)$/.test(value)
      ? { type: 'error', value, text: value }
      : value;
  }
  if (typeof value === 'number') return numberCell(value, GENERAL);
  if (typeof value === 'boolean') return { type: 'boolean', value, text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) {
    return Number.isNaN(value.getTime())
      ? null
      : dateCell(value.toISOString().slice(0, 10), { kind: 'date', precision: 'day', code: 'dd/mm/yyyy' });
  }
  return null;
}
