/**
 * Public holidays of Viet Nam (Bộ luật Lao động 2019, Điều 112): which days, and the days off in their place when they
 * fall on a weekend (Điều 111 khoản 3). Which days around Tết and beside 2/9 is announced each year; here by the habit
 * of the announcements, unless the unit has entered what was announced.
 */
import { addDays, dayOfWeek } from './dateMath';
import { lunarOccasion, tet } from './lunar';

export type HolidayKey = 'newYear' | 'tet' | 'hungKings' | 'reunification' | 'labour' | 'national' | 'swap';
export interface Holiday {
  on: string;
  key: HolidayKey;
  /** In place of a holiday on a weekend. */
  instead: boolean;
}

const TET_DAYS = 5;

/** What was announced of a year; null is by habit. */
export interface AnnouncedYear {
  /** The first of the five days of Tết. */
  tetFrom: string | null;
  /** The day off beside 2/9. */
  beside: string | null;
  /** Working days that are off (hoán đổi ngày làm việc), with the weekend day worked for each. */
  swaps: readonly { off: string; work: string | null }[];
}
/** Announced years by their number. */
export type Announced = Readonly<Record<number, AnnouncedYear>>;
const BY_HABIT: Announced = {};

/** The years that have something announced, by their number. */
export const announcedOf = (rows: readonly { year: number; announced: AnnouncedYear | null }[]): Announced =>
  Object.fromEntries(rows.flatMap(({ year, announced }) => (announced ? [[year, announced]] : [])));

const MONDAY = 1;
const TUESDAY = 2;
/** Saturday or Sunday. */
export const isWeekend = (iso: string): boolean => dayOfWeek(iso) % 6 === 0;

/** One day before mồng Một when that makes a whole week, else two. */
export function tetFrom(year: number): string {
  const first = tet(year);
  const before = [MONDAY, TUESDAY].includes(dayOfWeek(first)) ? 1 : 2;
  return addDays(first, -before);
}

/** The day next to 2/9 that makes the longer rest. */
export function besideNational(year: number): string {
  const after = [0, MONDAY, 4].includes(dayOfWeek(`${year}-09-02`));
  return `${year}-09-0${after ? 3 : 1}`;
}

const known = new WeakMap<Announced, Map<number, readonly Holiday[]>>();

/** The days off of a year in order. */
export function holidaysOf(year: number, announced: Announced = BY_HABIT): readonly Holiday[] {
  const years = known.get(announced) ?? new Map<number, readonly Holiday[]>();
  known.set(announced, years);
  const found = years.get(year);
  if (found) return found;
  const made = makeYear(year, announced[year]);
  years.set(year, made);
  return made;
}

function makeYear(year: number, announced: AnnouncedYear | undefined): readonly Holiday[] {
  const from = announced?.tetFrom ?? tetFrom(year);
  const beside = announced?.beside ?? besideNational(year);
  const groups: [HolidayKey, string[]][] = [
    ['newYear', [`${year}-01-01`]],
    ['tet', Array.from({ length: TET_DAYS }, (_, at) => addDays(from, at))],
    ['hungKings', [lunarOccasion('hungKings', year)]],
    ['reunification', [`${year}-04-30`]],
    ['labour', [`${year}-05-01`]],
    ['national', [beside, `${year}-09-02`].sort()],
  ];
  const taken = new Set(groups.flatMap(([, days]) => days));
  const holidays = groups.flatMap(([key, days]) => days.map((on): Holiday => ({ on, key, instead: false })));
  for (const { on, key } of [...holidays].sort(byDay)) {
    if (!isWeekend(on)) continue;
    let free = addDays(on, 1);
    while (isWeekend(free) || taken.has(free)) free = addDays(free, 1);
    taken.add(free);
    holidays.push({ on: free, key, instead: true });
  }
  for (const { off } of announced?.swaps ?? [])
    if (!taken.has(off)) holidays.push({ on: off, key: 'swap', instead: false });
  return holidays.sort(byDay);
}

const byDay = (a: Holiday, b: Holiday): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

/** Weekend days on which the days of a swap are worked. */
export const workedWeekends = (announced: Announced): string[] =>
  Object.values(announced).flatMap(({ swaps }) => swaps.flatMap(({ work }) => (work === null ? [] : [work])));

/** The holiday of a full date; undefined on an ordinary day. */
export const holidayOn = (iso: string, announced?: Announced): Holiday | undefined =>
  holidaysOf(Number(iso.slice(0, 4)), announced).find(({ on }) => on === iso);

/** Saturday, Sunday or a public holiday; not a weekend day that is worked. */
export const isDayOff = (iso: string, announced: Announced = BY_HABIT): boolean =>
  (isWeekend(iso) && !workedWeekends(announced).includes(iso)) || holidayOn(iso, announced) !== undefined;
