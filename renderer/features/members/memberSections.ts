/** The tabs of a member's page beside the record; each part of the feature adds its own as `<part>/section.ts`. */
import type { ComponentType } from 'react';
import type { OutputOf } from '../../../shared/contract';
import type { TextKey } from '../../../shared/locales';

export interface MemberSection {
  /** Value of `tab` in the address. */
  readonly key: string;
  readonly label: TextKey;
  readonly order: number;
  /** An operation it cannot do without: roles that may not call it do not see the tab. */
  readonly needs?: string;
  /** Usually `lazy(() => import('./HistoryTab'))`. */
  readonly Content: ComponentType<{ member: OutputOf<'members.get'> }>;
}

const found = import.meta.glob<{ section: MemberSection }>('./*/section.ts', { eager: true });

export const memberSections: readonly MemberSection[] = Object.values(found)
  .map((file) => file.section)
  .sort((a, b) => a.order - b.order);
