/** Every time dues were handed in, with its receipt; a line is put right by a new entry. */
import { ReceiptText, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  type Column,
  DataTable,
  DateField,
  Drawer,
  EmptyState,
  Facts,
  LoadingBars,
  MoneyField,
  Note,
  Page,
  PlainTable,
  RecordForm,
  Tag,
  TextField,
  todayIso,
  useColumns,
  useFormat,
  usePagedOp,
} from '../../ui';
import { type DuesTabProps, monthText, useYear } from './DuesPage';

type Row = OutputOf<'dues.collections'>['rows'][number];
type Line = OutputOf<'dues.collection'>['lines'][number];

export function CollectionsTab({ frame, params, set }: DuesTabProps) {
  const t = useText();
  const format = useFormat();
  const { year, chooser } = useYear({ params, set });
  const source = usePagedOp('dues.collections', { year });
  const sums = useQueryOp('dues.collections', { year, limit: 1 }, { keep: true }).data;
  const columns = useColumns('dues.collections', useCollectionColumns());
  const open = Number(params.get('collection')) || null;
  const close = () => set({ collection: null });
  return (
    <Page
      {...frame}
      fill
      extra={chooser}
      facts={[sums && sums.total > 0 && `${t('dues.year.sum')} ${format.money(sums.amount)}`]}
    >
      <DataTable
        label={t('dues.tabs.collections')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.code ?? row.onDate}
        onOpen={(row) => set({ collection: String(row.id) })}
        empty={
          <EmptyState icon={ReceiptText} title={t('dues.collections.empty')}>
            {t('dues.collections.emptyBody')}
          </EmptyState>
        }
      />
      <Drawer open={open !== null} onClose={close} title={t('dues.tabs.collections')} width={580}>
        {open !== null && <CollectionView key={open} id={open} onGone={close} />}
      </Drawer>
    </Page>
  );
}

function useCollectionColumns(): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<Row>[]>(
    () => [
      {
        key: 'date',
        header: t('dues.field.onDate'),
        width: 108,
        required: true,
        cell: (row) => format.date(row.onDate),
      },
      {
        key: 'code',
        header: t('dues.field.number'),
        width: 96,
        cell: (row) => <span className="so-strong">{row.code}</span>,
      },
      { key: 'payer', header: t('dues.field.payer'), width: 240, cell: (row) => row.payer },
      {
        key: 'months',
        header: t('dues.field.months'),
        width: 190,
        cell: (row) => row.months.map(monthText).join(', '),
      },
      {
        key: 'people',
        header: t('dues.field.people'),
        width: 96,
        align: 'right',
        cell: (row) => format.count(row.people),
      },
      {
        key: 'amount',
        private: true,
        header: t('dues.field.amount'),
        width: 130,
        align: 'right',
        cell: (row) => format.money(row.amount),
      },
      { key: 'state', header: t('dues.field.state'), width: 140, cell: (row) => <StateTag row={row} /> },
    ],
    [t, format],
  );
}

function StateTag({ row }: { row: Row }) {
  const t = useText();
  if (!row.counts) return <Tag tone="warn">{t('dues.collections.cancelled')}</Tag>;
  if (row.correctsId !== null) return <Tag tone="muc">{t('dues.collections.isCorrection')}</Tag>;
  return row.closed ? <Tag tone="neutral">{t('dues.collections.closed')}</Tag> : null;
}

function CollectionView({ id, onGone }: { id: number; onGone(): void }) {
  const t = useText();
  const format = useFormat();
  const { data } = useQueryOp('dues.collection', { id });
  const [line, setLine] = useState<Line | null>(null);
  const takeBack = useCommandOp('dues.trashCollections', { done: () => t('dues.collections.takenBack') });
  if (!data) return <LoadingBars kind="lines" />;
  const { collection } = data;
  if (line) return <CorrectForm id={id} line={line} onDone={() => setLine(null)} />;
  return (
    <div className="so-stack">
      <Facts
        items={[
          { label: t('dues.field.onDate'), value: format.date(collection.onDate) },
          {
            label: t('dues.field.number'),
            value: collection.voucherId && (
              <Link to={`/funds/vouchers/${collection.voucherId}`}>{collection.code ?? '…'}</Link>
            ),
          },
          { label: t('dues.field.payer'), value: collection.payer },
          { label: t('dues.field.amount'), value: format.money(collection.amount) },
          { label: t('dues.field.note'), value: collection.note },
        ]}
      />
      <PlainTable
        framed
        caption={t('dues.tabs.collections')}
        rows={data.lines}
        rowKey={(row) => `${row.month}-${row.memberId}-${row.departmentId}`}
        columns={[
          {
            key: 'name',
            header: t('dues.field.name'),
            cell: (row) => <span className="so-strong">{row.name}</span>,
          },
          { key: 'month', header: t('dues.field.month'), width: 84, cell: (row) => monthText(row.month) },
          {
            key: 'people',
            header: t('dues.field.people'),
            width: 76,
            align: 'right',
            cell: (row) => row.people,
          },
          {
            key: 'amount',
            private: true,
            header: t('dues.field.amount'),
            width: 110,
            align: 'right',
            cell: (row) => format.money(row.amount),
          },
          {
            key: 'fix',
            header: '',
            width: 92,
            cell: (row) =>
              collection.counts && collection.correctsId === null ? (
                <button type="button" className="so-linklike" onClick={() => setLine(row)}>
                  {t('dues.collections.correct')}
                </button>
              ) : null,
          },
        ]}
      />
      {!collection.closed && (
        <ActionButton
          action={{
            key: 'back',
            label: t('dues.collections.takeBack'),
            icon: Undo2,
            onClick: () => {
              takeBack.fire({ ids: [id] });
              onGone();
            },
          }}
        />
      )}
    </div>
  );
}

function CorrectForm({ id, line, onDone }: { id: number; line: Line; onDone(): void }) {
  const t = useText();
  const format = useFormat();
  const correct = useCommandOp('dues.correct', {
    failure: 'inline',
    done: (data) => t('dues.collections.corrected', { code: data.code ?? '' }),
  });
  return (
    <RecordForm<{ amount: number; onDate: string; reason: string }>
      draftKey={null}
      initial={{ onDate: todayIso() }}
      onCancel={onDone}
      onSubmit={async ({ amount, onDate, reason }) => {
        const { memberId, departmentId, month } = line;
        await correct.run({ id, memberId, departmentId, month, amount: amount ?? 0, onDate, reason });
        onDone();
      }}
    >
      <Note tone="muc" icon={ReceiptText} title={t('dues.collections.correctTitle', { name: line.name })}>
        {t('dues.collections.correctBody', { amount: format.money(line.amount) })}
      </Note>
      <MoneyField name="amount" label={t('dues.collections.right')} required autoFocus />
      <DateField name="onDate" label={t('dues.field.onDate')} precision="day" required />
      <TextField name="reason" label={t('dues.field.reason')} required max={300} />
    </RecordForm>
  );
}
