/** Typed figures (số nhập tay): which of them a period uses, and how they join what the records give. */
import type { Vagueness } from '../text/numbers';
import { joinFlags } from './counts';
import type { Figure } from './figures';
import { indicatorOf } from './indicators';

export interface ManualFigure {
  readonly id: number;
  /** Both included; one day for a figure that stands on a day. */
  readonly from: string;
  readonly to: string;
  /** Null where the source gave only words. */
  readonly value: number | null;
  readonly part: number | null;
  readonly whole: number | null;
  readonly flag: Vagueness;
  readonly wording: string | null;
  readonly source: string;
  /** Stands instead of what the records give. */
  readonly instead: boolean;
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
}

const days = (one: { from: string; to: string }): number => Date.parse(one.to) - Date.parse(one.from);

/**
 * The typed figures that make up a period: those wholly inside it, the longest first, none overlapping another. Of a
 * figure that stands on a day, the last one up to that day. Percentages are not added: the longest stands alone.
 */
export function usedIn<F extends ManualFigure>(
  typed: readonly F[],
  asked: Asked,
  kind: 'asOf' | 'period',
  percent = false,
): F[] {
  if (kind === 'asOf') {
    const before = typed.filter((one) => one.to <= asked.asOf);
    const last = before.reduce<F | null>(
      (best, one) =>
        best === null || one.to > best.to || (one.to === best.to && one.id > best.id) ? one : best,
      null,
    );
    return last ? [last] : [];
  }
  const inside = typed
    .filter((one) => one.from >= asked.from && one.to <= asked.to)
    .sort((a, b) => days(b) - days(a) || b.to.localeCompare(a.to) || b.id - a.id);
  const chosen: F[] = [];
  for (const one of inside) {
    if (percent && chosen.length > 0) break;
    if (chosen.every((other) => one.to < other.from || one.from > other.to)) chosen.push(one);
  }
  return chosen.sort((a, b) => a.from.localeCompare(b.from));
}

/** What typed figures add up to; null while none of them gives a number. */
export function typedSum(used: readonly ManualFigure[]): {
  value: number | null;
  flag: Vagueness;
  wording: string | null;
  unknown: number;
} {
  const known = used.filter((one) => one.value !== null);
  return {
    value: known.length === 0 ? null : known.reduce((sum, one) => sum + one.value!, 0),
    flag: joinFlags(known.map((one) => one.flag)),
    wording: known.length === 0 ? (used[0]?.wording ?? null) : null,
    unknown: known.length === 0 ? 0 : used.length - known.length,
  };
}

/**
 * The figure of a period with what was typed for it: a typed one is used where the records tell nothing, or where it is
 * said to stand instead of them, and then says so and keeps what the records give. Otherwise the computed one stays.
 */
export function withTyped(computed: Figure, typed: readonly ManualFigure[], asked: Asked): Figure {
  const { kind, unit } = indicatorOf(computed.id);
  const used = usedIn(typed, asked, kind, unit === 'percent');
  if (used.length === 0) return computed;
  if (computed.value !== null && !used.some((one) => one.instead)) return computed;
  const { value, flag, wording, unknown } = typedSum(used);
  const alone = used.length === 1 ? used[0]! : null;
  return {
    id: computed.id,
    unit: computed.unit,
    value,
    part: alone?.part ?? null,
    whole: alone?.whole ?? null,
    wholeOn: alone?.whole == null ? null : alone.to,
    asOf: computed.asOf,
    gap: null,
    ...(flag === 'exact' ? {} : { flag }),
    ...(wording === null ? {} : { wording }),
    ...(unknown > 0 ? { unknown } : {}),
    typed: {
      id: used[0]!.id,
      source: [...new Set(used.map((one) => one.source))].join('; '),
      computed: computed.value,
    },
  };
}
