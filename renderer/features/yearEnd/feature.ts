/** The year-end pack: every paper of a year in one place. */
import { FolderArchive } from 'lucide-react';
import type { Feature } from '../../app/feature';

export const feature: Feature = {
  area: 'yearEnd',
  routes: [{ path: 'year-end', load: () => import('./YearEndPage') }],
  actions: [{ key: 'yearEnd.open', label: 'yearEnd.title', icon: FolderArchive, path: '/year-end' }],
};
