/** How items of a plan are named and marked on screen, and where the program's pages are. */
import { ArrowRight, Ban } from 'lucide-react';
import type { OutputOf } from '../../../shared/contract';
import type { PlanLink, StepPage } from '../../../shared/domain/plans';
import { useText } from '../../client';
import { Tag } from '../../ui';

export type PlanRow = OutputOf<'plans.list'>['rows'][number];
export type LinkValue = NonNullable<PlanRow['link']>;

export const LINK_PATHS: Readonly<Record<PlanLink, string>> = {
  event: '/events/',
  welfare_campaign: '/welfare/',
  movement: '/awards/movements/',
  award_decision: '/awards/',
  document: '/documents/',
};

/** Where a step of the year leads. */
export const PAGE_PATHS: Readonly<Record<StepPage, string>> = {
  plans: '/plans?tab=plan',
  targets: '/targets',
  figures: '/figures',
  reports: '/reports',
  yearEnd: '/year-end',
  dashboard: '/dashboard',
  movements: '/awards?tab=movements',
  proposals: '/awards?tab=proposals',
  review: '/review',
  ratings: '/review?tab=ratings',
  inspection: '/inspection',
  women: '/women',
  agreements: '/agreements',
  opinions: '/opinions',
  party: '/party',
  organisation: '/organisation',
  families: '/members/families',
  documents: '/documents',
  dues: '/dues',
  funds: '/funds',
  welfare: '/welfare',
  members: '/members',
};

export function StatusTag({ row }: { row: Pick<PlanRow, 'status' | 'late'> }) {
  const t = useText();
  if (row.late !== null) return <Tag tone="bad">{t('plans.late', { count: row.late })}</Tag>;
  if (row.status === 'done') return <Tag tone="ok">{t('plans.statuses.done')}</Tag>;
  if (row.status === 'doing')
    return (
      <Tag tone="muc" icon={ArrowRight}>
        {t('plans.statuses.doing')}
      </Tag>
    );
  if (row.status === 'dropped')
    return (
      <Tag tone="line" icon={Ban}>
        {t('plans.statuses.dropped')}
      </Tag>
    );
  return <Tag tone="neutral">{t('plans.statuses.todo')}</Tag>;
}
