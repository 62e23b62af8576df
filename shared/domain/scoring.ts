/**
 * Scoring rules of criteria (quy tắc đề xuất điểm), as data. A rule reads figures and proposes points with the reason
 * in words. Where nothing is recorded it proposes nothing: what is not in the register may still have been done.
 */
import { z } from 'zod';
import type { Locale } from '../text/locale';
import { formatCount, formatDecimal } from '../text/numbers';
import { type Figure, figuresText } from './figures';
import { INDICATOR_IDS, type IndicatorId, indicatorOf } from './indicators';

const indicatorIds = z.array(z.enum(INDICATOR_IDS)).min(1).max(20);

/** From `min` on, `share` of the points. A percentage is compared as a number from 0 to 100. */
export const scoringStep = z.strictObject({
  min: z.number().min(0).max(1_000_000),
  share: z.number().min(0).max(1),
});

export const scoringRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('steps'),
    /** Added together. */
    of: indicatorIds,
    steps: z.array(scoringStep).min(1).max(8),
    /** The numbers are for a year; a shorter period asks for its part, rounded up. */
    perYear: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('each'),
    /** Each part that reaches its number gives an equal share of the points. */
    parts: z
      .array(z.strictObject({ of: indicatorIds, min: z.number().min(1).max(1_000_000) }))
      .min(1)
      .max(12),
  }),
]);
export type ScoringRule = z.output<typeof scoringRule>;
type StepsRule = Extract<ScoringRule, { kind: 'steps' }>;
type EachRule = Extract<ScoringRule, { kind: 'each' }>;

export interface Proposal {
  /** null: the records cannot tell. */
  readonly score: number | null;
  readonly reason: string;
}

export interface ScoringInput {
  readonly rule: ScoringRule | null;
  /** Figures of the criterion; empty for one that is scored by hand. */
  readonly figures: readonly Figure[];
  readonly max: number;
  /** Length of the period in months. */
  readonly months: number;
}

/** Points are kept in quarters. */
export const roundPoints = (points: number): number => Math.round(points * 4) / 4;

/** "3,5" */
export const pointsText = (points: number, locale: Locale = 'vi'): string => formatDecimal(points, 2, locale);

/** Proposes a score, never more than the maximum and never anything where nothing is recorded. */
export function proposeScore(input: ScoringInput, locale: Locale = 'vi'): Proposal {
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en);
  if (input.figures.length === 0)
    return {
      score: null,
      reason: say(
        'Chấm tay: sổ không ghi số liệu cho tiêu chí này.',
        'Scored by hand: the register holds no figures for this criterion.',
      ),
    };
  if (input.rule === null)
    return {
      score: null,
      reason: say(
        'Số liệu chỉ để tham khảo: sổ chưa đủ căn cứ để đề xuất điểm.',
        'The figures are for reference: the register cannot tell a score.',
      ),
    };
  return input.rule.kind === 'steps'
    ? bySteps(input.rule, input, locale)
    : byParts(input.rule, input, locale);
}

function sumOf(
  of: readonly IndicatorId[],
  figures: readonly Figure[],
): { value: number | null; used: Figure[] } {
  const used = figures.filter((figure) => of.includes(figure.id));
  const known = used.flatMap((figure) => (figure.value === null ? [] : [figure.value]));
  return { value: known.length === 0 ? null : known.reduce((a, b) => a + b, 0), used };
}

/** What a step asks for in a period of so many months. */
export function stepMinimum(rule: StepsRule, min: number, months: number): number {
  const counted = rule.of.every((id) => indicatorOf(id).unit !== 'percent');
  return rule.perYear && counted ? Math.max(1, Math.ceil((min * months) / 12)) : min;
}

function bySteps(rule: StepsRule, { figures, max, months }: ScoringInput, locale: Locale): Proposal {
  const vi = locale === 'vi';
  const { value, used } = sumOf(rule.of, figures);
  const percent = used[0]?.unit === 'percent';
  if (value === null) return { score: null, reason: gapText(used, locale) };
  if (value === 0 && !percent) return { score: null, reason: nothingText(locale) };
  const minimum = (step: { min: number }) => stepMinimum(rule, step.min, months);
  const steps = [...rule.steps].sort((a, b) => b.min - a.min);
  const reached = steps.find((step) => value >= minimum(step));
  const figure = figuresText(used, locale) ?? '';
  const mark = (step: { min: number }) => `${formatDecimal(minimum(step), 2, locale)}${percent ? '%' : ''}`;
  const top = steps.reduce((best, step) => (step.share > best.share ? step : best));
  const least = steps[steps.length - 1]!;
  if (!reached)
    return {
      score: 0,
      reason: vi
        ? `${figure}, chưa tới mức thấp nhất là ${mark(least)}.`
        : `${figure}, below the lowest step of ${mark(least)}.`,
    };
  const score = Math.min(max, roundPoints(reached.share * max));
  const got = vi
    ? `${figure}, đạt mức từ ${mark(reached)}.`
    : `${figure}, reaching the step of ${mark(reached)}.`;
  const more = vi ? ` Đủ điểm khi đạt từ ${mark(top)}.` : ` Full points from ${mark(top)}.`;
  return { score, reason: score < max && top !== reached ? got + more : got };
}

function byParts(rule: EachRule, { figures, max }: ScoringInput, locale: Locale): Proposal {
  const vi = locale === 'vi';
  const done: string[] = [];
  const left: string[] = [];
  for (const part of rule.parts) {
    const { value } = sumOf(part.of, figures);
    (value !== null && value >= part.min ? done : left).push(
      part.of.map((id) => nameOf(id, locale)).join(' / '),
    );
  }
  if (done.length === 0) return { score: null, reason: nothingText(locale) };
  const count = `${formatCount(done.length, locale)}/${formatCount(rule.parts.length, locale)}`;
  const have = vi ? `Đã có ${count} việc: ${done.join('; ')}.` : `${count} done: ${done.join('; ')}.`;
  const rest =
    left.length === 0 ? '' : vi ? ` Chưa ghi: ${left.join('; ')}.` : ` Not recorded: ${left.join('; ')}.`;
  return { score: Math.min(max, roundPoints((done.length / rule.parts.length) * max)), reason: have + rest };
}

const nameOf = (id: IndicatorId, locale: Locale): string =>
  locale === 'vi' ? indicatorOf(id).label : indicatorOf(id).labelEn;

function nothingText(locale: Locale): string {
  return locale === 'vi'
    ? 'Sổ chưa ghi việc nào trong kỳ để tính, nên chưa đề xuất điểm.'
    : 'Nothing is recorded in the period, so no score is proposed.';
}

const RATE_GAPS: ReadonlySet<string> = new Set(['noWhole', 'partOverWhole']);

/** Why a figure is not known, in a sentence. */
export function gapText(figures: readonly Figure[], locale: Locale = 'vi'): string {
  const vi = locale === 'vi';
  const figure = figures.find((one) => one.gap !== null);
  if (figure?.gap === 'someUnknown')
    return vi
      ? 'Còn người chưa biết số phải tính, nên chưa cộng.'
      : 'Somebody’s part is not known, so nothing is added up yet.';
  if (figure?.gap && RATE_GAPS.has(figure.gap) && figure.id !== 'members.gatherRate')
    return vi ? 'Chưa đủ số để tính tỷ lệ.' : 'The rate cannot be told yet.';
  if (figure?.gap === 'partOverWhole') {
    const [part, whole] = [formatCount(figure.part ?? 0, locale), formatCount(figure.whole ?? 0, locale)];
    return vi
      ? `${part} đoàn viên nhiều hơn số lao động đã ghi là ${whole}. Sửa một trong hai số rồi xem lại.`
      : `${part} members are more than the ${whole} staff recorded. Correct one of the two.`;
  }
  if (figure?.gap === 'noWhole')
    return vi
      ? 'Chưa đủ số để tính tỷ lệ: ghi số lao động ở trang Tổ chức.'
      : 'The rate cannot be told yet: record the number of staff on the Organisation page.';
  if (figure?.gap === 'fieldOff')
    return vi
      ? 'Chưa bật mục riêng của số liệu này: bật ở Cài đặt, phần Thông tin riêng.'
      : 'The private field this is counted from is switched off: see Settings, Private fields.';
  return vi ? 'Sổ chưa có phần ghi số liệu này.' : 'The register does not record this yet.';
}

/** Columns of scores: the unit's own, the group or cross check, and the union above. */
export const SCORE_COLUMNS = ['score', 'group', 'upper'] as const;
export type ScoreColumn = (typeof SCORE_COLUMNS)[number];

/** One scored criterion of a group; `score` is what counts of the own score. */
export interface ScoredItem {
  readonly max: number;
  readonly proposed: number | null;
  readonly score: number | null;
  readonly group?: number | null;
  readonly upper?: number | null;
}
export interface ScoredGroup {
  readonly max: number;
  readonly items: readonly ScoredItem[];
}
export interface Totals {
  readonly max: number;
  readonly proposed: number | null;
  readonly score: number | null;
  readonly group: number | null;
  readonly upper: number | null;
}

function capped(values: readonly (number | null)[], max: number): number | null {
  const known = values.filter((value): value is number => value !== null);
  if (known.length === 0) return null;
  return Math.min(max, Math.round(known.reduce((a, b) => a + b, 0) * 100) / 100);
}

/** Sum of lines under a cap, column by column; null while nothing is scored. */
function sumUnder(lines: readonly ScoredItem[], max: number): Totals {
  const column = (key: 'proposed' | ScoreColumn) =>
    capped(
      lines.map((line) => line[key] ?? null),
      max,
    );
  return {
    max,
    proposed: column('proposed'),
    score: column('score'),
    group: column('group'),
    upper: column('upper'),
  };
}

/** Sum of a group, never more than the group's cap; null while nothing is scored. */
export const groupTotals = (group: ScoredGroup): Totals => sumUnder(group.items, group.max);

/** Sum of the groups after their caps. */
export const reviewTotals = (groups: readonly ScoredGroup[]): Totals => totalOf(groups.map(groupTotals));

/** Sum of totals of groups. */
export function totalOf(totals: readonly Totals[]): Totals {
  return sumUnder(totals, Math.round(totals.reduce((sum, each) => sum + each.max, 0) * 100) / 100);
}

export interface RankLevel {
  readonly name: string;
  readonly nameEn: string;
  /** Least points of the rank. */
  readonly min: number;
}

/** The rank a total reaches: the level with the highest threshold not above it. */
export function rankOf<L extends RankLevel>(levels: readonly L[], points: number | null): L | null {
  if (points === null) return null;
  return levels.reduce<L | null>(
    (best, level) => (points >= level.min && (best === null || level.min > best.min) ? level : best),
    null,
  );
}

/** ok: scored, with records or evidence behind it. missing: scored without either. open: not scored. */
export type ItemState = 'ok' | 'missing' | 'open';
export function itemState(item: { score: number | null; records: number; evidence: number }): ItemState {
  if (item.score === null) return 'open';
  return item.records + item.evidence > 0 ? 'ok' : 'missing';
}

/** The least step between scores. */
const SCORE_STEP = 0.25;

/**
 * Most points a criterion counts: all of them only with records or evidence to show (cases.md row 52), else the part
 * the criteria set allows, and never full.
 */
export function provenCap(
  item: { max: number; records: number; evidence: number },
  share: number | null,
): number {
  if (item.records + item.evidence > 0) return item.max;
  return Math.max(0, Math.min(item.max - SCORE_STEP, roundPoints(item.max * (share ?? 1))));
}
