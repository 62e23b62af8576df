/** A table file as read, before anything is understood: sheets of rows of cells, blank rows left out. */

/** A cell that the file does not hold as plain text. `text` is what the sheet shows. */
export interface RawValue {
  type: 'number' | 'date' | 'boolean' | 'error';
  /** Number; ISO date; boolean; the error's text. */
  value: number | string | boolean;
  text: string;
  /** The number format of the file, absent for General. */
  format?: string;
}

/** Plain text stays a string, so that leading zeros survive; null is an empty cell. */
export type RawCell = string | RawValue | null;

/** One row that holds at least one cell; `line` is its number in the file, from 1. */
export interface RawRow {
  line: number;
  cells: RawCell[];
}

/** A merged range; lines from 1, columns from 0, both ends included. */
export interface RawMerge {
  fromLine: number;
  toLine: number;
  fromColumn: number;
  toColumn: number;
}

export interface RawSheet {
  name: string;
  hidden: boolean;
  rows: RawRow[];
  merges: RawMerge[];
  /** Old Vietnamese font most cells of a column are set in, by column: '.VnTime', 'VNI-Times' … */
  legacyFonts: Record<number, string>;
}

export type TableKind = 'xlsx' | 'xls' | 'ods' | 'csv' | 'html';

/** Something about the whole file that the user should know. */
export interface RawNote {
  code: 'formula-without-value' | 'error-value' | 'columns-left-out' | 'hidden-rows' | 'encoding-guessed';
  count: number;
  /** A sheet, an encoding … */
  detail?: string;
}

export interface RawWorkbook {
  kind: TableKind;
  fileName: string;
  sheets: RawSheet[];
  notes: RawNote[];
}

/** What a cell shows, '' when it is empty or an error. */
export function cellText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return cell.type === 'error' ? '' : cell.text;
}

/** Excel's letters of a column counted from 0: 0 → A, 26 → AA. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Rows of different sheets are kept apart by adding this times the part to their line. */
export const PART_LINES = 10_000_000;
