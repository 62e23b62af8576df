/** One line of work: its tabs and its year. */
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import type { InspectionKind } from '../../../shared/domain/inspection';
import { useQueryOp, useText } from '../../client';
import { Icon, type PageProps, todayIso, useAddressConditions } from '../../ui';
import { FindingsTab } from './FindingsTab';
import { LinesTab } from './LinesTab';
import './inspection.css';
import { PlanTab } from './PlanTab';
import { SessionsTab } from './SessionsTab';

const TABS = ['plan', 'sessions', 'findings', 'lines'] as const;

export interface WorkTabProps {
  kind: InspectionKind;
  frame: Pick<PageProps, 'title' | 'tabs' | 'extra'>;
  year: number;
  params: URLSearchParams;
  set(changes: Record<string, string | null>): void;
}

/** Address of a line of work. */
export const homeOf = (kind: InspectionKind): string => (kind === 'women' ? '/women' : '/inspection');

export function WorkPage({ kind }: { kind: InspectionKind }) {
  const t = useText();
  const { params, set } = useAddressConditions();
  const tab = TABS.find((key) => key === params.get('tab')) ?? 'plan';
  const now = Number(todayIso().slice(0, 4));
  const typed = params.get('year') ?? '';
  const year = /^(19|20)\d\d$/.test(typed) ? Number(typed) : now;
  const frame = {
    title: t(`inspection.title.${kind}`),
    tabs: {
      items: TABS.map((key) => ({ key, label: t(`inspection.tabs.${key}`) })),
      active: tab,
      onChange: (key: string) =>
        set({ tab: key === 'plan' ? null : key, q: null, show: null, topic: null, new: null, finding: null }),
    },
    extra: <YearSelect kind={kind} year={year} now={now} onChange={(value) => set({ year: value })} />,
  };
  const props: WorkTabProps = { kind, frame, year, params, set };
  if (tab === 'sessions') return <SessionsTab {...props} />;
  if (tab === 'findings') return <FindingsTab {...props} />;
  return tab === 'lines' ? <LinesTab {...props} /> : <PlanTab key={year} {...props} />;
}

function YearSelect({
  kind,
  year,
  now,
  onChange,
}: {
  kind: InspectionKind;
  year: number;
  now: number;
  onChange(year: string | null): void;
}) {
  const t = useText();
  const known = useQueryOp('inspection.years', { kind }).data?.years ?? [];
  const years = [...new Set([now + 1, now, year, ...known])].sort((a, b) => b - a);
  return (
    <Select<number>
      className="so-inspection-year"
      aria-label={t('inspection.yearLabel')}
      value={year}
      onChange={(value) => onChange(value === now ? null : String(value))}
      suffixIcon={<Icon of={ChevronDown} />}
      options={years.map((value) => ({ value, label: t('inspection.yearIs', { year: value }) }))}
    />
  );
}
