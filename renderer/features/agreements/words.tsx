/** How agreements, commitments and their money are said and marked on screen. */
import { useMemo } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { formatDecimal, moneyProse, withVagueness } from '../../../shared/text/numbers';
import { useText } from '../../client';
import { Tag, type TagTone, useFormat } from '../../ui';

export type AgreementRow = OutputOf<'agreements.list'>['rows'][number];
export type Sheet = OutputOf<'agreements.get'>;
export type Content = Sheet['contents'][number];
export type Commitment = Content['commitments'][number];
export type Progress = Commitment['progress'][number];
export type Delivery = Sheet['deliveries'][number];
type Money = AgreementRow['money'];

/** A yearly commitment without a day of its own; only day and month are shown. */
const END_OF_YEAR = '2024-12-31';

/** Where a delivered record is opened. */
export const RECORD_PATHS: Readonly<
  Record<NonNullable<Delivery['record']>['entity'], (id: number) => string>
> = {
  event: (id) => `/events/${id}`,
  welfare_campaign: (id) => `/welfare/${id}`,
  care_case: (id) => `/welfare/cases/${id}`,
  donor_gift: () => '/dues?tab=donors',
  drive: (id) => `/dues/drives/${id}`,
  fund_voucher: (id) => `/funds/vouchers/${id}`,
  award_decision: (id) => `/awards/${id}`,
  movement: (id) => `/awards/movements/${id}`,
  document: (id) => `/documents/${id}`,
  follow_up: (id) => `/events/follow-ups?open=${id}`,
  opinion: (id) => `/opinions/${id}`,
  dialogue: (id) => `/opinions/dialogues/${id}`,
};

const TONES: Readonly<Record<AgreementRow['state'], TagTone>> = {
  draft: 'neutral',
  upcoming: 'muc',
  running: 'ok',
  ended: 'bad',
  closed: 'neutral',
};

export function StateTag({ row }: { row: AgreementRow }) {
  const t = useText();
  return <Tag tone={TONES[row.state]}>{t(`agreements.states.${row.state}`)}</Tag>;
}

const STANDING_TONES: Readonly<Record<Commitment['standing']['state'], TagTone>> = {
  open: 'muc',
  done: 'ok',
  overdue: 'bad',
  dropped: 'neutral',
};
export function StandingTag({ standing }: { standing: Commitment['standing'] }) {
  const t = useText();
  const { state, lateDays, keptYear } = standing;
  if (state === 'open' && keptYear !== null)
    return <Tag tone="ok">{t('agreements.standing.keptYear', { year: keptYear })}</Tag>;
  return (
    <Tag tone={STANDING_TONES[state]}>
      {state === 'overdue'
        ? t('agreements.standing.overdue', { count: lateDays ?? 0 })
        : t(`agreements.standing.${state}`)}
    </Tag>
  );
}

/** Figures of agreements in the language of the screen. */
export function useAgreementWords() {
  const t = useText();
  const format = useFormat();
  return useMemo(() => {
    const { language } = t;
    const amount = (
      value: number | null,
      flag: Progress['flag'],
      one: Pick<Commitment, 'measure' | 'unit'>,
    ): string | null => {
      if (value === null) return null;
      if (one.measure === 'money') return moneyProse(value, flag, language);
      const figure = [formatDecimal(value, 2, language), one.unit].filter(Boolean).join(' ');
      return withVagueness(figure, flag, language);
    };
    return {
      amount,
      target: (one: Commitment): string | null => {
        const text = one.target === null ? one.targetText : amount(one.target, 'exact', one);
        if (text === null) return null;
        return one.yearly && one.target !== null ? t('agreements.commitment.perYear', { text }) : text;
      },
      due: (one: Commitment): string => {
        if (!one.yearly) return format.date(one.dueOn) || t('agreements.commitment.noDue');
        const day = format.dayMonth(one.dueOn ?? END_OF_YEAR);
        return `${day}, ${t('agreements.commitment.yearly')}`;
      },
      /** The name of a scale or grade in the language of the screen. */
      named: (one: { name: string; nameEn?: string | null | undefined }): string =>
        language === 'en' ? (one.nameEn ?? one.name) : one.name,
      money: (sum: Money): string =>
        sum.total === null ? '' : withVagueness(format.money(sum.total), sum.flag, language),
      period: (row: { startsOn: string; endsOn: string }): string =>
        row.startsOn.length === 4 && row.endsOn.length === 4
          ? `${row.startsOn}–${row.endsOn}`
          : format.range(row.startsOn, row.endsOn),
      seam: (seam: NonNullable<Sheet['predecessor']>['seam']): string =>
        seam === null ? t('agreements.seam.none') : t(`agreements.seam.${seam.kind}`, { count: seam.days }),
    };
  }, [t, format]);
}
