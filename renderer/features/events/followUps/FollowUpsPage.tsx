/** Every follow-up: what waits, what is overdue, by owner; the unit that has not reported yet. */
import { ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { FOLLOW_UP_SHOWS } from '../../../../shared/domain/followUps';
import { useQueryOp, useText } from '../../../client';
import {
  ChoiceChips,
  EmptyState,
  ErrorState,
  LoadingBars,
  Note,
  Page,
  SearchField,
  useAddressConditions,
  useFormat,
  useShortcuts,
} from '../../../ui';
import '../events.css';
import { CreateDrawer, FollowUpDrawer } from './FollowUpDrawers';
import { FollowUpTable } from './FollowUpTable';
import { useFollowUpsPaper } from './useFollowUpsPaper';

type Show = (typeof FOLLOW_UP_SHOWS)[number];

export default function FollowUpsPage() {
  const t = useText();
  const { params, set } = useAddressConditions();
  const [search, setSearch] = useState('');
  const [adding, setAdding] = useState(false);
  const asked = params.get('show') as Show | null;
  const show: Show = asked && FOLLOW_UP_SHOWS.includes(asked) ? asked : 'waiting';
  const owner = params.get('owner');
  const batch = params.get('batch');
  const opened = Number(params.get('open')) || null;
  const conditions = { show, owner, batch, search };
  const query = useQueryOp('events.followUps', { ...conditions, limit: 500 }, { keep: true });
  const owners = useQueryOp('events.followUpOwners', {}).data?.rows ?? [];
  const print = useFollowUpsPaper(conditions);
  const counts = query.data;
  const all = counts ? { waiting: counts.waiting, overdue: counts.overdue, done: counts.done } : null;
  const shown = (counts?.rows.length ?? 0) > 0;
  useShortcuts({ 'Ctrl+P': () => shown && print.onClick() });
  return (
    <Page
      title={t('followUps.title')}
      facts={[t('followUps.lead')]}
      primary={{ key: 'add', label: t('followUps.add'), icon: Plus, onClick: () => setAdding(true) }}
      actions={[{ ...print, disabled: !shown }]}
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
            onChange={(key) => set({ show: key })}
          />
          <select
            className="so-events-owner"
            aria-label={t('followUps.owner')}
            value={owner ?? ''}
            onChange={(change) => set({ owner: change.target.value })}
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
      {!counts && !query.error && <LoadingBars rows={6} />}
      {counts && batch !== null && (
        <OneDirection batch={batch} onEnd={() => set({ batch: null, show: null })} />
      )}
      {counts?.total === 0 && <Nothing ever={owners.length > 0} />}
      {counts && shown && (
        <FollowUpTable
          rows={counts.rows}
          onOpen={(id) => set({ open: String(id) })}
          withEvent
          inBatch={batch}
        />
      )}
      <CreateDrawer open={adding} eventId={null} onClose={() => setAdding(false)} />
      <FollowUpDrawer id={opened} onClose={() => set({ open: null })} />
    </Page>
  );
}

function Nothing({ ever }: { ever: boolean }) {
  const t = useText();
  return (
    <EmptyState icon={ListChecks} title={t(ever ? 'followUps.noneShown' : 'followUps.empty')}>
      {t(ever ? 'followUps.noneShownBody' : 'followUps.emptyBody')}
    </EmptyState>
  );
}

/** Over the list of one direction: what was asked, how many units have reported and which have not. */
function OneDirection({ batch, onEnd }: { batch: string; onEnd(): void }) {
  const t = useText();
  const format = useFormat();
  const rows = useQueryOp('events.followUps', { batch, show: 'all', limit: 500 }, { keep: true }).data?.rows;
  const [first] = rows ?? [];
  if (!rows || !first) return null;
  const waiting = rows.filter(waits);
  return (
    <div className="so-events-tabhead">
      <Note tone={waiting.length === 0 ? 'ok' : 'muc'} icon={ListChecks} title={first.text}>
        <p>
          {[
            [first.saidBy, first.saidTitle].filter(Boolean).join(', '),
            first.saidOn && format.date(first.saidOn),
            t('followUps.batch', { reported: rows.length - waiting.length, all: rows.length }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {waiting.length > 0 && (
          <p>
            <strong>{t('followUps.notReported', { count: waiting.length })}:</strong>{' '}
            {waiting.map((row) => row.owner).join(', ')}
          </p>
        )}
        <button type="button" className="so-linklike" onClick={onEnd}>
          {t('followUps.batchEnd')}
        </button>
      </Note>
    </div>
  );
}

const waits = (row: OutputOf<'events.followUps'>['rows'][number]): boolean =>
  row.state === 'open' || row.state === 'doing';
