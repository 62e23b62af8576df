import { Gift } from 'lucide-react';
import { lazy } from 'react';
import type { MemberAction } from '../memberActions';

export const actions: readonly MemberAction[] = [
  {
    key: 'gifts',
    label: 'welfare.fromMembers.action',
    icon: Gift,
    order: 25,
    place: 'ticked',
    Dialog: lazy(() => import('./GiftDrawer')),
  },
];
