/** What stands over the plan on paper: its number, day and the main tasks of the year. */
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useText } from '../../client';
import { DateField, FieldRow, RecordForm, TextAreaField, TextField } from '../../ui';
import { DocumentNumber } from '../documents/DocumentNumber';

type Header = OutputOf<'plans.list'>['header'];
type Values = Pick<Header, 'number' | 'signedOn' | 'focus'>;

export function HeaderForm({ header, onDone }: { header: Header; onDone(): void }) {
  const t = useText();
  const { number, signedOn, focus } = header;
  const [values, setValues] = useState<Partial<Values>>({ number, signedOn, focus });
  const save = useCommandOp('plans.saveHeader', { failure: 'inline', done: () => t('plans.headSaved') });
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={values}
      onValues={setValues}
      onCancel={onDone}
      onSubmit={async (all) => {
        await save.run({
          ...{ year: header.year, version: header.version, number: all.number ?? null },
          ...{ signedOn: all.signedOn ?? null, focus: all.focus ?? null },
        });
        onDone();
      }}
    >
      {(form) => (
        <>
          <FieldRow>
            <TextField name="number" label={t('plans.field.number')} optional max={60} autoFocus />
            <DateField name="signedOn" label={t('plans.field.signedOn')} precision="day" optional />
          </FieldRow>
          <DocumentNumber
            typeCode="programme"
            onDate={values.signedOn ?? ''}
            value={values.number ?? null}
            onTake={(code) => {
              form.setFieldsValue({ number: code });
              setValues({ ...values, number: code });
            }}
          />
          <TextAreaField
            name="focus"
            label={t('plans.field.focus')}
            hint={t('plans.field.focusHint')}
            optional
            max={3000}
          />
        </>
      )}
    </RecordForm>
  );
}
