/** The days a review covers, by the settings' first day of the union year (năm công đoàn). */
import { dateBounds } from './dateMath';

const pad = (value: number): string => String(value).padStart(2, '0');

/** Year: twelve months that end in `year`. First half: its first six. `start` is 'MM-01'. */
export function reviewPeriod(
  year: number,
  part: 'year' | 'firstHalf',
  start: string,
): { from: string; to: string; months: number } {
  const first = Number(start.slice(0, 2));
  const months = part === 'year' ? 12 : 6;
  const fromYear = first === 1 ? year : year - 1;
  const last = first + months - 1;
  const to = dateBounds(`${fromYear + Math.floor((last - 1) / 12)}-${pad(((last - 1) % 12) + 1)}`).last;
  return { from: `${fromYear}-${pad(first)}-01`, to, months };
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
