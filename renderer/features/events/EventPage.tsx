/** One event: its facts, and who took part. */
import { PencilLine, Printer, RefreshCw, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  ErrorState,
  LoadingBars,
  Note,
  Page,
  type PageProps,
  useFormat,
  useShortcuts,
} from '../../ui';
import { EventInfo } from './EventInfo';
import './events.css';
import { PeopleTab } from './people/PeopleTab';
import { SignInDrawer } from './SignInDrawer';
import { useWordActions } from './wordActions';
import { useEventWords } from './words';

export type EventDetail = OutputOf<'events.get'>;
/** What both tabs put around their content. */
export type EventFrame = Pick<PageProps, 'title' | 'crumbs' | 'facts' | 'actions' | 'more' | 'tabs'>;

export default function EventPage() {
  const t = useText();
  const id = Number(useParams().id);
  const query = useQueryOp('events.get', { id });
  if (query.data) return <LoadedEvent event={query.data} />;
  return (
    <Page title={t('events.title')} crumbs={[{ label: t('events.title'), to: '/events' }]}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars kind="lines" />
      )}
    </Page>
  );
}

function LoadedEvent({ event }: { event: EventDetail }) {
  const t = useText();
  const words = useEventWords();
  const [params, setParams] = useSearchParams();
  const [printing, setPrinting] = useState(false);
  const tab = params.get('tab') === 'people' ? 'people' : 'info';
  const { actions, more } = useEventActions(event, () => setPrinting(true));
  const { fields } = event;
  const organiser = words.organiser(fields.organiserLevel, fields.organiserName);
  const frame: EventFrame = {
    title: fields.name,
    crumbs: [
      { label: t('events.title'), to: '/events' },
      { label: words.kindName(fields.kind), to: `/events?year=all&kinds=${fields.kind}` },
    ],
    facts: [
      words.time(fields),
      t(`events.mode.${fields.mode}`),
      fields.place,
      organiser && t('events.organisedBy', { name: organiser }),
    ],
    actions,
    more,
    tabs: {
      items: [
        { key: 'info', label: t('events.tabs.info') },
        { key: 'people', label: t('events.tabs.people') },
      ],
      active: tab,
      onChange: (key) => setParams(key === 'info' ? {} : { tab: key }, { replace: true }),
    },
  };
  return (
    <>
      {event.deletedAt !== null ? (
        <TrashedEvent event={event} frame={{ ...frame, actions: [], more: [] }} />
      ) : tab === 'people' ? (
        <PeopleTab event={event} frame={frame} />
      ) : (
        <EventInfo event={event} frame={frame} />
      )}
      <SignInDrawer event={event} open={printing} onClose={() => setPrinting(false)} />
    </>
  );
}

function useEventActions(event: EventDetail, onPrint: () => void): { actions: Action[]; more: Action[] } {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const trash = useCommandOp('events.trash', { done: (data) => t('events.trashed', { count: data.count }) });
  const retake = useCommandOp('events.retakeList', {
    done: (data) => t('events.side.retaken', { figure: format.count(data.eligible) }),
  });
  const papers = useWordActions(event.id);
  const edit = () => navigate(`/events/${event.id}/edit`);
  useShortcuts({ 'Ctrl+P': onPrint, F2: edit }, event.deletedAt === null);
  return {
    actions: [
      { key: 'edit', label: t('events.edit'), icon: PencilLine, keys: 'F2', onClick: edit },
      { key: 'print', label: t('events.sheet.action'), icon: Printer, keys: 'Ctrl P', onClick: onPrint },
    ],
    more: [
      ...papers,
      {
        key: 'retake',
        label: t('events.side.retake'),
        icon: RefreshCw,
        onClick: () => retake.fire({ id: event.id }),
      },
      {
        key: 'trash',
        label: t('events.toTrash'),
        icon: Trash2,
        danger: true,
        onClick: () => {
          trash.fire({ ids: [event.id] });
          navigate('/events');
        },
      },
    ],
  };
}

function TrashedEvent({ event, frame }: { event: EventDetail; frame: EventFrame }) {
  const t = useText();
  const restore = useCommandOp('events.restore', { done: () => t('events.takenBack') });
  const { tabs: _tabs, ...rest } = frame;
  return (
    <Page
      {...rest}
      primary={{
        key: 'restore',
        label: t('events.takeBack'),
        icon: Undo2,
        onClick: () => restore.fire({ ids: [event.id] }),
      }}
    >
      <Note tone="warn" icon={Trash2} title={t('events.inTrash')} />
    </Page>
  );
}
