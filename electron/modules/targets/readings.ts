/** What a target asks and what is reached of it, in its term and in a year, as it stands today. */
import { joinFlags } from '../../../shared/domain/counts';
import { isIndicatorId } from '../../../shared/domain/indicators';
import { reviewPeriod } from '../../../shared/domain/reviewPeriod';
import {
  actualText,
  askedText,
  expectedBy,
  rateText,
  type TargetAsked,
  targetState,
} from '../../../shared/domain/targets';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { measure, spanOf } from '../indicators';
import { settingsOn } from '../settings/service';
import * as repo from './repository';

type Row = OutputOf<'targets.list'>['rows'][number];
export type Reading = Pick<
  Row,
  'year' | 'from' | 'to' | 'value' | 'actual' | 'expected' | 'state' | 'asked' | 'shown' | 'rate'
>;
type Actual = Row['actual'];
export type Fields = Omit<ParsedInputOf<'targets.save'>, 'id' | 'version' | 'values'>;

const NOTHING: Actual = {
  value: null,
  part: null,
  whole: null,
  wholeOn: null,
  flag: 'exact',
  onDay: null,
  from: null,
  source: null,
};

/** Days of a year, or of the whole term. */
export function daysOf(
  ctx: Pick<Ctx, 'db'>,
  target: Pick<repo.TargetRecord, 'period' | 'fromYear' | 'toYear'>,
  year: number | null,
): { from: string; to: string } {
  const [first, last] = year === null ? [target.fromYear, target.toYear] : [year, year];
  if (target.period === 'calendar') return { from: `${first}-01-01`, to: `${last}-12-31` };
  const start = (of: number) => settingsOn(ctx, `${of}-06-30`).unionYearStart;
  return {
    from: reviewPeriod(first, 'year', start(first)).from,
    to: reviewPeriod(last, 'year', start(last)).to,
  };
}

function measured(ctx: Ctx, target: repo.TargetRecord, days: { from: string; to: string }): Actual {
  if (target.indicator === null || !isIndicatorId(target.indicator)) return NOTHING;
  if (ctx.today() < days.from) return NOTHING;
  const figure = measure(ctx.db, target.indicator, spanOf(days, ctx.today()));
  return {
    ...{ value: figure.value, part: figure.part, whole: figure.whole, wholeOn: figure.wholeOn },
    ...{ flag: 'exact', onDay: figure.asOf, from: figure.value === null ? null : 'indicator', source: null },
  };
}

const typed = (row: repo.ActualRecord, percent: boolean): Actual => ({
  value: percent && row.part !== null && row.whole !== null ? (row.part / row.whole) * 100 : row.value,
  part: percent ? row.part : null,
  whole: percent ? row.whole : null,
  wholeOn: percent && row.whole !== null ? row.onDay : null,
  ...{ flag: row.flag, onDay: row.onDay, from: 'typed', source: row.source },
});

/** The latest of a year; over a term the years of a sum are added, each with its latest. */
function told(
  target: repo.TargetRecord,
  rows: readonly repo.ActualRecord[],
  spans: readonly { from: string; to: string }[],
): Actual {
  const percent = target.percent === 1;
  const latest = spans.flatMap(
    ({ from, to }) => rows.find((row) => from <= row.onDay && row.onDay <= to) ?? [],
  );
  const newest = latest.reduce<repo.ActualRecord | null>(
    (best, row) => (best === null || row.onDay > best.onDay ? row : best),
    null,
  );
  if (newest === null) return NOTHING;
  if (target.counting === 'level' || percent || latest.length === 1) return typed(newest, percent);
  const known = latest.filter((row) => row.value !== null);
  return {
    ...typed(newest, false),
    value: known.length === 0 ? null : known.reduce((sum, row) => sum + row.value!, 0),
    flag: joinFlags(known.map((row) => row.flag)),
    source: [...new Set(latest.map((row) => row.source))].join('; '),
  };
}

export interface Known {
  asked: readonly repo.AskedRecord[];
  actuals: readonly repo.ActualRecord[];
}

/** A target in a year, or (null) in its term. */
export function readingOf(ctx: Ctx, target: repo.TargetRecord, year: number | null, known: Known): Reading {
  const days = daysOf(ctx, target, year);
  const asked = known.asked.find((row) => row.targetId === target.id && row.year === (year ?? 0));
  const own = known.actuals.filter((row) => row.targetId === target.id);
  const years = Array.from({ length: target.toYear - target.fromYear + 1 }, (_, at) => target.fromYear + at);
  const spans = (year === null ? years : [year]).map((one) => daysOf(ctx, target, one));
  const actual = target.indicator === null ? told(target, own, spans) : measured(ctx, target, days);
  const { direction, counting, pace, unit } = target;
  const percent = target.percent === 1;
  const value = asked?.value ?? null;
  const months = asked?.months ? (JSON.parse(asked.months) as number[]) : null;
  const about: TargetAsked | null =
    value === null ? null : { value, percent, direction, counting, pace, months, ...days };
  return {
    ...{ year, ...days, value, actual },
    expected: about && expectedBy(about, ctx.today()),
    state: about && targetState(about, actual, ctx.today()),
    asked: value === null ? null : askedText({ value, percent, direction, unit }),
    shown: actualText(actual, { value, percent, direction }),
    rate: rateText(actual, { value, percent, direction }),
  };
}

/** What is asked and typed of several targets, read once. */
export function knownOf(ctx: Ctx, targets: readonly { id: number }[]): Known {
  const ids = targets.map((target) => target.id);
  return { asked: repo.askedOf(ctx.db, ids), actuals: repo.actualsOf(ctx.db, ids) };
}

export const toFields = (r: repo.TargetRecord): Fields => ({
  resolutionId: r.resolutionId,
  text: r.text,
  unit: r.unit,
  percent: r.percent === 1,
  direction: r.direction,
  counting: r.counting,
  pace: r.pace,
  indicator: r.indicator !== null && isIndicatorId(r.indicator) ? r.indicator : null,
  period: r.period,
  note: r.note,
});
const rowOf = (ctx: Ctx, target: repo.TargetRecord, year: number | null, known: Known) => ({
  ...{ id: target.id, version: target.version, resolution: target.resolution },
  ...toFields(target),
  ...readingOf(ctx, target, year, known),
});

/** Targets of a year, or of whole terms, as they stand today. */
export function readTargets(
  ctx: Ctx,
  year: number | null,
  resolutionId: number | null = null,
): OutputOf<'targets.list'>['rows'] {
  const all = repo.targetsIn(ctx.db, year, resolutionId);
  const known = knownOf(ctx, all);
  return all.map((target) => rowOf(ctx, target, year, known));
}
