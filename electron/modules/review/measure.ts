/** One criterion of a review measured: its figures, the proposal, the columns of scores, evidence and what is missing. */
import type { ReviewSheet } from '../../../shared/contract/review';
import { type Figure, figuresText } from '../../../shared/domain/figures';
import { monthsOf } from '../../../shared/domain/reviewPeriod';
import { itemState, proposeScore, provenCap, roundPoints } from '../../../shared/domain/scoring';
import { type HalvesFormula, yearOf } from '../../../shared/domain/scoringRanks';
import type { Ctx } from '../../ipc/context';
import { countRecords, measure, type Span, spanOf } from '../indicators';
import * as repo from './repository';
import type { Criterion } from './sets';
import { type TaskRow, tasksOf } from './tasksRepository';

export type Item = ReviewSheet['groups'][number]['items'][number];
export type Store = Pick<Ctx, 'db' | 'today'>;

/** The two half-years a year is made of. */
export interface Halves {
  readonly formula: HalvesFormula;
  readonly first: ReviewSheet | null;
  readonly second: ReviewSheet | null;
}

/** What one measurement of a review needs. */
export interface Desk {
  readonly ctx: Store;
  readonly span: Span;
  readonly months: number;
  readonly lines: ReadonlyMap<string, repo.ItemRow>;
  readonly evidence: readonly repo.EvidenceRow[];
  readonly tasks: ReadonlyMap<string, TaskRow>;
  readonly evidenceDue: string;
  readonly unprovenShare: number | null;
  readonly halves: Halves | null;
}

export function openDesk(
  ctx: Store,
  review: repo.ReviewRow,
  rules: { unprovenShare: number | null; halves: Halves | null },
): Desk {
  const parts = [rules.halves?.first, rules.halves?.second].flatMap((sheet) => (sheet ? [sheet.id] : []));
  return {
    ctx,
    span: spanOf({ from: review.from, to: review.to }, ctx.today()),
    months: monthsOf(review.from, review.to),
    lines: new Map(repo.itemsOf(ctx.db, review.id).map((line) => [line.criterionUid, line])),
    evidence: [...parts, review.id].flatMap((id) => repo.evidenceOf(ctx.db, id)),
    tasks: new Map(tasksOf(ctx.db, review.id).map((task) => [task.criterionUid, task])),
    evidenceDue: review.evidenceDue ?? review.to,
    ...rules,
  };
}

const itemIn = (sheet: ReviewSheet | null, uid: string): Item | undefined =>
  sheet?.groups.flatMap((group) => group.items).find((item) => item.uid === uid);

type Scores = Pick<Item, 'score' | 'counted' | 'cap' | 'checks' | 'halves'>;

/** Scores typed for the criterion; what counts of the own one is bounded by its evidence. */
function typedScores(max: number, line: repo.ItemRow | undefined, cap: number): Scores {
  const score = line?.score ?? null;
  const check = (column: 'group' | 'upper') => {
    const value = line?.[`${column}Score`] ?? null;
    if (!line || value === null) return null;
    return { score: Math.min(value, max), by: line[`${column}By`], on: line[`${column}On`] };
  };
  const counted = score === null ? null : Math.min(score, cap);
  return { score, cap, counted, checks: { group: check('group'), upper: check('upper') }, halves: null };
}

/** Scores of a year from those of its halves. */
function derivedScores(halves: Halves, uid: string, cap: number): Scores {
  const [a, b] = [itemIn(halves.first, uid), itemIn(halves.second, uid)];
  const both = (read: (item: Item | undefined) => number | null | undefined) =>
    yearOf(halves.formula, read(a), read(b));
  const score = both((item) => item?.counted);
  const check = (column: 'group' | 'upper') => {
    const value = both((item) => item?.checks[column]?.score);
    const last = b?.checks[column] ?? null;
    return value === null ? null : { score: value, by: last?.by ?? null, on: last?.on ?? null };
  };
  return {
    score,
    cap,
    counted: score,
    checks: { group: check('group'), upper: check('upper') },
    halves: { first: a?.counted ?? null, second: b?.counted ?? null },
  };
}

function rulesIndicators({ rule }: Criterion) {
  if (rule === null) return [];
  return rule.kind === 'steps' ? rule.of : rule.parts.flatMap((part) => part.of);
}

/** A proposal never goes over what the evidence allows. */
function proposalOf(desk: Desk, criterion: Criterion, figures: readonly Figure[], cap: number) {
  const scoring = { rule: criterion.rule, figures, max: criterion.max, months: desk.months };
  const { score, reason } = proposeScore(scoring);
  return {
    proposed: score === null ? null : Math.min(score, roundPoints(cap)),
    reason,
    reasonEn: proposeScore(scoring, 'en').reason,
  };
}

export function measureItem(desk: Desk, criterion: Criterion): Item {
  const { ctx, span } = desk;
  const { uid, code, title, titleEn, max } = criterion;
  const shown = criterion.indicators.map((id) => measure(ctx.db, id, span));
  const ruled = rulesIndicators(criterion).filter((id) => !criterion.indicators.includes(id));
  const figures: Figure[] = [...shown, ...ruled.map((id) => measure(ctx.db, id, span))];
  const records = criterion.indicators.reduce((sum, id) => sum + countRecords(ctx.db, id, span), 0);
  const line = desk.lines.get(uid);
  const evidence = desk.evidence.filter((row) => row.criterionUid === uid);
  const cap = provenCap({ max, records, evidence: evidence.length }, desk.unprovenShare);
  const scores = desk.halves ? derivedScores(desk.halves, uid, max) : typedScores(max, line, cap);
  const task = desk.tasks.get(uid);
  const state = itemState({ score: scores.score, records, evidence: evidence.length });
  return {
    uid,
    code,
    title,
    titleEn,
    max,
    evidenceNeeded: criterion.evidence,
    evidenceNeededEn: criterion.evidenceEn,
    figures: shown,
    figureText: figuresText(shown),
    figureTextEn: figuresText(shown, 'en'),
    records,
    ...proposalOf(desk, criterion, figures, cap),
    ...scores,
    task: task ? { memberId: task.memberId, name: task.name, dueOn: task.dueOn } : null,
    due: state === 'ok' ? null : (task?.dueOn ?? desk.evidenceDue),
    note: line?.note ?? null,
    version: line?.version ?? 0,
    evidence: evidence.map(({ id, kind, label, size, entity, recordId, createdAt }) => ({
      ...{ id, kind, label, size },
      ...{ entity, recordId, createdAt },
    })),
    state,
  };
}
