/** Opinions and petitions, and the lists of workplace democracy, each a tab. */
import { useText } from '../../client';
import { type PageProps, useAddressConditions } from '../../ui';
import { ConferencesTab } from '../democracy/ConferencesTab';
import { DialoguesTab } from '../democracy/DialoguesTab';
import { LabourTab } from '../democracy/LabourTab';
import { ParticipationTab } from '../democracy/ParticipationTab';
import { RegulationsTab } from '../democracy/RegulationsTab';
import { FiguresTab } from './FiguresTab';
import { OpinionsTab } from './OpinionsTab';
import './opinions.css';

const TABS = {
  opinions: OpinionsTab,
  figures: FiguresTab,
  dialogues: DialoguesTab,
  labour: LabourTab,
  conferences: ConferencesTab,
  participation: ParticipationTab,
  regulations: RegulationsTab,
} as const;
type TabKey = keyof typeof TABS;

export interface OpinionsTabProps {
  frame: Pick<PageProps, 'title' | 'tabs'>;
  params: URLSearchParams;
  set(changes: Record<string, string | null>): void;
}

/** What a tab's address may hold besides the tab. */
const CONDITIONS = ['q', 'show', 'kind', 'topic', 'year', 'new', 'state', 'entry', 'conference'] as const;
const NOTHING = Object.fromEntries(CONDITIONS.map((key) => [key, null]));

export default function OpinionsPage() {
  const t = useText();
  const { params, set } = useAddressConditions();
  const asked = params.get('tab');
  const tab: TabKey = asked !== null && Object.hasOwn(TABS, asked) ? (asked as TabKey) : 'opinions';
  const frame = {
    title: t('opinions.title'),
    tabs: {
      items: (Object.keys(TABS) as TabKey[]).map((key) => ({ key, label: t(`opinions.tabs.${key}`) })),
      active: tab,
      onChange: (key: string) => set({ ...NOTHING, tab: key === 'opinions' ? null : key }),
    },
  };
  const Tab = TABS[tab];
  return <Tab key={tab} frame={frame} params={params} set={set} />;
}
