/** Whom a session is about: a part of the organisation, another body, a fund. */
import { useQueryOp, useText } from '../../client';
import { FieldRow, SelectField, TextField } from '../../ui';

export function SubjectFields({ funds }: { funds: boolean }) {
  const t = useText();
  const units = useQueryOp('organisation.units', {}).data?.rows.filter((one) => one.closedOn === null) ?? [];
  return (
    <>
      <FieldRow>
        <SelectField<number>
          name="orgUnitId"
          label={t('inspection.field.orgUnitId')}
          optional
          clearable
          options={units.map((one) => ({ value: one.id, label: one.name }))}
        />
        <TextField name="subjectName" label={t('inspection.field.subjectName')} optional max={200} />
      </FieldRow>
      {funds && <FundField />}
    </>
  );
}

function FundField() {
  const t = useText();
  const funds = useQueryOp('funds.list', {}).data?.rows ?? [];
  if (funds.length === 0) return null;
  return (
    <SelectField<number>
      name="fundId"
      label={t('inspection.field.fundId')}
      optional
      clearable
      options={funds.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}
