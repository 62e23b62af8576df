/** Reports, the outlines an office keeps, and how reports look. */
import { useText } from '../../client';
import { type PageProps, useAddressConditions } from '../../ui';
import { ReportsTab } from './ReportsTab';
import './reports.css';
import { StyleTab } from './StyleTab';

const TABS = ['reports', 'models', 'style'] as const;

export interface ReportsTabProps {
  frame: Pick<PageProps, 'title' | 'tabs'>;
  params: URLSearchParams;
  set(changes: Record<string, string | null>): void;
}

export default function ReportsPage() {
  const t = useText();
  const { params, set } = useAddressConditions();
  const tab = TABS.find((key) => key === params.get('tab')) ?? 'reports';
  const frame = {
    title: t('reports.title'),
    tabs: {
      items: TABS.map((key) => ({ key, label: t(`reports.tabs.${key}`) })),
      active: tab,
      onChange: (key: string) =>
        set({ tab: key === 'reports' ? null : key, q: null, kind: null, state: null, new: null }),
    },
  };
  const props: ReportsTabProps = { frame, params, set };
  return tab === 'style' ? (
    <StyleTab {...props} />
  ) : (
    <ReportsTab key={tab} models={tab === 'models'} {...props} />
  );
}
