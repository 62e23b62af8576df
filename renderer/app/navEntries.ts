/** The navigation in its order, made of the features there are. */
import type { NavEntry, NavGroup } from './feature';
import { features } from './features';

export const NAV_GROUPS: readonly NavGroup[] = ['top', 'people', 'work', 'closing', 'foot'];

export const navEntries: readonly NavEntry[] = features
  .flatMap((feature) => feature.nav ?? [])
  .sort((a, b) => NAV_GROUPS.indexOf(a.group) - NAV_GROUPS.indexOf(b.group) || a.order - b.order);
