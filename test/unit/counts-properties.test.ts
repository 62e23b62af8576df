/** What holds of every count and rate: like units only, unknown is not 0, vague words stay, 100% only for equality. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addCounts, type Count, type CountUnit, formatCountOf, maySayOver } from '../../shared/domain/counts';
import { makeRate } from '../../shared/domain/rates';
import { formatPercent, type Vagueness } from '../../shared/text/numbers';

const UNITS: CountUnit[] = ['member', 'person', 'turn', 'gift', 'collective', 'individual', 'unit'];
const flag = fc.constantFrom<Vagueness>('exact', 'atLeast', 'almost', 'about');
const value = fc.option(fc.nat(1_000_000));
const unit = fc.constantFrom(...UNITS);
const count: fc.Arbitrary<Count> = fc.record({ value, unit, flag });

it('counts add only with their like, and what is unknown adds nothing and is told', () => {
  fc.assert(
    fc.property(fc.array(count, { minLength: 1, maxLength: 12 }), (counts) => {
      const sum = addCounts(counts);
      const units = new Set(counts.map((one) => one.unit));
      expect(sum.ok).toBe(units.size === 1);
      if (!sum.ok) return;
      const known = counts.flatMap((one) => one.value ?? []);
      expect(sum.unknown).toBe(counts.length - known.length);
      expect(sum.total.value).toBe(known.length === 0 ? null : known.reduce((a, b) => a + b, 0));
      if (known.length === 0) expect(formatCountOf(sum.total)).toBe('chưa có số liệu');
      const exact = counts.every((one) => one.value === null || one.flag === 'exact');
      expect(sum.total.flag === 'exact').toBe(exact);
    }),
  );
});

it('hơn, gần and khoảng are written whenever they were said, and only then', () => {
  const words: Record<Vagueness, string> = { exact: '', atLeast: 'hơn ', almost: 'gần ', about: 'khoảng ' };
  fc.assert(
    fc.property(fc.nat(1_000_000), unit, flag, (n, of, said) => {
      const text = formatCountOf({ value: n, unit: of, flag: said });
      expect(text.startsWith(words[said])).toBe(true);
      expect(/^\d/.test(text)).toBe(said === 'exact');
    }),
  );
});

it('"hơn" needs a larger sum, or the same sum with a row that says so', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.option(fc.nat(1000)), fc.array(flag), (stated, sum, flags) => {
      const may = sum !== null && (sum > stated || (sum === stated && flags.includes('atLeast')));
      expect(maySayOver(stated, sum, flags)).toBe(may);
    }),
  );
});

it('100% stands for equality alone and 0% for nobody; a part over its whole has no rate', () => {
  fc.assert(
    fc.property(fc.nat(50_000), fc.integer({ min: 1, max: 50_000 }), (part, whole) => {
      const rate = makeRate({ part, whole, unit: 'member', asOf: '2024-07-01' });
      expect(rate.ok).toBe(part <= whole);
      if (!rate.ok) return;
      const text = formatPercent(part, whole)!;
      expect(text === '100%').toBe(part === whole);
      expect(text === '0%').toBe(part === 0);
      expect(Math.abs(Number(text.replace('%', '').replace(',', '.')) - (part / whole) * 100)).toBeLessThan(
        0.51,
      );
    }),
    {
      examples: [
        [249, 250],
        [1484, 2178],
        [783, 2178],
      ],
    },
  );
  expect(formatPercent(249, 250)).toBe('99,6%');
});
