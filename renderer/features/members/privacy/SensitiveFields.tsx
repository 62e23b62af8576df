import { Form } from 'antd';
import { Eye } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router-dom';
import {
  HARDSHIP_LEVELS,
  type MaskedField,
  SENSITIVE_FIELDS,
  type SensitiveFieldGroup,
} from '../../../../shared/domain/privateFields';
import { announceFailure, invoke, useShield, useText } from '../../../client';
import {
  DateField,
  FieldRow,
  Icon,
  MoneyField,
  ScoreField,
  SelectField,
  TextAreaField,
  TextField,
} from '../../../ui';
import { useSensitive } from './useFields';

/** A record being edited: masked fields that have a value stay closed until asked for. */
export interface MaskedRecord {
  id: number;
  held: readonly MaskedField[];
}

/** Inputs of a group of masked fields; with values already stored they open on demand, and the look is logged. */
export function MaskedInputs({
  title,
  fields,
  record,
  children,
}: {
  title: string;
  fields: readonly MaskedField[];
  record: MaskedRecord | null;
  children: ReactNode;
}) {
  const t = useText();
  const form = Form.useFormInstance();
  const closed = fields.filter((field) => record?.held.includes(field));
  const [shown, setShown] = useState(closed.length === 0);
  const [asking, setAsking] = useState(false);
  const shield = useShield((state) => state.on);
  if (shown && !shield) return children;
  const show = () => {
    if (!record) return;
    setAsking(true);
    invoke('members.reveal', { id: record.id, fields: closed })
      .then(({ data }) => {
        form.setFieldsValue(inForm(data.values));
        setShown(true);
      })
      .catch((error) => {
        setAsking(false);
        announceFailure(error);
      });
  };
  return (
    <div className="so-members-closed">
      <span className="so-members-closed__name">{title}</span>
      <span>
        <span aria-hidden>••••••</span>
        <span className="so-sr">{t('ui.hiddenValue')}</span>
      </span>
      <button
        type="button"
        className="so-linklike so-row"
        aria-label={`${t('memberPrivacy.show')}: ${title}`}
        onClick={show}
        disabled={asking || shield}
      >
        <Icon of={Eye} size={14} /> {t('memberPrivacy.show')}
      </button>
    </div>
  );
}

/** Revealed values as the form holds them. */
const inForm = (values: object) =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'boolean' ? (value ? 'yes' : 'no') : value,
    ]),
  );

/** The groups in use, each with its fields, and a line about those that are not. */
export function SensitiveFields({ record }: { record: MaskedRecord | null }) {
  const t = useText();
  const sensitive = useSensitive();
  return (
    <>
      {sensitive.groupsOn.map((group) => (
        <MaskedInputs
          key={group}
          title={t(`memberPrivacy.groups.${group}`)}
          fields={SENSITIVE_FIELDS[group]}
          record={record}
        >
          <GroupInputs group={group} />
        </MaskedInputs>
      ))}
      <OffLine groups={sensitive.groupsOff} />
    </>
  );
}

/** "Đang tắt: dân tộc, tôn giáo. Bật ở Cài đặt" */
export function OffLine({ groups }: { groups: readonly SensitiveFieldGroup[] }) {
  const t = useText();
  if (groups.length === 0) return null;
  const names = groups.map((group) => t(`memberPrivacy.groups.${group}`)).join(' · ');
  return (
    <p className="so-caption so-members-off">
      {t('memberPrivacy.offLine', { names })}{' '}
      <Link to="/settings/privacy">{t('memberPrivacy.openSettings')}</Link>
    </p>
  );
}

function GroupInputs({ group }: { group: SensitiveFieldGroup }) {
  const t = useText();
  const label = (field: MaskedField) => t(`members.field.${field}`);
  if (group === 'party')
    return (
      <FieldRow>
        <SelectField
          name="isParty"
          label={label('isParty')}
          clearable
          options={[
            { value: 'yes', label: t('members.yes') },
            { value: 'no', label: t('members.no') },
          ]}
        />
        <DateField name="partyDate" label={label('partyDate')} />
      </FieldRow>
    );
  if (group === 'hardship')
    return (
      <>
        <SelectField
          name="hardship"
          label={label('hardship')}
          clearable
          options={HARDSHIP_LEVELS.map((value) => ({ value, label: t(`memberPrivacy.hardship.${value}`) }))}
        />
        <TextAreaField name="hardshipNote" label={label('hardshipNote')} max={1000} rows={2} />
      </>
    );
  if (group === 'health')
    return <TextAreaField name="healthNote" label={label('healthNote')} max={1000} rows={2} />;
  if (group === 'money')
    return (
      <>
        <FieldRow>
          <ScoreField name="salaryCoefficient" label={label('salaryCoefficient')} max={50} />
          <MoneyField name="duesBase" label={label('duesBase')} />
        </FieldRow>
        <FieldRow>
          <TextField name="bankAccount" label={label('bankAccount')} max={60} />
          <span />
        </FieldRow>
      </>
    );
  return (
    <FieldRow>
      <TextField name={group} label={label(group)} max={60} />
      <span />
    </FieldRow>
  );
}
