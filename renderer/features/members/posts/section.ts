import { lazy } from 'react';
import type { MemberSection } from '../memberSections';

export const section: MemberSection = {
  key: 'posts',
  label: 'committees.member.tab',
  order: 30,
  Content: lazy(() => import('./PostsTab')),
};
