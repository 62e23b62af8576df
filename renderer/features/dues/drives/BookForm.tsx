/** Puts what a drive brought in, and is in no receipt yet, into the cash book. */
import { ReceiptText } from 'lucide-react';
import type { OutputOf } from '../../../../shared/contract';
import { HOLDINGS } from '../../../../shared/domain/funds';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  DateField,
  Note,
  RecordForm,
  SegmentedField,
  SelectField,
  TextField,
  todayIso,
  useFormat,
} from '../../../ui';

interface Values {
  fundId: number;
  onDate: string;
  holding: 'cash' | 'bank';
  payer: string | null;
}

export function BookForm({ drive, onDone }: { drive: OutputOf<'drives.get'>['drive']; onDone(): void }) {
  const t = useText();
  const format = useFormat();
  const funds = useQueryOp('funds.list', {}).data?.rows;
  const book = useCommandOp('drives.book', {
    failure: 'inline',
    done: (data) => t('dues.drive.booked', { code: data.code ?? '' }),
  });
  if (!funds) return null;
  const initial: Partial<Values> = { onDate: todayIso(), holding: 'cash' };
  const fundId = drive.fundId ?? funds[0]?.id;
  if (fundId) initial.fundId = fundId;
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={initial}
      saveLabel={t('dues.drive.book')}
      onCancel={onDone}
      onSubmit={async (values) => {
        await book.run({ ...values, payer: values.payer ?? null, id: drive.id });
        onDone();
      }}
    >
      <Note tone="muc" icon={ReceiptText}>
        {t('dues.drive.bookBody', { amount: format.money(drive.unbooked) })}
      </Note>
      <SelectField
        name="fundId"
        label={t('dues.field.fundId')}
        required
        options={funds.map((fund) => ({ value: fund.id, label: fund.name }))}
      />
      <DateField name="onDate" label={t('dues.field.onDate')} precision="day" required />
      <SegmentedField
        name="holding"
        label={t('dues.field.holding')}
        options={HOLDINGS.map((value) => ({ value, label: t(`funds.holding.${value}`) }))}
      />
      <TextField name="payer" label={t('dues.field.payer')} optional max={150} />
    </RecordForm>
  );
}
