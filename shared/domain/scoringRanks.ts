/**
 * What a rank asks for besides points (điều kiện xếp loại), as data of the criteria set, and the year made of two
 * half-years. A condition that is not met takes the rank away and says why; the next rank below is tried.
 */
import { z } from 'zod';
import type { Locale } from '../text/locale';
import { formatCount, formatDecimal } from '../text/numbers';
import type { RankLevel } from './scoring';

/** Forms of discipline from which a member counts as disciplined. */
export const DISCIPLINE_FROM = ['reprimand', 'warning'] as const;
export type DisciplineFrom = (typeof DISCIPLINE_FROM)[number];

const percent = z.number().min(1).max(100);
export const rankCondition = z.discriminatedUnion('kind', [
  /** No group of criteria, the bonus aside, under this part of its points. */
  z.strictObject({ kind: z.literal('groupShare'), percent }),
  /** No member disciplined in the period from this form on. */
  z.strictObject({ kind: z.literal('discipline'), from: z.enum(DISCIPLINE_FROM) }),
  /** Founded at least so many months before the period ends. */
  z.strictObject({ kind: z.literal('age'), months: z.int().min(1).max(120) }),
  /** Of all that are rated together at most this part; told, not enforced. */
  z.strictObject({ kind: z.literal('quota'), percent }),
]);
export type RankCondition = z.output<typeof rankCondition>;

/** Weights of the half-years a year is made of: (đầu + 2 × cuối) / 3. */
export const halvesFormula = z.strictObject({
  first: z.number().positive().max(10),
  second: z.number().positive().max(10),
});
export type HalvesFormula = z.output<typeof halvesFormula>;

export interface ConditionedLevel extends RankLevel {
  readonly conditions: readonly RankCondition[];
}

/** What the conditions are held against. */
export interface RankFacts {
  readonly groups: readonly {
    readonly code: string;
    readonly bonus: boolean;
    readonly max: number;
    readonly score: number | null;
  }[];
  /** Members disciplined in the period, from each form on. */
  readonly disciplined: Readonly<Record<DisciplineFrom, number>>;
  /** Full months since it is known to exist; null: always. */
  readonly ageMonths: number | null;
}

export interface BlockedRank {
  readonly name: string;
  readonly nameEn: string;
  readonly reasons: string[];
  readonly reasonsEn: string[];
}

/** Why a condition is not met, in a sentence; null when it is. */
export function unmetReason(
  condition: RankCondition,
  facts: RankFacts,
  locale: Locale = 'vi',
): string | null {
  const vi = locale === 'vi';
  switch (condition.kind) {
    case 'groupShare': {
      const low = facts.groups.filter(
        (group) =>
          !group.bonus && group.max > 0 && ((group.score ?? 0) / group.max) * 100 < condition.percent,
      );
      if (low.length === 0) return null;
      const codes = low.map((group) => group.code).join(', ');
      const share = formatDecimal(condition.percent, 2, locale);
      return vi ? `nhóm ${codes} dưới ${share}% số điểm` : `group ${codes} under ${share}% of its points`;
    }
    case 'discipline': {
      const count = facts.disciplined[condition.from];
      if (count === 0) return null;
      const form = condition.from === 'warning' ? 'cảnh cáo' : 'khiển trách';
      const formEn = condition.from === 'warning' ? 'warning' : 'reprimand';
      return vi
        ? `có ${formatCount(count, locale)} đoàn viên bị kỷ luật từ ${form} trở lên`
        : `${formatCount(count, locale)} members disciplined from ${formEn} on`;
    }
    case 'age':
      if (facts.ageMonths === null || facts.ageMonths >= condition.months) return null;
      return vi
        ? `theo sổ mới có ${facts.ageMonths} tháng, chưa đủ ${condition.months} tháng`
        : `on record for ${facts.ageMonths} months, not yet ${condition.months}`;
    case 'quota':
      return null;
  }
}

/** The rank reached with all its conditions, and the higher ones that points alone would give. */
export function rankWith<L extends ConditionedLevel>(
  levels: readonly L[],
  points: number | null,
  facts: RankFacts,
): { rank: L | null; blocked: BlockedRank[] } {
  const blocked: BlockedRank[] = [];
  if (points === null) return { rank: null, blocked };
  const reached = levels.filter((level) => points >= level.min).sort((a, b) => b.min - a.min);
  for (const level of reached) {
    const why = (locale: Locale) =>
      level.conditions.flatMap((condition) => unmetReason(condition, facts, locale) ?? []);
    const reasons = why('vi');
    if (reasons.length === 0) return { rank: level, blocked };
    blocked.push({ name: level.name, nameEn: level.nameEn, reasons, reasonsEn: why('en') });
  }
  return { rank: null, blocked };
}

/** Weighted mean of two half-years, to hundredths; unknown while one is. */
export function yearOf(
  formula: HalvesFormula,
  first: number | null | undefined,
  second: number | null | undefined,
): number | null {
  if (first == null || second == null) return null;
  const sum = formula.first * first + formula.second * second;
  return Math.round((sum / (formula.first + formula.second)) * 100) / 100;
}

/** Ranks that more than their part have reached: "3/7, nhiều nhất 1". */
export function overQuota(
  levels: readonly ConditionedLevel[],
  counts: readonly { readonly name: string; readonly count: number }[],
): { name: string; nameEn: string; count: number; most: number }[] {
  const total = counts.reduce((sum, each) => sum + each.count, 0);
  return levels.flatMap((level) => {
    const quota = level.conditions.find((condition) => condition.kind === 'quota');
    if (quota?.kind !== 'quota') return [];
    const count = counts.find((each) => each.name === level.name)?.count ?? 0;
    const most = Math.floor((total * quota.percent) / 100);
    return count > most ? [{ name: level.name, nameEn: level.nameEn, count, most }] : [];
  });
}
