import { describe, expect, it } from 'vitest';
import { readScoreText } from '../../renderer/features/review/ScoreInput';
import {
  fromRuleValues,
  moved,
  type SetFields,
  toRuleValues,
  withCriterion,
  withGroup,
  withRank,
} from '../../renderer/features/review/sets/tree';
import type { ScoringRule } from '../../shared/domain/scoring';

const criterion = (code: string) => ({
  uid: `u-${code}`,
  code,
  title: code,
  titleEn: null,
  max: 4,
  evidence: null,
  evidenceEn: null,
  indicators: [],
  rule: null,
});
const set: SetFields = {
  name: 'Bộ',
  nameEn: null,
  kind: 'union',
  formula: null,
  unprovenShare: null,
  validFrom: null,
  source: null,
  groups: [
    {
      code: '1',
      title: 'Một',
      titleEn: null,
      max: 8,
      bonus: false,
      criteria: [criterion('1.1'), criterion('1.2')],
    },
    { code: '2', title: 'Hai', titleEn: null, max: 4, bonus: true, criteria: [] },
  ],
  ranks: [{ name: 'Tốt', nameEn: null, min: 70, class: null, conditions: [] }],
};
const codes = (fields: SetFields) => fields.groups.map((group) => group.criteria.map((each) => each.code));

describe('changes of a criteria set', () => {
  it('add, change, move and remove lines without touching the rest', () => {
    expect(codes(withCriterion(set, 1, 0, criterion('2.1')))).toEqual([['1.1', '1.2'], ['2.1']]);
    expect(codes(withCriterion(set, 0, 0, criterion('1.1a')))).toEqual([['1.1a', '1.2'], []]);
    expect(codes(withCriterion(set, 0, 0, null))).toEqual([['1.2'], []]);
    expect(codes(moved(set, { kind: 'criterion', group: 0, criterion: 0 }, 1))).toEqual([['1.2', '1.1'], []]);
    expect(codes(moved(set, { kind: 'criterion', group: 0, criterion: 1 }, 1))).toEqual(codes(set));
    expect(moved(set, { kind: 'group', group: 1 }, -1).groups.map((group) => group.code)).toEqual(['2', '1']);
    expect(withGroup(set, 0, null).groups).toHaveLength(1);
    expect(
      withRank(set, 1, { name: 'Xuất sắc', nameEn: null, min: 90, class: null, conditions: [] }).ranks.map(
        (rank) => rank.min,
      ),
    ).toEqual([90, 70]);
    expect(codes(set)).toEqual([['1.1', '1.2'], []]);
  });

  it('turn a rule into form values and back', () => {
    const rules: ScoringRule[] = [
      {
        kind: 'steps',
        of: ['events.kind.training'],
        steps: [
          { min: 2, share: 1 },
          { min: 1, share: 0.5 },
        ],
        perYear: true,
      },
      {
        kind: 'each',
        parts: [
          { of: ['events.kind.tet'], min: 2 },
          { of: ['events.kind.housing'], min: 1 },
        ],
      },
    ];
    for (const rule of rules)
      expect(fromRuleValues(toRuleValues({ indicators: [], rule }), rule)).toEqual(rule);
    const none = toRuleValues({ indicators: ['members.active'], rule: null });
    expect(fromRuleValues(none, null)).toBeNull();
    expect(fromRuleValues({ ...none, ruleKind: 'steps' }, null)).toBeNull();
  });
});

describe('a typed score', () => {
  it.each([
    ['4', 4],
    ['3,5', 3.5],
    ['3.25', 3.25],
    [' 0 ', 0],
    ['', null],
    ['3,1', undefined],
    ['bốn', undefined],
    ['-1', undefined],
    ['1e3', undefined],
  ])('%s', (text, value) => {
    expect(readScoreText(text)).toBe(value);
  });
});
