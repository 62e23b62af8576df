/** Papers of a ceremony in its order: the list the host calls from (danh sách xướng tên), the list to sign on receiving. */
import type { RecipientKind } from '../../../shared/domain/awards';
import type { Cell, Column, Paper, PaperUnit, Signer, TableRow } from './paper';
import { figure, twoDigits } from './text';

export interface CeremonyLine {
  kind: RecipientKind;
  /** "Bà Nguyễn Thị Hoa". */
  name: string;
  post: string | null;
  register: string | null;
  money: number | null;
}

export interface CeremonyData {
  unit: PaperUnit;
  /** "Giấy khen". */
  form: string;
  /** "Tổng kết phong trào thi đua năm 2026". */
  occasion: string | null;
  number: string | null;
  /** ISO day of the decision, written out: "ngày 20 tháng 11 năm 2026". */
  decided: string | null;
  lines: readonly CeremonyLine[];
  /** ISO. */
  day: string;
  inWords: string | null;
  signer: Signer;
}

const GROUPS: Readonly<Record<RecipientKind, string>> = {
  collective: 'Tập thể',
  household: 'Hộ gia đình',
  individual: 'Cá nhân',
};
const UNITS: Readonly<Record<RecipientKind, string>> = {
  collective: 'tập thể',
  household: 'hộ',
  individual: 'người',
};

/** Large enough to be read at arm's length on a stage. */
const CALLING = { size: 18, row: 17 } as const;

/** Rows with a head wherever the kind changes; ordinals run through. */
function grouped(
  lines: readonly CeremonyLine[],
  span: number,
  cells: (line: CeremonyLine, ordinal: number) => readonly Cell[],
): TableRow[] {
  return lines.flatMap((line, i): TableRow[] => {
    const row: TableRow = { kind: 'row', cells: cells(line, i + 1), under: GROUPS[line.kind] };
    if (lines[i - 1]?.kind === line.kind) return [row];
    const end = lines.findIndex((one, at) => at > i && one.kind !== line.kind);
    const count = (end < 0 ? lines.length : end) - i;
    const aside = `${twoDigits(count)} ${UNITS[line.kind]}`;
    return [{ kind: 'group', cells: [{ text: GROUPS[line.kind], span, align: 'left', aside }] }, row];
  });
}

const under = (data: CeremonyData): string =>
  ['Kèm theo Quyết định', data.number && `số ${data.number}`, data.decided].filter(Boolean).join(' ');

/** The host reads from it: large type, who and where from under the name. */
export function callingList(data: CeremonyData): Paper {
  const rows = grouped(data.lines, 3, (line, ordinal) => [
    String(ordinal),
    {
      text: [{ text: line.name, bold: true }, ...(line.post ? [{ text: `\n${line.post}` }] : [])],
    },
    line.register ?? '',
  ]);
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: 'Danh sách xướng tên',
    subject: `Trao ${data.form}${data.occasion ? ` – ${data.occasion}` : ''}`,
    note: `(${under(data)})`,
    orientation: 'portrait',
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'TT', width: 15, align: 'center' },
          { title: 'Họ và tên, đơn vị', width: '*' },
          { title: 'Số sổ', width: 30, align: 'center' },
        ],
        rows,
        rowHeight: CALLING.row,
        size: CALLING.size,
      },
    ],
  };
}

const total = (data: CeremonyData, columns: readonly Column[], money: boolean): TableRow => {
  const sum = data.lines.reduce((all, line) => all + (line.money ?? 0), 0);
  const words = `Tổng cộng: ${figure(data.lines.length)} giấy`;
  const cells: Cell[] = money
    ? [{ text: words, span: columns.length - 2, align: 'left' }, figure(sum), '']
    : [{ text: words, span: columns.length, align: 'left' }];
  return { kind: 'total', cells };
};

/** Who received signs here; with money where the decision gives any. */
export function receiptList(data: CeremonyData): Paper {
  const money = data.lines.some((line) => (line.money ?? 0) > 0);
  const columns: Column[] = [
    { title: 'TT', width: 11, align: 'center' },
    { title: 'Họ và tên, tập thể', width: money ? 42 : 52 },
    { title: 'Chức vụ, đơn vị', width: '*' },
    { title: 'Số sổ', width: 18, align: 'center' },
    ...(money ? [{ title: 'Tiền thưởng (đồng)', width: 23, align: 'right' as const }] : []),
    { title: 'Ký nhận', width: 26 },
  ];
  const rows = grouped(data.lines, columns.length, (line, ordinal) => [
    String(ordinal),
    line.name,
    line.post ?? '',
    line.register ?? '',
    ...(money ? [line.money === null ? '' : figure(line.money)] : []),
    '',
  ]);
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: `Danh sách ký nhận ${data.form}${money ? ' và tiền thưởng' : ''}`,
    subject: null,
    note: `(${under(data)})`,
    orientation: 'portrait',
    blocks: [
      {
        kind: 'table',
        columns,
        rows: [...rows, total(data, columns, money)],
        rowHeight: 9.4,
        size: 11.5,
      },
      ...(money && data.inWords
        ? [
            {
              kind: 'paragraph' as const,
              text: [{ text: `Bằng chữ: ${data.inWords}.`, bold: true, italic: true }],
              indent: false,
              align: 'left' as const,
              size: 12.5,
            },
          ]
        : []),
      {
        kind: 'signature',
        leftSigner: { authority: ['Người phát'], name: null },
        signer: data.signer,
        placeDate: { place: data.unit.place, date: data.day },
      },
    ],
  };
}
