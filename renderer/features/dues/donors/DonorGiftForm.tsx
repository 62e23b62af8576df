/** A gift of money or of things, with its receipt and its purpose. */
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { DONOR_GIFT_KINDS } from '../../../../shared/domain/dues';
import { HOLDINGS } from '../../../../shared/domain/funds';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  DateField,
  FieldRow,
  MoneyField,
  RecordForm,
  SegmentedField,
  SelectField,
  TextField,
  todayIso,
} from '../../../ui';

type Gift = OutputOf<'donors.get'>['gifts'][number];
type Fields = Omit<InputOf<'donors.saveGift'>, 'id' | 'version' | 'book' | 'donorId'>;
interface Values extends Fields {
  fundId: number | null;
  holding: 'cash' | 'bank';
}

const fieldsOf = (gift: Gift): Partial<Values> => ({
  onDate: gift.onDate,
  kind: gift.kind,
  amount: gift.amount,
  goods: gift.goods,
  occasion: gift.occasion,
  programme: gift.programme,
  usedFor: gift.usedFor,
  earmarkId: gift.earmarkId,
  note: gift.note,
});

export function DonorGiftForm({
  donorId,
  gift,
  onDone,
}: {
  donorId: number;
  gift: Gift | null;
  onDone(): void;
}) {
  const t = useText();
  const [kind, setKind] = useState(gift?.kind ?? 'money');
  const funds = useQueryOp('funds.list', {}).data?.rows ?? [];
  const earmarks = useQueryOp('donors.earmarks', {}).data?.rows ?? [];
  const save = useCommandOp('donors.saveGift', {
    failure: 'inline',
    done: (data) =>
      data.code ? t('dues.donor.giftSavedCode', { code: data.code }) : t('dues.donor.giftSaved'),
  });
  return (
    <RecordForm<Values>
      draftKey={`donor-gift:${gift?.id ?? `new-${donorId}`}`}
      initial={gift ? fieldsOf(gift) : { kind: 'money', onDate: todayIso(), holding: 'cash' }}
      onCancel={onDone}
      onValues={(values) => setKind(values.kind ?? 'money')}
      onSubmit={async ({ fundId, holding, ...fields }) => {
        const book =
          gift === null && kind === 'money' && fundId ? { fundId, holding: holding ?? 'cash' } : null;
        await save.run({ ...fields, donorId, book, id: gift?.id ?? null, version: gift?.version ?? null });
        onDone();
      }}
    >
      <FieldRow>
        <SegmentedField
          name="kind"
          label={t('dues.field.kind')}
          disabled={gift?.voucherId != null}
          options={DONOR_GIFT_KINDS.map((value) => ({ value, label: t(`dues.giftKind.${value}`) }))}
        />
        <DateField
          name="onDate"
          label={t('dues.field.onDate')}
          precision="day"
          required
          disabled={gift?.voucherId != null}
        />
      </FieldRow>
      {kind === 'goods' && (
        <TextField name="goods" label={t('dues.field.goods')} required max={300} autoFocus />
      )}
      <MoneyField
        name="amount"
        label={t(kind === 'money' ? 'dues.field.amount' : 'dues.donor.worth')}
        required={kind === 'money'}
        disabled={gift?.voucherId != null}
        autoFocus={kind === 'money'}
      />
      <SelectField
        name="earmarkId"
        label={t('dues.field.earmarkId')}
        clearable
        options={earmarks.map((one) => ({ value: one.id, label: one.name }))}
      />
      {gift === null && kind === 'money' && (
        <FieldRow>
          <SelectField
            name="fundId"
            label={t('dues.donor.bookNow')}
            clearable
            placeholder={t('dues.donor.noBook')}
            options={funds.map((fund) => ({ value: fund.id, label: fund.name }))}
          />
          <SegmentedField
            name="holding"
            label={t('dues.field.holding')}
            options={HOLDINGS.map((value) => ({ value, label: t(`funds.holding.${value}`) }))}
          />
        </FieldRow>
      )}
      <FieldRow>
        <TextField name="occasion" label={t('dues.field.occasion')} optional max={150} />
        <TextField name="programme" label={t('dues.field.programme')} optional max={200} />
      </FieldRow>
      <TextField name="usedFor" label={t('dues.field.usedFor')} optional max={300} />
      <TextField name="note" label={t('dues.field.note')} optional max={300} />
    </RecordForm>
  );
}
