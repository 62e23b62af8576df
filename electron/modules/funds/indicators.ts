/** Sources of the indicators of the cash books. */
import type { IndicatorId } from '../../../shared/domain/indicators';
import type { Source } from '../indicators';
import { listed } from '../listed';
import { flowRecords } from './booksRepository';

export const fundSources: Record<Extract<IndicatorId, `funds.${string}`>, Source> = {
  'funds.income': listed((db, span) => flowRecords(db, { ...span }, 'in')),
  'funds.spending': listed((db, span) => flowRecords(db, { ...span }, 'out')),
};
