import type { InputOf } from '../../../shared/contract';
import { UPPER_LEVELS } from '../../../shared/contract/organisation';
import { useText } from '../../client';
import {
  CountField,
  DateField,
  FieldRow,
  RecordForm,
  type RecordFormProps,
  SelectField,
  TextField,
} from '../../ui';

export type ProfileValues = Omit<InputOf<'organisation.saveProfile'>, 'id' | 'version'>;

/** The names that stand on every paper. */
export function ProfileForm(props: Omit<RecordFormProps<ProfileValues>, 'children'>) {
  const t = useText();
  return (
    <RecordForm<ProfileValues> {...props}>
      <TextField
        name="name"
        label={t('organisation.field.name')}
        hint={t('organisation.hint.name')}
        required
        max={200}
        autoFocus
      />
      <FieldRow>
        <TextField name="shortName" label={t('organisation.field.shortName')} required max={100} />
        <TextField name="symbol" label={t('organisation.field.symbol')} required max={30} />
      </FieldRow>
      <TextField name="upperName" label={t('organisation.field.upperName')} max={200} />
      <FieldRow>
        <SelectField
          name="upperLevel"
          label={t('organisation.field.upperLevel')}
          clearable
          options={UPPER_LEVELS.map((value) => ({ value, label: t(`organisation.level.${value}`) }))}
        />
        <DateField
          name="validFrom"
          label={t('organisation.field.validFrom')}
          hint={t('organisation.hint.validFrom')}
        />
      </FieldRow>
      <TextField name="employer" label={t('organisation.field.employer')} max={200} />
      <FieldRow>
        <TextField name="place" label={t('organisation.field.place')} max={100} />
        <CountField
          name="staffCount"
          label={t('organisation.field.staffCount')}
          unit={t('organisation.people')}
        />
      </FieldRow>
    </RecordForm>
  );
}
