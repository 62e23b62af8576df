/** A commitment, new or edited: whose it is, by when, and how it is measured. */
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract';
import { COMMITMENT_MEASURES } from '../../../shared/domain/agreements';
import { useCommandOp, useText } from '../../client';
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
} from '../../ui';
import { type Person, PersonField } from '../organisation/committees/PersonField';
import type { Commitment, Sheet } from './words';

type Values = Omit<
  InputOf<'agreements.saveCommitment'>,
  'id' | 'version' | 'contentId' | 'memberId' | 'personName'
> & {
  contentId: number;
  person: Person | null;
};

function valuesOf(one: Commitment): Partial<Values> {
  const { id: _, version: _v, standing: _s, progress: _p, memberId, personName: _n, person, ...fields } = one;
  return { ...fields, person: person === null ? null : { memberId: memberId ?? null, name: person } };
}

export function CommitmentForm({
  sheet,
  contentId,
  commitment,
  onDone,
}: {
  sheet: Sheet;
  contentId: number;
  commitment: Commitment | null;
  onDone(): void;
}) {
  const t = useText();
  const initial: Partial<Values> = commitment
    ? valuesOf(commitment)
    : { contentId, yearly: false, measure: 'count', person: null };
  const [values, setValues] = useState(initial);
  const save = useCommandOp('agreements.saveCommitment', {
    failure: 'inline',
    done: () => t('agreements.commitment.saved'),
  });
  return (
    <RecordForm<Values>
      draftKey={`agreement-commitment:${commitment?.id ?? `new-${contentId}`}`}
      initial={initial}
      onValues={setValues}
      onCancel={onDone}
      onSubmit={async ({ person, ...told }) => {
        await save.run({
          ...told,
          unit: told.measure === 'count' ? told.unit : null,
          target: told.measure === 'text' ? null : told.target,
          memberId: person?.memberId ?? null,
          personName: person && person.memberId === null ? person.name : null,
          id: commitment?.id ?? null,
          version: commitment?.version ?? null,
        });
        onDone();
      }}
    >
      <TextAreaField name="name" label={t('agreements.field.commitment')} required max={1000} autoFocus />
      <SelectField<number>
        name="contentId"
        label={t('agreements.field.contentId')}
        required
        options={sheet.contents.map((one, at) => ({ value: one.id, label: `${at + 1}. ${one.name}` }))}
      />
      <FieldRow>
        <SelectField<string>
          name="party"
          label={t('agreements.field.party')}
          clearable
          options={partyNames(sheet, commitment).map((name) => ({ value: name, label: name }))}
        />
        <PersonField name="person" label={t('agreements.field.person')} optional />
      </FieldRow>
      <FieldRow>
        <CheckField name="yearly" label={t('agreements.field.yearly')} />
        <DateField
          name="dueOn"
          label={t(values.yearly ? 'agreements.field.dueYearly' : 'agreements.field.dueOn')}
          precision="day"
          optional
        />
      </FieldRow>
      <SegmentedField
        name="measure"
        label={t('agreements.field.measure')}
        options={COMMITMENT_MEASURES.map((value) => ({ value, label: t(`agreements.measure.${value}`) }))}
      />
      {values.measure === 'count' && (
        <FieldRow>
          <CountField name="target" label={t('agreements.field.target')} optional />
          <TextField name="unit" label={t('agreements.field.unit')} optional max={40} />
        </FieldRow>
      )}
      {values.measure === 'money' && (
        <MoneyField name="target" label={t('agreements.field.target')} optional />
      )}
      <TextField name="targetText" label={t('agreements.field.targetText')} optional max={300} />
      <TextAreaField name="note" label={t('agreements.field.note')} optional max={2000} />
      {commitment && (
        <FormSection title={t('agreements.commitment.dropTitle')}>
          <FieldRow>
            <DateField name="droppedOn" label={t('agreements.field.droppedOn')} precision="day" optional />
            <TextField name="dropReason" label={t('agreements.field.dropReason')} optional max={500} />
          </FieldRow>
        </FormSection>
      )}
    </RecordForm>
  );
}

const partyNames = (sheet: Sheet, commitment: Commitment | null): string[] => [
  ...new Set([...sheet.parties.map((party) => party.name), ...(commitment?.party ? [commitment.party] : [])]),
];
