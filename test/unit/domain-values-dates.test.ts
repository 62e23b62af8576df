import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  columnDateOrder,
  compareDates,
  customPeriod,
  dateBounds,
  daysBetween,
  formatDate,
  formatLongDate,
  formatRange,
  formatWeekdayDate,
  fromExcelSerial,
  halfPeriod,
  inPeriod,
  isPartialDate,
  looksLikeYear,
  monthPeriod,
  parseDate,
  periodLabel,
  periodsOverlap,
  precisionOf,
  quarterPeriod,
  relateDates,
  todayInVietnam,
  unionHalfPeriod,
  unionYearPeriod,
  weekday,
  yearBefore,
  yearPeriod,
} from '../../shared/domain/dates';

describe('reading typed dates', () => {
  it.each([
    ['1989', '1989'],
    ['7/1989', '1989-07'],
    ['07/1989', '1989-07'],
    ['7-1989', '1989-07'],
    ['1989-7', '1989-07'],
    ['17/2/1989', '1989-02-17'],
    ['17-02-1989', '1989-02-17'],
    ['17.02.1989', '1989-02-17'],
    ['17 / 2 / 1989', '1989-02-17'],
    ['1989-02-17', '1989-02-17'],
    ['1989/2/17', '1989-02-17'],
    ['17021989', '1989-02-17'],
    ['29/2/2024', '2024-02-29'],
    ['ngày 17 tháng 2 năm 1989', '1989-02-17'],
    ['Ngày 05 tháng 02 năm 2026', '2026-02-05'],
    ['tháng 7/1989', '1989-07'],
    ['tháng 7 năm 1989', '1989-07'],
    ['năm 1989', '1989'],
    ['1989-02-17 00:00:00', '1989-02-17'],
    ['1989-02-17T00:00:00.000Z', '1989-02-17'],
  ])('%s is %s', (text, iso) => {
    expect(parseDate(text)).toEqual({ ok: true, iso, precision: precisionOf(iso), assumedCentury: false });
  });

  it.each([
    ['17.2.89', '1989-02-17'],
    ['17/2/26', '2026-02-17'],
    ['17/2/27', '1927-02-17'],
    ['7/89', '1989-07'],
  ])('%s is %s, to be asked', (text, iso) => {
    expect(parseDate(text, { referenceYear: 2026 })).toMatchObject({ ok: true, iso, assumedCentury: true });
  });

  it('says what is wrong', () => {
    expect(parseDate('31/2/1990')).toEqual({
      ok: false,
      problem: 'no-such-day',
      day: 31,
      month: 2,
      year: 1990,
    });
    expect(parseDate('29/2/1990')).toMatchObject({ problem: 'no-such-day' });
    expect(parseDate('12/13/1990')).toMatchObject({ problem: 'no-such-month', month: 13 });
    expect(parseDate('13/1990')).toMatchObject({ problem: 'no-such-month' });
    expect(parseDate('17/2')).toEqual({ ok: false, problem: 'no-year', day: 17, month: 2 });
    expect(parseDate('17/2/3089')).toMatchObject({ problem: 'year-out-of-range' });
    expect(parseDate('  ')).toEqual({ ok: false, problem: 'empty' });
    for (const text of [
      'abc',
      '1/2/3/4',
      '1989/1990',
      '17/2/1',
      '198',
      '12',
      '17//1989',
      '17/1989/2',
      'nt',
    ]) {
      expect(parseDate(text), text).toEqual({ ok: false, problem: 'unreadable' });
    }
  });

  it('reads month first only when told', () => {
    expect(parseDate('2/17/1989', { order: 'mdy' })).toMatchObject({ iso: '1989-02-17' });
    expect(columnDateOrder(['1/2/1990', '17/2/1989'])).toBe('dmy');
    expect(columnDateOrder(['1/2/1990', '2/17/1989'])).toBe('mdy');
    expect(columnDateOrder(['1/2/1990', '1989'])).toBe('unsure');
    expect(columnDateOrder(['17/2/1990', '2/17/1989'])).toBe('mixed');
  });

  it('reads Excel serials apart', () => {
    expect(fromExcelSerial(42583)).toBe('2016-08-01');
    expect(fromExcelSerial(42583.75)).toBe('2016-08-01');
    expect(fromExcelSerial(1)).toBe('1900-01-01');
    expect(fromExcelSerial(59)).toBe('1900-02-28');
    expect(fromExcelSerial(60)).toBeNull();
    expect(fromExcelSerial(61)).toBe('1900-03-01');
    expect(fromExcelSerial(0)).toBeNull();
    expect(fromExcelSerial(0, 1904)).toBe('1904-01-01');
    expect(looksLikeYear(1989)).toBe(true);
    expect(looksLikeYear(32556)).toBe(false);
  });

  it('knows stored dates', () => {
    expect(['1989', '1989-07', '1989-07-14'].every(isPartialDate)).toBe(true);
    expect(['89', '1989-13', '1989-02-30', '1989-7', ''].some(isPartialDate)).toBe(false);
  });
});

describe('showing dates', () => {
  it('in tables', () => {
    expect(formatDate('2026-11-23')).toBe('23/11/2026');
    expect(formatDate('1989-07')).toBe('07/1989');
    expect(formatDate('1989')).toBe('1989');
    expect(formatDate(null)).toBe('');
    expect(formatDate('2026-11-23', 'en')).toBe('23 Nov 2026');
    expect(formatDate('1989-07', 'en')).toBe('Jul 1989');
  });

  it('on papers, by Decree 30', () => {
    expect(formatLongDate('2026-11-23')).toBe('ngày 23 tháng 11 năm 2026');
    expect(formatLongDate('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026');
    expect(formatLongDate('2026-03-09')).toBe('ngày 09 tháng 3 năm 2026');
    expect(formatLongDate('2026-09')).toBe('tháng 9 năm 2026');
    expect(formatLongDate('2026')).toBe('năm 2026');
    expect(formatLongDate('2026-11-23', 'en')).toBe('23 November 2026');
  });

  it('with the day of the week', () => {
    expect(weekday('2024-07-24')).toBe('Thứ Tư');
    expect(weekday('2023-11-23')).toBe('Thứ Năm');
    expect(weekday('2024-03-05')).toBe('Thứ Ba');
    expect(weekday('2026-11-22')).toBe('Chủ Nhật');
    expect(formatWeekdayDate('2026-11-23')).toBe('Thứ Hai, 23/11/2026');
    expect(weekday('2026-11-23', 'en')).toBe('Monday');
    expect(weekday('2026-11')).toBe('');
  });

  it('as ranges', () => {
    expect(formatRange('2026-07-01', '2026-07-20')).toBe('01/07 – 20/07/2026');
    expect(formatRange('2025', '2030')).toBe('2025–2030');
    expect(formatRange('2025-12-01', '2026-11-30')).toBe('01/12/2025 – 30/11/2026');
    expect(formatRange('2026-07-01', null)).toBe('01/07/2026');
  });
});

describe('counting with dates', () => {
  it('knows today in Viet Nam', () => {
    expect(todayInVietnam(new Date('2026-11-22T16:59:59Z'))).toBe('2026-11-22');
    expect(todayInVietnam(new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
  });

  it('adds days, months and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -2)).toBe('2025-11-15');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(daysBetween('2024-01-01', '2024-12-31')).toBe(365);
    expect(() => addDays('2024', 1)).toThrow(RangeError);
  });

  it('compares dates of any precision', () => {
    expect(['1989-07', null, '1990', '1989', '1989-07-14'].sort(compareDates)).toEqual([
      '1989',
      '1989-07',
      '1989-07-14',
      '1990',
      null,
    ]);
    expect(relateDates('1989', '1990-01')).toBe('before');
    expect(relateDates('1989', '1989-07')).toBe('unsure');
    expect(relateDates('1989', '1989')).toBe('unsure');
    expect(relateDates('1989-07-14', '1989-07-14')).toBe('same');
    expect(relateDates('1991', '1990-01-02')).toBe('after');
    expect(dateBounds('2024-02')).toEqual({ first: '2024-02-01', last: '2024-02-29' });
  });

  it('gives ages, as a range where the birth date is partial', () => {
    expect(ageOn('1989-07-14', '2026-07-13')).toEqual({ min: 36, max: 36 });
    expect(ageOn('1989-07-14', '2026-07-14')).toEqual({ min: 37, max: 37 });
    expect(ageOn('1989', '2026-11-22')).toEqual({ min: 36, max: 37 });
    expect(ageOn('2030', '2026-11-22')).toBeNull();
  });
});

describe('periods', () => {
  it('have their days', () => {
    expect(yearPeriod(2026)).toMatchObject({ from: '2026-01-01', to: '2026-12-31' });
    expect(halfPeriod(2024, 1)).toMatchObject({ from: '2024-01-01', to: '2024-06-30' });
    expect(quarterPeriod(2026, 3)).toMatchObject({ from: '2026-07-01', to: '2026-09-30' });
    expect(monthPeriod(2024, 2)).toMatchObject({ from: '2024-02-01', to: '2024-02-29' });
    expect(unionYearPeriod(2026)).toMatchObject({ from: '2025-12-01', to: '2026-11-30' });
    expect(unionHalfPeriod(2026)).toMatchObject({ from: '2025-12-01', to: '2026-05-31' });
    expect(customPeriod('2025', '2023-07')).toMatchObject({ from: '2023-07-01', to: '2025-12-31' });
    expect(yearBefore(monthPeriod(2025, 2))).toMatchObject({ from: '2024-02-01', to: '2024-02-29' });
    expect(yearBefore(unionYearPeriod(2026))).toEqual(unionYearPeriod(2025));
  });

  it('hold dates', () => {
    const period = unionYearPeriod(2026);
    expect(inPeriod('2025-12-01', period)).toBe('in');
    expect(inPeriod('2026-12-01', period)).toBe('out');
    expect(inPeriod('2026', period)).toBe('unsure');
    expect(periodsOverlap(yearPeriod(2025), period)).toBe(true);
    expect(periodsOverlap(yearPeriod(2024), period)).toBe(false);
  });

  it('have names', () => {
    expect(periodLabel(yearPeriod(2026))).toBe('Năm 2026');
    expect(periodLabel(halfPeriod(2026, 1))).toBe('6 tháng đầu năm 2026');
    expect(periodLabel(quarterPeriod(2026, 3))).toBe('Quý III/2026');
    expect(periodLabel(monthPeriod(2026, 5))).toBe('Tháng 5/2026');
    expect(periodLabel(unionYearPeriod(2026))).toBe('Năm công đoàn 2026');
    expect(periodLabel(unionHalfPeriod(2026))).toBe('6 tháng đến 31/05/2026');
    expect(periodLabel(customPeriod('2026-07-01', '2026-07-20'))).toBe('01/07 – 20/07/2026');
    expect(periodLabel(quarterPeriod(2026, 3), 'en')).toBe('Q3 2026');
  });
});
