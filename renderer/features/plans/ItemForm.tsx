/** An item of a plan, new or edited: what, when, who; and what has become of it. */
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract';
import { PLAN_STATUSES } from '../../../shared/domain/plans';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  DateField,
  FieldRow,
  FormSection,
  RecordForm,
  SegmentedField,
  SelectField,
  TextAreaField,
  TextField,
} from '../../ui';
import { type Person, PersonField } from '../organisation/committees/PersonField';
import { LinkField } from './LinkField';
import type { PlanRow } from './words';

type Values = Omit<InputOf<'plans.save'>, 'id' | 'version' | 'year' | 'memberId' | 'personName'> & {
  person: Person | null;
};
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

interface ItemFormProps {
  item: PlanRow | null;
  year: number;
  /** Of a new item. */
  month: number;
  onDone(): void;
}

export function ItemForm({ item, year, month, onDone }: ItemFormProps) {
  const t = useText();
  const initial: Partial<Values> = item
    ? {
        ...{ month: item.month, onDate: item.onDate, text: item.text, committeeId: item.committeeId },
        ...{ origin: item.origin, note: item.note, status: item.status, result: item.result },
        ...{ doneOn: item.doneOn, link: item.link },
        person: item.person === null ? null : { memberId: item.memberId, name: item.person },
      }
    : { month, status: 'todo', person: null, link: null };
  const [values, setValues] = useState(initial);
  const committees = useQueryOp('organisation.committees', {}).data?.committees ?? [];
  const save = useCommandOp('plans.save', { failure: 'inline', done: () => t('plans.saved') });
  const submit = async ({ person, ...rest }: Values) => {
    const fields = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, value ?? null]));
    await save.run({
      ...(fields as typeof rest),
      ...{ id: item?.id ?? null, version: item?.version ?? null, year: item?.year ?? year },
      memberId: person?.memberId ?? null,
      personName: person && person.memberId === null ? person.name : null,
    });
    onDone();
  };
  return (
    <RecordForm<Values>
      draftKey={`plan:${item?.id ?? `new-${year}`}`}
      initial={initial}
      onValues={setValues}
      onCancel={onDone}
      onSubmit={submit}
    >
      <TextAreaField name="text" label={t('plans.field.text')} required max={500} autoFocus={item === null} />
      <FieldRow>
        <SelectField<number>
          name="month"
          label={t('plans.field.month')}
          required
          options={MONTHS.map((value) => ({ value, label: t('plans.month', { month: String(value) }) }))}
        />
        <DateField
          name="onDate"
          label={t('plans.field.onDate')}
          hint={t('plans.field.onDateHint')}
          precision="day"
          optional
        />
      </FieldRow>
      <FieldRow>
        <SelectField<number>
          name="committeeId"
          label={t('plans.field.committeeId')}
          optional
          clearable
          options={committees.map((one) => ({ value: one.id, label: one.name }))}
        />
        <PersonField name="person" label={t('plans.field.person')} optional />
      </FieldRow>
      <TextField
        name="origin"
        label={t('plans.field.origin')}
        hint={t('plans.field.originHint')}
        optional
        max={300}
      />
      <FormSection title={t('plans.field.result')}>
        <SegmentedField
          name="status"
          label={t('plans.field.status')}
          options={PLAN_STATUSES.map((value) => ({ value, label: t(`plans.statuses.${value}`) }))}
        />
        {values.status === 'done' && (
          <DateField name="doneOn" label={t('plans.field.doneOn')} precision="day" optional />
        )}
        <TextAreaField name="result" label={t('plans.field.result')} optional max={2000} />
        <LinkField name="link" label={t('plans.field.link')} optional />
      </FormSection>
      <TextField name="note" label={t('plans.field.note')} optional max={500} />
    </RecordForm>
  );
}
