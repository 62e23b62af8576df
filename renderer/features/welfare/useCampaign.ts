/** What the screens of welfare share: types, names, the years shown. */
import type { OutputOf } from '../../../shared/contract';
import { countWords } from '../../../shared/domain/welfare';
import { type Translate, useQueryOp, useText } from '../../client';
import { todayIso, useFormat } from '../../ui';

export type Campaign = OutputOf<'welfare.campaign'>;
export type CampaignRow = OutputOf<'welfare.campaigns'>['rows'][number];
export type Recipient = OutputOf<'welfare.recipients'>['rows'][number];
export type Warning = OutputOf<'welfare.warnings'>['rows'][number];
export type State = Campaign['state'];

/** Colour of a state. */
export const STATE_TONES = { draft: 'neutral', listed: 'nhu', given: 'muc', settled: 'ok' } as const;

/** The day a receipt is proposed for: that of the giving, unless it is still to come. */
export function receiptDay(campaign: Campaign): string {
  const today = todayIso();
  return campaign.fields.onDate < today ? campaign.fields.onDate : today;
}

export const occasionName = (
  row: { occasionName: string | null; occasionNameEn: string | null },
  t: Translate,
): string | null => (t.language === 'en' ? row.occasionNameEn : row.occasionName);

/** Gifts of a campaign as words: "344", or "hàng trăm suất" where only a report tells. */
export function useGiftCount(): (row: Pick<CampaignRow, 'kind' | 'count' | 'totals'>) => string {
  const t = useText();
  const format = useFormat();
  return (row) =>
    row.kind === 'count' && row.count
      ? countWords(
          { value: row.count.value ?? null, flag: row.count.flag, wording: row.count.wording ?? null },
          t.language,
        )
      : format.count(row.totals.gifts);
}

/** Occasions of the calendar as choices, built in and own. */
export function useOccasions(): { value: string; label: string }[] {
  const t = useText();
  const rows = useQueryOp('calendar.occasions', {}).data?.rows ?? [];
  return rows.map((row) => ({
    value: 'code' in row && row.code ? row.code : `own:${row.id}`,
    label: t.language === 'en' && row.nameEn ? row.nameEn : row.name,
  }));
}
