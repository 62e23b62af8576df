/** A report as a paper: headings by level, paragraphs, a table of figures, and an annex after the signature. */
import { PARTY_TITLE, type ReportHeading } from '../../../shared/domain/reports';
import type { Annex, Block, Column, Paper, Signer, TableRow } from './paper';
import { longDate } from './text';

export interface ReportLine {
  group: boolean;
  no: string;
  label: string;
  unit: string;
  /** "chưa có số liệu" where nothing is on record. */
  value: string;
  note: string;
}

export interface ReportPaperPart {
  kind: 'heading' | 'text' | 'table';
  level: number | null;
  number: string | null;
  text: string;
  lines: readonly ReportLine[];
}

export interface ReportPaperData {
  heading: { upperBody: string | null; body: string; place: string | null };
  style: { heading: ReportHeading; bodySize: number };
  /** null leaves room for the number. */
  number: string;
  date: string | null;
  subject: string;
  addressee: string | null;
  parts: readonly ReportPaperPart[];
  /** The table stands in the text instead of after the signature. */
  tableInText: boolean;
  recipients: readonly string[];
  signer: Signer;
}

export const ANNEX_COLUMNS: readonly Column[] = [
  { title: 'TT', width: 11, align: 'center' },
  { title: 'Nội dung', width: '*' },
  { title: 'ĐVT', width: 26, align: 'center' },
  { title: 'Số lượng', width: 30, align: 'right' },
  { title: 'Ghi chú', width: 32 },
];
export const ANNEX_TITLE = 'PHỤ LỤC SỐ LIỆU';

function tableOf(lines: readonly ReportLine[]): Block {
  const rows = lines.map(
    ({ group, no, label, unit, value, note }): TableRow =>
      group
        ? { kind: 'group', cells: [no, { text: label, span: 4, align: 'left' }] }
        : { kind: 'row', cells: [no, label, unit, value, note] },
  );
  return { kind: 'table', columns: ANNEX_COLUMNS, rows };
}

function blockOf(part: ReportPaperPart, size: number): Block[] {
  if (part.kind === 'table') return [tableOf(part.lines)];
  if (part.kind === 'text') return part.text.split('\n').map((text) => ({ kind: 'paragraph', text, size }));
  const number = part.number ?? '';
  if (part.level === 1)
    return [number, part.text].map((text) => ({
      kind: 'paragraph',
      text,
      size,
      align: 'center',
      bold: true,
      keepNext: true,
    }));
  return [{ kind: 'paragraph', text: `${number} ${part.text}`.trim(), size, bold: true, keepNext: true }];
}

export function reportPaper(data: ReportPaperData): Paper {
  const { style, number, date } = data;
  const size = style.bodySize;
  const tables = data.parts.filter((part) => part.kind === 'table');
  const words = data.parts.filter((part) => part.kind !== 'table' || data.tableInText);
  const addressee: Block[] = data.addressee
    ? [
        {
          kind: 'paragraph',
          text: [{ text: 'Kính gửi: ' }, { text: data.addressee, bold: true }],
          align: 'center',
          size,
        },
      ]
    : [];
  const annex: Annex = {
    title: ANNEX_TITLE,
    reference: [`(Kèm theo Báo cáo số ${number.replace(/^\s+/, '……')} ${longDate(date)})`],
    blocks: tables.flatMap((part) => blockOf(part, size)),
  };
  return {
    heading: {
      upperBody: data.heading.upperBody,
      body: data.heading.body,
      national: style.heading === 'national',
      ...(style.heading === 'party' ? { right: PARTY_TITLE } : {}),
    },
    number,
    place: data.heading.place,
    date,
    title: 'BÁO CÁO',
    subject: data.subject,
    orientation: 'portrait',
    blocks: [
      ...addressee,
      ...words.flatMap((part) => blockOf(part, size)),
      { kind: 'signature', signer: data.signer, recipients: data.recipients },
    ],
    ...(tables.length > 0 && !data.tableInText ? { annexes: [annex] } : {}),
  };
}
