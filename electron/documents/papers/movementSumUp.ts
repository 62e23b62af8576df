/** Sum-up of an emulation movement (sơ kết, tổng kết): registrations, results by unit and person, awards. Unknown stays blank. */
import { formatDecimal } from '../../../shared/text/numbers';
import type { Block, Column, Paper, PaperUnit, Signer, TableRow } from './paper';
import { figure } from './text';

export interface MovementLine {
  name: string;
  department: string | null;
  undertakes: string | null;
  achieved: boolean | null;
  figure: number | null;
  figureUnit: string | null;
  rank: string | null;
}
export interface MovementSumUpData {
  unit: PaperUnit;
  final: boolean;
  /** Exactly as launched. */
  name: string;
  /** "Cấp phát động: …" and the like, each a line of its own. */
  facts: readonly string[];
  registered: { people: number; units: number };
  achieved: { people: number; units: number };
  units: readonly MovementLine[];
  people: readonly MovementLine[];
  awards: readonly {
    number: string | null;
    date: string | null;
    form: string;
    level: string;
    collective: number | null;
    individual: number | null;
    household: number | null;
  }[];
  signer: Signer;
  date: string | null;
}

const row = (cells: TableRow['cells'], kind: TableRow['kind'] = 'row'): TableRow => ({ kind, cells });
const line = (text: string): Block => ({ kind: 'paragraph', text, indent: true });

/** "Đạt", "Chưa đạt", blank while unknown. */
const achievedWord = (achieved: boolean | null): string =>
  achieved === null ? '' : achieved ? 'Đạt' : 'Chưa đạt';
const amount = (one: MovementLine): string =>
  one.figure === null ? '' : [formatDecimal(one.figure, 2), one.figureUnit].filter(Boolean).join(' ');

/** Columns nobody filled in are left out. */
function linesTable(caption: string, lines: readonly MovementLine[], owner: string, posts: boolean): Block {
  const parts: { column: Column; cell(one: MovementLine): string }[] = [
    { column: { title: owner, width: 58 }, cell: (one) => one.name },
    { column: { title: 'Khoa, phòng', width: 40 }, cell: (one) => one.department ?? '' },
    { column: { title: 'Nội dung đăng ký', width: '*' }, cell: (one) => one.undertakes ?? '' },
    { column: { title: 'Kết quả', width: 24, align: 'center' }, cell: (one) => achievedWord(one.achieved) },
    { column: { title: 'Số liệu', width: 32, align: 'center' }, cell: amount },
    { column: { title: 'Xếp loại, xếp hạng', width: 40 }, cell: (one) => one.rank ?? '' },
  ];
  const used = parts.filter(({ column, cell }, at) =>
    at === 0 || column.title === 'Kết quả'
      ? true
      : column.title === 'Khoa, phòng' && !posts
        ? false
        : lines.some((one) => cell(one) !== ''),
  );
  const stretch = used.some(({ column }) => column.width === '*');
  const columns = used.map(({ column }, at) =>
    at === 0 && !stretch ? { ...column, width: '*' as const } : column,
  );
  return {
    kind: 'table',
    caption,
    columns: [{ title: 'TT', width: 12, align: 'center' }, ...columns],
    rows: lines.map((one, at) => row([String(at + 1), ...used.map(({ cell }) => cell(one))])),
  };
}

function awardsTable(data: MovementSumUpData, caption: string): Block {
  const sum = (values: readonly (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
  };
  const total = (key: 'collective' | 'individual' | 'household') => sum(data.awards.map((one) => one[key]));
  return {
    kind: 'table',
    caption,
    columns: [
      { title: 'TT', width: 12, align: 'center' },
      { title: 'Số quyết định', width: 36 },
      { title: 'Ngày ký', width: 26, align: 'center' },
      { title: 'Hình thức, danh hiệu', width: '*' },
      { title: 'Cấp khen', width: 50 },
      { title: 'Tập thể', width: 20, align: 'center' },
      { title: 'Cá nhân', width: 20, align: 'center' },
      { title: 'Hộ gia đình', width: 20, align: 'center' },
    ],
    rows: [
      ...data.awards.map((one, at) =>
        row([
          String(at + 1),
          one.number ?? '',
          one.date ?? '',
          one.form,
          one.level,
          figure(one.collective),
          figure(one.individual),
          figure(one.household),
        ]),
      ),
      row(
        [
          '',
          { text: 'Cộng', span: 4, align: 'center' },
          figure(total('collective')),
          figure(total('individual')),
          figure(total('household')),
        ],
        'total',
      ),
    ],
  };
}

export function movementSumUp(data: MovementSumUpData): Paper {
  const { registered, achieved } = data;
  const blocks: Block[] = [];
  let part = 0;
  const caption = (text: string) => `${++part}. ${text}`;
  if (data.units.length > 0)
    blocks.push(linesTable(caption('Kết quả theo đơn vị'), data.units, 'Đơn vị', false));
  if (data.people.length > 0)
    blocks.push(linesTable(caption('Kết quả của cá nhân'), data.people, 'Họ và tên', true));
  if (data.awards.length > 0) blocks.push(awardsTable(data, caption('Khen thưởng của phong trào')));
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: data.final ? 'Tổng kết phong trào thi đua' : 'Sơ kết phong trào thi đua',
    subject: data.name,
    orientation: 'landscape',
    blocks: [
      ...data.facts.map(line),
      line(`Đăng ký tham gia: ${registered.units} đơn vị, ${registered.people} cá nhân.`),
      line(`Được ghi nhận đạt: ${achieved.units} đơn vị, ${achieved.people} cá nhân.`),
      ...blocks,
      { kind: 'signature', signer: data.signer, placeDate: { place: data.unit.place, date: data.date } },
    ],
  };
}
