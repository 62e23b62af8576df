/** A contribution that is in no receipt yet, put right: sum, day, note. */
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useText } from '../../../client';
import { DateField, MoneyField, RecordForm, TextField } from '../../../ui';

type Gift = OutputOf<'drives.gifts'>['rows'][number];
type Values = Pick<Gift, 'amount' | 'onDate' | 'note'>;

export function GiftEdit({ gift, onDone }: { gift: Gift; onDone(): void }) {
  const t = useText();
  const update = useCommandOp('drives.updateGift', {
    failure: 'inline',
    done: () => t('dues.drive.giftSaved', { name: gift.name }),
  });
  const { id, version, memberId, departmentId, people } = gift;
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={{ amount: gift.amount, onDate: gift.onDate, note: gift.note }}
      onCancel={onDone}
      onSubmit={async ({ amount, onDate, note }) => {
        const name = departmentId === null ? gift.name : null;
        await update.run({
          id,
          version,
          memberId,
          departmentId,
          people,
          name,
          amount,
          onDate,
          note: note ?? null,
        });
        onDone();
      }}
    >
      <MoneyField name="amount" label={t('dues.field.amount')} required autoFocus />
      <DateField name="onDate" label={t('dues.field.onDate')} precision="day" required />
      <TextField name="note" label={t('dues.field.note')} optional max={300} />
    </RecordForm>
  );
}
