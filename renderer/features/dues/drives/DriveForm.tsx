/** A drive, new or edited. */
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { DRIVE_TARGETS } from '../../../../shared/domain/dues';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  DateField,
  FieldRow,
  MoneyField,
  RecordForm,
  SegmentedField,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
} from '../../../ui';

type Drive = OutputOf<'drives.get'>['drive'];
type Values = Omit<InputOf<'drives.save'>, 'id' | 'version'>;

export function DriveForm({ drive, onDone }: { drive: Drive | null; onDone(id: number | null): void }) {
  const t = useText();
  const [kind, setKind] = useState(drive?.targetKind ?? 'none');
  const funds = useQueryOp('funds.list', {}).data?.rows ?? [];
  const earmarks = useQueryOp('donors.earmarks', { open: true }).data?.rows ?? [];
  const save = useCommandOp('drives.save', {
    failure: 'inline',
    done: (_, input) => t('dues.drive.saved', { name: input.name }),
  });
  const today = todayIso();
  const initial: Partial<Values> = drive
    ? {
        ...{
          name: drive.name,
          launchedBy: drive.launchedBy,
          launchedOn: drive.launchedOn,
          cutOff: drive.cutOff,
        },
        ...{ deadline: drive.deadline, targetKind: drive.targetKind, targetAmount: drive.targetAmount },
        ...{ targetText: drive.targetText, fundId: drive.fundId, earmarkId: drive.earmarkId },
        ...{ purpose: drive.purpose, note: drive.note },
      }
    : { launchedOn: today, cutOff: today, targetKind: 'none' };
  return (
    <RecordForm<Values>
      draftKey={`drive:${drive?.id ?? 'new'}`}
      initial={initial}
      onCancel={() => onDone(null)}
      onValues={(values) => setKind(values.targetKind ?? 'none')}
      onSubmit={async (values) => {
        const saved = await save.run({ ...values, id: drive?.id ?? null, version: drive?.version ?? null });
        onDone(saved.id);
      }}
    >
      <TextField name="name" label={t('dues.field.name')} required max={200} autoFocus />
      <TextField name="launchedBy" label={t('dues.field.launchedBy')} optional max={200} />
      <FieldRow columns="1fr 1fr 1fr">
        <DateField name="launchedOn" label={t('dues.field.launchedOn')} precision="day" required />
        <DateField name="cutOff" label={t('dues.field.cutOff')} precision="day" required />
        <DateField name="deadline" label={t('dues.field.deadline')} precision="day" />
      </FieldRow>
      <SegmentedField
        name="targetKind"
        label={t('dues.field.targetKind')}
        options={DRIVE_TARGETS.map((value) => ({ value, label: t(`dues.targetKind.${value}`) }))}
      />
      <FieldRow>
        {kind !== 'none' && <MoneyField name="targetAmount" label={t('dues.field.targetAmount')} />}
        <TextField name="targetText" label={t('dues.field.targetText')} optional max={150} />
      </FieldRow>
      <FieldRow>
        <SelectField
          name="fundId"
          label={t('dues.field.fundId')}
          clearable
          options={funds.map((fund) => ({ value: fund.id, label: fund.name }))}
        />
        <SelectField
          name="earmarkId"
          label={t('dues.field.earmarkId')}
          clearable
          options={earmarks.map((one) => ({ value: one.id, label: one.name }))}
        />
      </FieldRow>
      <TextField name="purpose" label={t('dues.field.purpose')} optional max={300} />
      <TextAreaField name="note" label={t('dues.field.note')} optional max={2000} />
    </RecordForm>
  );
}
