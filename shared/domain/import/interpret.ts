/**
 * Understands a table file as a list of people: which sheet, where the header is, what each column holds, which lines
 * name departments. Pure: it reads the raw grid and guesses; applyMapping then makes the people's values.
 */
import { AppError } from '../../contract/errors';
import { columnDateOrder } from '../partialDate';
import { columnUses } from './apply';
import { RowClassifier } from './classify';
import { guessColumns, type ImportColumn } from './columns';
import { columnEncodings, mixedColumns } from './encoding';
import { DATE_FIELDS, type ImportField, KEY_FIELDS } from './fields';
import { findHeader, type HeaderBlock, keyHeaderScore } from './header';
import { nameKey } from './match';
import { cellText, type RawSheet, type RawWorkbook } from './raw';
import { shapeOf } from './shape';
import { type SheetTable, splitTables, type TableTitle } from './tables';

export interface InterpretationNote {
  kind:
    | 'old-font'
    | 'mixed-fonts'
    | 'month-first'
    | 'mixed-date-order'
    | 'sections'
    | 'totals-left-out'
    | 'foot-left-out'
    | 'no-header'
    | 'no-names'
    | 'other-sheet'
    | 'formula-without-value'
    | 'error-value'
    | 'columns-left-out'
    | 'hidden-rows'
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
  /** Department or group that everybody belongs to who stands under no other, from above the list or the sheet's name. */
  title: TableTitle | null;
  /** Order of day and month, by column. */
  dateOrders: Record<number, 'dmy' | 'mdy'>;
  /** What the order was judged by: all dates of the column agree, none tells, or they disagree. */
  dateEvidence: Record<number, 'agree' | 'none' | 'disagree'>;
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

/** One list found in the workbook. */
export interface TableReading extends Omit<Interpretation, 'sheets'> {
  /** Position among all lists of the workbook. */
  table: number;
  /** Number by which its rows are told apart from those of other sheets; 0 for the main one. */
  part: number;
  /** Column of the sheet at which it begins. */
  fromColumn: number;
  /** Whether it is read unless somebody decides otherwise. */
  chosen: boolean;
  why: 'main' | 'same-sheet' | 'same-columns' | 'other-columns' | 'hidden' | 'repeats';
}

export interface WorkbookReading {
  sheets: Interpretation['sheets'];
  /** Lists with people, in the order of the file. */
  tables: TableReading[];
  /** The list with the most people. */
  main: TableReading;
  notes: InterpretationNote[];
}

/** Reads the main list of a workbook. Errors: FILE_EMPTY, FILE_NOT_TABLE (no column of names), FILE_NO_PEOPLE. */
export function interpret(workbook: RawWorkbook, options: { sheet?: number | null } = {}): Interpretation {
  const reading = readWorkbook(workbook, options);
  return { ...reading.main, notes: [...reading.main.notes, ...reading.notes], sheets: reading.sheets };
}

/**
 * Finds every list of a workbook; where no list names people, those that hold numbers people are found by.
 * Errors: FILE_EMPTY, FILE_NOT_TABLE (neither names nor numbers), FILE_NO_PEOPLE.
 */
export function readWorkbook(
  workbook: RawWorkbook,
  options: { sheet?: number | null } = {},
): WorkbookReading {
  const chosen = options.sheet ?? null;
  const candidates = workbook.sheets
    .map((sheet, index) => ({ sheet, index }))
    .filter(({ sheet, index }) => (chosen === null ? sheet.rows.length > 0 : index === chosen));
  if (candidates.length === 0) throw new AppError('FILE_EMPTY', { details: { name: workbook.fileName } });
  const named = candidates.flatMap(({ sheet, index }) => readSheet(sheet, index));
  const read =
    named.length > 0 ? named : candidates.flatMap(({ sheet, index }) => readNameless(sheet, index));
  if (read.length === 0) throw new AppError('FILE_NOT_TABLE', { details: { name: workbook.fileName } });
  const tables = read.filter((table) => table.counts.people > 0);
  if (tables.length === 0) throw new AppError('FILE_NO_PEOPLE', { details: { name: workbook.fileName } });
  const weight = (table: SheetReading) => table.counts.people * (table.sheet.hidden ? 0.01 : 1);
  const main = tables.reduce((a, b) => (weight(b) > weight(a) ? b : a));
  const readings = chooseTables(tables, main);
  return {
    tables: readings,
    main: readings[tables.indexOf(main)] as TableReading,
    notes: workbookNotes(workbook, readings),
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      rows: sheet.rows.length,
    })),
  };
}

function workbookNotes(workbook: RawWorkbook, tables: readonly TableReading[]): InterpretationNote[] {
  const notes: InterpretationNote[] = [];
  for (const other of tables)
    if (!other.chosen && other.why !== 'hidden')
      notes.push({ kind: 'other-sheet', details: { sheet: other.sheet.name, people: other.counts.people } });
  for (const note of workbook.notes)
    notes.push({ kind: note.code, details: { count: note.count, detail: note.detail ?? '' } });
  return notes;
}

/**
 * Lists of the main list's sheet are read with it, and so are lists of other sheets with the same columns, unless
 * they are hidden or name mostly people that an earlier list has named: last year's list beside this year's.
 */
function chooseTables(tables: readonly SheetReading[], main: SheetReading): TableReading[] {
  const shape = shapeOf(main.columns);
  const parts = new Map<string, number>([[`${main.sheetIndex}/${main.block}`, 0]]);
  const named = tables.length > 1 ? main.names() : new Set<string>();
  return tables.map((table, at): TableReading => {
    const key = `${table.sheetIndex}/${table.block}`;
    if (!parts.has(key)) parts.set(key, parts.size);
    const { names: namesOfTable, block: _, ...rest } = table;
    const names = table === main ? null : namesOfTable();
    const why = names === null ? 'main' : relation(table, names, main, shape, named);
    const chosen = why === 'main' || why === 'same-sheet' || why === 'same-columns';
    if (chosen && names) for (const name of names) named.add(name);
    return { ...rest, table: at, part: parts.get(key) as number, chosen, why };
  });
}

function relation(
  table: SheetReading,
  names: ReadonlySet<string>,
  main: SheetReading,
  shape: string,
  named: ReadonlySet<string>,
): TableReading['why'] {
  if (table.sheet.hidden && table.sheetIndex !== main.sheetIndex) return 'hidden';
  const known = [...names].filter((name) => named.has(name)).length;
  if (known > names.size * 0.3 && (known >= 2 || known === names.size)) return 'repeats';
  if (table.sheetIndex === main.sheetIndex) return 'same-sheet';
  return shapeOf(table.columns) === shape && shape !== '' ? 'same-columns' : 'other-columns';
}

interface SheetReading extends Omit<Interpretation, 'sheets'> {
  fromColumn: number;
  block: number;
  /** Names with their years, to tell lists of the same people; worked out where there are several lists. */
  names(): Set<string>;
}

function readSheet(whole: RawSheet, sheetIndex: number): SheetReading[] {
  return splitTables(whole, columnEncodings(whole)).flatMap((table) => readTable(table, sheetIndex) ?? []);
}

/** A list that completes known people by card, ID or phone number and names nobody. */
function readNameless(sheet: RawSheet, sheetIndex: number): SheetReading[] {
  const header = findHeader(sheet, columnEncodings(sheet), keyHeaderScore);
  if (!header) return [];
  const reading = readTable({ sheet, header, fromColumn: 0, block: 0, title: null }, sheetIndex, KEYS);
  reading?.notes.push({ kind: 'no-names', details: {} });
  return reading ? [reading] : [];
}

function readTable(
  table: SheetTable,
  sheetIndex: number,
  needed: ReadonlySet<ImportField> = NAMING,
): SheetReading | undefined {
  const { sheet, header, fromColumn, block } = table;
  const encodings = columnEncodings(sheet);
  const body = header ? sheet.rows.slice(header.to + 1) : sheet.rows;
  const width = sheet.rows.slice(0, 500).reduce((most, row) => Math.max(most, row.cells.length), 0);
  const headers = Array.from(
    { length: width },
    (_, column) => header?.columns[column] ?? { labels: [], raw: [] },
  );
  const columns = guessColumns(headers, body, encodings, fromColumn);
  if (!columns.some((column) => column.field !== null && needed.has(column.field))) return undefined;
  const reading: SheetReading = {
    sheetIndex,
    sheet,
    header,
    fromColumn,
    block,
    title: columns.some((column) => column.field === 'department') ? null : table.title,
    columns,
    dateOrders: {},
    dateEvidence: {},
    names: () => new Set(),
    counts: { people: 0, sections: 0, departments: 0, totals: 0, foot: 0, repeatedHeaders: 0 },
    notes: header ? [] : [{ kind: 'no-header', details: {} }],
  };
  readDateOrders(reading, body);
  countRows(reading);
  const old = columns.filter((column) => column.encoding !== 'unicode');
  if (old.length > 0)
    reading.notes.push({ kind: 'old-font', details: { font: old[0]?.encoding ?? '', columns: old.length } });
  const mixed = mixedColumns(
    body,
    columns.flatMap(({ field, index }) => (hasWords(field) ? [index] : [])),
  );
  for (const column of mixed)
    reading.notes.push({ kind: 'mixed-fonts', details: { column: columns[column]?.letter ?? '' } });
  return reading;
}

const hasWords = (field: ImportField | null) =>
  field !== null && (NAMING.has(field) || field === 'department' || field === 'jobTitle');

const DATED = new Set<ImportField>([...DATE_FIELDS, 'birthDateMale', 'birthDateFemale', 'isParty']);

const WRITTEN_DATE = /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\s*$/;
const NAMING = new Set<ImportField>(['fullName', 'givenName', 'surname']);
const KEYS = new Set<ImportField>(KEY_FIELDS);

function readDateOrders(reading: SheetReading, body: RawSheet['rows']): void {
  for (const column of reading.columns) {
    if (!column.field || !DATED.has(column.field)) continue;
    const texts = body
      .map((row) => row.cells[column.index])
      .filter((cell): cell is string => typeof cell === 'string');
    const order = columnDateOrder(texts);
    reading.dateOrders[column.index] = order === 'mdy' ? 'mdy' : 'dmy';
    if (texts.some((text) => WRITTEN_DATE.test(text)))
      reading.dateEvidence[column.index] =
        order === 'mixed' ? 'disagree' : order === 'unsure' ? 'none' : 'agree';
    const details = { column: column.letter, header: column.label };
    if (order === 'mdy') reading.notes.push({ kind: 'month-first', details });
    if (order === 'mixed') reading.notes.push({ kind: 'mixed-date-order', details });
  }
}

/** Keys of the people of a list, from names and the birth date or number beside each. */
function namesOf(named: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (let at = 0; at < named.length; at += 2) {
    const [name, beside] = [named[at] as string, named[at + 1] as string];
    names.add(name === '' ? beside : `${nameKey(name)}/${beside}`);
  }
  return names;
}

function countRows(reading: SheetReading): void {
  const interpretation = { ...reading, sheets: [] };
  const classifier = new RowClassifier(
    reading.sheet,
    columnUses(interpretation, reading.columns),
    reading.header,
  );
  const departments = new Set<string>();
  const named: string[] = [];
  const { counts } = reading;
  const departmentColumn = reading.columns.find((column) => column.field === 'department')?.index;
  const birth = reading.columns.find((column) => column.field === 'birthDate')?.index ?? -1;
  const key = reading.columns.find(({ field }) => field !== null && KEYS.has(field))?.index ?? -1;
  for (const { kind, name, section, sectionKind, row } of classifier.classify()) {
    if (kind === 'person') {
      counts.people += 1;
      named.push(name, cellText(row.cells[name === '' ? key : birth]));
      const text = departmentColumn === undefined ? '' : cellText(row.cells[departmentColumn]).trim();
      if (text) departments.add(text);
    } else if (kind === 'section') {
      counts.sections += 1;
      if (sectionKind === 'department') departments.add(section);
    } else if (kind === 'total') counts.totals += 1;
    else if (kind === 'header') counts.repeatedHeaders += 1;
    else if (kind === 'foot') counts.foot += 1;
  }
  reading.names = () => namesOf(named);
  counts.departments = departments.size;
  if (counts.sections > 0) reading.notes.push({ kind: 'sections', details: { count: counts.sections } });
  if (counts.totals > 0) reading.notes.push({ kind: 'totals-left-out', details: { count: counts.totals } });
  if (counts.foot > 0) reading.notes.push({ kind: 'foot-left-out', details: { count: counts.foot } });
}
