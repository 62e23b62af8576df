import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { InputOf } from '../../../shared/contract';
import { CARD_STATUSES, IDENTITY_FIELDS, MASKED_FIELDS } from '../../../shared/domain/privateFields';
import { useQueryOp, useText } from '../../client';
import {
  DateField,
  FieldRow,
  FormSection,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
} from '../../ui';

import { ExtraInputs } from './privacy/ExtraInputs';
import { MaskedInputs, type MaskedRecord, SensitiveFields } from './privacy/SensitiveFields';

export type MemberValues = InputOf<'members.create'>;
interface FormValues extends Omit<MemberValues, 'isParty'> {
  isParty?: 'yes' | 'no' | null;
}

/**
 * Every field of a member, grouped; the private ones last. Masked fields of a record being edited stay closed until
 * shown, and are left out of what is saved while closed.
 */
export function MemberForm({
  draftKey,
  initial,
  record = null,
  datedChange,
  onSubmit,
  onCancel,
  onReload,
}: {
  draftKey: string;
  initial: Partial<MemberValues>;
  record?: MaskedRecord | null;
  /** Asks how changed dated fields are meant; stands under them. */
  datedChange?: ReactNode;
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
      initial={initial as Partial<FormValues>}
      undrafted={MASKED_FIELDS}
      onSubmit={({ isParty, ...values }) =>
        onSubmit({
          ...values,
          ...(isParty === undefined ? {} : { isParty: isParty === null ? null : isParty === 'yes' }),
        })
      }
      onCancel={onCancel}
      {...(onReload ? { onReload } : {})}
    >
      <FormSection title={t('members.section.person')} tag={{ text: t('memberPrivacy.basic') }}>
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
        <TextField name="hometown" label={t('members.field.hometown')} max={250} />
      </FormSection>
      <FormSection title={t('members.section.work')} tag={{ text: t('memberPrivacy.basic') }}>
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
        <FieldRow>
          <TextField name="politicalTheory" label={t('members.field.politicalTheory')} max={80} />
          <span />
        </FieldRow>
      </FormSection>
      <FormSection title={t('members.section.union')} tag={{ text: t('memberPrivacy.basic') }}>
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
          <TextField name="unionJoinDecision" label={t('members.field.unionJoinDecision')} max={80} />
        </FieldRow>
        <TextField name="unionJoinPlace" label={t('members.field.unionJoinPlace')} max={200} />
        <FieldRow>
          <TextField name="cardNo" label={t('members.field.cardNo')} max={40} />
          <DateField name="cardDate" label={t('members.field.cardDate')} />
        </FieldRow>
        <FieldRow>
          <SelectField
            name="cardStatus"
            label={t('members.field.cardStatus')}
            clearable
            options={CARD_STATUSES.map((value) => ({ value, label: t(`memberPrivacy.cardStatus.${value}`) }))}
          />
          <span />
        </FieldRow>
      </FormSection>
      {datedChange}
      <FormSection title={t('members.section.contact')} tag={{ text: t('memberPrivacy.basic') }}>
        <FieldRow>
          <TextField name="phone" label={t('members.field.phone')} inputMode="tel" max={30} />
          <TextField name="email" label={t('members.field.email')} inputMode="email" max={120} />
        </FieldRow>
        <TextField name="address" label={t('members.field.address')} max={250} />
      </FormSection>
      <FormSection
        title={t('memberPrivacy.identity')}
        tag={{ text: t('memberPrivacy.basic') }}
        hint={t('memberPrivacy.showNote')}
      >
        <MaskedInputs title={t('members.field.idNumber')} fields={IDENTITY_FIELDS} record={record}>
          <FieldRow>
            <TextField name="idNumber" label={t('members.field.idNumber')} inputMode="numeric" max={20} />
            <DateField name="idDate" label={t('members.field.idDate')} />
          </FieldRow>
          <TextField name="idPlace" label={t('members.field.idPlace')} max={120} />
        </MaskedInputs>
      </FormSection>
      <ExtraInputs />
      <FormSection
        title={t('members.section.sensitive')}
        tag={{ text: t('memberPrivacy.sensitive'), icon: Lock }}
        hint={t('members.section.sensitiveBody')}
      >
        <SensitiveFields record={record} />
      </FormSection>
      <FormSection title={t('members.field.note')}>
        <TextAreaField name="note" label={t('members.field.note')} labelHidden max={2000} />
      </FormSection>
    </RecordForm>
  );
}
