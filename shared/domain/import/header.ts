/** Finds the header of a list: one row or several, merged or not, under titles and letterheads. */
import { decodeText, isOldText, TEXT_ENCODINGS, type TextEncodingName, tidy } from './encoding';
import { KEY_FIELDS } from './fields';
import { cellText, type RawMerge, type RawRow, type RawSheet } from './raw';
import { headerKey, lowered, matchHeader } from './vocabulary';

/** One column's header: the labels from top to bottom, as Unicode. */
export interface ColumnHeader {
  labels: string[];
  /** Labels as they stand in the file. */
  raw: string[];
}

export interface HeaderBlock {
  /** Positions in `sheet.rows`. */
  from: number;
  to: number;
  fromLine: number;
  toLine: number;
  columns: ColumnHeader[];
}

const SEARCHED_ROWS = 80;
const MAX_HEADER_ROWS = 4;

/** The header with the most known words; undefined when no row reads like one. */
export function findHeader(
  sheet: RawSheet,
  columnwise: readonly TextEncodingName[],
  scoreOf: typeof headerScore = headerScore,
): HeaderBlock | undefined {
  let best: { at: number; score: number } | undefined;
  const count = Math.min(sheet.rows.length, SEARCHED_ROWS);
  for (let at = 0; at < count; at++) {
    const score = scoreOf(sheet.rows[at] as RawRow, columnwise);
    if (score > (best?.score ?? 0)) best = { at, score };
  }
  if (!best || best.score < 2) return undefined;
  const font = fontOf(sheet.rows[best.at] as RawRow);
  const encodings = font === null ? columnwise : columnwise.map(() => font);
  const lines = mergesByLine(sheet.merges);
  let from = best.at;
  while (from > 0 && best.at - from < MAX_HEADER_ROWS - 1 && isUpperHeader(sheet, from, lines, encodings))
    from -= 1;
  let to = best.at;
  while (
    to + 1 < sheet.rows.length &&
    to - from < MAX_HEADER_ROWS - 1 &&
    isLowerHeader(sheet, from, to, lines, encodings)
  ) {
    to += 1;
  }
  return {
    from,
    to,
    fromLine: (sheet.rows[from] as RawRow).line,
    toLine: (sheet.rows[to] as RawRow).line,
    columns: labelsOf(sheet, from, to, encodings),
  };
}

/** How much a row reads like a header. */
export function headerScore(row: RawRow, encodings: readonly TextEncodingName[]): number {
  const seen = new Set<string>();
  let score = 0;
  let named = false;
  let texts = 0;
  row.cells.forEach((cell, column) => {
    if (typeof cell !== 'string') {
      if (cell !== null) score -= 0.5;
      return;
    }
    texts += 1;
    const match = bestMatch(cell, encodings[column] ?? 'unicode');
    if (!match || seen.has(match.field)) return;
    seen.add(match.field);
    score += match.weight;
    if (match.field === 'fullName' || match.field === 'surname' || match.field === 'givenName') named = true;
  });
  if (texts === 1 && seen.has('fullName')) return 2;
  return named ? score + 1 : score * 0.5;
}

/** How much a row reads like the header of a list that names nobody: a number people are found by, and something else. */
export function keyHeaderScore(row: RawRow, encodings: readonly TextEncodingName[]): number {
  let keys = 0;
  let texts = 0;
  let known = 0;
  for (let column = 0; column < row.cells.length; column++) {
    const cell = row.cells[column];
    if (cell === null || cell === undefined) continue;
    if (typeof cell !== 'string' || cell.length > 80) return 0;
    texts += 1;
    const match = bestMatch(cell, encodings[column] ?? 'unicode');
    known += match?.weight ?? 0;
    if (match && KEY_FIELDS.some((field) => field === match.field)) keys += 1;
  }
  return keys > 0 && texts >= 2 ? 1 + keys + known : 0;
}

function bestMatch(raw: string, encoding: TextEncodingName) {
  if (raw.length > 160) return undefined;
  return bestReading(raw, encoding).match;
}

/**
 * The reading of a header that the vocabulary knows best: as it stands, in the column's encoding, or in any old font,
 * since lists under each other may be typed in different ones.
 */
function bestReading(raw: string, encoding: TextEncodingName) {
  let best = { text: raw.normalize('NFC'), match: matchHeader(raw)[0] };
  if (best.match?.weight === 1 || !isOldText(raw)) return best;
  for (const other of [encoding, ...TEXT_ENCODINGS]) {
    if (other === 'unicode') continue;
    const text = decodeText(raw, other);
    const match = matchHeader(text)[0];
    if ((match?.weight ?? 0) > (best.match?.weight ?? 0)) best = { text, match };
  }
  return best;
}

/** What a header row is typed in, by the words it then holds; null when they do not tell. */
export function fontOf(row: RawRow): TextEncodingName | null {
  const cells = row.cells.filter((cell): cell is string => typeof cell === 'string' && isOldText(cell));
  let best: { font: TextEncodingName | null; sum: number } = { font: null, sum: 0 };
  for (const font of TEXT_ENCODINGS) {
    const read = cells.map((cell) => matchHeader(decodeText(cell, font))[0]?.weight ?? 0);
    const sum = read.reduce((a, b) => a + b, 0);
    if (sum > best.sum) best = { font, sum };
  }
  return best.font;
}

/** The label as Unicode: the reading the vocabulary knows, or the column's encoding. */
function labelText(raw: string, encoding: TextEncodingName): string {
  const { text, match } = bestReading(raw, encoding);
  return tidy(match ? text : decodeText(raw, encoding));
}

function mergesByLine(merges: readonly RawMerge[]): Map<number, RawMerge[]> {
  const lines = new Map<number, RawMerge[]>();
  for (const merge of merges) {
    for (let line = merge.fromLine; line <= Math.min(merge.toLine, merge.fromLine + 5); line++) {
      const list = lines.get(line);
      if (list) list.push(merge);
      else lines.set(line, [merge]);
    }
  }
  return lines;
}

/** A row above belongs to the header when a cell reaches from it down, or when it holds group names over known words. */
function isUpperHeader(
  sheet: RawSheet,
  at: number,
  lines: Map<number, RawMerge[]>,
  encodings: readonly TextEncodingName[],
): boolean {
  const row = sheet.rows[at] as RawRow;
  const above = sheet.rows[at - 1] as RawRow;
  if (row.line - above.line > 1) return false;
  const reaches = (lines.get(above.line) ?? []).some(
    (merge) =>
      merge.fromLine <= above.line && merge.toLine >= row.line && merge.toColumn - merge.fromColumn < 8,
  );
  if (reaches) return true;
  const known = above.cells.filter(
    (cell, column) =>
      typeof cell === 'string' && (bestMatch(cell, encodings[column] ?? 'unicode')?.weight ?? 0) === 1,
  );
  return known.length >= 2;
}

const SUB_LABEL =
  /^(nam|nu|ngay|thang|nam sinh|so|ngay cap|noi cap|du bi|chinh thuc|ngay vao|chuyen mon|chinh tri|ly luan|ngay thang nam|tren dai hoc|dai hoc|cao dang|trung cap|so cap|x|co|khong|chinh quyen|doan the|cong doan|dang|ho dem|ho va dem|ho|ten|ho va ten dem|chinh thuc ngay|so the|ngay sinh)$/;

/** A row below belongs to the header when it is under a merged cell of it, or holds only words of a second level. */
function isLowerHeader(
  sheet: RawSheet,
  from: number,
  to: number,
  lines: Map<number, RawMerge[]>,
  encodings: readonly TextEncodingName[],
): boolean {
  const last = sheet.rows[to] as RawRow;
  const next = sheet.rows[to + 1] as RawRow;
  const firstLine = (sheet.rows[from] as RawRow).line;
  const reaches = (lines.get(next.line) ?? []).some(
    (merge) => merge.fromLine >= firstLine && merge.fromLine <= last.line && merge.toLine >= next.line,
  );
  if (next.line - last.line > 1 && !reaches) return false;
  const texts: string[] = [];
  for (let column = 0; column < next.cells.length; column++) {
    const cell = next.cells[column];
    if (cell === null || cell === undefined) continue;
    if (typeof cell !== 'string') return false;
    const text = labelText(cell, encodings[column] ?? 'unicode');
    if (text) texts.push(text);
  }
  if (texts.length === 0) return reaches;
  const isLabel = (text: string) =>
    SUB_LABEL.test(headerKey(text)) || (matchHeader(text)[0]?.weight ?? 0) === 1;
  const labels = texts.filter(isLabel).length;
  return reaches ? labels >= texts.length / 2 : labels === texts.length && texts.length <= last.cells.length;
}

/** Labels per column: merged cells reach over their range, a lone upper label over the unlabelled columns beside it. */
function labelsOf(
  sheet: RawSheet,
  from: number,
  to: number,
  encodings: readonly TextEncodingName[],
): ColumnHeader[] {
  const rows = sheet.rows.slice(from, to + 1);
  const width = sheet.rows.slice(from, from + 300).reduce((most, row) => Math.max(most, row.cells.length), 0);
  const columns: ColumnHeader[] = Array.from({ length: width }, () => ({ labels: [], raw: [] }));
  rows.forEach((row, depth) => {
    const merged = mergedLabels(sheet.merges, row, width);
    let carried = '';
    for (let column = 0; column < width; column++) {
      const own = cellText(row.cells[column]);
      const below = rows.slice(depth + 1).some((lower) => cellText(lower.cells[column]) !== '');
      let raw = own || merged[column] || '';
      if (raw) carried = merged.includes(raw) ? '' : raw;
      else if (
        carried &&
        below &&
        cellText(rows[depth + 1]?.cells[column - 1]) !== '' &&
        sheet.merges.length === 0
      ) {
        raw = carried;
      } else carried = '';
      const header = columns[column] as ColumnHeader;
      if (!raw || header.raw.includes(raw)) continue;
      header.raw.push(tidy(raw));
      header.labels.push(labelText(raw, encodings[column] ?? 'unicode'));
    }
  });
  return columns;
}

function mergedLabels(merges: readonly RawMerge[], row: RawRow, width: number): string[] {
  const labels: string[] = new Array(width).fill('');
  for (const merge of merges) {
    if (merge.fromLine !== row.line || merge.toColumn === merge.fromColumn) continue;
    const text = cellText(row.cells[merge.fromColumn]);
    for (let column = merge.fromColumn; column <= Math.min(merge.toColumn, width - 1); column++)
      labels[column] = text;
  }
  return labels;
}

/** "Nam" the sex, not "Năm" the year. */
export const isMaleLabel = (label: string) => /^(nam|nam giới|giới tính nam)$/.test(lowered(label));
export const isFemaleLabel = (label: string) => /^(nữ|nu|nữ giới|giới tính nữ)$/.test(lowered(label));
