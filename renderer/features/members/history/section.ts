import { lazy } from 'react';
import type { MemberSection } from '../memberSections';

export const section: MemberSection = {
  key: 'history',
  label: 'memberHistory.tab',
  order: 10,
  Content: lazy(() => import('./HistoryTab')),
};
