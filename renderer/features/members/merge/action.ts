import { Merge } from 'lucide-react';
import type { MemberAction } from '../memberActions';

export const actions: readonly MemberAction[] = [
  { key: 'duplicates', label: 'memberMerge.open', icon: Merge, order: 50, path: '/members/duplicates' },
];
