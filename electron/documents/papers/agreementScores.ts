/** Scores of an agreement as a table of a paper. */
import type { OutputOf } from '../../../shared/contract';
import { gradeOf, meanScore } from '../../../shared/domain/agreements';
import { formatDecimal } from '../../../shared/text/numbers';
import type { Block, TableRow } from './paper';

type Sheet = OutputOf<'agreements.get'>;

const row = (cells: TableRow['cells'], kind: TableRow['kind'] = 'row'): TableRow => ({ kind, cells });
const heading = (text: string): Block => ({ kind: 'heading', text });
const line = (text: string): Block => ({ kind: 'paragraph', text, indent: true });

/** Scores content by content, the means of each year and the grade of each. */
export function agreementScores(sheet: Sheet, year: number | null): Block[] {
  const years = [...new Set(sheet.scores.map((one) => one.year))]
    .filter((one) => year === null || one === year)
    .sort();
  if (years.length === 0) return [];
  const scoreOf = (contentId: number, of: number, side: 'self' | 'partner') =>
    sheet.scores.find((one) => one.contentId === contentId && one.year === of && one.side === side)?.score ??
    null;
  const shown = (score: number | null) => (score === null ? '–' : formatDecimal(score, 2));
  const mean = (of: number, side: 'self' | 'partner') =>
    meanScore(sheet.contents.map((content) => scoreOf(content.id, of, side)));
  const grades = sheet.scale?.grades ?? [];
  return [
    heading(`Chấm điểm theo nội dung${sheet.scale ? ` (${sheet.scale.name})` : ''}`),
    {
      kind: 'table',
      size: 11,
      columns: [
        { title: 'Nội dung', width: '*' },
        ...years.flatMap(() => [
          { title: 'Tự chấm', width: years.length > 4 ? 12 : 17, align: 'center' as const },
          { title: 'Đối tác', width: years.length > 4 ? 12 : 17, align: 'center' as const },
        ]),
      ],
      head: [
        [{ text: 'Nội dung', rows: 2 }, ...years.map((one) => ({ text: String(one), span: 2 }))],
        years.flatMap(() => [{ text: 'Tự chấm' }, { text: 'Đối tác' }]),
      ],
      rows: [
        ...sheet.contents.map((content, at) =>
          row([
            `${at + 1}. ${content.name}`,
            ...years.flatMap((of) => [
              shown(scoreOf(content.id, of, 'self')),
              shown(scoreOf(content.id, of, 'partner')),
            ]),
          ]),
        ),
        row(
          ['Bình quân', ...years.flatMap((of) => [shown(mean(of, 'self')), shown(mean(of, 'partner'))])],
          'total',
        ),
      ],
    },
    ...ranks(years.map((of) => [of, gradeOf(mean(of, 'self'), grades)?.name ?? null])),
  ];
}

/** "Tự xếp loại: năm 2024 khá; năm 2025 tốt." */
function ranks(rows: readonly (readonly [year: number, name: string | null])[]): Block[] {
  const known = rows.flatMap(([year, name]) =>
    name === null ? [] : [`năm ${year} ${name.toLocaleLowerCase('vi')}`],
  );
  return known.length === 0 ? [] : [line(`Tự xếp loại: ${known.join('; ')}.`)];
}
