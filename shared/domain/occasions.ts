/**
 * Occasions of the union's year (ngày lễ, ngày kỷ niệm), solar or lunar, as data. Lunar ones fall on the days of the
 * Vietnamese calendar (see lunar.ts); a lunar occasion is kept in the first of two months with one number.
 */
import { addDays } from './dateMath';
import type { EventKindCode } from './eventKinds';
import { lunarToSolar } from './lunar';
import { daysInMonth } from './partialDate';

/** What says on which days something returns each year. */
export interface YearlyDay {
  readonly calendar: 'solar' | 'lunar';
  readonly month: number;
  /** Where a month is shorter, its last day. */
  readonly day: number;
}

export interface Occasion extends YearlyDay {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** Days it lasts; 1 unless told. */
  readonly lasts?: number;
  /** Kind of the event made for it. */
  readonly eventKind: EventKindCode | null;
}

const solar = (day: number, month: number) => ({ calendar: 'solar', day, month }) as const;
const lunar = (day: number, month: number) => ({ calendar: 'lunar', day, month }) as const;
const occasion = <C extends string>(
  code: C,
  on: YearlyDay,
  [name, nameEn]: readonly [string, string],
  more: { eventKind?: EventKindCode; lasts?: number } = {},
) => ({ code, ...on, name, nameEn, lasts: more.lasts ?? 1, eventKind: more.eventKind ?? null });

/** The built-in ones, in the order of the year. */
export const OCCASIONS = [
  occasion('new_year', solar(1, 1), ['Tết Dương lịch', 'New Year’s Day']),
  occasion('kitchen_gods', lunar(23, 12), ['Ông Công, ông Táo', 'Kitchen Gods’ Day'], { eventKind: 'tet' }),
  occasion('tet', lunar(1, 1), ['Tết Nguyên đán', 'Tet'], { eventKind: 'tet', lasts: 3 }),
  occasion('party_day', solar(3, 2), ['Ngày thành lập Đảng', 'Founding day of the Party']),
  occasion('doctors_day', solar(27, 2), ['Ngày Thầy thuốc Việt Nam', 'Vietnamese Doctors’ Day'], {
    eventKind: 'doctors_day',
  }),
  occasion('womens_day', solar(8, 3), ['Ngày Quốc tế Phụ nữ', 'International Women’s Day'], {
    eventKind: 'womens_day',
  }),
  occasion('hung_kings', lunar(10, 3), ['Giỗ Tổ Hùng Vương', 'Hung Kings’ Day']),
  occasion('reunification', solar(30, 4), ['Ngày Giải phóng miền Nam', 'Reunification Day']),
  occasion('labour_day', solar(1, 5), ['Ngày Quốc tế Lao động', 'International Labour Day'], {
    eventKind: 'workers_month',
  }),
  occasion('workers_month', solar(1, 5), ['Tháng Công nhân', 'Workers’ Month'], {
    eventKind: 'workers_month',
    lasts: 31,
  }),
  occasion('nurses_day', solar(12, 5), ['Ngày Quốc tế Điều dưỡng', 'International Nurses Day']),
  occasion('childrens_day', solar(1, 6), ['Ngày Quốc tế Thiếu nhi', 'Children’s Day'], {
    eventKind: 'childrens_day',
  }),
  occasion('family_day', solar(28, 6), ['Ngày Gia đình Việt Nam', 'Vietnamese Family Day']),
  occasion('invalids_day', solar(27, 7), ['Ngày Thương binh – Liệt sĩ', 'War Invalids and Martyrs Day'], {
    eventKind: 'invalids_day',
  }),
  occasion('union_day', solar(28, 7), ['Ngày thành lập Công đoàn Việt Nam', 'Union founding day'], {
    eventKind: 'union_day',
  }),
  occasion('mid_autumn', lunar(15, 8), ['Tết Trung thu', 'Mid-Autumn Festival'], { eventKind: 'mid_autumn' }),
  occasion('national_day', solar(2, 9), ['Quốc khánh', 'National Day']),
  occasion('vn_womens_day', solar(20, 10), ['Ngày Phụ nữ Việt Nam', 'Vietnamese Women’s Day'], {
    eventKind: 'vietnamese_womens_day',
  }),
  occasion('law_day', solar(9, 11), ['Ngày Pháp luật Việt Nam', 'Vietnamese Law Day'], {
    eventKind: 'communication',
  }),
  occasion('teachers_day', solar(20, 11), ['Ngày Nhà giáo Việt Nam', 'Vietnamese Teachers’ Day']),
] as const satisfies readonly Occasion[];
export type OccasionCode = (typeof OCCASIONS)[number]['code'];
export const OCCASION_CODES = OCCASIONS.map((one) => one.code) as [OccasionCode, ...OccasionCode[]];

const pad = (value: number): string => String(value).padStart(2, '0');

/** Solar day of a lunar one in a lunar year; day 30 of a month of 29 is its last day. */
const ofLunarYear = ({ day, month }: YearlyDay, year: number): string =>
  lunarToSolar({ day, month, year }) ?? lunarToSolar({ day: day - 1, month, year })!;

/** Every day it falls on within a span of full days. A lunar day may fall twice in a solar year, or not at all. */
export function daysOf(on: YearlyDay, from: string, to: string): string[] {
  const days: string[] = [];
  const last = Number(to.slice(0, 4));
  for (let year = Number(from.slice(0, 4)) - 1; year <= last; year++) {
    const day =
      on.calendar === 'lunar'
        ? ofLunarYear(on, year)
        : `${year}-${pad(on.month)}-${pad(Math.min(on.day, daysInMonth(year, on.month)))}`;
    if (day >= from && day <= to) days.push(day);
  }
  return days;
}

/** The first day it falls on in a solar year; null where a lunar day falls outside it: Tết 2030 is 2030-02-02. */
export function dateOf(on: YearlyDay, year: number): string | null {
  return daysOf(on, `${year}-01-01`, `${year}-12-31`)[0] ?? null;
}

/** The first day it falls on from a day on. */
export function nextDateOf(on: YearlyDay, from: string): string {
  return daysOf(on, from, addDays(from, 800))[0]!;
}

/** The occasion behind a code. */
export const occasionOf = (code: string): Occasion | undefined => OCCASIONS.find((one) => one.code === code);
