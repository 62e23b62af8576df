/** One purpose: every đồng that came for it and went out, with what was left after each. */
import { PencilLine, ReceiptText, Target, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  DateField,
  Drawer,
  EmptyState,
  ErrorState,
  FiguresStrip,
  IconButton,
  LoadingBars,
  MoneyField,
  Note,
  Page,
  PlainTable,
  RecordForm,
  SelectField,
  TextField,
  todayIso,
  useFormat,
} from '../../../ui';
import '../dues.css';
import { type Earmark, EarmarkForm } from './EarmarksTab';

type Data = OutputOf<'donors.earmark'>;
const MOST = 200;

export default function EarmarkPage() {
  const t = useText();
  const id = Number(useParams().id);
  const query = useQueryOp('donors.earmark', { id });
  const crumbs = [{ label: t('dues.title'), to: '/dues?tab=earmarks' }];
  if (query.data) return <View data={query.data} crumbs={crumbs} />;
  return (
    <Page title={t('dues.tabs.earmarks')} crumbs={crumbs}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

function View({ data, crumbs }: { data: Data; crumbs: { label: string; to: string }[] }) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { earmark } = data;
  const [editing, setEditing] = useState<'earmark' | 'use' | null>(null);
  const trash = useCommandOp('donors.trashEarmarks', { done: () => t('dues.earmark.trashed') });
  const close = () => setEditing(null);
  return (
    <Page
      title={earmark.name}
      crumbs={crumbs}
      facts={[earmark.beneficiary, earmark.purpose, earmark.fundName]}
      primary={{
        key: 'use',
        label: t('dues.earmark.addUse'),
        icon: ReceiptText,
        onClick: () => setEditing('use'),
      }}
      more={[
        {
          key: 'edit',
          label: t('dues.earmark.edit'),
          icon: PencilLine,
          onClick: () => setEditing('earmark'),
        },
        {
          key: 'trash',
          label: t('dues.drive.toTrash'),
          icon: Trash2,
          danger: true,
          onClick: async () => {
            await trash.run({ ids: [earmark.id] });
            navigate('/dues?tab=earmarks');
          },
        },
      ]}
    >
      <div className="so-stack">
        {earmark.left < 0 && (
          <Note tone="bad" icon={Target}>
            {t('dues.earmark.overspent', { amount: format.money(-earmark.left) })}
          </Note>
        )}
        <FiguresStrip
          label={earmark.name}
          figures={[
            { key: 'received', label: t('dues.field.received'), value: format.money(earmark.received) },
            { key: 'spent', label: t('dues.field.spent'), value: format.money(earmark.spent) },
            {
              key: 'left',
              label: t('dues.field.left'),
              value: format.money(earmark.left),
              note: data.inWords,
              ...(earmark.left < 0 ? { tone: 'warn' as const } : {}),
            },
          ]}
        />
        <Entries data={data} />
      </div>
      <Drawer
        open={editing !== null}
        onClose={close}
        title={t(editing === 'use' ? 'dues.earmark.addUse' : 'dues.earmark.edit')}
        width={470}
      >
        {editing === 'earmark' && <EarmarkForm earmark={earmark} onDone={close} />}
        {editing === 'use' && <UseForm earmark={earmark} onDone={close} />}
      </Drawer>
    </Page>
  );
}

function Entries({ data }: { data: Data }) {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('donors.trashUses', { done: () => t('dues.earmark.useTrashed') });
  if (data.entries.length === 0) return <EmptyState icon={Target} title={t('dues.earmark.noEntries')} />;
  const path = (kind: string, id: number) =>
    kind === 'campaign'
      ? `/welfare/${id}`
      : kind === 'case'
        ? `/welfare/cases/${id}`
        : kind === 'drive'
          ? `/dues/drives/${id}`
          : null;
  return (
    <PlainTable
      framed
      caption={t('dues.earmark.entries')}
      rows={data.entries}
      rowKey={(row) => `${row.kind}-${row.id}-${row.onDate}`}
      columns={[
        { key: 'date', header: t('dues.field.onDate'), width: 104, cell: (row) => format.date(row.onDate) },
        {
          key: 'kind',
          header: t('dues.field.kind'),
          width: 130,
          cell: (row) => t(`dues.earmark.kind.${row.kind}`),
        },
        {
          key: 'what',
          header: t('dues.field.what'),
          cell: (row) => {
            const to = path(row.kind, row.id);
            return to ? <Link to={to}>{row.what}</Link> : row.what;
          },
        },
        {
          key: 'code',
          header: t('dues.field.number'),
          width: 90,
          cell: (row) =>
            row.voucherId && <Link to={`/funds/vouchers/${row.voucherId}`}>{row.code ?? '…'}</Link>,
        },
        {
          key: 'amount',
          header: t('dues.field.amount'),
          width: 130,
          align: 'right',
          cell: (row) => format.money(row.amount),
        },
        {
          key: 'left',
          header: t('dues.field.left'),
          width: 130,
          align: 'right',
          cell: (row) => (
            <span className={row.left < 0 ? 'so-dues-over' : undefined}>{format.money(row.left)}</span>
          ),
        },
        {
          key: 'tools',
          header: '',
          width: 48,
          cell: (row) =>
            row.kind === 'use' ? (
              <IconButton
                icon={Trash2}
                size="small"
                label={t('dues.drive.toTrash')}
                onClick={() => trash.fire({ ids: [row.id] })}
              />
            ) : null,
        },
      ]}
    />
  );
}

interface Values {
  amount: number;
  onDate: string;
  what: string;
  voucherId: number | null;
}

function UseForm({ earmark, onDone }: { earmark: Earmark; onDone(): void }) {
  const t = useText();
  const format = useFormat();
  const [amount, setAmount] = useState(0);
  const vouchers =
    useQueryOp('funds.vouchers', { kind: 'payment', status: 'numbered', fundId: earmark.fundId, limit: MOST })
      .data?.rows ?? [];
  const save = useCommandOp('donors.saveUse', {
    failure: 'inline',
    done: (data) =>
      data.left < 0
        ? t('dues.earmark.useOver', { amount: format.money(-data.left) })
        : t('dues.earmark.useSaved'),
  });
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={{ onDate: todayIso() }}
      onCancel={onDone}
      onValues={(values) => setAmount(typeof values.amount === 'number' ? values.amount : 0)}
      onSubmit={async (values) => {
        await save.run({
          ...values,
          voucherId: values.voucherId ?? null,
          amount: values.amount ?? 0,
          earmarkId: earmark.id,
        });
        onDone();
      }}
    >
      {amount > earmark.left && (
        <Note tone="warn" icon={Target}>
          {t('dues.earmark.over', { amount: format.money(Math.max(0, earmark.left)) })}
        </Note>
      )}
      <MoneyField name="amount" label={t('dues.field.amount')} required autoFocus />
      <DateField name="onDate" label={t('dues.field.onDate')} precision="day" required />
      <TextField name="what" label={t('dues.field.what')} required max={300} />
      <SelectField
        name="voucherId"
        label={t('dues.field.voucherId')}
        clearable
        placeholder={t('dues.earmark.noVoucher')}
        options={vouchers.map((row) => ({
          value: row.id,
          label: `${row.code} · ${format.date(row.onDate)} · ${format.money(row.amount)} · ${row.reason}`,
        }))}
      />
    </RecordForm>
  );
}
