/** A fund: what it began with, and who signs its vouchers. */
import { useCommandOp, useText } from '../../client';
import { DateField, FieldRow, FormSection, MoneyField, RecordForm, TextField, todayIso } from '../../ui';
import type { Fund } from './useFund';

type Values = Pick<
  Fund,
  | 'name'
  | 'openedOn'
  | 'openingCash'
  | 'openingBank'
  | 'bookNumber'
  | 'accountHolder'
  | 'accountant'
  | 'preparer'
  | 'treasurer'
  | 'note'
>;

const valuesOf = (fund: Fund): Values => ({
  name: fund.name,
  openedOn: fund.openedOn,
  openingCash: fund.openingCash,
  openingBank: fund.openingBank,
  bookNumber: fund.bookNumber,
  accountHolder: fund.accountHolder,
  accountant: fund.accountant,
  preparer: fund.preparer,
  treasurer: fund.treasurer,
  note: fund.note,
});

export function FundForm({ fund, onDone }: { fund: Fund | null; onDone(id: number | null): void }) {
  const t = useText();
  const save = useCommandOp('funds.save', {
    failure: 'inline',
    done: (_, input) => t('funds.fundSaved', { name: input.name }),
  });
  const initial: Partial<Values> = fund
    ? valuesOf(fund)
    : { openedOn: `${todayIso().slice(0, 4)}-01-01`, openingCash: 0, openingBank: 0 };
  return (
    <RecordForm<Values>
      draftKey={`fund:${fund?.id ?? 'new'}`}
      initial={initial}
      onCancel={() => onDone(null)}
      onSubmit={async (values) => {
        const id = fund?.id ?? null;
        const saved = await save.run({
          ...values,
          openingCash: values.openingCash ?? 0,
          openingBank: values.openingBank ?? 0,
          id,
          version: fund?.version ?? null,
        });
        onDone(saved.id);
      }}
    >
      <TextField name="name" label={t('funds.field.name')} required max={150} autoFocus />
      <DateField
        name="openedOn"
        label={t('funds.field.openedOn')}
        precision="day"
        required
        hint={t('funds.openedHint')}
      />
      <FieldRow>
        <MoneyField name="openingCash" label={t('funds.field.openingCash')} />
        <MoneyField name="openingBank" label={t('funds.field.openingBank')} />
      </FieldRow>
      <FormSection title={t('funds.signers')}>
        <FieldRow columns="110px 1fr">
          <TextField name="bookNumber" label={t('funds.field.bookNumber')} max={20} />
          <TextField
            name="accountHolder"
            label={t('funds.field.accountHolder')}
            max={100}
            hint={t('funds.holderHint')}
          />
        </FieldRow>
        <TextField name="accountant" label={t('funds.field.accountant')} max={100} />
        <TextField name="preparer" label={t('funds.field.preparer')} max={100} />
        <TextField name="treasurer" label={t('funds.field.treasurer')} max={100} />
        <TextField name="note" label={t('funds.field.note')} max={1000} />
      </FormSection>
    </RecordForm>
  );
}
