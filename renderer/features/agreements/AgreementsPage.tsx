/** Agreements: the list, and the office's scales and reminders. */
import { useText } from '../../client';
import { type PageProps, useAddressConditions } from '../../ui';
import './agreements.css';
import { ListTab } from './ListTab';
import { SettingsTab } from './SettingsTab';

const TABS = ['list', 'settings'] as const;

export interface AgreementsTabProps {
  frame: Pick<PageProps, 'title' | 'tabs'>;
  params: URLSearchParams;
  set(changes: Record<string, string | null>): void;
}

export default function AgreementsPage() {
  const t = useText();
  const { params, set } = useAddressConditions();
  const tab = TABS.find((key) => key === params.get('tab')) ?? 'list';
  const frame = {
    title: t('agreements.title'),
    tabs: {
      items: TABS.map((key) => ({ key, label: t(`agreements.tabs.${key}`) })),
      active: tab,
      onChange: (key: string) =>
        set({ tab: key === 'list' ? null : key, q: null, state: null, check: null, new: null }),
    },
  };
  const props: AgreementsTabProps = { frame, params, set };
  return tab === 'settings' ? <SettingsTab {...props} /> : <ListTab {...props} />;
}
