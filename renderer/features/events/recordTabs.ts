/** Tabs that only some kinds of event have. */
import type { ComponentType } from 'react';
import { CONTEST_KINDS } from '../../../shared/domain/contests';
import { ContestTab } from './contests/ContestTab';
import type { EventDetail, EventFrame } from './EventPage';
import { TrainingTab } from './training/TrainingTab';

export interface RecordTabProps {
  event: EventDetail;
  frame: EventFrame;
}
interface RecordTab {
  key: string;
  label: 'training.tab' | 'contests.tab';
  kinds: readonly string[];
  Content: ComponentType<RecordTabProps>;
}

const TABS: readonly RecordTab[] = [
  { key: 'training', label: 'training.tab', kinds: ['training', 'communication'], Content: TrainingTab },
  { key: 'contest', label: 'contests.tab', kinds: CONTEST_KINDS, Content: ContestTab },
];

export const recordTabs = (kind: string): RecordTab[] => TABS.filter((tab) => tab.kinds.includes(kind));
