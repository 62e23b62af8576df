/** Sources of the indicators of opinions and petitions. */
import type { IndicatorId } from '../../../shared/domain/indicators';
import type { Source } from '../indicators';
import { listed } from '../listed';
import { type Counted, opinionRecords } from './repository';

const of = (what: Counted): Source => listed((db, span) => opinionRecords(db, what, span));

export const opinionSources: Record<Extract<IndicatorId, `opinions.${string}`>, Source> = {
  'opinions.received': of('received'),
  'opinions.answered': of('answered'),
  'opinions.open': of('open'),
  'opinions.overdue': of('overdue'),
  'opinions.petitions': of('petitions'),
  'opinions.petitionsAnswered': of('petitionsAnswered'),
};
