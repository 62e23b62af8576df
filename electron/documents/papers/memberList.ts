/** The register of members on paper (danh sách đoàn viên), by department or union group, with totals on every page. */
import {
  type ExtraColumn,
  type MemberExportRow,
  memberColumns,
  memberWords,
} from '../spreadsheets/memberList';
import { FIGURES, pageFrame } from './figures';
import type { Column, Orientation, Paper, PaperUnit, Signer, TableRow } from './paper';
import { figure, longDate } from './text';

export interface MemberListPaperData {
  unit: PaperUnit;
  signer: Signer;
  /** Day of the list, ISO. */
  day: string;
  title: string | null;
  columns: readonly string[];
  extra: readonly ExtraColumn[];
  /** Groups in the order of the paper; a null name prints no group row. */
  groups: readonly { name: string | null; people: readonly MemberExportRow[] }[];
  /** Word of the group rows' kind, for people without one: "khoa, phòng". */
  pageEach: boolean;
  orientation: 'auto' | Orientation;
  /** A column to sign in. */
  signature: boolean;
}

/** Millimetres a column takes on paper; the name and long texts share what is left. */
const WIDTHS: Readonly<Record<string, number>> = {
  gender: 11,
  birthDate: 21,
  cardNo: 24,
  cardDate: 21,
  cardStatus: 16,
  phone: 24,
  idNumber: 27,
  idDate: 21,
  hireDate: 21,
  unionJoinDate: 21,
  isParty: 14,
  partyDate: 21,
  status: 26,
  statusDate: 21,
  salaryCoefficient: 15,
  duesBase: 22,
  ethnicity: 16,
  religion: 18,
  unionPosition: 30,
  position: 30,
  jobTitle: 30,
  education: 26,
  contractType: 24,
  politicalTheory: 24,
};
const SHORT_TITLES: Readonly<Record<string, string>> = {
  gender: 'Giới tính',
  unionJoinDate: 'Ngày vào CĐ',
  hireDate: 'Ngày vào cơ quan',
  cardNo: 'Số thẻ',
  jobTitle: 'Chức danh',
  unionPosition: 'Chức vụ CĐ',
};
const OTHER_WIDTH = 32;
const NAME_WIDTH = 42;
const ORDINAL_WIDTH = 11;
const SIGN_WIDTH = 26;
/** Width of a letter as a part of its height, on the wide side. */
const LETTER = 0.47;
const PT = 25.4 / 72;
/** How much wider than an upright page columns may ask to be and still be squeezed into it. */
const SQUEEZE = 1.2;
const CENTRED = new Set(['gender', 'isParty', 'cardStatus']);
/** Letters grow smaller with columns that are squeezed together, so that no number breaks. */
const SMALLEST = 6.5;
const USUAL = 11.5;
/** A date in usual letters, and the white at both sides of it, in millimetres. */
const DATE_TEXT = 18.6;
const PADDING = 2.4;

const isoText = (value: string) => value.split('-').reverse().join('/');

function cellText(value: unknown, type: string): string {
  if (value === null || value === undefined) return '';
  if (value === true) return 'x';
  if (typeof value === 'number') return figure(value);
  const text = String(value);
  return type === 'partial-date' && /^\d{4}(-\d{2}){0,2}$/.test(text) ? isoText(text) : text;
}

/** Columns of the paper; the group's own column goes, as its name stands over the rows. */
function paperColumns(data: MemberListPaperData): { key: string; type: string; column: Column }[] {
  return memberColumns(data.columns, data.extra).map(({ key, title, type }) => ({
    key,
    type,
    column: {
      title: SHORT_TITLES[key] ?? title,
      width: WIDTHS[key] ?? (key === 'fullName' ? NAME_WIDTH : OTHER_WIDTH),
      align:
        CENTRED.has(key) || type === 'partial-date'
          ? 'center'
          : type === 'number' || type === 'money'
            ? 'right'
            : 'left',
    },
  }));
}

/** Fixed widths up to the last stretch: the name grows a little, texts without a width of their own twice as much. */
function stretched(columns: readonly { key: string; column: Column }[], room: number): Column[] {
  const asked = columns.reduce((sum, { column }) => sum + Number(column.width), 0);
  const share = (key: string) => (WIDTHS[key] !== undefined ? 0 : key === 'fullName' ? 1 : 2);
  const shares = columns.reduce((sum, { key }) => sum + share(key), 0);
  const more = Math.max(0, room - asked) / Math.max(1, shares);
  return columns.map(({ key, column }) => ({ ...column, width: Number(column.width) + more * share(key) }));
}

const SHORT = { department: 'departmentShort', group: 'groupShort' } as const;
type Place = keyof typeof SHORT;
const isPlace = (key: string): key is Place => key in SHORT;

/** Places whose names do not all stand on one line of their column: the short ones are printed there. */
function shortened(
  data: MemberListPaperData,
  columns: readonly { key: string }[],
  table: readonly Column[],
  size: number,
): ReadonlySet<Place> {
  const people = data.groups.flatMap((group) => group.people);
  return new Set(
    columns.flatMap(({ key }, at) => {
      if (!isPlace(key)) return [];
      const letters = (Number(table[at]?.width) - PADDING) / (size * PT * LETTER);
      return people.some((person) => (person[key]?.length ?? 0) > letters) ? [key] : [];
    }),
  );
}

export function memberListPaper(data: MemberListPaperData): Paper {
  const columns = paperColumns(data);
  const own = ORDINAL_WIDTH + (data.signature ? SIGN_WIDTH : 0);
  const asked = columns.reduce((sum, { column }) => sum + Number(column.width), own);
  const fits = asked <= pageFrame('portrait').textWidth * SQUEEZE;
  const orientation = data.orientation === 'auto' ? (fits ? 'portrait' : 'landscape') : data.orientation;
  const room = pageFrame(orientation).textWidth;
  const count = data.groups.reduce((sum, group) => sum + group.people.length, 0);
  const title = data.title ?? 'Danh sách đoàn viên';
  const size = letterSize(Math.min(1, room / asked));
  const wide = stretched(columns, room - own);
  const short = shortened(data, columns, wide, size);
  const table: Column[] = [
    { title: 'TT', width: ORDINAL_WIDTH, align: 'center' },
    ...wide,
    ...(data.signature ? [{ title: 'Ký nhận', width: SIGN_WIDTH }] : []),
  ];
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title,
    subject: null,
    note: `(Tính đến ${longDate(data.day)})`,
    orientation,
    running: { head: `${data.unit.body} – ${title}`, countWord: 'đoàn viên' },
    blocks: [
      {
        kind: 'table',
        columns: table,
        rows: [...bodyRows(data, columns, short), totalRow(count, table.length)],
        size,
        rowHeight: data.signature ? FIGURES.table.signedRowHeight : FIGURES.table.rowHeight,
      },
      {
        kind: 'signature',
        leftSigner: { authority: ['Người lập danh sách'], name: null },
        signer: data.signer,
        placeDate: { place: data.unit.place, date: data.day },
      },
    ],
  };
}

/** The size at which a date still stands on one line when columns keep `share` of their width. */
function letterSize(share: number): number {
  const room = (WIDTHS.birthDate as number) * share - PADDING;
  return Math.max(SMALLEST, Math.min(USUAL, (USUAL * room) / DATE_TEXT));
}

function bodyRows(
  data: MemberListPaperData,
  columns: readonly { key: string; type: string }[],
  short: ReadonlySet<Place>,
): TableRow[] {
  const width = columns.length + (data.signature ? 2 : 1);
  let ordinal = 0;
  return data.groups.flatMap((group, at): TableRow[] => {
    if (data.pageEach) ordinal = 0;
    const head: TableRow[] =
      group.name === null
        ? []
        : [
            {
              kind: 'group',
              breakBefore: data.pageEach && at > 0,
              cells: [
                {
                  text: group.name,
                  span: width,
                  align: 'left',
                  aside: `${figure(group.people.length)} đoàn viên`,
                },
              ],
            },
          ];
    const rows = group.people.map((person): TableRow => {
      ordinal += 1;
      const words = memberWords(person);
      const cells = columns.map(({ key, type }) =>
        cellText((isPlace(key) && short.has(key) && person[SHORT[key]]) || words[key], type),
      );
      return {
        kind: 'row',
        counts: 1,
        ...(group.name === null ? {} : { under: group.name }),
        cells: [String(ordinal), ...cells, ...(data.signature ? [''] : [])],
      };
    });
    return [...head, ...rows];
  });
}

function totalRow(count: number, width: number): TableRow {
  const text = `Danh sách này có ${figure(count)} đoàn viên`;
  return { kind: 'total', cells: [{ text, span: width, align: 'left' }] };
}
