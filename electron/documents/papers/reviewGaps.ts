/** What a self-review leaves for the year after (việc chuyển sang năm sau). */
import type { Paper, PaperUnit, Signer, TableRow } from './paper';

export interface ReviewGapsData {
  unit: PaperUnit;
  /** Year of the review. */
  year: number;
  rows: readonly { code: string; title: string; score: string; text: string; person: string | null }[];
  signer: Signer;
  date: string | null;
}

export function reviewGapsPaper(data: ReviewGapsData): Paper {
  const rows = data.rows.map(
    (row): TableRow => ({
      kind: 'row',
      cells: [row.code, row.title, { text: row.score, align: 'center' }, row.text, row.person ?? '', ''],
    }),
  );
  const none = 'Không còn việc nào phải chuyển sang.';
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: `Việc chuyển sang năm ${data.year + 1}`,
    subject: `Theo kết quả tự kiểm tra năm ${data.year}`,
    note: null,
    orientation: 'landscape',
    blocks: [
      rows.length === 0
        ? { kind: 'paragraph', text: none }
        : {
            kind: 'table',
            columns: [
              { title: 'TT', width: 13, align: 'center' },
              { title: 'Tiêu chí', width: 78 },
              { title: 'Điểm', width: 18, align: 'center' },
              { title: 'Việc cần làm', width: '*' },
              { title: 'Người làm', width: 40 },
              { title: 'Thời hạn', width: 24 },
            ],
            rows,
          },
      { kind: 'signature', signer: data.signer, placeDate: { place: data.unit.place, date: data.date } },
    ],
  };
}
