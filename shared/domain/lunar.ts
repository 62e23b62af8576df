/**
 * Vietnamese lunar calendar (âm lịch) after Hồ Ngọc Đức's method. Promises the dates printed in Viet Nam:
 *  - from 01/01/1968 (decision 121/CP of 1967) by UTC+7, so that some years differ from the Chinese calendar
 *    (Tết 1985, 2007, 2030);
 *  - before it by UTC+8, the calendar then in use. The south kept UTC+8 until 1975 (its Tết Mậu Thân was
 *    30/01/1968, in the north 29/01); the days of the north are taken.
 * It equals the published tables of 02/1925–2099 day by day but for three new moons that fall within a minute or
 * so of midnight (07/05/2054, 09/12/2072, 15/11/2077), which nobody can settle today. Valid 1800–2199; before
 * 1925 five months may begin a day off.
 */

/** A day of the lunar calendar. */
export interface LunarDate {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  /** True in the second of two months with one number (tháng nhuận). */
  readonly leap: boolean;
}

const VIETNAM = 7;
/** First lunar year, and first solar one, that were reckoned by Viet Nam's own time. */
const OWN_TIME_FROM = 1968;
const TIME_BEFORE = 8;
const SYNODIC_MONTH = 29.530588853;
const FIRST_NEW_MOON = 2415021.076998695;
const RADIAN = Math.PI / 180;

function julianDay(day: number, month: number, year: number): number {
  const a = Math.floor((14 - month) / 12);
  const y = year + 4800 - a;
  const m = month + 12 * a - 3;
  return (
    day +
    Math.floor((153 * m + 2) / 5) +
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) -
    32045
  );
}

function isoOfJulianDay(julian: number): string {
  const a = julian + 32044;
  const b = Math.floor((4 * a + 3) / 146097);
  const c = a - Math.floor((b * 146097) / 4);
  const d = Math.floor((4 * c + 3) / 1461);
  const e = c - Math.floor((1461 * d) / 4);
  const m = Math.floor((5 * e + 2) / 153);
  const day = e - Math.floor((153 * m + 2) / 5) + 1;
  const month = m + 3 - 12 * Math.floor(m / 10);
  const year = b * 100 + d - 4800 + Math.floor(m / 10);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Moment of the k-th new moon after 01/01/1900, in Julian days of universal time. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const [t2, t3] = [t * t, t * t * t];
  const mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3;
  const first = mean + 0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RADIAN);
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RADIAN;
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RADIAN;
  const node = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RADIAN;
  const shift =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(2 * moon + sun);
  const clock =
    t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
      : -0.000278 + 0.000265 * t + 0.000262 * t2;
  return first + shift - clock;
}

function newMoonDay(k: number, zone: number): number {
  return Math.floor(newMoon(k) + 0.5 + zone / 24);
}

/** Twelfth of the ecliptic the sun is in at midnight of a day, 0 from the March equinox. */
function sunSector(julian: number, zone: number): number {
  const t = (julian - 2451545.5 - zone / 24) / 36525;
  const t2 = t * t;
  const mean = (357.5291 + 35999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * RADIAN;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t2) * Math.sin(mean) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * mean) +
    0.00029 * Math.sin(3 * mean);
  const longitude = (280.46645 + 36000.76983 * t + 0.0003032 * t2 + centre) * RADIAN;
  const turn = longitude - Math.PI * 2 * Math.floor(longitude / (Math.PI * 2));
  return Math.floor((turn / Math.PI) * 6);
}

/** First day of the eleventh month, the one with the winter solstice. */
function eleventhMonth(year: number, zone: number): number {
  const k = Math.floor((julianDay(31, 12, year) - 2415021) / SYNODIC_MONTH);
  const day = newMoonDay(k, zone);
  return sunSector(day, zone) >= 9 ? newMoonDay(k - 1, zone) : day;
}

/** Which month after the eleventh is the leap one: the first in which the sun changes no sector. */
function leapOffset(eleventh: number, zone: number): number {
  const k = Math.floor((eleventh - FIRST_NEW_MOON) / SYNODIC_MONTH + 0.5);
  let at = 1;
  let sector = sunSector(newMoonDay(k + at, zone), zone);
  let before: number;
  do {
    before = sector;
    at += 1;
    sector = sunSector(newMoonDay(k + at, zone), zone);
  } while (sector !== before && at < 14);
  return at - 1;
}

/** First day of the lunar month a day is in; the mean month may miss the true new moon by a day either way. */
function monthStart(julian: number, zone: number): number {
  let k = Math.floor((julian - FIRST_NEW_MOON) / SYNODIC_MONTH) + 2;
  while (newMoonDay(k, zone) > julian) k -= 1;
  return newMoonDay(k, zone);
}

const zoneOf = (year: number): number => (year < OWN_TIME_FROM ? TIME_BEFORE : VIETNAM);

/** Lunar day of a full solar date. `ofZone` is the offset from UTC in hours; left out, that of Viet Nam then. */
export function solarToLunar(iso: string, ofZone?: number): LunarDate {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const zone = ofZone ?? zoneOf(year);
  const julian = julianDay(day, month, year);
  const start = monthStart(julian, zone);
  let from = eleventhMonth(year, zone);
  let to = from;
  let lunarYear = year;
  if (from >= start) from = eleventhMonth(year - 1, zone);
  else {
    lunarYear = year + 1;
    to = eleventhMonth(year + 1, zone);
  }
  const months = Math.floor((start - from) / 29);
  let lunarMonth = months + 11;
  let leap = false;
  if (to - from > 365) {
    const leapAt = leapOffset(from, zone);
    if (months >= leapAt) lunarMonth = months + 10;
    leap = months === leapAt;
  }
  if (lunarMonth > 12) lunarMonth -= 12;
  if (lunarMonth >= 11 && months < 4) lunarYear -= 1;
  return { day: julian - start + 1, month: lunarMonth, year: lunarYear, leap };
}

/** Solar date of a lunar day; null when that year has no such leap month or the month no such day. */
export function lunarToSolar(
  lunar: Omit<LunarDate, 'leap'> & { leap?: boolean },
  ofZone?: number,
): string | null {
  const { day, month, year, leap = false } = lunar;
  const zone = ofZone ?? zoneOf(year);
  const beforeEleventh = month < 11;
  const from = eleventhMonth(beforeEleventh ? year - 1 : year, zone);
  const to = eleventhMonth(beforeEleventh ? year : year + 1, zone);
  const k = Math.floor(0.5 + (from - FIRST_NEW_MOON) / SYNODIC_MONTH);
  let offset = month - 11 < 0 ? month + 1 : month - 11;
  if (to - from > 365) {
    const leapAt = leapOffset(from, zone);
    const leapMonth = leapAt - 2 < 0 ? leapAt + 10 : leapAt - 2;
    if (leap && month !== leapMonth) return null;
    if (leap || offset >= leapAt) offset += 1;
  } else if (leap) return null;
  const iso = isoOfJulianDay(newMoonDay(k + offset, zone) + day - 1);
  const back = solarToLunar(iso, ofZone);
  const same = back.day === day && back.month === month && back.year === year && back.leap === leap;
  return same ? iso : null;
}

/** First day of the lunar year (mồng Một Tết) in Viet Nam: 2024 is 2024-02-10. */
export function tet(year: number): string {
  return lunarToSolar({ day: 1, month: 1, year })!;
}

/** Lunar occasions an office plans for. */
export type LunarOccasion = 'kitchenGods' | 'tet' | 'firstFullMoon' | 'hungKings' | 'midAutumn';

const OCCASIONS: Record<LunarOccasion, readonly [day: number, month: number, yearShift: number]> = {
  kitchenGods: [23, 12, -1],
  tet: [1, 1, 0],
  firstFullMoon: [15, 1, 0],
  hungKings: [10, 3, 0],
  midAutumn: [15, 8, 0],
};

/** Solar date of an occasion in a solar year; the kitchen gods' day is the one before that year's Tết. */
export function lunarOccasion(occasion: LunarOccasion, year: number): string {
  const [day, month, shift] = OCCASIONS[occasion];
  return lunarToSolar({ day, month, year: year + shift })!;
}

const STEMS = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý'] as const;
const BRANCHES = [
  'Tý',
  'Sửu',
  'Dần',
  'Mão',
  'Thìn',
  'Tỵ',
  'Ngọ',
  'Mùi',
  'Thân',
  'Dậu',
  'Tuất',
  'Hợi',
] as const;

/** Name of a lunar year (can chi): 2024 is "Giáp Thìn", 2026 "Bính Ngọ". */
export function canChi(lunarYear: number): string {
  return `${STEMS[(lunarYear + 6) % 10]} ${BRANCHES[(lunarYear + 8) % 12]}`;
}
