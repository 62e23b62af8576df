import { Network } from 'lucide-react';
import type { Feature } from '../../app/feature';
import { useQueryOp } from '../../client';

/** The unit and what it is made of; also the guide of the first run. */
export const feature: Feature = {
  area: 'organisation',
  nav: [{ group: 'people', order: 2, path: '/organisation', label: 'app.nav.organisation', icon: Network }],
  routes: [{ path: 'organisation', load: () => import('./OrganisationPage') }],
  firstRun: {
    useNeeded: () => {
      const setup = useQueryOp('organisation.get', {}).data?.setup;
      return setup && !setup.done;
    },
    load: () => import('./FirstRun'),
  },
};
