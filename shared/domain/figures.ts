/** A computed figure (số liệu): the value of an indicator in a period, and how it is written. */
import type { Locale } from '../text/locale';
import {
  formatCount,
  formatDecimal,
  formatFraction,
  formatPercent,
  NBSP,
  type Vagueness,
  withVagueness,
} from '../text/numbers';
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
  /** How it is said: "hơn", "gần", "khoảng"; exact unless told. */
  readonly flag?: Vagueness;
  /** Records that should add to it but whose number nobody knows; they add nothing. */
  readonly unknown?: number;
}

/** The typed figure a value was taken from, or that stands beside it. */
export interface Typed {
  readonly id: number;
  readonly source: string;
  /** What the records give for the same; null: they do not tell. */
  readonly computed: number | null;
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
  readonly flag?: Vagueness;
  /** The words of the source where it gave no number: "hàng trăm". */
  readonly wording?: string;
  readonly unknown?: number;
  /** The value is typed, not computed. */
  readonly typed?: Typed;
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
    ...(measured.flag === undefined || measured.flag === 'exact' ? {} : { flag: measured.flag }),
    ...(measured.unknown ? { unknown: measured.unknown } : {}),
  };
}

const singular = (noun: string): string => noun.replace(/s$/, '');

/** "4 cuộc họp", "98% (344/351)", "hơn 344 suất", "hàng trăm suất"; null when not known. */
export function figureText(figure: Figure, locale: Locale = 'vi'): string | null {
  const text = plainText(figure, locale);
  return text === null || figure.value === null ? text : withVagueness(text, figure.flag, locale);
}

function plainText(figure: Figure, locale: Locale): string | null {
  if (figure.value === null) {
    if (figure.wording === undefined) return null;
    const { noun, nounEn } = indicatorOf(figure.id);
    return [figure.wording, locale === 'vi' ? noun : nounEn].filter(Boolean).join(' ');
  }
  if (figure.unit === 'percent') {
    if (figure.part === null || figure.whole === null) return typedPercent(figure.value, locale);
    const percent = formatPercent(figure.part, figure.whole, { locale });
    return percent && `${percent} (${formatFraction(figure.part, figure.whole, { locale })})`;
  }
  const { noun, nounEn } = indicatorOf(figure.id);
  const word = locale === 'vi' ? noun : figure.value === 1 ? singular(nounEn) : nounEn;
  return `${formatCount(figure.value, locale)}${NBSP}${word}`;
}

/** Only the amount, as a column of amounts writes it: "1.484", "hơn 344", "68%", "hàng trăm"; null when not known. */
export function amountText(figure: Figure, locale: Locale = 'vi'): string | null {
  if (figure.value === null) return figure.wording ?? null;
  if (figure.unit !== 'percent') return withVagueness(formatCount(figure.value, locale), figure.flag, locale);
  const exact = formatPercent(figure.part, figure.whole, { locale });
  return withVagueness(exact ?? typedPercent(figure.value, locale), figure.flag, locale);
}

/** A percentage known without its fraction, as it was told: "96%", "99,6%". */
export const typedPercent = (value: number, locale: Locale = 'vi'): string =>
  `${formatDecimal(value, 2, locale)}%`;

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
  const shown = counted.length > 0 ? counted : known.slice(0, 1);
  return shown
    .map((figure) => (shown.some((other) => sameWord(figure, other)) ? labelled : figureText)(figure, locale))
    .join('; ');
}

/** Another figure that would be read as the same one. */
const sameWord = (figure: Figure, other: Figure): boolean =>
  other !== figure &&
  indicatorOf(figure.id).noun !== '' &&
  indicatorOf(figure.id).noun === indicatorOf(other.id).noun;

/** "Đơn thư đã giải quyết: 2" */
const labelled = (figure: Figure, locale: Locale = 'vi'): string => {
  const { label, labelEn } = indicatorOf(figure.id);
  return `${locale === 'vi' ? label : labelEn}: ${amountText(figure, locale)}`;
};

/** The word for events or awards of several kinds together. */
const COMMON_NOUN: Partial<Record<IndicatorUnit, readonly [string, string]>> = {
  event: ['hoạt động', 'events'],
  award: ['khen thưởng', 'awards'],
};
