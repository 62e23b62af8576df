/** The days a review covers, by the settings' first day of the union year (năm công đoàn). */
import { dateBounds } from './dateMath';

const pad = (value: number): string => String(value).padStart(2, '0');

/** A whole year, or one of its halves. */
export const REVIEW_PARTS = ['year', 'firstHalf', 'secondHalf'] as const;
export type ReviewPart = (typeof REVIEW_PARTS)[number];

const SPANS = { year: [0, 12], firstHalf: [0, 6], secondHalf: [6, 6] } as const;

/** Year: twelve months that end in `year`. The halves: its first six and its last six. `start` is 'MM-01'. */
export function reviewPeriod(
  year: number,
  part: ReviewPart,
  start: string,
): { from: string; to: string; months: number } {
  const first = Number(start.slice(0, 2));
  const [offset, months] = SPANS[part];
  const fromYear = first === 1 ? year : year - 1;
  const monthOf = (n: number) => `${fromYear + Math.floor((n - 1) / 12)}-${pad(((n - 1) % 12) + 1)}`;
  const to = dateBounds(monthOf(first + offset + months - 1)).last;
  return { from: `${monthOf(first + offset)}-01`, to, months };
}

/** Full months of a span of days, at least one. */
export function monthsOf(from: string, to: string): number {
  const count =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7)) +
    1;
  return Math.max(1, count);
}

/** The year whose period holds a day. */
export function reviewYearOf(day: string, start: string): number {
  const year = Number(day.slice(0, 4));
  return start !== '01-01' && day.slice(5) >= start ? year + 1 : year;
}
