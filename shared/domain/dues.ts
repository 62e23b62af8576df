/**
 * Dues of a month (đoàn phí): a dated rate, the base it is a percentage of, and the days a person owes it for. Nobody
 * owes it for the days of an absence of a month or more without pay (sick, maternity, unpaid leave).
 */
import { addDays, addMonths, daysBetween } from './dateMath';

export const RATE_KINDS = ['percent', 'fixed'] as const;
export type RateKind = (typeof RATE_KINDS)[number];
/** Of a month that is not owed whole: by days, the whole sum, nothing. */
export const PARTIAL_RULES = ['days', 'whole', 'none'] as const;
export type PartialRule = (typeof PARTIAL_RULES)[number];
/** Why a due is not the rate times the base. */
export const DUE_REASONS = [
  'override',
  'joined',
  'left',
  'sick',
  'maternity',
  'unpaid',
  'ceiling',
  'noBase',
  'noRate',
] as const;
export type DueReason = (typeof DUE_REASONS)[number];
/** How a person stands in a month; `department`: paid in one sum with the department. */
export const DUE_STATES = ['paid', 'part', 'open', 'exempt', 'department'] as const;
export type DueState = (typeof DUE_STATES)[number];

export const DRIVE_TARGETS = ['none', 'person', 'total'] as const;
export const DONOR_KINDS = ['organisation', 'person'] as const;
export const DONOR_GIFT_KINDS = ['money', 'goods'] as const;
/** So many months behind make a to-do. */
export const LONG_BEHIND = 3;

const EXEMPTING = ['sick', 'maternity', 'unpaid'] as const;
type Exempting = (typeof EXEMPTING)[number];

export interface RateInForce {
  readonly kind: RateKind;
  /** Hundredths of a percent. */
  readonly points: number | null;
  readonly amount: number | null;
  readonly ceiling: number | null;
  readonly partial: PartialRule;
}
/** Days from `from` to before `to`; ISO, possibly of less precision; null: still. */
export interface Stay {
  readonly from: string;
  readonly to: string | null;
}
/** Both days included; null: still away. */
export interface Away {
  readonly kind: string;
  readonly from: string;
  readonly to: string | null;
}
export interface Due {
  /** Whole đồng; null: not known without a base or a rate. */
  readonly amount: number | null;
  readonly payable: number;
  readonly days: number;
  readonly reasons: readonly DueReason[];
}

export const MONTH = /^(19|20)\d\d-(0[1-9]|1[0-2])$/;
const firstDay = (iso: string): string => `${iso}${'0000-01-01'.slice(iso.length)}`;

/** First and last day of a month, and how many days it has. */
export function monthDays(month: string): { from: string; to: string; days: number } {
  const from = `${month}-01`;
  const next = addMonths(from, 1);
  return { from, to: addDays(next, -1), days: daysBetween(from, next) };
}

export const nextMonth = (month: string): string => addMonths(`${month}-01`, 1).slice(0, 7);

/** Months from one to another, both included. */
export function monthsFrom(first: string, last: string): string[] {
  const all: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) all.push(month);
  return all;
}

/** An absence that frees of dues: of its kinds, and at least a month long. */
export const frees = (away: Away): boolean =>
  (EXEMPTING as readonly string[]).includes(away.kind) &&
  (away.to === null || away.to >= addDays(addMonths(firstDay(away.from), 1), -1));

/** The whole month's sum, half a đồng rounded up; null without what it is counted from. */
export function wholeDue(rate: RateInForce | null, base: number | null): number | null {
  if (rate === null) return null;
  if (rate.kind === 'fixed') return rate.amount;
  if (base === null) return null;
  const sum = Math.floor((2 * base * (rate.points ?? 0) + 10_000) / 20_000);
  return rate.ceiling !== null && sum > rate.ceiling ? rate.ceiling : sum;
}

interface MonthFacts {
  readonly month: string;
  readonly rate: RateInForce | null;
  readonly base: number | null;
  readonly stays: readonly Stay[];
  readonly away: readonly Away[];
  readonly override: { readonly amount: number } | null;
}

/** What a person owes for a month; null for somebody who was no member on any of its days. */
export function dueOf({ month, rate, base, stays, away, override }: MonthFacts): Due | null {
  const { from, to, days } = monthDays(month);
  const freeing = away.filter(
    (one) => firstDay(one.from) <= to && (one.to === null || one.to >= from) && frees(one),
  );
  const reasons = new Set<DueReason>();
  const throughout = (stay: Stay) =>
    firstDay(stay.from) <= from && (stay.to === null || firstDay(stay.to) > to);
  const whole = freeing.length === 0 && stays.some(throughout);
  let [present, payable] = whole ? [days, days] : [0, 0];
  for (let day = from; !whole && day <= to; day = addDays(day, 1)) {
    if (!stays.some((stay) => firstDay(stay.from) <= day && (stay.to === null || firstDay(stay.to) > day)))
      continue;
    present++;
    const off = freeing.find((one) => firstDay(one.from) <= day && (one.to === null || one.to >= day));
    if (off) reasons.add(off.kind as Exempting);
    else payable++;
  }
  if (present === 0) return null;
  if (present < days) {
    const wasThere = stays.some(
      (stay) => firstDay(stay.from) <= from && (stay.to === null || firstDay(stay.to) > from),
    );
    reasons.add(wasThere ? 'left' : 'joined');
  }
  if (override) return { amount: override.amount, payable, days, reasons: ['override', ...reasons] };
  return {
    amount: shareOf(wholeDue(rate, base), payable, days, rate),
    payable,
    days,
    reasons: told(rate, base, payable, reasons),
  };
}

function shareOf(
  whole: number | null,
  payable: number,
  days: number,
  rate: RateInForce | null,
): number | null {
  if (payable === 0) return 0;
  if (whole === null || payable === days || rate?.partial === 'whole') return whole;
  return rate?.partial === 'none' ? 0 : Math.floor((2 * whole * payable + days) / (2 * days));
}

function told(
  rate: RateInForce | null,
  base: number | null,
  payable: number,
  reasons: Set<DueReason>,
): DueReason[] {
  if (payable > 0) {
    if (rate === null) reasons.add('noRate');
    else if (rate.kind === 'percent' && base === null) reasons.add('noBase');
    else if (
      rate.kind === 'percent' &&
      rate.ceiling !== null &&
      base! * (rate.points ?? 0) > rate.ceiling * 10_000
    )
      reasons.add('ceiling');
  }
  return [...reasons];
}

/** How a month stands once what was paid is known. */
export function stateOf(due: number | null, paid: number, viaDepartment: boolean): DueState {
  if (due === 0 && paid <= 0) return 'exempt';
  if (due === null ? paid > 0 : paid >= due) return 'paid';
  if (paid > 0) return 'part';
  return viaDepartment ? 'department' : 'open';
}

/** Two sums of an earmark that are never one: what came for it and what went out of it. */
export interface EarmarkBalance {
  readonly received: number;
  readonly spent: number;
  /** Below nothing: more went out than came in. */
  readonly left: number;
}
