/** Short forms about one voucher: cancel it, correct its amount, say what it was for. */
import { Ban, Link2, Scale } from 'lucide-react';
import { useCommandOp, useText } from '../../client';
import { DateField, MoneyField, Note, RecordForm, TextField, todayIso, useFormat } from '../../ui';
import type { Voucher } from './useFund';

interface FormProps {
  voucher: Voucher;
  onDone(): void;
}

export function CancelForm({ voucher, onDone }: FormProps) {
  const t = useText();
  const cancel = useCommandOp('funds.cancelVoucher', {
    failure: 'inline',
    done: () => t('funds.cancelled', { code: voucher.code ?? '' }),
  });
  return (
    <RecordForm<{ reason: string }>
      draftKey={null}
      initial={{}}
      saveLabel={t('funds.doing.cancel')}
      onCancel={onDone}
      onSubmit={async ({ reason }) => {
        await cancel.run({ id: voucher.id, version: voucher.version, reason });
        onDone();
      }}
    >
      <Note tone="muc" icon={Ban}>
        {t('funds.cancelBody')}
      </Note>
      <TextField name="reason" label={t('funds.field.cancelReason')} required max={300} autoFocus />
    </RecordForm>
  );
}

export function CorrectForm({ voucher, onDone }: FormProps) {
  const t = useText();
  const format = useFormat();
  const correct = useCommandOp('funds.correctVoucher', {
    failure: 'inline',
    done: (data) => t('funds.given', { code: data.code ?? '' }),
  });
  return (
    <RecordForm<{ amount: number; onDate: string; reason: string }>
      draftKey={null}
      initial={{ onDate: todayIso(), reason: t('funds.correctReason', { code: voucher.code ?? '' }) }}
      saveLabel={t('funds.doing.correct')}
      onCancel={onDone}
      onSubmit={async (values) => {
        await correct.run({ ...values, amount: values.amount ?? 0, id: voucher.id });
        onDone();
      }}
    >
      <Note tone="muc" icon={Scale}>
        {t('funds.correctBody', { amount: format.money(voucher.amount) })}
      </Note>
      <MoneyField name="amount" label={t('funds.rightAmount')} required autoFocus />
      <DateField name="onDate" label={t('funds.field.onDate')} precision="day" required />
      <TextField name="reason" label={t('funds.field.reason')} required max={300} />
    </RecordForm>
  );
}

export function ExplainForm({ voucher, onDone }: FormProps) {
  const t = useText();
  const link = useCommandOp('funds.linkVoucher', { failure: 'inline', done: () => t('funds.explained') });
  return (
    <RecordForm<{ exception: string | null }>
      draftKey={null}
      initial={{ exception: voucher.exception }}
      onCancel={onDone}
      onSubmit={async ({ exception }) => {
        await link.run({ id: voucher.id, source: voucher.source, exception: exception ?? null });
        onDone();
      }}
    >
      <Note tone="muc" icon={Link2}>
        {t('funds.explainBody')}
      </Note>
      <TextField name="exception" label={t('funds.field.exception')} max={300} autoFocus />
    </RecordForm>
  );
}
