/** What an event left to be done. */
import { ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import { useQueryOp, useText } from '../../../client';
import { ActionButton, EmptyState, ErrorState, LoadingBars, Page } from '../../../ui';
import type { EventDetail, EventFrame } from '../EventPage';
import { CreateDrawer, FollowUpDrawer } from './FollowUpDrawers';
import { FollowUpTable } from './FollowUpTable';
import { useFollowUpsPaper } from './useFollowUpsPaper';

export function FollowUpsTab({ event, frame }: { event: EventDetail; frame: EventFrame }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<number | null>(null);
  const query = useQueryOp('events.followUps', { eventId: event.id, limit: 500 }, { keep: true });
  const add = { key: 'add', label: t('followUps.add'), icon: Plus, onClick: () => setAdding(true) };
  const print = useFollowUpsPaper({ eventId: event.id });
  const { startsOn } = event.fields;
  return (
    <Page {...frame} primary={add}>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <LoadingBars rows={4} />}
      {query.data?.rows.length === 0 && (
        <EmptyState icon={ListChecks} title={t('followUps.empty')}>
          {t('followUps.emptyBody')}
        </EmptyState>
      )}
      {query.data && query.data.rows.length > 0 && (
        <>
          <div className="so-row so-events-tabhead">
            <p className="so-caption">
              {t('followUps.counts', {
                waiting: query.data.waiting,
                overdue: query.data.overdue,
                done: query.data.done,
              })}
            </p>
            <span className="so-push" />
            <ActionButton size="small" action={print} />
          </div>
          <FollowUpTable rows={query.data.rows} onOpen={setOpened} />
        </>
      )}
      <CreateDrawer
        open={adding}
        eventId={event.id}
        {...(startsOn.length === 10 ? { saidOn: startsOn } : {})}
        onClose={() => setAdding(false)}
      />
      <FollowUpDrawer id={opened} onClose={() => setOpened(null)} />
    </Page>
  );
}
