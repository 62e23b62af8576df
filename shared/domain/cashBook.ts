/** Understands a sheet that is somebody's cash book: which column is what, and what each row says. Changes nothing. */
import { fold } from '../text/fold';
import type { VoucherKind } from './funds';
import { cellText, type RawCell, type RawRow, type RawSheet } from './import/raw';
import { parseMoney } from './money';
import { parseDate } from './partialDate';

export const BOOK_COLUMNS = [
  'date',
  'receiptNo',
  'paymentNo',
  'number',
  'reason',
  'person',
  'in',
  'out',
] as const;
export type BookColumn = (typeof BOOK_COLUMNS)[number];
export type BookMapping = Record<BookColumn, number | null>;

export interface BookLine {
  line: number;
  /** null when it cannot be read. */
  onDate: string | null;
  kind: VoucherKind;
  amount: number;
  oldNumber: string | null;
  reason: string | null;
  person: string | null;
  problem: 'noDate' | 'bothSides' | 'noReason' | null;
}

export interface BookReading {
  /** Heads by column, for choosing. */
  heads: string[];
  mapping: BookMapping;
  lines: BookLine[];
  /** Rows left out: totals, opening balances, blank amounts. */
  skipped: number;
}

const NOTHING: BookMapping = {
  date: null,
  receiptNo: null,
  paymentNo: null,
  number: null,
  reason: null,
  person: null,
  in: null,
  out: null,
};
const MOST_HEAD_ROWS = 25;
const TOTALS = /^(cong|tong|so du|du dau|ton dau|ton cuoi|mang sang|chuyen trang|trang truoc|luy ke)/;

/** Text of a head over its merged width. */
function headText(sheet: RawSheet, row: RawRow, column: number): string {
  const merge = sheet.merges.find(
    (one) =>
      one.fromLine <= row.line &&
      row.line <= one.toLine &&
      one.fromColumn <= column &&
      column <= one.toColumn,
  );
  const from = merge && merge.fromLine === row.line ? merge.fromColumn : column;
  return cellText(row.cells[from]).trim();
}

function roleOf(head: string): BookColumn | null {
  const numbers = /so phieu|phieu|so hieu|chung tu|so ct/.test(head);
  if (/ton|so du|con lai|ghi chu|tai khoan/.test(head) && !/so tien/.test(head)) return null;
  if (/ngay/.test(head)) return 'date';
  if (/dien giai|noi dung|ly do|trich yeu/.test(head)) return 'reason';
  if (/\bton\b|\bdu\b/.test(head)) return null;
  if (/\bthu\b/.test(head)) return numbers ? 'receiptNo' : 'in';
  if (/\bchi\b/.test(head)) return numbers ? 'paymentNo' : 'out';
  if (numbers) return 'number';
  if (/ho (va )?ten|nguoi (nop|nhan)|doi tuong/.test(head)) return 'person';
  return null;
}

interface Head {
  at: number;
  heads: string[];
}

/** The row that names a date and an amount, alone or with the row under it. */
function findHead(sheet: RawSheet): Head | null {
  const width = Math.max(0, ...sheet.rows.slice(0, 200).map((row) => row.cells.length));
  const columns = Array.from({ length: width }, (_, i) => i);
  for (let at = 0; at < Math.min(MOST_HEAD_ROWS, sheet.rows.length); at++) {
    const first = columns.map((column) => headText(sheet, sheet.rows[at]!, column));
    const next = sheet.rows[at + 1];
    const second = next ? columns.map((column) => headText(sheet, next, column)) : [];
    const both = first.map((text, i) => [...new Set([text, second[i]])].filter(Boolean).join(' '));
    for (const [heads, rows] of [
      [first, 1],
      [both, 2],
    ] as const) {
      const roles = heads.map((head) => roleOf(fold(head)));
      if (roles.includes('date') && roles.includes('in') && roles.includes('out'))
        return { at: at + rows, heads: [...heads] };
    }
  }
  return null;
}

const day = (cell: RawCell | undefined): string | null => {
  if (cell && typeof cell === 'object' && cell.type === 'date') return String(cell.value).slice(0, 10);
  const read = parseDate(cellText(cell).trim());
  return read.ok && read.iso.length === 10 ? read.iso : null;
};

const money = (cell: RawCell | undefined): number => {
  if (cell && typeof cell === 'object' && cell.type === 'number') return Math.round(Number(cell.value));
  return parseMoney(cellText(cell)) ?? 0;
};

/** Reads the book; `chosen` columns stand above what the heads say. */
export function readCashBook(sheet: RawSheet, chosen: Partial<BookMapping> | null): BookReading {
  const head = findHead(sheet);
  const heads = head?.heads ?? (sheet.rows[0]?.cells ?? []).map((cell) => cellText(cell));
  const mapping = { ...NOTHING };
  heads.forEach((text, column) => {
    const role = roleOf(fold(text));
    if (role && mapping[role] === null) mapping[role] = column;
  });
  Object.assign(mapping, chosen ?? {});
  const lines: BookLine[] = [];
  let [skipped, last] = [0, null as string | null];
  for (const row of sheet.rows.slice(head?.at ?? 1)) {
    const read = lineOf(row, mapping, last);
    if (!read) {
      skipped++;
      continue;
    }
    last = read.onDate ?? last;
    lines.push(read);
  }
  return { heads, mapping, lines, skipped };
}

function lineOf(row: RawRow, mapping: BookMapping, before: string | null): BookLine | null {
  const at = (role: BookColumn) => (mapping[role] === null ? undefined : row.cells[mapping[role]]);
  const text = (role: BookColumn) => cellText(at(role)).replace(/\s+/g, ' ').trim() || null;
  const [received, paid] = [money(at('in')), money(at('out'))];
  if (received <= 0 && paid <= 0) return null;
  const shown = row.cells.map((cell) => fold(cellText(cell)).trim()).find((cell) => cell !== '') ?? '';
  const reason = text('reason');
  if (TOTALS.test(shown) || TOTALS.test(fold(reason ?? ''))) return null;
  const kind: VoucherKind = received > 0 ? 'receipt' : 'payment';
  const written = text('date');
  const onDate = day(at('date')) ?? (written === null ? before : null);
  const problem =
    received > 0 && paid > 0 ? 'bothSides' : onDate === null ? 'noDate' : reason === null ? 'noReason' : null;
  return {
    line: row.line,
    onDate,
    kind,
    amount: Math.max(received, paid),
    oldNumber: text(kind === 'receipt' ? 'receiptNo' : 'paymentNo') ?? text('number'),
    reason,
    person: text('person'),
    problem,
  };
}
