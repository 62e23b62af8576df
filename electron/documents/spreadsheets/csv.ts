/**
 * Lists out as text (CSV): UTF-8 with its mark so that Excel reads the letters right, lines end with CR LF, dates as
 * dd/mm/yyyy. Nothing in a cell can become a formula; reading it back gives the same texts.
 */
import { disarm } from '../../../shared/text/disarm';
import { cellText, type SheetColumn, type SheetRow } from './workbook';

export const CSV_MIME = 'text/csv';
const MARK = '\ufeff';

function valueText(value: SheetRow[string], type: SheetColumn['type'], separator: string): string {
  if (value === null || value === undefined || value === '' || value === false) return '';
  if (value === true) return 'x';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return '';
    // A comma stands for the decimals in Vietnamese Excel, unless it divides the columns.
    return separator === ';' ? String(value).replace('.', ',') : String(value);
  }
  if ((type === 'date' || type === 'partial-date') && /^\d{4}(-\d{2}){0,2}$/.test(value))
    return value.split('-').reverse().join('/');
  return disarm(cellText(value));
}

function quoted(text: string, separator: string): string {
  const plain = !text.includes(separator) && !/["\n\r]|^\s|\s$/.test(text);
  return plain ? text : `"${text.replace(/"/g, '""')}"`;
}

/** The sheet as bytes: a head row, then one line for each row. */
export function writeCsv(
  sheet: { columns: readonly SheetColumn[]; rows: readonly SheetRow[] },
  separator: string,
): Uint8Array {
  const line = (cells: readonly string[]) => cells.map((cell) => quoted(cell, separator)).join(separator);
  const lines = [line(sheet.columns.map((column) => disarm(cellText(column.title))))];
  for (const row of sheet.rows)
    lines.push(line(sheet.columns.map((column) => valueText(row[column.key], column.type, separator))));
  return Buffer.from(`${MARK}${lines.join('\r\n')}\r\n`, 'utf8');
}
