/** Money that changes its place: from cash to the account and back, or to another fund. */
import { useState } from 'react';
import { HOLDINGS, type Holding } from '../../../shared/domain/funds';
import { useCommandOp, useText } from '../../client';
import { DateField, FieldRow, MoneyField, RecordForm, SelectField, TextField, todayIso } from '../../ui';
import type { Fund } from './useFund';

interface Values {
  amount: number;
  onDate: string;
  from: string;
  to: string;
  /** What is proposed, unless typed. */
  reason: string | null;
  personName: string | null;
  papers: string | null;
}

const place = (fundId: number, holding: Holding) => `${fundId}:${holding}`;
const read = (value: string): [fundId: number, holding: Holding] => {
  const [fundId, holding] = value.split(':');
  return [Number(fundId), holding as Holding];
};

export function MoveForm({ fund, funds, onDone }: { fund: Fund; funds: readonly Fund[]; onDone(): void }) {
  const t = useText();
  const move = useCommandOp('funds.moveMoney', {
    failure: 'inline',
    done: (data) => t('funds.move.done', { out: data.payment.code ?? '', in: data.receipt.code ?? '' }),
  });
  const options = funds.flatMap((row) =>
    HOLDINGS.map((holding) => ({
      value: place(row.id, holding),
      label: [funds.length > 1 ? row.name : '', t(`funds.holding.${holding}`)].filter(Boolean).join(' – '),
    })),
  );
  const initial = { onDate: todayIso(), from: place(fund.id, 'bank'), to: place(fund.id, 'cash') };
  const reasonOf = ({ from = initial.from, to = initial.to }: Partial<Values>) => {
    const [here, holding] = read(from);
    const [there] = read(to);
    return here === there
      ? t(`funds.move.reason.${holding}`)
      : t('funds.move.reason.fund', { name: funds.find((row) => row.id === there)?.name ?? '' });
  };
  const [reason, setReason] = useState(() => reasonOf(initial));
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={initial}
      saveLabel={t('funds.move.action')}
      onCancel={onDone}
      onValues={(values) => setReason(reasonOf(values))}
      onSubmit={async ({ from, to, amount, onDate, reason: typed, personName, papers }) => {
        const [fromFundId, fromHolding] = read(from);
        const [toFundId, toHolding] = read(to);
        const rest = { personName: personName ?? null, papers: papers ?? null };
        await move.run({
          fromFundId,
          fromHolding,
          toFundId,
          toHolding,
          amount,
          onDate,
          reason: typed ?? reason,
          ...rest,
        });
        onDone();
      }}
    >
      <FieldRow>
        <MoneyField name="amount" label={t('funds.field.amount')} required autoFocus />
        <DateField name="onDate" label={t('funds.field.onDate')} precision="day" required />
      </FieldRow>
      <p className="so-caption">{t('funds.move.body')}</p>
      <SelectField name="from" label={t('funds.move.from')} required options={options} />
      <SelectField
        name="to"
        label={t('funds.move.to')}
        required
        options={options}
        rules={[
          (form) => ({
            validator: (_, value) =>
              value === form.getFieldValue('from')
                ? Promise.reject(new Error(t('errors.MOVE_SAME_PLACE')))
                : Promise.resolve(),
          }),
        ]}
      />
      <TextField name="reason" label={t('funds.field.reason')} placeholder={reason} max={300} />
      <FieldRow>
        <TextField name="personName" label={t('funds.move.person')} max={150} />
        <TextField name="papers" label={t('funds.field.papers')} max={300} />
      </FieldRow>
    </RecordForm>
  );
}
