/** Sources of the indicators of visits and cases. */
import type { IndicatorId, IndicatorRecord } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';
import type { Source, Span } from '../indicators';
import * as repo from './figuresRepository';

export type CareIndicator = Extract<
  IndicatorId,
  `welfare.visit${string}` | `welfare.cases${string}` | 'welfare.caseMoney'
>;

/** A figure that is the sum of what its records add. */
function listed(read: (db: Db, span: { from: string; to: string }) => IndicatorRecord[]): Source {
  const rows = (db: Db, { from, until, to }: Span) => read(db, { from, to: until < to ? until : to });
  const sum = (all: readonly IndicatorRecord[]) => all.reduce((total, row) => total + row.amount, 0);
  return {
    value: (db, span) => ({ value: sum(rows(db, span)) }),
    records(db, span, page) {
      const all = rows(db, span);
      return { total: all.length, amount: sum(all), rows: all.slice(page.offset, page.offset + page.limit) };
    },
  };
}

export const careSources: Record<CareIndicator, Source> = {
  'welfare.visits': listed((db, span) => repo.visitRecords(db, span, 'turn')),
  'welfare.visitedPeople': listed(repo.visitedPeople),
  'welfare.visitMoney': listed((db, span) => repo.visitRecords(db, span, 'money')),
  'welfare.casesOpen': listed(repo.openCaseRecords),
  'welfare.casesFinished': listed(repo.finishedCaseRecords),
  'welfare.caseMoney': listed(repo.caseMoneyRecords),
};
