/** A computed figure (số liệu): the value of an indicator in a period, and how it is written. */
import type { Locale } from '../text/locale';
import { formatCount, formatFraction, formatPercent, NBSP } from '../text/numbers';
import { type IndicatorId, type IndicatorUnit, indicatorOf } from './indicators';

/** Why a figure is not known. */
export type FigureGap =
  /** The whole of a rate is not recorded. */
  | 'noWhole'
  /** The part is larger than its whole, so one of them is wrong. */
  | 'partOverWhole'
  /** No area records this yet. */
  | 'noSource'
  /** The sensitive field it is counted from is switched off. */
  | 'fieldOff'
  /** Some of what it adds up is not known. */
  | 'someUnknown';

/** What a repository answers for an indicator. */
export interface Measured {
  /** A rate's value is a percentage, unrounded. */
  readonly value: number | null;
  readonly part?: number | null;
  readonly whole?: number | null;
  /** Day the whole was taken, ISO. */
  readonly wholeOn?: string | null;
  readonly gap?: FigureGap | null;
}

export interface Figure {
  readonly id: IndicatorId;
  readonly unit: IndicatorUnit;
  readonly value: number | null;
  readonly part: number | null;
  readonly whole: number | null;
  readonly wholeOn: string | null;
  /** Last day counted, ISO. */
  readonly asOf: string;
  readonly gap: FigureGap | null;
}

/** A measured rate; unknown or larger than its whole has no percentage. */
export function measuredRate(part: number, whole: number | null, wholeOn: string | null): Measured {
  if (whole === null || whole === 0) return { value: null, part, whole, wholeOn, gap: 'noWhole' };
  if (part > whole) return { value: null, part, whole, wholeOn, gap: 'partOverWhole' };
  return { value: (part / whole) * 100, part, whole, wholeOn };
}

/** Completes what a repository measured. */
export function toFigure(id: IndicatorId, measured: Measured, asOf: string): Figure {
  return {
    id,
    unit: indicatorOf(id).unit,
    value: measured.value,
    part: measured.part ?? null,
    whole: measured.whole ?? null,
    wholeOn: measured.wholeOn ?? null,
    asOf,
    gap: measured.gap ?? null,
  };
}

const singular = (noun: string): string => noun.replace(/s$/, '');

/** "4 cuộc họp", "98% (344/351)"; null when not known. */
export function figureText(figure: Figure, locale: Locale = 'vi'): string | null {
  if (figure.value === null) return null;
  if (figure.unit === 'percent') {
    const percent = formatPercent(figure.part, figure.whole, { locale });
    if (percent === null || figure.part === null || figure.whole === null) return percent;
    return `${percent} (${formatFraction(figure.part, figure.whole, { locale })})`;
  }
  const { noun, nounEn } = indicatorOf(figure.id);
  const word = locale === 'vi' ? noun : figure.value === 1 ? singular(nounEn) : nounEn;
  return `${formatCount(figure.value, locale)}${NBSP}${word}`;
}

/** Several figures in one line: like units of one noun are added, others stand side by side. */
export function figuresText(figures: readonly Figure[], locale: Locale = 'vi'): string | null {
  const known = figures.filter((figure) => figure.value !== null);
  if (known.length === 0) return null;
  if (
    known.length > 1 &&
    known.every((figure) => figure.unit === known[0]!.unit && figure.unit !== 'percent')
  ) {
    const nouns = new Set(known.map((figure) => indicatorOf(figure.id).noun));
    const sum = known.reduce((total, figure) => total + (figure.value ?? 0), 0);
    if (nouns.size === 1) return figureText({ ...known[0]!, value: sum }, locale);
    const noun = COMMON_NOUN[known[0]!.unit];
    if (noun)
      return `${formatCount(sum, locale)}${NBSP}${locale === 'vi' ? noun[0] : sum === 1 ? singular(noun[1]) : noun[1]}`;
  }
  const counted = known.filter((figure) => figure.value !== 0);
  return (counted.length > 0 ? counted : known.slice(0, 1))
    .map((figure) => figureText(figure, locale))
    .join('; ');
}

/** The word for events or awards of several kinds together. */
const COMMON_NOUN: Partial<Record<IndicatorUnit, readonly [string, string]>> = {
  event: ['hoạt động', 'events'],
  award: ['khen thưởng', 'awards'],
};
