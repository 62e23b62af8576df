/** A gift to a drive: of a member, of a department for so many people, or of somebody outside; stays for the next one. */
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  CountField,
  DateField,
  MoneyField,
  RecordForm,
  SegmentedField,
  SelectField,
  TextField,
  todayIso,
  useFormat,
} from '../../../ui';
import { type Person, PersonField } from '../../organisation/committees/PersonField';

const KINDS = ['member', 'department', 'other'] as const;
interface Values {
  kind: (typeof KINDS)[number];
  person: Person | null;
  departmentId: number | null;
  people: number | null;
  name: string | null;
  amount: number;
  onDate: string;
  note: string | null;
}
type Drive = OutputOf<'drives.get'>['drive'];

export function GiftForm({ drive, onDone }: { drive: Drive; onDone(): void }) {
  const t = useText();
  const format = useFormat();
  const [round, setRound] = useState(0);
  const [last, setLast] = useState<{ kind: Values['kind']; onDate: string; amount?: number }>({
    kind: 'member',
    onDate: todayIso(),
    ...(drive.targetKind === 'person' && drive.targetAmount ? { amount: drive.targetAmount } : {}),
  });
  const [kind, setKind] = useState<Values['kind']>(last.kind);
  const departments = useQueryOp('drives.get', { id: drive.id }).data?.departments ?? [];
  const record = useCommandOp('drives.record', {
    failure: 'inline',
    done: (data) => t('dues.drive.recorded', { amount: format.money(data.amount) }),
  });
  const submit = async (values: Values) => {
    const { person, departmentId, people, name, amount, onDate, note } = values;
    const own = {
      memberId: kind === 'member' ? (person?.memberId ?? null) : null,
      departmentId: kind === 'department' ? (departmentId ?? null) : null,
      people: kind === 'department' ? (people ?? null) : null,
      name: kind === 'member' ? (person?.name ?? null) : kind === 'other' ? (name ?? null) : null,
    };
    await record.run({ id: drive.id, gifts: [{ ...own, amount: amount ?? 0, onDate, note: note ?? null }] });
    setLast({ kind, onDate, ...(kind === 'member' ? { amount } : {}) });
    setRound((n) => n + 1);
  };
  return (
    <RecordForm<Values>
      key={round}
      draftKey={null}
      initial={{ ...last, person: null }}
      saveLabel={t('dues.drive.saveNext')}
      onCancel={onDone}
      onValues={(values) => setKind(values.kind ?? 'member')}
      onSubmit={submit}
    >
      <SegmentedField
        name="kind"
        label={t('dues.drive.who')}
        options={[
          { value: 'member', label: t('dues.drive.recordMember') },
          { value: 'department', label: t('dues.drive.recordDepartment') },
          { value: 'other', label: t('dues.drive.recordOther') },
        ]}
      />
      {kind === 'member' && <PersonField name="person" label={t('dues.field.memberId')} required autoFocus />}
      {kind === 'department' && (
        <>
          <SelectField
            name="departmentId"
            label={t('dues.field.departmentId')}
            required
            options={departments.flatMap((one) =>
              one.id === null ? [] : [{ value: one.id, label: one.name ?? '' }],
            )}
          />
          <CountField name="people" label={t('dues.field.people')} required />
        </>
      )}
      {kind === 'other' && (
        <TextField name="name" label={t('dues.field.name')} required max={150} autoFocus />
      )}
      <MoneyField name="amount" label={t('dues.field.amount')} required />
      <DateField name="onDate" label={t('dues.field.onDate')} precision="day" required />
      <TextField name="note" label={t('dues.field.note')} optional max={300} />
    </RecordForm>
  );
}
