/** Where a target stands: fractions, paces, states; congresses against their terms. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CongressTerm,
  congressFindings,
  congressReadings,
  fromRoman,
  toRoman,
} from '../../shared/domain/congressTerms';
import { dayInYear, planDue, textInYear } from '../../shared/domain/plans';
import {
  actualText,
  askedText,
  expectedBy,
  rateText,
  type TargetActual,
  type TargetAsked,
  targetState,
} from '../../shared/domain/targets';

const asked = (more: Partial<TargetAsked> = {}): TargetAsked => ({
  ...{ value: 40, percent: false, direction: 'atLeast', counting: 'sum', pace: 'linear', months: null },
  ...{ from: '2024-01-01', to: '2024-12-31' },
  ...more,
});
const reached = (value: number | null, more: Partial<TargetActual> = {}): TargetActual => ({
  ...{ value, part: null, whole: null, flag: 'exact' },
  ...more,
});
const share = (part: number, whole: number) => reached((part / whole) * 100, { part, whole });

describe('a target', () => {
  it('is said as the papers say it', () => {
    expect(actualText(reached(8), { value: 40, percent: false })).toBe('08/40');
    expect(rateText(reached(8), asked())).toBe('20%');
    expect(actualText(reached(22), { value: 40, percent: false })).toBe('22/40');
    expect(rateText(reached(22), asked())).toBe('55%');
    expect(actualText(share(249, 250), { value: 100, percent: true })).toBe('99,6%');
    expect(rateText(share(249, 250), asked({ percent: true }))).toBe('249/250');
    expect(actualText(share(1484, 2178), { value: 60, percent: true })).toBe('68%');
    expect(actualText(reached(22, { flag: 'atLeast' }), { value: 40, percent: false })).toBe('hơn 22/40');
    expect(actualText(reached(1), { value: 2, percent: false, direction: 'atMost' })).toBe('1');
    expect(actualText(reached(null), { value: 40, percent: false })).toBeNull();
    expect(askedText({ value: 40, percent: false, direction: 'atLeast', unit: 'đoàn viên' })).toBe(
      '≥\u00a040\u00a0đoàn viên',
    );
    expect(askedText({ value: 99.5, percent: true, direction: 'atMost', unit: '' })).toBe('≤\u00a099,5%');
  });
  it('keeps an even pace, a pace of months, a level at all times, or only its end', () => {
    expect(expectedBy(asked(), '2024-06-30')).toBe(19);
    expect(expectedBy(asked(), '2024-12-31')).toBe(40);
    const months = [0, 0, 10, 10, 20, 20, 20, 30, 30, 40, 40, 40];
    expect(expectedBy(asked({ pace: 'months', months }), '2024-03-30')).toBe(0);
    expect(expectedBy(asked({ pace: 'months', months }), '2024-03-31')).toBe(10);
    expect(expectedBy(asked({ pace: 'months', months }), '2024-06-15')).toBe(20);
    expect(expectedBy(asked({ pace: 'end' }), '2024-06-15')).toBeNull();
    expect(expectedBy(asked({ pace: 'always' }), '2024-01-02')).toBe(40);
    expect(expectedBy(asked(), '2023-12-31')).toBeNull();
  });
  it('is met, keeps pace, is behind, missed, unknown or not begun', () => {
    const on = '2024-07-24';
    expect(targetState(asked(), reached(8), on)).toBe('behind');
    expect(targetState(asked(), reached(22), on)).toBe('onTrack');
    expect(targetState(asked(), reached(40), on)).toBe('met');
    expect(targetState(asked(), reached(39), '2025-01-01')).toBe('missed');
    expect(targetState(asked(), reached(null), on)).toBe('unknown');
    expect(targetState(asked(), reached(0), '2023-07-24')).toBe('notYet');
    expect(targetState(asked({ pace: 'end' }), reached(0), on)).toBe('onTrack');
    expect(targetState(asked({ value: 2, direction: 'atMost', pace: 'end' }), reached(3), on)).toBe('missed');
    expect(targetState(asked({ value: 2, direction: 'atMost', pace: 'end' }), reached(2), '2025-02-01')).toBe(
      'met',
    );
    const whole = asked({ value: 100, percent: true, counting: 'level', pace: 'end', direction: 'equal' });
    expect(targetState(whole, share(249, 250), '2025-01-01')).toBe('missed');
    expect(targetState(whole, share(250, 250), '2025-01-01')).toBe('met');
  });
  it('is met at 100 % only by everybody, and never says 100 % before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 5000 }), (whole, some) => {
        const part = Math.min(some, whole);
        const about = asked({ value: 100, percent: true, pace: 'end' });
        const state = targetState(about, share(part, whole), '2025-01-01');
        expect(state === 'met').toBe(part === whole);
        expect(actualText(share(part, whole), { value: 100, percent: true }) === '100%').toBe(part === whole);
      }),
    );
  });
  it('never asks less on a later day, and never more than the whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 365 }), fc.integer({ min: 1, max: 365 }), (a, b) => {
        const day = (n: number) => new Date(Date.UTC(2024, 0, n)).toISOString().slice(0, 10);
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const [one, two] = [expectedBy(asked(), day(early))!, expectedBy(asked(), day(late))!];
        expect(one).toBeLessThanOrEqual(two);
        expect(two).toBeLessThanOrEqual(40);
      }),
    );
  });
});

const TERMS: readonly CongressTerm[] = [
  { body: 'Công đoàn Việt Nam', number: 12, fromYear: 2018, toYear: 2023 },
  { body: 'Công đoàn Việt Nam', number: 13, fromYear: 2023, toYear: 2028 },
  { body: 'Công đoàn Y tế Việt Nam', number: 13, fromYear: 2018, toYear: 2023 },
  { body: 'Đảng Cộng sản Việt Nam', number: 13, fromYear: 2021, toYear: 2026 },
];
const said = (text: string) => congressFindings(text, TERMS).map((one) => congressReadings(one));

describe('a congress and its term', () => {
  it('that do not fit have two readings', () => {
    const both = [
      [
        { number: 'XIII', years: '2023-2028' },
        { number: 'XII', years: '2018-2023' },
      ],
    ];
    expect(said('Nghị quyết Đại hội XII Công đoàn Việt Nam, nhiệm kỳ 2023-2028')).toEqual(both);
    expect(said('Tuyên truyền kết quả Đại hội lần thứ XII nhiệm kỳ 2023 – 2028.')).toEqual(both);
    expect(said('Đại hội Công đoàn Việt Nam lần thứ 12, nhiệm kỳ 2023-2028')).toEqual(both);
  });
  it('that fit, of a body that is not known, or without years are left alone', () => {
    expect(said('Nghị quyết Đại hội XIII Công đoàn Việt Nam, nhiệm kỳ 2023-2028')).toEqual([]);
    expect(said('Đại hội XIII Công đoàn Y tế Việt Nam nhiệm kỳ 2018-2023')).toEqual([]);
    expect(said('Nghị quyết Đại hội XIII của Đảng, nhiệm kỳ 2021-2026')).toEqual([]);
    expect(said('Đại hội XVI Công đoàn tỉnh Phú Thọ, nhiệm kỳ 2018-2023')).toEqual([]);
    expect(said('Đại hội X Công đoàn tỉnh Lâm Đồng, nhiệm kỳ 2023-2028')).toEqual([]);
    expect(said('Chào mừng Đại hội XII Công đoàn Việt Nam')).toEqual([]);
  });
  it('numbers are read and written back', () => {
    for (let value = 1; value < 60; value++) expect(fromRoman(toRoman(value))).toBe(value);
    expect([fromRoman('IIX'), fromRoman('IC'), fromRoman('')]).toEqual([null, null, null]);
  });
});

describe('a plan copied on', () => {
  it('keeps its day where the year has one, and its years go along', () => {
    expect(dayInYear('2024-02-29', 2025)).toBe('2025-02-28');
    expect(dayInYear('2024-03-08', 2025)).toBe('2025-03-08');
    expect(planDue({ year: 2026, month: 2, onDate: null })).toBe('2026-02-28');
    expect(textInYear('Tổng kết năm 2025, phương hướng năm 2026; giai đoạn 2021-2026', 2025, 2026)).toBe(
      'Tổng kết năm 2026, phương hướng năm 2027; giai đoạn 2021-2026',
    );
  });
});
