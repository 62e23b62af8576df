/** Visit slips (phiếu thăm hỏi đoàn viên) after form C01-TLĐ: two halves of an A4 sheet. */
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

export interface PrintedSlip {
  /** "TH 112" */
  code: string;
  date: string;
  bookNumber: string | null;
  /** "Lê Hoàng Ngọc Yến, Ủy viên Ban Chấp hành". */
  visitors: readonly { name: string; post: string | null }[];
  visited: string;
  /** Department, or address and whose relative it is. */
  place: string | null;
  reason: string;
  /** Null when nothing but a gift in kind was given. */
  amount: number | null;
  inWords: string | null;
  /** "Hộp sữa trị giá 300.000 đ". */
  kind: string | null;
  signers: { chair: string | null; accountant: string | null };
  body: string;
}

export interface VisitSlipsData {
  slips: readonly PrintedSlip[];
  /** ISO day of printing. */
  day: string;
}

/** Last line of the fields and the first of the signatures, mm inside a half. */
const LAST_FIELD = 100;
const SIGN = { gap: 9, least: 88 } as const;

/** "Lê Hoàng Ngọc Yến, Ủy viên Ban Chấp hành; Lò Văn Nam". */
export const visitorsText = (visitors: PrintedSlip['visitors']): string =>
  visitors.map(({ name, post }) => (post === null ? name : `${name}, ${post}`)).join('; ');

/** What the lines of a slip say, label by label. */
export function slipFields(slip: PrintedSlip): FieldText[] {
  return [
    ['Họ và tên người đi thăm:', visitorsText(slip.visitors)],
    ['Họ và tên người được thăm:', slip.visited],
    ['Đơn vị:', slip.place ?? ''],
    ['Lý do thăm hỏi:', slip.reason],
    ['Số tiền:', slip.amount === null ? '' : `${figure(slip.amount)} đồng`],
    ['Bằng chữ:', slip.inWords ?? ''],
    ...(slip.kind === null ? [] : [['Hiện vật:', slip.kind] as const]),
  ];
}

/** Who signs a slip, from left to right. */
export function slipColumns(slip: PrintedSlip): SignColumn[] {
  const { chair, accountant } = slip.signers;
  return [
    ['TM. BCH công đoàn duyệt', '(Ký, họ tên, đóng dấu)', chair],
    ['Kế toán', '(Ký, họ tên)', accountant],
    ['Người đi thăm', '(Ký, họ tên)', slip.visitors[0]?.name ?? null],
    ['Người được thăm', '(Ký nhận)', null],
  ];
}

function drawSlip(desk: Desk, slip: PrintedSlip): void {
  drawHead(desk, {
    body: slip.body,
    right: [
      { text: 'Mẫu số: C01-TLĐ', bold: true },
      { text: `Quyển số: ${slip.bookNumber ?? '……'}     Số: ${slip.code}` },
    ],
    title: 'PHIẾU THĂM HỎI ĐOÀN VIÊN',
    date: slip.date,
  });
  const last = drawFields(desk, slipFields(slip), LAST_FIELD);
  drawSigners(desk, slipColumns(slip), Math.max(last + SIGN.gap, SIGN.least));
}

export function visitSlipSheets(
  data: VisitSlipsData,
  options: PdfOptions & { onPage?(done: number, total: number): void },
): Promise<Uint8Array> {
  const title = data.slips.length === 1 ? `Phiếu thăm hỏi ${data.slips[0]!.code}` : 'Phiếu thăm hỏi';
  return halfSheets({ title, day: data.day, halves: data.slips }, drawSlip, options);
}
