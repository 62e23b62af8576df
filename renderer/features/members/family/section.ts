import { lazy } from 'react';
import type { MemberSection } from '../memberSections';

export const section: MemberSection = {
  key: 'family',
  label: 'memberFamily.tab',
  order: 20,
  Content: lazy(() => import('./FamilyTab')),
};
