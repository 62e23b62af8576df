/** The work plan of a year and the guided union year. */
import { NotebookPen, Route } from 'lucide-react';
import type { Feature } from '../../app/feature';
import { invoke } from '../../client';
import { todayIso } from '../../ui';

export const feature: Feature = {
  area: 'plans',
  nav: [{ group: 'top', order: 3, path: '/plans', label: 'plans.title', icon: NotebookPen }],
  routes: [{ path: 'plans', load: () => import('./PlansPage') }],
  actions: [
    { key: 'plans.year', label: 'plans.tabs.year', icon: Route, path: '/plans' },
    { key: 'plans.new', label: 'plans.add', icon: NotebookPen, path: '/plans?tab=plan&new=1' },
  ],
  search: {
    label: 'plans.tabs.plan',
    find: async (search, t) => {
      const year = Number(todayIso().slice(0, 4));
      const { data } = await invoke('plans.list', { year, search });
      return {
        total: data.rows.length,
        hits: data.rows.slice(0, 5).map((row) => ({
          key: `plan-${row.id}`,
          title: row.text,
          facts: [t('plans.month', { month: String(row.month) }), row.owner].filter(Boolean).join(' · '),
          path: `/plans?item=${row.id}`,
          icon: NotebookPen,
        })),
      };
    },
  },
};
