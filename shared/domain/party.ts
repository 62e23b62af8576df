/**
 * Party development (phát triển Đảng): the steps from being put forward by the union to full membership, and where a
 * person stands on a day. A step that was left out counts as gone past once a later one is recorded.
 */
import { addMonths, dateBounds, daysBetween } from './dateMath';

export const PARTY_STAGES = ['nominated', 'class', 'reviewed', 'admitted', 'official'] as const;
export type PartyStage = (typeof PARTY_STAGES)[number];

/** What a list is narrowed to. */
export const PARTY_CHECKS = ['open', 'overdue', 'official', 'stopped', 'unwritten'] as const;
export type PartyCheck = (typeof PARTY_CHECKS)[number];

export interface DatedStep {
  readonly stage: PartyStage;
  readonly onDate: string;
}
export interface Standing {
  /** The latest step. */
  readonly stage: PartyStage;
  readonly since: string;
  readonly state: 'open' | 'official' | 'stopped';
  readonly next: PartyStage | null;
  /** Last day of the next step; null when nobody is reminded. */
  readonly due: string | null;
  /** Days past that day; null: not overdue. */
  readonly late: number | null;
}

const place = (stage: PartyStage): number => PARTY_STAGES.indexOf(stage);

/** Steps in their order. */
export const inOrder = <S extends DatedStep>(steps: readonly S[]): S[] =>
  [...steps].sort((a, b) => place(a.stage) - place(b.stage));

/** The first step that surely comes before the one it should follow; null: the dates agree. */
export function misplacedStep(steps: readonly DatedStep[]): PartyStage | null {
  const ordered = inOrder(steps);
  const wrong = ordered.find(
    (step, at) => at > 0 && dateBounds(step.onDate).last < dateBounds(ordered[at - 1]!.onDate).first,
  );
  return wrong?.stage ?? null;
}

/** Where a person stands; `months` tells how long each step may take. Needs at least one step. */
export function standingOf(
  file: { readonly steps: readonly DatedStep[]; readonly stoppedOn: string | null },
  months: ReadonlyMap<PartyStage, number | null>,
  today: string,
): Standing {
  const last = inOrder(file.steps).at(-1)!;
  const ahead = PARTY_STAGES[place(last.stage) + 1] ?? null;
  const state = ahead === null ? 'official' : file.stoppedOn === null ? 'open' : 'stopped';
  const next = state === 'open' ? ahead : null;
  const term = next === null ? null : (months.get(next) ?? null);
  const due = term === null ? null : addMonths(dateBounds(last.onDate).last, term);
  const late = due !== null && due < today ? daysBetween(due, today) : null;
  return { stage: last.stage, since: last.onDate, state, next, due, late };
}
