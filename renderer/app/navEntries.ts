/** The navigation in its order, made of the features there are. */
import { useRights } from '../client/session';
import type { NavEntry, NavGroup } from './feature';
import { features } from './features';

export const NAV_GROUPS: readonly NavGroup[] = ['top', 'people', 'work', 'closing', 'foot'];

export interface AreaEntry extends NavEntry {
  /** Area of the feature it leads to. */
  area: string;
}

export const navEntries: readonly AreaEntry[] = features
  .flatMap((feature) => (feature.nav ?? []).map((entry) => ({ ...entry, area: feature.area })))
  .sort((a, b) => NAV_GROUPS.indexOf(a.group) - NAV_GROUPS.indexOf(b.group) || a.order - b.order);

/** Those the role at work may open. */
export function useNavEntries(): readonly AreaEntry[] {
  const { reads } = useRights();
  return navEntries.filter((entry) => reads(entry.area));
}
