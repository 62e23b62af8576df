/** Sessions, who chairs and writes, the agenda, the resolutions, and which edition of a series it is. */

import { CalendarPlus, Repeat, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  DateField,
  Drawer,
  ErrorState,
  FieldRow,
  IconButton,
  LoadingBars,
  Page,
  PlainTable,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
  useFormat,
} from '../../../ui';
import { readClock } from '../clock';
import type { EventDetail, EventFrame } from '../EventPage';
import { EditionDrawer } from './EditionDrawer';
import type { Plan } from './GroupsTab';
import { agendaFrom, agendaText, resolutionsFrom, resolutionsText } from './lines';

type Session = Plan['sessions'][number];

export function PlanTab({ event, frame }: { event: EventDetail; frame: EventFrame }) {
  const t = useText();
  const [session, setSession] = useState<Session | 'new' | null>(null);
  const query = useQueryOp('events.plan', { id: event.id, language: t.language }, { keep: true });
  const plan = query.data;
  return (
    <Page
      {...frame}
      primary={{
        key: 'session',
        label: t('eventPlans.addSession'),
        icon: CalendarPlus,
        onClick: () => setSession('new'),
      }}
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!plan && !query.error && <LoadingBars kind="lines" />}
      {plan && (
        <div className="so-events-plan">
          <section>
            <h2>{t('eventPlans.sessionsTitle')}</h2>
            {plan.sessions.length === 0 ? (
              <p className="so-caption">{t('eventPlans.sessionsNone')}</p>
            ) : (
              <SessionTable plan={plan} onOpen={setSession} />
            )}
          </section>
          <section>
            <h2>{t('eventPlans.edition')}</h2>
            <Edition event={event} plan={plan} />
          </section>
          <section>
            <h2>{t('eventPlans.minutes')}</h2>
            <MinutesForm
              key={plan.version}
              eventId={event.id}
              plan={plan}
              onReload={() => void query.refetch()}
            />
          </section>
        </div>
      )}
      <Drawer
        open={session !== null}
        onClose={() => setSession(null)}
        title={t(session === 'new' ? 'eventPlans.addSession' : 'eventPlans.editSession')}
      >
        {session !== null && (
          <SessionForm
            event={event}
            session={session === 'new' ? null : session}
            onClose={() => setSession(null)}
          />
        )}
      </Drawer>
    </Page>
  );
}

function SessionTable({ plan, onOpen }: { plan: Plan; onOpen(session: Session): void }) {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('events.trashSessions', { done: () => t('eventPlans.sessionsTrashed') });
  return (
    <>
      <PlainTable
        framed
        caption={t('eventPlans.sessionsTitle')}
        rows={plan.sessions}
        rowKey={(one) => one.id}
        columns={[
          {
            key: 'name',
            header: t('eventPlans.sessionName'),
            cell: (one) => (
              <button type="button" className="so-linklike" onClick={() => onOpen(one)}>
                {one.name}
              </button>
            ),
          },
          {
            key: 'day',
            header: t('eventPlans.onDay'),
            width: 170,
            cell: (one) => format.weekdayDate(one.onDay),
          },
          {
            key: 'hours',
            header: t('eventPlans.startsAt'),
            width: 110,
            cell: (one) => [one.startsAt, one.endsAt].filter(Boolean).join(' – '),
          },
          { key: 'place', header: t('eventPlans.place'), width: 180, cell: (one) => one.place ?? '' },
          {
            key: 'came',
            header: t('eventPlans.figure'),
            width: 150,
            cell: (one) =>
              one.came === null ? t('eventPlans.notMarked') : t('eventPlans.cameCount', { count: one.came }),
          },
          {
            key: 'trash',
            header: '',
            width: 44,
            cell: (one) => (
              <IconButton
                icon={Trash2}
                size="small"
                label={`${t('eventPlans.toTrash')}: ${one.name}`}
                onClick={() => trash.fire({ ids: [one.id] })}
              />
            ),
          },
        ]}
      />
      {plan.turns > 0 && (
        <p className="so-caption">{t('eventPlans.distinct', { people: plan.came, turns: plan.turns })}</p>
      )}
    </>
  );
}

interface SessionValues {
  name: string;
  onDay: string;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
}

function SessionForm({
  event,
  session,
  onClose,
}: {
  event: EventDetail;
  session: Session | null;
  onClose(): void;
}) {
  const t = useText();
  const save = useCommandOp('events.saveSession', {
    failure: 'inline',
    done: (_, input) => t('eventPlans.sessionSaved', { name: input.name }),
  });
  const { startsOn, place } = event.fields;
  const initial = session ?? { place, ...(startsOn.length === 10 ? { onDay: startsOn } : {}) };
  const hour = (text: string | null | undefined) => (text ? (readClock(text) ?? text) : null);
  return (
    <RecordForm<SessionValues>
      draftKey={null}
      initial={initial}
      onSubmit={async (values) => {
        const { name, onDay } = values;
        await save.run({
          id: session?.id ?? null,
          version: session?.version ?? null,
          eventId: event.id,
          name,
          onDay,
          startsAt: hour(values.startsAt),
          endsAt: hour(values.endsAt),
          place: values.place,
        });
        onClose();
      }}
      onCancel={onClose}
    >
      <TextField name="name" label={t('eventPlans.sessionName')} required max={200} autoFocus />
      <DateField name="onDay" label={t('eventPlans.onDay')} required precision="day" />
      <FieldRow>
        <TextField name="startsAt" label={t('eventPlans.startsAt')} max={20} />
        <TextField name="endsAt" label={t('eventPlans.endsAt')} max={20} />
      </FieldRow>
      <TextField name="place" label={t('eventPlans.place')} max={200} />
    </RecordForm>
  );
}

/** The edition in words, and the way to set it. */
function Edition({ event, plan }: { event: EventDetail; plan: Plan }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <div className="so-row">
      {plan.edition ? (
        <p className="so-strong">{plan.edition.text}</p>
      ) : (
        <p className="so-caption">{t('eventPlans.noEdition')}</p>
      )}
      <ActionButton
        size="small"
        action={{
          key: 'edition',
          label: t('eventPlans.setEdition'),
          icon: Repeat,
          onClick: () => setOpen(true),
        }}
      />
      <EditionDrawer event={event} open={open} onClose={() => setOpen(false)} />
    </div>
  );
}

interface MinutesValues {
  chair: string | null;
  secretary: string | null;
  figure: 'people' | 'turns';
  agenda: string | null;
  resolutions: string | null;
}

function MinutesForm({ eventId, plan, onReload }: { eventId: number; plan: Plan; onReload(): void }) {
  const t = useText();
  const save = useCommandOp('events.savePlan', { failure: 'inline', done: () => t('eventPlans.planSaved') });
  const { chair, secretary, figure } = plan;
  return (
    <RecordForm<MinutesValues>
      draftKey={null}
      initial={{
        chair,
        secretary,
        figure,
        agenda: agendaText(plan.agenda),
        resolutions: resolutionsText(plan.resolutions),
      }}
      onReload={onReload}
      enterSaves={false}
      onSubmit={(values) =>
        save.run({
          id: eventId,
          version: plan.version,
          chair: values.chair,
          secretary: values.secretary,
          figure: values.figure ?? 'people',
          agenda: agendaFrom(values.agenda ?? ''),
          resolutions: resolutionsFrom(values.resolutions ?? ''),
        })
      }
    >
      <FieldRow>
        <TextField name="chair" label={t('eventPlans.chair')} max={120} />
        <TextField name="secretary" label={t('eventPlans.secretary')} max={120} />
      </FieldRow>
      <TextAreaField
        name="agenda"
        label={t('eventPlans.agenda')}
        hint={t('eventPlans.agendaHint')}
        rows={6}
        max={5000}
      />
      <TextAreaField
        name="resolutions"
        label={t('eventPlans.resolutions')}
        hint={t('eventPlans.resolutionsHint')}
        max={5000}
      />
      {plan.sessions.length > 0 && (
        <SelectField
          name="figure"
          label={t('eventPlans.figureOf')}
          options={(['people', 'turns'] as const).map((value) => ({
            value,
            label: t(`eventPlans.figures.${value}`),
          }))}
        />
      )}
    </RecordForm>
  );
}
