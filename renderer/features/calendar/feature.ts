/** The calendar of the year: months, days, occasions. */
import { CalendarDays, CalendarHeart } from 'lucide-react';
import type { Feature } from '../../app/feature';
import { search } from './search';

export const feature: Feature = {
  area: 'calendar',
  search,
  nav: [{ group: 'top', order: 2, path: '/calendar', label: 'app.nav.calendar', icon: CalendarDays }],
  routes: [
    { path: 'calendar', load: () => import('./CalendarPage') },
    { path: 'calendar/occasions', load: () => import('./OccasionsPage') },
  ],
  actions: [
    {
      key: 'calendar.occasions',
      label: 'calendar.occasions.title',
      icon: CalendarHeart,
      path: '/calendar/occasions',
    },
  ],
};
