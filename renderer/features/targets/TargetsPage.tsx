/** Targets and the resolutions they come from. */
import { useText } from '../../client';
import { type PageProps, useAddressConditions } from '../../ui';
import { ResolutionsTab } from './ResolutionsTab';
import { TargetsTab } from './TargetsTab';
import './targets.css';

const TABS = ['list', 'resolutions'] as const;

export interface TargetsTabProps {
  frame: Pick<PageProps, 'title' | 'tabs'>;
  params: URLSearchParams;
  set(changes: Record<string, string | null>): void;
}

export default function TargetsPage() {
  const t = useText();
  const { params, set } = useAddressConditions();
  const tab = TABS.find((key) => key === params.get('tab')) ?? 'list';
  const frame = {
    title: t('targets.title'),
    tabs: {
      items: TABS.map((key) => ({ key, label: t(`targets.tabs.${key}`) })),
      active: tab,
      onChange: (key: string) =>
        set({ tab: key === 'list' ? null : key, q: null, state: null, target: null, new: null }),
    },
  };
  const props: TargetsTabProps = { frame, params, set };
  return tab === 'resolutions' ? <ResolutionsTab {...props} /> : <TargetsTab {...props} />;
}
