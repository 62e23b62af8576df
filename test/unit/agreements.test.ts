/** How agreements stand on a day, when commitments are kept, and what may be said of a sum. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreementState,
  agreementYear,
  type Commitment,
  gradeOf,
  mayState,
  meanScore,
  type Progress,
  reminderReached,
  sayMoney,
  seamOf,
  standingOf,
  sumMoney,
} from '../../shared/domain/agreements';

const TODAY = '2026-11-22';
const PERIOD = { startsOn: '2024', endsOn: '2028' };
const commitment = (more: Partial<Commitment> = {}): Commitment => ({
  ...{ yearly: false, dueOn: null, measure: 'count', target: null, droppedOn: null },
  ...more,
});
const entry = (onDate: string, figure: number | null, more: Partial<Progress> = {}): Progress => ({
  ...{ onDate, figure, flag: 'exact', done: false },
  ...more,
});

describe('an agreement', () => {
  it('stands as its days say', () => {
    const at = (more: object) =>
      agreementState({ signedOn: '2024-03-05', closedOn: null, ...PERIOD, ...more }, TODAY);
    expect(at({})).toBe('running');
    expect(at({ signedOn: null })).toBe('draft');
    expect(at({ startsOn: '2027' })).toBe('upcoming');
    expect(at({ startsOn: '2020', endsOn: '2025' })).toBe('ended');
    expect(at({ closedOn: '2026-11-22' })).toBe('closed');
    expect(at({ closedOn: '2026-11-23' })).toBe('running');
  });
  it('counts its years from its own first day', () => {
    expect(agreementYear(PERIOD, TODAY)).toEqual({ at: 3, of: 5 });
    const own = { startsOn: '2024-12-01', endsOn: '2027-11-30' };
    expect([agreementYear(own, '2025-11-30'), agreementYear(own, '2025-12-01')]).toEqual([
      { at: 1, of: 3 },
      { at: 2, of: 3 },
    ]);
    expect(agreementYear(PERIOD, '2029-01-01')).toBeNull();
  });
  it('tells a gap or an overlap with the one before', () => {
    expect(seamOf({ endsOn: '2023' }, { startsOn: '2024' })).toBeNull();
    expect(seamOf({ endsOn: '2023' }, { startsOn: '2024-01-11' })).toEqual({ kind: 'gap', days: 10 });
    expect(seamOf({ endsOn: '2024-01-31' }, { startsOn: '2024' })).toEqual({ kind: 'overlap', days: 31 });
  });
  it('is called to mind at the nearest reminder reached', () => {
    const near = (lastDay: string) => reminderReached(lastDay, TODAY, [180, 90, 30]);
    expect([near('2027-01-21'), near('2026-12-22'), near('2027-05-21'), near('2027-05-22')]).toEqual([
      90,
      30,
      180,
      null,
    ]);
    expect(near('2026-11-21')).toBeNull();
  });
});

describe('a commitment', () => {
  const stand = (one: Commitment, progress: Progress[]) => standingOf(one, progress, PERIOD, TODAY);
  it('is kept when its target is reached, and "gần 300" does not reach 300', () => {
    const one = commitment({ target: 300, dueOn: '2026-12-31' });
    expect(stand(one, [entry('2026-05-01', 200), entry('2026-06-01', 100)]).state).toBe('done');
    expect(stand(one, [entry('2026-05-01', 300, { flag: 'almost' })]).state).toBe('open');
    expect(stand(one, [entry('2026-05-01', 300, { flag: 'atLeast' })]).state).toBe('done');
  });
  it('without a figure is kept when an entry says so, and is overdue a day after its day', () => {
    const one = commitment({ measure: 'text', dueOn: '2026-11-21' });
    expect(stand(one, [])).toMatchObject({ state: 'overdue', lateDays: 1, sum: null });
    expect(stand(commitment({ dueOn: TODAY }), []).state).toBe('open');
    expect(stand(one, [entry('2026-11-22', null, { done: true })]).state).toBe('done');
    expect(stand(commitment({ dueOn: '2026-06-30', droppedOn: '2026-06-01' }), []).state).toBe('dropped');
  });
  it('of every year has a deadline in each, and the figures of a year are its own', () => {
    const one = commitment({ yearly: true, dueOn: '2024-06-30', target: 10 });
    const kept = [entry('2024-05-01', 10), entry('2025-05-01', 12), entry('2026-05-01', 10)];
    expect(stand(one, kept)).toMatchObject({ state: 'open', keptYear: 2026, nextDue: '2027-06-30', sum: 32 });
    expect(stand(one, kept.slice(1))).toMatchObject({ state: 'overdue', keptYear: null });
    expect(stand(one, kept.slice(1)).deadlines.map((deadline) => deadline.state)).toEqual([
      'overdue',
      'done',
      'done',
      'open',
      'open',
    ]);
    expect(stand(commitment({ yearly: true }), []).deadlines[4]!.dueOn).toBe('2028-12-31');
  });
});

describe('a sum', () => {
  it('bears "hơn" only when it is larger, or a row says at least', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 900_000_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 3_000_000_000 }), (rows, stated) => {
        const sum = sumMoney(rows.map((amount) => ({ amount, flag: 'exact' as const })));
        const over = mayState(
          { amount: stated, flag: 'atLeast' },
          sum.total,
          rows.map(() => 'exact'),
        );
        expect(over).toBe(sum.total! > stated);
        const text = sayMoney(sum, ['exact'], { amount: stated, flag: 'atLeast' });
        expect(text!.startsWith('hơn ')).toBe(over);
      }),
    );
    expect(mayState({ amount: 800, flag: 'atLeast' }, 800, ['exact', 'atLeast'])).toBe(true);
    expect(mayState({ amount: 800, flag: 'atLeast' }, null, [])).toBe(false);
  });
  it('may be called near within five hundredths, and exact only when it is', () => {
    expect(mayState({ amount: 800, flag: 'almost' }, 770, [])).toBe(true);
    expect(mayState({ amount: 800, flag: 'almost' }, 759, [])).toBe(false);
    expect(mayState({ amount: 800, flag: 'almost' }, 801, [])).toBe(false);
    expect(mayState({ amount: 800, flag: 'about' }, 830, [])).toBe(true);
    expect(mayState({ amount: 800, flag: 'exact' }, 800, ['about'])).toBe(false);
  });
  it('leaves out what is not known and counts it', () => {
    expect(
      sumMoney([
        { amount: 5, flag: 'exact' },
        { amount: null, flag: 'exact' },
      ]),
    ).toEqual({ total: 5, flag: 'exact', unknown: 1 });
    expect(sumMoney([{ amount: null, flag: 'exact' }]).total).toBeNull();
    expect(sayMoney(sumMoney([]), [], { amount: 800, flag: 'atLeast' })).toBeNull();
  });
});

it('a score has the best grade it reaches; a mean leaves unknown scores out', () => {
  const grades = [
    { least: 5, name: 'Đạt', nameEn: null },
    { least: 9, name: 'Tốt', nameEn: null },
  ];
  expect([gradeOf(9, grades)?.name, gradeOf(8.9, grades)?.name, gradeOf(4, grades)]).toEqual([
    'Tốt',
    'Đạt',
    null,
  ]);
  expect([meanScore([8, null, 7]), meanScore([null])]).toEqual([7.5, null]);
});
