/** One event: its facts, and who took part. */
import { Copy, LayoutTemplate, PencilLine, Printer, RefreshCw, Repeat, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { type Action, ErrorState, LoadingBars, Note, Page, type PageProps, useShortcuts } from '../../ui';
import { EventInfo } from './EventInfo';
import './events.css';
import { FollowUpsTab } from './followUps/FollowUpsTab';
import { PeopleTab } from './people/PeopleTab';
import { RetakeDialog } from './people/RetakeDialog';
import { CopyDrawer } from './plan/CopyDrawer';
import { EditionDrawer } from './plan/EditionDrawer';
import { GroupsTab } from './plan/GroupsTab';
import { PlanTab } from './plan/PlanTab';
import { recordTabs } from './recordTabs';
import { SignInDrawer } from './SignInDrawer';
import { useWordActions } from './wordActions';
import { useEventWords } from './words';

const EVENT_TABS = ['info', 'people', 'groups', 'plan', 'followUps'] as const;

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
  const [copying, setCopying] = useState(false);
  const [retaking, setRetaking] = useState(false);
  const [numbering, setNumbering] = useState(false);
  const ownTabs = recordTabs(event.fields.kind);
  const asked = params.get('tab');
  const own = ownTabs.find(({ key }) => key === asked);
  const tab = own?.key ?? EVENT_TABS.find((key) => key === asked) ?? 'info';
  const { actions, more } = useEventActions(event, {
    onPrint: () => setPrinting(true),
    onCopy: () => setCopying(true),
    onRetake: () => setRetaking(true),
    onEdition: () => setNumbering(true),
  });
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
        ...ownTabs.map(({ key, label }) => ({ key, label: t(label) })),
        { key: 'groups', label: t('eventPlans.groupsTitle') },
        { key: 'plan', label: t('eventPlans.tab') },
        { key: 'followUps', label: t('followUps.tab') },
      ],
      active: tab,
      onChange: (key) => setParams(key === 'info' ? {} : { tab: key }, { replace: true }),
    },
  };
  return (
    <>
      {event.deletedAt !== null ? (
        <TrashedEvent event={event} frame={{ ...frame, actions: [], more: [] }} />
      ) : own ? (
        <own.Content event={event} frame={frame} />
      ) : tab === 'people' ? (
        <PeopleTab event={event} frame={frame} />
      ) : tab === 'groups' ? (
        <GroupsTab event={event} frame={frame} />
      ) : tab === 'plan' ? (
        <PlanTab event={event} frame={frame} />
      ) : tab === 'followUps' ? (
        <FollowUpsTab event={event} frame={frame} />
      ) : (
        <EventInfo event={event} frame={frame} />
      )}
      <SignInDrawer event={event} open={printing} onClose={() => setPrinting(false)} />
      <RetakeDialog event={event} open={retaking} onClose={() => setRetaking(false)} />
      <EditionDrawer event={event} open={numbering} onClose={() => setNumbering(false)} />
      <CopyDrawer
        from={copying ? { eventId: event.id, name: fields.name } : null}
        onClose={() => setCopying(false)}
      />
    </>
  );
}

function useEventActions(
  event: EventDetail,
  {
    onPrint,
    onCopy,
    onRetake,
    onEdition,
  }: { onPrint(): void; onCopy(): void; onRetake(): void; onEdition(): void },
): { actions: Action[]; more: Action[] } {
  const t = useText();
  const navigate = useNavigate();
  const trash = useCommandOp('events.trash', { done: (data) => t('events.trashed', { count: data.count }) });
  const papers = useWordActions(event.id);
  const keep = useCommandOp('events.keepTemplate', {
    done: (_, input) => t('eventPlans.templateSaved', { name: input.name }),
  });
  const edit = () => navigate(`/events/${event.id}/edit`);
  useShortcuts({ 'Ctrl+P': onPrint, F2: edit }, event.deletedAt === null);
  return {
    actions: [
      { key: 'edit', label: t('events.edit'), icon: PencilLine, keys: 'F2', onClick: edit },
      { key: 'print', label: t('events.sheet.action'), icon: Printer, keys: 'Ctrl P', onClick: onPrint },
    ],
    more: [
      { key: 'copy', label: t('eventPlans.copy'), icon: Copy, onClick: onCopy },
      {
        key: 'keep',
        label: t('eventPlans.keepTemplate'),
        icon: LayoutTemplate,
        onClick: () => keep.fire({ id: event.id, name: event.fields.name.slice(0, 200) }),
      },
      { key: 'edition', label: t('eventPlans.setEdition'), icon: Repeat, onClick: onEdition },
      ...papers,
      {
        key: 'retake',
        label: t('events.side.retake'),
        icon: RefreshCw,
        onClick: onRetake,
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
