/** Results of a contest (kết quả hội thi, hội thao): prizes, entries with each round, participation by department. */
import { formatPercent } from '../../../shared/text/numbers';
import type { SheetData, SheetRow } from '../spreadsheets/workbook';
import type { Block, Column, Paper, PaperUnit, Signer, TableRow } from './paper';
import { figure } from './text';

export interface ContestEntryLine {
  subject: string | null;
  name: string;
  people: string;
  department: string | null;
  /** One for each round. */
  results: readonly string[];
  prizes: readonly { name: string; money: number | null }[];
}

export interface ContestResultsData {
  unit: PaperUnit;
  title: string;
  name: string;
  /** "lần thứ II, 2023–2024" */
  edition: string | null;
  line: string;
  rounds: readonly string[];
  /** By content, in the order of the paper. */
  entries: readonly ContestEntryLine[];
  /** Prizes, the highest first. */
  prizes: readonly {
    rank: string;
    subject: string | null;
    entry: string;
    department: string | null;
    money: number | null;
  }[];
  money: number;
  moneyInWords: string | null;
  departments: readonly { name: string; entries: number; people: number; members: number; prizes: number }[];
  totals: { entries: number; people: number; members: number; prizes: number };
  signer: Signer;
  date: string | null;
}

const row = (cells: TableRow['cells'], kind: TableRow['kind'] = 'row'): TableRow => ({ kind, cells });

function prizeTable(data: ContestResultsData): Block[] {
  if (data.prizes.length === 0) return [];
  const money = data.money > 0;
  const subjects = data.prizes.some((prize) => prize.subject !== null);
  const columns: Column[] = [
    { title: 'TT', width: 11, align: 'center' },
    { title: 'Giải', width: 36 },
    ...(subjects ? [{ title: 'Nội dung', width: 42 }] : []),
    { title: 'Cá nhân, tập thể đạt giải', width: '*' },
    { title: 'Đơn vị', width: 46 },
    ...(money ? [{ title: 'Tiền thưởng (đồng)', width: 28, align: 'right' as const }] : []),
  ];
  const rows = data.prizes.map((prize, at) =>
    row([
      String(at + 1),
      prize.rank,
      ...(subjects ? [prize.subject ?? ''] : []),
      prize.entry,
      prize.department ?? '',
      ...(money ? [figure(prize.money)] : []),
    ]),
  );
  if (money)
    rows.push(
      row(
        ['', { text: 'Tổng cộng', span: columns.length - 2, align: 'center' }, figure(data.money)],
        'total',
      ),
    );
  const words: Block[] =
    money && data.moneyInWords
      ? [{ kind: 'paragraph', text: `Bằng chữ: ${data.moneyInWords}.`, italic: true, indent: false }]
      : [];
  return [{ kind: 'table', caption: '1. Kết quả giải thưởng', columns, rows }, ...words];
}

function entryTable(data: ContestResultsData, ordinal: number): Block[] {
  if (data.entries.length === 0) return [];
  const named = data.entries.every((entry) => entry.people === entry.name);
  const columns: Column[] = [
    { title: 'TT', width: 11, align: 'center' },
    { title: 'Dự thi', width: named ? '*' : 58 },
    ...(named ? [] : [{ title: 'Người tham gia', width: '*' as const }]),
    { title: 'Đơn vị', width: 46 },
    ...data.rounds.map((name): Column => ({ title: name, width: 24, align: 'center' })),
  ];
  const rows: TableRow[] = [];
  let subject: string | null | undefined;
  for (const [at, entry] of data.entries.entries()) {
    if (entry.subject !== subject && entry.subject !== null)
      rows.push(row([{ text: entry.subject, span: columns.length, align: 'left' }], 'group'));
    subject = entry.subject;
    const people = named ? [] : [entry.people];
    rows.push(row([String(at + 1), entry.name, ...people, entry.department ?? '', ...entry.results]));
  }
  return [{ kind: 'table', caption: `${ordinal}. Danh sách dự thi và kết quả từng vòng`, columns, rows }];
}

function departmentTable(data: ContestResultsData, ordinal: number): Block {
  const columns: Column[] = [
    { title: 'TT', width: 11, align: 'center' },
    { title: 'Đơn vị', width: '*' },
    { title: 'Số dự thi', width: 22, align: 'center' },
    { title: 'Số người', width: 22, align: 'center' },
    { title: 'Số đoàn viên', width: 28, align: 'center' },
    { title: 'Tỷ lệ', width: 20, align: 'center' },
    { title: 'Số giải', width: 20, align: 'center' },
  ];
  const line = (one: { entries: number; people: number; members: number; prizes: number }) => [
    figure(one.entries),
    figure(one.people),
    figure(one.members),
    formatPercent(one.people, one.members) ?? '',
    figure(one.prizes),
  ];
  const rows = data.departments.map((one, at) => row([String(at + 1), one.name, ...line(one)]));
  rows.push(row(['', { text: 'Cộng', align: 'center' }, ...line(data.totals)], 'total'));
  return { kind: 'table', caption: `${ordinal}. Tham gia theo đơn vị`, columns, rows };
}

export function contestResults(data: ContestResultsData): Paper {
  const prizes = prizeTable(data);
  const entries = entryTable(data, prizes.length > 0 ? 2 : 1);
  const last = 1 + (prizes.length > 0 ? 1 : 0) + (entries.length > 0 ? 1 : 0);
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: data.title,
    subject: [data.name, data.edition].filter(Boolean).join(' '),
    note: data.line,
    orientation: 'landscape',
    blocks: [
      ...prizes,
      ...entries,
      departmentTable(data, last),
      { kind: 'signature', signer: data.signer, placeDate: { place: data.unit.place, date: data.date } },
    ],
  };
}

/** The same as sheets of a workbook: entries, then participation by department. */
export function contestSheets(data: ContestResultsData): SheetData[] {
  const title = [
    data.unit.body.replace(/\n/g, ' '),
    data.title.toLocaleUpperCase('vi'),
    [data.name, data.edition].filter(Boolean).join(' '),
  ];
  const entries: SheetRow[] = data.entries.map((entry, at) => ({
    ordinal: at + 1,
    subject: entry.subject,
    name: entry.name,
    people: entry.people,
    department: entry.department,
    ...Object.fromEntries(entry.results.map((result, round) => [`round${round}`, result])),
    prize: entry.prizes.map((prize) => prize.name).join('; '),
    money: entry.prizes.some((prize) => prize.money !== null)
      ? entry.prizes.reduce((sum, prize) => sum + (prize.money ?? 0), 0)
      : null,
  }));
  return [
    {
      name: 'Kết quả',
      title,
      columns: [
        { key: 'ordinal', title: 'TT', width: 6, type: 'number' },
        { key: 'subject', title: 'Nội dung', width: 22, type: 'text' },
        { key: 'name', title: 'Dự thi', width: 34, type: 'text' },
        { key: 'people', title: 'Người tham gia', width: 40, type: 'text' },
        { key: 'department', title: 'Đơn vị', width: 26, type: 'text' },
        ...data.rounds.map((name, round) => ({
          key: `round${round}`,
          title: name,
          width: 14,
          type: 'text' as const,
        })),
        { key: 'prize', title: 'Giải', width: 20, type: 'text' },
        { key: 'money', title: 'Tiền thưởng', width: 16, type: 'money' },
      ],
      rows: entries,
      orientation: 'landscape',
    },
    {
      name: 'Theo đơn vị',
      title,
      columns: [
        { key: 'name', title: 'Đơn vị', width: 34, type: 'text' },
        { key: 'entries', title: 'Số dự thi', width: 11, type: 'number' },
        { key: 'people', title: 'Số người', width: 11, type: 'number' },
        { key: 'members', title: 'Số đoàn viên', width: 13, type: 'number' },
        { key: 'rate', title: 'Tỷ lệ', width: 10, type: 'text' },
        { key: 'prizes', title: 'Số giải', width: 10, type: 'number' },
      ],
      rows: [...data.departments, { name: 'Cộng', ...data.totals }].map((one) => ({
        ...one,
        rate: formatPercent(one.people, one.members),
      })),
      strongRows: new Set([data.departments.length]),
    },
  ];
}
