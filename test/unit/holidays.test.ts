/** Public holidays against the announced days off of past years; working days and the deadlines of requests. */
import { describe, expect, it } from 'vitest';
import { dayOfWeek } from '../../shared/domain/dateMath';
import { holidaysOf } from '../../shared/domain/holidays';
import { requestDueOn } from '../../shared/domain/requestDeadlines';
import { addWorkingDays, workingDays } from '../../shared/domain/workingDays';

/** Weekdays off, as announced for offices. */
const ANNOUNCED: Record<number, string> = {
  2019: '01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-30 05-01 09-02 09-03',
  2020: '01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-01 09-02',
  2021: '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03',
  2022: '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02',
  2023: '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04',
  2024: '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-30 05-01 09-02 09-03',
  2025: '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 09-01 09-02',
  2026: '01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 09-01 09-02',
};

describe('public holidays', () => {
  it.each(Object.entries(ANNOUNCED))('%s as announced', (year, days) => {
    const weekdays = holidaysOf(Number(year)).filter(({ on }) => dayOfWeek(on) % 6 !== 0);
    expect(weekdays.map(({ on }) => on.slice(5)).join(' ')).toBe(days);
  });

  it('are eleven weekdays off in every year', () => {
    for (let year = 1990; year <= 2060; year++) {
      const weekdays = holidaysOf(year).filter(({ on }) => dayOfWeek(on) % 6 !== 0);
      expect([year, weekdays.length, new Set(weekdays.map(({ on }) => on)).size]).toEqual([year, 11, 11]);
    }
  });
});

describe('working days', () => {
  it('leave out holidays and the days in their place', () => {
    expect(workingDays('2026-02-13', '2026-02-23')).toBe(2);
    expect(workingDays('2026-01-01', '2026-12-31')).toBe(261 - 11);
    expect(addWorkingDays('2026-02-13', 1)).toBe('2026-02-23');
    expect(addWorkingDays('2026-04-24', 2)).toBe('2026-04-29');
  });

  it('counted forward and between agree', () => {
    for (let count = 1; count < 300; count++) {
      const to = addWorkingDays('2025-12-31', count);
      expect(workingDays('2026-01-01', to)).toBe(count);
    }
  });
});

describe('deadlines of requests', () => {
  it('a copy in two working days, acts in fifteen days that do not end on a day off', () => {
    expect(requestDueOn('copy', '2026-11-20')).toBe('2026-11-24');
    expect(requestDueOn('copy', '2026-04-29')).toBe('2026-05-05');
    expect(requestDueOn('correct', '2026-11-20')).toBe('2026-12-07');
    expect(requestDueOn('stop', '2026-11-18')).toBe('2026-12-03');
    expect(requestDueOn('erase', '2026-02-03')).toBe('2026-02-23');
  });
});
