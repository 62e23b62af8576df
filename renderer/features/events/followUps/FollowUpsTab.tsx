/** What an event left to be done. */
import { ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import { useQueryOp, useText } from '../../../client';
import { EmptyState, ErrorState, LoadingBars, Page } from '../../../ui';
import type { EventDetail, EventFrame } from '../EventPage';
import { CreateDrawer, ReportDrawer } from './FollowUpDrawers';
import { type FollowUp, FollowUpTable } from './FollowUpTable';

export function FollowUpsTab({ event, frame }: { event: EventDetail; frame: EventFrame }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<FollowUp | null>(null);
  const query = useQueryOp('events.followUps', { eventId: event.id, limit: 500 }, { keep: true });
  const add = { key: 'add', label: t('followUps.add'), icon: Plus, onClick: () => setAdding(true) };
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
          <p className="so-caption">
            {t('followUps.counts', {
              waiting: query.data.waiting,
              overdue: query.data.overdue,
              done: query.data.done,
            })}
          </p>
          <FollowUpTable rows={query.data.rows} onOpen={setOpened} />
        </>
      )}
      <CreateDrawer
        open={adding}
        eventId={event.id}
        {...(startsOn.length === 10 ? { saidOn: startsOn } : {})}
        onClose={() => setAdding(false)}
      />
      <ReportDrawer followUp={opened} onClose={() => setOpened(null)} />
    </Page>
  );
}
