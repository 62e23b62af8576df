/** Dated rates of the dues with their source, and the month they are kept from. */
import { FilePlus2, Info, PencilLine, Scale, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { PARTIAL_RULES, RATE_KINDS } from '../../../shared/domain/dues';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  Drawer,
  FormSection,
  IconButton,
  LoadingBars,
  MoneyField,
  Note,
  Page,
  PlainTable,
  RecordForm,
  ScoreField,
  SegmentedField,
  SelectField,
  TextField,
  todayIso,
  useFormat,
} from '../../ui';
import { type DuesTabProps, monthText } from './DuesPage';
import { monthOf } from './PersonDues';

type Data = OutputOf<'dues.rates'>;
type Rate = Data['rows'][number];

export function RatesTab({ frame }: DuesTabProps) {
  const t = useText();
  const { data } = useQueryOp('dues.rates', {});
  const [editing, setEditing] = useState<Rate | 'new' | null>(null);
  return (
    <Page
      {...frame}
      primary={{ key: 'add', label: t('dues.rates.add'), icon: FilePlus2, onClick: () => setEditing('new') }}
    >
      {data ? (
        <div className="so-stack">
          <Note tone="muc" icon={Scale}>
            {t('dues.rates.body')}
          </Note>
          <RateTable data={data} onEdit={setEditing} />
          <Note tone={data.basesOn ? 'muc' : 'warn'} icon={Info}>
            {data.basesOn ? t('dues.rates.bases', { count: data.withBase }) : t('dues.rates.basesOff')}
          </Note>
          <StartForm data={data} />
        </div>
      ) : (
        <LoadingBars />
      )}
      <Drawer
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={t(editing === 'new' ? 'dues.rates.add' : 'dues.rates.edit')}
        width={440}
      >
        {editing !== null && (
          <RateForm row={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />
        )}
      </Drawer>
    </Page>
  );
}

function RateTable({ data, onEdit }: { data: Data; onEdit(row: Rate): void }) {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('dues.trashRates', { done: () => t('dues.rates.trashed') });
  const worth = (row: Rate) =>
    row.kind === 'percent'
      ? t('dues.fig.percent', { percent: format.decimal((row.points ?? 0) / 100, 2) })
      : t('dues.fig.fixed', { amount: format.money(row.amount ?? 0) });
  return (
    <PlainTable
      framed
      caption={t('dues.tabs.rates')}
      rows={data.rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'from',
          header: t('dues.field.validFrom'),
          width: 110,
          cell: (row) => monthText(row.validFrom),
        },
        {
          key: 'worth',
          header: t('dues.tabs.rates'),
          width: 170,
          cell: (row) => <span className="so-strong">{worth(row)}</span>,
        },
        {
          key: 'ceiling',
          header: t('dues.field.ceiling'),
          width: 160,
          align: 'right',
          cell: (row) => (row.ceiling ? format.money(row.ceiling) : ''),
        },
        {
          key: 'partial',
          header: t('dues.field.partial'),
          width: 150,
          cell: (row) => t(`dues.partial.${row.partial ?? 'days'}`),
        },
        {
          key: 'source',
          header: t('dues.field.source'),
          cell: (row) => (
            <span className="so-muted" lang="vi">
              {row.source}
            </span>
          ),
        },
        {
          key: 'tools',
          header: '',
          width: 80,
          cell: (row) => (
            <span className="so-row">
              <IconButton
                icon={PencilLine}
                size="small"
                label={t('dues.rates.change', { month: monthText(row.validFrom) })}
                onClick={() => onEdit(row)}
              />
              <IconButton
                icon={Trash2}
                size="small"
                label={t('dues.rates.remove', { month: monthText(row.validFrom) })}
                onClick={() => trash.fire({ ids: [row.id] })}
              />
            </span>
          ),
        },
      ]}
    />
  );
}

interface Values extends Pick<Rate, 'kind' | 'amount' | 'ceiling' | 'partial' | 'source'> {
  percent: number | null;
  validFrom: string;
}

function RateForm({ row, onDone }: { row: Rate | null; onDone(): void }) {
  const t = useText();
  const [kind, setKind] = useState(row?.kind ?? 'percent');
  const save = useCommandOp('dues.saveRate', {
    failure: 'inline',
    done: (_, input) => t('dues.rates.saved', { month: monthText(input.validFrom) }),
  });
  const initial: Partial<Values> = row
    ? { ...row, percent: row.points == null ? null : row.points / 100, validFrom: monthText(row.validFrom) }
    : { kind: 'percent', percent: 1, partial: 'days', validFrom: monthText(todayIso().slice(0, 7)) };
  return (
    <RecordForm<Values>
      draftKey={`dues-rate:${row?.id ?? 'new'}`}
      initial={initial}
      onCancel={onDone}
      onValues={(values) => setKind(values.kind ?? 'percent')}
      onSubmit={async ({ percent, validFrom, ...values }) => {
        await save.run({
          id: row?.id ?? null,
          version: row?.version ?? null,
          kind: values.kind,
          points: percent == null ? null : Math.round(percent * 100),
          amount: values.amount ?? null,
          ceiling: values.ceiling ?? null,
          partial: values.partial ?? 'days',
          source: values.source ?? null,
          validFrom: monthOf(validFrom) ?? validFrom,
        });
        onDone();
      }}
    >
      <SegmentedField
        name="kind"
        label={t('dues.field.kind')}
        options={RATE_KINDS.map((value) => ({ value, label: t(`dues.rateKind.${value}`) }))}
      />
      {kind === 'percent' ? (
        <>
          <ScoreField
            name="percent"
            label={t('dues.field.points')}
            hint={t('dues.rates.pointsHint')}
            required
          />
          <MoneyField name="ceiling" label={t('dues.field.ceiling')} optional />
        </>
      ) : (
        <MoneyField name="amount" label={t('dues.field.amount')} required />
      )}
      <TextField name="validFrom" label={t('dues.field.validFrom')} required max={7} />
      <SelectField
        name="partial"
        label={t('dues.field.partial')}
        options={PARTIAL_RULES.map((value) => ({ value, label: t(`dues.partial.${value}`) }))}
      />
      <TextField name="source" label={t('dues.field.source')} optional max={300} />
    </RecordForm>
  );
}

function StartForm({ data }: { data: Data }) {
  const t = useText();
  const set = useCommandOp('dues.setStart', { failure: 'inline', done: () => t('dues.rates.startSaved') });
  return (
    <FormSection title={t('dues.rates.startLabel')}>
      <RecordForm<{ month: string | null }>
        key={data.start}
        draftKey={null}
        initial={{ month: data.startSet && data.start ? monthText(data.start) : null }}
        onSubmit={async ({ month }) => {
          await set.run({ month: month ? (monthOf(month) ?? month) : null });
        }}
      >
        <TextField name="month" label={t('dues.field.month')} hint={t('dues.rates.startAuto')} max={7} />
      </RecordForm>
    </FormSection>
  );
}
