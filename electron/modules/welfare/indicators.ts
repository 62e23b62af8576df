/** Sources of the indicators of gift campaigns. What is only known as a count adds nothing and is told apart. */
import { GIFT_OCCASIONS, type GiftOccasion } from '../../../shared/domain/annexSums';
import type { IndicatorId } from '../../../shared/domain/indicators';
import type { Source } from '../indicators';
import { come, listed } from '../listed';
import { campaignRecords, uncounted } from './boardRepository';

function given(adds: 'gifts' | 'worth', occasions: readonly string[] | null = null): Source {
  const { value, records } = listed((db, span) => campaignRecords(db, { ...span }, adds, occasions));
  return {
    value(db, span) {
      const unknown = uncounted(db, come(span), occasions);
      return { ...value(db, span), ...(unknown > 0 ? { unknown } : {}) };
    },
    records,
  };
}
const byOccasion = <P extends string>(prefix: P, adds: 'gifts' | 'worth') =>
  Object.fromEntries(
    Object.entries(GIFT_OCCASIONS).map(([occasion, codes]) => [`${prefix}.${occasion}`, given(adds, codes)]),
  ) as Record<`${P}.${GiftOccasion}`, Source>;

export const giftSources: Record<Extract<IndicatorId, `welfare.gift${string}`>, Source> = {
  'welfare.gifts': given('gifts'),
  'welfare.giftMoney': given('worth'),
  ...byOccasion('welfare.giftsOf', 'gifts'),
  ...byOccasion('welfare.giftMoneyOf', 'worth'),
};
