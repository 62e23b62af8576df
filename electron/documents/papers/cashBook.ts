/** The cash book (sổ quỹ) with a running balance, sums carried from page to page, as a paper and as a workbook. */
import type { SheetData } from '../spreadsheets/workbook';
import type { Cell, Paper, PaperUnit, TableRow } from './paper';
import { figure, longDate } from './text';

export interface CashBookRow {
  date: string;
  receipt: string | null;
  payment: string | null;
  text: string;
  /** null on a cancelled voucher. */
  received: number | null;
  paid: number | null;
  balance: number;
}

export interface CashBookData {
  unit: PaperUnit;
  /** "Sổ quỹ tiền mặt" */
  title: string;
  fundName: string;
  from: string;
  to: string;
  opening: number;
  rows: readonly CashBookRow[];
  treasurer: string | null;
  accountant: string | null;
}

const dayText = (iso: string): string => iso.split('-').reverse().join('/');
/** Nothing stays blank: a zero in a column of money is no entry. */
const money = (value: number | null): string => (value === null || value === 0 ? '' : figure(value));

/** The column says which kind it is. */
const bare = (code: string | null): string => code?.replace(/^\D+/, '') ?? '';

function sumsRow(label: string, received: number, paid: number, balance: number): Cell[] {
  return [{ text: label, span: 4, align: 'center' }, figure(received), figure(paid), figure(balance)];
}

function bookRows(data: CashBookData): TableRow[] {
  let [received, paid] = [0, 0];
  const opening: TableRow = {
    kind: 'group',
    cells: [
      { text: `Số dư đầu kỳ, ${longDate(data.from)}`, span: 4, align: 'left' },
      '',
      '',
      figure(data.opening),
    ],
  };
  const rows = data.rows.map((row): TableRow => {
    received += row.received ?? 0;
    paid += row.paid ?? 0;
    return {
      kind: 'row',
      cells: [
        dayText(row.date),
        bare(row.receipt),
        bare(row.payment),
        row.text,
        money(row.received),
        money(row.paid),
        figure(row.balance),
      ],
      carry: {
        foot: sumsRow('Cộng chuyển trang sau', received, paid, row.balance),
        head: sumsRow('Trang trước chuyển sang', received, paid, row.balance),
      },
    };
  });
  const balance = data.opening + received - paid;
  const total: TableRow = {
    kind: 'total',
    cells: sumsRow('Cộng phát sinh, số dư cuối kỳ', received, paid, balance),
  };
  return [opening, ...rows, total];
}

/** Form of the cash book: date, numbers of vouchers, what for, in, out, balance. */
export function cashBookPaper(data: CashBookData): Paper {
  return {
    heading: { ...data.unit, national: false },
    number: null,
    place: null,
    date: null,
    title: data.title,
    subject: data.fundName,
    note: `Từ ${longDate(data.from)} đến ${longDate(data.to)}. Đơn vị tính: đồng`,
    orientation: 'portrait',
    running: { head: `${data.title} – ${data.fundName}` },
    blocks: [
      {
        kind: 'table',
        size: 10.5,
        columns: [
          { title: 'Ngày', width: 21.5, align: 'center' },
          { title: 'Thu', width: 11, align: 'center' },
          { title: 'Chi', width: 11, align: 'center' },
          { title: 'Diễn giải', width: '*' },
          { title: 'Thu', width: 21, align: 'right' },
          { title: 'Chi', width: 21, align: 'right' },
          { title: 'Tồn', width: 22, align: 'right' },
        ],
        head: [
          [
            { text: 'Ngày', rows: 2 },
            { text: 'Số phiếu', span: 2 },
            { text: 'Diễn giải', rows: 2 },
            { text: 'Số tiền', span: 3 },
          ],
          [{ text: 'Thu' }, { text: 'Chi' }, { text: 'Thu' }, { text: 'Chi' }, { text: 'Tồn' }],
        ],
        rows: bookRows(data),
      },
      {
        kind: 'signature',
        leftSigner: { authority: ['Thủ quỹ'], name: data.treasurer },
        signer: { authority: ['Kế toán'], name: data.accountant },
        placeDate: { place: data.unit.place, date: data.to },
      },
    ],
  };
}

/** The same book for the accountant: real dates, real numbers. */
export function cashBookSheet(data: CashBookData): SheetData {
  let [received, paid] = [0, 0];
  const body = data.rows.map((row) => {
    received += row.received ?? 0;
    paid += row.paid ?? 0;
    return { ...row };
  });
  const last = data.opening + received - paid;
  return {
    name: 'Sổ quỹ',
    title: [
      data.title.toLocaleUpperCase('vi'),
      `${data.fundName}, từ ${dayText(data.from)} đến ${dayText(data.to)}`,
    ],
    columns: [
      { key: 'date', title: 'Ngày', width: 12, type: 'date' },
      { key: 'receipt', title: 'Số phiếu thu', width: 12, type: 'text' },
      { key: 'payment', title: 'Số phiếu chi', width: 12, type: 'text' },
      { key: 'text', title: 'Diễn giải', width: 48, type: 'text' },
      { key: 'received', title: 'Thu', width: 16, type: 'money' },
      { key: 'paid', title: 'Chi', width: 16, type: 'money' },
      { key: 'balance', title: 'Tồn', width: 16, type: 'money' },
    ],
    rows: [
      { text: 'Số dư đầu kỳ', balance: data.opening },
      ...body,
      { text: 'Cộng phát sinh, số dư cuối kỳ', received, paid, balance: last },
    ],
    strongRows: new Set([0, body.length + 1]),
    orientation: 'landscape',
  };
}
