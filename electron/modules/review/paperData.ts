/** From a review to the data its paper prints. What is printed is Vietnamese. */
import type { ReviewSheet } from '../../../shared/contract/review';
import { todayInVietnam } from '../../../shared/domain/dateMath';
import { pointsText } from '../../../shared/domain/scoring';
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
  return parts.length === 0 ? null : parts.join('; ');
}

export function paperOf(sheet: ReviewSheet): SelfReviewData {
  const { unit } = sheet;
  const authority = [unit.onBehalfOf, unit.chairTitle].flatMap((line) => (line === null ? [] : [line]));
  return {
    unit: {
      upperBody: unit.upperName,
      body: unit.shortName || (unit.name ?? ''),
      national: true,
      place: unit.place,
    },
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
        score: item.score,
        evidence: proofOf(item),
      })),
    })),
    total: sheet.totals,
    rank: sheet.rank?.name ?? null,
    rankReason: rankReason(sheet),
    confirmed: sheet.set.confirmedOn !== null,
    signer: { authority, name: unit.chairName },
    date: sheet.closedAt === null ? null : todayInVietnam(new Date(sheet.closedAt)),
  };
}
