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
  /** Scores of those who check. */
  group?: number | null;
  upper?: number | null;
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
  group?: number | null;
  upper?: number | null;
  items: readonly SelfReviewItem[];
}

export interface SelfReviewData {
  unit: PaperUnit;
  year: number;
  /** "6 tháng đầu năm 2026"; left out: the year. */
  period?: string;
  /** Columns of those who check that hold a score. */
  columns?: { group: boolean; upper: boolean };
  /** Sentences under the rank: the formula of the year, who checked and when. */
  remarks?: readonly string[];
  /** Day from which the criteria set applies. */
  criteriaFrom: string | null;
  /** Day to which the figures count. */
  dataUntil: string | null;
  groups: readonly SelfReviewGroup[];
  total: {
    max: number;
    proposed: number | null;
    score: number | null;
    group?: number | null;
    upper?: number | null;
  };
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

const CHECKS = [
  { key: 'group', title: 'Tổ, khối chấm' },
  { key: 'upper', title: 'Cấp trên chấm' },
] as const;

/** Columns of those who check, where they scored. */
export const checksOf = (data: SelfReviewData) => CHECKS.filter(({ key }) => data.columns?.[key]);

export function selfReviewColumns(data: SelfReviewData): Column[] {
  const checks = checksOf(data);
  const wide = checks.length > 0;
  return [
    { title: 'TT', width: 11.5, align: 'center' },
    { title: 'Nội dung', width: '*' },
    { title: 'Điểm tối đa', width: 14, align: 'center' },
    { title: 'Số liệu', width: wide ? 38 : 27 },
    { title: 'Điểm đề xuất', width: 15, align: 'center' },
    { title: 'Tự chấm', width: 15, align: 'center' },
    ...checks.map(({ title }) => ({ title, width: 17, align: 'center' as const })),
    { title: 'Minh chứng, giải trình', width: wide ? 56 : 35 },
  ];
}

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
  const scores = (line: SelfReviewItem | SelfReviewGroup | SelfReviewData['total']): Cell[] => [
    centred(line.proposed),
    centred(line.score),
    ...checksOf(data).map(({ key }) => centred(line[key] ?? null)),
  ];
  for (const group of data.groups) {
    const start = [group.code, group.title, figure(group.max), ''];
    rows.push({ kind: 'group', cells: [...start, ...scores(group), ''] });
    for (const item of group.items) {
      const own = [item.code, item.title, figure(item.max), item.figure ?? ''];
      rows.push({ kind: 'row', cells: [...own, ...scores(item), item.evidence ?? ''] });
    }
  }
  const label = { text: 'TỔNG ĐIỂM', align: 'center' } as const;
  rows.push({ kind: 'total', cells: ['', label, figure(data.total.max), '', ...scores(data.total), ''] });
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

const capital = (text: string): string => `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`;

export function selfReviewPaper(data: SelfReviewData): Paper {
  const remarks = (data.remarks ?? []).map((text): Block => ({ kind: 'paragraph', text, indent: false }));
  const note: Block[] = data.confirmed
    ? []
    : [{ kind: 'paragraph', text: `Ghi chú: ${SELF_REVIEW_NOTE}`, italic: true, indent: false, size: 12 }];
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: 'Bảng tự chấm điểm, xếp loại chất lượng hoạt động',
    subject: `Công đoàn cơ sở – ${capital(data.period ?? `năm ${data.year}`)}`,
    note: noteOf(data),
    orientation: checksOf(data).length > 0 ? 'landscape' : 'portrait',
    blocks: [
      { kind: 'table', columns: selfReviewColumns(data), rows: tableRows(data) },
      rankBlock(data),
      ...remarks,
      ...note,
      { kind: 'signature', signer: data.signer, placeDate: { place: data.unit.place, date: data.date } },
    ],
  };
}
