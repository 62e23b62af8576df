/** The form of an event, new or edited. */
import { useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { InputOf, OutputOf } from '../../../shared/contract';
import {
  EVENT_AUDIENCES,
  EVENT_KIND_CODES,
  EVENT_MODES,
  type EventKindCode,
  eventKind,
  ORGANISER_LEVELS,
} from '../../../shared/domain/eventKinds';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  CountField,
  DateField,
  ErrorState,
  FieldRow,
  FormSection,
  LoadingBars,
  Page,
  RecordForm,
  SegmentedField,
  SelectField,
  TextAreaField,
  TextField,
  useFormat,
} from '../../ui';
import { readClock } from './clock';
import './events.css';
import { useEventWords } from './words';

type Fields = InputOf<'events.create'>;

export default function EventFormPage() {
  const { id } = useParams();
  return id === undefined ? <NewEvent /> : <EditEvent id={Number(id)} />;
}

/** What the calendar says of the event to be planned: its day, and the occasion's kind and name. */
function usePlanned(): Partial<Fields> {
  const [address] = useSearchParams();
  const kind = EVENT_KIND_CODES.find((code) => code === address.get('kind'));
  const [startsOn, name] = [address.get('startsOn'), address.get('name')];
  return {
    ...(kind ? { kind, audience: eventKind(kind).audience } : {}),
    ...(startsOn ? { startsOn } : {}),
    ...(name ? { name } : {}),
  };
}

function NewEvent() {
  const planned = usePlanned();
  const t = useText();
  const navigate = useNavigate();
  const create = useCommandOp('events.create', {
    failure: 'inline',
    done: (_, input) => t('events.created', { name: input.name }),
  });
  return (
    <Page title={t('events.addTitle')} crumbs={[{ label: t('events.title'), to: '/events' }]}>
      <EventForm
        draftKey={`events:new${planned.startsOn ? `:${planned.startsOn}:${planned.kind ?? ''}` : ''}`}
        initial={{ mode: 'onsite', audience: 'members', organiserLevel: 'grassroots', ...planned }}
        followsKind
        onCancel={() => navigate('/events')}
        onSave={async (fields) => {
          const saved = await create.run(fields);
          navigate(`/events/${saved.id}?tab=people`, { replace: true });
        }}
      />
    </Page>
  );
}

function EditEvent({ id }: { id: number }) {
  const t = useText();
  const query = useQueryOp('events.get', { id });
  const title = query.data?.fields.name ?? t('events.edit');
  const crumbs = [
    { label: t('events.title'), to: '/events' },
    { label: title, to: `/events/${id}` },
  ];
  return (
    <Page title={t('events.edit')} crumbs={crumbs}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <EditForm key={query.data.version} event={query.data} onReload={() => void query.refetch()} />
      ) : (
        <LoadingBars kind="lines" />
      )}
    </Page>
  );
}

function EditForm({ event, onReload }: { event: OutputOf<'events.get'>; onReload(): void }) {
  const t = useText();
  const navigate = useNavigate();
  const update = useCommandOp('events.update', {
    failure: 'inline',
    done: (_, input) => t('events.updated', { name: input.name }),
  });
  const back = () => navigate(`/events/${event.id}`, { replace: true });
  return (
    <EventForm
      draftKey={`events:${event.id}`}
      initial={event.fields as Partial<Fields>}
      onCancel={back}
      onReload={onReload}
      onSave={async (fields) => {
        await update.run({ ...fields, id: event.id, version: event.version });
        back();
      }}
    />
  );
}

interface EventFormProps {
  draftKey: string;
  initial: Partial<Fields>;
  /** A new event's audience follows the kind chosen. */
  followsKind?: boolean;
  onCancel(): void;
  onReload?: () => void;
  onSave(fields: Fields): Promise<void>;
}

function EventForm({ draftKey, initial, followsKind = false, onCancel, onReload, onSave }: EventFormProps) {
  const t = useText();
  const words = useEventWords();
  const save = (values: Fields) =>
    onSave({ ...values, startsAt: clockOf(values.startsAt), endsAt: clockOf(values.endsAt) });
  return (
    <RecordForm<Fields>
      draftKey={draftKey}
      initial={initial}
      onSubmit={save}
      onCancel={onCancel}
      {...(onReload ? { onReload } : {})}
    >
      {(form) => (
        <>
          <SelectField<EventKindCode>
            name="kind"
            label={t('events.kind')}
            required
            options={words.kindOptions}
            onPicked={(code) => {
              if (followsKind && typeof code === 'string')
                form.setFieldValue('audience', eventKind(code).audience);
            }}
          />
          <TextField name="name" label={t('events.form.name')} required max={300} />
          <TimeAndPlace />
          <Organiser />
          <FormSection title={t('events.form.more')}>
            <TextAreaField name="content" label={t('events.form.content')} optional max={5000} />
            <TextAreaField name="result" label={t('events.form.result')} optional max={5000} />
            <TextAreaField
              name="documents"
              label={t('events.form.documents')}
              optional
              max={2000}
              hint={t('events.form.documentsHint')}
            />
          </FormSection>
        </>
      )}
    </RecordForm>
  );
}

const clockOf = (text: string | null | undefined) => (text ? (readClock(text) ?? text) : null);

function TimeAndPlace() {
  const t = useText();
  return (
    <FormSection title={t('events.form.when')}>
      <FieldRow columns="1fr 110px">
        <DateField
          name="startsOn"
          label={t('events.form.startsOn')}
          required
          hint={t('events.form.startsOnHint')}
        />
        <ClockField name="startsAt" label={t('events.form.startsAt')} />
      </FieldRow>
      <FieldRow columns="1fr 110px">
        <DateField name="endsOn" label={t('events.form.endsOn')} optional />
        <ClockField name="endsAt" label={t('events.form.endsAt')} />
      </FieldRow>
      <SegmentedField
        name="mode"
        label={t('events.form.mode')}
        options={EVENT_MODES.map((value) => ({ value, label: t(`events.mode.${value}`) }))}
      />
      <TextField name="place" label={t('events.form.place')} optional max={200} />
    </FormSection>
  );
}

function ClockField({ name, label }: { name: string; label: string }) {
  const t = useText();
  const rules = useMemo(
    () => [
      {
        validator: (_: unknown, value: unknown) =>
          typeof value === 'string' && value.trim() !== '' && readClock(value) === null
            ? Promise.reject(new Error(t('events.form.clockWrong', { text: value })))
            : Promise.resolve(),
      },
    ],
    [t],
  );
  return <TextField name={name} label={label} max={20} rules={rules} />;
}

function Organiser() {
  const t = useText();
  const format = useFormat();
  return (
    <FormSection title={t('events.form.who')}>
      <FieldRow>
        <SelectField
          name="organiserLevel"
          label={t('events.form.organiserLevel')}
          clearable
          options={ORGANISER_LEVELS.map((value) => ({ value, label: t(`events.level.${value}`) }))}
        />
        <TextField name="organiserName" label={t('events.form.organiserName')} optional max={200} />
      </FieldRow>
      <SelectField
        name="audience"
        label={t('events.form.audience')}
        hint={t('events.form.audienceHint')}
        options={EVENT_AUDIENCES.map((value) => ({ value, label: t(`events.audience.${value}`) }))}
      />
      <FieldRow>
        <CountField name="sequence" label={t('events.form.sequence')} optional min={1} max={999} />
        <CountField
          name="sessions"
          label={t('events.form.sessions')}
          optional
          min={1}
          max={999}
          unit={t('events.form.sessionsUnit')}
          placeholder={format.count(1)}
        />
      </FieldRow>
    </FormSection>
  );
}
