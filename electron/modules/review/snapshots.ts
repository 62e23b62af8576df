/** Snapshots of closed reviews: what an older edition of the program did not keep yet is filled in as it was then. */
import type { ReviewSheet } from '../../../shared/contract/review';
import type { ReviewRow } from './repository';

type Frozen = ReviewSheet & { groups: ReviewSheet['groups'] };

/** The whole sheet of a snapshot; a column that did not exist is empty, and what was scored counted in full. */
export function completed(snapshot: Partial<Frozen>, review: ReviewRow): ReviewSheet {
  const frozen = snapshot as Frozen;
  const level = (rank: ReviewSheet['ranks'][number]) => ({
    ...rank,
    nameEn: rank.nameEn ?? rank.name,
    class: rank.class ?? null,
    conditions: rank.conditions ?? [],
  });
  const columns = (totals: ReviewSheet['totals']) => ({
    ...totals,
    group: totals.group ?? null,
    upper: totals.upper ?? null,
  });
  return {
    ...frozen,
    set: { ...frozen.set, unprovenShare: frozen.set.unprovenShare ?? null },
    evidenceDue: frozen.evidenceDue ?? review.to,
    checkers: frozen.checkers ?? { groupBy: null, groupOn: null, upperBy: null, upperOn: null },
    formula: frozen.formula ?? null,
    parts: frozen.parts ?? [],
    groups: frozen.groups.map((group) => ({
      ...group,
      totals: columns(group.totals),
      items: group.items.map((item) => ({
        ...item,
        cap: item.cap ?? item.max,
        counted: item.counted ?? item.score,
        checks: item.checks ?? { group: null, upper: null },
        halves: item.halves ?? null,
        task: item.task ?? null,
        due: item.due ?? null,
      })),
    })),
    totals: columns(frozen.totals),
    ranks: frozen.ranks.map(level),
    rank: frozen.rank === null ? null : level(frozen.rank),
    blocked: frozen.blocked ?? [],
    upperRank: frozen.upperRank ?? null,
    counts: { ...frozen.counts, overdue: frozen.counts.overdue ?? 0 },
    people: frozen.people ?? [],
  };
}
