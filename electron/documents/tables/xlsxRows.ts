/**
 * Rows of one XLSX worksheet, read in one pass over the unpacked text as it arrives. Formulas are never evaluated:
 * only the value the file keeps is taken, and a formula without one is an empty cell that is counted. A worksheet
 * that uses XML this pass does not read (prefixed names, comments, CDATA) is reported as undefined, for the caller
 * to read by other means.
 */
import { AppError } from '../../../shared/contract/errors';
import type { RawCell, RawMerge, RawRow } from '../../../shared/domain/import/raw';
import { GENERAL, numberCell } from './formats';
import { LAST_LINE, MAX_COLUMNS, type SizeGuard } from './limits';
import { textRuns, type WorkbookParts } from './xlsxParts';
import { decodeOoxml, decodeXml } from './xml';

export interface SheetRows {
  rows: RawRow[];
  merges: RawMerge[];
  legacyFonts: Record<number, string>;
  formulasWithoutValue: number;
  errorValues: number;
  columnsLeftOut: number;
  /** Rows with something in them that the sheet does not show. */
  hiddenRows: number;
}

const MAX_MERGES = 50_000;
/** A row's text may not outgrow this: real rows are far below. */
const MAX_ROW_CHARS = 16 * 1024 * 1024;

/** Reads the rows out of the pieces of a worksheet part. Errors: FILE_BROKEN, FILE_TOO_LARGE, CANCELLED. */
export async function readSheetRows(
  chunks: AsyncIterable<Uint8Array>,
  parts: WorkbookParts,
  guard: SizeGuard,
): Promise<SheetRows | undefined> {
  const scanner = new RowScanner(parts, guard);
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of chunks) {
    guard.check();
    if (!scanner.take(decoder.decode(chunk, { stream: true }))) return undefined;
  }
  return scanner.finish();
}

class RowScanner {
  private buffer = '';
  private started = false;
  private ended = false;
  private line = 0;
  private fontCounts = new Map<number, Map<string, number>>();
  private readonly result: SheetRows = {
    rows: [],
    merges: [],
    legacyFonts: {},
    formulasWithoutValue: 0,
    errorValues: 0,
    columnsLeftOut: 0,
    hiddenRows: 0,
  };

  constructor(
    private readonly parts: WorkbookParts,
    private readonly guard: SizeGuard,
  ) {}

  /** Takes the next piece; false when this worksheet needs another reader. */
  take(text: string): boolean {
    this.buffer = this.buffer ? this.buffer + text : text;
    if (!this.started) {
      const start = this.buffer.indexOf('<sheetData');
      if (start < 0) return !/<[A-Za-z0-9]{1,20}:(worksheet|sheetData)[\s>]/.test(this.buffer);
      if (this.buffer.slice(0, start).includes('<!DOCTYPE')) throw new AppError('FILE_BROKEN');
      const tagEnd = this.buffer.indexOf('>', start);
      if (tagEnd < 0) return true;
      this.started = true;
      this.ended = this.buffer[tagEnd - 1] === '/';
      this.buffer = this.buffer.slice(tagEnd + 1);
    }
    if (this.buffer.includes('<!')) return false;
    if (!this.ended) this.scan();
    return true;
  }

  finish(): SheetRows | undefined {
    if (!this.started) throw new AppError('FILE_BROKEN');
    if (!this.ended) throw new AppError('FILE_BROKEN');
    this.readMerges();
    for (const [column, fonts] of this.fontCounts) {
      const [font, count] = [...fonts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
      if (count * 2 > this.result.rows.length) this.result.legacyFonts[column] = font;
    }
    return this.result;
  }

  private scan(): void {
    const text = this.buffer;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<row', at);
      if (open < 0) break;
      const tagEnd = text.indexOf('>', open);
      if (tagEnd < 0) break;
      if (text.charCodeAt(tagEnd - 1) === 47) {
        this.nextLine(text, open, tagEnd);
        at = tagEnd + 1;
        continue;
      }
      const close = text.indexOf('</row>', tagEnd);
      if (close < 0) break;
      this.readRow(text, open, tagEnd, close);
      at = close + 6;
    }
    const end = text.indexOf('</sheetData>', at);
    this.ended = end >= 0;
    this.buffer = text.slice(end >= 0 ? end : at);
    if (!this.ended && this.buffer.length > MAX_ROW_CHARS) throw new AppError('FILE_BROKEN');
  }

  private nextLine(text: string, open: number, tagEnd: number): void {
    const number = /\sr="(\d{1,10})"/.exec(text.slice(open, tagEnd))?.[1];
    this.line = number ? Number(number) : this.line + 1;
    if (this.line < 1 || this.line > LAST_LINE) throw new AppError('FILE_BROKEN');
  }

  private readRow(text: string, open: number, tagEnd: number, close: number): void {
    this.nextLine(text, open, tagEnd);
    const row = text.slice(tagEnd + 1, close);
    const cells: RawCell[] = [];
    let filled = 0;
    let column = -1;
    let at = 0;
    for (;;) {
      const cell = row.indexOf('<c', at);
      if (cell < 0) break;
      const cellTagEnd = row.indexOf('>', cell);
      const empty = row.charCodeAt(cellTagEnd - 1) === 47;
      const cellEnd = empty ? cellTagEnd + 1 : row.indexOf('</c>', cellTagEnd);
      if (cellTagEnd < 0 || cellEnd < 0) throw new AppError('FILE_BROKEN');
      at = empty ? cellEnd : cellEnd + 4;
      const tag = readCellTag(row, cell + 2, empty ? cellTagEnd - 1 : cellTagEnd);
      column = tag.column >= 0 ? tag.column : column + 1;
      if (empty) continue;
      const value = this.readValue(row.slice(cellTagEnd + 1, cellEnd), tag);
      if (value === null || value === '') continue;
      if (column >= MAX_COLUMNS) {
        this.result.columnsLeftOut += 1;
        continue;
      }
      while (cells.length < column) cells.push(null);
      cells[column] = value;
      filled += 1;
      if (this.parts.styles.anyLegacyFont) this.countFont(column, tag.style);
    }
    if (filled === 0) return;
    this.guard.row(filled);
    if (tagEnd - open > 12 && /\shidden="(1|true)"/.test(text.slice(open, tagEnd)))
      this.result.hiddenRows += 1;
    this.result.rows.push({ line: this.line, cells });
  }

  private readValue(body: string, tag: CellTag): RawCell {
    if (tag.type === 'inlineStr') return textRuns(body);
    const open = body.indexOf('<v');
    const start = open < 0 ? -1 : body.indexOf('>', open) + 1;
    const end = start <= 0 ? -1 : body.indexOf('<', start);
    if (end <= start) {
      if (body.includes('<f')) this.result.formulasWithoutValue += 1;
      return null;
    }
    return this.typedValue(body.slice(start, end), tag);
  }

  private typedValue(raw: string, tag: CellTag): RawCell {
    switch (tag.type) {
      case 's':
        return this.parts.strings[Number(raw)] ?? null;
      case 'str':
        return decodeOoxml(decodeXml(raw));
      case 'b':
        return { type: 'boolean', value: raw === '1', text: raw === '1' ? 'TRUE' : 'FALSE' };
      case 'e':
        this.result.errorValues += 1;
        return { type: 'error', value: raw, text: raw };
      case 'd':
        return {
          type: 'date',
          value: raw.slice(0, 10),
          text: raw.slice(0, 10).split('-').reverse().join('/'),
        };
      default: {
        const value = Number(raw);
        if (Number.isNaN(value)) return decodeXml(raw);
        return numberCell(value, this.parts.styles.formats[tag.style] ?? GENERAL, this.parts.from1904);
      }
    }
  }

  private countFont(column: number, style: number): void {
    const font = this.parts.styles.legacyFonts[style];
    if (!font) return;
    const counts = this.fontCounts.get(column) ?? new Map<string, number>();
    counts.set(font, (counts.get(font) ?? 0) + 1);
    this.fontCounts.set(column, counts);
  }

  private readMerges(): void {
    for (const match of this.buffer.matchAll(
      /<mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g,
    )) {
      if (this.result.merges.length >= MAX_MERGES) break;
      this.result.merges.push({
        fromColumn: columnIndex(match[1] ?? ''),
        fromLine: Number(match[2]),
        toColumn: columnIndex(match[3] ?? ''),
        toLine: Number(match[4]),
      });
    }
  }
}

interface CellTag {
  column: number;
  style: number;
  type: string;
}

const columnIndex = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const reused: CellTag = { column: -1, style: 0, type: '' };

/** Reads `r`, `s` and `t` of a cell tag; the answer is valid until the next call. */
function readCellTag(text: string, from: number, to: number): CellTag {
  reused.column = -1;
  reused.style = 0;
  reused.type = '';
  let at = from;
  while (at < to) {
    if (text.charCodeAt(at) <= 32) {
      at += 1;
      continue;
    }
    const equals = text.indexOf('=', at);
    if (equals < 0 || equals >= to) break;
    const quote = text.charCodeAt(equals + 1);
    const end = text.indexOf(quote === 39 ? "'" : '"', equals + 2);
    if (end < 0 || end > to) break;
    if (equals - at === 1) readAttribute(text, text.charCodeAt(at), equals + 2, end);
    at = end + 1;
  }
  return reused;
}

function readAttribute(text: string, name: number, from: number, to: number): void {
  if (name === 116) reused.type = text.slice(from, to);
  else if (name === 115) reused.style = Number(text.slice(from, to));
  else if (name === 114) {
    let column = 0;
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at) & 0xdf;
      if (code < 65 || code > 90) break;
      column = column * 26 + code - 64;
    }
    reused.column = column - 1;
  }
}
