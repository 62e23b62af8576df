/** Changes of a criteria set as values: each answers the whole set, ready to be saved. */
import type { InputOf, OutputOf } from '../../../../shared/contract';
import type { IndicatorId } from '../../../../shared/domain/indicators';
import type { ScoringRule } from '../../../../shared/domain/scoring';

export type SetDetail = OutputOf<'review.set'>;
export type SetFields = SetDetail['fields'];
export type Group = SetFields['groups'][number];
export type Criterion = Group['criteria'][number];
export type Rank = SetFields['ranks'][number];
export type SaveInput = InputOf<'review.saveSet'>;

/** Which line is being edited. */
export type Target =
  | { kind: 'head' }
  | { kind: 'group'; group: number }
  | { kind: 'criterion'; group: number; criterion: number }
  | { kind: 'rank'; rank: number };

const swapped = <T>(list: readonly T[], at: number, by: -1 | 1): T[] => {
  const next = [...list];
  const [one, two] = [next[at], next[at + by]];
  if (one !== undefined && two !== undefined) {
    next[at] = two;
    next[at + by] = one;
  }
  return next;
};
const replaced = <T>(list: readonly T[], at: number, value: T): T[] =>
  list.map((each, i) => (i === at ? value : each));
const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at);

/** The set with a changed, added (index past the end) or removed (null) group. */
export function withGroup(set: SetFields, at: number, group: Group | null): SetFields {
  const groups =
    group === null
      ? without(set.groups, at)
      : at >= set.groups.length
        ? [...set.groups, group]
        : replaced(set.groups, at, group);
  return { ...set, groups };
}

export function withCriterion(
  set: SetFields,
  at: number,
  index: number,
  criterion: Criterion | null,
): SetFields {
  const group = set.groups[at];
  if (!group) return set;
  const list = group.criteria;
  const criteria =
    criterion === null
      ? without(list, index)
      : index >= list.length
        ? [...list, criterion]
        : replaced(list, index, criterion);
  return withGroup(set, at, { ...group, criteria });
}

export function withRank(set: SetFields, at: number, rank: Rank | null): SetFields {
  const list = set.ranks;
  const ranks =
    rank === null ? without(list, at) : at >= list.length ? [...list, rank] : replaced(list, at, rank);
  return { ...set, ranks: [...ranks].sort((a, b) => b.min - a.min) };
}

/** The set with a line moved up or down among its own. */
export function moved(set: SetFields, target: Target, by: -1 | 1): SetFields {
  if (target.kind === 'group') return { ...set, groups: swapped(set.groups, target.group, by) };
  if (target.kind !== 'criterion') return set;
  const group = set.groups[target.group];
  return group
    ? withGroup(set, target.group, { ...group, criteria: swapped(group.criteria, target.criterion, by) })
    : set;
}

/** Scoring of a criterion as flat form values. */
export interface RuleValues {
  indicators: IndicatorId[];
  ruleKind: 'none' | 'steps' | 'each';
  ruleOf: IndicatorId[];
  perYear: boolean;
  steps: { min: number | null; share: number | null }[];
}

export const STEPS = 4;

export function toRuleValues(criterion: Pick<Criterion, 'indicators' | 'rule'>): RuleValues {
  const { rule } = criterion;
  const steps = rule?.kind === 'steps' ? rule.steps : [];
  return {
    indicators: criterion.indicators,
    ruleKind: rule?.kind ?? 'none',
    ruleOf: rule === null ? [] : rule.kind === 'steps' ? rule.of : rule.parts.flatMap((part) => part.of),
    perYear: rule?.kind === 'steps' && rule.perYear,
    steps: Array.from({ length: STEPS }, (_, i) => {
      const step = steps[i];
      return { min: step?.min ?? null, share: step ? Math.round(step.share * 1000) / 10 : null };
    }),
  };
}

/** The rule the form describes; null where it describes none. */
export function fromRuleValues(values: RuleValues, before: ScoringRule | null): ScoringRule | null {
  const of = values.ruleOf.length > 0 ? values.ruleOf : values.indicators;
  if (values.ruleKind === 'none' || of.length === 0) return null;
  if (values.ruleKind === 'each') {
    const known = before?.kind === 'each' ? before.parts : [];
    return {
      kind: 'each',
      parts: of.map(
        (id) => known.find((part) => part.of.length === 1 && part.of[0] === id) ?? { of: [id], min: 1 },
      ),
    };
  }
  const steps = values.steps.flatMap(({ min, share }) =>
    min === null || share === null ? [] : [{ min, share: Math.min(1, share / 100) }],
  );
  return steps.length === 0 ? null : { kind: 'steps', of, steps, perYear: values.perYear };
}
