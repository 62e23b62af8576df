import { Button, Form } from 'antd';
import { useState } from 'react';
import type { ConditionGroup } from '../../../shared/contract/memberConditions';
import { useQueryOp, useText } from '../../client';
import { CountField, Drawer, FieldRow, SelectField, useFormat } from '../../ui';
import type { Chosen } from './filter';
import { ConditionEditor } from './views/ConditionEditor';
import { type Fields, groupText, isComplete, leavesOf, type Tree } from './views/conditionText';

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
  fields,
  onApply,
  onClose,
}: {
  open: boolean;
  chosen: Chosen;
  fields: Fields;
  onApply(next: Chosen): void;
  onClose(): void;
}) {
  const t = useText();
  const units = useQueryOp('organisation.units', {}).data?.rows ?? [];
  const format = useFormat();
  const [form] = Form.useForm<Values>();
  const [tree, setTree] = useState<Tree>(
    () => (chosen.conditions as Tree | null | undefined) ?? { match: 'all', items: [] },
  );
  const leaves = leavesOf(tree);
  const complete = leaves.every((leaf) => isComplete(leaf, fields));
  const options = (kind: 'department' | 'group') =>
    units
      .filter((unit) => unit.kind === kind)
      .map((unit) => ({ value: unit.id, label: unit.name, note: String(unit.members) }));
  const apply = () => {
    if (!complete) return;
    const values = form.getFieldsValue(true) as Values;
    onApply({
      departmentIds: values.departmentIds ?? [],
      groupIds: values.groupIds ?? [],
      genders: values.gender ? [values.gender] : [],
      party: values.party ? values.party === 'yes' : null,
      ageFrom: values.ageFrom,
      ageTo: values.ageTo,
      missing: values.missing ?? null,
      conditions: leaves.length > 0 ? (tree as ConditionGroup) : null,
    });
  };
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('members.filter.title')}
      footer={
        <Button type="primary" block onClick={apply} disabled={!complete}>
          {t(complete ? 'members.filter.apply' : 'memberViews.editor.missing')}
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
        {fields.get('isParty')?.off === false && (
          <SelectField
            name="party"
            label={t('members.filter.party')}
            clearable
            options={[
              { value: 'yes', label: t('members.filter.partyYes') },
              { value: 'no', label: t('members.filter.partyNo') },
            ]}
          />
        )}
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
      <section className="so-members-tree" aria-labelledby="so-members-tree">
        <h3 id="so-members-tree">{t('memberViews.editor.title')}</h3>
        <ConditionEditor value={tree} fields={fields} onChange={setTree} />
        {leaves.length > 0 && complete && (
          <p className="so-caption">
            {t('memberViews.editor.sentence')}: {groupText(tree, { fields, t, format })}
          </p>
        )}
      </section>
    </Drawer>
  );
}
