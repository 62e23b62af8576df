/** One rule: its kind decides which parameters are asked for. */
import { useState } from 'react';
import type { InputOf } from '../../../../shared/contract';
import {
  COUNTED_KINDS,
  NEEDING_KINDS,
  QUOTA_BASES,
  RULE_KINDS,
  RULE_MARKS,
  type RuleKind,
  YEAR_ENDS,
} from '../../../../shared/domain/awardRules';
import { AWARD_LEVELS, RECIPIENT_KINDS } from '../../../../shared/domain/awards';
import { useCommandOp, useText } from '../../../client';
import {
  CheckField,
  CountField,
  DateField,
  FieldRow,
  RecordForm,
  SegmentedField,
  SelectField,
  TextAreaField,
  TextField,
} from '../../../ui';
import type { FormNames, RuleRow } from './words';

type Values = Omit<InputOf<'awardRules.save'>, 'id' | 'version'>;
const BLANK: Partial<Values> = {
  ...{ kind: 'absence', enabled: true, mark: 'local', yearEnd: 'same', base: 'members' },
  ...{ needs: [], forms: [], levels: [], recipients: [] },
};

export function RuleForm({ row, names, onDone }: { row: RuleRow | null; names: FormNames; onDone(): void }) {
  const t = useText();
  const [kind, setKind] = useState<RuleKind>(row?.kind ?? 'absence');
  const [base, setBase] = useState(row?.base ?? 'members');
  const save = useCommandOp('awardRules.save', {
    failure: 'inline',
    done: (_, input) => t('awardRules.saved', { name: input.name }),
  });
  const { id, version, inForce: _, ...fields } = row ?? { ...BLANK, id: null, version: null, inForce: true };
  const codes = [...new Set([...names.keys(), ...(row?.forms ?? []), ...(row?.needs ?? [])])];
  const options = codes.map((value) => ({ value, label: names.get(value) ?? value, note: value }));
  const needs = NEEDING_KINDS.includes(kind) || (kind === 'quotaPercent' && base === 'titled');
  return (
    <RecordForm<Values>
      draftKey={`award-rule:${id ?? 'new'}`}
      initial={fields as Partial<Values>}
      onCancel={onDone}
      onValues={(values) => {
        setKind(values.kind ?? 'absence');
        setBase(values.base ?? 'members');
      }}
      onSubmit={async (values) => {
        await save.run({ ...values, id, version });
        onDone();
      }}
    >
      <SelectField
        name="kind"
        label={t('awardRules.field.kind')}
        required
        options={RULE_KINDS.map((value) => ({ value, label: t(`awardRules.kinds.${value}`) }))}
      />
      <TextField name="name" label={t('awardRules.field.name')} required max={200} />
      <TextField name="nameEn" label={t('awardRules.field.nameEn')} optional max={200} />
      {COUNTED_KINDS.includes(kind) && (
        <CountField name="threshold" label={t.any(`awardRules.limits.${kind}`)} required max={100_000} />
      )}
      {kind === 'titleYears' && (
        <SelectField
          name="yearEnd"
          label={t('awardRules.field.yearEnd')}
          options={YEAR_ENDS.map((value) => ({ value, label: t(`awardRules.yearEnds.${value}`) }))}
        />
      )}
      {kind === 'quotaPercent' && (
        <SegmentedField
          name="base"
          label={t('awardRules.field.base')}
          options={QUOTA_BASES.map((value) => ({ value, label: t(`awardRules.bases.${value}`) }))}
        />
      )}
      {needs && <SelectField name="needs" label={t('awardRules.field.needs')} multiple options={options} />}
      <SelectField
        name="forms"
        label={t('awardRules.field.forms')}
        multiple
        options={options}
        hint={t('awardRules.emptyMeansAll')}
      />
      <SelectField
        name="levels"
        label={t('awardRules.field.levels')}
        multiple
        options={AWARD_LEVELS.map((value) => ({ value, label: t(`awards.levels.${value}`) }))}
        hint={t('awardRules.emptyMeansAll')}
      />
      <SelectField
        name="recipients"
        label={t('awardRules.field.recipients')}
        multiple
        options={RECIPIENT_KINDS.map((value) => ({ value, label: t(`awards.kinds.${value}`) }))}
        hint={t('awardRules.emptyMeansAll')}
      />
      <SelectField
        name="mark"
        label={t('awardRules.field.mark')}
        options={RULE_MARKS.map((value) => ({ value, label: t(`awardRules.marks.${value}`) }))}
      />
      <TextField name="source" label={t('awardRules.field.source')} optional max={300} />
      <FieldRow>
        <DateField name="validFrom" label={t('awardRules.field.validFrom')} optional />
        <DateField name="validTo" label={t('awardRules.field.validTo')} optional />
      </FieldRow>
      <TextAreaField name="note" label={t('awardRules.field.note')} optional max={500} />
      <CheckField name="enabled" label={t('awardRules.field.enabled')} />
    </RecordForm>
  );
}
