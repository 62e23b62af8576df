import { lazy } from 'react';
import type { MemberSection } from '../memberSections';

export const section: MemberSection = {
  key: 'log',
  label: 'audit.tab',
  order: 90,
  Content: lazy(() => import('./AuditTab')),
};
