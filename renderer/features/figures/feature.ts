import { Sigma } from 'lucide-react';
import type { Feature } from '../../app/feature';

/** Figures: every number of the annex over a period, beside the year before. */
export const feature: Feature = {
  area: 'figures',
  nav: [{ group: 'closing', order: 0, path: '/figures', label: 'figures.title', icon: Sigma }],
  routes: [{ path: 'figures', load: () => import('./FiguresPage') }],
  actions: [{ key: 'figures.changes', label: 'figures.changes', icon: Sigma, path: '/figures?changes=1' }],
};
