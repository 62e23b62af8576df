/** Sources of the indicators of gift campaigns. */
import type { IndicatorId } from '../../../shared/domain/indicators';
import type { Source } from '../indicators';
import { listed } from '../listed';
import { campaignRecords } from './boardRepository';

export const giftSources: Record<Extract<IndicatorId, `welfare.gift${string}`>, Source> = {
  'welfare.gifts': listed((db, span) => campaignRecords(db, { ...span }, 'gifts')),
  'welfare.giftMoney': listed((db, span) => campaignRecords(db, { ...span }, 'worth')),
};
