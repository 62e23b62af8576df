/** Party development: open counts, names on demand. */
import { Flag } from 'lucide-react';
import { fold } from '../../../shared/text/fold';
import type { Feature } from '../../app/feature';
import { invoke, useQueryOp } from '../../client';
import { todayIso } from '../../ui';

const thisYear = () => Number(todayIso().slice(0, 4));
const WORDS = ['phat trien dang', 'dang vien', 'ket nap dang', 'doan vien uu tu', 'party development'];

export const feature: Feature = {
  area: 'party',
  nav: [
    {
      group: 'people',
      order: 3,
      path: '/party',
      label: 'party.menu',
      icon: Flag,
      useCounts: () => ({
        due: useQueryOp('party.overview', { year: thisYear() }).data?.overdue || undefined,
      }),
    },
  ],
  routes: [{ path: 'party', load: () => import('./PartyPage') }],
  actions: [{ key: 'party.add', label: 'party.palette.add', icon: Flag, path: '/party?tab=files&new=1' }],
  search: {
    label: 'party.title',
    find: async (text, t) => {
      const asked = fold(text).trim();
      if (asked.length < 3 || !WORDS.some((words) => words.includes(asked))) return { total: 0, hits: [] };
      const { data } = await invoke('party.overview', { year: thisYear() });
      const facts = [
        t('party.palette.open', { count: data.open }),
        data.overdue > 0 && t('party.palette.overdue', { count: data.overdue }),
      ];
      const hit = { key: 'party', title: t('party.title'), path: '/party', icon: Flag };
      return { total: 1, hits: [{ ...hit, facts: facts.filter(Boolean).join(' · ') }] };
    },
  },
};
