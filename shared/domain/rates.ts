import type { Locale } from '../text/locale';
import { formatCount, formatFraction, formatPercent, NBSP, type PercentOptions } from '../text/numbers';
import { type CountUnit, unitName } from './counts';
import { formatDate } from './dateFormat';
import { isPartialDate } from './partialDate';

/** A rate with its fraction, and the day its denominator was taken. */
export interface Rate {
  readonly part: number;
  readonly whole: number;
  readonly unit: CountUnit;
  /** Day of the denominator, ISO text. */
  readonly asOf: string;
}

/** Why a rate is refused. */
export interface RateProblem {
  readonly ok: false;
  readonly problem: 'part-over-whole' | 'not-a-count' | 'no-day';
  readonly part: number;
  readonly whole: number;
  readonly asOf: string;
}

/** A rate, or why it is refused. */
export type RateResult = { readonly ok: true; readonly rate: Rate } | RateProblem;

/** Makes a rate; a part larger than its whole is refused, as is a denominator without a day. */
export function makeRate(rate: Rate): RateResult {
  const { part, whole, unit, asOf } = rate;
  const refuse = (problem: RateProblem['problem']): RateProblem => ({
    ok: false,
    problem,
    part,
    whole,
    asOf,
  });
  const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
  if (!isCount(part) || !isCount(whole)) return refuse('not-a-count');
  if (part > whole) return refuse('part-over-whole');
  if (!isPartialDate(asOf)) return refuse('no-day');
  return { ok: true, rate: { part, whole, unit, asOf } };
}

/** Percentage of a rate: 1484/2178 is "68%"; null when the whole is 0. */
export function ratePercent(rate: Rate, options: PercentOptions = {}): string | null {
  return formatPercent(rate.part, rate.whole, options);
}

/** How many are missing from the whole: the 694 behind 1.484/2.178. */
export function rateRest(rate: Rate): number {
  return rate.whole - rate.part;
}

/** The fraction with its unit: "1.484/2.178 đoàn viên". */
export function rateFraction(rate: Rate, locale: Locale = 'vi'): string {
  return `${formatFraction(rate.part, rate.whole, { locale })}${NBSP}${unitName(rate.unit, locale)}`;
}

/** A rate as it always stands: "68% · 1.484/2.178 đoàn viên, ngày 01/07/2026". */
export function formatRate(rate: Rate, options: PercentOptions = {}): string {
  const locale = options.locale ?? 'vi';
  const day = `${locale === 'vi' ? 'ngày' : 'on'} ${formatDate(rate.asOf, locale)}`;
  const fraction = `${rateFraction(rate, locale)}, ${day}`;
  const percent = ratePercent(rate, options);
  return percent === null ? fraction : `${percent} · ${fraction}`;
}

/** Why a part over its whole is refused, in a sentence of the product's manner. */
export function partOverWholeText(problem: RateProblem, unit: CountUnit, locale: Locale = 'vi'): string {
  const [part, whole] = [formatCount(problem.part, locale), formatCount(problem.whole, locale)];
  const day = formatDate(problem.asOf, locale);
  return locale === 'vi'
    ? `${part} lớn hơn số ${unitName(unit)} ngày ${day} là ${whole}.`
    : `${part} is more than the number of ${unitName(unit, 'en')} on ${day}, ${whole}.`;
}
