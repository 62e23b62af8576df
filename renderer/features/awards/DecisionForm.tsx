/** The form of a decision, new or draft: what is printed is shown under the field it comes from. */
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract';
import { AWARD_SIDES, fillReason, movementReason } from '../../../shared/domain/awards';
import { invoke, useQueryOp, useText } from '../../client';
import {
  CheckField,
  CountField,
  DateField,
  FieldRow,
  FormSection,
  MoneyField,
  RecordForm,
  SegmentedField,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
} from '../../ui';
import { DocumentNumber } from '../documents/DocumentNumber';
import { useAwardWords } from './words';

export type DecisionValues = InputOf<'awards.create'>;
type Form = OutputOf<'awards.forms'>['rows'][number];

export interface DecisionFormProps {
  draftKey: string;
  initial: Partial<DecisionValues>;
  saveLabel: string;
  /** A new decision takes what its form and date propose. */
  proposes?: boolean;
  onCancel?: () => void;
  onReload?: () => void;
  onSave(values: DecisionValues): Promise<void>;
}

/** What a form of award proposes for a decision of a day. */
export async function proposalFor(formId: number | null, decidedOn: string | null | undefined) {
  const full = decidedOn && decidedOn.length === 10 ? decidedOn : null;
  const { data } = await invoke('awards.defaults', { formId, decidedOn: full });
  const { formId: _, reasonTemplate, ...rest } = data;
  return reasonTemplate === null ? rest : { ...rest, reasonTemplate };
}

export function DecisionForm(props: DecisionFormProps) {
  const { draftKey, initial, proposes = false, onCancel, onReload } = props;
  const t = useText();
  const forms = useQueryOp('awards.forms', {}).data?.rows ?? [];
  const movements = useQueryOp('movements.list', { limit: 500 }).data?.rows ?? [];
  const [values, setValues] = useState<Partial<DecisionValues>>(initial);
  return (
    <RecordForm<DecisionValues>
      draftKey={draftKey}
      initial={initial}
      saveLabel={props.saveLabel}
      onValues={setValues}
      {...(onCancel ? { onCancel } : {})}
      {...(onReload ? { onReload } : {})}
      onSubmit={(typed) => props.onSave({ ...typed, ...placeOf(forms, typed) })}
    >
      {(form) => (
        <>
          <FieldRow>
            <TextField
              name="number"
              label={t('awards.field.number')}
              optional={values.level !== 'unit'}
              max={60}
            />
            <DateField name="decidedOn" label={t('awards.field.decidedOn')} />
          </FieldRow>
          {values.side !== 'state' && values.level === 'unit' && (
            <DocumentNumber
              typeCode="decision"
              onDate={values.decidedOn ?? todayIso()}
              value={values.number ?? null}
              onTake={(number) => {
                form.setFieldsValue({ number } as never);
                setValues(form.getFieldsValue(true));
              }}
            />
          )}
          <SegmentedField
            name="side"
            label={t('awards.field.side')}
            options={AWARD_SIDES.map((value) => ({ value, label: t(`awards.sides.${value}`) }))}
          />
          <FormPicker
            forms={forms}
            on={values.decidedOn ?? todayIso()}
            side={values.side ?? 'union'}
            chosen={values.formId ?? null}
            onPicked={async (formId) => {
              const picked = forms.find((one) => one.id === formId);
              if (!picked) return;
              const proposal = proposes
                ? await proposalFor(formId, form.getFieldValue('decidedOn'))
                : { level: picked.level, side: picked.side };
              form.setFieldsValue(proposal as never);
              setValues(form.getFieldsValue(true));
            }}
          />
          <SelectField<number>
            name="movementId"
            label={t('awards.field.movementId')}
            optional
            clearable
            options={movements.map((one) => ({ value: one.id, label: one.name }))}
            onPicked={(picked) => {
              const name = movements.find((one) => one.id === picked)?.name;
              if (name === undefined) return;
              form.setFieldsValue({ reasonTemplate: movementReason(name) } as never);
              setValues(form.getFieldsValue(true));
            }}
          />
          <TextField
            name="occasion"
            label={t('awards.field.occasion')}
            hint={t('awards.field.occasionHint')}
            max={300}
          />
          <Wording values={values} />
          <Amounts countsOnly={values.countsOnly ?? false} />
          <Authority />
        </>
      )}
    </RecordForm>
  );
}

/** The side and level of a decision are those of its form of award. */
function placeOf(forms: readonly Form[], values: DecisionValues): Pick<DecisionValues, 'side' | 'level'> {
  const form = forms.find((one) => one.id === values.formId);
  return form ? { side: form.side, level: form.level } : {};
}

/** Whether a form of award is in force on a day; a day of less precision counts as its first. */
const inForce = (form: Form, on: string): boolean =>
  (form.validFrom ?? '') <= on && (form.validTo === null || `${form.validTo}~` >= on);

function FormPicker({
  forms,
  on,
  side,
  chosen,
  onPicked,
}: {
  forms: readonly Form[];
  on: string;
  side: Form['side'];
  chosen: number | null;
  onPicked(id: number): Promise<void>;
}) {
  const t = useText();
  const words = useAwardWords();
  const offered = forms.filter((form) => (form.side === side && inForce(form, on)) || form.id === chosen);
  return (
    <SelectField<number>
      name="formId"
      label={t('awards.field.formId')}
      required
      options={offered.map((form) => ({
        value: form.id,
        label: words.formName({ form: form.name, formEn: form.nameEn }),
        note: words.level(form.level),
      }))}
      onPicked={(id) => {
        if (typeof id === 'number') void onPicked(id);
      }}
    />
  );
}

/** The last 12 years and the next, and the one chosen. */
function yearsAround(chosen: number | null): { value: number; label: string }[] {
  const now = Number(todayIso().slice(0, 4));
  const years = Array.from({ length: 13 }, (_, i) => now + 1 - i);
  if (chosen !== null && !years.includes(chosen)) years.push(chosen);
  return years.map((value) => ({ value, label: String(value) }));
}

function Wording({ values }: { values: Partial<DecisionValues> }) {
  const t = useText();
  const text = values.reasonTemplate ? fillReason(values.reasonTemplate, values.awardYear ?? 0) : null;
  return (
    <>
      <TextAreaField
        name="reasonTemplate"
        label={t('awards.field.reasonTemplate')}
        max={500}
        hint={
          text ? (
            <>
              {t('awards.field.printed', { text: '' })}
              <span lang="vi">{text}</span>
            </>
          ) : (
            t('awards.field.reasonHint')
          )
        }
      />
      <SelectField<number>
        name="awardYear"
        label={t('awards.field.awardYear')}
        required
        options={yearsAround(values.awardYear ?? null)}
      />
    </>
  );
}

/** Money for each kind, and the numbers of a decision without names. */
function Amounts({ countsOnly }: { countsOnly: boolean }) {
  const t = useText();
  return (
    <>
      <FormSection title={t('awards.section.money')}>
        <FieldRow>
          <MoneyField name="moneyIndividual" label={t('awards.field.moneyIndividual')} />
          <MoneyField name="moneyCollective" label={t('awards.field.moneyCollective')} />
        </FieldRow>
        <FieldRow>
          <MoneyField name="moneyHousehold" label={t('awards.field.moneyHousehold')} />
          <TextField name="moneySource" label={t('awards.field.moneySource')} optional max={200} />
        </FieldRow>
      </FormSection>
      <FormSection title={t('awards.section.counts')}>
        <CheckField name="countsOnly" label={t('awards.field.countsOnly')} />
        {countsOnly && (
          <FieldRow columns="1fr 1fr 1fr">
            <CountField
              name="countCollective"
              label={t('awards.field.countCollective')}
              hint={t('awards.field.countsHint')}
            />
            <CountField name="countIndividual" label={t('awards.field.countIndividual')} />
            <CountField name="countHousehold" label={t('awards.field.countHousehold')} />
          </FieldRow>
        )}
      </FormSection>
    </>
  );
}

function Authority() {
  const t = useText();
  return (
    <>
      <FormSection title={t('awards.section.signer')}>
        <TextField name="authority" label={t('awards.field.authority')} max={200} />
        <FieldRow>
          <TextField name="signerFor" label={t('awards.field.signerFor')} max={80} />
          <TextField name="signerTitle" label={t('awards.field.signerTitle')} max={80} />
        </FieldRow>
        <TextField name="signerName" label={t('awards.field.signerName')} max={100} />
      </FormSection>
      <FormSection title={t('awards.section.more')}>
        <TextAreaField
          name="basis"
          label={t('awards.field.basis')}
          optional
          max={3000}
          hint={t('awards.field.basisHint')}
        />
        <TextAreaField name="note" label={t('awards.field.note')} optional max={2000} />
      </FormSection>
    </>
  );
}
