/** What the register's page offers besides adding; each part of the feature adds its own as `<part>/action.ts`. */
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { TextKey } from '../../../shared/locales';
import type { MemberFilter } from './filter';

/** People a dialog works on: those listed now, or the ticked ones (`ids`). */
export interface MemberDialogProps {
  filter: MemberFilter & { search?: string };
  count: number;
  /** Keys of the columns shown, in order. */
  columns: readonly string[];
  onClose(): void;
}

export interface MemberAction {
  readonly key: string;
  readonly label: TextKey;
  readonly icon: LucideIcon;
  readonly order: number;
  /** A page it opens, or: */
  readonly path?: string;
  /** a dialog, usually `lazy(() => import('./CardsDialog'))`. */
  readonly Dialog?: ComponentType<MemberDialogProps>;
  /** Where it stands: under "…" of the page (default), in the bar of ticked rows, or both. */
  readonly place?: 'page' | 'ticked' | 'both';
}

/** `<part>/action.ts` exports `actions`. */
const found = import.meta.glob<{ actions: readonly MemberAction[] }>('./*/action.ts', { eager: true });

export const memberActions: readonly MemberAction[] = Object.values(found)
  .flatMap((file) => [...file.actions])
  .sort((a, b) => a.order - b.order);
