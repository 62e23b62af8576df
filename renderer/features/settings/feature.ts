import { Archive, Settings, Trash2 } from 'lucide-react';
import type { Feature } from '../../app/feature';

export const feature: Feature = {
  area: 'settings',
  nav: [
    { group: 'foot', order: 1, path: '/trash', label: 'app.nav.trash', icon: Trash2 },
    { group: 'foot', order: 2, path: '/settings', label: 'app.nav.settings', icon: Settings },
  ],
  routes: [
    { path: 'settings', load: () => import('./SettingsPage') },
    { path: 'settings/:tab', load: () => import('./SettingsPage') },
    { path: 'trash', load: () => import('./TrashPage') },
  ],
  actions: [{ key: 'backup.now', label: 'settings.backup.now', icon: Archive, path: '/settings/backup' }],
};
