/** Two reviews side by side, and what a review leaves for the year after. */
import type { ReviewSheet } from '../../../shared/contract/review';
import { pointsText } from '../../../shared/domain/scoring';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { Item } from './measure';
import { reviewOf } from './repository';
import { liveReview, reviewSheet } from './sheet';

type Compared = OutputOf<'review.compare'>['rows'][number]['now'];
type Gap = OutputOf<'review.gaps'>['rows'][number];

const itemsOf = (sheet: ReviewSheet): Item[] => sheet.groups.flatMap((group) => group.items);

const sideOf = (item: Item): Compared => ({
  score: item.counted,
  max: item.max,
  figureText: item.figureText,
  figureTextEn: item.figureTextEn,
  figures: item.figures,
  evidence: item.evidence.length,
});

/** The criterion in the other review: by its identity, else by code and title. */
function twinOf(item: Item, others: readonly Item[]): Item | undefined {
  return (
    others.find((each) => each.uid === item.uid) ??
    others.find((each) => each.code === item.code && each.title === item.title)
  );
}

export function compare(input: ParsedInputOf<'review.compare'>, ctx: Ctx): OutputOf<'review.compare'> {
  const review = liveReview(ctx, input.id);
  const now = reviewSheet(ctx, review);
  const row =
    input.otherId === null ? reviewOf(ctx.db, review.year - 1, review.part) : liveReview(ctx, input.otherId);
  const before = row ? reviewSheet(ctx, row) : null;
  const others = before ? itemsOf(before) : [];
  return {
    other: before && { id: before.id, year: before.year, closedAt: before.closedAt },
    rows: itemsOf(now).map((item) => {
      const twin = twinOf(item, others);
      const { uid, code, title, titleEn } = item;
      return { uid, code, title, titleEn, now: sideOf(item), before: twin ? sideOf(twin) : null };
    }),
    totals: { now: now.totals.score, before: before?.totals.score ?? null },
    ranks: { now: now.rank, before: before?.rank ?? null },
    setDiffers: before !== null && before.set.id !== now.set.id,
  };
}

const lowered = (text: string, locale: 'vi' | 'en'): string =>
  `${text.charAt(0).toLocaleLowerCase(locale)}${text.slice(1)}`;

/** What has to be done about a criterion, in words. */
function gapText(item: Item, kinds: Gap['kinds'], vi: boolean): string {
  const needed = vi ? item.evidenceNeeded : (item.evidenceNeededEn ?? item.evidenceNeeded);
  const locale = vi ? 'vi' : 'en';
  const parts = kinds.map((kind) => {
    if (kind === 'open') return vi ? 'Chấm điểm và làm rõ kết quả' : 'Score it and make the result clear';
    if (kind === 'missing') {
      const what = needed ? `: ${lowered(needed, locale)}` : '';
      return (vi ? 'Bổ sung minh chứng' : 'Gather evidence') + what;
    }
    const [got, max] = [pointsText(item.counted ?? 0, locale), pointsText(item.max, locale)];
    return vi
      ? `Khắc phục để đạt đủ điểm (mới ${got}/${max})`
      : `Improve to reach full points (${got}/${max} now)`;
  });
  return parts.map((part, at) => (at === 0 ? part : lowered(part, locale))).join('; ');
}

function gapOf(item: Item): Gap | null {
  const kinds: Gap['kinds'] = [
    ...(item.state === 'open' ? (['open'] as const) : []),
    ...(item.state !== 'ok' && item.evidence.length === 0 && item.records === 0
      ? (['missing'] as const)
      : []),
    ...(item.counted !== null && item.counted < item.max ? (['low'] as const) : []),
  ];
  if (kinds.length === 0) return null;
  const { uid, code, title, titleEn, max, counted, task } = item;
  return {
    ...{ criterion: uid, code, title, titleEn, kinds, max, score: counted },
    text: gapText(item, kinds, true),
    textEn: gapText(item, kinds, false),
    memberId: task?.memberId ?? null,
    person: task?.name ?? null,
  };
}

/** What a sheet leaves for the year after; the bonus is nobody's duty. */
export function gapsOf(sheet: ReviewSheet): OutputOf<'review.gaps'> {
  const items = sheet.groups.filter((group) => !group.bonus).flatMap((group) => group.items);
  return { year: sheet.year + 1, rows: items.flatMap((item) => gapOf(item) ?? []) };
}

export function gaps(input: ParsedInputOf<'review.gaps'>, ctx: Ctx): OutputOf<'review.gaps'> {
  return gapsOf(reviewSheet(ctx, liveReview(ctx, input.id)));
}
