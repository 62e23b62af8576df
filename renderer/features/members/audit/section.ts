import { lazy } from 'react';
import type { MemberSection } from '../memberSections';

export const section: MemberSection = {
  key: 'log',
  label: 'audit.tab',
  order: 90,
  needs: 'audit.changes',
  Content: lazy(() => import('./AuditTab')),
};
