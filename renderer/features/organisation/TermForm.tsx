import type { InputOf } from '../../../shared/contract';
import { useText } from '../../client';
import { DateField, FieldRow, RecordForm, type RecordFormProps, TextField } from '../../ui';

export type TermValues = Omit<InputOf<'organisation.saveTerm'>, 'id' | 'version'>;

/** A committee term and the person who signs during it. */
export function TermForm(props: Omit<RecordFormProps<TermValues>, 'children'>) {
  const t = useText();
  return (
    <RecordForm<TermValues> {...props}>
      <FieldRow>
        <TextField name="chairName" label={t('organisation.field.chairName')} required max={100} autoFocus />
        <TextField name="chairTitle" label={t('organisation.field.chairTitle')} required max={60} />
      </FieldRow>
      <FieldRow>
        <DateField name="startsOn" label={t('organisation.field.startsOn')} required />
        <DateField name="endsOn" label={t('organisation.field.endsOn')} />
      </FieldRow>
      <FieldRow>
        <TextField name="onBehalfOf" label={t('organisation.field.onBehalfOf')} required max={60} />
        <TextField
          name="name"
          label={t('organisation.field.termName')}
          hint={t('organisation.hint.termName')}
          max={60}
        />
      </FieldRow>
    </RecordForm>
  );
}

/** A new term starts with the usual words of the signature. */
export const NEW_TERM: Partial<TermValues> = { chairTitle: 'Chủ tịch', onBehalfOf: 'TM. BAN CHẤP HÀNH' };
