import { describe, expect, it } from 'vitest';
import { figuresText, figureText, measuredRate, toFigure } from '../../shared/domain/figures';
import type { IndicatorId } from '../../shared/domain/indicators';
import { INDICATORS, indicatorOf } from '../../shared/domain/indicators';
import { monthsOf, reviewPeriod, reviewYearOf } from '../../shared/domain/reviewPeriod';
import {
  groupTotals,
  itemState,
  proposeScore,
  provenCap,
  rankOf,
  reviewTotals,
  type ScoringRule,
  scoringRule,
} from '../../shared/domain/scoring';

const DAY = '2026-11-23';
const count = (id: IndicatorId, value: number | null) => toFigure(id, { value }, DAY);
const plain = (text: string | null) => text?.replace(/\u00a0/g, ' ') ?? null;
const propose = (rule: ScoringRule | null, figures: ReturnType<typeof count>[], max = 4, months = 12) => {
  const { score, reason } = proposeScore({ rule, figures, max, months });
  return [score, plain(reason)];
};
const MEETINGS = 'events.kind.committee_meeting';
const steps = (perYear = false): ScoringRule => ({
  kind: 'steps',
  of: [MEETINGS],
  steps: [
    { min: 4, share: 1 },
    { min: 2, share: 0.5 },
  ],
  perYear,
});

describe('scoring rules', () => {
  it.each([
    [4, 4, '4 cuộc họp, đạt mức từ 4.'],
    [7, 4, '7 cuộc họp, đạt mức từ 4.'],
    [3, 2, '3 cuộc họp, đạt mức từ 2. Đủ điểm khi đạt từ 4.'],
    [1, 0, '1 cuộc họp, chưa tới mức thấp nhất là 2.'],
    [0, null, 'Sổ chưa ghi việc nào trong kỳ để tính, nên chưa đề xuất điểm.'],
    [null, null, 'Sổ chưa có phần ghi số liệu này.'],
  ])('steps: %s gives %s', (value, score, reason) => {
    expect(propose(steps(), [count(MEETINGS, value)])).toEqual([score, reason]);
  });

  it('asks a shorter period for its part, rounded up', () => {
    expect(propose(steps(true), [count(MEETINGS, 2)], 4, 6)[0]).toBe(4);
    expect(propose(steps(true), [count(MEETINGS, 2)], 4, 9)[0]).toBe(2);
    expect(propose(steps(true), [count(MEETINGS, 1)], 4, 1)[0]).toBe(4);
  });

  it('adds the figures of a rule, and keeps points in quarters and under the maximum', () => {
    const rule: ScoringRule = {
      kind: 'steps',
      of: ['events.kind.sports', 'events.kind.arts'],
      steps: [{ min: 3, share: 1 / 3 }],
      perYear: false,
    };
    expect(propose(rule, [count('events.kind.sports', 1), count('events.kind.arts', 2)], 2)).toEqual([
      0.75,
      '3 hoạt động, đạt mức từ 3.',
    ]);
  });

  it('compares percentages and says why one is not known', () => {
    const rule: ScoringRule = {
      kind: 'steps',
      of: ['members.gatherRate'],
      steps: [
        { min: 95, share: 1 },
        { min: 70, share: 0.5 },
      ],
      perYear: true,
    };
    const rate = (part: number, whole: number | null) =>
      toFigure('members.gatherRate', measuredRate(part, whole, '2026-01-01'), DAY);
    expect(propose(rule, [rate(2178, 2214)])).toEqual([4, '98% (2.178/2.214), đạt mức từ 95%.']);
    expect(propose(rule, [rate(75, 100)])).toEqual([
      2,
      '75% (75/100), đạt mức từ 70%. Đủ điểm khi đạt từ 95%.',
    ]);
    expect(propose(rule, [rate(0, 100)])[0]).toBe(0);
    expect(propose(rule, [rate(5, null)])).toEqual([
      null,
      'Chưa đủ số để tính tỷ lệ: ghi số lao động ở trang Tổ chức.',
    ]);
    expect(propose(rule, [rate(5, 4)])[0]).toBeNull();
  });

  it('gives each part an equal share', () => {
    const rule: ScoringRule = {
      kind: 'each',
      parts: [
        { of: ['events.kind.excursion'], min: 1 },
        { of: ['events.kind.health_check'], min: 2 },
      ],
    };
    expect(propose(rule, [count('events.kind.excursion', 3), count('events.kind.health_check', 1)])).toEqual([
      2,
      'Đã có 1/2 việc: Tham quan, nghỉ dưỡng. Chưa ghi: Khám sức khỏe.',
    ]);
    expect(
      propose(rule, [count('events.kind.excursion', 0), count('events.kind.health_check', null)])[0],
    ).toBeNull();
  });

  it('leaves manual lines to the officer', () => {
    expect(propose(null, [])).toEqual([null, 'Chấm tay: sổ không ghi số liệu cho tiêu chí này.']);
    expect(propose(null, [count('members.active', 320)])[0]).toBeNull();
  });

  it('never proposes points for nothing, whatever the rule says', () => {
    const generous: ScoringRule = {
      kind: 'steps',
      of: [MEETINGS],
      steps: [{ min: 0, share: 1 }],
      perYear: false,
    };
    expect(propose(generous, [count(MEETINGS, 0)])[0]).toBeNull();
    expect(scoringRule.safeParse({ ...generous, steps: [{ min: 1, share: 1.5 }] }).success).toBe(false);
  });
});

describe('totals and ranks', () => {
  const item = (max: number, score: number | null, proposed: number | null = null) => ({
    max,
    score,
    proposed,
  });
  it('caps each group and the whole; nothing scored is unknown, not 0', () => {
    expect(groupTotals({ max: 5, items: [item(4, 4), item(4, 3.5)] }).score).toBe(5);
    expect(groupTotals({ max: 5, items: [item(4, null)] }).score).toBeNull();
    expect(groupTotals({ max: 5, items: [item(4, 0), item(1, null)] }).score).toBe(0);
    expect(
      reviewTotals([
        { max: 40, items: [item(40, 33.5)] },
        { max: 5, items: [item(2, 2), item(9, 9)] },
      ]),
    ).toEqual({
      max: 45,
      proposed: null,
      score: 38.5,
      group: null,
      upper: null,
    });
  });

  it('ranks by the highest threshold reached', () => {
    const levels = [50, 90, 0, 70].map((min) => ({ name: String(min), nameEn: String(min), min }));
    const of = (points: number | null) => rankOf(levels, points)?.min ?? null;
    expect([90, 89.75, 70, 69.75, 50, 0, null].map(of)).toEqual([90, 70, 70, 50, 50, 0, null]);
    expect(rankOf([{ name: 'x', nameEn: 'x', min: 50 }], 10)).toBeNull();
  });

  it('tells scored lines with and without something to show', () => {
    expect(itemState({ score: null, records: 3, evidence: 1 })).toBe('open');
    expect(itemState({ score: 2, records: 0, evidence: 0 })).toBe('missing');
    expect(itemState({ score: 2, records: 0, evidence: 1 })).toBe('ok');
    const bare = { max: 4, records: 0, evidence: 0 };
    expect(provenCap(bare, null)).toBe(3.75);
    expect(provenCap(bare, 0.5)).toBe(2);
    expect(provenCap(bare, 1)).toBe(3.75);
    expect(provenCap({ ...bare, records: 1 }, 0.5)).toBe(4);
    expect(provenCap({ ...bare, evidence: 1 }, 0)).toBe(4);
  });
});

describe('figures in words', () => {
  it('writes like units together and unlike ones side by side; unknown is nothing', () => {
    expect(plain(figureText(count('members.active', 2178)))).toBe('2.178 đoàn viên');
    expect(plain(figureText(count('members.active', 1), 'en'))).toBe('1 member');
    expect(figureText(count('awards.all', null))).toBeNull();
    expect(plain(figuresText([count('events.kind.tet', 1), count('events.kind.housing', 2)]))).toBe(
      '3 hoạt động',
    );
    expect(plain(figuresText([count('events.kind.visit', 12), count('events.turnsOf.visit', 127)]))).toBe(
      '12 đợt thăm hỏi; 127 lượt',
    );
    expect(
      plain(figuresText([count('events.kind.staff_conference', 1), count('events.kind.training', 2)])),
    ).toBe('3 hoạt động');
  });

  it('has one entry for each id, in both languages', () => {
    expect(new Set(INDICATORS.map((each) => each.id)).size).toBe(INDICATORS.length);
    for (const each of INDICATORS) {
      expect(indicatorOf(each.id)).toBe(each);
      for (const text of [each.label, each.labelEn, each.formula, each.formulaEn]) expect(text).not.toBe('');
    }
  });
});

describe('the period of a review', () => {
  it('is the calendar year, the union year, or their first half', () => {
    expect(reviewPeriod(2026, 'year', '01-01')).toEqual({ from: '2026-01-01', to: '2026-12-31', months: 12 });
    expect(reviewPeriod(2026, 'firstHalf', '01-01')).toEqual({
      from: '2026-01-01',
      to: '2026-06-30',
      months: 6,
    });
    expect(reviewPeriod(2026, 'year', '12-01')).toEqual({ from: '2025-12-01', to: '2026-11-30', months: 12 });
    expect(reviewPeriod(2028, 'firstHalf', '09-01')).toEqual({
      from: '2027-09-01',
      to: '2028-02-29',
      months: 6,
    });
    expect(monthsOf('2025-12-01', '2026-05-31')).toBe(6);
    expect([
      reviewYearOf('2026-11-30', '12-01'),
      reviewYearOf('2026-12-01', '12-01'),
      reviewYearOf('2026-12-01', '01-01'),
    ]).toEqual([2026, 2027, 2026]);
  });
});
