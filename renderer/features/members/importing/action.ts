/** The page of past imports among the register's actions. */
import { History } from 'lucide-react';
import type { MemberAction } from '../memberActions';

export const actions: readonly MemberAction[] = [
  { key: 'imports', label: 'memberImport.history.open', icon: History, order: 20, path: '/members/imports' },
];
