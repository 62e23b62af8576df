import { Rows3 } from 'lucide-react';
import type { MemberAction } from '../memberActions';

export const actions: readonly MemberAction[] = [
  { key: 'quick', label: 'memberViews.quick.action', icon: Rows3, order: 10, path: '/members/quick' },
];
