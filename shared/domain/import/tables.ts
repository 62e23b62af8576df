/** The tables of one sheet: lists under each other with headers of their own, and lists side by side. */
import { readText, type TextEncodingName } from './encoding';
import { findHeader, fontOf, type HeaderBlock, headerScore } from './header';
import { cellText, type RawMerge, type RawRow, type RawSheet } from './raw';
import { cleanSection } from './sections';
import { headerKey, lowered, matchHeader, startsWithGroupWord } from './vocabulary';

/** One list of a sheet, as a sheet of its own; line numbers stay those of the file, columns start at `fromColumn`. */
export interface SheetTable {
  sheet: RawSheet;
  fromColumn: number;
  /** 0 for the leftmost list of the sheet. */
  block: number;
  header: HeaderBlock | undefined;
  /** Department or group named above the list, or by the sheet. */
  title: TableTitle | null;
}

export interface TableTitle {
  kind: 'department' | 'group';
  name: string;
}

/** Lists of a sheet from top to bottom, the left one first. */
export function splitTables(sheet: RawSheet, encodings: readonly TextEncodingName[]): SheetTable[] {
  const first = firstHeader(sheet, encodings);
  if (!first) return [{ sheet, fromColumn: 0, block: 0, header: undefined, title: titleOfName(sheet.name) }];
  const starts = blockStarts(first);
  if (starts.length < 2) return stacked(sheet, encodings, first, 0, 0);
  return starts.flatMap((from, block) => {
    const part = sliceColumns(sheet, from, starts[block + 1] ?? Number.POSITIVE_INFINITY);
    const own = encodings.slice(from);
    return stacked(part, own, firstHeader(part, own), from, block);
  });
}

/** The header of the first list: the clearest one of the sheet may belong to a list further down. */
function firstHeader(sheet: RawSheet, encodings: readonly TextEncodingName[]): HeaderBlock | undefined {
  let header = findHeader(sheet, encodings);
  while (header && header.from > 1) {
    const above = { ...sheet, rows: sheet.rows.slice(0, header.from) };
    const earlier = findHeader(above, encodings);
    if (!earlier || earlier.to >= header.from - 1) break;
    const score = Math.max(
      ...above.rows.slice(earlier.from, earlier.to + 1).map((row) => headerScore(row, encodings)),
    );
    if (score < 3) break;
    header = findHeader({ ...sheet, rows: sheet.rows.slice(0, header.from) }, encodings);
  }
  return header;
}

/** Columns at which the header begins again with the same words in the same order. */
function blockStarts(header: HeaderBlock): number[] {
  const keys = header.columns.map(({ labels }) => headerKey(labels.join(' ')));
  const fields = header.columns.map(({ labels }) => matchHeader(labels[0] ?? '')[0]);
  const begins = fields.flatMap((match, column) => {
    const named = match?.weight === 1 && (match.field === 'fullName' || match.field === 'surname');
    if (!named) return [];
    return fields[column - 1]?.field === 'number' ? [column - 1] : [column];
  });
  if (begins.length < 2) return begins;
  const width = (begins[1] as number) - (begins[0] as number);
  const block = (from: number) =>
    keys
      .slice(from, from + width)
      .join('|')
      .replace(/\|+$/, '');
  const same = begins.every((from) => block(from) === block(begins[0] as number));
  return same &&
    block(begins[0] as number)
      .split('|')
      .filter(Boolean).length >= 2
    ? begins
    : [];
}

function sliceColumns(sheet: RawSheet, from: number, to: number): RawSheet {
  const rows = sheet.rows
    .map((row) => ({ line: row.line, cells: trimmed(row.cells.slice(from, to)) }))
    .filter((row) => row.cells.length > 0);
  const merges = sheet.merges
    .filter((merge) => merge.fromColumn >= from && merge.toColumn < to)
    .map((merge) => moved(merge, -from));
  const legacyFonts = Object.fromEntries(
    Object.entries(sheet.legacyFonts).map(([column, font]) => [Number(column) - from, font]),
  );
  return { ...sheet, rows, merges, legacyFonts };
}

const moved = (merge: RawMerge, by: number): RawMerge => ({
  ...merge,
  fromColumn: merge.fromColumn + by,
  toColumn: merge.toColumn + by,
});

function trimmed(cells: RawRow['cells']): RawRow['cells'] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === null) end -= 1;
  return cells.slice(0, end);
}

/** Cuts a sheet wherever another header begins. */
function stacked(
  sheet: RawSheet,
  encodings: readonly TextEncodingName[],
  first: HeaderBlock | undefined,
  fromColumn: number,
  block: number,
): SheetTable[] {
  const tables: SheetTable[] = [];
  let rest = sheet;
  let header = first;
  for (;;) {
    const next = header ? nextHeader(rest, header, encodings) : -1;
    const cut = next < 0 || !header ? rest.rows.length : cutBefore(rest, next, header);
    const part = next < 0 ? rest : { ...rest, rows: rest.rows.slice(0, cut) };
    tables.push({ sheet: part, fromColumn, block, header, title: titleAbove(part, header, encodings) });
    if (next < 0) break;
    rest = { ...rest, rows: rest.rows.slice(cut) };
    const found = firstHeader(rest, encodings);
    if (!found) break;
    header = found;
  }
  const byName = titleOfName(sheet.name);
  for (const table of tables) table.title ??= byName;
  return tables;
}

/** What a cell of a header row begins with; everything else is not looked at closer. */
const HEADER_START =
  /^\s*(s?tt|số ?tt|so tt|(họ|hä|hoï)([ ,]|$)|ho (va )?(ten|dem|lot)|tên|ten|tªn|teân|name|full ?name)/iu;
const MAX_TABLES = 200;

/** Position of the next row that reads like a header with other words than this one's; -1 when there is none. */
function nextHeader(sheet: RawSheet, header: HeaderBlock, encodings: readonly TextEncodingName[]): number {
  const known = new Set(header.columns.flatMap(({ raw }) => raw.map((text) => headerKey(text))));
  const ownWords = new Set(
    sheet.rows.slice(header.from, header.to + 1).flatMap((row) => row.cells.map((cell) => cellText(cell))),
  );
  let looked = 0;
  for (let at = header.to + 1; at < sheet.rows.length && looked < MAX_TABLES; at++) {
    const row = sheet.rows[at] as RawRow;
    if (!startsLikeHeader(row)) continue;
    looked += 1;
    if (headerScore(row, encodings) < 3) continue;
    const texts = row.cells.map((cell) => cellText(cell)).filter(Boolean);
    const repeated = texts.filter((text) => ownWords.has(text) || known.has(headerKey(text))).length;
    const inPlace = row.cells.every((cell, column) => sameLabel(header, column, cellText(cell)));
    if (repeated === texts.length && inPlace) continue;
    return at;
  }
  return -1;
}

const sameLabel = (header: HeaderBlock, column: number, text: string) =>
  text === '' || (header.columns[column]?.raw ?? []).some((label) => headerKey(label) === headerKey(text));

/** Whether the first sign is a letter of HEADER_START; a table for the many cells that are none. */
function mayStartHeader(cell: string): boolean {
  const first = cell.charCodeAt(0);
  return first > 32 && first < 128 ? HEADER_LETTERS.has(first) : /^\s*[sthnSTHN]/.test(cell);
}
const HEADER_LETTERS = new Set([...'sthnSTHN'].map((letter) => letter.charCodeAt(0)));

function startsLikeHeader(row: RawRow): boolean {
  for (const cell of row.cells) {
    if (typeof cell !== 'string' || cell.length > 60 || !mayStartHeader(cell)) continue;
    if (HEADER_START.test(cell.normalize('NFC'))) return true;
  }
  return false;
}

/** Where the next list begins: titles in the font of its header, which the list above could not read, go with it. */
function cutBefore(sheet: RawSheet, next: number, header: HeaderBlock): number {
  const cut = titleStart(sheet, next, header.to);
  const font = (at: number) => fontOf(sheet.rows[at] as RawRow) ?? 'unicode';
  let same = false;
  for (let at = header.from; at <= header.to; at++) same ||= font(at) === font(next);
  if (same || header.columns.filter(({ raw }) => raw.length > 0).length < 4) return cut;
  let from = cut;
  while (from - 1 > header.to && next - from < MAX_TITLE_ROWS && isTitleRow(sheet.rows[from - 1] as RawRow))
    from -= 1;
  return from;
}

const MAX_TITLE_ROWS = 14;
/** A row of one or two texts, none of them a number alone. */
function isTitleRow(row: RawRow): boolean {
  const texts = row.cells.map((cell) => cellText(cell).trim()).filter(Boolean);
  return texts.length <= 2 && texts.every((text) => /\p{L}{2}/u.test(text));
}

/** A title right above a header belongs to the list below it. */
function titleStart(sheet: RawSheet, at: number, after: number): number {
  let from = at;
  while (from - 1 > after && at - from < 3) {
    const row = sheet.rows[from - 1] as RawRow;
    const texts = row.cells.map((cell) => cellText(cell)).filter(Boolean);
    if (texts.length !== 1 || !isPlaceTitle(texts[0] as string)) break;
    from -= 1;
  }
  return from;
}

const PLACE_WORD = /^(khoa|phòng|trạm|đội|tổ|ban|bộ phận|phân trạm|trung tâm y tế)(?=[\s:.,–-])/;
const PLACE_LABEL = /^(đơn vị|khoa[,/]? ?phòng|khoa|phòng|bộ phận|tổ công đoàn)\s*:\s*/iu;
const isPlaceTitle = (text: string) => placeOf(text) !== null;

/** "Đơn vị: Khoa Nội", "KHOA NGOẠI (14 đ/c)", "I. Phòng Vật tư". */
function placeOf(text: string): TableTitle | null {
  const bare = cleanSection(text.normalize('NFC').replace(PLACE_LABEL, (label) => keptLabel(label, text)));
  if (bare.length < 4 || bare.length > 80 || !PLACE_WORD.test(lowered(bare))) return null;
  if (/\b(năm|danh sách)\b/.test(lowered(bare))) return null;
  return { kind: startsWithGroupWord(bare) ? 'group' : 'department', name: bare };
}

/** "Khoa: Nội" is Khoa Nội; "Đơn vị: Khoa Nội" is Khoa Nội too. */
function keptLabel(label: string, text: string): string {
  const rest = lowered(text.slice(label.length));
  if (PLACE_WORD.test(rest) || /^(đơn vị|bộ phận|khoa[,/]? ?phòng)/iu.test(label)) return '';
  return `${label.replace(/\s*:\s*$/, '')} `;
}

function titleAbove(
  sheet: RawSheet,
  header: HeaderBlock | undefined,
  encodings: readonly TextEncodingName[],
): TableTitle | null {
  if (!header) return null;
  for (let at = header.from - 1; at >= Math.max(0, header.from - 2); at--) {
    const row = sheet.rows[at] as RawRow;
    const texts = row.cells.flatMap((cell, column) => {
      const text = readText(cell, encodings[column] ?? 'unicode');
      return text ? [text] : [];
    });
    if (texts.length !== 1) continue;
    const title = placeOf(texts[0] as string);
    if (title) return title;
  }
  return null;
}

/** A sheet named after a department. */
function titleOfName(name: string): TableTitle | null {
  return placeOf(name.replace(/\s*\(\d+\)\s*$/, ''));
}
