/** The money of one visit or of many: a payment voucher, a link to one that is there, or why there is none. */
import { Wallet } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { HOLDINGS, type Holding } from '../../../shared/domain/funds';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  ChoiceChips,
  DateField,
  Drawer,
  FieldRow,
  Note,
  RecordForm,
  SearchField,
  SegmentedField,
  SelectField,
  TextField,
  todayIso,
  useFormat,
} from '../../ui';

interface Props {
  visits: readonly { id: number; cash: number }[] | null;
  total: string | null;
  onClose(): void;
}
type Given = Omit<Props, 'visits'> & { ids: number[] };
const WAYS = ['action', 'link', 'explain'] as const;

export function PayDrawer({ visits, ...props }: Props) {
  const t = useText();
  const [way, setWay] = useState<(typeof WAYS)[number]>('action');
  const Form = { action: PayForm, link: LinkList, explain: ExplainForm }[way];
  return (
    <Drawer
      open={visits !== null}
      onClose={props.onClose}
      title={t('care.pay.title', { count: visits?.length ?? 1 })}
      facts={props.total === null ? undefined : t('care.pay.total', { amount: props.total })}
      width={480}
    >
      {visits && (
        <div className="so-stack">
          <ChoiceChips
            label={t('care.field.voucher')}
            active={way}
            onChange={(key) => setWay(key as (typeof WAYS)[number])}
            items={WAYS.map((key) => ({ key, label: t(`care.pay.${key}`) }))}
          />
          <Form {...props} ids={visits.map(({ id }) => id)} />
        </div>
      )}
    </Drawer>
  );
}

export interface Payment {
  fundId: number;
  onDate: string;
  holding: Holding;
  categoryId: number | null;
  personName: string | null;
  reason: string | null;
}

function PayForm({ ids, onClose }: Given) {
  const t = useText();
  const format = useFormat();
  const pay = useCommandOp('care.pay', {
    failure: 'inline',
    done: (data) =>
      data.code
        ? t('care.pay.done', { code: data.code, amount: format.money(data.amount) })
        : t('care.pay.draft', { amount: format.money(data.amount) }),
  });
  return (
    <PaymentForm
      personHint={t('care.pay.personHint')}
      reasonHint={t('care.pay.reasonHint')}
      onClose={onClose}
      onPay={(how) => pay.run({ ...how, ids })}
    />
  );
}

/** From which fund, on which day, to whom: a voucher made from something recorded. */
export function PaymentForm({
  personHint,
  reasonHint,
  onPay,
  onClose,
}: {
  personHint: string;
  reasonHint: string;
  onPay(how: Payment): Promise<unknown>;
  onClose(): void;
}) {
  const t = useText();
  const funds = useQueryOp('funds.list', {}).data?.rows;
  const categories = useQueryOp('funds.categories', { on: todayIso() }).data?.rows;
  if (!funds || !categories) return null;
  if (funds.length === 0)
    return (
      <Note tone="muc" icon={Wallet}>
        {t('care.pay.noFund')} <Link to="/funds">{t('funds.card.open')}</Link>
      </Note>
    );
  const out = categories.filter((row) => row.direction === 'out' && !row.internal);
  return (
    <RecordForm<Payment>
      draftKey={null}
      initial={{
        fundId: funds[0]!.id,
        onDate: todayIso(),
        holding: 'cash',
        categoryId: out.find((row) => row.code === 'C-TH')?.id ?? null,
      }}
      saveLabel={t('care.pay.action')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await onPay({
          ...values,
          categoryId: values.categoryId ?? null,
          personName: values.personName ?? null,
          reason: values.reason ?? null,
        });
        onClose();
      }}
    >
      <FieldRow>
        <SelectField
          name="fundId"
          label={t('care.pay.fund')}
          required
          options={funds.map((row) => ({ value: row.id, label: row.name }))}
        />
        <DateField name="onDate" label={t('care.pay.onDate')} precision="day" required autoFocus />
      </FieldRow>
      <SegmentedField
        name="holding"
        label={t('funds.field.holding')}
        options={HOLDINGS.map((value) => ({ value, label: t(`funds.holding.${value}`) }))}
      />
      <SelectField
        name="categoryId"
        label={t('care.pay.category')}
        clearable
        options={out.map((row) => ({
          value: row.id,
          label: t.language === 'en' ? (row.nameEn ?? row.name) : row.name,
        }))}
      />
      <TextField name="personName" label={t('care.pay.person')} hint={personHint} max={150} />
      <TextField name="reason" label={t('care.pay.reason')} hint={reasonHint} max={300} />
    </RecordForm>
  );
}

function LinkList({ ids, onClose }: Given) {
  const t = useText();
  const format = useFormat();
  const [search, setSearch] = useState('');
  const link = useCommandOp('care.setVouchers', {
    done: (data) => t('care.pay.linked', { count: data.count }),
  });
  const found = useQueryOp(
    'funds.vouchers',
    { kind: 'payment', status: 'numbered', search, limit: 40 },
    { keep: true },
  ).data;
  const rows = found?.rows.filter((row) => row.source === null || row.source.entity === 'care_visit') ?? [];
  return (
    <>
      <SearchField value={search} onChange={setSearch} placeholder={t('care.pay.pick')} />
      {found && rows.length === 0 && <p className="so-caption">{t('care.pay.pickNone')}</p>}
      <ul className="so-care-pick">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="so-strong">{row.code}</span>
            <span>{format.date(row.onDate)}</span>
            <span lang="vi">{row.reason}</span>
            <span className="so-number">{format.money(row.amount)}</span>
            <ActionButton
              size="small"
              action={{
                key: 'link',
                label: t('care.pay.pick'),
                onClick: () => {
                  link.fire({ rows: ids.map((id) => ({ id, voucherId: row.id })) });
                  onClose();
                },
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function ExplainForm({ ids, onClose }: Given) {
  const t = useText();
  const explain = useCommandOp('care.setExceptions', {
    failure: 'inline',
    done: (data) => t('care.pay.explained', { count: data.count }),
  });
  return (
    <RecordForm<{ exception: string }>
      draftKey={null}
      initial={{}}
      onCancel={onClose}
      onSubmit={async ({ exception }) => {
        await explain.run({ rows: ids.map((id) => ({ id, exception })) });
        onClose();
      }}
    >
      <TextField name="exception" label={t('care.field.exception')} required autoFocus max={300} />
    </RecordForm>
  );
}
