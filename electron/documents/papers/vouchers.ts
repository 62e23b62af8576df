/** Receipts and payments (phiếu thu, phiếu chi) after forms C40-BB and C41-BB: two halves of an A4 sheet. */
import { FIGURES } from './figures';
import type { Run } from './paper';
import {
  breakBalanced,
  breakLines,
  createMeasurer,
  drawLine,
  type Line,
  type Measurer,
  mm,
  type Pen,
} from './pdf/measure';
import { bytesOf, openPen, type PdfOptions } from './renderPdf';
import { figure, longDate, printable, upper } from './text';

export interface PrintedVoucher {
  kind: 'receipt' | 'payment';
  /** "PT 027" */
  code: string;
  date: string;
  person: string | null;
  address: string | null;
  reason: string;
  amount: number;
  inWords: string;
  papers: string | null;
  paperCount: number | null;
  cancelReason: string | null;
  bookNumber: string | null;
  signers: {
    accountHolder: string | null;
    accountant: string | null;
    preparer: string | null;
    treasurer: string | null;
  };
  body: string;
}

export interface VoucherSheetsData {
  vouchers: readonly PrintedVoucher[];
  twoCopies: boolean;
  /** ISO day of printing. */
  day: string;
}

/** Millimetres inside a half. */
const HALF = 148.5;
const LEFT = 18;
const RIGHT = 192;
const HEAD = { leftCentre: 54, rightCentre: 160, width: 76, first: 14, pitch: 4.9 } as const;
const TITLE = 31;
const FIELDS = { first: 46, last: 103, sizes: [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5] } as const;
const SIGN = { gap: 9, least: 90, names: 30, last: 141 } as const;
const SIZE = 12;

interface Desk {
  pen: Pen;
  measurer: Measurer;
  /** Top of the half, mm. */
  top: number;
}

function centred(desk: Desk, run: Run, centre: number, y: number, width: number, size: number): void {
  let fitted = size;
  const clean = { ...run, text: printable(run.text) };
  const broken = () => breakLines([clean], { size: fitted, width: mm(width) }, desk.measurer);
  while (broken().length > 1 && fitted > size * 0.7) fitted -= 0.25;
  const place = { x: mm(centre - width / 2), width: mm(width), size: fitted, align: 'center' as const };
  drawLine(desk.pen, broken()[0]!, { ...place, baseline: mm(desk.top + y) });
}

function drawHead(desk: Desk, voucher: PrintedVoucher, copy: number | null): void {
  const { pen } = desk;
  const lines = upper(voucher.body)
    .replace(/^(CÔNG ĐOÀN CƠ SỞ)\s+/, '$1\n')
    .split('\n');
  lines.forEach((text, i) => {
    const bold = i > 0 || lines.length === 1;
    centred(desk, { text, bold }, HEAD.leftCentre, HEAD.first + i * HEAD.pitch, HEAD.width, SIZE);
  });
  const rule = mm(desk.top + HEAD.first + (lines.length - 1) * HEAD.pitch + 1.8);
  pen
    .lineWidth(mm(FIGURES.rule))
    .moveTo(mm(HEAD.leftCentre - 12), rule)
    .lineTo(mm(HEAD.leftCentre + 12), rule)
    .stroke('black');
  const form = voucher.kind === 'receipt' ? 'C40-BB' : 'C41-BB';
  const number = `Quyển số: ${voucher.bookNumber ?? '……'}     Số: ${voucher.code}`;
  const right = (text: string, i: number, style: Partial<Run> = {}) =>
    centred(desk, { text, ...style }, HEAD.rightCentre, HEAD.first + i * HEAD.pitch, 64, SIZE);
  right(`Mẫu số: ${form}`, 0, { bold: true });
  right(number, 1);
  if (copy !== null) right(`Liên ${copy}`, 2, { italic: true });
  const title = voucher.kind === 'receipt' ? 'PHIẾU THU' : 'PHIẾU CHI';
  centred(desk, { text: title, bold: true }, 105, TITLE, 120, 17);
  const day = longDate(voucher.date);
  const dated = `${day[0]!.toUpperCase()}${day.slice(1)}`;
  centred(desk, { text: dated, italic: true }, 105, TITLE + 6.2, 120, 12.5);
}

interface Filled {
  label: string;
  lines: Line[];
  labelWidth: number;
}

function papersText(voucher: PrintedVoucher): string {
  if (voucher.paperCount === null && voucher.papers === null) return '';
  const count = voucher.paperCount === null ? '……' : String(voucher.paperCount).padStart(2, '0');
  return `${count} chứng từ gốc${voucher.papers ? `: ${voucher.papers}` : ''}`;
}

interface Laid {
  filled: Filled[];
  size: number;
  /** Millimetres from line to line. */
  pitch: number;
}

function layFields(desk: Desk, texts: readonly (readonly [string, string])[], size: number): Laid {
  const filled = texts.map(([label, value]) => {
    const labelWidth = desk.measurer.width(label, 'regular', size) + mm(1.5);
    const runs = [{ text: printable(value), bold: true }];
    const lines = breakLines(runs, { size, width: mm(RIGHT - LEFT), indent: labelWidth }, desk.measurer);
    return { label, lines, labelWidth };
  });
  return { filled, size, pitch: filled.some(({ lines }) => lines.length > 1) ? size * 0.52 : size * 0.58 };
}

/** The largest size at which all fields leave room to sign. */
function fittedFields(desk: Desk, voucher: PrintedVoucher): Laid {
  const receipt = voucher.kind === 'receipt';
  const texts: [string, string][] = [
    [`Họ và tên người ${receipt ? 'nộp' : 'nhận'} tiền:`, voucher.person ?? ''],
    ['Đơn vị:', voucher.address ?? ''],
    [`Lý do ${receipt ? 'nộp' : 'chi'}:`, voucher.reason],
    ['Số tiền:', `${figure(voucher.amount)} đồng`],
    ['Viết bằng chữ:', voucher.inWords],
    ['Kèm theo:', papersText(voucher)],
  ];
  if (voucher.cancelReason !== null) texts.push(['ĐÃ HỦY, lý do:', voucher.cancelReason]);
  const tried = FIELDS.sizes.map((size) => layFields(desk, texts, size));
  const heightOf = ({ filled, pitch }: Laid) =>
    filled.reduce((sum, field) => sum + field.lines.length, 0) * pitch;
  return tried.find((laid) => FIELDS.first + heightOf(laid) <= FIELDS.last) ?? tried[tried.length - 1]!;
}

function dots(desk: Desk, from: number, baseline: number): void {
  desk.pen
    .lineWidth(0.5)
    .dash(0.6, { space: 1.8 })
    .moveTo(from, baseline + 1.8)
    .lineTo(mm(RIGHT), baseline + 1.8)
    .stroke('black')
    .undash();
}

/** Answers the last baseline, mm inside the half. */
function drawFields(desk: Desk, voucher: PrintedVoucher): number {
  const { filled, size, pitch } = fittedFields(desk, voucher);
  const place = { size, align: 'left' as const };
  let y: number = FIELDS.first;
  for (const { label, lines, labelWidth } of filled) {
    const [named] = breakLines([{ text: label }], { size, width: mm(200) }, desk.measurer);
    drawLine(desk.pen, named!, { ...place, x: mm(LEFT), width: mm(100), baseline: mm(desk.top + y) });
    lines.forEach((line, i) => {
      const shift = i === 0 ? labelWidth : 0;
      const baseline = mm(desk.top + y);
      dots(desk, mm(LEFT) + shift, baseline);
      drawLine(desk.pen, line, { ...place, x: mm(LEFT) + shift, width: mm(RIGHT - LEFT) - shift, baseline });
      y += pitch;
    });
  }
  return y - pitch;
}

/** A name over at most two lines, the last on the baseline. */
function drawName(desk: Desk, name: string, centre: number, y: number, width: number): void {
  let size = 11;
  const runs = [{ text: printable(name), bold: true }];
  const broken = () => breakBalanced(runs, { size, width: mm(width) }, desk.measurer);
  while (broken().length > 2 && size > 7) size -= 0.25;
  const lines = broken();
  lines.forEach((line, i) => {
    const baseline = mm(desk.top + y - (lines.length - 1 - i) * 4.4);
    drawLine(desk.pen, line, {
      x: mm(centre - width / 2),
      width: mm(width),
      size,
      align: 'center',
      baseline,
    });
  });
}

function drawSigners(desk: Desk, voucher: PrintedVoucher, from: number): void {
  const { accountHolder, accountant, preparer, treasurer } = voucher.signers;
  const person = voucher.person;
  const tail: [string, string | null][] =
    voucher.kind === 'receipt'
      ? [
          ['Người nộp', person],
          ['Thủ quỹ', treasurer],
        ]
      : [
          ['Thủ quỹ', treasurer],
          ['Người nhận', person],
        ];
  const columns: [string, string | null][] = [
    ['Chủ tài khoản', accountHolder],
    ['Kế toán', accountant],
    ['Người lập phiếu', preparer],
    ...tail,
  ];
  const width = (RIGHT - LEFT) / columns.length;
  const names = Math.min(from + SIGN.names, SIGN.last);
  columns.forEach(([title, name], i) => {
    const centre = LEFT + width * (i + 0.5);
    const how = i === 0 ? '(Ký, họ tên, đóng dấu)' : '(Ký, họ tên)';
    centred(desk, { text: title, bold: true }, centre, from, width, 11);
    centred(desk, { text: how, italic: true }, centre, from + 4.5, width, 10.5);
    if (name) drawName(desk, name, centre, names, width - 2);
  });
}

function drawVoucher(desk: Desk, voucher: PrintedVoucher, copy: number | null): void {
  drawHead(desk, voucher, copy);
  const last = drawFields(desk, voucher);
  drawSigners(desk, voucher, Math.max(last + SIGN.gap, SIGN.least));
}

function drawCut(pen: Pen): void {
  pen
    .lineWidth(mm(0.2))
    .dash(5, { space: 4 })
    .moveTo(mm(10), mm(HALF))
    .lineTo(mm(200), mm(HALF))
    .stroke('black')
    .undash();
}

/** Sheets of two vouchers, or of two copies of one. */
export async function voucherSheets(
  data: VoucherSheetsData,
  options: PdfOptions & { onPage?(done: number, total: number): void },
): Promise<Uint8Array> {
  const title = data.vouchers.length === 1 ? `Phiếu ${data.vouchers[0]!.code}` : 'Phiếu thu, phiếu chi';
  const pen = openPen({ title, date: data.day }, options);
  const ended = bytesOf(pen);
  const measurer = createMeasurer(pen);
  const copies: readonly (number | null)[] = data.twoCopies ? [1, 2] : [null];
  const halves = data.vouchers.flatMap((voucher) => copies.map((copy) => ({ voucher, copy })));
  const pages = Math.ceil(halves.length / 2);
  for (let page = 0; page < pages; page++) {
    pen.addPage({ size: [mm(FIGURES.page.short), mm(FIGURES.page.long)], margin: 0 });
    halves.slice(page * 2, page * 2 + 2).forEach(({ voucher, copy }, i) => {
      drawVoucher({ pen, measurer, top: i * HALF }, voucher, copy);
    });
    drawCut(pen);
    options.onPage?.(page + 1, pages);
  }
  pen.end();
  return ended;
}
