/** Awards: decisions, the table by level, the register, the catalogue of forms. */
import { Award, FilePlus2, Flag, ListPlus } from 'lucide-react';
import type { Feature } from '../../app/feature';
import { invoke } from '../../client';

export const feature: Feature = {
  area: 'awards',
  nav: [{ group: 'work', order: 2, path: '/awards', label: 'app.nav.awards', icon: Award }],
  routes: [
    { path: 'awards', load: () => import('./AwardsPage') },
    { path: 'awards/new', load: () => import('./NewDecisionPage') },
    { path: 'awards/movements/:id', load: () => import('./movements/MovementPage') },
    { path: 'awards/rounds/:id', load: () => import('./proposals/RoundPage') },
    { path: 'awards/:id', load: () => import('./DecisionPage') },
  ],
  actions: [
    { key: 'awards.new', label: 'awards.add', icon: FilePlus2, path: '/awards/new' },
    { key: 'proposals.new', label: 'proposals.add', icon: ListPlus, path: '/awards?tab=proposals&new=1' },
    { key: 'movements.new', label: 'movements.add', icon: Flag, path: '/awards?tab=movements&new=1' },
  ],
  search: {
    label: 'awards.search.title',
    find: async (text, t) => {
      const [{ data }, movements, proposed] = await Promise.all([
        invoke('awards.list', { search: text, limit: 5 }),
        invoke('movements.list', { search: text, limit: 5 }),
        invoke('proposals.rounds', { search: text, limit: 5 }),
      ]);
      const decisions = data.rows.map((row) => ({
        key: `award-${row.id}`,
        title: [row.number, t.language === 'en' ? (row.formEn ?? row.form) : row.form]
          .filter(Boolean)
          .join(' · '),
        facts: [row.awardYear, row.occasion].filter(Boolean).join(' · '),
        path: `/awards/${row.id}`,
        icon: Award,
      }));
      const launched = movements.data.rows.map((row) => ({
        key: `movement-${row.id}`,
        title: row.name,
        facts: row.launchedBy ?? '',
        path: `/awards/movements/${row.id}`,
        icon: Flag,
      }));
      const rounds = proposed.data.rows.map((row) => ({
        key: `round-${row.id}`,
        title: row.name,
        facts: t(`proposals.roundKinds.${row.kind}`),
        path: `/awards/rounds/${row.id}`,
        icon: ListPlus,
      }));
      return {
        total: data.total + movements.data.total + proposed.data.total,
        hits: [...launched, ...rounds, ...decisions],
      };
    },
  },
};
