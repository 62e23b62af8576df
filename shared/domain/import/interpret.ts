/**
 * Understands a table file as a list of people: which sheet, where the header is, what each column holds, which lines
 * name departments. Pure: it reads the raw grid and guesses; applyMapping then makes the people's values.
 */
import { AppError } from '../../contract/errors';
import { columnDateOrder } from '../partialDate';
import { columnUses } from './apply';
import { RowClassifier } from './classify';
import { guessColumns, type ImportColumn } from './columns';
import { columnEncodings } from './encoding';
import { DATE_FIELDS, type ImportField } from './fields';
import { findHeader, type HeaderBlock } from './header';
import { cellText, type RawSheet, type RawWorkbook } from './raw';

export interface InterpretationNote {
  kind:
    | 'old-font'
    | 'month-first'
    | 'mixed-date-order'
    | 'sections'
    | 'totals-left-out'
    | 'foot-left-out'
    | 'no-header'
    | 'other-sheet'
    | 'formula-without-value'
    | 'error-value'
    | 'columns-left-out'
    | 'encoding-guessed';
  details: Record<string, string | number>;
}

export interface Interpretation {
  sheets: { name: string; hidden: boolean; rows: number }[];
  /** Position of the sheet that was read. */
  sheetIndex: number;
  sheet: RawSheet;
  /** Undefined when the list has no header. */
  header: HeaderBlock | undefined;
  columns: ImportColumn[];
  /** Order of day and month, by column. */
  dateOrders: Record<number, 'dmy' | 'mdy'>;
  counts: {
    people: number;
    sections: number;
    departments: number;
    totals: number;
    foot: number;
    repeatedHeaders: number;
  };
  notes: InterpretationNote[];
}

/** Reads a workbook as a member list. Errors: FILE_EMPTY, FILE_NOT_TABLE (no column of names), FILE_NO_PEOPLE. */
export function interpret(workbook: RawWorkbook, options: { sheet?: number | null } = {}): Interpretation {
  const chosen = options.sheet ?? null;
  const candidates = workbook.sheets
    .map((sheet, index) => ({ sheet, index }))
    .filter(({ sheet, index }) => (chosen === null ? sheet.rows.length > 0 : index === chosen));
  if (candidates.length === 0) throw new AppError('FILE_EMPTY', { details: { name: workbook.fileName } });
  const read = candidates
    .map(({ sheet, index }) => readSheet(sheet, index))
    .filter((result) => result !== undefined);
  if (read.length === 0) throw new AppError('FILE_NOT_TABLE', { details: { name: workbook.fileName } });
  const weight = (result: SheetReading) => result.counts.people * (result.sheet.hidden ? 0.01 : 1);
  const best = read.reduce((a, b) => (weight(b) > weight(a) ? b : a));
  if (best.counts.people === 0)
    throw new AppError('FILE_NO_PEOPLE', { details: { name: workbook.fileName } });
  const notes = [...best.notes];
  for (const other of read) {
    if (other !== best && other.counts.people > 0 && !other.sheet.hidden) {
      notes.push({ kind: 'other-sheet', details: { sheet: other.sheet.name, people: other.counts.people } });
    }
  }
  for (const note of workbook.notes) {
    notes.push({ kind: note.code, details: { count: note.count, detail: note.detail ?? '' } });
  }
  return {
    ...best,
    notes,
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      rows: sheet.rows.length,
    })),
  };
}

type SheetReading = Omit<Interpretation, 'sheets'>;

function readSheet(sheet: RawSheet, sheetIndex: number): SheetReading | undefined {
  const encodings = columnEncodings(sheet);
  const header = findHeader(sheet, encodings);
  const body = header ? sheet.rows.slice(header.to + 1) : sheet.rows;
  const width = sheet.rows.slice(0, 500).reduce((most, row) => Math.max(most, row.cells.length), 0);
  const headers = Array.from(
    { length: width },
    (_, column) => header?.columns[column] ?? { labels: [], raw: [] },
  );
  const columns = guessColumns(headers, body, encodings);
  if (
    !columns.some(
      (column) => column.field === 'fullName' || column.field === 'givenName' || column.field === 'surname',
    )
  ) {
    return undefined;
  }
  const reading: SheetReading = {
    sheetIndex,
    sheet,
    header,
    columns,
    dateOrders: {},
    counts: { people: 0, sections: 0, departments: 0, totals: 0, foot: 0, repeatedHeaders: 0 },
    notes: header ? [] : [{ kind: 'no-header', details: {} }],
  };
  readDateOrders(reading, body);
  countRows(reading);
  const old = columns.filter((column) => column.encoding !== 'unicode');
  if (old.length > 0)
    reading.notes.push({ kind: 'old-font', details: { font: old[0]?.encoding ?? '', columns: old.length } });
  return reading;
}

const DATED = new Set<ImportField>([...DATE_FIELDS, 'birthDateMale', 'birthDateFemale', 'isParty']);

function readDateOrders(reading: SheetReading, body: RawSheet['rows']): void {
  for (const column of reading.columns) {
    if (!column.field || !DATED.has(column.field)) continue;
    const texts = body
      .map((row) => row.cells[column.index])
      .filter((cell): cell is string => typeof cell === 'string');
    const order = columnDateOrder(texts);
    reading.dateOrders[column.index] = order === 'mdy' ? 'mdy' : 'dmy';
    const details = { column: column.letter, header: column.label };
    if (order === 'mdy') reading.notes.push({ kind: 'month-first', details });
    if (order === 'mixed') reading.notes.push({ kind: 'mixed-date-order', details });
  }
}

function countRows(reading: SheetReading): void {
  const interpretation = { ...reading, sheets: [] };
  const classifier = new RowClassifier(
    reading.sheet,
    columnUses(interpretation, reading.columns),
    reading.header,
  );
  const departments = new Set<string>();
  const { counts } = reading;
  const departmentColumn = reading.columns.find((column) => column.field === 'department')?.index;
  for (const { kind, section, sectionKind, row } of classifier.classify()) {
    if (kind === 'person') {
      counts.people += 1;
      const text = departmentColumn === undefined ? '' : cellText(row.cells[departmentColumn]).trim();
      if (text) departments.add(text);
    } else if (kind === 'section') {
      counts.sections += 1;
      if (sectionKind === 'department') departments.add(section);
    } else if (kind === 'total') counts.totals += 1;
    else if (kind === 'header') counts.repeatedHeaders += 1;
    else if (kind === 'foot') counts.foot += 1;
  }
  counts.departments = departments.size;
  if (counts.sections > 0) reading.notes.push({ kind: 'sections', details: { count: counts.sections } });
  if (counts.totals > 0) reading.notes.push({ kind: 'totals-left-out', details: { count: counts.totals } });
  if (counts.foot > 0) reading.notes.push({ kind: 'foot-left-out', details: { count: counts.foot } });
}
