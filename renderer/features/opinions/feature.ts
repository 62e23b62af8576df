/** Opinions and petitions; the pages of workplace democracy stand beside them. */
import { MessageSquareText } from 'lucide-react';
import type { Feature } from '../../app/feature';
import { invoke, useQueryOp } from '../../client';

export const feature: Feature = {
  area: 'opinions',
  nav: [
    {
      group: 'work',
      order: 8,
      path: '/opinions',
      label: 'opinions.title',
      icon: MessageSquareText,
      useCounts: () => ({
        due: useQueryOp('opinions.list', { limit: 1 }).data?.states.overdue || undefined,
      }),
    },
  ],
  routes: [
    { path: 'opinions', load: () => import('./OpinionsPage') },
    { path: 'opinions/lists', load: () => import('./ListsPage') },
    { path: 'opinions/:id', load: () => import('./OpinionPage') },
  ],
  actions: [{ key: 'opinions.new', label: 'opinions.add', icon: MessageSquareText, path: '/opinions?new=1' }],
  search: {
    label: 'opinions.title',
    find: async (search, t) => {
      const { data } = await invoke('opinions.list', { search, limit: 4 });
      return {
        total: data.total,
        hits: data.rows.map((row) => ({
          key: `opinion-${row.id}`,
          title: `${row.code} · ${row.text}`,
          facts: [row.receivedOn.split('-').reverse().join('/'), t(`opinions.shows.${row.state}`)].join(
            ' · ',
          ),
          path: `/opinions/${row.id}`,
          icon: MessageSquareText,
        })),
      };
    },
  },
};
