/** Every follow-up: what waits, what is overdue, by owner; the unit that has not reported yet. */
import { ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { FOLLOW_UP_SHOWS } from '../../../../shared/domain/followUps';
import { useQueryOp, useText } from '../../../client';
import { ChoiceChips, EmptyState, ErrorState, LoadingBars, Page, SearchField } from '../../../ui';
import '../events.css';
import { CreateDrawer, ReportDrawer } from './FollowUpDrawers';
import { type FollowUp, FollowUpTable } from './FollowUpTable';

type Show = (typeof FOLLOW_UP_SHOWS)[number];

export default function FollowUpsPage() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState('');
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<FollowUp | null>(null);
  const asked = params.get('show') as Show | null;
  const show: Show = asked && FOLLOW_UP_SHOWS.includes(asked) ? asked : 'waiting';
  const owner = params.get('owner');
  const query = useQueryOp('events.followUps', { show, owner, search, limit: 500 }, { keep: true });
  const owners = useQueryOp('events.followUpOwners', {}).data?.rows ?? [];
  const set = (key: 'show' | 'owner', value: string | null) => {
    const next = new URLSearchParams(params);
    if (value === null) next.delete(key);
    else next.set(key, value);
    setParams(next, { replace: true });
  };
  const counts = query.data;
  const all = counts ? { waiting: counts.waiting, overdue: counts.overdue, done: counts.done } : null;
  const nothing = counts?.total === 0;
  return (
    <Page
      title={t('followUps.title')}
      facts={[t('followUps.lead')]}
      primary={{ key: 'add', label: t('followUps.add'), icon: Plus, onClick: () => setAdding(true) }}
      toolbar={
        <>
          <ChoiceChips<Show>
            label={t('followUps.state')}
            items={FOLLOW_UP_SHOWS.map((key) => ({
              key,
              label: t(`followUps.shows.${key}`),
              ...(all && key !== 'all' ? { count: all[key] } : {}),
            }))}
            active={show}
            onChange={(key) => set('show', key)}
          />
          <select
            className="so-events-owner"
            aria-label={t('followUps.owner')}
            value={owner ?? ''}
            onChange={(change) => set('owner', change.target.value || null)}
          >
            <option value="">{t('followUps.everyOwner')}</option>
            {owners.map((one) => (
              <option key={one.name} value={one.name}>
                {t('followUps.ownerWaiting', { name: one.name, count: one.waiting })}
              </option>
            ))}
          </select>
          <span className="so-push" />
          <SearchField
            value={search}
            onChange={setSearch}
            placeholder={t('followUps.searchHint')}
            width={230}
          />
        </>
      }
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <LoadingBars rows={6} />}
      {nothing && (
        <EmptyState
          icon={ListChecks}
          title={t(owners.length === 0 ? 'followUps.empty' : 'followUps.noneShown')}
        >
          {t(owners.length === 0 ? 'followUps.emptyBody' : 'followUps.noneShownBody')}
        </EmptyState>
      )}
      {counts && counts.rows.length > 0 && <FollowUpTable rows={counts.rows} onOpen={setOpened} withEvent />}
      <CreateDrawer open={adding} eventId={null} onClose={() => setAdding(false)} />
      <ReportDrawer followUp={opened} onClose={() => setOpened(null)} />
    </Page>
  );
}
