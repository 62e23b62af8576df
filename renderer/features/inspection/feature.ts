/** Inspection and supervision, and women's work. */
import { ClipboardPen, Flower2, SearchCheck } from 'lucide-react';
import type { InspectionKind } from '../../../shared/domain/inspection';
import type { Feature } from '../../app/feature';
import { invoke, useQueryOp } from '../../client';

const useOverdue = (kind: InspectionKind) => ({
  due: useQueryOp('inspection.findings', { kind, limit: 1 }).data?.overdue || undefined,
});

export const feature: Feature = {
  area: 'inspection',
  nav: [
    {
      group: 'work',
      order: 10,
      path: '/inspection',
      label: 'inspection.nav',
      icon: SearchCheck,
      useCounts: () => useOverdue('inspection'),
    },
    {
      group: 'work',
      order: 11,
      path: '/women',
      label: 'inspection.title.women',
      icon: Flower2,
      useCounts: () => useOverdue('women'),
    },
  ],
  routes: [
    { path: 'inspection', load: () => import('./InspectionPage') },
    { path: 'women', load: () => import('./WomenPage') },
    { path: 'inspection/sessions/:id', load: () => import('./SessionPage') },
    { path: 'inspection/plans/:id', load: () => import('./PlacePage') },
    { path: 'inspection/items/:id', load: () => import('./PlacePage') },
  ],
  actions: [
    {
      key: 'inspection.new',
      label: 'inspection.session.add.inspection',
      icon: SearchCheck,
      path: '/inspection?tab=sessions&new=1',
    },
    {
      key: 'women.new',
      label: 'inspection.session.add.women',
      icon: ClipboardPen,
      path: '/women?tab=sessions&new=1',
    },
  ],
  search: {
    label: 'inspection.title.inspection',
    find: async (search) => {
      const found = await Promise.all(
        (['inspection', 'women'] as const).map((kind) =>
          invoke('inspection.sessions', { kind, search, limit: 4 }),
        ),
      );
      return {
        total: found.reduce((sum, { data }) => sum + data.total, 0),
        hits: found.flatMap(({ data }) =>
          data.rows.map((row) => ({
            key: `inspection-${row.id}`,
            title: row.title,
            facts: [row.heldOn.split('-').reverse().join('/'), row.subject ?? row.place]
              .filter(Boolean)
              .join(' · '),
            path: `/inspection/sessions/${row.id}`,
            icon: row.kind === 'women' ? Flower2 : SearchCheck,
          })),
        ),
      };
    },
  },
};
