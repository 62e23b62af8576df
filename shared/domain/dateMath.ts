import { daysInMonth, partsOf } from './partialDate';

const DAY_MS = 86_400_000;
const VIETNAM_OFFSET_MS = 7 * 3_600_000;
const pad = (value: number): string => String(value).padStart(2, '0');

/** Today in Viet Nam (Asia/Ho_Chi_Minh, UTC+7 all year), whatever the time zone of the machine. */
export function todayInVietnam(now: Date): string {
  return new Date(now.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

function toUtc(iso: string): number {
  const parts = partsOf(iso);
  if (!parts || parts.month === null || parts.day === null) throw new RangeError(`not a full date: ${iso}`);
  return Date.UTC(parts.year, parts.month - 1, parts.day);
}

/** The day `days` after a full date. */
export function addDays(iso: string, days: number): string {
  return new Date(toUtc(iso) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day `months` later, or the last day of that month where it is shorter. */
export function addMonths(iso: string, months: number): string {
  const date = new Date(toUtc(iso));
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return `${year}-${pad(month)}-${pad(Math.min(date.getUTCDate(), daysInMonth(year, month)))}`;
}

/** The same day `years` later; 29/02 becomes 28/02. */
export function addYears(iso: string, years: number): string {
  return addMonths(iso, years * 12);
}

/** Days from one full date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY_MS);
}

/** First and last day a partial date may mean. */
export function dateBounds(iso: string): { first: string; last: string } {
  const parts = partsOf(iso);
  if (!parts) throw new RangeError(`not a date: ${iso}`);
  const { year, month, day } = parts;
  if (month === null) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (day !== null) return { first: iso, last: iso };
  return { first: `${iso}-01`, last: `${iso}-${pad(daysInMonth(year, month))}` };
}

/** Order for sorting dates of any precision: a year stands before its months; unknown comes last. */
export function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** What can be said of two partial dates; "unsure" when one may fall before or after the other. */
export function relateDates(a: string, b: string): 'before' | 'same' | 'after' | 'unsure' {
  const [one, two] = [dateBounds(a), dateBounds(b)];
  if (one.last < two.first) return 'before';
  if (one.first > two.last) return 'after';
  return one.first === one.last && a === b ? 'same' : 'unsure';
}

function wholeYears(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Completed years on a full date, as a range where the birth date is partial; null before the birth. */
export function ageOn(birth: string, on: string): { min: number; max: number } | null {
  const { first, last } = dateBounds(birth);
  if (on < first) return null;
  return { min: Math.max(0, wholeYears(last, on)), max: wholeYears(first, on) };
}

/** Day of the week of a full date, 0 for Sunday. */
export function dayOfWeek(iso: string): number {
  return new Date(toUtc(iso)).getUTCDay();
}
