/**
 * Tables of a web page saved as .xls, and of the XML spreadsheets of Excel 2003. Only the text of cells is taken:
 * nothing is run, loaded or followed, and every cell stays text, so that "000123" keeps its zeros.
 */
import { AppError } from '../../../shared/contract/errors';
import type { RawCell, RawSheet } from '../../../shared/domain/import/raw';
import { MAX_COLUMNS, type SizeGuard } from './limits';
import { attribute, decodeXml } from './xml';

const CELL = new Set(['td', 'th', 'cell']);
const ROW = new Set(['tr', 'row']);
const SKIPPED = new Set(['script', 'style', 'head', 'title', 'styles', 'textarea']);
const MAX_SPAN = 2000;

/** True for text that is a web page or an XML spreadsheet. */
export const looksLikeMarkup = (text: string) =>
  /^\s*(<\?xml[^>]{0,200}>\s*)?(<\?mso[^>]{0,200}>\s*)?(<!doctype|<!--|<html|<head|<meta|<body|<table|<div|<style|<([a-z]{1,10}:)?workbook)/i.test(
    text.slice(0, 2000),
  );

/** Encoding that the page declares, if it does. */
export const declaredCharset = (head: string) => /charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1];

/** Reads every table that holds something, one sheet each. Errors: FILE_NOT_TABLE, FILE_TOO_LARGE, CANCELLED. */
export function readHtml(text: string, guard: SizeGuard): RawSheet[] {
  const reader = new TableReader(guard);
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open < 0) break;
    if (open > at) reader.text(text.slice(at, open));
    if (text.startsWith('<!--', open)) {
      const end = text.indexOf('-->', open + 4);
      at = end < 0 ? text.length : end + 3;
      continue;
    }
    const close = text.indexOf('>', open);
    if (close < 0) break;
    const tag = text.slice(open + 1, close);
    at = close + 1;
    const name = /^\/?(?:[a-z0-9]{1,20}:)?([a-z0-9]{1,20})/i.exec(tag)?.[1]?.toLowerCase() ?? '';
    if (SKIPPED.has(name) && tag[0] !== '/' && !tag.endsWith('/')) {
      const end = indexOfClosing(text, name, at);
      at = end < 0 ? text.length : end;
      continue;
    }
    if (tag[0] === '/') reader.close(name);
    else {
      reader.open(name, tag);
      if (tag.endsWith('/')) reader.close(name);
    }
  }
  const sheets = reader.finish();
  if (sheets.length === 0) throw new AppError('FILE_NOT_TABLE');
  return sheets;
}

function indexOfClosing(text: string, name: string, from: number): number {
  const pattern = new RegExp(`</(?:[a-z0-9]{1,20}:)?${name}\\b`, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}

interface OpenTable {
  sheet: RawSheet;
  line: number;
  column: number;
  cells: RawCell[];
  /** Columns still covered by a cell of an earlier row: column → last line covered. */
  covered: Map<number, number>;
  cell: string | undefined;
  cellColumn: number;
}

class TableReader {
  private readonly stack: OpenTable[] = [];
  private readonly done: RawSheet[] = [];
  private sheetName = '';

  constructor(private readonly guard: SizeGuard) {}

  text(raw: string): void {
    const table = this.stack[this.stack.length - 1];
    if (table?.cell !== undefined) table.cell += decodeXml(raw.replace(/\s+/g, ' '));
  }

  open(name: string, tag: string): void {
    if (name === 'worksheet') this.sheetName = attribute(tag, 'ss:Name') ?? '';
    if (name === 'table') {
      if (this.stack.length > 50) throw new AppError('FILE_BROKEN');
      this.stack.push({
        sheet: { name: this.sheetName, hidden: false, rows: [], merges: [], legacyFonts: {} },
        line: 0,
        column: 0,
        cells: [],
        covered: new Map(),
        cell: undefined,
        cellColumn: 0,
      });
      return;
    }
    const table = this.stack[this.stack.length - 1];
    if (!table) return;
    if (ROW.has(name)) {
      this.endRow(table);
      table.line = Number(attribute(tag, 'ss:Index') ?? 0) || table.line + 1;
    } else if (CELL.has(name)) this.openCell(table, tag);
    else if (name === 'br' && table.cell !== undefined) table.cell += '\n';
  }

  close(name: string): void {
    const table = this.stack[this.stack.length - 1];
    if (!table) return;
    if (CELL.has(name)) this.endCell(table);
    else if (ROW.has(name)) this.endRow(table);
    else if (name === 'table') {
      this.endRow(table);
      this.stack.pop();
      if (table.sheet.rows.length > 0) this.done.push(table.sheet);
    }
  }

  finish(): RawSheet[] {
    while (this.stack.length > 0) this.close('table');
    return this.done;
  }

  private openCell(table: OpenTable, tag: string): void {
    this.endCell(table);
    if (table.line === 0) table.line = 1;
    const index = Number(attribute(tag, 'ss:Index') ?? 0);
    if (index > 0) table.column = index - 1;
    while ((table.covered.get(table.column) ?? 0) >= table.line) table.column += 1;
    table.cell = '';
    table.cellColumn = table.column;
    const across = spanOf(attribute(tag, 'colspan'), attribute(tag, 'ss:MergeAcross'));
    const down = spanOf(attribute(tag, 'rowspan'), attribute(tag, 'ss:MergeDown'));
    const last = Math.min(table.column + across - 1, MAX_COLUMNS - 1);
    if (down > 1) {
      for (let column = table.column; column <= last; column++)
        table.covered.set(column, table.line + down - 1);
    }
    if ((across > 1 || down > 1) && table.sheet.merges.length < 50_000) {
      table.sheet.merges.push({
        fromLine: table.line,
        toLine: table.line + down - 1,
        fromColumn: table.column,
        toColumn: last,
      });
    }
    table.column += across;
  }

  private endCell(table: OpenTable): void {
    if (table.cell === undefined) return;
    const text = table.cell.replace(/ *\n */g, '\n').trim();
    table.cell = undefined;
    if (text === '' || table.cellColumn >= MAX_COLUMNS) return;
    while (table.cells.length < table.cellColumn) table.cells.push(null);
    table.cells[table.cellColumn] = text;
  }

  private endRow(table: OpenTable): void {
    this.endCell(table);
    const filled = table.cells.reduce<number>((sum, cell) => sum + (cell === null ? 0 : 1), 0);
    if (filled > 0) {
      this.guard.row(filled);
      table.sheet.rows.push({ line: table.line, cells: table.cells });
    }
    table.cells = [];
    table.column = 0;
  }
}

function spanOf(span: string | undefined, more: string | undefined): number {
  const value = span ? Number(span) : Number(more ?? 0) + 1;
  return Number.isInteger(value) && value >= 1 ? Math.min(value, MAX_SPAN) : 1;
}
