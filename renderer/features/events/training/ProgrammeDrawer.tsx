/** The programme of a course: topics with hours, speakers with the post they held that day. */
import { Form, type FormInstance } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { HOUR_UNITS, TRAINING_TYPES } from '../../../../shared/domain/training';
import { useCommandOp, useText } from '../../../client';
import {
  ActionButton,
  Drawer,
  FieldRow,
  IconButton,
  RecordForm,
  ScoreField,
  SegmentedField,
  SelectField,
  TextAreaField,
  TextField,
  useFormat,
} from '../../../ui';
import { type Person, PersonField } from '../../organisation/committees/PersonField';
import type { EventDetail } from '../EventPage';
import type { Training } from './TrainingTab';

interface TopicValue {
  name: string;
  hours: number | null;
  material: string | null;
  speaker: number | null;
}
interface SpeakerValue {
  person: Person | null;
  post: string | null;
}
type Values = Pick<Training['fields'], 'type' | 'hourUnit' | 'courseName' | 'decisionNo' | 'followUp'> & {
  topics: TopicValue[];
  speakers: SpeakerValue[];
};

const valuesOf = ({ fields }: Training): Values => ({
  ...fields,
  topics: fields.topics.map(({ tenths, ...topic }) => ({
    ...topic,
    hours: tenths === null ? null : tenths / 10,
  })),
  speakers: fields.speakers.map(({ memberId, name, post }) => ({ person: { memberId, name }, post })),
});

interface ProgrammeDrawerProps {
  event: EventDetail;
  training: Training;
  onClose(): void;
}

export function ProgrammeDrawer({ event, training, onClose }: ProgrammeDrawerProps) {
  const t = useText();
  const save = useCommandOp('training.save', { failure: 'inline', done: () => t('training.saved') });
  const [unit, setUnit] = useState(training.fields.hourUnit);
  const submit = async ({ topics = [], speakers = [], ...values }: Values) => {
    const named = speakers.filter(({ person }) => person);
    const placeOf = (speaker: number | null) => {
      const one = speaker === null ? undefined : speakers[speaker];
      return one?.person ? named.indexOf(one) : null;
    };
    await save.run({
      ...values,
      eventId: event.id,
      version: training.version,
      topics: topics
        .filter((topic) => topic.name?.trim())
        .map(({ hours, ...topic }) => ({
          ...topic,
          tenths: typeof hours === 'number' && hours > 0 ? Math.round(hours * 10) : null,
          speaker: placeOf(topic.speaker ?? null),
        })),
      speakers: speakers.flatMap(({ person, post }) =>
        person ? [{ memberId: person.memberId, name: person.name, post: post || null }] : [],
      ),
    });
    onClose();
  };
  return (
    <Drawer open onClose={onClose} title={t('training.edit')} facts={event.fields.name} width={860}>
      <RecordForm<Values>
        draftKey={`training:${event.id}`}
        initial={valuesOf(training)}
        onCancel={onClose}
        onValues={(values) => values.hourUnit && setUnit(values.hourUnit)}
        onSubmit={submit}
      >
        {(form) => (
          <>
            <FieldRow>
              <SelectField
                name="type"
                label={t('training.field.type')}
                options={TRAINING_TYPES.map((value) => ({ value, label: t(`training.types.${value}`) }))}
              />
              <SegmentedField
                name="hourUnit"
                label={t('training.field.hourUnit')}
                options={HOUR_UNITS.map((value) => ({ value, label: t(`training.hourUnits.${value}`) }))}
              />
            </FieldRow>
            <Speakers form={form} day={event.fields.startsOn} />
            <Topics form={form} unit={unit} />
            <FieldRow>
              <TextField
                name="courseName"
                label={t('training.field.courseName')}
                hint={t('training.courseNameHint')}
                max={200}
              />
              <TextField name="decisionNo" label={t('training.field.decisionNo')} max={60} />
            </FieldRow>
            <TextAreaField name="followUp" label={t('training.field.followUp')} rows={2} max={3000} />
          </>
        )}
      </RecordForm>
    </Drawer>
  );
}

function Speakers({ form, day }: { form: FormInstance<Values>; day: string }) {
  const t = useText();
  const format = useFormat();
  const [grown, setGrown] = useState(false);
  const leaveTopics = (gone: number) =>
    form.setFieldValue(
      'topics',
      (form.getFieldValue('topics') as Values['topics'] | undefined)?.map((topic) => {
        if (topic.speaker === null || topic.speaker < gone) return topic;
        return { ...topic, speaker: topic.speaker === gone ? null : topic.speaker - 1 };
      }),
    );
  return (
    <Form.List name="speakers">
      {(fields, { add, remove }) => (
        <fieldset className="so-field">
          <legend className="so-field__label">{t('training.speakers')}</legend>
          {fields.map((field, at) => (
            <div key={field.key} className="so-training__row so-training__row--speaker">
              <PersonField
                name={[field.name, 'person']}
                label={`${t('training.person')} ${at + 1}`}
                labelHidden
                placeholder={t('training.personHint')}
                autoFocus={grown}
              />
              <TextField
                name={[field.name, 'post']}
                label={`${t('training.post', { day: format.date(day) })} ${at + 1}`}
                labelHidden
                placeholder={t('training.post', { day: format.date(day) })}
                max={200}
              />
              <IconButton
                icon={X}
                label={t('training.removeSpeaker', { n: at + 1 })}
                onClick={() => {
                  leaveTopics(field.name);
                  remove(field.name);
                }}
              />
            </div>
          ))}
          {fields.length > 0 && <p className="so-field__hint">{t('training.postHint')}</p>}
          <ActionButton
            size="small"
            action={{
              key: 'speaker',
              label: t('training.addSpeaker'),
              icon: Plus,
              onClick: () => {
                setGrown(true);
                add({ person: null, post: null });
              },
            }}
          />
        </fieldset>
      )}
    </Form.List>
  );
}

function Topics({ form, unit }: { form: FormInstance<Values>; unit: 'period' | 'hour' }) {
  const t = useText();
  const speakers = Form.useWatch('speakers', form) ?? [];
  const [grown, setGrown] = useState(false);
  const options = speakers.flatMap((one, at) => (one?.person ? [{ value: at, label: one.person.name }] : []));
  return (
    <Form.List name="topics">
      {(fields, { add, remove }) => (
        <fieldset className="so-field">
          <legend className="so-field__label">{t('training.topics')}</legend>
          {fields.map((field, at) => (
            <div key={field.key} className="so-training__row">
              <TextField
                name={[field.name, 'name']}
                label={`${t('training.topic')} ${at + 1}`}
                labelHidden
                placeholder={t('training.topic')}
                max={300}
                autoFocus={grown}
              />
              <ScoreField
                name={[field.name, 'hours']}
                label={`${t(`training.hours_${unit}`)} ${at + 1}`}
                labelHidden
                placeholder={t(`training.hours_${unit}`)}
              />
              <SelectField
                name={[field.name, 'speaker']}
                label={`${t('training.speaker')} ${at + 1}`}
                labelHidden
                clearable
                placeholder={t('training.speaker')}
                options={options}
              />
              <TextField
                name={[field.name, 'material']}
                label={`${t('training.material')} ${at + 1}`}
                labelHidden
                placeholder={t('training.material')}
                max={300}
              />
              <IconButton
                icon={X}
                label={t('training.removeTopic', { n: at + 1 })}
                onClick={() => remove(field.name)}
              />
            </div>
          ))}
          <ActionButton
            size="small"
            action={{
              key: 'topic',
              label: t('training.addTopic'),
              icon: Plus,
              onClick: () => {
                setGrown(true);
                const [only, ...others] = options;
                const speaker = only && others.length === 0 ? only.value : null;
                add({ name: '', hours: null, material: null, speaker });
              },
            }}
          />
        </fieldset>
      )}
    </Form.List>
  );
}
