/** Recording a session: when and where, who was there, what was looked at, what came of it. */
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { InputOf } from '../../../shared/contract';
import { type InspectionKind, type InspectionTopic, TOPICS_OF } from '../../../shared/domain/inspection';
import { invoke, useCommandOp, useQueryOp, useText } from '../../client';
import {
  CountField,
  DateField,
  Drawer,
  FieldRow,
  FormSection,
  LoadingBars,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
} from '../../ui';
import { readClock } from '../events/clock';
import { SubjectFields } from './subjectFields';
import { type Attendee, TeamField } from './TeamField';
import type { SessionData } from './words';

type Values = Omit<InputOf<'inspection.saveSession'>, 'id' | 'version' | 'kind' | 'attendees'>;
interface Start {
  id: number | null;
  version: number | null;
  values: Partial<Values>;
  attendees: readonly Attendee[];
}

interface SessionDrawerProps {
  kind: InspectionKind;
  open: boolean;
  /** What of the plan was held; null: outside the plan, or chosen in the form. */
  itemId: number | null;
  /** Year whose plan is offered. */
  year: number;
  onClose(): void;
}

/** A new session; opens its page once it is recorded. */
export function SessionDrawer({ kind, open, itemId, year, onClose }: SessionDrawerProps) {
  const t = useText();
  const navigate = useNavigate();
  return (
    <Drawer open={open} onClose={onClose} title={t(`inspection.session.add.${kind}`)} width={640}>
      {open && (
        <NewSession
          kind={kind}
          itemId={itemId}
          year={year}
          onDone={(id) => {
            onClose();
            if (id !== null) navigate(`/inspection/sessions/${id}`);
          }}
        />
      )}
    </Drawer>
  );
}

interface NewSessionProps {
  kind: InspectionKind;
  itemId: number | null;
  year: number;
  onDone(id: number | null): void;
}

function NewSession({ kind, itemId, year, onDone }: NewSessionProps) {
  const heldOn = todayIso();
  const proposed = useQueryOp('inspection.sessionDefaults', { kind, heldOn, itemId }).data;
  if (!proposed) return <LoadingBars kind="lines" />;
  const { attendees, ...fields } = proposed;
  const values = { heldOn, itemId, ...fields, title: fields.title ?? '' };
  return <SessionForm {...{ kind, year, onDone }} start={{ id: null, version: null, values, attendees }} />;
}

/** Of a session that is recorded. */
export function EditSession({ data, onDone }: { data: SessionData; onDone(): void }) {
  const { id, version, fields, attendees } = data;
  const { kind, ...values } = fields;
  return (
    <SessionForm
      kind={kind}
      year={Number(values.heldOn.slice(0, 4))}
      start={{ id, version, values, attendees }}
      onDone={onDone}
    />
  );
}

interface SessionFormProps {
  kind: InspectionKind;
  year: number;
  start: Start;
  onDone(id: number | null): void;
}

/** The committee in post on the day, while a new session is recorded and nobody changed the team. */
function useTeam(kind: InspectionKind, start: Start, day: string) {
  const [people, setPeople] = useState<readonly Attendee[]>(start.attendees);
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (start.id !== null || touched || day.length !== 10 || day === start.values.heldOn) return;
    void invoke('inspection.sessionDefaults', { kind, heldOn: day })
      .then(({ data }) => setPeople(data.attendees))
      .catch(() => undefined);
  }, [kind, day, start, touched]);
  const change = (next: readonly Attendee[]) => {
    setTouched(true);
    setPeople(next);
  };
  return [people, change] as const;
}

const clock = (text: string | null | undefined) => (text ? (readClock(text) ?? text) : null);

function SessionForm({ kind, year, start, onDone }: SessionFormProps) {
  const t = useText();
  const [held, setHeld] = useState({ day: start.values.heldOn ?? '', topic: start.values.topic });
  const [people, setPeople] = useTeam(kind, start, held.day);
  const save = useCommandOp('inspection.saveSession', {
    failure: 'inline',
    done: () => t(start.id === null ? 'inspection.session.added' : 'inspection.session.saved'),
  });
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={start.values}
      onValues={(values) => {
        const { heldOn, topic } = values as Partial<Values>;
        setHeld({ day: heldOn ?? '', topic });
      }}
      onCancel={() => onDone(null)}
      onSubmit={async (values) => {
        const made = await save.run({
          ...values,
          id: start.id,
          version: start.version,
          kind,
          startsAt: clock(values.startsAt),
          endsAt: clock(values.endsAt),
          fundId: values.topic === 'finance' ? (values.fundId ?? null) : null,
          attendees: people.map(({ shown: _, ...one }) => one),
        });
        onDone(start.id === null ? made.id : null);
      }}
    >
      <What kind={kind} year={year} autoFocus={start.id === null} />
      <When />
      {held.topic !== 'meeting' && <SubjectFields funds={held.topic === 'finance'} />}
      <FormSection title={t('inspection.field.attendees')}>
        <TeamField people={people} onChange={setPeople} />
        {kind === 'inspection' && held.topic !== 'meeting' && (
          <TextAreaField
            name="others"
            label={t('inspection.field.others')}
            hint={t('inspection.field.othersHint')}
            optional
            max={2000}
          />
        )}
        {kind === 'women' && <TakingPart year={year} />}
      </FormSection>
      <Said kind={kind} meeting={held.topic === 'meeting'} />
    </RecordForm>
  );
}

function What({ kind, year, autoFocus }: { kind: InspectionKind; year: number; autoFocus: boolean }) {
  const t = useText();
  const items = useQueryOp('inspection.plan', { kind, year }).data?.items ?? [];
  return (
    <>
      <FieldRow>
        <SelectField<InspectionTopic>
          name="topic"
          label={t('inspection.field.topic')}
          required
          options={TOPICS_OF[kind].map((value) => ({ value, label: t(`inspection.topic.${value}`) }))}
        />
        <SelectField<number>
          name="itemId"
          label={t('inspection.field.itemId')}
          optional
          clearable
          placeholder={t('inspection.field.noItem')}
          options={items.map((item) => ({
            value: item.id,
            label: item.title,
            ...(item.month === null ? {} : { note: t('inspection.month', { month: item.month }) }),
          }))}
        />
      </FieldRow>
      <TextField name="title" label={t('inspection.field.title')} required max={300} autoFocus={autoFocus} />
    </>
  );
}

function When() {
  const t = useText();
  return (
    <>
      <FieldRow columns="1fr 110px 110px">
        <DateField
          name="heldOn"
          label={t('inspection.field.heldOn')}
          precision="day"
          required
          max={todayIso()}
        />
        <TextField name="startsAt" label={t('inspection.field.startsAt')} max={10} placeholder="14:00" />
        <TextField name="endsAt" label={t('inspection.field.endsAt')} max={10} placeholder="16:00" />
      </FieldRow>
      <TextField name="place" label={t('inspection.field.place')} optional max={200} />
    </>
  );
}

/** How many took part: from a recorded event of the year, or a number. */
function TakingPart({ year }: { year: number }) {
  const t = useText();
  const events =
    useQueryOp('events.list', { from: `${year}-01-01`, to: `${year}-12-31`, limit: 200 }).data?.rows ?? [];
  return (
    <FieldRow columns="1fr 160px">
      <SelectField<number>
        name="eventId"
        label={t('inspection.field.eventId')}
        hint={t('inspection.field.eventHint')}
        optional
        clearable
        placeholder={t('inspection.field.noEvent')}
        options={events.map((event) => ({ value: event.id, label: event.name }))}
      />
      <CountField name="people" label={t('inspection.field.people')} optional max={100_000} />
    </FieldRow>
  );
}

function Said({ kind, meeting }: { kind: InspectionKind; meeting: boolean }) {
  const t = useText();
  return (
    <FormSection title={t('inspection.session.about')}>
      {kind === 'inspection' && !meeting && (
        <FieldRow>
          <TextField
            name="scope"
            label={t('inspection.field.scope')}
            hint={t('inspection.field.scopeHint')}
            optional
            max={200}
          />
        </FieldRow>
      )}
      <TextAreaField name="content" label={t('inspection.field.content')} optional max={10_000} />
      <TextAreaField name="strengths" label={t('inspection.field.strengths')} optional max={5000} />
      <TextAreaField name="conclusion" label={t('inspection.field.conclusion')} optional max={5000} />
      <TextAreaField
        name="legalBasis"
        label={t('inspection.field.legalBasis')}
        hint={t('inspection.field.legalBasisHint')}
        optional
        max={3000}
      />
    </FormSection>
  );
}
