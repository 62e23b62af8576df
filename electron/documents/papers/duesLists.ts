/** Lists of dues, drives and donors as papers: columns of text and money, groups, totals, amount in words, signatures. */
import type { SheetColumn, SheetData } from '../spreadsheets/workbook';
import type { Cell, Orientation, Paper, PaperUnit, Signer, TableRow } from './paper';
import { figure } from './text';

export interface MoneyColumn {
  title: string;
  /** Millimetres on paper; '*' shares the rest. */
  width: number | '*';
  /** text; money: whole đồng; count; sign: room to sign, on paper only. */
  kind: 'text' | 'centre' | 'money' | 'count' | 'sign';
}
export type MoneyCell = string | number | null;
export interface MoneyGroup {
  /** Department; null: no heading. */
  name: string | null;
  rows: readonly (readonly MoneyCell[])[];
  /** Cells of its own sum. */
  sum?: readonly MoneyCell[];
}
export interface MoneyListData {
  unit: PaperUnit;
  title: string;
  subject: string | null;
  note: string | null;
  orientation: Orientation;
  size?: number;
  /** Least height of a row: more where people sign. */
  rowHeight?: number;
  columns: readonly MoneyColumn[];
  groups: readonly MoneyGroup[];
  total: readonly MoneyCell[] | null;
  /** "Một trăm triệu đồng" */
  inWords: string | null;
  /** Lines under the table. */
  remarks?: readonly string[];
  signers: { left: Signer; middle?: Signer; right: Signer };
  date: string | null;
  sheetName: string;
}

const shown = (cell: MoneyCell | undefined): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'number' ? figure(cell) : cell;

function strong(data: MoneyListData, label: string, cells: readonly MoneyCell[] | undefined): Cell[] {
  const first = data.columns.findIndex(
    (column, at) => at > 0 && (column.kind === 'money' || column.kind === 'count'),
  );
  const lead = first < 1 ? data.columns.length : first;
  const rest = data.columns.slice(lead).map((_, at) => shown(cells?.[lead + at]));
  return [{ text: label, span: lead, align: 'left' }, ...rest];
}

/** A numbered list: "TT" is its first column. */
export function moneyList(data: MoneyListData): Paper {
  let number = 0;
  const rows = data.groups.flatMap((group): TableRow[] => {
    const head: TableRow[] =
      group.name === null ? [] : [{ kind: 'group', cells: strong(data, group.name, group.sum) }];
    const body = group.rows.map((cells): TableRow => {
      number++;
      return {
        kind: 'row',
        cells: [String(number), ...cells.map(shown)],
        ...(group.name === null ? {} : { under: group.name }),
      };
    });
    return [...head, ...body];
  });
  if (data.total) rows.push({ kind: 'total', cells: strong(data, 'Tổng cộng', data.total) });
  const align = { text: 'left', sign: 'left', centre: 'center', money: 'right', count: 'center' } as const;
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: data.title,
    subject: data.subject,
    note: data.note,
    orientation: data.orientation,
    running: { head: [data.title, data.subject].filter(Boolean).join(' – ') },
    blocks: [
      {
        kind: 'table',
        ...(data.size ? { size: data.size } : {}),
        ...(data.rowHeight ? { rowHeight: data.rowHeight } : {}),
        columns: data.columns.map(({ title, width, kind }) => ({ title, width, align: align[kind] })),
        rows,
      },
      ...(data.inWords
        ? [
            {
              kind: 'paragraph' as const,
              text: [{ text: 'Số tiền bằng chữ: ' }, { text: data.inWords, italic: true }, { text: '.' }],
              indent: false,
            },
          ]
        : []),
      ...(data.remarks ?? []).map((text) => ({
        kind: 'paragraph' as const,
        text,
        indent: false,
        align: 'left' as const,
      })),
      {
        kind: 'signature',
        leftSigner: data.signers.left,
        ...(data.signers.middle ? { middleSigner: data.signers.middle } : {}),
        signer: data.signers.right,
        placeDate: { place: data.unit.place, date: data.date },
      },
    ],
  };
}

/** The same list as a sheet: real numbers, no room to sign. */
export function moneySheet(data: MoneyListData): SheetData {
  const kept = data.columns
    .map((column, at) => ({ ...column, at }))
    .filter((column) => column.kind !== 'sign');
  const types = { text: 'text', centre: 'text', money: 'money', count: 'number' } as const;
  const columns = kept.map(
    ({ title, kind, at, width }): SheetColumn => ({
      key: `c${at}`,
      title,
      width:
        at === 0
          ? 6
          : kind === 'money'
            ? 15
            : kind === 'count'
              ? 10
              : width === '*'
                ? 32
                : Math.max(10, Math.round(width / 1.9)),
      type: at === 0 ? 'number' : types[kind as keyof typeof types],
    }),
  );
  const line = (cells: readonly MoneyCell[]) => Object.fromEntries(cells.map((cell, at) => [`c${at}`, cell]));
  const lines: Record<string, MoneyCell>[] = [];
  const strongRows = new Set<number>();
  let number = 0;
  for (const group of data.groups) {
    if (group.name !== null) {
      strongRows.add(lines.length);
      lines.push({ ...line(group.sum ?? []), c0: null, c1: group.name });
    }
    for (const cells of group.rows) lines.push(line([++number, ...cells]));
  }
  if (data.total) {
    strongRows.add(lines.length);
    lines.push({ ...line(data.total), c0: null, c1: 'Tổng cộng' });
  }
  const title = [data.title.toLocaleUpperCase('vi'), data.subject].filter((text) => text !== null);
  return { name: data.sheetName, title, columns, rows: lines, strongRows, orientation: data.orientation };
}
