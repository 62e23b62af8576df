import { Button, Form } from 'antd';
import { useQueryOp, useText } from '../../client';
import { CountField, Drawer, FieldRow, SelectField } from '../../ui';
import type { Chosen } from './filter';

const MISSING = ['cardNo', 'birthDate', 'gender', 'department', 'unionJoinDate', 'idNumber'] as const;

interface Values {
  departmentIds: number[] | null;
  groupIds: number[] | null;
  gender: 'male' | 'female' | null;
  party: 'yes' | 'no' | null;
  ageFrom: number | null;
  ageTo: number | null;
  missing: Chosen['missing'] | null;
}

/** Conditions of the list in one drawer; they take effect with "Xem danh sách". */
export function FilterDrawer({
  open,
  chosen,
  onApply,
  onClose,
}: {
  open: boolean;
  chosen: Chosen;
  onApply(next: Chosen): void;
  onClose(): void;
}) {
  const t = useText();
  const units = useQueryOp('organisation.units', {}).data?.rows ?? [];
  const [form] = Form.useForm<Values>();
  const options = (kind: 'department' | 'group') =>
    units
      .filter((unit) => unit.kind === kind)
      .map((unit) => ({ value: unit.id, label: unit.name, note: String(unit.members) }));
  const apply = () => {
    const values = form.getFieldsValue(true) as Values;
    onApply({
      departmentIds: values.departmentIds ?? [],
      groupIds: values.groupIds ?? [],
      genders: values.gender ? [values.gender] : [],
      party: values.party ? values.party === 'yes' : null,
      ageFrom: values.ageFrom,
      ageTo: values.ageTo,
      missing: values.missing ?? null,
    });
  };
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('members.filter.title')}
      footer={
        <Button type="primary" block onClick={apply}>
          {t('members.filter.apply')}
        </Button>
      }
    >
      <Form<Values>
        form={form}
        component="form"
        className="so-form"
        onSubmitCapture={(event) => {
          event.preventDefault();
          apply();
        }}
        initialValues={{
          departmentIds: chosen.departmentIds ?? [],
          groupIds: chosen.groupIds ?? [],
          gender: chosen.genders?.[0] ?? null,
          party: chosen.party == null ? null : chosen.party ? 'yes' : 'no',
          ageFrom: chosen.ageFrom ?? null,
          ageTo: chosen.ageTo ?? null,
          missing: chosen.missing ?? null,
        }}
      >
        <SelectField
          name="departmentIds"
          label={t('members.filter.department')}
          options={options('department')}
          multiple
          clearable
        />
        <SelectField
          name="groupIds"
          label={t('members.filter.group')}
          options={options('group')}
          multiple
          clearable
        />
        <SelectField
          name="gender"
          label={t('members.filter.gender')}
          clearable
          options={(['female', 'male'] as const).map((value) => ({
            value,
            label: t(`members.gender.${value}`),
          }))}
        />
        <SelectField
          name="party"
          label={t('members.filter.party')}
          clearable
          options={[
            { value: 'yes', label: t('members.filter.partyYes') },
            { value: 'no', label: t('members.filter.partyNo') },
          ]}
        />
        <FieldRow>
          <CountField name="ageFrom" label={t('members.filter.ageFrom')} max={150} />
          <CountField name="ageTo" label={t('members.filter.ageTo')} max={150} />
        </FieldRow>
        <SelectField
          name="missing"
          label={t('members.filter.missing')}
          clearable
          options={MISSING.map((value) => ({ value, label: t(`members.missing.${value}`) }))}
        />
      </Form>
    </Drawer>
  );
}
