/** Receipts and payments (phiếu thu, phiếu chi) after forms C40-BB and C41-BB: two halves of an A4 sheet. */
import {
  type Desk,
  drawFields,
  drawHead,
  drawSigners,
  type FieldText,
  halfSheets,
  type SignColumn,
} from './halfSheet';
import type { PdfOptions } from './renderPdf';
import { figure } from './text';

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

/** Last line of the fields and the first of the signatures, mm inside a half. */
const LAST_FIELD = 103;
const SIGN = { gap: 9, least: 90 } as const;

function papersText(voucher: PrintedVoucher): string {
  if (voucher.paperCount === null && voucher.papers === null) return '';
  const count = voucher.paperCount === null ? '……' : String(voucher.paperCount).padStart(2, '0');
  return `${count} chứng từ gốc${voucher.papers ? `: ${voucher.papers}` : ''}`;
}

function fieldsOf(voucher: PrintedVoucher): FieldText[] {
  const receipt = voucher.kind === 'receipt';
  const texts: FieldText[] = [
    [`Họ và tên người ${receipt ? 'nộp' : 'nhận'} tiền:`, voucher.person ?? ''],
    ['Đơn vị:', voucher.address ?? ''],
    [`Lý do ${receipt ? 'nộp' : 'chi'}:`, voucher.reason],
    ['Số tiền:', `${figure(voucher.amount)} đồng`],
    ['Viết bằng chữ:', voucher.inWords],
    ['Kèm theo:', papersText(voucher)],
  ];
  return voucher.cancelReason === null ? texts : [...texts, ['ĐÃ HỦY, lý do:', voucher.cancelReason]];
}

function signersOf(voucher: PrintedVoucher): SignColumn[] {
  const { accountHolder, accountant, preparer, treasurer } = voucher.signers;
  const how = '(Ký, họ tên)';
  const keeper: SignColumn = ['Thủ quỹ', how, treasurer];
  const tail: SignColumn[] =
    voucher.kind === 'receipt'
      ? [['Người nộp', how, voucher.person], keeper]
      : [keeper, ['Người nhận', how, voucher.person]];
  return [
    ['Chủ tài khoản', '(Ký, họ tên, đóng dấu)', accountHolder],
    ['Kế toán', how, accountant],
    ['Người lập phiếu', how, preparer],
    ...tail,
  ];
}

function drawVoucher(desk: Desk, voucher: PrintedVoucher, copy: number | null): void {
  const receipt = voucher.kind === 'receipt';
  drawHead(desk, {
    body: voucher.body,
    right: [
      { text: `Mẫu số: ${receipt ? 'C40-BB' : 'C41-BB'}`, bold: true },
      { text: `Quyển số: ${voucher.bookNumber ?? '……'}     Số: ${voucher.code}` },
      ...(copy === null ? [] : [{ text: `Liên ${copy}`, italic: true }]),
    ],
    title: receipt ? 'PHIẾU THU' : 'PHIẾU CHI',
    date: voucher.date,
  });
  const last = drawFields(desk, fieldsOf(voucher), LAST_FIELD);
  drawSigners(desk, signersOf(voucher), Math.max(last + SIGN.gap, SIGN.least));
}

/** Sheets of two vouchers, or of two copies of one. */
export async function voucherSheets(
  data: VoucherSheetsData,
  options: PdfOptions & { onPage?(done: number, total: number): void },
): Promise<Uint8Array> {
  const title = data.vouchers.length === 1 ? `Phiếu ${data.vouchers[0]!.code}` : 'Phiếu thu, phiếu chi';
  const copies: readonly (number | null)[] = data.twoCopies ? [1, 2] : [null];
  const halves = data.vouchers.flatMap((voucher) => copies.map((copy) => ({ voucher, copy })));
  return halfSheets(
    { title, day: data.day, halves },
    (desk, half) => drawVoucher(desk, half.voucher, half.copy),
    options,
  );
}
