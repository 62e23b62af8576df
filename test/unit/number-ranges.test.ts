/** Lists of numbers as an office types them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inRanges, joinRegister, missingNumbers, parseNumbers } from '../../shared/domain/numberRanges';

test.each([
  [
    '7, 12, 20–25',
    [
      [7, 7],
      [12, 12],
      [20, 25],
    ],
    [],
  ],
  [
    'số 7 và 12',
    [
      [7, 7],
      [12, 12],
    ],
    [],
  ],
  [
    '007/2026; 25-20',
    [
      [7, 7],
      [20, 25],
    ],
    [],
  ],
  ['041 đến 043/2026', [[41, 43]], []],
  ['7, mười hai, 3x', [[7, 7]], ['mười hai', '3x']],
  ['', [], []],
])('%s', (text, ranges, wrong) => {
  const read = parseNumbers(text as string);
  expect(read.ranges.map(({ from, to }) => [from, to])).toEqual(ranges);
  expect(read.wrong).toEqual(wrong);
});

test('numbers nobody has are named', () => {
  const { ranges } = parseNumbers('7, 12, 20–25, 90–99');
  expect(missingNumbers(ranges, new Set([7, 22, 23]))).toEqual(['12', '90–99']);
});

test('what is joined is read back as the same numbers', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 1 }), (numbers) => {
      const text = joinRegister(numbers.map((no) => ({ no, year: 2026 })));
      const { ranges, wrong } = parseNumbers(text);
      const back = Array.from({ length: 301 }, (_, n) => n).filter((n) => inRanges(ranges, n));
      expect(wrong).toEqual([]);
      expect(back).toEqual([...numbers].sort((a, b) => a - b));
    }),
  );
});
