/** The guided union year, and the work plan by month. */
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useQueryOp, useText } from '../../client';
import { Icon, type PageProps, todayIso, useAddressConditions } from '../../ui';
import { PlanTab } from './PlanTab';
import './plans.css';
import { YearTab } from './YearTab';

const TABS = ['year', 'plan'] as const;

export interface PlansTabProps {
  frame: Pick<PageProps, 'title' | 'tabs' | 'extra'>;
  year: number;
  params: URLSearchParams;
  set(changes: Record<string, string | null>): void;
}

export default function PlansPage() {
  const t = useText();
  const { params, set } = useAddressConditions();
  const item = params.get('item');
  const tab = item === null ? (TABS.find((key) => key === params.get('tab')) ?? 'year') : 'plan';
  const { year, chooser } = useYear({ params, set });
  const frame = {
    title: t('plans.title'),
    extra: chooser,
    tabs: {
      items: TABS.map((key) => ({ key, label: t(`plans.tabs.${key}`) })),
      active: tab,
      onChange: (key: string) =>
        set({ tab: key === 'year' ? null : key, q: null, check: null, item: null, month: null, new: null }),
    },
  };
  const props: PlansTabProps = { frame, year, params, set };
  return tab === 'plan' ? <PlanTab key={year} {...props} /> : <YearTab key={year} {...props} />;
}

function useYear({ params, set }: Pick<PlansTabProps, 'params' | 'set'>) {
  const t = useText();
  const now = Number(todayIso().slice(0, 4));
  const known = useQueryOp('plans.years', {}).data?.rows.map((row) => row.year) ?? [];
  const text = params.get('year') ?? '';
  const year = /^(19|20)\d\d$/.test(text) ? Number(text) : now;
  const years = [...new Set([now + 1, now, now - 1, year, ...known])].sort((a, b) => b - a);
  const chooser = (
    <Select<number>
      className="so-plans-year"
      aria-label={t('plans.year')}
      value={year}
      onChange={(chosen) => set({ year: chosen === now ? null : String(chosen) })}
      suffixIcon={<Icon of={ChevronDown} />}
      options={years.map((value) => ({ value, label: t('plans.yearIs', { year: String(value) }) }))}
    />
  );
  return { year, chooser };
}
