/** The period of the table and the register: a year, every year, or from a day to a day. */
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useQueryOp, useText } from '../../client';
import { Icon, todayIso, useAddressConditions } from '../../ui';
import { DayInput } from '../dues/DayInput';

export interface AwardPeriod {
  year: number | null;
  from: string | null;
  to: string | null;
}

const dayOf = (text: string | null): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? text : null);

/** The period the address tells; this year when it tells none. */
export function periodOf(params: URLSearchParams): AwardPeriod {
  const [from, to] = [dayOf(params.get('from')), dayOf(params.get('to'))];
  if (from !== null || to !== null) return { year: null, from, to };
  const text = params.get('year');
  if (text === 'all') return { year: null, from: null, to: null };
  const year = /^\d{4}$/.test(text ?? '') ? Number(text) : Number(todayIso().slice(0, 4));
  return { year, from: null, to: null };
}

/** The conditions of an address that tell the period. */
export const periodWords = (period: AwardPeriod): Record<string, string> =>
  period.from !== null || period.to !== null
    ? { ...(period.from ? { from: period.from } : {}), ...(period.to ? { to: period.to } : {}) }
    : { year: String(period.year ?? 'all') };

/** The period in words: "năm 2026", "từ 01/01/2024 đến 30/06/2024". */
export function usePeriodText(): (period: AwardPeriod, day: (iso: string | null) => string) => string {
  const t = useText();
  return (period, day) => {
    if (period.year !== null) return t('awardHistory.inYear', { year: period.year });
    if (period.from === null && period.to === null) return t('awardHistory.inAll');
    return t('awardHistory.between', { from: day(period.from) || '…', to: day(period.to) || '…' });
  };
}

export function PeriodSelect({ period }: { period: AwardPeriod }) {
  const t = useText();
  const { set } = useAddressConditions();
  const known = useQueryOp('awards.years', {}).data?.rows.map((row) => row.year) ?? [];
  const now = Number(todayIso().slice(0, 4));
  const years = [...new Set([...known, now, ...(period.year ? [period.year] : [])])].sort((a, b) => b - a);
  const days = period.from !== null || period.to !== null;
  const from = period.from ?? `${(period.to ?? todayIso()).slice(0, 4)}-01-01`;
  const to = period.to ?? todayIso();
  const choose = (value: string) => {
    if (value === 'days') {
      const year = period.year ?? now;
      set({ year: null, from: `${year}-01-01`, to: year === now ? todayIso() : `${year}-12-31` });
    } else set({ year: value, from: null, to: null });
  };
  return (
    <span className="so-row so-awards-period">
      <Select<string>
        size="small"
        className="so-awards-year"
        aria-label={t('awardHistory.period')}
        value={days ? 'days' : String(period.year ?? 'all')}
        onChange={choose}
        suffixIcon={<Icon of={ChevronDown} />}
        options={[
          ...years.map((year) => ({ value: String(year), label: t('awards.yearIs', { year }) })),
          { value: 'all', label: t('awards.everyYear') },
          { value: 'days', label: t('awardHistory.days') },
        ]}
      />
      {days && (
        <>
          <DayInput label={t('awardHistory.from')} value={from} onChange={(day) => set({ from: day, to })} />
          <span aria-hidden>–</span>
          <DayInput label={t('awardHistory.to')} value={to} onChange={(day) => set({ from, to: day })} />
          {from > to && <span className="so-awards-wrong">{t('awardHistory.wrongOrder')}</span>}
        </>
      )}
    </span>
  );
}
