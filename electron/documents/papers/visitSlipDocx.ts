/** Visit slips as a Word file, one on a page. */
import type { Paragraph, Table } from 'docx';
import { plainColumns, twoColumns } from './docx/heading';
import { lineOf, paragraph, points } from './docx/units';
import { pageFrame } from './figures';
import { docxPages, packDocx } from './renderDocx';
import { bodyLines, longDate } from './text';
import { slipColumns, slipFields, type VisitSlipsData } from './visitSlip';

type Slip = VisitSlipsData['slips'][number];
const SIZE = 13;
const spaced = (before: number) => ({ spacing: { before: points(before), after: 0, ...lineOf(1.15) } });

function slipChildren(slip: Slip): (Paragraph | Table)[] {
  const { textWidth } = pageFrame('portrait');
  const centred = (
    text: string,
    more: { size?: number; bold?: boolean; italic?: boolean; before?: number },
  ) =>
    paragraph(text, {
      size: more.size ?? 12,
      align: 'center',
      bold: more.bold ?? false,
      italic: more.italic ?? false,
      options: spaced(more.before ?? 0),
    });
  const day = longDate(slip.date);
  const names = bodyLines(slip.body);
  const columns = slipColumns(slip);
  return [
    twoColumns(
      [
        [
          names.map((text, at) => centred(text, { bold: at > 0 || names.length === 1 })),
          [
            centred('Mẫu số: C01-TLĐ', { bold: true }),
            centred(`Quyển số: ${slip.bookNumber ?? '……'}     Số: ${slip.code}`, {}),
          ],
        ],
      ],
      textWidth * 0.55,
      textWidth * 0.45,
    ),
    centred('PHIẾU THĂM HỎI ĐOÀN VIÊN', { size: 17, bold: true, before: 14 }),
    centred(`${day[0]!.toUpperCase()}${day.slice(1)}`, { size: 13, italic: true }),
    ...slipFields(slip).map(([label, value], at) =>
      paragraph(
        [{ text: `${label} ` }, value === '' ? { text: '……………………………………' } : { text: value, bold: true }],
        { size: SIZE, align: 'left', options: spaced(at === 0 ? 12 : 5) },
      ),
    ),
    plainColumns(
      [
        columns.map(([title, how, name]) => [
          centred(title, { size: 11, bold: true, before: 14 }),
          centred(how, { size: 11, italic: true }),
          centred(name ?? ' ', { size: 11, bold: true, before: 60 }),
        ]),
      ],
      columns.map(() => textWidth / columns.length),
    ),
  ];
}

export function visitSlipDocx(data: VisitSlipsData): Promise<Uint8Array> {
  return packDocx(
    'Phiếu thăm hỏi',
    data.slips.map((slip) => docxPages('portrait', slipChildren(slip))),
  );
}
