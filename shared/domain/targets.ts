/**
 * Targets (chỉ tiêu) of resolutions: what is asked, how far it is by now, and whether that keeps pace. An actual that
 * is not known is null, never 0; a share is compared as a fraction, so that 249/250 never passes for 100 %.
 */
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
import { daysBetween } from './dateMath';

export const RESOLUTION_LEVELS = ['party', 'confederation', 'sector', 'province', 'upper', 'unit'] as const;
export type ResolutionLevel = (typeof RESOLUTION_LEVELS)[number];
/** atLeast ≥, atMost ≤, equal =. */
export const TARGET_DIRECTIONS = ['atLeast', 'atMost', 'equal'] as const;
export type TargetDirection = (typeof TARGET_DIRECTIONS)[number];
/** sum: what each year adds; level: as it stands on a day. */
export const TARGET_COUNTINGS = ['sum', 'level'] as const;
export type TargetCounting = (typeof TARGET_COUNTINGS)[number];
/** linear: evenly over the time; months: by a plan of months; always: every day of the period; end: only at its end. */
export const TARGET_PACES = ['linear', 'months', 'always', 'end'] as const;
export type TargetPace = (typeof TARGET_PACES)[number];
/** The year's targets by the calendar, or by the union year of the settings. */
export const TARGET_PERIODS = ['calendar', 'union'] as const;
/** missed: the period is over, or what may not be passed was. notYet: the period has not begun. */
export const TARGET_STATES = ['met', 'onTrack', 'behind', 'missed', 'unknown', 'notYet'] as const;
export type TargetState = (typeof TARGET_STATES)[number];

export interface TargetAsked {
  readonly value: number;
  readonly percent: boolean;
  readonly direction: TargetDirection;
  readonly counting: TargetCounting;
  readonly pace: TargetPace;
  /** Twelve sums by the end of each month of the period. */
  readonly months: readonly number[] | null;
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
}
/** What was reached; of a share its fraction where that is known. */
export interface TargetActual {
  readonly value: number | null;
  readonly part: number | null;
  readonly whole: number | null;
  readonly flag: Vagueness;
}

const share = (from: string, to: string, day: string): number =>
  Math.min(1, Math.max(0, (daysBetween(from, day) + 1) / (daysBetween(from, to) + 1)));

/** Months of the period that are over at the end of `day`. */
function monthsOver(from: string, day: string): number {
  const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return months(next.toISOString().slice(0, 10)) - months(from);
}

/** What must be reached by a day to keep pace; null where only the end counts. */
export function expectedBy(asked: TargetAsked, day: string): number | null {
  if (day >= asked.to) return asked.value;
  if (day < asked.from || asked.pace === 'end') return null;
  if (asked.pace === 'always') return asked.value;
  if (asked.pace === 'months') {
    const over = monthsOver(asked.from, day);
    return over < 1 ? 0 : (asked.months?.[Math.min(over, 12) - 1] ?? null);
  }
  const due = asked.value * share(asked.from, asked.to, day);
  return asked.percent ? due : Math.floor(due);
}

/** Below 0, 0, above 0: the actual against a number; a share by its fraction. */
function against(actual: TargetActual, asked: number): number {
  if (actual.part !== null && actual.whole !== null) return actual.part * 100 - asked * actual.whole;
  return (actual.value ?? 0) - asked;
}

/** Where a target stands on a day. */
export function targetState(asked: TargetAsked, actual: TargetActual, day: string): TargetState {
  if (day < asked.from) return 'notYet';
  if (actual.value === null) return 'unknown';
  const ended = day > asked.to;
  const difference = against(actual, asked.value);
  const due = expectedBy(asked, day);
  if (asked.direction === 'atMost') {
    if (difference > 0) return 'missed';
    if (ended) return 'met';
    const paced = asked.pace === 'linear' || asked.pace === 'months';
    return paced && due !== null && against(actual, due) > 0 ? 'behind' : 'onTrack';
  }
  if (asked.direction === 'equal') {
    if (difference === 0) return 'met';
    if (difference > 0) return 'missed';
  } else if (difference >= 0) return 'met';
  if (ended) return 'missed';
  return due === null || against(actual, due) >= 0 ? 'onTrack' : 'behind';
}

const SIGNS: Readonly<Record<TargetDirection, string>> = { atLeast: '≥', atMost: '≤', equal: '=' };
const plain = (value: number, locale: Locale): string =>
  Number.isInteger(value) ? formatCount(value, locale) : formatDecimal(value, 2, locale);

/** "≥ 40 đoàn viên", "≥ 95%". */
export function askedText(
  asked: { value: number; percent: boolean; direction: TargetDirection; unit: string },
  locale: Locale = 'vi',
): string {
  const amount = asked.percent
    ? `${plain(asked.value, locale)}%`
    : `${plain(asked.value, locale)}${NBSP}${asked.unit}`;
  return `${SIGNS[asked.direction]}${NBSP}${amount.trim()}`;
}

/** A percentage as it may be said: 249/250 is 99,6 %, a typed 99,96 is never rounded up to 100. */
function percentText(actual: TargetActual, locale: Locale): string {
  if (actual.part !== null && actual.whole !== null)
    return formatPercent(actual.part, actual.whole, { locale }) ?? '';
  return `${plain(actual.value ?? 0, locale)}%`;
}

/** "08/40", "99,6%", "hơn 22/40"; of a most that is allowed only the number. Null while nothing is known. */
export function actualText(
  actual: TargetActual,
  asked: { value: number | null; percent: boolean; direction?: TargetDirection },
  locale: Locale = 'vi',
): string | null {
  if (actual.value === null) return null;
  if (asked.percent) return withVagueness(percentText(actual, locale), actual.flag, locale);
  const whole = Number.isInteger(actual.value) && (asked.value === null || Number.isInteger(asked.value));
  const text =
    asked.value === null || asked.direction === 'atMost'
      ? plain(actual.value, locale)
      : whole
        ? formatFraction(actual.value, asked.value, { twoDigits: true, locale })
        : `${plain(actual.value, locale)}/${plain(asked.value, locale)}`;
  return withVagueness(text, actual.flag, locale);
}

/** Beside the actual: 20% of 40 asked, or the fraction behind a percentage; null where there is none. */
export function rateText(
  actual: TargetActual,
  asked: { value: number | null; percent: boolean; direction: TargetDirection },
  locale: Locale = 'vi',
): string | null {
  if (actual.value === null) return null;
  if (asked.percent)
    return actual.part === null || actual.whole === null
      ? null
      : formatFraction(actual.part, actual.whole, { locale });
  if (asked.value === null || asked.direction === 'atMost') return null;
  return formatPercent(actual.value, asked.value, { locale });
}
