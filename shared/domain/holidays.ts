/**
 * Public holidays of Viet Nam (Bộ luật Lao động 2019, Điều 112): which days, and the days off in their place when they
 * fall on a weekend (Điều 111 khoản 3). Which days around Tết and beside 2/9 is announced each year; here by the habit
 * of the announcements, which `ANNOUNCED` overrules.
 */
import { addDays, dayOfWeek } from './dateMath';
import { lunarOccasion, tet } from './lunar';

export type HolidayKey = 'newYear' | 'tet' | 'hungKings' | 'reunification' | 'labour' | 'national';
export interface Holiday {
  on: string;
  key: HolidayKey;
  /** In place of a holiday on a weekend. */
  instead: boolean;
}

const TET_DAYS = 5;
/** Years announced otherwise: the first of the Tết days, and the day beside 2/9. */
const ANNOUNCED: Readonly<Record<number, { tetFrom?: string; beside?: string }>> = {};

const MONDAY = 1;
const TUESDAY = 2;
const weekend = (iso: string): boolean => dayOfWeek(iso) % 6 === 0;

/** One day before mồng Một when that makes a whole week, else two. */
function tetFrom(year: number): string {
  const first = tet(year);
  const before = [MONDAY, TUESDAY].includes(dayOfWeek(first)) ? 1 : 2;
  return ANNOUNCED[year]?.tetFrom ?? addDays(first, -before);
}

/** The day next to 2/9 that makes the longer rest. */
function besideNational(year: number): string {
  const after = [0, MONDAY, 4].includes(dayOfWeek(`${year}-09-02`));
  return ANNOUNCED[year]?.beside ?? `${year}-09-0${after ? 3 : 1}`;
}

const known = new Map<number, readonly Holiday[]>();

/** The days off of a year in order. */
export function holidaysOf(year: number): readonly Holiday[] {
  const found = known.get(year);
  if (found) return found;
  const from = tetFrom(year);
  const groups: [HolidayKey, string[]][] = [
    ['newYear', [`${year}-01-01`]],
    ['tet', Array.from({ length: TET_DAYS }, (_, at) => addDays(from, at))],
    ['hungKings', [lunarOccasion('hungKings', year)]],
    ['reunification', [`${year}-04-30`]],
    ['labour', [`${year}-05-01`]],
    ['national', [besideNational(year), `${year}-09-02`].sort()],
  ];
  const taken = new Set(groups.flatMap(([, days]) => days));
  const holidays = groups.flatMap(([key, days]) => days.map((on): Holiday => ({ on, key, instead: false })));
  for (const { on, key } of [...holidays].sort(byDay)) {
    if (!weekend(on)) continue;
    let free = addDays(on, 1);
    while (weekend(free) || taken.has(free)) free = addDays(free, 1);
    taken.add(free);
    holidays.push({ on: free, key, instead: true });
  }
  const made = holidays.sort(byDay);
  known.set(year, made);
  return made;
}

const byDay = (a: Holiday, b: Holiday): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

/** The holiday of a full date; undefined on an ordinary day. */
export const holidayOn = (iso: string): Holiday | undefined =>
  holidaysOf(Number(iso.slice(0, 4))).find(({ on }) => on === iso);

/** Saturday, Sunday or a public holiday. */
export const isDayOff = (iso: string): boolean => weekend(iso) || holidayOn(iso) !== undefined;
