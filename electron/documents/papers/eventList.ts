/** Events of a period (danh sách hoạt động): what was taught, how many took part, the rate; by quarter. */
import { turnsText } from '../../../shared/domain/eventFigures';
import type { SheetData } from '../spreadsheets/workbook';
import type { Block, Column, Paper, PaperUnit, Signer, TableRow } from './paper';
import { figure } from './text';

export interface EventLine {
  days: string;
  name: string;
  kind: string;
  organiser: string | null;
  topics: readonly string[];
  /** "1.484/2.178 đoàn viên", "1.023 người", "hàng trăm người"; null: not recorded. */
  figure: string | null;
  rate: string | null;
  /** What it adds in turns; null: nothing is known. */
  turns: number | null;
  quarter: number | null;
}

export interface EventListData {
  unit: PaperUnit;
  /** The kind, where only one is listed. */
  subject: string | null;
  period: string | null;
  byQuarter: boolean;
  rows: readonly EventLine[];
  signer: Signer;
  date: string;
}

const TITLE = 'Danh sách hoạt động';
const UNKNOWN = 'chưa có số liệu';

interface Sums {
  events: number;
  topics: number;
  /** null while none of the events has a number. */
  turns: number | null;
  unknown: number;
}
function sumsOf(rows: readonly EventLine[]): Sums {
  const known = rows.flatMap((row) => row.turns ?? []);
  return {
    events: rows.length,
    topics: rows.reduce((sum, row) => sum + row.topics.length, 0),
    turns: rows.length > 0 && known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0),
    unknown: rows.length - known.length,
  };
}
const withTopics = (data: EventListData) => data.rows.some((row) => row.topics.length > 0);

/** The quarters of a year, and what is only known by its year. */
function quartersOf(data: EventListData): { name: string; sums: Sums }[] {
  const all = ([1, 2, 3, 4, null] as const).map((quarter) => ({
    name: quarter === null ? 'Chưa rõ tháng' : `Quý ${['I', 'II', 'III', 'IV'][quarter - 1]}`,
    sums: sumsOf(data.rows.filter((row) => row.quarter === quarter)),
  }));
  return all.filter(({ name, sums }) => name.startsWith('Quý') || sums.events > 0);
}

function quarterTable(data: EventListData): Block[] {
  if (!data.byQuarter) return [];
  const topics = withTopics(data);
  const cells = ({ events, topics: n, turns, unknown }: Sums) => [
    figure(events),
    ...(topics ? [figure(n)] : []),
    turns === null ? '' : figure(turns),
    unknown === 0 ? '' : figure(unknown),
  ];
  const rows: TableRow[] = quartersOf(data).map(({ name, sums }) => ({
    kind: 'row',
    cells: [name, ...cells(sums)],
  }));
  rows.push({ kind: 'total', cells: [{ text: 'Cả năm', align: 'center' }, ...cells(sumsOf(data.rows))] });
  return [
    {
      kind: 'table',
      caption: '1. Số liệu theo quý',
      columns: [
        { title: 'Quý', width: '*', align: 'center' },
        { title: 'Số cuộc', width: 44, align: 'center' },
        ...(topics ? [{ title: 'Số chuyên đề', width: 44, align: 'center' as const }] : []),
        { title: 'Lượt tham gia', width: 50, align: 'center' },
        { title: 'Cuộc chưa có số liệu', width: 50, align: 'center' },
      ],
      rows,
    },
  ];
}

function listTable(data: EventListData): Block {
  const taught = data.rows.filter((row) => row.topics.length > 0).length;
  const [topics, kinds] = [taught * 2 > data.rows.length, data.subject === null];
  const columns: Column[] = [
    { title: 'TT', width: 12, align: 'center' },
    { title: 'Thời gian', width: 34 },
    { title: 'Hoạt động', width: '*' },
    ...(kinds ? [{ title: 'Loại', width: 42 }] : []),
    ...(topics ? [{ title: 'Nội dung, chuyên đề', width: 58 }] : []),
    { title: 'Đơn vị tổ chức', width: 40 },
    { title: 'Tham gia', width: 42, align: 'right' },
    { title: 'Tỷ lệ', width: 16, align: 'right' },
  ];
  const rows: TableRow[] = data.rows.map((row, at) => ({
    kind: 'row',
    cells: [
      figure(at + 1),
      row.days,
      row.name,
      ...(kinds ? [row.kind] : []),
      ...(topics ? [row.topics.join('; ')] : []),
      row.organiser ?? '',
      row.figure ?? UNKNOWN,
      row.rate ?? '',
    ],
  }));
  const sums = sumsOf(data.rows);
  const words = [
    `${figure(sums.events)} cuộc`,
    ...(sums.topics > 0 ? [`${figure(sums.topics)} chuyên đề`] : []),
    ...(sums.turns === null ? [] : [turnsText(sums.turns)]),
    ...(sums.unknown > 0 ? [`${figure(sums.unknown)} cuộc chưa có số liệu`] : []),
  ];
  rows.push({
    kind: 'total',
    cells: [{ text: `Tổng cộng: ${words.join(', ')}`, span: columns.length, align: 'center' }],
  });
  return { kind: 'table', ...(data.byQuarter ? { caption: '2. Danh sách' } : {}), columns, rows };
}

export function eventList(data: EventListData): Paper {
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: TITLE,
    subject: data.subject,
    note: data.period,
    orientation: 'landscape',
    blocks: [
      ...quarterTable(data),
      listTable(data),
      { kind: 'signature', signer: data.signer, placeDate: { place: data.unit.place, date: data.date } },
    ],
  };
}

/** The same as a workbook: the list, then the quarters. */
export function eventListSheets(data: EventListData): SheetData[] {
  const title = [
    data.unit.body.replace(/\n/g, ' '),
    [TITLE, data.subject].filter(Boolean).join(': ').toLocaleUpperCase('vi'),
    ...(data.period === null ? [] : [data.period]),
  ];
  const sums = sumsOf(data.rows);
  const list: SheetData = {
    name: 'Hoạt động',
    title,
    columns: [
      { key: 'ordinal', title: 'TT', width: 6, type: 'number' },
      { key: 'days', title: 'Thời gian', width: 22, type: 'text' },
      { key: 'name', title: 'Hoạt động', width: 48, type: 'text' },
      { key: 'kind', title: 'Loại', width: 24, type: 'text' },
      { key: 'topics', title: 'Nội dung, chuyên đề', width: 48, type: 'text' },
      { key: 'organiser', title: 'Đơn vị tổ chức', width: 28, type: 'text' },
      { key: 'figure', title: 'Tham gia', width: 24, type: 'text' },
      { key: 'turns', title: 'Lượt', width: 10, type: 'number' },
      { key: 'rate', title: 'Tỷ lệ', width: 10, type: 'text' },
    ],
    rows: [
      ...data.rows.map(({ quarter: _, topics, figure: said, ...row }, at) => ({
        ...row,
        ordinal: at + 1,
        topics: topics.join('; '),
        figure: said ?? UNKNOWN,
      })),
      { name: 'Cộng', figure: sums.turns === null ? '' : turnsText(sums.turns), turns: sums.turns },
    ],
    strongRows: new Set([data.rows.length]),
    orientation: 'landscape',
  };
  if (!data.byQuarter) return [list];
  return [
    list,
    {
      name: 'Theo quý',
      title,
      columns: [
        { key: 'name', title: 'Quý', width: 18, type: 'text' },
        { key: 'events', title: 'Số cuộc', width: 12, type: 'number' },
        { key: 'topics', title: 'Số chuyên đề', width: 14, type: 'number' },
        { key: 'turns', title: 'Lượt tham gia', width: 14, type: 'number' },
        { key: 'unknown', title: 'Cuộc chưa có số liệu', width: 22, type: 'number' },
      ],
      rows: [
        ...quartersOf(data).map(({ name, sums: one }) => ({ name, ...one })),
        { name: 'Cả năm', ...sums },
      ],
    },
  ];
}
