/** A dialogue, new or edited. */
import type { InputOf } from '../../../shared/contract';
import { DIALOGUE_KINDS, type DialogueKind } from '../../../shared/domain/democracy';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  CountField,
  DateField,
  FieldRow,
  FormSection,
  RecordForm,
  SegmentedField,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
} from '../../ui';
import type { Dialogue } from './DialoguesTab';

type Values = Omit<InputOf<'democracy.saveDialogue'>, 'id' | 'version'>;

function valuesOf(row: Dialogue): Values {
  const { id: _, version: __, event: ___, opinions: _o, answered: _a, files: _f, ...fields } = row;
  return fields;
}

export function DialogueForm({
  dialogue,
  onDone,
}: {
  dialogue: Dialogue | null;
  onDone(id: number | null): void;
}) {
  const t = useText();
  const save = useCommandOp('democracy.saveDialogue', {
    failure: 'inline',
    done: (_, input) => t('democracy.saved', { name: input.title }),
  });
  return (
    <RecordForm<Values>
      draftKey={`dialogue:${dialogue?.id ?? 'new'}`}
      initial={dialogue ? valuesOf(dialogue) : { kind: 'regular', onDate: todayIso() }}
      onCancel={() => onDone(null)}
      onSubmit={async (values) => {
        const own = dialogue ? { id: dialogue.id, version: dialogue.version } : {};
        const saved = await save.run({ ...values, ...own });
        onDone(saved.id);
      }}
      enterSaves={false}
    >
      <When autoFocus={dialogue === null} />
      <Sides />
      <Said />
    </RecordForm>
  );
}

function When({ autoFocus }: { autoFocus: boolean }) {
  const t = useText();
  return (
    <>
      <SegmentedField<DialogueKind>
        name="kind"
        label={t('democracy.field.kind')}
        options={DIALOGUE_KINDS.map((value) => ({ value, label: t(`democracy.kind.${value}`) }))}
      />
      <TextField
        name="title"
        label={t('democracy.field.dialogueTitle')}
        required
        autoFocus={autoFocus}
        max={200}
      />
      <FieldRow>
        <DateField name="onDate" label={t('democracy.field.onDate')} precision="day" required />
        <TextField name="place" label={t('democracy.field.place')} optional max={200} />
      </FieldRow>
      <FieldRow>
        <TextField
          name="startsAt"
          label={t('democracy.field.startsAt')}
          optional
          max={5}
          placeholder="14:00"
        />
        <TextField name="endsAt" label={t('democracy.field.endsAt')} optional max={5} placeholder="16:30" />
      </FieldRow>
      <TextField name="askedBy" label={t('democracy.field.askedBy')} optional max={200} />
    </>
  );
}

function Sides() {
  const t = useText();
  return (
    <FormSection title={t('democracy.dialogue.sides')}>
      {(['employer', 'worker'] as const).map((side) => (
        <div key={side}>
          <FieldRow>
            <TextField
              name={`${side}Lead`}
              label={t(`democracy.field.${side}Lead`)}
              hint={t('democracy.field.leadHint')}
              optional
              max={200}
            />
            <CountField name={`${side}Count`} label={t(`democracy.field.${side}Count`)} optional />
          </FieldRow>
          <TextAreaField
            name={`${side}People`}
            label={t(`democracy.field.${side}People`)}
            hint={t('democracy.field.peopleHint')}
            optional
            max={3000}
          />
        </div>
      ))}
      <TextField name="secretary" label={t('democracy.field.secretary')} optional max={200} />
    </FormSection>
  );
}

function Said() {
  const t = useText();
  const events = useQueryOp('events.list', { kinds: ['dialogue'], limit: 50 }).data?.rows ?? [];
  return (
    <FormSection title={t('democracy.field.content')}>
      <TextAreaField name="content" label={t('democracy.field.content')} optional max={5000} />
      <TextAreaField name="conclusions" label={t('democracy.field.conclusions')} optional max={5000} />
      <TextAreaField name="openPoints" label={t('democracy.field.openPoints')} optional max={3000} />
      {events.length > 0 && (
        <SelectField<number>
          name="eventId"
          label={t('democracy.field.eventId')}
          optional
          clearable
          options={events.map((row) => ({
            value: row.id,
            label: `${row.startsOn.split('-').reverse().join('/')} · ${row.name}`,
          }))}
        />
      )}
      <TextAreaField name="note" label={t('democracy.field.note')} optional max={2000} />
    </FormSection>
  );
}
