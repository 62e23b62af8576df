import { lazy } from 'react';
import type { MemberSection } from '../memberSections';

export const section: MemberSection = {
  key: 'welfare',
  label: 'care.tab',
  order: 35,
  Content: lazy(() => import('./WelfareTab')),
};
