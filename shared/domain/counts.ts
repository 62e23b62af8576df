import type { Locale } from '../text/locale';
import { formatCount, NBSP, type Vagueness, withVagueness } from '../text/numbers';

/** What is counted. Only like units add. */
export type CountUnit =
  | 'member'
  | 'person'
  | 'turn'
  | 'gift'
  | 'collective'
  | 'individual'
  | 'unit'
  | 'event'
  | 'session'
  | 'document'
  | 'household';

const UNIT_NAMES: Record<CountUnit, { readonly vi: string; readonly one: string; readonly many: string }> = {
  member: { vi: 'đoàn viên', one: 'member', many: 'members' },
  person: { vi: 'người', one: 'person', many: 'people' },
  turn: { vi: 'lượt', one: 'turn', many: 'turns' },
  gift: { vi: 'suất', one: 'gift', many: 'gifts' },
  collective: { vi: 'tập thể', one: 'collective', many: 'collectives' },
  individual: { vi: 'cá nhân', one: 'individual', many: 'individuals' },
  unit: { vi: 'đơn vị', one: 'unit', many: 'units' },
  event: { vi: 'cuộc', one: 'event', many: 'events' },
  session: { vi: 'buổi', one: 'session', many: 'sessions' },
  document: { vi: 'văn bản', one: 'document', many: 'documents' },
  household: { vi: 'gia đình', one: 'household', many: 'households' },
};

/** A count with its unit. An unknown value is null, never 0; `wording` keeps what the source said ("hàng trăm"). */
export interface Count {
  readonly value: number | null;
  readonly unit: CountUnit;
  readonly flag?: Vagueness;
  readonly wording?: string;
}

/** Sum of counts of one unit, or why there is none. */
export type CountSum =
  | { readonly ok: true; readonly total: Count; readonly unknown: number }
  | { readonly ok: false; readonly problem: 'unlike-units'; readonly units: readonly CountUnit[] }
  | { readonly ok: false; readonly problem: 'nothing-to-add' };

/** Name of a unit: "đoàn viên" ("members"; "member" for 1). */
export function unitName(unit: CountUnit, locale: Locale = 'vi', value = 2): string {
  const names = UNIT_NAMES[unit];
  return locale === 'vi' ? names.vi : value === 1 ? names.one : names.many;
}

/** A count in words and figures: "1.023 người", "hơn 344 suất", "hàng trăm suất", "chưa có số liệu". */
export function formatCountOf(count: Count, locale: Locale = 'vi'): string {
  if (count.value === null) {
    if (count.wording) return `${count.wording} ${unitName(count.unit, locale)}`;
    return locale === 'vi' ? 'chưa có số liệu' : 'not known yet';
  }
  const figure = `${formatCount(count.value, locale)}${NBSP}${unitName(count.unit, locale, count.value)}`;
  return withVagueness(figure, count.flag, locale);
}

/** Flag of a sum: exact only when all are; "hơn" and "gần" stay while no other vague flag joins them. */
export function joinFlags(flags: readonly (Vagueness | undefined)[]): Vagueness {
  const vague = new Set(flags.filter((flag): flag is Vagueness => flag !== undefined && flag !== 'exact'));
  if (vague.size === 0) return 'exact';
  return vague.size === 1 ? [...vague][0]! : 'about';
}

/** Adds counts of one unit. Unknown values add nothing and are told apart in `unknown`. */
export function addCounts(counts: readonly Count[]): CountSum {
  const units = [...new Set(counts.map((count) => count.unit))];
  const unit = units[0];
  if (unit === undefined) return { ok: false, problem: 'nothing-to-add' };
  if (units.length > 1) return { ok: false, problem: 'unlike-units', units };
  const known = counts.filter((count) => count.value !== null);
  const value = known.length === 0 ? null : known.reduce((sum, count) => sum + (count.value ?? 0), 0);
  const flag = joinFlags(known.map((count) => count.flag));
  return { ok: true, total: { value, unit, flag }, unknown: counts.length - known.length };
}

/** True when a text may say "hơn `stated`": the sum is larger, or it reaches it and a row is flagged "at least". */
export function maySayOver(
  stated: number,
  sum: number | null,
  flags: readonly (Vagueness | undefined)[] = [],
): boolean {
  if (sum === null) return false;
  return sum > stated || (sum === stated && flags.includes('atLeast'));
}

/** How far "gần" and "khoảng" may stand from the sum: a tenth of what is said. */
const NEAR = 0.1;

/**
 * True when a text may say `stated` with this word of a sum: exactly it; "hơn" as maySayOver; "gần" for a sum at most a
 * tenth below, or the very number flagged so; "khoảng" for a sum within a tenth. An unknown sum allows no number.
 */
export function mayState(
  said: { readonly flag: Vagueness; readonly value: number },
  sum: number | null,
  flags: readonly (Vagueness | undefined)[] = [],
): boolean {
  if (sum === null) return false;
  const away = sum - said.value;
  switch (said.flag) {
    case 'exact':
      return away === 0 && joinFlags(flags) === 'exact';
    case 'atLeast':
      return maySayOver(said.value, sum, flags);
    case 'almost':
      return away === 0 ? flags.includes('almost') : away < 0 && -away <= said.value * NEAR;
    case 'about':
      return Math.abs(away) <= said.value * NEAR;
  }
}
