/**
 * What a feature gives the shell. Each `renderer/features/<area>/feature.ts(x)` exports `feature`; the shell finds
 * it by itself, so an area that does not exist yet has no dead link anywhere.
 */
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { TextKey } from '../../shared/locales';
import type { Translate } from '../client/i18n';

export type NavGroup = 'top' | 'people' | 'work' | 'closing' | 'foot';

export interface NavEntry {
  group: NavGroup;
  /** Order inside the group. */
  order: number;
  path: string;
  label: TextKey;
  icon: LucideIcon;
  /** Hook: a grey count, and a red one only for things due. */
  useCounts?(): { count?: number | undefined; due?: number | undefined };
}

export interface FeatureRoute {
  /** Without the leading slash: 'members/:id'. */
  path: string;
  /** Loaded when first opened: `() => import('./MembersPage')` with a default export. */
  load(): Promise<{ default: ComponentType }>;
}

/** Something that can be done from anywhere, found in the palette. */
export interface PaletteAction {
  key: string;
  label: TextKey;
  icon: LucideIcon;
  /** Address it opens. */
  path: string;
}

export interface PaletteHit {
  key: string;
  title: string;
  /** Grey facts: "1989 · Khoa Khám bệnh · CD1322406". */
  facts: string;
  path: string;
  /** People show initials; other hits an icon. */
  person?: boolean;
  icon?: LucideIcon;
}

export interface PaletteSearch {
  /** Heading of the group. */
  label: TextKey;
  find(text: string, t: Translate): Promise<{ total: number; hits: readonly PaletteHit[] }>;
}

export interface Feature {
  area: string;
  nav?: readonly NavEntry[];
  routes: readonly FeatureRoute[];
  actions?: readonly PaletteAction[];
  search?: PaletteSearch;
  /** The first-run guide, shown instead of everything while `useNeeded` says so. */
  firstRun?: {
    useNeeded(): boolean | undefined;
    load(): Promise<{ default: ComponentType<{ onDone(): void }> }>;
  };
}
