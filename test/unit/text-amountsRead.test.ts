/** Over two hundred amounts checked one by one, in every style; what is written is read back to the same amount. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords, numberInWords } from '../../shared/text/amountInWords';

const cases = readFileSync(join(__dirname, '../fixtures/amounts.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t') as [string, string]);

const UNITS: Readonly<Record<string, bigint>> = Object.fromEntries(
  ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'].map((word, i) => [
    word,
    BigInt(i),
  ]),
);
const SAID: Readonly<Record<string, bigint>> = { ...UNITS, mốt: 1n, tư: 4n, lăm: 5n, mười: 10n };
const TIMES: Readonly<Record<string, bigint>> = { nghìn: 1_000n, ngàn: 1_000n, triệu: 1_000_000n };

/** Reads words as a person would: hundreds and tens gather, nghìn and triệu close a group, tỷ multiplies all before it. */
function readBack(words: string): bigint {
  let [all, part, group] = [0n, 0n, 0n];
  let last = 0n;
  for (const word of words.toLowerCase().split(' ')) {
    if (word === 'đồng' || word === 'chẵn' || word === 'lẻ' || word === 'linh') continue;
    if (word === 'trăm') group += last * 99n;
    else if (word === 'mươi') group += last * 9n;
    else if (word === 'tỷ') {
      all = (all + part + group) * 1_000_000_000n;
      [part, group] = [0n, 0n];
    } else if (TIMES[word]) {
      part += group * TIMES[word];
      group = 0n;
    } else {
      last = SAID[word]!;
      group += last;
    }
  }
  return all + part + group;
}

describe('amounts in words', () => {
  it('holds at least two hundred checked cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(new Set(cases.map(([amount]) => amount)).size).toBe(cases.length);
  });

  it.each(cases)('%s is %s', (amount, words) => {
    const value = BigInt(amount);
    expect(numberInWords(value)).toBe(words);
    const swapped = words.replace(/lẻ/g, 'linh').replace(/nghìn/g, 'ngàn');
    expect(numberInWords(value, { odd: 'linh', thousand: 'ngàn' })).toBe(swapped);
    expect(readBack(words)).toBe(value);
  });

  it('says "đồng chẵn" of whole thousands only, where the office likes it', () => {
    expect(amountInWords(181_000_000, { even: true })).toBe('Một trăm tám mươi mốt triệu đồng chẵn');
    expect(amountInWords(2_868_500, { even: true })).toBe(
      'Hai triệu tám trăm sáu mươi tám nghìn năm trăm đồng',
    );
    expect(amountInWords(5000, { even: true, thousand: 'ngàn' })).toBe('Năm ngàn đồng chẵn');
  });

  it('is read back to the same amount, in every style', () => {
    const amount = fc.oneof(
      fc.bigInt({ min: 0n, max: 999n }),
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      fc.bigInt({ min: 0n, max: 10n ** 21n }),
    );
    const style = fc.record({
      odd: fc.constantFrom('lẻ' as const, 'linh' as const),
      thousand: fc.constantFrom('nghìn' as const, 'ngàn' as const),
      even: fc.boolean(),
    });
    fc.assert(
      fc.property(amount, style, (value, how) => {
        expect(readBack(amountInWords(value, how))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });
});
