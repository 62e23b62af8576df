/** The self-review as a workbook: the same rows as the paper, scores as real numbers. */
import { checksOf, SELF_REVIEW_NOTE, type SelfReviewData } from '../papers/selfReview';
import { longDate } from '../papers/text';
import { type SheetColumn, type SheetRow, writeWorkbook } from './workbook';

const COLUMNS: readonly SheetColumn[] = [
  { key: 'code', title: 'TT', width: 7, type: 'text' },
  { key: 'title', title: 'Nội dung', width: 48, type: 'text' },
  { key: 'max', title: 'Điểm tối đa', width: 9, type: 'number' },
  { key: 'figure', title: 'Số liệu', width: 26, type: 'text' },
  { key: 'proposed', title: 'Điểm đề xuất', width: 9, type: 'number' },
  { key: 'score', title: 'Tự chấm', width: 9, type: 'number' },
  { key: 'evidence', title: 'Minh chứng, giải trình', width: 40, type: 'text' },
];

export async function selfReviewWorkbook(data: SelfReviewData): Promise<Uint8Array> {
  const rows: SheetRow[] = [];
  const strongRows = new Set<number>();
  const strong = (row: SheetRow) => {
    strongRows.add(rows.length);
    rows.push(row);
  };
  for (const { items, ...group } of data.groups) {
    strong({ ...group });
    rows.push(...items.map((item) => ({ ...item })));
  }
  strong({ title: 'TỔNG ĐIỂM', ...data.total });
  strong({ title: 'Tự xếp loại', evidence: data.rank });
  const period = data.dataUntil ? [`Số liệu đến ${longDate(data.dataUntil)}`] : [];
  const note = data.confirmed ? [] : [SELF_REVIEW_NOTE];
  const title = [
    data.unit.body.replace(/\n/g, ' '),
    `BẢNG TỰ CHẤM ĐIỂM, XẾP LOẠI CHẤT LƯỢNG HOẠT ĐỘNG ${(data.period ?? `năm ${data.year}`).toLocaleUpperCase('vi')}`,
    ...period,
    ...(data.remarks ?? []),
    ...note,
  ];
  return writeWorkbook({
    sheets: [
      {
        name: `Tự chấm điểm ${data.year}`,
        title,
        columns: [
          ...COLUMNS.slice(0, -1),
          ...checksOf(data).map(({ key, title }) => ({ key, title, width: 9, type: 'number' as const })),
          ...COLUMNS.slice(-1),
        ],
        rows,
        strongRows,
        orientation: 'landscape',
      },
    ],
  });
}
