/** Documents: the register of outgoing and incoming papers. */
import { FileInput, FileText } from 'lucide-react';
import type { Feature } from '../../app/feature';
import { invoke, useQueryOp } from '../../client';

export const feature: Feature = {
  area: 'documents',
  nav: [
    {
      group: 'work',
      order: 7,
      path: '/documents',
      label: 'documents.title',
      icon: FileText,
      useCounts: () => ({
        due: useQueryOp('documents.list', { direction: 'in', limit: 1 }).data?.overdue || undefined,
      }),
    },
  ],
  routes: [
    { path: 'documents', load: () => import('./DocumentsPage') },
    { path: 'documents/:id', load: () => import('./DocumentPage') },
  ],
  actions: [
    { key: 'documents.out', label: 'documents.add.out', icon: FileText, path: '/documents?new=1' },
    { key: 'documents.in', label: 'documents.add.in', icon: FileInput, path: '/documents?tab=in&new=1' },
  ],
  search: {
    label: 'documents.title',
    find: async (search) => {
      const found = await Promise.all(
        (['out', 'in'] as const).map((direction) =>
          invoke('documents.list', { direction, search, limit: 4 }),
        ),
      );
      return {
        total: found.reduce((sum, { data }) => sum + data.total, 0),
        hits: found.flatMap(({ data }) =>
          data.rows.map((row) => ({
            key: `document-${row.id}`,
            title: [row.direction === 'in' ? row.theirNumber : row.code, row.subject]
              .filter(Boolean)
              .join(' · '),
            facts: [row.onDate.split('-').reverse().join('/'), row.party].filter(Boolean).join(' · '),
            path: `/documents/${row.id}`,
            icon: FileText,
          })),
        ),
      };
    },
  },
};
