import { describe, expect, it } from 'vitest';
import { amountInWords, numberInWords } from '../../shared/text/amountInWords';

/** Checked one by one against the reading rules of accountants: mốt, tư, lăm, lẻ, không trăm. */
const table: readonly (readonly [number | bigint, string])[] = [
  [0, 'không'],
  [1, 'một'],
  [4, 'bốn'],
  [5, 'năm'],
  [10, 'mười'],
  [11, 'mười một'],
  [14, 'mười bốn'],
  [15, 'mười lăm'],
  [19, 'mười chín'],
  [20, 'hai mươi'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [25, 'hai mươi lăm'],
  [31, 'ba mươi mốt'],
  [34, 'ba mươi tư'],
  [35, 'ba mươi lăm'],
  [44, 'bốn mươi tư'],
  [55, 'năm mươi lăm'],
  [91, 'chín mươi mốt'],
  [99, 'chín mươi chín'],
  [100, 'một trăm'],
  [101, 'một trăm lẻ một'],
  [104, 'một trăm lẻ bốn'],
  [105, 'một trăm lẻ năm'],
  [110, 'một trăm mười'],
  [111, 'một trăm mười một'],
  [114, 'một trăm mười bốn'],
  [115, 'một trăm mười lăm'],
  [121, 'một trăm hai mươi mốt'],
  [205, 'hai trăm lẻ năm'],
  [344, 'ba trăm bốn mươi tư'],
  [505, 'năm trăm lẻ năm'],
  [515, 'năm trăm mười lăm'],
  [555, 'năm trăm năm mươi lăm'],
  [999, 'chín trăm chín mươi chín'],
  [1000, 'một nghìn'],
  [1001, 'một nghìn không trăm lẻ một'],
  [1005, 'một nghìn không trăm lẻ năm'],
  [1010, 'một nghìn không trăm mười'],
  [1015, 'một nghìn không trăm mười lăm'],
  [1021, 'một nghìn không trăm hai mươi mốt'],
  [1100, 'một nghìn một trăm'],
  [1484, 'một nghìn bốn trăm tám mươi tư'],
  [2178, 'hai nghìn một trăm bảy mươi tám'],
  [10_000, 'mười nghìn'],
  [15_000, 'mười lăm nghìn'],
  [21_000, 'hai mươi mốt nghìn'],
  [24_500, 'hai mươi tư nghìn năm trăm'],
  [70_000, 'bảy mươi nghìn'],
  [100_000, 'một trăm nghìn'],
  [105_000, 'một trăm lẻ năm nghìn'],
  [500_005, 'năm trăm nghìn không trăm lẻ năm'],
  [526_163, 'năm trăm hai mươi sáu nghìn một trăm sáu mươi ba'],
  [999_999, 'chín trăm chín mươi chín nghìn chín trăm chín mươi chín'],
  [1_000_000, 'một triệu'],
  [1_000_001, 'một triệu không trăm lẻ một'],
  [1_000_100, 'một triệu một trăm'],
  [1_005_000, 'một triệu không trăm lẻ năm nghìn'],
  [1_050_000, 'một triệu không trăm năm mươi nghìn'],
  [1_500_000, 'một triệu năm trăm nghìn'],
  [1_800_000, 'một triệu tám trăm nghìn'],
  [2_340_000, 'hai triệu ba trăm bốn mươi nghìn'],
  [10_005_000, 'mười triệu không trăm lẻ năm nghìn'],
  [21_021_021, 'hai mươi mốt triệu không trăm hai mươi mốt nghìn không trăm hai mươi mốt'],
  [100_000_000, 'một trăm triệu'],
  [104_004_004, 'một trăm lẻ bốn triệu không trăm lẻ bốn nghìn không trăm lẻ bốn'],
  [181_000_000, 'một trăm tám mươi mốt triệu'],
  [800_000_000, 'tám trăm triệu'],
  [1_000_000_000, 'một tỷ'],
  [1_000_000_005, 'một tỷ không trăm lẻ năm'],
  [1_000_005_000, 'một tỷ không trăm lẻ năm nghìn'],
  [1_005_000_000, 'một tỷ không trăm lẻ năm triệu'],
  [1_250_000_000, 'một tỷ hai trăm năm mươi triệu'],
  [15_000_000_000, 'mười lăm tỷ'],
  [1_000_000_000_000, 'một nghìn tỷ'],
  [1_005_000_000_000, 'một nghìn không trăm lẻ năm tỷ'],
  [2_500_000_000_000_000, 'hai triệu năm trăm nghìn tỷ'],
  [10n ** 18n, 'một tỷ tỷ'],
  [10n ** 18n + 5n, 'một tỷ tỷ không trăm lẻ năm'],
  [21n * 10n ** 18n + 4n * 10n ** 9n, 'hai mươi mốt tỷ không trăm lẻ bốn tỷ'],
  [-181_000_000, 'âm một trăm tám mươi mốt triệu'],
];

describe('amounts in words', () => {
  it.each(table)('%s', (amount, words) => {
    expect(numberInWords(amount)).toBe(words);
    expect(amountInWords(amount)).toBe(`${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`);
  });

  it('follows the style of the office', () => {
    expect(amountInWords(1_005_105, { odd: 'linh', thousand: 'ngàn' })).toBe(
      'Một triệu không trăm linh năm ngàn một trăm linh năm đồng',
    );
    expect(amountInWords(344, { currency: 'suất quà' })).toBe('Ba trăm bốn mươi tư suất quà');
    expect(amountInWords(12, { currency: '' })).toBe('Mười hai');
  });

  it('refuses what is no whole amount', () => {
    expect(() => amountInWords(1.5)).toThrow(RangeError);
    expect(() => amountInWords(Number.NaN)).toThrow(RangeError);
    expect(() => amountInWords(10n ** 27n)).toThrow(RangeError);
  });

  it.each([
    [0, 'Zero dong'],
    [5, 'Five dong'],
    [21, 'Twenty-one dong'],
    [105, 'One hundred and five dong'],
    [1_000_001, 'One million one dong'],
    [181_000_000, 'One hundred and eighty-one million dong'],
    [-40, 'Minus forty dong'],
  ])('%d in English', (amount, words) => {
    expect(amountInWords(amount, { locale: 'en' })).toBe(words);
  });
});
