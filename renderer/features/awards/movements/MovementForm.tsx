/** A movement, new or edited; its name is kept to the letter. */
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { AWARD_LEVELS } from '../../../../shared/domain/awards';
import { useCommandOp, useText } from '../../../client';
import { DateField, FieldRow, RecordForm, SelectField, TextAreaField, TextField } from '../../../ui';
import { useAwardWords } from '../words';

export type Movement = OutputOf<'movements.get'>['movement'];
type Values = Omit<InputOf<'movements.save'>, 'id' | 'version'>;

const valuesOf = (m: Movement): Values => ({
  name: m.name,
  theme: m.theme,
  level: m.level,
  launchedBy: m.launchedBy,
  launchedOn: m.launchedOn,
  startsOn: m.startsOn,
  endsOn: m.endsOn,
  paperNo: m.paperNo,
  summedUpOn: m.summedUpOn,
  note: m.note,
});

export function MovementForm({
  movement,
  onDone,
}: {
  movement: Movement | null;
  onDone(id: number | null): void;
}) {
  const t = useText();
  const words = useAwardWords();
  const save = useCommandOp('movements.save', {
    failure: 'inline',
    done: (_, input) => t('movements.saved', { name: input.name }),
  });
  return (
    <RecordForm<Values>
      draftKey={`movement:${movement?.id ?? 'new'}`}
      initial={movement ? valuesOf(movement) : { level: 'unit' }}
      onCancel={() => onDone(null)}
      onSubmit={async (values) => {
        const saved = await save.run({
          ...values,
          id: movement?.id ?? null,
          version: movement?.version ?? null,
        });
        onDone(saved.id);
      }}
    >
      <TextField
        name="name"
        label={t('movements.field.name')}
        hint={t('movements.field.nameHint')}
        required
        max={300}
        autoFocus
      />
      <TextAreaField name="theme" label={t('movements.field.theme')} optional max={500} />
      <FieldRow>
        <SelectField
          name="level"
          label={t('movements.field.level')}
          required
          options={AWARD_LEVELS.map((value) => ({ value, label: words.level(value) }))}
        />
        <TextField name="launchedBy" label={t('movements.field.launchedBy')} optional max={200} />
      </FieldRow>
      <FieldRow>
        <DateField name="launchedOn" label={t('movements.field.launchedOn')} />
        <TextField name="paperNo" label={t('movements.field.paperNo')} optional max={80} />
      </FieldRow>
      <FieldRow columns="1fr 1fr 1fr">
        <DateField name="startsOn" label={t('movements.field.startsOn')} />
        <DateField name="endsOn" label={t('movements.field.endsOn')} />
        <DateField name="summedUpOn" label={t('movements.field.summedUpOn')} />
      </FieldRow>
      <TextAreaField name="note" label={t('movements.field.note')} optional max={2000} />
    </RecordForm>
  );
}
