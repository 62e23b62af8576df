/** Sources of the indicators of visits and cases. */
import { VISIT_REASONS, type VisitReason } from '../../../shared/domain/annexSums';
import type { IndicatorId } from '../../../shared/domain/indicators';
import { eventRecords } from '../events/service';
import type { Source } from '../indicators';
import { listed } from '../listed';
import * as repo from './figuresRepository';

export type CareIndicator = Extract<
  IndicatorId,
  | `welfare.visit${string}`
  | `welfare.cases${string}`
  | `welfare.help${string}`
  | `welfare.house${string}`
  | 'welfare.caseMoney'
>;

const HELP = ['hardship', 'sudden'] as const;
const HOUSES = ['housing', 'repair'] as const;
const paid = (kinds: readonly string[], adds: 'turn' | 'money') =>
  listed((db, span) => repo.paymentRecords(db, { ...span }, kinds, adds));
/** Visits by their reason, as turns or as money. */
const byReason = <P extends string>(prefix: P, adds: 'turn' | 'money') =>
  Object.fromEntries(
    VISIT_REASONS.map((reason) => [
      `${prefix}.${reason}`,
      listed((db, span) => repo.visitRecords(db, { ...span }, adds, reason)),
    ]),
  ) as Record<`${P}.${VisitReason}`, Source>;

export const careSources: Record<CareIndicator, Source> = {
  ...byReason('welfare.visitsOf', 'turn'),
  ...byReason('welfare.visitMoneyOf', 'money'),
  'welfare.helpTurns': paid(HELP, 'turn'),
  'welfare.helpMoney': paid(HELP, 'money'),
  'welfare.houses': listed((db, span) => repo.finishedOf(db, { ...span }, HOUSES)),
  'welfare.houseMoney': paid(HOUSES, 'money'),
  'welfare.visits': listed((db, span) => repo.visitRecords(db, { ...span }, 'turn')),
  'welfare.visitsOnce': listed((db, span) => [
    ...repo.visitRecords(db, { ...span }, 'turn'),
    ...eventRecords(db, ['visit'], span).filter(({ id }) => !repo.hasVisits(db, id)),
  ]),
  'welfare.visitedPeople': listed((db, span) => repo.visitedPeople(db, { ...span })),
  'welfare.visitMoney': listed((db, span) => repo.visitRecords(db, { ...span }, 'money')),
  'welfare.casesOpen': listed((db, span) => repo.openCaseRecords(db, { ...span })),
  'welfare.casesFinished': listed((db, span) => repo.finishedCaseRecords(db, { ...span })),
  'welfare.caseMoney': listed((db, span) => repo.caseMoneyRecords(db, { ...span })),
};
