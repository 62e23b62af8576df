import { describe, expect, it } from 'vitest';
import { addCounts, type Count, formatCountOf, maySayOver, unitName } from '../../shared/domain/counts';
import { canChi, lunarOccasion, lunarToSolar, solarToLunar, tet } from '../../shared/domain/lunar';
import {
  addMoney,
  awardMoney,
  meanMoney,
  parseMoney,
  roundUpTo,
  timesCoefficient,
} from '../../shared/domain/money';
import {
  formatRate,
  makeRate,
  partOverWholeText,
  type Rate,
  ratePercent,
  rateRest,
} from '../../shared/domain/rates';
import { NBSP } from '../../shared/text/numbers';

const spaced = (text: string): string => text.replaceAll(NBSP, ' ');

describe('lunar calendar', () => {
  it.each([
    [1968, '1968-01-29'],
    [1985, '1985-01-21'],
    [2000, '2000-02-05'],
    [2007, '2007-02-17'],
    [2020, '2020-01-25'],
    [2023, '2023-01-22'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2030, '2030-02-02'],
  ])('Tết %d is %s', (year, iso) => {
    expect(tet(year)).toBe(iso);
  });

  it('is a day or a month apart in China in 1985, 2007 and 2030', () => {
    const chinese = (year: number): string | null => lunarToSolar({ day: 1, month: 1, year }, 8);
    expect(chinese(1985)).toBe('1985-02-20');
    expect(chinese(2007)).toBe('2007-02-18');
    expect(chinese(2030)).toBe('2030-02-03');
  });

  it('knows leap months', () => {
    expect(solarToLunar('2023-03-22')).toEqual({ day: 1, month: 2, year: 2023, leap: true });
    expect(solarToLunar('2025-07-25')).toEqual({ day: 1, month: 6, year: 2025, leap: true });
    expect(lunarToSolar({ day: 1, month: 6, year: 2025, leap: true })).toBe('2025-07-25');
    expect(lunarToSolar({ day: 1, month: 6, year: 2026, leap: true })).toBeNull();
    expect(lunarToSolar({ day: 31, month: 1, year: 2026 })).toBeNull();
  });

  it('has no day 31 where the mean month misses the new moon', () => {
    for (const iso of ['2054-05-07', '2054-05-08', '2062-04-09'])
      expect(lunarToSolar(solarToLunar(iso))).toBe(iso);
  });

  it('names years and occasions', () => {
    expect(canChi(2024)).toBe('Giáp Thìn');
    expect(canChi(2026)).toBe('Bính Ngọ');
    expect(canChi(1989)).toBe('Kỷ Tỵ');
    expect(lunarOccasion('midAutumn', 2026)).toBe('2026-09-25');
    expect(lunarOccasion('hungKings', 2026)).toBe('2026-04-26');
    expect(lunarOccasion('kitchenGods', 2026)).toBe('2026-02-10');
  });
});

describe('counts', () => {
  const gifts = (value: number | null, more: Partial<Count> = {}): Count => ({
    value,
    unit: 'gift',
    ...more,
  });

  it('add only with their like', () => {
    expect(addCounts([gifts(344), gifts(12)])).toMatchObject({
      ok: true,
      total: { value: 356, unit: 'gift', flag: 'exact' },
    });
    expect(addCounts([gifts(344), { value: 3, unit: 'person' }])).toEqual({
      ok: false,
      problem: 'unlike-units',
      units: ['gift', 'person'],
    });
    expect(addCounts([])).toEqual({ ok: false, problem: 'nothing-to-add' });
    const turns = [1484, 1023, 783].map((value): Count => ({ value, unit: 'turn' }));
    const sum = addCounts(turns);
    expect(sum.ok && spaced(formatCountOf(sum.total))).toBe('3.290 lượt');
  });

  it('keep the unknown apart from 0', () => {
    const sum = addCounts([gifts(344), gifts(null, { wording: 'hàng trăm' })]);
    expect(sum).toMatchObject({ ok: true, total: { value: 344 }, unknown: 1 });
    expect(addCounts([gifts(null)])).toMatchObject({ ok: true, total: { value: null }, unknown: 1 });
    expect(formatCountOf(gifts(null, { wording: 'hàng trăm' }))).toBe('hàng trăm suất');
    expect(formatCountOf(gifts(null))).toBe('chưa có số liệu');
    expect(spaced(formatCountOf(gifts(0)))).toBe('0 suất');
  });

  it('carry hơn, gần, khoảng', () => {
    expect(spaced(formatCountOf(gifts(344, { flag: 'atLeast' })))).toBe('hơn 344 suất');
    expect(addCounts([gifts(1, { flag: 'atLeast' }), gifts(2)])).toMatchObject({
      total: { flag: 'atLeast' },
    });
    expect(addCounts([gifts(1, { flag: 'atLeast' }), gifts(2, { flag: 'almost' })])).toMatchObject({
      total: { flag: 'about' },
    });
    expect(maySayOver(800_000_000, 800_000_001)).toBe(true);
    expect(maySayOver(800_000_000, 800_000_000)).toBe(false);
    expect(maySayOver(800_000_000, 800_000_000, ['exact', 'atLeast'])).toBe(true);
    expect(maySayOver(800_000_000, 700_000_000, ['atLeast'])).toBe(false);
  });

  it('have English units', () => {
    expect(spaced(formatCountOf({ value: 1, unit: 'person' }, 'en'))).toBe('1 person');
    expect(spaced(formatCountOf({ value: 1023, unit: 'person' }, 'en'))).toBe('1,023 people');
    expect(unitName('member')).toBe('đoàn viên');
  });
});

describe('rates', () => {
  const contest: Rate = { part: 1484, whole: 2178, unit: 'member', asOf: '2024-07-01' };

  it('stand with their fraction and day', () => {
    expect(makeRate(contest)).toEqual({ ok: true, rate: contest });
    expect(ratePercent(contest)).toBe('68%');
    expect(rateRest(contest)).toBe(694);
    expect(spaced(formatRate(contest))).toBe('68% · 1.484/2.178 đoàn viên, ngày 01/07/2024');
    expect(spaced(formatRate(contest, { locale: 'en' }))).toBe('68% · 1,484/2,178 members, on 1 Jul 2024');
    expect(ratePercent({ ...contest, part: 0, whole: 0 })).toBeNull();
  });

  it('are refused when the part is larger, or the day unknown', () => {
    const refused = makeRate({ ...contest, part: 2310, asOf: '2026-07-01' });
    expect(refused).toMatchObject({ ok: false, problem: 'part-over-whole' });
    expect(!refused.ok && partOverWholeText(refused, 'member')).toBe(
      '2.310 lớn hơn số đoàn viên ngày 01/07/2026 là 2.178.',
    );
    expect(makeRate({ ...contest, asOf: '' })).toMatchObject({ problem: 'no-day' });
    expect(makeRate({ ...contest, part: 1.5 })).toMatchObject({ problem: 'not-a-count' });
    expect(makeRate({ ...contest, part: -1 })).toMatchObject({ problem: 'not-a-count' });
  });
});

describe('money', () => {
  it.each([
    ['181.000.000', 181_000_000],
    ['181000000', 181_000_000],
    ['181 000 000 đ', 181_000_000],
    ['181.000.000\u00a0đồng', 181_000_000],
    ['500,000 VNĐ', 500_000],
    ['181 triệu', 181_000_000],
    ['181tr', 181_000_000],
    ['1,5 tỷ đồng', 1_500_000_000],
    ['0,3 triệu', 300_000],
    ['500 nghìn', 500_000],
    ['500 ngàn đồng', 500_000],
    ['1.181 triệu', 1_181_000_000],
    ['-5.000 đ', -5000],
  ])('%s is %d', (text, value) => {
    expect(parseMoney(text)).toBe(value);
  });

  it.each(['', 'đồng', 'abc', '12,5', '0,0000001 triệu', '1,5,5 tỷ'])('%s is unreadable', (text) => {
    expect(parseMoney(text)).toBeNull();
  });

  it('is counted in whole đồng', () => {
    expect(meanMoney(181_000_000, 344)).toBe(526_163);
    expect(meanMoney(0, 0)).toBeNull();
    expect(addMoney([100, null, 5])).toEqual({ total: 105, unknown: 1 });
    expect(timesCoefficient(2_340_000, 0.3)).toBe(702_000);
    expect(awardMoney(2_340_000, 0.3)).toBe(710_000);
    expect(awardMoney(1_800_000, 0.3)).toBe(540_000);
    expect(awardMoney(2_340_000, 1)).toBe(2_340_000);
    expect(roundUpTo(702_000)).toBe(710_000);
  });
});
