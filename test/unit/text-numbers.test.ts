import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDecimal,
  formatFraction,
  formatMoney,
  formatPercent,
  moneyProse,
  NBSP,
  parseCount,
  twoDigits,
} from '../../shared/text/numbers';

const spaced = (text: string): string => text.replaceAll(NBSP, ' ');

describe('counts', () => {
  it.each([
    [0, '0'],
    [7, '7'],
    [999, '999'],
    [1484, '1.484'],
    [2178, '2.178'],
    [181_000_000, '181.000.000'],
    [-1484, '−1.484'],
  ])('%d is written %s', (value, text) => {
    expect(formatCount(value)).toBe(text);
  });

  it('has English separators on English screens', () => {
    expect(formatCount(1484, 'en')).toBe('1,484');
    expect(formatDecimal(12.4)).toBe('12,4');
    expect(formatDecimal(12.4, 1, 'en')).toBe('12.4');
    expect(formatDecimal(1200, 2)).toBe('1.200');
    expect(formatDecimal(-0.01)).toBe('0');
  });

  it.each([
    ['1.484', 1484],
    ['1484', 1484],
    ['1 484', 1484],
    ['1\u00a0484', 1484],
    ['1,484', 1484],
    ['1.234.567', 1234567],
    ['−12', -12],
    ['-0', 0],
    ['08', 8],
  ])('%s is read as %d', (text, value) => {
    expect(parseCount(text)).toBe(value);
  });

  it.each(['', 'abc', '12,5', '1.48', '1.4844', '1.234,567', '1..234', '12 34', '1e3', '9'.repeat(20)])(
    '%s is not read',
    (text) => {
      expect(parseCount(text)).toBeNull();
    },
  );
});

describe('percentages', () => {
  it.each([
    [1484, 2178, '68%'],
    [783, 2178, '36%'],
    [249, 250, '99,6%'],
    [2499, 2500, '99,96%'],
    [24_999, 25_000, '99,996%'],
    [250, 250, '100%'],
    [0, 250, '0%'],
    [1, 250, '0,4%'],
    [1, 2500, '0,04%'],
    [8, 40, '20%'],
    [22, 40, '55%'],
    [1, 200, '1%'],
    [1, 8, '13%'],
    [45, 40, '113%'],
    [2501, 2500, '100,04%'],
    [99, 100, '99%'],
    [199, 200, '99,5%'],
    [1, 3, '33%'],
  ])('%d of %d is %s', (part, whole, text) => {
    expect(formatPercent(part, whole)).toBe(text);
  });

  it('is nothing without a denominator', () => {
    expect(formatPercent(5, 0)).toBeNull();
    expect(formatPercent(5, null)).toBeNull();
    expect(formatPercent(null, 5)).toBeNull();
    expect(formatPercent(-1, 5)).toBeNull();
    expect(formatPercent(Number.NaN, 5)).toBeNull();
  });

  it('has the decimals a paper asks for', () => {
    expect(formatPercent(1484, 2178, { decimals: 1 })).toBe('68,1%');
    expect(formatPercent(1484, 2178, { decimals: 2, locale: 'en' })).toBe('68.14%');
    expect(formatPercent(2499, 2500, { decimals: 1 })).toBe('99,96%');
    expect(formatPercent(1, 2, { decimals: 1 })).toBe('50,0%');
    expect(formatPercent(85.5, 100)).toBe('86%');
  });
});

describe('money', () => {
  it('stands in tables with a no-break space', () => {
    expect(formatMoney(181_000_000)).toBe('181.000.000\u00a0đ');
    expect(formatMoney(181_000_000, 'en')).toBe('181,000,000\u00a0VND');
    expect(formatMoney(-5000)).toBe('−5.000\u00a0đ');
  });

  it.each([
    [800_000_000, 'atLeast', 'hơn 800 triệu đồng'],
    [181_000_000, 'exact', '181 triệu đồng'],
    [181_500_000, 'almost', 'gần 181,5 triệu đồng'],
    [1_250_000_000, 'about', 'khoảng 1,25 tỷ đồng'],
    [1_000_000_000, 'exact', '1 tỷ đồng'],
    [1_181_000_000, 'exact', '1.181 triệu đồng'],
    [526_163, 'exact', '526.163 đồng'],
    [181_123_000, 'exact', '181.123.000 đồng'],
    [0, 'exact', '0 đồng'],
  ] as const)('%d %s in a sentence is %s', (amount, flag, text) => {
    expect(spaced(moneyProse(amount, flag))).toBe(text);
  });

  it('has English words on English screens', () => {
    expect(spaced(moneyProse(800_000_000, 'atLeast', 'en'))).toBe('over 800 million dong');
  });
});

describe('fractions', () => {
  it('may have two digits', () => {
    expect(twoDigits(8)).toBe('08');
    expect(twoDigits(40)).toBe('40');
    expect(formatFraction(8, 40, { twoDigits: true })).toBe('08/40');
    expect(formatFraction(1484, 2178)).toBe('1.484/2.178');
    expect(formatFraction(1484, 2178, { locale: 'en' })).toBe('1,484/2,178');
  });
});
