import { lazy } from 'react';
import type { MemberSection } from '../memberSections';

export const section: MemberSection = {
  key: 'awards',
  label: 'proof.history.tab',
  order: 40,
  Content: lazy(() => import('./AwardsTab')),
};
