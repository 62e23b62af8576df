/** Public holidays (nghỉ lễ, tết) as the calendar marks them. */
import { addDays } from '../../../shared/domain/dateMath';
import { dateOf, OCCASIONS, type OccasionCode } from '../../../shared/domain/occasions';

/** Days off from the day before the occasion (Bộ luật Lao động 2019, Điều 112). */
const OFF: Partial<Record<OccasionCode, { before: number; days: number }>> = {
  new_year: { before: 0, days: 1 },
  tet: { before: 1, days: 5 },
  hung_kings: { before: 0, days: 1 },
  reunification: { before: 0, days: 1 },
  labour_day: { before: 0, days: 1 },
  national_day: { before: 0, days: 2 },
};
const years = new Map<number, ReadonlySet<string>>();

function offDays(year: number): ReadonlySet<string> {
  const known = years.get(year);
  if (known) return known;
  const days = OCCASIONS.flatMap((one) => {
    const off = OFF[one.code];
    const on = off && dateOf(one, year);
    if (!off || !on) return [];
    return Array.from({ length: off.days }, (_, at) => addDays(on, at - off.before));
  });
  const found = new Set(days);
  years.set(year, found);
  return found;
}

export const isDayOff = (day: string): boolean => offDays(Number(day.slice(0, 4))).has(day);
