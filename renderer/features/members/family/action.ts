import { Baby } from 'lucide-react';
import type { MemberAction } from '../memberActions';

export const actions: readonly MemberAction[] = [
  { key: 'families', label: 'memberFamily.open', icon: Baby, order: 40, path: '/members/families' },
];
