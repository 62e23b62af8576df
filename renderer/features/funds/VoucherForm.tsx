/** A receipt or a payment, made to be filled without the mouse; stays open for the next one when it is new. */
import type { FormInstance } from 'antd';
import { useEffect, useState } from 'react';
import { HOLDINGS, VOUCHER_KINDS, type VoucherKind } from '../../../shared/domain/funds';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  CheckField,
  CountField,
  DateField,
  FieldRow,
  MoneyField,
  RecordForm,
  SegmentedField,
  SelectField,
  TextField,
  todayIso,
} from '../../ui';
import { type Person, PersonField } from '../organisation/committees/PersonField';
import { ReasonField } from './ReasonField';
import type { Fund, Voucher } from './useFund';

export interface Values {
  kind: VoucherKind;
  amount: number;
  person: Person | null;
  reason: string;
  categoryId: number | null;
  onDate: string;
  holding: 'cash' | 'bank';
  address: string | null;
  papers: string | null;
  paperCount: number | null;
  note: string | null;
  numbered: boolean;
}

const valuesOf = (voucher: Voucher): Partial<Values> => ({
  kind: voucher.kind,
  amount: voucher.amount,
  person: voucher.personName ? { memberId: voucher.memberId, name: voucher.personName } : null,
  reason: voucher.reason,
  categoryId: voucher.categoryId,
  onDate: voucher.onDate,
  holding: voucher.holding,
  address: voucher.address,
  papers: voucher.papers,
  paperCount: voucher.paperCount,
  note: voucher.note,
});

interface VoucherFormProps {
  fund: Pick<Fund, 'id'>;
  /** Changes this one; else a new one of `kind`. */
  voucher?: Voucher;
  kind?: VoucherKind;
  onDone(): void;
}

export function VoucherForm({ fund, voucher, kind = 'receipt', onDone }: VoucherFormProps) {
  const t = useText();
  const [round, setRound] = useState(0);
  const [last, setLast] = useState({ kind: voucher?.kind ?? kind, onDate: todayIso() });
  const [chosen, setChosen] = useState(last.kind);
  const create = useCommandOp('funds.createVoucher', {
    failure: 'inline',
    done: (data) => (data.code ? t('funds.given', { code: data.code }) : t('funds.draftSaved')),
  });
  const update = useCommandOp('funds.updateVoucher', {
    failure: 'inline',
    done: () => t('funds.voucherSaved'),
  });
  const initial: Partial<Values> = voucher
    ? valuesOf(voucher)
    : { ...last, holding: 'cash', numbered: true, person: null, categoryId: null };
  const submit = async ({ person, numbered, ...values }: Values) => {
    const fields = {
      ...values,
      categoryId: values.categoryId ?? null,
      fundId: fund.id,
      memberId: person?.memberId ?? null,
      personName: person?.name ?? null,
    };
    if (voucher) {
      await update.run({ ...fields, id: voucher.id, version: voucher.version });
      onDone();
      return;
    }
    await create.run({ ...fields, numbered });
    setLast({ kind: values.kind, onDate: values.onDate });
    setRound((n) => n + 1);
  };
  return (
    <RecordForm<Values>
      key={round}
      draftKey={`voucher:${voucher?.id ?? 'new'}`}
      initial={initial}
      saveLabel={voucher ? t('ui.save') : t('funds.saveNext')}
      onCancel={onDone}
      onValues={(values) => setChosen(values.kind ?? last.kind)}
      onSubmit={submit}
    >
      {(form) => <VoucherFields form={form} voucher={voucher} kind={chosen} />}
    </RecordForm>
  );
}

interface FieldsProps {
  form: FormInstance<Values>;
  voucher: Voucher | undefined;
  kind: VoucherKind;
}

function VoucherFields({ form, voucher, kind }: FieldsProps) {
  const t = useText();
  const receipt = kind === 'receipt';
  const categories = useQueryOp('funds.categories', {}).data?.rows ?? [];
  const fitting = categories.filter((row) => row.direction === (receipt ? 'in' : 'out'));
  const chosen = form.getFieldValue('categoryId');
  const strange = chosen != null && categories.length > 0 && !fitting.some((row) => row.id === chosen);
  useEffect(() => {
    if (strange && voucher?.correctsId == null) form.setFieldValue('categoryId', null);
  }, [strange, form, voucher]);
  return (
    <>
      <FieldRow>
        <SegmentedField
          name="kind"
          label={t('funds.field.kind')}
          disabled={voucher?.number != null}
          options={VOUCHER_KINDS.map((value) => ({ value, label: t(`funds.kind.${value}`) }))}
        />
        <SegmentedField
          name="holding"
          label={t('funds.field.holding')}
          options={HOLDINGS.map((value) => ({ value, label: t(`funds.holding.${value}`) }))}
        />
      </FieldRow>
      <FieldRow>
        <MoneyField name="amount" label={t('funds.field.amount')} required autoFocus />
        <DateField name="onDate" label={t('funds.field.onDate')} precision="day" required />
      </FieldRow>
      <ReasonField
        name="reason"
        label={t('funds.field.reason')}
        required
        kind={kind}
        onPick={(found) => {
          if (found.categoryId !== null && fitting.some((row) => row.id === found.categoryId))
            form.setFieldValue('categoryId', found.categoryId);
          if (form.getFieldValue('amount') == null) form.setFieldValue('amount', found.amount);
        }}
      />
      <SelectField
        name="categoryId"
        label={t('funds.field.categoryId')}
        clearable
        options={fitting.map((row) => ({
          value: row.id,
          label: t.language === 'en' ? (row.nameEn ?? row.name) : row.name,
        }))}
      />
      <FieldRow>
        <PersonField name="person" label={receipt ? t('funds.payer') : t('funds.payee')} />
        <TextField name="address" label={t('funds.field.address')} hint={t('funds.addressHint')} max={200} />
      </FieldRow>
      <FieldRow columns="1fr 120px">
        <TextField name="papers" label={t('funds.field.papers')} max={300} />
        <CountField name="paperCount" label={t('funds.field.paperCount')} max={999} />
      </FieldRow>
      <TextField name="note" label={t('funds.field.note')} max={1000} />
      {!voucher && <CheckField name="numbered" label={t('funds.numberNow')} />}
    </>
  );
}
