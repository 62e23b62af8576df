/** Working days: Monday to Friday without public holidays, and weekend days worked for a day off. */
import { addDays } from './dateMath';
import { type Announced, holidaysOf, isDayOff, isWeekend, workedWeekends } from './holidays';

/** The day that comes `count` working days after a full date. */
export function addWorkingDays(iso: string, count: number, announced?: Announced): string {
  let day = iso;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (!isDayOff(day, announced)) left -= 1;
  }
  return day;
}

const DAY_MS = 86_400_000;

/** Working days of a stretch, both ends included; 0 when it ends before it begins. ISO days. */
export function workingDays(from: string, to: string, announced?: Announced): number {
  const start = Date.parse(`${from}T00:00:00Z`);
  const days = Math.round((Date.parse(`${to}T00:00:00Z`) - start) / DAY_MS) + 1;
  if (!(days > 0)) return 0;
  let count = Math.floor(days / 7) * 5;
  const first = new Date(start).getUTCDay();
  for (let extra = 0; extra < days % 7; extra++) {
    const day = (first + extra) % 7;
    if (day !== 0 && day !== 6) count++;
  }
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    for (const { on } of holidaysOf(year, announced)) if (on >= from && on <= to && !isWeekend(on)) count--;
  if (announced) count += workedWeekends(announced).filter((on) => on >= from && on <= to).length;
  return count;
}
