/** Targets of resolutions: what is asked, how far it is. */
import { Goal, Target } from 'lucide-react';
import type { Feature } from '../../app/feature';
import { invoke } from '../../client';

export const feature: Feature = {
  area: 'targets',
  nav: [{ group: 'closing', order: 0.5, path: '/targets', label: 'targets.title', icon: Target }],
  routes: [{ path: 'targets', load: () => import('./TargetsPage') }],
  actions: [
    { key: 'targets.new', label: 'targets.add', icon: Target, path: '/targets?new=1' },
    {
      key: 'targets.resolution',
      label: 'targets.addResolution',
      icon: Goal,
      path: '/targets?tab=resolutions&new=1',
    },
  ],
  search: {
    label: 'targets.title',
    find: async (search) => {
      const { data } = await invoke('targets.list', { year: null, search });
      return {
        total: data.total,
        hits: data.rows.slice(0, 5).map((row) => ({
          key: `target-${row.id}`,
          title: row.text,
          facts: row.resolution,
          path: `/targets?target=${row.id}`,
          icon: Target,
        })),
      };
    },
  },
};
