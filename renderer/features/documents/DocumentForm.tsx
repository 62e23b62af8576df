/** A document, new or edited: the number it will get is shown before it is given. */
import type { FormInstance } from 'antd';
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract';
import type { DocumentDirection } from '../../../shared/domain/documents';
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
import { type Person, PersonField } from '../organisation/committees/PersonField';
import { LinkField } from './LinkField';
import { NextNumber } from './NextNumber';
import type { DocumentRow, LinkValue } from './useDocuments';
import { useTypeName } from './words';

export type DocumentValues = Omit<
  InputOf<'documents.create'>,
  'direction' | 'memberId' | 'personName' | 'reserved' | 'link'
> & {
  person: Person | null;
  how: 'enter' | 'reserve';
  link: LinkValue | null;
};

interface DocumentFormProps {
  direction: DocumentDirection;
  document: DocumentRow | null;
  /** What a new one begins with. */
  begin?: Partial<DocumentValues>;
  /** The id of what was saved; null: nothing was. */
  onDone(id: number | null): void;
}

function valuesOf(row: DocumentRow): Partial<DocumentValues> {
  return {
    typeId: row.typeId,
    onDate: row.onDate,
    subject: row.subject,
    party: row.party,
    theirNumber: row.theirNumber,
    theirDate: row.theirDate,
    signer: row.signer,
    urgency: row.urgency,
    secrecy: row.secrecy,
    deadline: row.deadline,
    person: row.person === null ? null : { memberId: row.memberId, name: row.person },
    link: row.link,
    note: row.note,
    how:
      row.status === 'reserved' && row.subject === null
        ? 'enter'
        : row.status === 'reserved'
          ? 'reserve'
          : 'enter',
  };
}

export function DocumentForm({ direction, document, begin = {}, onDone }: DocumentFormProps) {
  const t = useText();
  const initial: Partial<DocumentValues> = document
    ? valuesOf(document)
    : { onDate: todayIso(), how: 'enter', between: false, number: null, person: null, link: null, ...begin };
  const [values, setValues] = useState(initial);
  const create = useCommandOp('documents.create', {
    failure: 'inline',
    done: (data, input) => t(input.reserved ? 'documents.kept' : 'documents.entered', { code: data.code }),
  });
  const update = useCommandOp('documents.update', { failure: 'inline', done: () => t('documents.saved') });
  const save = async ({ person, how, number, between, ...rest }: DocumentValues) => {
    const fields = {
      ...rest,
      reserved: how === 'reserve',
      memberId: person?.memberId ?? null,
      personName: person && person.memberId === null ? person.name : null,
    };
    const saved = document
      ? await update.run({ ...fields, id: document.id, version: document.version })
      : await create.run({ ...fields, direction, number: number ?? null, between: between ?? false });
    onDone(saved.id);
  };
  return (
    <RecordForm<DocumentValues>
      draftKey={`document:${document?.id ?? direction}`}
      initial={initial}
      onValues={setValues}
      onCancel={() => onDone(null)}
      onSubmit={save}
    >
      {(form) => (
        <>
          <TypeAndDay direction={direction} autoFocus={document === null} />
          {!document && <NextNumber direction={direction} values={values} form={form} onValues={setValues} />}
          <Subject direction={direction} reserve={document === null || document.status === 'reserved'} />
          {direction === 'in' ? <Arrived /> : <Sent />}
          <FormSection title={t('documents.page.more')}>
            {direction === 'in' ? <Marks /> : <Waiting />}
            <LinkField name="link" label={t('documents.field.link')} optional />
            {direction === 'out' && <Marks />}
            <TextAreaField name="note" label={t('documents.field.note')} optional max={2000} />
          </FormSection>
        </>
      )}
    </RecordForm>
  );
}

function TypeAndDay({ direction, autoFocus }: { direction: DocumentDirection; autoFocus: boolean }) {
  const t = useText();
  const nameOf = useTypeName();
  const types = useQueryOp('documents.types', {}).data?.rows ?? [];
  return (
    <FieldRow>
      <SelectField<number>
        name="typeId"
        label={t('documents.field.typeId')}
        required
        autoFocus={autoFocus}
        options={types.map((type) => ({
          value: type.id,
          label: nameOf(type),
          ...(type.symbol === null ? {} : { note: type.symbol }),
        }))}
      />
      <DateField
        name="onDate"
        label={t(direction === 'in' ? 'documents.field.receivedOn' : 'documents.field.onDate')}
        precision="day"
        required
      />
    </FieldRow>
  );
}

function Subject({ direction, reserve }: { direction: DocumentDirection; reserve: boolean }) {
  const t = useText();
  return (
    <>
      {direction === 'out' && reserve && (
        <SegmentedField
          name="how"
          label={t('documents.how.label')}
          options={(['enter', 'reserve'] as const).map((value) => ({
            value,
            label: t(`documents.how.${value}`),
          }))}
        />
      )}
      <TextAreaField name="subject" label={t('documents.field.subject')} max={500} />
    </>
  );
}

function Arrived() {
  const t = useText();
  return (
    <>
      <TextField name="party" label={t('documents.field.sender')} max={300} />
      <FieldRow>
        <TextField name="theirNumber" label={t('documents.field.theirNumber')} optional max={60} />
        <DateField name="theirDate" label={t('documents.field.theirDate')} optional />
      </FieldRow>
      <Waiting />
    </>
  );
}

function Sent() {
  const t = useText();
  return (
    <FieldRow>
      <TextField name="party" label={t('documents.field.receiver')} optional max={300} />
      <TextField name="signer" label={t('documents.field.signer')} optional max={150} />
    </FieldRow>
  );
}

function Waiting() {
  const t = useText();
  return (
    <FieldRow>
      <DateField name="deadline" label={t('documents.field.deadline')} precision="day" optional />
      <PersonField name="person" label={t('documents.field.person')} optional />
    </FieldRow>
  );
}

function Marks() {
  const t = useText();
  return (
    <FieldRow>
      <TextField name="urgency" label={t('documents.field.urgency')} optional max={40} />
      <TextField name="secrecy" label={t('documents.field.secrecy')} optional max={40} />
    </FieldRow>
  );
}

/** The number of a new entry, typed by hand. */
export function NumberTyped() {
  const t = useText();
  return (
    <CountField
      name="number"
      label={t('documents.field.number')}
      hint={t('documents.field.numberHint')}
      optional
      max={999_999}
    />
  );
}

export type DocumentFormInstance = FormInstance<DocumentValues>;
