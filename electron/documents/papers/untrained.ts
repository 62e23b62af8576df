/** Officers not trained since their election (cán bộ công đoàn chưa được tập huấn), by committee. */
import { formatDate } from '../../../shared/domain/dates';
import { formatPercent } from '../../../shared/text/numbers';
import type { SheetData } from '../spreadsheets/workbook';
import type { Block, Paper, PaperUnit, Signer, TableRow } from './paper';
import { figure } from './text';

export interface UntrainedPerson {
  name: string;
  posts: string;
  department: string | null;
  since: string;
  lastOn: string | null;
  lastName: string | null;
}

interface Counts {
  officers: number;
  trained: number;
}

export interface UntrainedData extends Counts {
  unit: PaperUnit;
  asOf: string;
  /** Who is on two committees is in both; the totals count each once. */
  committees: readonly (Counts & { name: string; rows: readonly UntrainedPerson[] })[];
  people: readonly UntrainedPerson[];
  signer: Signer;
  date: string;
}

const TITLE = 'Danh sách cán bộ công đoàn chưa được tập huấn';

const lastCourse = ({ lastName, lastOn }: UntrainedPerson): string =>
  lastName === null ? 'chưa có' : `${lastName} (${formatDate(lastOn)})`;

function summary(data: UntrainedData): Block {
  const line = ({ officers, trained }: Counts) => [
    figure(officers),
    figure(trained),
    figure(officers - trained),
    formatPercent(trained, officers) ?? '',
  ];
  const rows: TableRow[] = data.committees.map((one, at) => ({
    kind: 'row',
    cells: [String(at + 1), one.name, ...line(one)],
  }));
  rows.push({ kind: 'total', cells: ['', { text: 'Cộng', align: 'center' }, ...line(data)] });
  return {
    kind: 'table',
    caption: '1. Số liệu theo ban',
    columns: [
      { title: 'TT', width: 11, align: 'center' },
      { title: 'Ban, ủy ban, tổ', width: '*' },
      { title: 'Cán bộ đang giữ chức vụ', width: 40, align: 'center' },
      { title: 'Đã tập huấn', width: 30, align: 'center' },
      { title: 'Chưa tập huấn', width: 30, align: 'center' },
      { title: 'Tỷ lệ đã tập huấn', width: 34, align: 'center' },
    ],
    rows,
  };
}

function people(data: UntrainedData): Block {
  const rows: TableRow[] = [];
  for (const committee of data.committees) {
    if (committee.rows.length === 0) continue;
    rows.push({
      kind: 'group',
      cells: [
        {
          text: committee.name,
          span: 6,
          align: 'left',
          aside: `${figure(committee.rows.length)}/${figure(committee.officers)} người`,
        },
      ],
    });
    for (const [at, one] of committee.rows.entries())
      rows.push({
        kind: 'row',
        cells: [
          String(at + 1),
          one.name,
          one.posts,
          one.department ?? '',
          formatDate(one.since),
          lastCourse(one),
        ],
      });
  }
  return {
    kind: 'table',
    caption: '2. Danh sách',
    columns: [
      { title: 'TT', width: 11, align: 'center' },
      { title: 'Họ và tên', width: 48 },
      { title: 'Chức vụ công đoàn', width: '*' },
      { title: 'Đơn vị công tác', width: 52 },
      { title: 'Giữ chức vụ từ', width: 26, align: 'center' },
      { title: 'Khóa gần nhất trước đó', width: 62 },
    ],
    rows,
  };
}

/** One person on two committees stands in both lists. */
const twice = (data: UntrainedData) =>
  data.committees.reduce((sum, { officers }) => sum + officers, 0) > data.officers;

export function untrainedOfficers(data: UntrainedData): Paper {
  const none: Block = { kind: 'paragraph', text: 'Mọi cán bộ đều đã được tập huấn.', indent: false };
  const note: Block = {
    kind: 'paragraph',
    text: 'Người giữ chức vụ ở nhiều ban có tên ở từng ban; dòng Cộng tính mỗi người một lần.',
    italic: true,
    indent: false,
  };
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: TITLE,
    subject: 'kể từ khi được bầu, cử giữ chức vụ',
    note: `Tính đến ngày ${formatDate(data.asOf)}`,
    orientation: 'landscape',
    blocks: [
      summary(data),
      ...(twice(data) ? [note] : []),
      data.people.length === 0 ? none : people(data),
      { kind: 'signature', signer: data.signer, placeDate: { place: data.unit.place, date: data.date } },
    ],
  };
}

/** The same as a workbook: people, then figures by committee. */
export function untrainedSheets(data: UntrainedData): SheetData[] {
  const title = [
    data.unit.body.replace(/\n/g, ' '),
    TITLE.toLocaleUpperCase('vi'),
    `Tính đến ngày ${formatDate(data.asOf)}`,
  ];
  const bodies = (person: UntrainedPerson) =>
    data.committees
      .filter(({ rows }) => rows.some((one) => one.name === person.name && one.posts === person.posts))
      .map(({ name }) => name)
      .join('; ');
  const counts = ({ officers, trained }: Counts) => ({
    officers,
    trained,
    rest: officers - trained,
    rate: formatPercent(trained, officers),
  });
  return [
    {
      name: 'Chưa tập huấn',
      title,
      columns: [
        { key: 'ordinal', title: 'TT', width: 6, type: 'number' },
        { key: 'name', title: 'Họ và tên', width: 28, type: 'text' },
        { key: 'body', title: 'Ban, ủy ban, tổ', width: 30, type: 'text' },
        { key: 'posts', title: 'Chức vụ công đoàn', width: 34, type: 'text' },
        { key: 'department', title: 'Đơn vị công tác', width: 28, type: 'text' },
        { key: 'since', title: 'Giữ chức vụ từ', width: 14, type: 'partial-date' },
        { key: 'lastName', title: 'Khóa gần nhất trước đó', width: 40, type: 'text' },
        { key: 'lastOn', title: 'Ngày', width: 12, type: 'partial-date' },
      ],
      rows: data.people.map((person, at) => ({ ordinal: at + 1, body: bodies(person), ...person })),
      orientation: 'landscape',
    },
    {
      name: 'Theo ban',
      title,
      columns: [
        { key: 'name', title: 'Ban, ủy ban, tổ', width: 34, type: 'text' },
        { key: 'officers', title: 'Đang giữ chức vụ', width: 14, type: 'number' },
        { key: 'trained', title: 'Đã tập huấn', width: 12, type: 'number' },
        { key: 'rest', title: 'Chưa tập huấn', width: 12, type: 'number' },
        { key: 'rate', title: 'Tỷ lệ', width: 10, type: 'text' },
      ],
      rows: [
        ...data.committees.map((one) => ({ name: one.name, ...counts(one) })),
        { name: 'Cộng', ...counts(data) },
      ],
      strongRows: new Set([data.committees.length]),
    },
  ];
}
