/** Leads from a plan, or a planned session, to the year it stands in. */
import { Navigate, useLocation, useParams } from 'react-router-dom';
import { useQueryOp, useText } from '../../client';
import { ErrorState, LoadingBars, Page } from '../../ui';
import { homeOf } from './WorkPage';

export default function PlacePage() {
  const t = useText();
  const id = Number(useParams().id);
  const ofItem = useLocation().pathname.includes('/items/');
  const query = useQueryOp('inspection.place', ofItem ? { itemId: id } : { planId: id });
  if (query.data) return <Navigate replace to={`${homeOf(query.data.kind)}?year=${query.data.year}`} />;
  return (
    <Page title={t('inspection.title.inspection')}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}
