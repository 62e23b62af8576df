import { IdCard, Printer } from 'lucide-react';
import { lazy } from 'react';
import type { MemberAction } from '../memberActions';

export const actions: readonly MemberAction[] = [
  {
    key: 'print',
    label: 'memberPapers.action.print',
    icon: Printer,
    order: 10,
    place: 'both',
    Dialog: lazy(() => import('./PrintDialog')),
  },
  {
    key: 'cards',
    label: 'memberPapers.action.cards',
    icon: IdCard,
    order: 20,
    place: 'both',
    Dialog: lazy(() => import('./CardsDialog')),
  },
];
