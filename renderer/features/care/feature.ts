/** Visits and cases of help; their lists are tabs of welfare. */
import { HeartHandshake, House } from 'lucide-react';
import type { Feature } from '../../app/feature';
import { invoke } from '../../client';

export const feature: Feature = {
  area: 'welfare',
  nav: [],
  routes: [
    { path: 'welfare/cases/:id', load: () => import('./CasePage') },
    { path: 'welfare/care-lists', load: () => import('./ListsPage') },
  ],
  actions: [
    {
      key: 'care.visit',
      label: 'care.visit.add',
      icon: HeartHandshake,
      path: '/welfare?tab=visits&visit=new',
    },
    { key: 'care.case', label: 'care.case.add', icon: House, path: '/welfare?tab=cases&case=new' },
  ],
  search: {
    label: 'care.tabs.visits',
    find: async (text) => {
      const [visits, cases] = await Promise.all([
        invoke('care.visits', { search: text, limit: 4 }),
        invoke('care.cases', { search: text, limit: 3 }),
      ]);
      const day = (iso: string) => iso.split('-').reverse().join('/');
      return {
        total: visits.data.total + cases.data.total,
        hits: [
          ...visits.data.rows.map((row) => ({
            key: `visit-${row.id}`,
            title: row.name,
            facts: `${row.reason} · ${day(row.onDate)}`,
            path: `/welfare?tab=visits&year=all&visit=${row.id}`,
            icon: HeartHandshake,
          })),
          ...cases.data.rows.map((row) => ({
            key: `case-${row.id}`,
            title: row.title,
            facts: row.kind,
            path: `/welfare/cases/${row.id}`,
            icon: House,
          })),
        ],
      };
    },
  },
};
