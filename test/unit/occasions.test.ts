import { describe, expect, it } from 'vitest';
import { calendarTitle, lunarLong, lunarShort, monthGrid } from '../../shared/domain/calendar';
import { addDays, dayOfWeek } from '../../shared/domain/dateMath';
import { solarToLunar } from '../../shared/domain/lunar';
import { dateOf, daysOf, nextDateOf, OCCASIONS, occasionOf } from '../../shared/domain/occasions';

const on = (code: string, year: number) => dateOf(occasionOf(code)!, year);

describe('occasions', () => {
  it('fall on their solar day each year', () => {
    expect(on('doctors_day', 2026)).toBe('2026-02-27');
    expect(on('womens_day', 2027)).toBe('2027-03-08');
    expect(on('union_day', 2026)).toBe('2026-07-28');
    expect(on('vn_womens_day', 2030)).toBe('2030-10-20');
  });

  it('fall on their lunar day in Vietnam time', () => {
    expect([2024, 2025, 2026, 2030].map((year) => on('tet', year))).toEqual([
      '2024-02-10',
      '2025-01-29',
      '2026-02-17',
      '2030-02-02',
    ]);
    expect([2024, 2025, 2026].map((year) => on('hung_kings', year))).toEqual([
      '2024-04-18',
      '2025-04-07',
      '2026-04-26',
    ]);
    expect([2024, 2025, 2026].map((year) => on('mid_autumn', year))).toEqual([
      '2024-09-17',
      '2025-10-06',
      '2026-09-25',
    ]);
    expect(on('kitchen_gods', 2026)).toBe('2026-02-10');
  });

  it('of a lunar day may be two in a solar year, or none', () => {
    const lastWeek = { calendar: 'lunar', month: 11, day: 25 } as const;
    const counts = Array.from(
      { length: 60 },
      (_, at) => daysOf(lastWeek, `${2000 + at}-01-01`, `${2000 + at}-12-31`).length,
    );
    expect(new Set(counts)).toEqual(new Set([0, 1, 2]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
      daysOf(lastWeek, '2000-01-01', '2059-12-31').length,
    );
  });

  it('take the last day of a shorter month', () => {
    const eve = { calendar: 'lunar', month: 12, day: 30 } as const;
    for (let year = 2020; year <= 2040; year++) {
      const tet = on('tet', year)!;
      expect(nextDateOf(eve, `${year}-01-15`)).toBe(addDays(tet, -1));
    }
    expect(dateOf({ calendar: 'solar', month: 2, day: 29 }, 2027)).toBe('2027-02-28');
  });

  it('have codes of their own, and fall every year 1990–2100', () => {
    expect(new Set(OCCASIONS.map((one) => one.code)).size).toBe(OCCASIONS.length);
    for (const one of OCCASIONS)
      for (let year = 1990; year <= 2100; year += 10) expect(dateOf(one, year), one.code).not.toBeNull();
  });
});

describe('the layout of a month', () => {
  it('is made of whole weeks from Monday', () => {
    for (let at = 0; at < 600; at++) {
      const month = `${1990 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
      const days = monthGrid(month);
      expect(days.length % 7).toBe(0);
      expect(dayOfWeek(days[0]!)).toBe(1);
      expect(days).toContain(`${month}-01`);
      expect(days.slice(0, 7).some((day) => day.startsWith(month))).toBe(true);
      expect(days.slice(-7).some((day) => day.startsWith(month))).toBe(true);
    }
  });

  it('writes lunar days short and long', () => {
    expect(lunarShort(solarToLunar('2030-02-02'))).toBe('1/1');
    expect(lunarShort(solarToLunar('2030-02-03'))).toBe('2');
    expect(lunarShort(solarToLunar('2025-07-25'))).toBe('1/6n');
    expect(lunarLong(solarToLunar('2030-02-02'))).toBe('mùng 1 tháng Giêng năm Canh Tuất');
    expect(lunarLong(solarToLunar('2026-09-25'))).toBe('rằm tháng Tám năm Bính Ngọ');
    expect(lunarLong(solarToLunar('2025-07-26'))).toBe('mùng 2 tháng Sáu nhuận năm Ất Tỵ');
    expect(lunarLong(solarToLunar('2026-02-16'))).toBe('ngày 29 tháng Chạp năm Ất Tỵ');
  });

  it('names entries by their kind', () => {
    expect(calendarTitle({ kind: 'term', title: '2025–2030', titleEn: null })).toBe('Hết nhiệm kỳ 2025–2030');
    expect(calendarTitle({ kind: 'occasion', title: 'Tết Nguyên đán', titleEn: 'Tet' }, 'en')).toBe('Tet');
  });
});
