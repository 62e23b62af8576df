/** The review as shown and printed: figures measured now, or the snapshot of a closed one. */
import { AppError } from '../../../shared/contract/errors';
import type { ReviewSheet } from '../../../shared/contract/review';
import { todayInVietnam } from '../../../shared/domain/dateMath';
import { type Figure, figuresText } from '../../../shared/domain/figures';
import { monthsOf } from '../../../shared/domain/reviewPeriod';
import { groupTotals, itemState, proposeScore, rankOf, reviewTotals } from '../../../shared/domain/scoring';
import type { Ctx } from '../../ipc/context';
import { countRecords, measure, type Span, spanOf } from '../indicators';
import { signerOn } from '../organisation/committees/service';
import { profileOn } from '../organisation/service';
import * as repo from './repository';
import { type Criterion, groupsOf } from './sets';
import { ranksOf, setById } from './setsRepository';

type Item = ReviewSheet['groups'][number]['items'][number];

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

/** What one measurement of a review needs. */
interface Desk {
  ctx: Pick<Ctx, 'db'>;
  span: Span;
  months: number;
  lines: ReadonlyMap<string, repo.ItemRow>;
  evidence: readonly repo.EvidenceRow[];
}

function openDesk(ctx: Pick<Ctx, 'db' | 'today'>, review: repo.ReviewRow): Desk {
  return {
    ctx,
    span: spanOf({ from: review.from, to: review.to }, ctx.today()),
    months: monthsOf(review.from, review.to),
    lines: new Map(repo.itemsOf(ctx.db, review.id).map((line) => [line.criterionUid, line])),
    evidence: repo.evidenceOf(ctx.db, review.id),
  };
}

function measureItem(desk: Desk, criterion: Criterion): Item {
  const { ctx, span } = desk;
  const shown = criterion.indicators.map((id) => measure(ctx.db, id, span));
  const ruled = rulesIndicators(criterion).filter((id) => !criterion.indicators.includes(id));
  const figures: Figure[] = [...shown, ...ruled.map((id) => measure(ctx.db, id, span))];
  const records = criterion.indicators.reduce((sum, id) => sum + countRecords(ctx.db, id, span), 0);
  const scoring = { rule: criterion.rule, figures, max: criterion.max, months: desk.months };
  const proposal = proposeScore(scoring);
  const line = desk.lines.get(criterion.uid);
  const evidence = desk.evidence.filter((row) => row.criterionUid === criterion.uid);
  const score = line?.score ?? null;
  return {
    uid: criterion.uid,
    code: criterion.code,
    title: criterion.title,
    titleEn: criterion.titleEn,
    max: criterion.max,
    evidenceNeeded: criterion.evidence,
    evidenceNeededEn: criterion.evidenceEn,
    figures: shown,
    figureText: figuresText(shown),
    figureTextEn: figuresText(shown, 'en'),
    records,
    proposed: proposal.score,
    reason: proposal.reason,
    reasonEn: proposeScore(scoring, 'en').reason,
    score,
    note: line?.note ?? null,
    version: line?.version ?? 0,
    evidence: evidence.map(({ id, kind, label, size, entity, recordId, createdAt }) => ({
      id,
      kind,
      label,
      size,
      entity,
      recordId,
      createdAt,
    })),
    state: itemState({ score, records, evidence: evidence.length }),
  };
}

function rulesIndicators({ rule }: Criterion) {
  if (rule === null) return [];
  return rule.kind === 'steps' ? rule.of : rule.parts.flatMap((part) => part.of);
}

/** One criterion of a review with its figures. Errors: NOT_FOUND. */
export function sheetItem(ctx: Pick<Ctx, 'db' | 'today'>, review: repo.ReviewRow, uid: string): Item {
  for (const group of groupsOf(ctx.db, review.setId)) {
    const criterion = group.criteria.find((each) => each.uid === uid);
    if (criterion) return measureItem(openDesk(ctx, review), criterion);
  }
  throw new AppError('NOT_FOUND');
}

function measureSheet(ctx: Pick<Ctx, 'db' | 'today'>, review: repo.ReviewRow): ReviewSheet {
  const desk = openDesk(ctx, review);
  const set = setById(ctx.db, review.setId);
  if (!set) throw new AppError('NOT_FOUND');
  const groups = groupsOf(ctx.db, review.setId).map(({ criteria, ...head }) => {
    const items = criteria.map((criterion) => measureItem(desk, criterion));
    const { code, title, titleEn, bonus, max } = head;
    return { code, title, titleEn, bonus, totals: groupTotals({ max, items }), items };
  });
  const totals = reviewTotals(groups.map((group) => ({ max: group.totals.max, items: group.items })));
  const ranks = ranksOf(ctx.db, review.setId).map((rank) => ({ ...rank, nameEn: rank.nameEn ?? rank.name }));
  const states = groups.flatMap((group) => group.items.map((item) => item.state));
  const count = (state: Item['state']) => states.filter((each) => each === state).length;
  const profile = profileOn(ctx, desk.span.asOf);
  const signer = signerOn(ctx, desk.span.asOf);
  return {
    id: review.id,
    version: review.version,
    year: review.year,
    part: review.part,
    from: review.from,
    to: review.to,
    asOf: desk.span.asOf,
    set: {
      id: set.id,
      name: set.name,
      nameEn: set.nameEn,
      edition: set.edition,
      validFrom: set.validFrom,
      confirmedOn: set.confirmedOn,
    },
    closedAt: review.closedAt,
    closedBy: review.closedBy,
    groups,
    totals,
    ranks,
    rank: rankOf(ranks, totals.score),
    counts: { ok: count('ok'), missing: count('missing'), open: count('open') },
    unit: {
      name: profile?.name ?? null,
      shortName: profile?.shortName ?? null,
      upperName: profile?.upperName ?? null,
      place: profile?.place ?? null,
      chairName: signer.name,
      chairTitle: signer.title,
      onBehalfOf: signer.onBehalfOf,
    },
  };
}

/** The whole review; a closed one is its snapshot, whatever changed since. */
export function reviewSheet(ctx: Pick<Ctx, 'db' | 'today'>, review: repo.ReviewRow): ReviewSheet {
  if (review.snapshot === null) return measureSheet(ctx, review);
  const frozen = JSON.parse(review.snapshot) as ReviewSheet;
  return { ...frozen, version: review.version, closedAt: review.closedAt, closedBy: review.closedBy };
}
