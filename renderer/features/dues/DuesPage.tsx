/** Dues of a month, who is behind, the year, collections; drives, donors and money of one purpose beside them. */
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useText } from '../../client';
import { Icon, type PageProps, todayIso, useAddressConditions } from '../../ui';
import { BehindTab } from './BehindTab';
import { CollectionsTab } from './CollectionsTab';
import { DonorsTab } from './donors/DonorsTab';
import { EarmarksTab } from './donors/EarmarksTab';
import { DrivesTab } from './drives/DrivesTab';
import './dues.css';
import { MonthTab } from './MonthTab';
import { RatesTab } from './RatesTab';
import { YearTab } from './YearTab';

const TABS = ['month', 'behind', 'year', 'collections', 'drives', 'donors', 'earmarks', 'rates'] as const;

export interface DuesTabProps {
  frame: Pick<PageProps, 'title' | 'tabs'>;
  params: URLSearchParams;
  set(changes: Record<string, string | null>): void;
}

export default function DuesPage() {
  const t = useText();
  const { params, set } = useAddressConditions();
  const tab = TABS.find((key) => key === params.get('tab')) ?? 'month';
  const frame = {
    title: t('dues.title'),
    tabs: {
      items: TABS.map((key) => ({ key, label: t(`dues.tabs.${key}`) })),
      active: tab,
      onChange: (key: string) =>
        set({
          tab: key === 'month' ? null : key,
          q: null,
          state: null,
          department: null,
          collection: null,
          filter: null,
        }),
    },
  };
  const props: DuesTabProps = { frame, params, set };
  switch (tab) {
    case 'behind':
      return <BehindTab {...props} />;
    case 'year':
      return <YearTab {...props} />;
    case 'collections':
      return <CollectionsTab {...props} />;
    case 'drives':
      return <DrivesTab {...props} />;
    case 'donors':
      return <DonorsTab {...props} />;
    case 'earmarks':
      return <EarmarksTab {...props} />;
    case 'rates':
      return <RatesTab {...props} />;
    default:
      return <MonthTab {...props} />;
  }
}

/** The year of the address, this one unless told, with its chooser. */
export function useYear({ params, set }: Pick<DuesTabProps, 'params' | 'set'>) {
  const t = useText();
  const now = Number(todayIso().slice(0, 4));
  const text = params.get('year') ?? '';
  const year = /^(19|20)\d\d$/.test(text) ? Number(text) : now;
  const years = [...new Set([now, now - 1, now - 2, now - 3, year])].sort((a, b) => b - a);
  const chooser = (
    <Select<number>
      className="so-dues-year"
      aria-label={t('dues.tabs.year')}
      value={year}
      onChange={(chosen) => set({ year: chosen === now ? null : String(chosen) })}
      suffixIcon={<Icon of={ChevronDown} />}
      options={years.map((value) => ({ value, label: t('dues.yearIs', { year: value }) }))}
    />
  );
  return { year, chooser };
}

interface DepartmentSelectProps extends Pick<DuesTabProps, 'params' | 'set'> {
  departments: readonly { id: number | null; name: string | null }[];
}

/** One department of those shown, or all. */
export function DepartmentSelect({ params, set, departments }: DepartmentSelectProps) {
  const t = useText();
  return (
    <Select<string>
      className="so-dues-department"
      aria-label={t('dues.field.departmentId')}
      value={params.get('department') ?? ''}
      onChange={(department) => set({ department: department || null })}
      showSearch={{ optionFilterProp: 'label' }}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[
        { value: '', label: t('dues.allDepartments') },
        ...departments.flatMap((one) =>
          one.id === null ? [] : [{ value: String(one.id), label: one.name ?? '' }],
        ),
      ]}
    />
  );
}

export const departmentOf = (params: URLSearchParams): number | null =>
  Number(params.get('department')) || null;
/** "10/2026" */
export const monthText = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`;
