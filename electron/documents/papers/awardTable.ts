/** Awards by level and form (bảng kết quả khen thưởng theo cấp và hình thức). Unknown counts stay blank. */
import type { Column, Paper, PaperUnit, Signer, TableBlock, TableRow } from './paper';
import { figure } from './text';

export interface AwardTableRow {
  /** Level that grants: "Tổng Liên đoàn Lao động Việt Nam"; rows of one level are together. */
  level: string;
  /** Form or title: "Bằng khen". */
  form: string;
  collectives: number | null;
  individuals: number | null;
  households: number | null;
}

export interface AwardTableData {
  rows: readonly AwardTableRow[];
  caption?: string;
}

type Counts = Pick<AwardTableRow, 'collectives' | 'individuals' | 'households'>;

/** Sum of the known; null when nothing is known. */
function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}

function addUp(rows: readonly Counts[]): Counts {
  return {
    collectives: sum(rows.map((row) => row.collectives)),
    individuals: sum(rows.map((row) => row.individuals)),
    households: sum(rows.map((row) => row.households)),
  };
}

function countCells(counts: Counts, households: boolean): string[] {
  const parts = [counts.collectives, counts.individuals, ...(households ? [counts.households] : [])];
  return [...parts, sum(parts)].map((value) => figure(value));
}

/** Levels in their first order, each with its rows. */
function byLevel(rows: readonly AwardTableRow[]): [string, AwardTableRow[]][] {
  const levels = new Map<string, AwardTableRow[]>();
  for (const row of rows) levels.set(row.level, [...(levels.get(row.level) ?? []), row]);
  return Array.from(levels);
}

export function awardTable(data: AwardTableData): TableBlock {
  const households = data.rows.some((row) => (row.households ?? 0) > 0);
  const columns: Column[] = [
    { title: 'TT', width: 12, align: 'center' },
    { title: 'Cấp khen, hình thức khen thưởng', width: '*' },
    { title: 'Tập thể', width: 18, align: 'center' },
    { title: 'Cá nhân', width: 18, align: 'center' },
    ...(households ? [{ title: 'Hộ gia đình', width: 18, align: 'center' as const }] : []),
    { title: 'Tổng cộng', width: 18, align: 'center' },
  ];
  let ordinal = 0;
  const rows: TableRow[] = byLevel(data.rows).flatMap(([level, awards]) => [
    { kind: 'group', cells: ['', level, ...countCells(addUp(awards), households)] } as TableRow,
    ...awards.map((award): TableRow => {
      ordinal += 1;
      return { kind: 'row', cells: [String(ordinal), award.form, ...countCells(award, households)] };
    }),
  ]);
  const total = countCells(addUp(data.rows), households);
  rows.push({ kind: 'total', cells: ['', { text: 'Cộng', align: 'center' }, ...total] });
  return { kind: 'table', caption: data.caption, columns, rows };
}

export interface AwardTablePaperData extends AwardTableData {
  unit: PaperUnit;
  /** "năm 2026", "6 tháng đầu năm 2026". */
  period: string;
  date: string | null;
  signer: Signer;
}

export function awardTablePaper(data: AwardTablePaperData): Paper {
  const unknown = data.rows.some((row) => row.collectives === null || row.individuals === null);
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: 'Bảng tổng hợp kết quả khen thưởng',
    subject: `Theo cấp và hình thức khen thưởng, ${data.period}`,
    orientation: 'portrait',
    blocks: [
      awardTable(data),
      ...(unknown
        ? [
            {
              kind: 'paragraph' as const,
              text: 'Ghi chú: ô để trống là chưa có số liệu; tổng chỉ cộng các số đã biết.',
              italic: true,
              indent: false,
              size: 12,
            },
          ]
        : []),
      { kind: 'signature', signer: data.signer, placeDate: { place: data.unit.place, date: data.date } },
    ],
  };
}
