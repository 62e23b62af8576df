/** The register: outgoing papers, incoming papers, and how numbers are given. */
import { useText } from '../../client';
import { type PageProps, useAddressConditions } from '../../ui';
import './documents.css';
import { RegisterTab } from './RegisterTab';
import { RulesTab } from './RulesTab';

const TABS = ['out', 'in', 'rules'] as const;

export interface DocumentsTabProps {
  frame: Pick<PageProps, 'title' | 'tabs'>;
  params: URLSearchParams;
  set(changes: Record<string, string | null>): void;
}

export default function DocumentsPage() {
  const t = useText();
  const { params, set } = useAddressConditions();
  const tab = TABS.find((key) => key === params.get('tab')) ?? 'out';
  const frame = {
    title: t('documents.title'),
    tabs: {
      items: TABS.map((key) => ({ key, label: t(`documents.tabs.${key}`) })),
      active: tab,
      onChange: (key: string) =>
        set({ tab: key === 'out' ? null : key, q: null, check: null, type: null, year: null, new: null }),
    },
  };
  const props: DocumentsTabProps = { frame, params, set };
  return tab === 'rules' ? <RulesTab {...props} /> : <RegisterTab key={tab} direction={tab} {...props} />;
}
