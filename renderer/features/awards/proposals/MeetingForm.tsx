/** A council meeting: day, place, who chaired, who of the committee in post that day came. */
import { Checkbox, Input } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { invoke, useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  DateField,
  FieldRow,
  FormSection,
  IconButton,
  isComposing,
  LoadingBars,
  RecordForm,
  ScoreField,
  TextAreaField,
  TextField,
  todayIso,
} from '../../../ui';
import { readClock } from '../../events/clock';

type Attendee = OutputOf<'proposals.meeting'>['attendees'][number];
type Values = Omit<InputOf<'proposals.saveMeeting'>, 'id' | 'version' | 'roundId' | 'attendees'>;
interface Start {
  version: number | null;
  values: Partial<Values>;
  attendees: readonly Attendee[];
}

export function MeetingForm({ roundId, id, onDone }: { roundId: number; id: number | null; onDone(): void }) {
  const held = useQueryOp('proposals.meeting', { id: id ?? 0 }, { enabled: id !== null }).data;
  const day = todayIso();
  const proposed = useQueryOp(
    'proposals.meetingDefaults',
    { roundId, heldOn: day },
    { enabled: id === null },
  ).data;
  const start: Start | null = held
    ? { version: held.version, values: held.fields, attendees: held.attendees }
    : proposed
      ? { version: null, values: { heldOn: day, ...withoutPeople(proposed) }, attendees: proposed.attendees }
      : null;
  if (!start) return <LoadingBars kind="lines" />;
  return <LoadedForm {...{ roundId, id, start, onDone }} />;
}

const withoutPeople = ({ attendees: _, ...fields }: OutputOf<'proposals.meetingDefaults'>) => fields;

function LoadedForm({
  roundId,
  id,
  start,
  onDone,
}: {
  roundId: number;
  id: number | null;
  start: Start;
  onDone(): void;
}) {
  const t = useText();
  const [people, setPeople] = useState<readonly Attendee[]>(start.attendees);
  const [day, setDay] = useState(start.values.heldOn ?? '');
  const save = useCommandOp('proposals.saveMeeting', {
    failure: 'inline',
    done: () => t('proposals.council.saved'),
  });
  useEffect(() => {
    if (id !== null || day.length !== 10 || day === start.values.heldOn) return;
    void invoke('proposals.meetingDefaults', { roundId, heldOn: day })
      .then(({ data }) => setPeople(data.attendees))
      .catch(() => undefined);
  }, [id, day, roundId, start.values.heldOn]);
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={start.values}
      onValues={(values) => setDay(String((values as Partial<Values>).heldOn ?? ''))}
      onCancel={onDone}
      onSubmit={async (values) => {
        const clock = (text: string | null | undefined) => (text ? (readClock(text) ?? text) : null);
        await save.run({
          ...values,
          startsAt: clock(values.startsAt),
          endsAt: clock(values.endsAt),
          id,
          version: start.version,
          roundId,
          attendees: people.map((one) => ({ ...one, reason: one.present ? null : one.reason })),
        });
        onDone();
      }}
    >
      <FieldRow columns="1fr 110px 110px">
        <DateField name="heldOn" label={t('proposals.field.heldOn')} precision="day" required />
        <TextField name="startsAt" label={t('proposals.field.startsAt')} max={10} placeholder="14:00" />
        <TextField name="endsAt" label={t('proposals.field.endsAt')} max={10} placeholder="16:00" />
      </FieldRow>
      <TextField name="place" label={t('proposals.field.place')} optional max={200} />
      <FieldRow>
        <TextField name="chairName" label={t('proposals.field.chairName')} max={100} />
        <TextField name="chairPost" label={t('proposals.field.chairPost')} max={120} />
      </FieldRow>
      <FieldRow>
        <TextField name="secretaryName" label={t('proposals.field.secretaryName')} max={100} />
        <ScoreField
          name="threshold"
          label={t('proposals.field.threshold')}
          hint={t('proposals.field.thresholdHint')}
          required
        />
      </FieldRow>
      <FormSection title={t('proposals.council.attendees')}>
        <People people={people} onChange={setPeople} />
      </FormSection>
      <TextAreaField name="opinions" label={t('proposals.field.opinions')} optional max={5000} />
      <TextAreaField name="conclusion" label={t('proposals.field.conclusion')} optional max={3000} />
    </RecordForm>
  );
}

function People({
  people,
  onChange,
}: {
  people: readonly Attendee[];
  onChange(people: readonly Attendee[]): void;
}) {
  const t = useText();
  const [name, setName] = useState('');
  const change = (at: number, more: Partial<Attendee>) =>
    onChange(people.map((one, i) => (i === at ? { ...one, ...more } : one)));
  const add = () => {
    if (name.trim() === '') return;
    onChange([...people, { memberId: null, name: name.trim(), post: null, present: true, reason: null }]);
    setName('');
  };
  return (
    <div className="so-stack so-proposals-people">
      {people.map((one, at) => (
        <span className="so-row" key={`${one.memberId}:${one.name}`}>
          <Checkbox
            checked={one.present}
            aria-label={t('proposals.council.came', { name: one.name })}
            onChange={(event) => change(at, { present: event.target.checked })}
          />
          <span className="so-proposals-person">
            <span className="so-strong">{one.name}</span> <span className="so-caption">{one.post}</span>
          </span>
          <span className="so-push" />
          {!one.present && (
            <Input
              size="small"
              className="so-proposals-why"
              aria-label={t('proposals.council.whyAbsent', { name: one.name })}
              placeholder={t('proposals.col.reason')}
              value={one.reason ?? ''}
              maxLength={200}
              onChange={(event) => change(at, { reason: event.target.value || null })}
            />
          )}
          <IconButton
            icon={Trash2}
            size="small"
            label={t('proposals.council.takeOff', { name: one.name })}
            onClick={() => onChange(people.filter((_, i) => i !== at))}
          />
        </span>
      ))}
      <span className="so-row">
        <Input
          size="small"
          aria-label={t('proposals.council.personName')}
          placeholder={t('proposals.council.personName')}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event) || name.trim() === '') return;
            event.preventDefault();
            event.stopPropagation();
            add();
          }}
        />
        <ActionButton
          size="small"
          action={{ key: 'add', label: t('proposals.council.addPerson'), icon: Plus, onClick: add }}
        />
      </span>
    </div>
  );
}
