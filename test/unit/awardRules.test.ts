/** Award money in whole numbers, and rules judged against hand-made facts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AWARD_MONEY_STEP, awardMoney } from '../../shared/domain/awardMoney';
import {
  applies,
  type Candidate,
  type Consideration,
  inForce,
  judge,
  judgeQuota,
  type KnownAward,
  monthsBetween,
  type Rule,
  type Store,
} from '../../shared/domain/awardRules';

describe('award money', () => {
  it.each([
    [30, 1_800_000, 540_000],
    [100, 1_800_000, 1_800_000],
    [30, 2_340_000, 710_000],
    [80, 2_340_000, 1_880_000],
    [150, 2_340_000, 3_510_000],
    [15, 2_340_000, 360_000],
    [100, 2_340_001, 2_350_000],
  ])('%i hundredths of %i is %i', (hundredths, wage, sum) => {
    expect(awardMoney(hundredths, wage)).toBe(sum);
  });

  it('is the least multiple of 10.000 that is not below the exact sum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 50_000_000 }),
        (h, wage) => {
          const sum = awardMoney(h, wage);
          const exact = BigInt(h) * BigInt(wage);
          expect(sum % AWARD_MONEY_STEP).toBe(0);
          expect(BigInt(sum) * 100n >= exact).toBe(true);
          expect(BigInt(sum - AWARD_MONEY_STEP) * 100n < exact).toBe(true);
        },
      ),
    );
  });

  it('never falls when the wage or the coefficient rises', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9_999_999 }), (h, wage) => {
        expect(awardMoney(h + 1, wage)).toBeGreaterThanOrEqual(awardMoney(h, wage));
        expect(awardMoney(h, wage + 1)).toBeGreaterThanOrEqual(awardMoney(h, wage));
      }),
    );
  });
});

const RULE: Rule = {
  ...{ id: 1, kind: 'absence', enabled: true, threshold: null, yearEnd: 'either', base: 'members' },
  ...{ needs: [], forms: [], levels: [], recipients: [], validFrom: null, validTo: null },
};
const OF: Consideration = {
  ...{ decisionId: 9, formCode: 'GK-CS', formKind: 'form', theme: null, level: 'unit' },
  ...{ awardYear: 2026, day: '2026-11-18', sumsUp: false },
};
const WHO: Candidate = {
  ...{ kind: 'individual', memberId: 5, orgUnitId: null, awards: [], hireDate: null, absences: [] },
  ...{ disciplines: [], registrations: [], holds: [], people: [] },
};
const STORE: Store = { nameless: [], anyAbsence: true, anyRegistration: { person: true, unit: true } };
const award = (formCode: string, awardYear: number, more: Partial<KnownAward> = {}): KnownAward => ({
  ...{ decisionId: awardYear, formCode, formKind: 'title', theme: null, level: 'employer', awardYear },
  ...{ lastDay: `${awardYear}-12-20`, label: formCode, issued: true, sumsUp: false },
  ...more,
});
const away = (days: number) => ({
  ...{ kind: 'absence' as const, id: days, memberId: 5, label: 'sick', on: null },
  until: null,
  days,
});

describe('rules', () => {
  it('hold on the days of the text they come from, a year meaning all of it', () => {
    expect(inForce({ validFrom: '2019-11-12', validTo: '2024-05-28' }, '2024-05-28')).toBe(true);
    expect(inForce({ validFrom: '2019-11-12', validTo: '2024-05-28' }, '2024-05-29')).toBe(false);
    expect(inForce({ validFrom: '2025', validTo: null }, '2025-01-01')).toBe(true);
    expect(inForce({ validFrom: '2025', validTo: null }, '2024-12-31')).toBe(false);
  });

  it('are asked only of what they are for', () => {
    const rule: Rule = {
      ...RULE,
      kind: 'sameLevel',
      forms: ['GK-CS'],
      levels: ['unit'],
      recipients: ['individual'],
    };
    expect(applies(rule, OF, 'individual')).toBe(true);
    expect(applies(rule, OF, 'collective')).toBe(false);
    expect(applies(rule, { ...OF, formCode: 'BK-LD' }, 'individual')).toBe(false);
    expect(applies(rule, { ...OF, level: 'province' }, 'individual')).toBe(false);
    expect(applies({ ...rule, enabled: false }, OF, 'individual')).toBe(false);
    expect(applies({ ...RULE, kind: 'absence' }, OF, 'collective')).toBe(false);
    expect(applies({ ...RULE, kind: 'collectiveShare' }, OF, 'individual')).toBe(false);
  });

  it('count years of a title in a row, ending in the year or the one before; a gap ends the run', () => {
    const rule: Rule = { ...RULE, kind: 'titleYears', threshold: 3, needs: ['CSTDCS'] };
    const years = (...list: number[]) => ({ ...WHO, awards: list.map((year) => award('CSTDCS', year)) });
    const verdict = (who: Candidate, r = rule, store = STORE) => judge(r, OF, who, store)!;
    expect(verdict(years(2023, 2024, 2025))).toMatchObject({ verdict: 'met', figure: 3 });
    expect(verdict(years(2024, 2025, 2026))).toMatchObject({ verdict: 'met', figure: 3 });
    expect(verdict(years(2022, 2024, 2025))).toMatchObject({ verdict: 'missing', figure: 2 });
    expect(verdict(years(2023, 2024, 2025), { ...rule, yearEnd: 'same' })).toMatchObject({
      verdict: 'missing',
      figure: 0,
    });
    expect(verdict(years(2023, 2024, 2025), { ...rule, yearEnd: 'before' }).records).toHaveLength(3);
    const store = { ...STORE, nameless: [award('CSTDCS', 2023, { decisionId: 77 })] };
    expect(verdict(years(2024, 2025), rule, store)).toMatchObject({
      verdict: 'unknown',
      why: 'nameless',
      records: [{ id: 77 }],
    });
    expect(verdict(WHO, { ...rule, needs: [] })).toMatchObject({ verdict: 'unknown', why: 'noTitle' });
    expect(verdict({ ...WHO, memberId: null })).toMatchObject({ verdict: 'unknown', why: 'notMember' });
  });

  it('add up days away: at the limit it is not met; nobody recorded is not known', () => {
    const rule: Rule = { ...RULE, threshold: 40 };
    const of = (...days: number[]) => judge(rule, OF, { ...WHO, absences: days.map(away) }, STORE)!;
    expect(of(30, 9)).toMatchObject({ verdict: 'met', figure: 39 });
    expect(of(30, 10)).toMatchObject({ verdict: 'missing', figure: 40 });
    expect(of()).toMatchObject({ verdict: 'met', figure: 0 });
    expect(judge(rule, OF, WHO, { ...STORE, anyAbsence: false })).toMatchObject({
      verdict: 'unknown',
      why: 'noRecords',
    });
  });

  it('count whole months to the day of the decision, in the year of the award at most', () => {
    expect(monthsBetween('2026-01-31', '2026-02-28')).toBe(1);
    expect(monthsBetween('2026-01-19', '2026-11-18')).toBe(9);
    expect(monthsBetween('2026-01-18', '2026-11-18')).toBe(10);
    const rule: Rule = { ...RULE, kind: 'service', threshold: 10 };
    const of = (hireDate: string | null, day = OF.day) =>
      judge(rule, { ...OF, day }, { ...WHO, hireDate }, STORE)!;
    expect(of('2026-01-18')).toMatchObject({ verdict: 'met', figure: 10 });
    expect(of('2026-01-19')).toMatchObject({ verdict: 'missing', figure: 9 });
    expect(of('2026-03-15', '2027-02-01')).toMatchObject({ verdict: 'missing', figure: 9 });
    expect(of('2025')).toMatchObject({ verdict: 'met' });
    expect(of('2026')).toMatchObject({ verdict: 'unknown', why: 'noDate' });
    expect(of(null)).toMatchObject({ verdict: 'unknown', why: 'noDate' });
  });

  it('see discipline of the year and discipline that still counts in it', () => {
    const rule: Rule = { ...RULE, kind: 'discipline' };
    const of = (on: string, until: string | null = null) =>
      judge(
        rule,
        OF,
        { ...WHO, disciplines: [{ ...away(1), kind: 'discipline', on, until, days: null }] },
        STORE,
      )!.verdict;
    expect(of('2026-03-02')).toBe('missing');
    expect(of('2025-12-30')).toBe('met');
    expect(of('2025-12-30', '2026-03-30')).toBe('missing');
    expect(of('2026-12-01')).toBe('met');
  });

  it('see an all-round commendation beside a thematic one of the level and year, sum-ups left out', () => {
    const rule: Rule = { ...RULE, kind: 'sameLevel' };
    const theme = (more: Partial<KnownAward>) =>
      award('VHTT', 2026, { level: 'unit', formKind: 'theme', ...more });
    const of = (one: KnownAward, about = OF) => judge(rule, about, { ...WHO, awards: [one] }, STORE)!.verdict;
    expect(of(theme({}))).toBe('missing');
    expect(of(theme({ sumsUp: true }))).toBe('met');
    expect(of(theme({ awardYear: 2025 }))).toBe('met');
    expect(of(theme({ level: 'province' }))).toBe('met');
    expect(of(theme({ decisionId: 9 }))).toBe('met');
    expect(of(award('GK-CS', 2026, { level: 'unit', formKind: 'form' }))).toBe('met');
    expect(of(theme({}), { ...OF, sumsUp: true })).toBe('met');
  });

  it('take a share of people exactly, without rounding, and a quota rounded down', () => {
    const rule: Rule = { ...RULE, kind: 'collectiveShare', threshold: 80, needs: ['LDTT'] };
    const people = (titled: number, all: number) =>
      Array.from({ length: all }, (_, i) => ({
        memberId: i,
        awards: i < titled ? [award('LDTT', 2026)] : [],
      }));
    const of = (titled: number, all: number) =>
      judge(
        rule,
        OF,
        { ...WHO, kind: 'collective', memberId: null, orgUnitId: 3, people: people(titled, all) },
        STORE,
      )!;
    expect(of(4, 5)).toMatchObject({ verdict: 'met', figure: 4, of: 5 });
    expect(of(19, 24)).toMatchObject({ verdict: 'missing', figure: 19, of: 24 });
    expect(of(0, 0)).toMatchObject({ verdict: 'unknown', why: 'noRecords' });
    const quota = { kind: 'quotaPercent' as const, threshold: 10 };
    expect(judgeQuota(quota, 32, 329, [])).toMatchObject({ verdict: 'met', figure: 32, of: 32 });
    expect(judgeQuota(quota, 33, 329, [])).toMatchObject({ verdict: 'missing', of: 32 });
    expect(judgeQuota(quota, null, 329, [])).toMatchObject({ verdict: 'unknown', why: 'noFigure' });
    expect(judgeQuota({ kind: 'quotaCount', threshold: 4 }, 5, null, [])).toMatchObject({
      verdict: 'missing',
      of: 4,
    });
  });
});
