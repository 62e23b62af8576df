/** Party development: counts for everybody, files whose people show on demand, and the steps themselves. */
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useQueryOp, useText } from '../../client';
import { Icon, type PageProps, useAddressConditions } from '../../ui';
import { CountsTab } from './CountsTab';
import { FilesTab } from './FilesTab';
import './party.css';
import { StagesTab } from './StagesTab';
import { thisYear } from './words';

const TABS = ['counts', 'files', 'stages'] as const;

export interface PartyTabProps {
  frame: Pick<PageProps, 'title' | 'tabs'>;
  params: URLSearchParams;
  set(changes: Record<string, string | null>): void;
}

export default function PartyPage() {
  const t = useText();
  const { params, set } = useAddressConditions();
  const tab = TABS.find((key) => key === params.get('tab')) ?? 'counts';
  const frame = {
    title: t('party.title'),
    tabs: {
      items: TABS.map((key) => ({ key, label: t(`party.tabs.${key}`) })),
      active: tab,
      onChange: (key: string) =>
        set({
          tab: key === 'counts' ? null : key,
          check: null,
          reached: null,
          year: null,
          file: null,
          new: null,
        }),
    },
  };
  const props: PartyTabProps = { frame, params, set };
  if (tab === 'files') return <FilesTab {...props} />;
  return tab === 'stages' ? <StagesTab {...props} /> : <CountsTab {...props} />;
}

/** Years with steps, this one among them, the latest first. */
export function useYears(): number[] {
  const known = useQueryOp('party.overview', { year: thisYear() }).data?.years ?? [];
  return known.map((row) => row.year);
}

interface YearSelectProps {
  value: number | null;
  /** May be left open: any year. */
  any?: boolean;
  onChange(year: number | null): void;
}

export function YearSelect({ value, any = false, onChange }: YearSelectProps) {
  const t = useText();
  const years = [...new Set([thisYear(), ...useYears(), ...(value === null ? [] : [value])])].sort(
    (a, b) => b - a,
  );
  return (
    <Select<number>
      className="so-party-year"
      aria-label={t('party.yearLabel')}
      value={value ?? 0}
      onChange={(year) => onChange(year || null)}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[
        ...(any ? [{ value: 0, label: t('party.allYears') }] : []),
        ...years.map((year) => ({ value: year, label: t('party.yearIs', { year }) })),
      ]}
    />
  );
}
