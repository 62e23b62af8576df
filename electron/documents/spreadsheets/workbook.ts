/**
 * Workbooks out (XLSX), by hucre behind this adapter. Text is stored as text with the format `@`, so that leading
 * zeros and phone numbers survive and nothing typed by a user can become a formula; figures are real numbers,
 * whole dates real dates, dates of less precision text.
 */
import { type CellStyle, type CellValue, type WriteSheet, writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { nfc } from '../../../shared/text/nfc';

export type SheetColumnType = 'text' | 'date' | 'partial-date' | 'number' | 'money';

export interface SheetColumn {
  key: string;
  title: string;
  /** Width in characters. */
  width: number;
  type: SheetColumnType;
  /** Kept in the file, not shown. */
  hidden?: boolean;
  /** Cells are chosen from a range: `'Danh mục'!$A$2:$A$9`. */
  choices?: string;
}

export type SheetRow = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface SheetData {
  /** Name of the tab; what Excel forbids is replaced. */
  name: string;
  /** Lines over the head, merged across the table. */
  title?: string | readonly string[];
  columns: readonly SheetColumn[];
  rows: readonly SheetRow[];
  /** Indices of rows printed bold on grey: group and total rows. */
  strongRows?: ReadonlySet<number>;
  orientation?: 'portrait' | 'landscape';
}

export interface WorkbookData {
  sheets: readonly SheetData[];
}

export const XLSX_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FONT = { name: 'Times New Roman', size: 12 } as const;
const GREY = 'F2F2F2';
const THIN = { style: 'thin', color: { rgb: '000000' } } as const;
const BORDER = { top: THIN, right: THIN, bottom: THIN, left: THIN };
const FORMATS: Record<SheetColumnType, string> = {
  text: '@',
  date: 'dd/mm/yyyy',
  'partial-date': 'dd/mm/yyyy',
  number: 'General',
  money: '#,##0',
};
/** Longest text a cell of Excel holds. */
const LONGEST_TEXT = 32_767;
const LONGEST_NAME = 31;

type HorizontalAlign = 'left' | 'center' | 'right';

const ALIGNS: Record<SheetColumnType, HorizontalAlign> = {
  text: 'left',
  date: 'center',
  'partial-date': 'center',
  number: 'right',
  money: 'right',
};

function bodyStyle(type: SheetColumnType, strong = false): CellStyle {
  return {
    font: strong ? { ...FONT, bold: true } : FONT,
    border: BORDER,
    numFmt: FORMATS[type],
    alignment: { horizontal: ALIGNS[type], vertical: 'center', wrapText: type === 'text' },
    ...(strong ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: GREY } } } : {}),
  };
}

const HEAD_STYLE: CellStyle = {
  font: { ...FONT, bold: true },
  border: BORDER,
  numFmt: '@',
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E6E6E6' } },
};

const TITLE_STYLE: CellStyle = {
  font: { ...FONT, size: 14, bold: true },
  numFmt: '@',
  alignment: { horizontal: 'center', vertical: 'center' },
};

/** NFC, without characters that XML forbids, no longer than a cell holds. */
export function cellText(value: string): string {
  return nfc(value)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .slice(0, LONGEST_TEXT);
}

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** Excel counts a 29 February 1900 that never was: days before March 1900 stay text. */
const FIRST_SERIAL = 61;

/** Day number of Excel for a whole ISO date; null for anything else. */
export function dateSerial(iso: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  const real = new Date(time);
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) return null;
  const serial = Math.round((time - EPOCH) / DAY_MS);
  return serial >= FIRST_SERIAL ? serial : null;
}

/** "1989" or "07/1989": a date as text when Excel cannot hold it. */
function dateText(iso: string): string {
  return /^\d{4}(-\d{2}){0,2}$/.test(iso) ? iso.split('-').reverse().join('/') : cellText(iso);
}

function cellValue(value: SheetRow[string], type: SheetColumnType): CellValue {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'x' : null;
  if (type === 'date' || type === 'partial-date') {
    return typeof value === 'number' ? value : (dateSerial(value) ?? dateText(value));
  }
  if (type === 'text') return cellText(String(value));
  return typeof value === 'number' ? (Number.isFinite(value) ? value : null) : cellText(value);
}

function sheetName(name: string, taken: Set<string>): string {
  const clean = cellText(name)
    .replace(/[[\]:*?/\\\n]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  const base = clean.slice(0, LONGEST_NAME) || 'Trang';
  let unique = base;
  for (let i = 2; taken.has(unique.toLowerCase()); i++) {
    const suffix = ` ${i}`;
    unique = base.slice(0, LONGEST_NAME - suffix.length) + suffix;
  }
  taken.add(unique.toLowerCase());
  return unique;
}

function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function titleLines(sheet: SheetData): string[] {
  if (sheet.title === undefined) return [];
  return (typeof sheet.title === 'string' ? [sheet.title] : [...sheet.title]).map(cellText);
}

type Overrides = NonNullable<WriteSheet['cells']>;

function columnStyles(sheet: SheetData) {
  return sheet.columns.map((column) => ({
    width: column.width,
    style: bodyStyle(column.type),
    ...(column.hidden ? { hidden: true } : {}),
  }));
}

/** Styles that differ from the column's: title, head, strong rows, dates kept as text. */
function overridesOf(sheet: SheetData, values: CellValue[][], titles: number): Overrides {
  const cells: Overrides = new Map();
  for (let row = 0; row < titles; row++)
    sheet.columns.forEach((_, col) => {
      cells.set(`${row},${col}`, { style: TITLE_STYLE });
    });
  sheet.columns.forEach((column, col) => {
    cells.set(`${titles},${col}`, { style: HEAD_STYLE });
    const textDate: CellStyle = { ...bodyStyle(column.type), numFmt: '@' };
    const strong = bodyStyle(column.type, true);
    const dated = column.type === 'date' || column.type === 'partial-date';
    for (let i = 0; i < sheet.rows.length; i++) {
      const row = titles + 1 + i;
      if (sheet.strongRows?.has(i)) cells.set(`${row},${col}`, { style: strong });
      else if (dated && typeof values[row]?.[col] === 'string')
        cells.set(`${row},${col}`, { style: textDate });
    }
  });
  return cells;
}

function choicesOf(sheet: SheetData, head: number, last: number): WriteSheet['dataValidations'] {
  return sheet.columns.flatMap(({ choices }, col) => {
    if (choices === undefined) return [];
    const letters = columnLetters(col);
    const range = `${letters}${head + 1}:${letters}${Math.max(last, head + 1)}`;
    return [{ type: 'list' as const, formula1: choices, allowBlank: true, showErrorMessage: false, range }];
  });
}

function writeSheet(sheet: SheetData, taken: Set<string>): WriteSheet {
  const titles = titleLines(sheet);
  const width = sheet.columns.length;
  const pad = (line: string): CellValue[] => [line, ...new Array<null>(Math.max(0, width - 1)).fill(null)];
  const body = sheet.rows.map((row) =>
    sheet.columns.map((column) => cellValue(row[column.key], column.type)),
  );
  const rows = [...titles.map(pad), sheet.columns.map((column) => cellText(column.title)), ...body];
  const head = titles.length + 1;
  const last = columnLetters(Math.max(0, width - 1));
  return {
    name: sheetName(sheet.name, taken),
    columns: columnStyles(sheet),
    rows,
    cells: overridesOf(sheet, rows, titles.length),
    merges:
      width > 1
        ? titles.map((_, row) => ({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 }))
        : [],
    freezePane: { rows: head },
    dataValidations: choicesOf(sheet, head, rows.length),
    autoFilter: sheet.strongRows ? undefined : { range: `A${head}:${last}${rows.length}` },
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.orientation ?? (width > 7 ? 'landscape' : 'portrait'),
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 0.79, bottom: 0.79, left: 0.79, right: 0.59, header: 0.4, footer: 0.4 },
      printTitlesRow: `$${head}:$${head}`,
    },
    headerFooter: { oddFooter: '&C&P/&N' },
  };
}

/** The workbook as bytes of an XLSX file. */
export async function writeWorkbook(workbook: WorkbookData): Promise<Uint8Array> {
  const taken = new Set<string>();
  const output = await writeXlsx({
    sheets: workbook.sheets.map((sheet) => writeSheet(sheet, taken)),
    defaultFont: FONT,
    properties: { creator: 'Sổ Công đoàn' },
  });
  return new Uint8Array(output);
}

/** Older runtimes (Electron 25) cannot deflate a raw stream: the parts are then stored as they are. */
function canDeflate(): boolean {
  try {
    return new CompressionStream('deflate-raw') !== null;
  } catch {
    return false;
  }
}

export type StreamedSheet = Pick<SheetData, 'name' | 'columns'>;

/**
 * One sheet written row by row in constant memory, for registers too long to hold. The head is plain: no title
 * lines, filter or print set-up; dates of less precision keep the date format, which leaves text as it is.
 */
export function streamWorkbook(
  sheet: StreamedSheet,
  rows: Iterable<SheetRow> | AsyncIterable<SheetRow>,
): ReadableStream<Uint8Array> {
  async function* values(): AsyncGenerator<CellValue[]> {
    for await (const row of rows)
      yield sheet.columns.map((column) => cellValue(row[column.key], column.type));
  }
  return writeXlsxStream(values(), {
    name: sheetName(sheet.name, new Set()),
    columns: columnStyles({ ...sheet, rows: [] }).map((column, i) => ({
      ...column,
      header: cellText(sheet.columns[i]!.title),
    })),
    freezePane: { rows: 1 },
    compress: canDeflate(),
  });
}
