/** Democracy at the workplace: its lists are tabs of the opinions page. */
import { Handshake, Landmark } from 'lucide-react';
import type { Feature } from '../../app/feature';
import { invoke } from '../../client';

const dayOf = (iso: string): string => iso.split('-').reverse().join('/');

export const feature: Feature = {
  area: 'democracy',
  routes: [
    { path: 'opinions/dialogues/:id', load: () => import('./DialoguePage') },
    { path: 'opinions/labour/:id', load: () => import('./LabourPage') },
  ],
  actions: [
    {
      key: 'democracy.dialogue',
      label: 'democracy.dialogue.add',
      icon: Handshake,
      path: '/opinions?tab=dialogues&new=1',
    },
    {
      key: 'democracy.labour',
      label: 'democracy.labour.add',
      icon: Handshake,
      path: '/opinions?tab=labour&new=1',
    },
    {
      key: 'democracy.participation',
      label: 'democracy.participation.add',
      icon: Landmark,
      path: '/opinions?tab=participation&new=1',
    },
    {
      key: 'democracy.regulation',
      label: 'democracy.regulation.add',
      icon: Landmark,
      path: '/opinions?tab=regulations&new=1',
    },
  ],
  search: {
    label: 'opinions.tabs.dialogues',
    find: async (search, t) => {
      const [dialogues, labour] = await Promise.all([
        invoke('democracy.dialogues', { search, limit: 4 }),
        invoke('democracy.labour', { search, limit: 3 }),
      ]);
      return {
        total: dialogues.data.total + labour.data.total,
        hits: [
          ...dialogues.data.rows.map((row) => ({
            key: `dialogue-${row.id}`,
            title: row.title,
            facts: [t(`democracy.kind.${row.kind}`), dayOf(row.onDate)].join(' · '),
            path: `/opinions/dialogues/${row.id}`,
            icon: Handshake,
          })),
          ...labour.data.rows.map((row) => ({
            key: `labour-${row.id}`,
            title: row.title,
            facts: [row.number, dayOf(row.signedOn)].filter(Boolean).join(' · '),
            path: `/opinions/labour/${row.id}`,
            icon: Handshake,
          })),
        ],
      };
    },
  },
};
