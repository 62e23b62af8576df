/** Sources of the indicators of visits and cases. */
import type { IndicatorId } from '../../../shared/domain/indicators';
import { eventRecords } from '../events/service';
import type { Source } from '../indicators';
import { listed } from '../listed';
import * as repo from './figuresRepository';

export type CareIndicator = Extract<
  IndicatorId,
  `welfare.visit${string}` | `welfare.cases${string}` | 'welfare.caseMoney'
>;

export const careSources: Record<CareIndicator, Source> = {
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
