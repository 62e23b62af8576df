/** Everything kept of one member on paper (phiếu thông tin đoàn viên), as an answer to the person's own request. */
import type { Block, Paper, PaperUnit, Signer, TableRow } from './paper';
import { longDate } from './text';

export interface MemberRecordData {
  unit: PaperUnit;
  signer: Signer;
  /** Day of the paper, ISO. */
  day: string;
  name: string;
  /** Who asked and when, if a request is answered. */
  request: { askedBy: string; askedOn: string } | null;
  sections: readonly { title: string; head: string[]; widths: (number | '*')[]; rows: string[][] }[];
}

function sectionBlocks(section: MemberRecordData['sections'][number], ordinal: number): Block[] {
  const heading: Block = { kind: 'heading', text: `${ordinal}. ${section.title}` };
  if (section.rows.length === 0)
    return [heading, { kind: 'paragraph', text: 'Sổ không lưu gì ở mục này.', italic: true, size: 12 }];
  const rows = section.rows.map((cells): TableRow => ({ kind: 'row', cells }));
  return [
    heading,
    {
      kind: 'table',
      columns: section.head.map((title, i) => ({ title, width: section.widths[i] ?? '*' })),
      rows,
      size: 11,
    },
  ];
}

export function memberRecordPaper(data: MemberRecordData): Paper {
  const { request, unit } = data;
  const asked = request
    ? `Lập theo yêu cầu ngày ${request.askedOn.split('-').reverse().join('/')} của ${request.askedBy}.`
    : 'Lập từ sổ của công đoàn cơ sở.';
  return {
    heading: unit,
    number: null,
    place: null,
    date: null,
    title: 'Phiếu thông tin đoàn viên',
    subject: data.name,
    note: `(Tính đến ${longDate(data.day)})`,
    orientation: 'portrait',
    running: { head: `${unit.body} – Phiếu thông tin đoàn viên: ${data.name}` },
    blocks: [
      {
        kind: 'paragraph',
        text: `${asked} Phiếu ghi mọi điều sổ đang lưu về người có tên trên, kể cả thông tin riêng (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).`,
        size: 12.5,
      },
      ...data.sections.flatMap((section, i) => sectionBlocks(section, i + 1)),
      {
        kind: 'signature',
        leftSigner: { authority: ['Người nhận phiếu'], name: null },
        signer: data.signer,
        placeDate: { place: unit.place, date: data.day },
      },
    ],
  };
}
