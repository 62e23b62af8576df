/** What a target reached up to a day, typed with its source. */
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract';
import { useCommandOp, useText } from '../../client';
import {
  CountField,
  DateField,
  FieldRow,
  RecordForm,
  ScoreField,
  SelectField,
  TextField,
  todayIso,
} from '../../ui';
import type { ActualRow } from './words';

type Values = Omit<InputOf<'targets.saveActual'>, 'id' | 'version' | 'targetId'>;
const FLAGS = ['exact', 'atLeast', 'almost', 'about'] as const;

interface ActualFormProps {
  target: OutputOf<'targets.get'>['target'];
  actual: ActualRow | null;
  onDone(): void;
}

export function ActualForm({ target, actual, onDone }: ActualFormProps) {
  const t = useText();
  const initial: Partial<Values> = actual ?? { onDay: todayIso(), flag: 'exact' };
  const [values, setValues] = useState(initial);
  const save = useCommandOp('targets.saveActual', {
    failure: 'inline',
    done: () => t('targets.savedActual'),
  });
  const fraction = values.part != null || values.whole != null;
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={initial}
      onValues={setValues}
      onCancel={onDone}
      onSubmit={async ({ onDay, value, part, whole, flag, source, note }) => {
        await save.run({
          ...{ id: actual?.id ?? null, version: actual?.version ?? null, targetId: target.id },
          ...{ onDay, flag: flag ?? 'exact', source, note: note ?? null },
          value: target.percent && part != null ? null : (value ?? null),
          ...(target.percent ? { part: part ?? null, whole: whole ?? null } : {}),
        });
        onDone();
      }}
    >
      <DateField name="onDay" label={t('targets.field.onDay')} precision="day" required autoFocus />
      {target.percent && (
        <FieldRow>
          <CountField name="part" label={t('targets.field.part')} unit={target.unit} />
          <CountField name="whole" label={t('targets.field.whole')} unit={target.unit} />
        </FieldRow>
      )}
      <FieldRow>
        {target.percent ? (
          <ScoreField
            {...{ name: 'value', label: t('targets.field.valuePercent'), unit: '%' }}
            {...{ min: 0, max: 100, disabled: fraction }}
          />
        ) : (
          <ScoreField name="value" label={t('targets.field.value')} unit={target.unit} min={0} />
        )}
        <SelectField
          name="flag"
          label={t('targets.field.flag')}
          options={FLAGS.map((value) => ({ value, label: t(`targets.flags.${value}`) }))}
        />
      </FieldRow>
      <TextField
        name="source"
        label={t('targets.field.source')}
        hint={t('targets.field.sourceHint')}
        required
        max={300}
      />
      <TextField name="note" label={t('targets.field.note')} optional max={300} />
    </RecordForm>
  );
}
