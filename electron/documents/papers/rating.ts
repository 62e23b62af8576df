/** Yearly rating of union groups or of members (bảng chấm điểm, xếp loại): the grid, with ranks counted under it. */
import type { Block, Column, HeadCell, Paper, PaperUnit, Signer, TableRow } from './paper';
import { figure, longDate } from './text';

export interface RatingPaperData {
  unit: PaperUnit;
  kind: 'group' | 'member';
  year: number;
  /** Group whose members are rated. */
  group: string | null;
  dataUntil: string;
  groups: readonly {
    code: string;
    title: string;
    max: number;
    criteria: readonly { code: string; title: string; max: number }[];
  }[];
  max: number;
  lines: readonly {
    name: string;
    /** Last checked score of each criterion, in the order of the groups. */
    scores: readonly (number | null)[];
    self: number | null;
    checked: number | null;
    upper: number | null;
    final: number | null;
    rank: string | null;
    note: string | null;
  }[];
  counts: readonly { name: string; count: number }[];
  unrated: number;
  confirmed: boolean;
  signer: Signer;
  date: string | null;
}

export const RATING_NOTE = 'Bộ tiêu chí là bản tham khảo, chưa đối chiếu với công đoàn cấp trên.';

/** "7/1/0/0": how many of each rank, from the best. */
export const countsFraction = (counts: RatingPaperData['counts']): string =>
  counts.map((each) => each.count).join('/');

const subject = (data: RatingPaperData): string =>
  data.kind === 'group'
    ? `Tổ công đoàn – Năm ${data.year}`
    : `Đoàn viên ${data.group ?? ''} – Năm ${data.year}`;

type Line = RatingPaperData['lines'][number];
const COLUMNS = [
  { key: 'self', title: 'Tự chấm' },
  { key: 'checked', title: 'Tổ chấm' },
  { key: 'upper', title: 'CĐCS chấm' },
] as const satisfies readonly { key: keyof Line; title: string }[];

/** Columns of totals somebody filled in. */
const totalsOf = (data: RatingPaperData) =>
  COLUMNS.filter(({ key }) => data.lines.some((line) => line[key] !== null));

const tailOf = (data: RatingPaperData) => {
  const totals = totalsOf(data);
  return [
    ...totals.map(({ title }) => ({ title, width: 16 })),
    { title: 'Xếp loại', width: totals.length > 1 ? 40 : 52 },
  ];
};

function headRows(data: RatingPaperData): HeadCell[][] {
  const first: HeadCell[] = [
    { text: 'TT', rows: 2 },
    { text: data.kind === 'group' ? 'Tổ công đoàn' : 'Họ và tên', rows: 2 },
    ...data.groups.map((group) => ({
      text: `${group.code} (${figure(group.max)})`,
      span: group.criteria.length,
    })),
    ...tailOf(data).map(({ title }) => ({ text: title, rows: 2 })),
  ];
  const second = data.groups.flatMap((group) =>
    group.criteria.map((each) => ({ text: `${each.code}\n(${figure(each.max)})` })),
  );
  return [first, second];
}

function columnsOf(data: RatingPaperData): Column[] {
  const criteria = data.groups.flatMap((group) => group.criteria);
  const width = Math.min(16, Math.max(10, Math.floor(120 / Math.max(1, criteria.length))));
  return [
    { title: 'TT', width: 10, align: 'center' },
    { title: 'Tên', width: '*' },
    ...criteria.map(({ code }) => ({ title: code, width, align: 'center' as const })),
    ...tailOf(data).map(({ title, width }) => ({ title, width, align: 'center' as const })),
  ];
}

const rowsOf = (data: RatingPaperData): TableRow[] =>
  data.lines.map((line, i) => ({
    kind: 'row',
    cells: [
      String(i + 1),
      line.name,
      ...line.scores.map((score) => figure(score)),
      ...totalsOf(data).map(({ key }) => figure(line[key])),
      line.rank ?? '',
    ],
  }));

function legend(data: RatingPaperData): Block {
  const words = data.groups
    .map((group) => {
      const criteria = group.criteria.map((each) => `${each.code}: ${each.title}`).join('; ');
      return `${group.code}. ${group.title} (${figure(group.max)} điểm): ${criteria}`;
    })
    .join('. ');
  return { kind: 'paragraph', text: `${words}.`, italic: true, indent: false, size: 11 };
}

function countsBlock(data: RatingPaperData): Block {
  const what = data.kind === 'group' ? 'tổ công đoàn' : 'đoàn viên';
  const parts = data.counts.map((each) => `${each.name}: ${each.count}`).join('; ');
  const none = data.unrated > 0 ? `; chưa xếp loại: ${data.unrated}` : '';
  return {
    kind: 'paragraph',
    indent: false,
    text: [
      { text: `Tổng số ${what}: ${data.lines.length}. `, bold: true },
      { text: `${parts}${none} (${countsFraction(data.counts)}).` },
    ],
  };
}

function notesBlocks(data: RatingPaperData): Block[] {
  const noted = data.lines.filter((line) => line.note !== null);
  const notes = noted.map(
    (line): Block => ({ kind: 'paragraph', text: `${line.name}: ${line.note}`, indent: false, size: 12 }),
  );
  const head: Block[] =
    notes.length > 0 ? [{ kind: 'paragraph', text: 'Giải trình:', bold: true, indent: false }] : [];
  const warn: Block[] = data.confirmed
    ? []
    : [{ kind: 'paragraph', text: `Ghi chú: ${RATING_NOTE}`, italic: true, indent: false, size: 12 }];
  return [...head, ...notes, ...warn];
}

export function ratingPaper(data: RatingPaperData): Paper {
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title:
      data.kind === 'group' ? 'Bảng chấm điểm, xếp loại tổ công đoàn' : 'Bảng chấm điểm, xếp loại đoàn viên',
    subject: subject(data),
    note: `(Số liệu đến ${longDate(data.dataUntil)})`,
    orientation: 'landscape',
    blocks: [
      { kind: 'table', columns: columnsOf(data), head: headRows(data), rows: rowsOf(data), size: 11 },
      countsBlock(data),
      legend(data),
      ...notesBlocks(data),
      { kind: 'signature', signer: data.signer, placeDate: { place: data.unit.place, date: data.date } },
    ],
  };
}
