/** Money and gifts in kind of a case, by source, with what they add up to in words. */
import { Pencil, Plus, Wallet, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import { CASE_SOURCES, type CaseSource } from '../../../shared/domain/care';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  type Column,
  DateField,
  Drawer,
  FieldRow,
  IconButton,
  MoneyField,
  PlainTable,
  RecordForm,
  SelectField,
  Tag,
  TextField,
  useFormat,
} from '../../ui';
import { fieldsOf } from './CaseDrawer';
import { PaymentForm } from './PayDrawer';
import type { Whole } from './useCare';

type Row = Whole['money'][number] & { at: number };
type Fields = Omit<Whole['money'][number], 'voucherCode' | 'earmark' | 'unpaid'>;

export function MoneyCard({ whole }: { whole: Whole }) {
  const t = useText();
  const format = useFormat();
  const [editing, setEditing] = useState<number | 'new' | 'pay' | null>(null);
  const save = useCommandOp('care.updateCase', { failure: 'inline', done: () => t('care.case.moneySaved') });
  const fields = fieldsOf(whole);
  const { id, version } = whole.row;
  const put = (money: Fields[]) => save.run({ ...fields, money, id, version });
  const unpaid = whole.money.flatMap((row, at) => (row.unpaid ? [at] : []));
  const rows: Row[] = whole.money.map((row, at) => ({ ...row, at }));
  const columns = useMoneyColumns(setEditing, (at) => void put(fields.money.filter((_, i) => i !== at)));
  const one = typeof editing === 'number' ? fields.money[editing] : undefined;
  return (
    <section className="so-card">
      <div className="so-card__head">
        <h2>{t('care.field.money')}</h2>
        <div className="so-row">
          {unpaid.length > 0 && (
            <ActionButton
              size="small"
              action={{
                key: 'pay',
                label: t('care.pay.action'),
                icon: Wallet,
                onClick: () => setEditing('pay'),
              }}
            />
          )}
          <ActionButton
            size="small"
            action={{
              key: 'add',
              label: t('care.case.moneyAdd'),
              icon: Plus,
              onClick: () => setEditing('new'),
            }}
          />
        </div>
      </div>
      {rows.length === 0 ? (
        <p className="so-caption">{t('care.case.moneyNone')}</p>
      ) : (
        <>
          <PlainTable
            caption={t('care.field.money')}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.at}
            totals={{ amount: format.money(whole.row.total) }}
          />
          <p className="so-caption">{t('care.visit.inWords', { words: whole.inWords })}</p>
        </>
      )}
      <Drawer
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={t(
          editing === 'pay'
            ? 'care.pay.action'
            : typeof editing === 'number'
              ? 'care.case.moneyEdit'
              : 'care.case.moneyAdd',
        )}
        facts={whole.row.title}
        width={460}
      >
        {editing === 'pay' && <CasePayment whole={whole} rows={unpaid} onClose={() => setEditing(null)} />}
        {editing !== null && editing !== 'pay' && (
          <MoneyForm
            row={one}
            onClose={() => setEditing(null)}
            onSave={async (row) => {
              const money = [...fields.money];
              if (typeof editing === 'number') money[editing] = row;
              else money.push(row);
              await put(money);
              setEditing(null);
            }}
          />
        )}
      </Drawer>
    </section>
  );
}

/** One voucher for what the book of the fund does not tell of yet. */
function CasePayment({ whole, rows, onClose }: { whole: Whole; rows: number[]; onClose(): void }) {
  const t = useText();
  const format = useFormat();
  const { id, version } = whole.row;
  const pay = useCommandOp('care.payCase', {
    failure: 'inline',
    done: (data) => t('care.pay.done', { code: data.code ?? '…', amount: format.money(data.amount) }),
  });
  const amount = rows.reduce((sum, at) => sum + (whole.money[at]?.amount ?? 0), 0);
  return (
    <div className="so-stack">
      <p className="so-caption">{t('care.pay.total', { amount: format.money(amount) })}</p>
      <PaymentForm
        personHint={t('care.case.personHint')}
        reasonHint={t('care.case.reasonHint')}
        onClose={onClose}
        onPay={(how) => pay.run({ ...how, id, version, rows })}
      />
    </div>
  );
}

function useMoneyColumns(onEdit: (at: number) => void, onRemove: (at: number) => void): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<Row>[]>(
    () => [
      {
        key: 'source',
        header: t('care.field.source'),
        cell: (row) => (
          <>
            {t(`care.source.${row.source}`)}
            {(row.name || row.kindText) && (
              <div className="so-caption" lang="vi">
                {[row.name, row.kindText, row.earmark, row.exception].filter(Boolean).join(' · ')}
              </div>
            )}
          </>
        ),
      },
      { key: 'day', header: t('care.case.day'), width: 100, cell: (row) => format.date(row.onDate) },
      {
        key: 'voucher',
        header: t('care.field.voucher'),
        width: 104,
        cell: (row) =>
          row.voucherId === null ? (
            row.unpaid && <Tag tone="warn">{t('care.case.unpaid')}</Tag>
          ) : (
            <Link to={`/funds/vouchers/${row.voucherId}`}>{row.voucherCode ?? '…'}</Link>
          ),
      },
      {
        key: 'amount',
        header: t('care.case.amount'),
        align: 'right',
        width: 130,
        cell: (row) => format.money(row.amount),
      },
      {
        key: 'act',
        header: '',
        width: 76,
        cell: (row) => (
          <span className="so-row">
            <IconButton
              icon={Pencil}
              size="small"
              label={t('care.case.moneyEdit')}
              onClick={() => onEdit(row.at)}
            />
            <IconButton
              icon={X}
              size="small"
              label={t('care.case.moneyRemove')}
              onClick={() => onRemove(row.at)}
            />
          </span>
        ),
      },
    ],
    [t, format, onEdit, onRemove],
  );
}

function MoneyForm({
  row,
  onSave,
  onClose,
}: {
  row: Fields | undefined;
  onSave(row: Fields): Promise<void>;
  onClose(): void;
}) {
  const t = useText();
  const format = useFormat();
  const earmarks = useQueryOp('donors.earmarks', {}).data?.rows ?? [];
  const vouchers = useQueryOp('funds.vouchers', { kind: 'payment', limit: 100 }).data?.rows ?? [];
  return (
    <RecordForm<Fields>
      draftKey={null}
      initial={row ?? { source: 'own' }}
      onCancel={onClose}
      onSubmit={(fields) =>
        onSave({
          source: fields.source,
          name: fields.name ?? null,
          amount: fields.amount,
          onDate: fields.onDate ?? null,
          kindText: fields.kindText ?? null,
          voucherId: fields.voucherId ?? null,
          earmarkId: fields.earmarkId ?? null,
          exception: fields.exception ?? null,
          note: fields.note ?? null,
        })
      }
    >
      <FieldRow>
        <SelectField<CaseSource>
          name="source"
          label={t('care.field.source')}
          required
          options={CASE_SOURCES.map((value) => ({ value, label: t(`care.source.${value}`) }))}
        />
        <MoneyField name="amount" label={t('care.case.amount')} required autoFocus />
      </FieldRow>
      <TextField name="name" label={t('care.case.donor')} max={200} />
      <FieldRow>
        <TextField name="kindText" label={t('care.field.kindText')} max={200} />
        <DateField name="onDate" label={t('care.case.day')} precision="day" />
      </FieldRow>
      <SelectField
        name="voucherId"
        label={t('care.field.voucher')}
        clearable
        options={vouchers.map((one) => ({
          value: one.id,
          label: `${one.code ?? '…'} · ${format.date(one.onDate)} · ${one.reason}`,
        }))}
      />
      {earmarks.length > 0 && (
        <SelectField
          name="earmarkId"
          label={t('dues.field.earmarkId')}
          clearable
          options={earmarks
            .filter((one) => one.closedOn === null || one.id === row?.earmarkId)
            .map((one) => ({ value: one.id, label: `${one.name} · ${format.money(one.left)}` }))}
        />
      )}
      <TextField name="exception" label={t('care.field.exception')} max={300} />
      <TextField name="note" label={t('care.field.note')} max={300} />
    </RecordForm>
  );
}
