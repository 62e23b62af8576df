import { PencilLine } from 'lucide-react';
import type { MemberAction } from '../memberActions';

/** The way to earlier batches, which are taken back there; new ones start from ticked rows. */
export const actions: readonly MemberAction[] = [
  { key: 'bulk', label: 'memberViews.bulk.history', icon: PencilLine, order: 30, path: '/members/bulk' },
];
