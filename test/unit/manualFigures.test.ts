/** What holds of typed figures and of the words before a number: nothing is hidden, nothing is counted twice. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ANNEX, ANNEX_IDS, annexCode } from '../../shared/domain/annex';
import { educationLevel } from '../../shared/domain/annexIndicators';
import { mayState } from '../../shared/domain/counts';
import { amountText, type Figure, figureText } from '../../shared/domain/figures';
import { type ManualFigure, typedSum, usedIn, withTyped } from '../../shared/domain/manualFigures';
import { fold } from '../../shared/text/fold';
import type { Vagueness } from '../../shared/text/numbers';

const day = fc
  .integer({ min: 0, max: 1200 })
  .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
const span = fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));
const flag = fc.constantFrom<Vagueness>('exact', 'atLeast', 'almost', 'about');
const typed: fc.Arbitrary<ManualFigure> = fc
  .record({
    id: fc.nat(10_000),
    period: span,
    value: fc.option(fc.nat(1000)),
    flag,
    instead: fc.boolean(),
  })
  .map(({ period, value, ...more }) => ({
    ...more,
    ...period,
    value,
    part: null,
    whole: null,
    wording: value === null ? 'hàng trăm' : null,
    source: 'Báo cáo',
  }));
const list = fc.uniqueArray(typed, { selector: ({ id }) => id, maxLength: 12 });
const asked = span.map((one) => ({ ...one, asOf: one.to }));
const computed = (value: number | null): Figure => ({
  id: 'welfare.gifts',
  unit: 'gift',
  value,
  part: null,
  whole: null,
  wholeOn: null,
  asOf: '2026-11-22',
  gap: null,
});

it('a period uses typed figures wholly inside it, none overlapping, and always those that cover it exactly', () => {
  fc.assert(
    fc.property(list, asked, (rows, period) => {
      const used = usedIn(rows, period, 'period');
      for (const one of used) expect(one.from >= period.from && one.to <= period.to).toBe(true);
      for (const [at, one] of used.entries())
        for (const other of used.slice(at + 1)) expect(one.to < other.from || one.from > other.to).toBe(true);
      if (rows.some((one) => one.from === period.from && one.to === period.to)) {
        expect(used).toHaveLength(1);
        expect(used[0]).toMatchObject({ from: period.from, to: period.to });
      }
      expect(usedIn(rows, period, 'period', true).length).toBeLessThanOrEqual(1);
    }),
  );
});

it('of a figure of a day the last one up to that day is used, and none from after it', () => {
  fc.assert(
    fc.property(list, asked, (rows, period) => {
      const [one, ...others] = usedIn(rows, period, 'asOf');
      expect(others).toEqual([]);
      const before = rows.filter(({ to }) => to <= period.asOf);
      expect(one === undefined).toBe(before.length === 0);
      if (one) expect(before.every(({ to }) => to <= one.to)).toBe(true);
    }),
  );
});

it('what is not known adds nothing and is told; a sum of vague numbers is vague', () => {
  fc.assert(
    fc.property(list, (rows) => {
      const sum = typedSum(rows);
      const known = rows.flatMap(({ value }) => value ?? []);
      expect(sum.value).toBe(known.length === 0 ? null : known.reduce((a, b) => a + b, 0));
      if (known.length > 0) expect(sum.unknown).toBe(rows.length - known.length);
      const vague = rows.some((one) => one.value !== null && one.flag !== 'exact');
      expect(sum.flag !== 'exact').toBe(vague);
    }),
  );
});

it('a computed figure stays, unless the typed one is said to stand instead, and then it is told beside it', () => {
  fc.assert(
    fc.property(list, asked, fc.option(fc.nat(1000)), (rows, period, value) => {
      const figure = withTyped(computed(value), rows, period);
      const used = usedIn(rows, period, 'period');
      const takes = used.length > 0 && (value === null || used.some((one) => one.instead));
      expect(figure.typed !== undefined).toBe(takes);
      if (!takes) expect(figure).toEqual(computed(value));
      else expect(figure.typed!.computed).toBe(value);
    }),
  );
});

it('words of a source stand where there is no number, and the flag before one', () => {
  const words = withTyped(computed(null), [row({ value: null, wording: 'hàng trăm' })], PERIOD);
  expect(figureText(words)).toBe('hàng trăm suất');
  expect(amountText(words)).toBe('hàng trăm');
  const vague = withTyped(computed(null), [row({ value: 344, flag: 'atLeast' })], PERIOD);
  expect(amountText(vague)).toBe('hơn 344');
});
const PERIOD = { from: '2026-01-01', to: '2026-12-31', asOf: '2026-11-22' };
function row(more: Partial<ManualFigure>): ManualFigure {
  const nothing = { id: 1, part: null, whole: null, wording: null, source: 'Báo cáo', instead: false };
  return { ...nothing, from: '2026-01-01', to: '2026-06-30', value: 1, flag: 'exact', ...more };
}

it('a text may say only what the sum bears out', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(2000), fc.array(flag), (value, sum, flags) => {
      const may = (said: Vagueness) => mayState({ flag: said, value }, sum, flags);
      if (may('exact')) expect(sum).toBe(value);
      if (may('atLeast')) expect(sum).toBeGreaterThanOrEqual(value);
      if (may('almost')) expect(sum).toBeLessThanOrEqual(value);
      if (may('about')) expect(Math.abs(sum - value)).toBeLessThanOrEqual(value / 10);
      if (sum > value) expect(may('atLeast')).toBe(true);
      for (const said of ['exact', 'atLeast', 'almost', 'about'] as const)
        expect(mayState({ flag: said, value }, null, flags)).toBe(false);
    }),
  );
  expect(mayState({ flag: 'almost', value: 345 }, 344)).toBe(true);
  expect(mayState({ flag: 'exact', value: 344 }, 344, ['atLeast'])).toBe(false);
});

it('the annex names every figure once, with codes that grow', () => {
  expect(new Set(ANNEX_IDS).size).toBe(ANNEX_IDS.length);
  const codes = ANNEX.flatMap(({ lines }) =>
    lines.flatMap((own) => own.ids.map((_, at) => annexCode(own, at))),
  );
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.slice(0, 7)).toEqual(['1.1', '1.2', '1.3', '1.4', '1.5', '1.6.1', '1.6.2']);
});

it.each([
  ['Thạc sĩ', 'postgraduate'],
  ['Bác sĩ CKI', 'postgraduate'],
  ['BS CK II', 'postgraduate'],
  ['Chuyên khoa 1', 'postgraduate'],
  ['Sau đại học', 'postgraduate'],
  ['Đại học', 'university'],
  ['Cử nhân điều dưỡng', 'university'],
  ['Cao đẳng', 'college'],
  ['Trung cấp', 'intermediate'],
  ['Sơ cấp', 'other'],
  ['', 'unknown'],
])('education “%s” is %s', (text, level) => {
  expect(educationLevel(fold(text))).toBe(level);
});
