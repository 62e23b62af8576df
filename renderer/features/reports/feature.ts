/** Reports: written from the records, proof-read, printed. */
import { ScrollText } from 'lucide-react';
import type { Feature } from '../../app/feature';
import { invoke, useQueryOp } from '../../client';

export const feature: Feature = {
  area: 'reports',
  nav: [
    {
      group: 'closing',
      order: 5,
      path: '/reports',
      label: 'reports.title',
      icon: ScrollText,
      useCounts: () => ({ count: useQueryOp('reports.list', { limit: 1 }).data?.open || undefined }),
    },
  ],
  routes: [
    { path: 'reports', load: () => import('./ReportsPage') },
    { path: 'reports/:id', load: () => import('./ReportPage') },
  ],
  actions: [{ key: 'reports.new', label: 'reports.add', icon: ScrollText, path: '/reports?new=1' }],
  search: {
    label: 'reports.title',
    find: async (search, t) => {
      const { data } = await invoke('reports.list', { search, limit: 6 });
      return {
        total: data.total,
        hits: data.rows.map((row) => ({
          key: `report-${row.id}`,
          title: row.subject,
          facts: [t(`reports.kind.${row.kind}`), String(row.year), row.code].filter(Boolean).join(' · '),
          path: `/reports/${row.id}`,
          icon: ScrollText,
        })),
      };
    },
  },
};
