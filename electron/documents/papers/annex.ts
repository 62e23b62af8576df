/** The statistical annex (phụ lục số liệu): TT, content, unit, amount, note; lines that are not official are marked. */
import type { SheetData } from '../spreadsheets/workbook';
import type { Paper, PaperUnit, Signer, TableRow } from './paper';

export interface AnnexRow {
  code: string;
  name: string;
  unit: string;
  /** "1.484", "hơn 344", "68%"; empty while not known. */
  amount: string;
  /** The same as a number for a workbook; null where it is not one. */
  value: number | null;
  note: string | null;
  /** A line of the unit's own, not of the official form. */
  own: boolean;
}
export interface AnnexPaperData {
  unit: PaperUnit;
  subject: string;
  /** "Số liệu đến ngày 22/11/2026" */
  note: string | null;
  sections: readonly { code: string; title: string; rows: readonly AnnexRow[] }[];
  signers: { left: Signer; right: Signer };
  date: string;
}

const TITLE = 'Phụ lục số liệu';
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
const OWN = ' (*)';
const REMARK = '(*) Dòng do đơn vị tự theo dõi, không phải dòng của mẫu thống kê chính thức.';

const hasOwn = (data: AnnexPaperData): boolean =>
  data.sections.some(({ rows }) => rows.some((row) => row.own));

export function annexPaper(data: AnnexPaperData): Paper {
  const rows = data.sections.flatMap(({ title, rows: own }, at): TableRow[] => [
    { kind: 'group', cells: [ROMAN[at] ?? '', title, '', '', ''] },
    ...own.map(
      (row): TableRow => ({
        kind: 'row',
        cells: [row.code, row.own ? row.name + OWN : row.name, row.unit, row.amount, row.note ?? ''],
        under: title,
      }),
    ),
  ]);
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: TITLE,
    subject: data.subject,
    note: data.note,
    orientation: 'portrait',
    running: { head: `${TITLE} – ${data.subject}` },
    blocks: [
      {
        kind: 'table',
        size: 11,
        columns: [
          { title: 'TT', width: 15, align: 'center' },
          { title: 'Nội dung', width: '*' },
          { title: 'ĐVT', width: 19, align: 'center' },
          { title: 'Số lượng', width: 29, align: 'right' },
          { title: 'Ghi chú', width: 42 },
        ],
        rows,
      },
      ...(hasOwn(data)
        ? [{ kind: 'paragraph' as const, text: REMARK, indent: false, italic: true, size: 11 }]
        : []),
      {
        kind: 'signature',
        leftSigner: data.signers.left,
        signer: data.signers.right,
        placeDate: { place: data.unit.place, date: data.date },
      },
    ],
  };
}

/** The same as a sheet: exact figures are real numbers, others keep their words. */
export function annexSheet(data: AnnexPaperData): SheetData {
  const rows: Record<string, string | number | null>[] = [];
  const strongRows = new Set<number>();
  data.sections.forEach(({ title, rows: own }, at) => {
    strongRows.add(rows.length);
    rows.push({ code: ROMAN[at] ?? '', name: title });
    for (const { code, name, unit, amount, value, note, own: mine } of own)
      rows.push({ code, name: mine ? name + OWN : name, unit, amount: value ?? amount, note });
  });
  if (hasOwn(data)) rows.push({ code: '', name: REMARK });
  return {
    name: 'Số liệu',
    title: [TITLE.toLocaleUpperCase('vi'), data.subject, ...(data.note ? [data.note] : [])],
    columns: [
      { key: 'code', title: 'TT', width: 9, type: 'text' },
      { key: 'name', title: 'Nội dung', width: 52, type: 'text' },
      { key: 'unit', title: 'ĐVT', width: 13, type: 'text' },
      { key: 'amount', title: 'Số lượng', width: 18, type: 'money' },
      { key: 'note', title: 'Ghi chú', width: 40, type: 'text' },
    ],
    rows,
    strongRows,
    orientation: 'portrait',
  };
}
