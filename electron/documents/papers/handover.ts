/** Handover minutes (biên bản bàn giao) of a union office, or of one of its parts, with the list of members. */
import { formatDate } from '../../../shared/domain/dates';
import type { Annex, Block, Paper, PaperUnit, TableRow } from './paper';
import { figure, longDate, twoDigits } from './text';

export interface HandoverPerson {
  name: string;
  birthDate: string | null;
  gender: string | null;
  post: string | null;
  place: string | null;
  unionJoinDate: string | null;
  cardNo: string | null;
}
export interface HandoverData {
  unit: PaperUnit;
  /** What is handed over: "Tổ công đoàn số 03"; null for the whole unit. */
  part: string | null;
  asOf: string;
  reason: string | null;
  from: { name: string | null; post: string | null };
  to: { name: string | null; post: string | null };
  counts: readonly { label: string; unit: string; n: number }[];
  parts: readonly { kind: string; name: string; members: number; women: number; level: number }[];
  officers: readonly { name: string; posts: string }[];
  open: readonly { what: string; date: string | null; todo: string }[];
  registers: readonly { name: string; size: string; span: string }[];
  classes: readonly { year: number; name: string; class: string }[];
  people: readonly { group: string | null; people: readonly HandoverPerson[] }[];
  files: readonly { name: string; size: string; sha256: string }[];
}

/** Kind of a part that is no union body. */
export const DEPARTMENT = 'Khoa, phòng';
const DOTS = '………………………………………';
const day = (iso: string | null) => (iso ? formatDate(iso) : '');

export function handoverPaper(data: HandoverData): Paper {
  return {
    heading: { upperBody: data.unit.upperBody, body: data.unit.body, national: data.unit.national },
    number: null,
    place: data.unit.place,
    date: null,
    title: 'Biên bản bàn giao',
    subject: data.part ? `Hồ sơ, số liệu của ${data.part}` : 'Hồ sơ, sổ sách, số liệu hoạt động công đoàn',
    note: `(Số liệu tính đến ${longDate(data.asOf)})`,
    orientation: 'portrait',
    blocks: [...opening(data), ...sections(data), ...closing(data)],
    annexes: [peopleAnnex(data)],
  };
}

function line(text: string): Block {
  return { kind: 'paragraph', text, indent: false, align: 'left' };
}

function opening(data: HandoverData): Block[] {
  const side = (label: string, who: HandoverData['from']): Block => ({
    kind: 'paragraph',
    indent: false,
    align: 'left',
    text: [
      { text: `${label}: `, bold: true },
      { text: `Ông (bà) ${who.name ?? DOTS}; chức vụ: ${who.post ?? DOTS}` },
    ],
  });
  return [
    line(`Hôm nay, ngày …… tháng …… năm ………, tại ${data.unit.place ?? DOTS}, hai bên gồm:`),
    side('Bên giao', data.from),
    side('Bên nhận', data.to),
    ...(data.reason ? [line(`Lý do bàn giao: ${data.reason}.`)] : []),
    line('Hai bên cùng đối chiếu và bàn giao như sau:'),
  ];
}

function sections(data: HandoverData): Block[] {
  const tables: [string, Block[]][] = [
    [
      'Tổ chức và đoàn viên',
      [
        countsTable(data),
        ...(data.parts.length > 0 ? [line('Trong đó, theo từng tổ chức:'), partsTable(data)] : []),
      ],
    ],
    ['Cán bộ công đoàn đương nhiệm', data.officers.length > 0 ? [officersTable(data)] : []],
    ['Việc đang làm, chưa xong', data.open.length > 0 ? [openTable(data)] : []],
    ['Sổ sách, hồ sơ', data.registers.length > 0 ? [registersTable(data)] : []],
    ['Xếp loại các năm', data.classes.length > 0 ? [classesTable(data)] : []],
    ['Tệp số liệu kèm theo', [filesTable(data)]],
  ];
  return tables.flatMap(([title, blocks], at): Block[] => [
    { kind: 'heading', text: `${at + 1}. ${title}` },
    ...(blocks.length > 0 ? blocks : [line('Không có.')]),
  ]);
}

const rows = (cells: readonly (readonly string[])[]): TableRow[] =>
  cells.map((row, at) => ({ kind: 'row', cells: [String(at + 1), ...row] }));
const ORDINAL = { title: 'TT', width: 12, align: 'center' } as const;

function countsTable(data: HandoverData): Block {
  return {
    kind: 'table',
    columns: [
      ORDINAL,
      { title: 'Nội dung', width: '*' },
      { title: 'Số lượng', width: 26, align: 'center' },
      { title: 'Đơn vị tính', width: 32, align: 'center' },
    ],
    rows: rows(data.counts.map((one) => [one.label, figure(one.n), one.unit])),
  };
}

function partsTable(data: HandoverData): Block {
  return {
    kind: 'table',
    columns: [
      ORDINAL,
      { title: 'Tổ chức', width: '*' },
      { title: 'Đoàn viên', width: 26, align: 'center' },
      { title: 'Trong đó nữ', width: 26, align: 'center' },
    ],
    rows: partRows(data),
  };
}

/** Sections and groups, then departments, each branch under its own heading. */
function partRows(data: HandoverData): TableRow[] {
  const branches = [
    ['Tổ chức công đoàn', data.parts.filter((one) => one.kind !== DEPARTMENT)],
    ['Khoa, phòng', data.parts.filter((one) => one.kind === DEPARTMENT)],
  ] as const;
  return branches.flatMap(([title, own]): TableRow[] =>
    own.length === 0
      ? []
      : [
          { kind: 'group', cells: [{ text: title, span: 4, align: 'left' }] },
          ...rows(
            own.map((one) => [
              `${'\u00a0'.repeat(one.level * 4)}${one.name}`,
              figure(one.members),
              figure(one.women),
            ]),
          ),
        ],
  );
}

function officersTable(data: HandoverData): Block {
  return {
    kind: 'table',
    columns: [ORDINAL, { title: 'Họ và tên', width: 56 }, { title: 'Chức vụ công đoàn', width: '*' }],
    rows: rows(data.officers.map((one) => [one.name, one.posts])),
  };
}

function openTable(data: HandoverData): Block {
  return {
    kind: 'table',
    columns: [
      ORDINAL,
      { title: 'Việc', width: '*' },
      { title: 'Ngày', width: 26, align: 'center' },
      { title: 'Còn phải làm', width: 48 },
    ],
    rows: rows(data.open.map((one) => [one.what, day(one.date), one.todo])),
  };
}

function registersTable(data: HandoverData): Block {
  return {
    kind: 'table',
    columns: [
      ORDINAL,
      { title: 'Sổ, hồ sơ', width: '*' },
      { title: 'Số lượng', width: 34, align: 'center' },
      { title: 'Thời gian', width: 48, align: 'center' },
    ],
    rows: rows(data.registers.map((one) => [one.name, one.size, one.span])),
  };
}

function classesTable(data: HandoverData): Block {
  return {
    kind: 'table',
    columns: [
      ORDINAL,
      { title: 'Năm', width: 16, align: 'center' },
      { title: 'Tổ chức', width: '*' },
      { title: 'Xếp loại', width: 66 },
    ],
    rows: rows(data.classes.map((one) => [String(one.year), one.name, one.class])),
  };
}

function filesTable(data: HandoverData): Block {
  return {
    kind: 'table',
    size: 10.5,
    columns: [
      ORDINAL,
      { title: 'Tệp', width: 44 },
      { title: 'Cỡ', width: 22, align: 'center' },
      { title: 'Mã kiểm tra SHA-256', width: '*' },
    ],
    rows: rows(data.files.map((one) => [one.name, one.size, one.sha256.replace(/(.{32})/, '$1 ')])),
  };
}

function closing(data: HandoverData): Block[] {
  return [
    {
      kind: 'paragraph',
      text: 'Kể từ khi ký biên bản, bên nhận chịu trách nhiệm quản lý, tiếp tục các việc nêu trên. Biên bản lập thành 02 bản, mỗi bên giữ 01 bản, có giá trị như nhau.',
    },
    {
      kind: 'signature',
      leftSigner: { authority: ['Bên giao'], name: data.from.name },
      signer: { authority: ['Bên nhận'], name: data.to.name },
    },
  ];
}

function peopleAnnex(data: HandoverData): Annex {
  let ordinal = 0;
  const total = data.people.reduce((sum, group) => sum + group.people.length, 0);
  const body = data.people.flatMap(({ group, people }): TableRow[] => [
    ...(group === null
      ? []
      : [
          {
            kind: 'group' as const,
            cells: [
              {
                text: group,
                span: 7,
                align: 'left' as const,
                aside: `${twoDigits(people.length)} đoàn viên`,
              },
            ],
          },
        ]),
    ...people.map((person): TableRow => {
      ordinal += 1;
      return {
        kind: 'row',
        cells: [
          String(ordinal),
          person.name,
          day(person.birthDate),
          person.gender ?? '',
          [person.post, person.place].filter(Boolean).join('; '),
          day(person.unionJoinDate),
          person.cardNo ?? '',
        ],
      };
    }),
  ]);
  return {
    title: 'Danh sách đoàn viên',
    reference: [
      `(Kèm theo Biên bản bàn giao${data.part ? ` ${data.part}` : ''}; ${figure(total)} đoàn viên, tính đến ${longDate(data.asOf)})`,
    ],
    orientation: 'landscape',
    blocks: [
      {
        kind: 'table',
        columns: [
          ORDINAL,
          { title: 'Họ và tên', width: 58 },
          { title: 'Ngày sinh', width: 26, align: 'center' },
          { title: 'Giới tính', width: 18, align: 'center' },
          { title: 'Chức danh, nơi làm việc', width: '*' },
          { title: 'Ngày vào CĐ', width: 27, align: 'center' },
          { title: 'Số thẻ', width: 30, align: 'center' },
        ],
        rows: body,
      },
    ],
  };
}
