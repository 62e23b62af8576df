/** Welfare: gift campaigns, their lists, warnings, papers, fairness. */
import { Gift, HeartHandshake } from 'lucide-react';
import type { Feature } from '../../app/feature';
import { invoke } from '../../client';

export const feature: Feature = {
  area: 'welfare',
  nav: [{ group: 'work', order: 4, path: '/welfare', label: 'app.nav.welfare', icon: HeartHandshake }],
  routes: [
    { path: 'welfare', load: () => import('./WelfarePage') },
    { path: 'welfare/new', load: () => import('./CampaignFormPage') },
    { path: 'welfare/:id', load: () => import('./CampaignPage') },
    { path: 'welfare/:id/edit', load: () => import('./CampaignFormPage') },
  ],
  actions: [{ key: 'welfare.new', label: 'welfare.add', icon: Gift, path: '/welfare/new' }],
  search: {
    label: 'welfare.title',
    find: async (text) => {
      const { data } = await invoke('welfare.campaigns', { search: text, limit: 5 });
      return {
        total: data.total,
        hits: data.rows.map((row) => ({
          key: `welfare-${row.id}`,
          title: row.name,
          facts: row.onDate.split('-').reverse().join('/'),
          path: `/welfare/${row.id}`,
          icon: Gift,
        })),
      };
    },
  },
};
