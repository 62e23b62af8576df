/** A yearly rating as a workbook: the grid of the paper, scores as numbers. */
import { RATING_NOTE, type RatingPaperData } from '../papers/rating';
import { type SheetColumn, type SheetRow, writeWorkbook } from './workbook';

export function ratingWorkbook(data: RatingPaperData): Promise<Uint8Array> {
  const criteria = data.groups.flatMap((group) => group.criteria);
  const what = data.kind === 'group' ? 'tổ công đoàn' : `đoàn viên ${data.group ?? ''}`;
  const columns: SheetColumn[] = [
    { key: 'no', title: 'TT', width: 6, type: 'number' },
    { key: 'name', title: data.kind === 'group' ? 'Tổ công đoàn' : 'Họ và tên', width: 34, type: 'text' },
    ...criteria.map(
      (each, at): SheetColumn => ({
        key: `c${at}`,
        title: `${each.code} ${each.title} (${String(each.max).replace('.', ',')})`,
        width: 14,
        type: 'number',
      }),
    ),
    { key: 'self', title: 'Tự chấm', width: 10, type: 'number' },
    { key: 'checked', title: 'Tổ chấm', width: 10, type: 'number' },
    { key: 'upper', title: 'CĐCS chấm', width: 10, type: 'number' },
    { key: 'rank', title: 'Xếp loại', width: 30, type: 'text' },
    { key: 'note', title: 'Giải trình', width: 40, type: 'text' },
  ];
  const rows: SheetRow[] = data.lines.map(({ scores, final: _final, ...line }, i) => ({
    no: i + 1,
    ...line,
    ...Object.fromEntries(scores.map((score, at) => [`c${at}`, score])),
  }));
  const counted = data.counts.map((each) => `${each.name}: ${each.count}`).join('; ');
  const title = [
    data.unit.body.replace(/\n/g, ' '),
    `BẢNG CHẤM ĐIỂM, XẾP LOẠI ${what.toLocaleUpperCase('vi')} NĂM ${data.year}`,
    counted,
    ...(data.confirmed ? [] : [RATING_NOTE]),
  ];
  return writeWorkbook({
    sheets: [{ name: `Xếp loại ${data.year}`, title, columns, rows, orientation: 'landscape' }],
  });
}
