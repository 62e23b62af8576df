/** What is usually done in a month: the office's own list. */
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract';
import { EVENT_KINDS } from '../../../shared/domain/eventKinds';
import { OCCASIONS } from '../../../shared/domain/occasions';
import { STEP_OPENS, STEP_PAGES } from '../../../shared/domain/plans';
import { useCommandOp, useText } from '../../client';
import { CheckField, RecordForm, SegmentedField, SelectField, TextField } from '../../ui';
import type { Step } from './YearTab';

type Values = Omit<InputOf<'plans.saveStep'>, 'id' | 'version'>;
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

export function StepForm({ step, month, onDone }: { step: Step | null; month: number; onDone(): void }) {
  const t = useText();
  const [values, setValues] = useState<Partial<Values>>(
    step
      ? {
          ...{ month: step.month, name: step.name, nameEn: step.nameEn, hint: step.hint },
          ...{ hintEn: step.hintEn, official: step.official, opens: step.opens, what: step.what },
        }
      : { month, opens: 'event', official: false },
  );
  const save = useCommandOp('plans.saveStep', {
    failure: 'inline',
    done: () => t('plans.guide.stepSaved'),
  });
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={values}
      onValues={setValues}
      onCancel={onDone}
      onSubmit={async (all) => {
        await save.run({
          ...all,
          ...{ id: step?.id ?? null, version: step?.version ?? null, official: all.official ?? false },
          ...{ nameEn: all.nameEn ?? null, hint: all.hint ?? null, hintEn: all.hintEn ?? null },
        });
        onDone();
      }}
    >
      <TextField name="name" label={t('plans.field.name')} required max={200} autoFocus />
      <SelectField<number>
        name="month"
        label={t('plans.field.month')}
        required
        options={MONTHS.map((value) => ({ value, label: t('plans.month', { month: String(value) }) }))}
      />
      <SegmentedField
        name="opens"
        label={t('plans.field.opens')}
        options={STEP_OPENS.map((value) => ({ value, label: t(`plans.opens.${value}`) }))}
      />
      <SelectField
        name="what"
        label={t('plans.field.what')}
        required
        options={useChoices(values.opens ?? 'event')}
      />
      <TextField name="hint" label={t('plans.field.hint')} optional max={300} />
      <TextField name="nameEn" label={t('plans.field.nameEn')} optional max={200} />
      <TextField name="hintEn" label={t('plans.field.hintEn')} optional max={300} />
      <CheckField name="official" label={t('plans.field.official')} />
    </RecordForm>
  );
}

function useChoices(opens: Values['opens']): { value: string; label: string }[] {
  const t = useText();
  if (opens === 'page') return STEP_PAGES.map((value) => ({ value, label: t(`plans.pages.${value}`) }));
  const named = opens === 'event' ? EVENT_KINDS : OCCASIONS;
  return named.map((one) => ({ value: one.code, label: t.language === 'vi' ? one.name : one.nameEn }));
}
