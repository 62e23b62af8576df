/** Dues by month, drives, donors and money of one purpose. */
import { HandCoins, HeartHandshake } from 'lucide-react';
import type { Feature } from '../../app/feature';
import { invoke } from '../../client';

export const feature: Feature = {
  area: 'dues',
  nav: [{ group: 'work', order: 6, path: '/dues', label: 'dues.title', icon: HandCoins }],
  routes: [
    { path: 'dues', load: () => import('./DuesPage') },
    { path: 'dues/drives/:id', load: () => import('./drives/DrivePage') },
    { path: 'dues/donors/:id', load: () => import('./donors/DonorPage') },
    { path: 'dues/earmarks/:id', load: () => import('./donors/EarmarkPage') },
  ],
  actions: [
    { key: 'dues.collect', label: 'dues.collect.open', icon: HandCoins, path: '/dues?collect=1' },
    { key: 'dues.donor', label: 'dues.donor.add', icon: HeartHandshake, path: '/dues?tab=donors&new=1' },
  ],
  search: {
    label: 'dues.title',
    find: async (text) => {
      const [drives, donors] = await Promise.all([
        invoke('drives.list', { search: text, limit: 5 }),
        invoke('donors.list', { search: text, limit: 5 }),
      ]);
      return {
        total: drives.data.total + donors.data.total,
        hits: [
          ...drives.data.rows.map((row) => ({
            key: `drive-${row.id}`,
            title: row.name,
            facts: row.launchedOn.split('-').reverse().join('/'),
            path: `/dues/drives/${row.id}`,
            icon: HandCoins,
          })),
          ...donors.data.rows.map((row) => ({
            key: `donor-${row.id}`,
            title: row.name,
            facts: row.address ?? '',
            path: `/dues/donors/${row.id}`,
            icon: HeartHandshake,
          })),
        ],
      };
    },
  },
};
