import { describe, expect, it } from 'vitest';
import { addDays, dayOfWeek } from '../../shared/domain/dateMath';
import { canChi, lunarToSolar, solarToLunar, tet } from '../../shared/domain/lunar';

/** Tết as printed in Viet Nam, 1968–2040. */
const TET =
  `1968-01-29 1969-02-16 1970-02-06 1971-01-27 1972-02-15 1973-02-03 1974-01-23 1975-02-11 1976-01-31
1977-02-18 1978-02-07 1979-01-28 1980-02-16 1981-02-05 1982-01-25 1983-02-13 1984-02-02 1985-01-21 1986-02-09
1987-01-29 1988-02-17 1989-02-06 1990-01-27 1991-02-15 1992-02-04 1993-01-23 1994-02-10 1995-01-31 1996-02-19
1997-02-07 1998-01-28 1999-02-16 2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29
2007-02-17 2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08
2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17
2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28
2037-02-15 2038-02-04 2039-01-24 2040-02-12`.split(/\s+/);

/** Leap months as printed in Viet Nam, year/month. */
const LEAPS =
  '1968/7 1971/5 1974/4 1976/8 1979/6 1982/4 1985/2 1987/7 1990/5 1993/3 1995/8 1998/5 2001/4 2004/2 2006/7 ' +
  '2009/5 2012/4 2014/9 2017/6 2020/4 2023/2 2025/6 2028/5 2031/3 2033/11 2036/6 2039/5';

/** Every lunar month that begins in the years, with its length. */
function months(from: number, to: number) {
  const found: { start: string; month: number; year: number; leap: boolean; days: number }[] = [];
  for (let day = `${from}-01-01`; day <= `${to}-12-31`; day = addDays(day, 1)) {
    const { day: n, ...rest } = solarToLunar(day);
    if (n === 1) found.push({ start: day, ...rest, days: 1 });
    else if (found.length > 0) found[found.length - 1]!.days = n;
  }
  return found;
}

describe('lunar calendar of Viet Nam', () => {
  it('has the printed Tết of 1968–2040', () => {
    expect(TET.map((iso) => tet(Number(iso.slice(0, 4))))).toEqual(TET);
  });

  it('has the printed leap months', () => {
    const found = months(1968, 2040).filter((one) => one.leap);
    expect(found.map((one) => `${one.year}/${one.month}`).join(' ')).toBe(LEAPS);
  });

  it('has months of 29 or 30 days in order, and each day of 1900–2100 once', () => {
    const all = months(1900, 2100);
    const inner = all.slice(0, -1);
    expect(inner.filter(({ days }) => days !== 29 && days !== 30)).toEqual([]);
    const wrong = inner.filter((one, at) => {
      const next = all[at + 1]!;
      if (next.leap) return next.month !== one.month || next.year !== one.year;
      const turn = one.month === 12;
      return next.month !== (turn ? 1 : one.month + 1) || next.year !== one.year + (turn ? 1 : 0);
    });
    expect(wrong).toEqual([]);
  });

  it('goes there and back for every day of 1900–2100', () => {
    const lost: string[] = [];
    for (let day = '1900-01-01'; day <= '2100-12-31'; day = addDays(day, 1))
      if (lunarToSolar(solarToLunar(day)) !== day) lost.push(day);
    expect(lost).toEqual([]);
  }, 60_000);

  it('takes the calendar in use before 1968', () => {
    expect(solarToLunar('1967-12-31')).toEqual({ day: 1, month: 12, year: 1967, leap: false });
    expect(solarToLunar('1968-01-28')).toEqual({ day: 29, month: 12, year: 1967, leap: false });
    expect(lunarToSolar({ day: 30, month: 12, year: 1967 })).toBeNull();
    expect(tet(1965)).toBe('1965-02-02');
    expect(tet(1957)).toBe('1957-01-31');
    expect(solarToLunar('1938-08-25')).toEqual({ day: 1, month: 7, year: 1938, leap: true });
  });

  it('names years by the cycle of sixty', () => {
    expect([1968, 1984, 2024, 2025, 2026, 2030].map(canChi)).toEqual([
      'Mậu Thân',
      'Giáp Tý',
      'Giáp Thìn',
      'Ất Tỵ',
      'Bính Ngọ',
      'Canh Tuất',
    ]);
    expect(new Set(Array.from({ length: 60 }, (_, n) => canChi(1984 + n))).size).toBe(60);
  });

  it('starts Tết 2030 on Saturday 2 February', () => {
    expect(dayOfWeek('2030-02-02')).toBe(6);
    expect(solarToLunar('2030-02-02')).toEqual({ day: 1, month: 1, year: 2030, leap: false });
  });
});
