/** Sources of the indicators of the cash books. */
import { INCOME_KINDS, type IncomeKind } from '../../../shared/domain/annexSums';
import type { IndicatorId } from '../../../shared/domain/indicators';
import { pageOf, type Source } from '../indicators';
import { listed } from '../listed';
import { balanceRecords, flowRecords } from './booksRepository';

/** Not known before the first book begins. */
const balance: Source = {
  value(db, { asOf }) {
    const funds = balanceRecords(db, asOf);
    if (funds.length === 0) return { value: null, gap: 'noSource' };
    return { value: funds.reduce((sum, { amount }) => sum + amount, 0) };
  },
  records: (db, { asOf }, page) => pageOf(balanceRecords(db, asOf), page),
};

/** Flows of the books; not known, not 0, before the first book begins. */
function flow(side: 'in' | 'out', kind: IncomeKind | null = null): Source {
  const { value, records } = listed((db, span) => flowRecords(db, { ...span }, side, kind));
  return {
    value: (db, span) =>
      balanceRecords(db, span.asOf).length === 0 ? { value: null, gap: 'noSource' } : value(db, span),
    records,
  };
}

export const fundSources: Record<Extract<IndicatorId, `funds.${string}`>, Source> = {
  'funds.income': flow('in'),
  'funds.spending': flow('out'),
  ...(Object.fromEntries(INCOME_KINDS.map((kind) => [`funds.incomeOf.${kind}`, flow('in', kind)])) as Record<
    `funds.incomeOf.${IncomeKind}`,
    Source
  >),
  'funds.balance': balance,
};
