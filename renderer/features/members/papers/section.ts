import { lazy } from 'react';
import type { MemberSection } from '../memberSections';

export const section: MemberSection = {
  key: 'requests',
  label: 'memberPapers.request.tab',
  order: 90,
  needs: 'members.requests',
  Content: lazy(() => import('./RequestsTab')),
};
