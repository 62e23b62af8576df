import type { InputOf } from '../../../shared/contract';
import { useQueryOp, useText } from '../../client';
import {
  DateField,
  FieldRow,
  FormSection,
  RecordForm,
  ScoreField,
  SelectField,
  TextAreaField,
  TextField,
} from '../../ui';

export type MemberValues = InputOf<'members.create'>;
interface FormValues extends Omit<MemberValues, 'isParty'> {
  isParty: 'yes' | 'no' | null;
}

/** Every field of a member, grouped; the private ones last. */
export function MemberForm({
  draftKey,
  initial,
  onSubmit,
  onCancel,
  onReload,
}: {
  draftKey: string;
  initial: Partial<MemberValues>;
  onSubmit(values: MemberValues): Promise<unknown>;
  onCancel(): void;
  onReload?: () => void;
}) {
  const t = useText();
  const units = useQueryOp('organisation.units', {}).data?.rows ?? [];
  const options = (kind: 'department' | 'group') =>
    units.filter((unit) => unit.kind === kind).map((unit) => ({ value: unit.id, label: unit.name }));
  return (
    <RecordForm<FormValues>
      draftKey={draftKey}
      initial={
        {
          ...initial,
          isParty: initial.isParty == null ? null : initial.isParty ? 'yes' : 'no',
        } as Partial<FormValues>
      }
      onSubmit={({ isParty, ...values }) =>
        onSubmit({ ...values, isParty: isParty ? isParty === 'yes' : null })
      }
      onCancel={onCancel}
      {...(onReload ? { onReload } : {})}
    >
      <FormSection title={t('members.section.person')}>
        <FieldRow>
          <TextField name="fullName" label={t('members.field.fullName')} required max={100} autoFocus />
          <TextField
            name="sortName"
            label={t('members.field.sortName')}
            optional
            hint={t('members.hint.sortName')}
            max={100}
          />
        </FieldRow>
        <FieldRow>
          <SelectField
            name="gender"
            label={t('members.field.gender')}
            clearable
            options={(['female', 'male'] as const).map((value) => ({
              value,
              label: t(`members.gender.${value}`),
            }))}
          />
          <DateField
            name="birthDate"
            label={t('members.field.birthDate')}
            hint={t('members.hint.birthDate')}
          />
        </FieldRow>
      </FormSection>
      <FormSection title={t('members.section.work')}>
        <FieldRow>
          <SelectField
            name="departmentId"
            label={t('members.field.departmentId')}
            options={options('department')}
            clearable
          />
          <TextField name="jobTitle" label={t('members.field.jobTitle')} max={120} />
        </FieldRow>
        <FieldRow>
          <TextField name="position" label={t('members.field.position')} max={120} />
          <TextField
            name="contractType"
            label={t('members.field.contractType')}
            hint={t('members.hint.contractType')}
            max={60}
          />
        </FieldRow>
        <FieldRow>
          <DateField name="hireDate" label={t('members.field.hireDate')} />
          <TextField name="education" label={t('members.field.education')} max={80} />
        </FieldRow>
      </FormSection>
      <FormSection title={t('members.section.union')}>
        <FieldRow>
          <SelectField
            name="groupId"
            label={t('members.field.groupId')}
            options={options('group')}
            clearable
          />
          <TextField name="unionPosition" label={t('members.field.unionPosition')} max={120} />
        </FieldRow>
        <FieldRow>
          <DateField name="unionJoinDate" label={t('members.field.unionJoinDate')} />
          <TextField name="cardNo" label={t('members.field.cardNo')} max={40} />
        </FieldRow>
      </FormSection>
      <FormSection title={t('members.section.contact')}>
        <FieldRow>
          <TextField name="phone" label={t('members.field.phone')} inputMode="tel" max={30} />
          <TextField name="email" label={t('members.field.email')} inputMode="email" max={120} />
        </FieldRow>
        <FieldRow>
          <TextField name="address" label={t('members.field.address')} max={250} />
          <TextField name="hometown" label={t('members.field.hometown')} max={250} />
        </FieldRow>
      </FormSection>
      <FormSection title={t('members.section.sensitive')} hint={t('members.section.sensitiveBody')}>
        <FieldRow>
          <TextField name="idNumber" label={t('members.field.idNumber')} inputMode="numeric" max={20} />
          <DateField name="idDate" label={t('members.field.idDate')} />
        </FieldRow>
        <FieldRow>
          <TextField name="idPlace" label={t('members.field.idPlace')} max={120} />
          <TextField name="politicalTheory" label={t('members.field.politicalTheory')} max={80} />
        </FieldRow>
        <FieldRow>
          <SelectField
            name="isParty"
            label={t('members.field.isParty')}
            clearable
            options={[
              { value: 'yes', label: t('members.yes') },
              { value: 'no', label: t('members.no') },
            ]}
          />
          <DateField name="partyDate" label={t('members.field.partyDate')} />
        </FieldRow>
        <FieldRow>
          <TextField name="ethnicity" label={t('members.field.ethnicity')} max={60} />
          <TextField name="religion" label={t('members.field.religion')} max={60} />
        </FieldRow>
        <FieldRow>
          <ScoreField name="salaryCoefficient" label={t('members.field.salaryCoefficient')} max={50} />
          <span />
        </FieldRow>
        <TextAreaField name="note" label={t('members.field.note')} max={2000} />
      </FormSection>
    </RecordForm>
  );
}
