/** A year statement of a fund: income, spending and what is left, by category against the budget. */
import type { Cell, Paper, PaperUnit, TableRow } from './paper';
import { figure } from './text';

export interface StatementLine {
  name: string;
  budget: number | null;
  actual: number;
  note: string | null;
}

export interface FundStatementData {
  unit: PaperUnit;
  fundName: string;
  year: number;
  opening: { cash: number; bank: number };
  closing: { cash: number; bank: number };
  income: readonly StatementLine[];
  spending: readonly StatementLine[];
  /** Of a year that is not over: "Số liệu đến ngày 22/11/2026". */
  asOf: string | null;
  accountHolder: string | null;
  accountant: string | null;
  date: string | null;
  /** "Một trăm tám mươi mốt triệu đồng" */
  closingInWords: string;
}

const sum = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value): value is number => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
};

/** "92%": without decimals, with one where rounding would falsely say 0% or 100%. */
function share(actual: number, budget: number | null): string {
  if (!budget) return '';
  const percent = (actual / budget) * 100;
  const whole = Math.floor(percent + 0.5);
  const falsely = (whole === 100 && actual !== budget) || (whole === 0 && actual !== 0);
  if (!falsely) return `${figure(whole)}%`;
  return `${figure(percent < 100 ? Math.floor(percent * 10) / 10 || 0.1 : Math.ceil(percent * 10) / 10)}%`;
}

function lineCells(ordinal: string, line: Omit<StatementLine, 'note'>, note: string | null): Cell[] {
  const left = line.budget === null ? '' : figure(line.budget - line.actual);
  return [
    ordinal,
    line.name,
    figure(line.budget),
    figure(line.actual),
    { text: share(line.actual, line.budget), align: 'center' },
    left,
    note ?? '',
  ];
}

function side(mark: string, name: string, lines: readonly StatementLine[]): TableRow[] {
  const total = {
    name,
    budget: sum(lines.map((line) => line.budget)),
    actual: sum(lines.map((line) => line.actual)) ?? 0,
  };
  return [
    { kind: 'group', cells: lineCells(mark, total, null) },
    ...lines.map((line, i): TableRow => ({ kind: 'row', cells: lineCells(String(i + 1), line, line.note) })),
  ];
}

function held(mark: string, name: string, { cash, bank }: { cash: number; bank: number }): TableRow[] {
  const row = (label: string, value: number): TableRow => ({
    kind: 'row',
    cells: ['', label, '', figure(value), '', '', ''],
  });
  return [
    { kind: 'group', cells: [mark, name, '', figure(cash + bank), '', '', ''] },
    row('Tiền mặt', cash),
    row('Tiền gửi', bank),
  ];
}

export function fundStatementPaper(data: FundStatementData): Paper {
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: 'Báo cáo thu, chi quỹ công đoàn',
    subject: `${data.fundName} – Năm ${data.year}`,
    note: ['Đơn vị tính: đồng', data.asOf].filter(Boolean).join('. '),
    orientation: 'portrait',
    blocks: [
      {
        kind: 'table',
        size: 11.5,
        columns: [
          { title: 'TT', width: 10, align: 'center' },
          { title: 'Nội dung', width: '*' },
          { title: 'Dự toán', width: 25, align: 'right' },
          { title: 'Thực hiện', width: 25, align: 'right' },
          { title: 'Đạt', width: 14, align: 'center' },
          { title: 'Còn lại', width: 25, align: 'right' },
          { title: 'Ghi chú', width: 22 },
        ],
        rows: [
          ...held('A', 'Số dư đầu năm', data.opening),
          ...side('B', 'Thu trong năm', data.income),
          ...side('C', 'Chi trong năm', data.spending),
          ...held('D', data.asOf ? 'Số dư hiện có' : 'Số dư cuối năm', data.closing),
        ],
      },
      {
        kind: 'paragraph',
        text: [{ text: 'Số dư bằng chữ: ' }, { text: data.closingInWords, italic: true }, { text: '.' }],
        indent: false,
      },
      {
        kind: 'signature',
        leftSigner: { authority: ['Kế toán'], name: data.accountant },
        signer: { authority: ['Chủ tài khoản'], name: data.accountHolder },
        placeDate: { place: data.unit.place, date: data.date },
      },
    ],
  };
}
