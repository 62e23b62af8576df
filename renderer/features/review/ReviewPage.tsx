/** The review of a year: the one named in the address, else that of the running year, else how to open it. */
import { Award, ClipboardCheck, ListChecks } from 'lucide-react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { EmptyState, ErrorState, LoadingBars, Page } from '../../ui';
import './review.css';
import { RatingsTab } from './ratings/RatingsTab';
import { SheetPage } from './SheetPage';

export default function ReviewPage() {
  const t = useText();
  const typed = Number(useParams().id);
  const [params] = useSearchParams();
  const list = useQueryOp('review.list', {});
  const year = Number(params.get('year')) || list.data?.currentYear;
  const id = Number.isInteger(typed)
    ? typed
    : list.data?.rows.find((row) => row.year === year && row.part === 'year')?.id;
  const sheet = useQueryOp('review.get', { id: id ?? 1 }, { enabled: id !== undefined, keep: true });
  const error = list.error ?? (id === undefined ? null : sheet.error);
  if (error)
    return (
      <Page title={t('review.title')}>
        <ErrorState error={error} onRetry={() => void (list.error ? list : sheet).refetch()} />
      </Page>
    );
  if (list.data && id === undefined && year !== undefined)
    return params.get('tab') === 'ratings' ? <RatingsOnly year={year} /> : <NotOpened year={year} />;
  if (!list.data || sheet.data?.id !== id || !sheet.data)
    return (
      <Page title={t('review.title')}>
        <LoadingBars />
      </Page>
    );
  return <SheetPage sheet={sheet.data} others={list.data.rows.filter((row) => row.id !== id)} />;
}

function NotOpened({ year }: { year: number }) {
  const t = useText();
  const navigate = useNavigate();
  const create = useCommandOp('review.create', { done: () => t('review.created', { year }) });
  return (
    <Page title={t('review.titleYear', { year })}>
      <EmptyState
        icon={ClipboardCheck}
        title={t('review.none.title', { year })}
        primary={{
          key: 'open',
          label: t('review.none.open', { year }),
          running: create.running,
          onClick: () => create.fire({ year }),
        }}
        actions={[
          {
            key: 'ratings',
            label: t('reviewWork.rating.title'),
            icon: Award,
            onClick: () => navigate(`/review?year=${year}&tab=ratings`),
          },
          {
            key: 'sets',
            label: t('review.none.sets'),
            icon: ListChecks,
            onClick: () => navigate('/review/sets'),
          },
        ]}
      >
        {t('review.none.body')}
      </EmptyState>
    </Page>
  );
}

/** Groups and members are rated also in a year without a self-review. */
function RatingsOnly({ year }: { year: number }) {
  const t = useText();
  return (
    <Page
      fill
      title={t('reviewWork.rating.title')}
      crumbs={[{ label: t('review.title'), to: '/review' }]}
      facts={t('reviewWork.rating.year', { year })}
    >
      <RatingsTab year={year} />
    </Page>
  );
}
