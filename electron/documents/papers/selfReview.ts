/** Self-review of the union (bảng tự chấm điểm, xếp loại chất lượng hoạt động công đoàn cơ sở) as a paper. */
import type { Block, Cell, Column, Paper, PaperUnit, Signer, TableRow } from './paper';
import { figure, longDate } from './text';

export interface SelfReviewItem {
  code: string;
  title: string;
  max: number;
  /** Figure computed from records as text ("05 hội nghị", "344/351 (98 %)"); null for manual criteria. */
  figure: string | null;
  proposed: number | null;
  score: number | null;
  /** Linked evidence and the officer's note, ready to print. */
  evidence: string | null;
}

export interface SelfReviewGroup {
  code: string;
  title: string;
  max: number;
  /** Subtotals after the group cap; null while nothing is scored. */
  proposed: number | null;
  score: number | null;
  items: readonly SelfReviewItem[];
}

export interface SelfReviewData {
  unit: PaperUnit;
  year: number;
  /** Day from which the criteria set applies. */
  criteriaFrom: string | null;
  /** Day to which the figures count. */
  dataUntil: string | null;
  groups: readonly SelfReviewGroup[];
  total: { max: number; proposed: number | null; score: number | null };
  /** "Hoàn thành xuất sắc nhiệm vụ"; null while it cannot be told. */
  rank: string | null;
  /** Why, in words: "ngưỡng 90 điểm; không nhóm tiêu chí nào dưới 50 % số điểm". */
  rankReason: string | null;
  /** The union above has confirmed the criteria set; otherwise the paper says that it has not. */
  confirmed: boolean;
  signer: Signer;
  /** Date under which it is signed; null leaves room. */
  date: string | null;
}

export const SELF_REVIEW_NOTE =
  'Bộ tiêu chí và điểm đề xuất chỉ để tham khảo, chưa đối chiếu với công đoàn cấp trên.';

export const SELF_REVIEW_COLUMNS: readonly Column[] = [
  { title: 'TT', width: 11.5, align: 'center' },
  { title: 'Nội dung', width: '*' },
  { title: 'Điểm tối đa', width: 14, align: 'center' },
  { title: 'Số liệu', width: 27 },
  { title: 'Điểm đề xuất', width: 15, align: 'center' },
  { title: 'Tự chấm', width: 15, align: 'center' },
  { title: 'Minh chứng, giải trình', width: 35 },
];

function noteOf(data: SelfReviewData): string | null {
  const parts = [
    data.criteriaFrom && `Bộ tiêu chí áp dụng từ ${longDate(data.criteriaFrom)}`,
    data.dataUntil && `số liệu đến ${longDate(data.dataUntil)}`,
  ].filter((part) => part);
  if (parts.length === 0) return null;
  const text = parts.join(' – ');
  return `(${text[0]!.toLocaleUpperCase('vi')}${text.slice(1)})`;
}

function centred(value: number | null): Cell {
  return { text: figure(value), align: 'center' };
}

function tableRows(data: SelfReviewData): TableRow[] {
  const rows: TableRow[] = [];
  for (const group of data.groups) {
    rows.push({
      kind: 'group',
      cells: [
        group.code,
        group.title,
        figure(group.max),
        '',
        centred(group.proposed),
        centred(group.score),
        '',
      ],
    });
    for (const item of group.items) {
      const scores = [centred(item.proposed), centred(item.score)];
      const start = [item.code, item.title, figure(item.max), item.figure ?? ''];
      rows.push({ kind: 'row', cells: [...start, ...scores, item.evidence ?? ''] });
    }
  }
  const { max, proposed, score } = data.total;
  const label = { text: 'TỔNG ĐIỂM', align: 'center' } as const;
  const cells = ['', label, figure(max), '', centred(proposed), centred(score), ''];
  rows.push({ kind: 'total', cells });
  return rows;
}

function rankBlock(data: SelfReviewData): Block {
  const score =
    data.total.score === null ? null : `${figure(data.total.score)}/${figure(data.total.max)} điểm`;
  const reasons = [score, data.rankReason].filter((part) => part).join('; ');
  return {
    kind: 'paragraph',
    indent: false,
    text: [
      { text: `Tự xếp loại: ${data.rank ?? '……………………………………'}`, bold: true },
      { text: reasons ? ` (${reasons}).` : '.' },
    ],
  };
}

export function selfReviewPaper(data: SelfReviewData): Paper {
  const note: Block[] = data.confirmed
    ? []
    : [{ kind: 'paragraph', text: `Ghi chú: ${SELF_REVIEW_NOTE}`, italic: true, indent: false, size: 12 }];
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: 'Bảng tự chấm điểm, xếp loại chất lượng hoạt động',
    subject: `Công đoàn cơ sở – Năm ${data.year}`,
    note: noteOf(data),
    orientation: 'portrait',
    blocks: [
      { kind: 'table', columns: SELF_REVIEW_COLUMNS, rows: tableRows(data) },
      rankBlock(data),
      ...note,
      { kind: 'signature', signer: data.signer, placeDate: { place: data.unit.place, date: data.date } },
    ],
  };
}
