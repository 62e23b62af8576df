/** The list to sign for gifts (danh sách ký nhận), with sums of each page, sums carried over, and the whole in words. */
import type { SheetData } from '../spreadsheets/workbook';
import { FIGURES } from './figures';
import type { Cell, Column, Orientation, PageSums, Paper, PaperUnit, Signer, TableRow } from './paper';
import { figure, twoDigits } from './text';

export interface SignatureLine {
  name: string;
  birthYear: string | null;
  /** Department; address and relation of somebody outside. */
  place: string | null;
  /** Short name of the department, for a narrow column. */
  placeShort: string | null;
  amount: number;
  /** The thing given. */
  kind: string | null;
  note: string | null;
}

export interface SignatureListData {
  unit: PaperUnit;
  /** "Quà Tết Bính Ngọ 2026" */
  name: string;
  /** Italic line under the title. */
  note: string | null;
  /** Groups in order; a null name prints no group row. */
  groups: readonly { name: string | null; lines: readonly SignatureLine[] }[];
  orientation: Orientation;
  /** What the amounts are: đồng in cash, or the worth of cash and things. */
  amounts: 'cash' | 'worth';
  inWords: string;
  preparer: string | null;
  treasurer: string | null;
  signer: Signer;
  /** ISO; year only leaves day and month to be written. */
  date: string;
}

/** So few lines stand on one page with everything else: the sum of the page would say the total twice. */
const ONE_PAGE = 5;

interface Shape {
  columns: Column[];
  /** Column of the amount. */
  amountAt: number;
  kind: boolean;
  place: boolean;
  /** Some name of a place is longer than a line of its column: the short ones are printed. */
  shortPlaces: boolean;
  note: boolean;
}

/** Letters that stand on one line of the column of departments. */
const PLACE_LETTERS = { portrait: 20, landscape: 34 } as const;

const TITLES = { cash: 'Số tiền (đồng)', worth: 'Trị giá (đồng)' } as const;

function shapeOf(data: SignatureListData): Shape {
  const all = data.groups.flatMap((group) => group.lines);
  const wide = data.orientation === 'landscape';
  const kind = all.some((line) => line.kind !== null);
  const place = !data.groups.some((group) => group.name !== null) || all.some((line) => line.place !== null);
  const note = wide || all.some((line) => line.note !== null);
  const columns: Column[] = [
    { title: 'STT', width: wide ? 13 : 12, align: 'center' },
    { title: 'Họ và tên', width: place ? (wide ? 54 : 44) : '*' },
    { title: 'Năm sinh', width: wide ? 18 : 14, align: 'center' },
    ...(place ? [{ title: 'Khoa, phòng', width: '*' as const }] : []),
    ...(kind ? [{ title: 'Hiện vật', width: wide ? 36 : 26 }] : []),
    { title: TITLES[data.amounts], width: wide ? 30 : 25, align: 'right' as const },
    { title: 'Ký nhận', width: wide ? 42 : 27 },
    ...(note ? [{ title: 'Ghi chú', width: place ? (wide ? 28 : 22) : wide ? 60 : 40 }] : []),
  ];
  const shortPlaces = all.some((line) => (line.place?.length ?? 0) > PLACE_LETTERS[data.orientation]);
  return { columns, amountAt: 3 + (place ? 1 : 0) + (kind ? 1 : 0), kind, place, shortPlaces, note };
}

/** A row of sums: the words up to the amount, and nothing to sign. */
function sumRow(shape: Shape, text: string, amount: number, italic = false): Cell[] {
  const rest = shape.columns.length - shape.amountAt - 1;
  const style = italic ? { bold: false, italic: true } : {};
  return [
    '',
    { text, span: shape.amountAt - 1, align: 'left', ...style },
    { text: figure(amount), align: 'right', ...style },
    ...Array.from({ length: rest }, () => ''),
  ];
}

const gifts = (count: number): string => `${twoDigits(count)} suất`;

function bodyRows(data: SignatureListData, shape: Shape): TableRow[] {
  let ordinal = 0;
  return data.groups.flatMap((group): TableRow[] => {
    const head: TableRow[] =
      group.name === null
        ? []
        : [
            {
              kind: 'group',
              cells: [
                {
                  text: group.name,
                  span: shape.columns.length,
                  align: 'left',
                  aside: `${gifts(group.lines.length)}, ${figure(sumOf(group.lines))} đồng`,
                },
              ],
            },
          ];
    const rows = group.lines.map((line): TableRow => {
      ordinal += 1;
      const cells: Cell[] = [
        String(ordinal),
        line.name,
        line.birthYear ?? '',
        ...(shape.place ? [(shape.shortPlaces && line.placeShort) || (line.place ?? '')] : []),
        ...(shape.kind ? [line.kind ?? ''] : []),
        figure(line.amount),
        '',
        ...(shape.note ? [line.note ?? ''] : []),
      ];
      const under = group.name === null ? {} : { under: group.name };
      return { kind: 'row', cells, adds: { count: 1, amount: line.amount }, ...under };
    });
    return [...head, ...rows];
  });
}

const sumOf = (lines: readonly SignatureLine[]): number => lines.reduce((sum, line) => sum + line.amount, 0);

/** `paged`: sums stand at the foot and head of pages; Word breaks its pages itself and prints only the total. */
export function signatureListPaper(data: SignatureListData, how = { paged: true }): Paper {
  const shape = shapeOf(data);
  const all = data.groups.flatMap((group) => group.lines);
  const total: TableRow = {
    kind: 'total',
    cells: sumRow(shape, `Tổng cộng (${gifts(all.length)})`, sumOf(all)),
  };
  const paged = how.paged && all.length > ONE_PAGE;
  const foot = (sums: PageSums) =>
    sumRow(shape, `Cộng trang ${sums.page} (${gifts(sums.onPage.count)})`, sums.onPage.amount);
  const head = (sums: PageSums) =>
    sumRow(shape, `Trang trước chuyển sang (${gifts(sums.soFar.count)})`, sums.soFar.amount, true);
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: `Danh sách ký nhận ${data.name}`,
    subject: null,
    note: data.note,
    orientation: data.orientation,
    blocks: [
      {
        kind: 'table',
        columns: shape.columns,
        rows: [
          ...bodyRows(data, shape),
          ...(paged ? [{ kind: 'total' as const, cells: [''], pageSum: true }] : []),
          total,
        ],
        ...(paged ? { sums: { foot, head } } : {}),
        rowHeight: FIGURES.table.signedRowHeight,
        size: data.orientation === 'landscape' ? 12 : 11.5,
      },
      {
        kind: 'paragraph',
        text: [{ text: `Bằng chữ: ${data.inWords}.`, bold: true, italic: true }],
        indent: false,
        align: 'left',
        size: 12.5,
      },
      {
        kind: 'signature',
        leftSigner: { authority: ['Người lập'], name: data.preparer },
        middleSigner: { authority: ['Thủ quỹ'], name: data.treasurer },
        signer: data.signer,
        placeDate: { place: data.unit.place, date: data.date },
      },
    ],
  };
}

/** The same list as a workbook: real numbers, a column to sign, the total and its words. */
export function signatureListSheet(data: SignatureListData): SheetData {
  const shape = shapeOf(data);
  const all = data.groups.flatMap((group) => group.lines);
  const strong = new Set<number>();
  const rows: Record<string, string | number | null>[] = [];
  let ordinal = 0;
  for (const group of data.groups) {
    if (group.name !== null) {
      strong.add(rows.length);
      rows.push({ name: `${group.name} (${gifts(group.lines.length)})`, amount: sumOf(group.lines) });
    }
    for (const line of group.lines) rows.push({ ordinal: ++ordinal, ...line });
  }
  strong.add(rows.length);
  rows.push({ name: `Tổng cộng (${gifts(all.length)})`, amount: sumOf(all) });
  rows.push({ name: `Bằng chữ: ${data.inWords}.` });
  return {
    name: 'Danh sách ký nhận',
    title: [data.unit.body, `DANH SÁCH KÝ NHẬN ${data.name.toLocaleUpperCase('vi')}`, data.note ?? ''].filter(
      Boolean,
    ),
    columns: [
      { key: 'ordinal', title: 'STT', width: 6, type: 'number' },
      { key: 'name', title: 'Họ và tên', width: 30, type: 'text' },
      { key: 'birthYear', title: 'Năm sinh', width: 10, type: 'text' },
      { key: 'place', title: 'Khoa, phòng', width: 30, type: 'text' },
      ...(shape.kind ? [{ key: 'kind', title: 'Hiện vật', width: 24, type: 'text' as const }] : []),
      { key: 'amount', title: TITLES[data.amounts], width: 16, type: 'money' },
      { key: 'signature', title: 'Ký nhận', width: 18, type: 'text' },
      { key: 'note', title: 'Ghi chú', width: 24, type: 'text' },
    ],
    rows,
    strongRows: strong,
    orientation: data.orientation,
  };
}
