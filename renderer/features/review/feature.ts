import { ClipboardCheck, ListChecks } from 'lucide-react';
import type { Feature } from '../../app/feature';
import { useQueryOp } from '../../client';

/** Criteria scored without evidence in the running year: what is due. */
function useDue() {
  const year = useQueryOp('review.list', {}).data?.currentYear;
  const review = useQueryOp('dashboard.review', { year: year ?? 2000 }, { enabled: year !== undefined }).data
    ?.review;
  return { due: review && review.closedAt === null ? review.counts.missing : undefined };
}

/** Self-review and criteria sets. */
export const feature: Feature = {
  area: 'review',
  nav: [
    {
      group: 'closing',
      order: 1,
      path: '/review',
      label: 'app.nav.review',
      icon: ClipboardCheck,
      useCounts: useDue,
    },
  ],
  routes: [
    { path: 'review', load: () => import('./ReviewPage') },
    { path: 'review/sets', load: () => import('./sets/SetsPage') },
    { path: 'review/sets/:id', load: () => import('./sets/SetPage') },
    { path: 'review/ratings/:id', load: () => import('./ratings/RatingPage') },
    { path: 'review/:id', load: () => import('./ReviewPage') },
  ],
  actions: [{ key: 'review.sets', label: 'review.sets', icon: ListChecks, path: '/review/sets' }],
};
