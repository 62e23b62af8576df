/**
 * Criteria of the reference set that count by registers added since: done once in a store, and only where the office
 * kept the figures the set came with. A closed review keeps its figures.
 */
import type { IndicatorId } from '../../../shared/domain/indicators';
import type { ScoringRule } from '../../../shared/domain/scoring';
import type { Db } from '../../db/database';
import * as repo from './setsRepository';

type Steps = readonly (readonly [min: number, share: number])[];
interface Renewal {
  uid: string;
  old: readonly IndicatorId[];
  oldRule?: Steps;
  indicators: readonly IndicatorId[];
  /** Of the first figure; without one the score is given by hand beside the figures. */
  rule?: Steps;
  perYear?: boolean;
}

const QUARTERLY: Steps = [
  [4, 1],
  [2, 0.5],
  [1, 0.25],
];
const TWICE: Steps = [
  [2, 1],
  [1, 0.5],
];
const VISITS: Steps = [
  [4, 1],
  [1, 0.5],
];

const RENEWALS: readonly Renewal[] = [
  {
    ...{ uid: 'default-1.1', old: ['events.kind.staff_conference'], oldRule: [[1, 1]], perYear: false },
    ...{ indicators: ['democracy.conferences'], rule: [[1, 1]] },
  },
  {
    ...{ uid: 'default-1.3', old: ['events.kind.dialogue'], oldRule: QUARTERLY },
    ...{ indicators: ['democracy.dialogues'], rule: QUARTERLY },
  },
  {
    ...{ uid: 'default-1.4', old: [] },
    ...{ indicators: ['democracy.comments', 'democracy.programmes'], rule: TWICE },
  },
  {
    ...{ uid: 'default-1.6', old: ['events.kind.supervision'], oldRule: TWICE },
    ...{ indicators: ['democracy.supervisions'], rule: TWICE },
  },
  {
    uid: 'default-1.7',
    old: [
      ...(['welfare.visitsOnce', 'welfare.visits', 'welfare.visitedPeople'] as const),
      ...(['events.kind.visit', 'events.turnsOf.visit'] as const),
    ],
    oldRule: VISITS,
    ...{ indicators: ['welfare.visitsOnce', 'welfare.visitedPeople'], rule: VISITS },
  },
  {
    ...{ uid: 'default-1.9', old: [] },
    indicators: ['democracy.dialogues', 'opinions.petitions', 'opinions.petitionsAnswered'],
  },
  {
    ...{ uid: 'default-2.7', old: ['events.kind.inspection'], oldRule: TWICE },
    ...{ indicators: ['inspection.held'], rule: TWICE },
  },
];

/** A rule as the store writes it. */
const written = (of: IndicatorId | undefined, steps: Steps | undefined, perYear: boolean): string | null =>
  of === undefined || steps === undefined
    ? null
    : JSON.stringify({
        ...{ kind: 'steps', of: [of], steps: steps.map(([min, share]) => ({ min, share })) },
        perYear,
      } satisfies ScoringRule);

/** Brings the criteria an office did not change up to date with the registers. */
export function renewCriteria(db: Db): void {
  if (!repo.figuresAreOld(db)) return;
  db.immediate(() => {
    for (const { uid, old, oldRule, indicators, rule, perYear = true } of RENEWALS)
      repo.renewFigures(db, {
        ...{ uid, old: JSON.stringify(old), oldRule: written(old[0], oldRule, perYear) },
        ...{ indicators: JSON.stringify(indicators), rule: written(indicators[0], rule, perYear) },
      });
    repo.figuresRenewed(db);
  });
}
