/** A base wage and a coefficient, each from a day on. */
import type { InputOf } from '../../../../shared/contract';
import { RECIPIENT_KINDS } from '../../../../shared/domain/awards';
import { useCommandOp, useText } from '../../../client';
import {
  CheckField,
  DateField,
  FieldRow,
  MoneyField,
  RecordForm,
  ScoreField,
  SegmentedField,
  SelectField,
  TextField,
} from '../../../ui';
import type { Coefficient, Wage } from './RatesPart';
import type { FormNames } from './words';

type WageValues = Omit<InputOf<'awardMoney.saveWage'>, 'id' | 'version'>;

export function WageForm({ row, onDone }: { row: Wage | null; onDone(): void }) {
  const t = useText();
  const save = useCommandOp('awardMoney.saveWage', {
    failure: 'inline',
    done: () => t('awardRules.money.wageSaved'),
  });
  const { id, version, ...fields } = row ?? { id: null, version: null, toCheck: false };
  return (
    <RecordForm<WageValues>
      draftKey={null}
      initial={fields}
      onCancel={onDone}
      onSubmit={async (values) => {
        await save.run({ ...values, id, version });
        onDone();
      }}
    >
      <FieldRow>
        <DateField name="validFrom" label={t('awardRules.money.from')} precision="day" required autoFocus />
        <MoneyField name="amount" label={t('awardRules.field.amount')} required min={1} />
      </FieldRow>
      <TextField name="source" label={t('awardRules.field.source')} optional max={300} />
      <TextField name="note" label={t('awardRules.field.note')} optional max={300} />
      <CheckField name="toCheck" label={t('awardRules.field.toCheck')} />
    </RecordForm>
  );
}

type Values = Omit<InputOf<'awardMoney.saveCoefficient'>, 'id' | 'version' | 'hundredths'> & {
  times: number;
};

export function CoefficientForm({
  row,
  names,
  onDone,
}: {
  row: Coefficient | null;
  names: FormNames;
  onDone(): void;
}) {
  const t = useText();
  const save = useCommandOp('awardMoney.saveCoefficient', {
    failure: 'inline',
    done: () => t('awardRules.money.coefficientSaved'),
  });
  const codes = [...new Set([...names.keys(), ...(row ? [row.formCode] : [])])];
  const { formCode, recipient, validFrom, validTo, source, toCheck } = row ?? {
    recipient: 'individual' as const,
  };
  const given = {
    formCode,
    recipient,
    validFrom,
    validTo,
    source,
    toCheck,
    times: row ? row.hundredths / 100 : undefined,
  };
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={
        Object.fromEntries(
          Object.entries(given).filter(([, value]) => value !== undefined),
        ) as Partial<Values>
      }
      onCancel={onDone}
      onSubmit={async ({ times, ...values }) => {
        await save.run({
          ...values,
          ...{ hundredths: Math.round(times * 100), id: row?.id ?? null, version: row?.version ?? null },
        });
        onDone();
      }}
    >
      <SelectField
        name="formCode"
        label={t('awardRules.field.formCode')}
        required
        options={codes.map((value) => ({ value, label: names.get(value) ?? value, note: value }))}
      />
      <SegmentedField
        name="recipient"
        label={t('awardRules.field.recipient')}
        options={RECIPIENT_KINDS.map((value) => ({ value, label: t(`awards.kinds.${value}`) }))}
      />
      <ScoreField
        name="times"
        label={t('awardRules.money.coefficient')}
        hint={t('awardRules.money.coefficientHint')}
        required
        min={0.01}
        max={1000}
      />
      <FieldRow>
        <DateField name="validFrom" label={t('awardRules.field.validFrom')} precision="day" required />
        <DateField name="validTo" label={t('awardRules.field.validTo')} optional />
      </FieldRow>
      <TextField name="source" label={t('awardRules.field.source')} optional max={300} />
      <CheckField name="toCheck" label={t('awardRules.field.toCheck')} />
    </RecordForm>
  );
}
