/** Agreements: what was signed with others, how it is kept, and what was delivered under it. */
import { Handshake } from 'lucide-react';
import type { Feature } from '../../app/feature';
import { invoke, useQueryOp } from '../../client';

export const feature: Feature = {
  area: 'agreements',
  nav: [
    {
      group: 'work',
      order: 8,
      path: '/agreements',
      label: 'agreements.title',
      icon: Handshake,
      useCounts: () => ({
        due: useQueryOp('agreements.list', { limit: 1 }).data?.waiting || undefined,
      }),
    },
  ],
  routes: [
    { path: 'agreements', load: () => import('./AgreementsPage') },
    { path: 'agreements/:id', load: () => import('./AgreementPage') },
  ],
  actions: [{ key: 'agreements.new', label: 'agreements.add', icon: Handshake, path: '/agreements?new=1' }],
  search: {
    label: 'agreements.title',
    find: async (search) => {
      const { data } = await invoke('agreements.list', { search, limit: 5 });
      return {
        total: data.total,
        hits: data.rows.map((row) => ({
          key: `agreement-${row.id}`,
          title: row.title,
          facts: [`${row.startsOn.slice(0, 4)}–${row.endsOn.slice(0, 4)}`, row.number]
            .filter(Boolean)
            .join(' · '),
          path: `/agreements/${row.id}`,
          icon: Handshake,
        })),
      };
    },
  },
};
