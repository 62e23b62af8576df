import { LayoutDashboard } from 'lucide-react';
import type { Feature } from '../../app/feature';

/** The dashboard: the first page. */
export const feature: Feature = {
  area: 'dashboard',
  nav: [{ group: 'top', order: 1, path: '/dashboard', label: 'app.nav.dashboard', icon: LayoutDashboard }],
  routes: [{ path: 'dashboard', load: () => import('./DashboardPage') }],
};
