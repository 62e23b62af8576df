/** The review as shown and printed: figures measured now, or the snapshot of a closed one. */
import { AppError } from '../../../shared/contract/errors';
import type { ReviewSheet } from '../../../shared/contract/review';
import { dateBounds, todayInVietnam } from '../../../shared/domain/dateMath';
import { monthsOf } from '../../../shared/domain/reviewPeriod';
import { groupTotals, type ScoredItem, type Totals, totalOf } from '../../../shared/domain/scoring';
import { type DisciplineFrom, type RankFacts, rankWith, yearOf } from '../../../shared/domain/scoringRanks';
import type { Ctx } from '../../ipc/context';
import { sensitiveState } from '../members/privacy/service';
import { signerOn } from '../organisation/committees/service';
import { profileOn } from '../organisation/service';
import { type Desk, type Halves, type Item, measureItem, openDesk, type Store } from './measure';
import { peopleOf } from './people';
import * as repo from './repository';
import { groupsOf, rulesOf } from './sets';
import { type SetRow, setById } from './setsRepository';
import { completed } from './snapshots';
import { disciplinedIn, knownSince } from './tasksRepository';

type Group = ReviewSheet['groups'][number];

/** A live review. Errors: NOT_FOUND. */
export function liveReview(ctx: Pick<Ctx, 'db'>, id: number): repo.ReviewRow {
  const row = repo.reviewById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

/** A live review that may still be changed. Errors: NOT_FOUND, CLOSED. */
export function openReview(ctx: Pick<Ctx, 'db'>, id: number): repo.ReviewRow {
  const row = liveReview(ctx, id);
  if (row.closedAt !== null)
    throw new AppError('CLOSED', { details: { date: todayInVietnam(new Date(row.closedAt)) } });
  return row;
}

function setOf(ctx: Store, review: repo.ReviewRow): SetRow {
  const set = setById(ctx.db, review.setId);
  if (!set) throw new AppError('NOT_FOUND');
  return set;
}

/** The halves of a year that is made of them; null where it is scored directly. */
function halvesOf(ctx: Store, review: repo.ReviewRow, set: SetRow): Halves | null {
  const { formula } = rulesOf(ctx.db, set);
  if (review.part !== 'year' || formula === null) return null;
  const sheetOf = (part: 'firstHalf' | 'secondHalf') => {
    const row = repo.reviewOf(ctx.db, review.year, part);
    return row ? reviewSheet(ctx, row) : null;
  };
  return { formula, first: sheetOf('firstHalf'), second: sheetOf('secondHalf') };
}

function deskOf(ctx: Store, review: repo.ReviewRow, set: SetRow): Desk {
  const { unprovenShare } = rulesOf(ctx.db, set);
  return openDesk(ctx, review, { unprovenShare, halves: halvesOf(ctx, review, set) });
}

/** One criterion of a review with its figures. Errors: NOT_FOUND. */
export function sheetItem(ctx: Store, review: repo.ReviewRow, uid: string): Item {
  for (const group of groupsOf(ctx.db, review.setId)) {
    const criterion = group.criteria.find((each) => each.uid === uid);
    if (criterion) return measureItem(deskOf(ctx, review, setOf(ctx, review)), criterion);
  }
  throw new AppError('NOT_FOUND');
}

const columnsOf = (item: Item): ScoredItem => ({
  max: item.max,
  proposed: item.proposed,
  score: item.counted,
  group: item.checks.group?.score ?? null,
  upper: item.checks.upper?.score ?? null,
});

/** Two totals of halves as that of the year, with the proposal measured over the year. */
function weigh(halves: Halves, own: Totals, read: (sheet: ReviewSheet) => Totals | undefined): Totals {
  const of = (sheet: ReviewSheet | null) => (sheet === null ? undefined : read(sheet));
  const [a, b] = [of(halves.first), of(halves.second)];
  const both = (column: 'score' | 'group' | 'upper') => yearOf(halves.formula, a?.[column], b?.[column]);
  return { ...own, score: both('score'), group: both('group'), upper: both('upper') };
}

function measureGroups(ctx: Store, review: repo.ReviewRow, desk: Desk): Group[] {
  return groupsOf(ctx.db, review.setId).map(({ criteria, code, title, titleEn, bonus, max }) => {
    const items = criteria.map((criterion) => measureItem(desk, criterion));
    const own = groupTotals({ max, items: items.map(columnsOf) });
    const totals = desk.halves
      ? weigh(desk.halves, own, (sheet) => sheet.groups.find((each) => each.code === code)?.totals)
      : own;
    return { code, title, titleEn, bonus, totals, items };
  });
}

/** What conditions of ranks are held against, by one column of scores. */
function rankFacts(ctx: Store, desk: Desk, groups: readonly Group[], column: 'score' | 'upper'): RankFacts {
  const { from, to } = desk.span;
  const sides = sensitiveState(ctx).isParty ? ['union', 'employer', 'party'] : ['union', 'employer'];
  const punished = disciplinedIn(ctx.db, { from, to, sides });
  const disciplined: Record<DisciplineFrom, number> = {
    reprimand: punished.length,
    warning: punished.filter((row) => row.warned === 1).length,
  };
  const since = knownSince(ctx.db);
  return {
    groups: groups.map(({ code, bonus, totals }) => ({
      code,
      bonus,
      max: totals.max,
      score: totals[column],
    })),
    disciplined,
    ageMonths: since === null ? null : monthsOf(dateBounds(since).first, to) - 1,
  };
}

function partsOf(halves: Halves | null): ReviewSheet['parts'] {
  if (halves === null) return [];
  return (['firstHalf', 'secondHalf'] as const).map((part) => {
    const sheet = part === 'firstHalf' ? halves.first : halves.second;
    return {
      part,
      id: sheet?.id ?? null,
      score: sheet?.totals.score ?? null,
      closedAt: sheet?.closedAt ?? null,
    };
  });
}

/** Names on papers as of a day. */
export function paperUnitOn(ctx: Store, day: string): ReviewSheet['unit'] {
  const profile = profileOn(ctx, day);
  const signer = signerOn(ctx, day);
  return {
    name: profile?.name ?? null,
    shortName: profile?.shortName ?? null,
    upperName: profile?.upperName ?? null,
    place: profile?.place ?? null,
    chairName: signer.name,
    chairTitle: signer.title,
    onBehalfOf: signer.onBehalfOf,
  };
}

function measureSheet(ctx: Store, review: repo.ReviewRow): ReviewSheet {
  const set = setOf(ctx, review);
  const desk = deskOf(ctx, review, set);
  const groups = measureGroups(ctx, review, desk);
  const sum = totalOf(groups.map((group) => group.totals));
  const totals = desk.halves ? weigh(desk.halves, sum, (sheet) => sheet.totals) : sum;
  const { formula, unprovenShare, ranks } = rulesOf(ctx.db, set);
  const items = groups.flatMap((group) => group.items);
  const count = (state: Item['state']) => items.filter((item) => item.state === state).length;
  const { rank, blocked } = rankWith(ranks, totals.score, rankFacts(ctx, desk, groups, 'score'));
  const { id, version, year, part, from, to, closedAt, closedBy, groupBy, groupOn, upperBy, upperOn } =
    review;
  const today = ctx.today();
  return {
    ...{ id, version, year, part, from, to, asOf: desk.span.asOf },
    set: {
      ...{ id: set.id, name: set.name, nameEn: set.nameEn, edition: set.edition },
      ...{ validFrom: set.validFrom, confirmedOn: set.confirmedOn, unprovenShare },
    },
    ...{ closedAt, closedBy, evidenceDue: desk.evidenceDue },
    checkers: { groupBy, groupOn, upperBy, upperOn },
    formula: desk.halves ? formula : null,
    parts: partsOf(desk.halves),
    ...{ groups, totals, ranks, rank, blocked },
    upperRank: rankWith(ranks, totals.upper, rankFacts(ctx, desk, groups, 'upper')).rank,
    counts: {
      ok: count('ok'),
      missing: count('missing'),
      open: count('open'),
      overdue: items.filter((item) => item.due !== null && item.due < today).length,
    },
    people: peopleOf(items, today),
    unit: paperUnitOn(ctx, desk.span.asOf),
  };
}

/** The whole review; a closed one is its snapshot, whatever changed since. */
export function reviewSheet(ctx: Store, review: repo.ReviewRow): ReviewSheet {
  if (review.snapshot === null) return measureSheet(ctx, review);
  const frozen = completed(JSON.parse(review.snapshot), review);
  return { ...frozen, version: review.version, closedAt: review.closedAt, closedBy: review.closedBy };
}
