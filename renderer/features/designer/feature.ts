/** The designer of certificate layouts. */
import type { Feature } from '../../app/feature';

export const feature: Feature = {
  area: 'certificates',
  routes: [{ path: 'certificates/layouts/:id', load: () => import('./DesignerPage') }],
};
