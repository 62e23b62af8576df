/** From a review to the data its paper prints. What is printed is Vietnamese. */

import type { OutputOf } from '../../../shared/contract';
import type { ReviewSheet } from '../../../shared/contract/review';
import type { RatingSheet } from '../../../shared/contract/reviewRatings';
import { formatDate } from '../../../shared/domain/dateFormat';
import { todayInVietnam } from '../../../shared/domain/dateMath';
import { pointsText } from '../../../shared/domain/scoring';
import type { RatingPaperData } from '../../documents/papers/rating';
import type { ReviewGapsData } from '../../documents/papers/reviewGaps';
import type { SelfReviewData } from '../../documents/papers/selfReview';

type Item = ReviewSheet['groups'][number]['items'][number];

/** Evidence and the officer's explanation, one after the other. */
function proofOf(item: Item): string | null {
  const parts = [...item.evidence.map((each) => each.label), ...(item.note === null ? [] : [item.note])];
  return parts.length === 0 ? null : parts.join('; ');
}

/** Why the rank is what it is: the threshold, and what is still open. */
function rankReason(sheet: ReviewSheet): string | null {
  const parts: string[] = [];
  if (sheet.rank) parts.push(`ngưỡng ${pointsText(sheet.rank.min)} điểm`);
  if (sheet.counts.open > 0) parts.push(`còn ${sheet.counts.open} tiêu chí chưa chấm`);
  for (const { name, reasons } of sheet.blocked) parts.push(`chưa xếp “${name}” vì ${reasons.join(', ')}`);
  return parts.length === 0 ? null : parts.join('; ');
}

/** "năm 2026", "6 tháng đầu năm 2026". */
export function reviewName(sheet: Pick<ReviewSheet, 'part' | 'year'>): string {
  const part = { year: '', firstHalf: '6 tháng đầu ', secondHalf: '6 tháng cuối ' }[sheet.part];
  return `${part}năm ${sheet.year}`;
}

const paperUnit = (unit: ReviewSheet['unit']) => ({
  upperBody: unit.upperName,
  body: unit.shortName || (unit.name ?? ''),
  national: true,
  place: unit.place,
});

const signerOf = (unit: ReviewSheet['unit']) => ({
  authority: [unit.onBehalfOf, unit.chairTitle].flatMap((line) => (line === null ? [] : [line])),
  name: unit.chairName,
});

const dayClosed = (closedAt: string | null): string | null =>
  closedAt === null ? null : todayInVietnam(new Date(closedAt));

/** What the year is made of, in a sentence. */
function formulaText(sheet: ReviewSheet): string | null {
  if (sheet.formula === null) return null;
  const { first, second } = sheet.formula;
  const weight = (value: number) => (value === 1 ? '' : `${pointsText(value)} × `);
  const [a, b] = sheet.parts.map((part) => (part.score === null ? '…' : pointsText(part.score)));
  const total = sheet.totals.score === null ? '…' : pointsText(sheet.totals.score);
  return `Điểm cả năm = (${weight(first)}6 tháng đầu + ${weight(second)}6 tháng cuối) / ${pointsText(first + second)} = (${weight(first)}${a} + ${weight(second)}${b}) / ${pointsText(first + second)} = ${total}.`;
}

/** "Tổ chấm: Nguyễn Văn A, 12/11/2026." */
function checkerLines(sheet: ReviewSheet): string[] {
  const { groupBy, groupOn, upperBy, upperOn } = sheet.checkers;
  const line = (label: string, total: number | null, by: string | null, on: string | null) =>
    total === null
      ? []
      : [`${label}: ${[`${pointsText(total)} điểm`, by, on && formatDate(on)].filter(Boolean).join(', ')}.`];
  return [
    ...line('Tổ, khối chấm', sheet.totals.group, groupBy, groupOn),
    ...line('Công đoàn cấp trên chấm', sheet.totals.upper, upperBy, upperOn),
    ...(sheet.upperRank ? [`Cấp trên xếp loại: ${sheet.upperRank.name}.`] : []),
  ];
}

export function paperOf(sheet: ReviewSheet): SelfReviewData {
  const { unit, totals } = sheet;
  const columns = { group: totals.group !== null, upper: totals.upper !== null };
  const formula = formulaText(sheet);
  return {
    unit: paperUnit(unit),
    period: reviewName(sheet),
    columns,
    remarks: [...(formula === null ? [] : [formula]), ...checkerLines(sheet)],
    year: sheet.year,
    criteriaFrom: sheet.set.validFrom,
    dataUntil: sheet.asOf,
    groups: sheet.groups.map((group) => ({
      code: group.code,
      title: group.title,
      ...group.totals,
      items: group.items.map((item) => ({
        code: item.code,
        title: item.title,
        max: item.max,
        figure: item.figureText,
        proposed: item.proposed,
        score: item.counted,
        group: item.checks.group?.score ?? null,
        upper: item.checks.upper?.score ?? null,
        evidence: proofOf(item),
      })),
    })),
    total: totals,
    rank: sheet.rank?.name ?? null,
    rankReason: rankReason(sheet),
    confirmed: sheet.set.confirmedOn !== null,
    signer: signerOf(unit),
    date: dayClosed(sheet.closedAt),
  };
}

export function gapsPaperOf(sheet: ReviewSheet, gaps: OutputOf<'review.gaps'>): ReviewGapsData {
  return {
    unit: paperUnit(sheet.unit),
    year: sheet.year,
    rows: gaps.rows.map(({ code, title, score, max, text, person }) => ({
      ...{ code, title, text, person },
      score: `${score === null ? '–' : pointsText(score)}/${pointsText(max)}`,
    })),
    signer: signerOf(sheet.unit),
    date: dayClosed(sheet.closedAt),
  };
}

export function ratingPaperOf(sheet: RatingSheet): RatingPaperData {
  const criteria = sheet.groups.flatMap((group) => group.criteria);
  return {
    unit: paperUnit(sheet.unit),
    ...{ kind: sheet.kind, year: sheet.year, group: sheet.orgUnitName, dataUntil: sheet.to },
    ...{ groups: sheet.groups, max: sheet.max, counts: sheet.counts, unrated: sheet.unrated },
    lines: sheet.lines.map((line) => ({
      name: line.name,
      scores: criteria.map(({ uid }) => {
        const cell = line.scores[uid];
        return cell?.upper ?? cell?.group ?? cell?.self ?? null;
      }),
      self: line.totals.self?.score ?? null,
      checked: line.totals.group?.score ?? null,
      upper: line.totals.upper?.score ?? null,
      final: line.final,
      rank: line.rank?.name ?? null,
      note: line.note,
    })),
    confirmed: sheet.set.confirmedOn !== null,
    signer: signerOf(sheet.unit),
    date: dayClosed(sheet.closedAt),
  };
}
