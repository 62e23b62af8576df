/** Sources of the figures of Party development: each person once, a file without a name behind each. */
import type { IndicatorId } from '../../../shared/domain/indicators';
import type { PartyStage } from '../../../shared/domain/party';
import type { Source } from '../indicators';
import { listedOver } from '../listed';
import { countedIn, recordOf } from './counted';

type PartyIndicator = Extract<IndicatorId, `party.${string}`>;

const reached = (stage: PartyStage): Source =>
  listedOver((db, span) => countedIn(db, stage, span).map(recordOf));

export const partySources: Record<PartyIndicator, Source> = {
  'party.nominated': reached('nominated'),
  'party.class': reached('class'),
  'party.reviewed': reached('reviewed'),
  'party.admitted': reached('admitted'),
  'party.official': reached('official'),
};
