/** Events: the list, one event's page, its form. */
import { CalendarCheck2, CalendarPlus, GraduationCap, ListChecks } from 'lucide-react';
import { formatRange } from '../../../shared/domain/dates';
import { eventKind } from '../../../shared/domain/eventKinds';
import type { Feature } from '../../app/feature';
import { invoke } from '../../client';

export const feature: Feature = {
  area: 'events',
  nav: [
    { group: 'work', order: 1, path: '/events', label: 'app.nav.events', icon: CalendarCheck2 },
    { group: 'work', order: 1.5, path: '/events/follow-ups', label: 'followUps.nav', icon: ListChecks },
  ],
  routes: [
    { path: 'events', load: () => import('./EventsPage') },
    { path: 'events/new', load: () => import('./EventFormPage') },
    { path: 'events/series', load: () => import('./plan/SeriesPage') },
    { path: 'events/templates', load: () => import('./plan/TemplatesPage') },
    { path: 'events/follow-ups', load: () => import('./followUps/FollowUpsPage') },
    { path: 'events/training', load: () => import('./training/TrainingPage') },
    { path: 'events/:id', load: () => import('./EventPage') },
    { path: 'events/:id/edit', load: () => import('./EventFormPage') },
  ],
  actions: [
    { key: 'events.new', label: 'events.add', icon: CalendarPlus, path: '/events/new' },
    { key: 'events.training', label: 'training.title', icon: GraduationCap, path: '/events/training' },
  ],
  search: {
    label: 'events.title',
    find: async (text, t) => {
      const { data } = await invoke('events.list', { search: text, limit: 5 });
      return {
        total: data.total,
        hits: data.rows.map((row) => {
          const kind = eventKind(row.kind);
          const facts = [
            formatRange(row.startsOn, row.endsOn, t.language),
            t.language === 'vi' ? kind.name : kind.nameEn,
          ];
          return {
            key: `event-${row.id}`,
            title: row.name,
            facts: facts.join(' · '),
            path: `/events/${row.id}`,
            icon: CalendarCheck2,
          };
        }),
      };
    },
  },
};
