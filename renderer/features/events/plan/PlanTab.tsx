/** Sessions, who chairs and writes, the agenda, the resolutions, and which edition of a series it is. */

import type { FormInstance } from 'antd';
import { CalendarPlus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  CountField,
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
            <EditionForm key={plan.edition?.text ?? 'none'} event={event} plan={plan} />
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
            width: 120,
            cell: (one) => [one.startsAt, one.endsAt].filter(Boolean).join(' – '),
          },
          { key: 'place', header: t('eventPlans.place'), width: 180, cell: (one) => one.place ?? '' },
          {
            key: 'came',
            header: t('eventPlans.figure'),
            width: 110,
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

interface EditionValues {
  seriesId: number | null;
  number: number | null;
  yearFrom: number | null;
  yearTo: number | null;
}

function EditionForm({ event, plan }: { event: EventDetail; plan: Plan }) {
  const t = useText();
  const series = useQueryOp('events.series', { language: t.language }).data?.rows ?? [];
  const save = useCommandOp('events.setEdition', {
    failure: 'inline',
    done: () => t('eventPlans.editionSaved'),
  });
  const held = plan.edition?.seriesId ?? null;
  const [chosen, setChosen] = useState(held);
  const next = chosen === held ? undefined : series.find((one) => one.id === chosen)?.next.number;
  const year = Number(event.fields.startsOn.slice(0, 4));
  const years = Array.from({ length: 6 }, (_, at) => ({
    value: year - 2 + at,
    label: String(year - 2 + at),
  }));
  return (
    <RecordForm<EditionValues>
      draftKey={null}
      initial={plan.edition ?? { yearFrom: year, yearTo: year, number: 1 }}
      saveLabel={t('eventPlans.setEdition')}
      onValues={(values) => setChosen(values.seriesId ?? null)}
      onSubmit={({ seriesId, number, yearFrom, yearTo }) =>
        save.run({
          id: event.id,
          edition: seriesId
            ? {
                seriesId,
                number: number ?? 1,
                yearFrom: yearFrom ?? year,
                yearTo: yearTo ?? yearFrom ?? year,
              }
            : null,
        })
      }
    >
      {(form) => (
        <>
          <NextNumber form={form} number={next} />
          {plan.edition && <p className="so-strong">{plan.edition.text}</p>}
          <SelectField<number>
            name="seriesId"
            label={t('eventPlans.series')}
            clearable
            placeholder={t('eventPlans.noEdition')}
            options={series.map((one) => ({ value: one.id, label: one.name, note: one.next.text }))}
          />
          <FieldRow columns="1fr 1fr 1fr">
            <CountField name="number" label={t('eventPlans.number')} min={1} max={999} />
            <SelectField<number> name="yearFrom" label={t('eventPlans.yearFrom')} options={years} />
            <SelectField<number> name="yearTo" label={t('eventPlans.yearTo')} options={years} />
          </FieldRow>
        </>
      )}
    </RecordForm>
  );
}

/** Proposes the number that follows in a series just chosen. */
function NextNumber({ form, number }: { form: FormInstance<EditionValues>; number: number | undefined }) {
  useEffect(() => {
    if (number !== undefined) form.setFieldValue('number', number);
  }, [form, number]);
  return null;
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
