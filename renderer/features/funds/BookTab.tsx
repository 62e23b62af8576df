/** The cash book: running balance of a year, a quarter or a month; paper and workbook. */
import { Select } from 'antd';
import { ChevronDown, FileDown, FileUp, Printer, ReceiptText } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { saveFile, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Column,
  ConditionChips,
  DataTable,
  Drawer,
  EmptyState,
  ErrorState,
  FiguresStrip,
  Icon,
  Page,
  ProgressPanel,
  rowsSource,
  Tag,
  useColumns,
  useFormat,
  useShortcuts,
} from '../../ui';
import type { TabProps } from './FundsPage';
import { ImportPane } from './ImportPane';
import { daysOf } from './useFund';

type Row = OutputOf<'funds.book'>['rows'][number];
const PARTS = [
  'Q1',
  'Q2',
  'Q3',
  'Q4',
  ...Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0')),
];

export function BookTab({ frame, state, fund, more }: TabProps) {
  const t = useText();
  const navigate = useNavigate();
  const { params, set, year } = state;
  const part = PARTS.find((one) => one === params.get('part')) ?? null;
  const holding = (['cash', 'bank'] as const).find((one) => one === params.get('holding')) ?? null;
  const input = { fundId: fund.id, holding, ...daysOf(year, part) };
  const [importing, setImporting] = useState(false);
  const query = useQueryOp('funds.book', input, { keep: true });
  const paper = useJobOp('funds.bookPaper', { done: null });
  const take = async (format: 'pdf' | 'xlsx') => saveFile(await paper.run({ ...input, format }));
  useShortcuts({ 'Ctrl+P': () => void take('pdf') });
  const columns = useColumns('funds.book', useBookColumns());
  const data = query.data;
  const source = useMemo(() => rowsSource(data ? [...data.rows].reverse() : []), [data]);
  return (
    <Page
      {...frame}
      fill
      more={[
        {
          key: 'pdf',
          label: t('funds.book.print'),
          icon: Printer,
          keys: 'Ctrl P',
          onClick: () => void take('pdf'),
        },
        { key: 'xlsx', label: t('funds.book.xlsx'), icon: FileDown, onClick: () => void take('xlsx') },
        {
          key: 'import',
          label: t('funds.import.title'),
          icon: FileUp,
          onClick: () => setImporting(true),
        },
        ...more,
      ]}
      toolbar={
        <>
          <ConditionChips
            label={t('funds.field.holding')}
            value={holding}
            onChange={(chosen) => set({ holding: chosen })}
            all={t('funds.book.all')}
            items={(['cash', 'bank'] as const).map((key) => ({ key, label: t(`funds.book.${key}`) }))}
          />
          <Select<string>
            size="small"
            className="so-funds-part"
            aria-label={t('funds.field.period')}
            value={part ?? 'year'}
            onChange={(chosen) => set({ part: chosen === 'year' ? null : chosen })}
            suffixIcon={<Icon of={ChevronDown} />}
            options={[
              { value: 'year', label: t('funds.book.wholeYear') },
              ...PARTS.map((one) => ({
                value: one,
                label: one.startsWith('Q')
                  ? t('funds.book.quarter', { n: one.slice(1) })
                  : t('funds.book.month', { n: Number(one) }),
              })),
            ]}
          />
          <span className="so-push" />
          {paper.running && (
            <ProgressPanel
              title={t('funds.book.making')}
              progress={paper.progress}
              onStop={paper.cancel}
              stopping={paper.stopping}
            />
          )}
        </>
      }
    >
      {data && <BookFigures data={data} state={state} from={input.from} to={input.to} />}
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <DataTable
          label={t('funds.tabs.book')}
          source={source}
          columns={columns}
          rowKey={(row) => row.voucher.id}
          rowLabel={(row) => row.voucher.code ?? row.voucher.reason}
          onOpen={(row) => navigate(`/funds/vouchers/${row.voucher.id}`)}
          empty={
            <EmptyState icon={ReceiptText} title={t('funds.book.empty')}>
              {t('funds.book.emptyBody')}
            </EmptyState>
          }
        />
      )}
      <Drawer
        open={importing}
        onClose={() => setImporting(false)}
        title={t('funds.import.title')}
        width={860}
      >
        {importing && <ImportPane fund={fund} onDone={() => setImporting(false)} />}
      </Drawer>
    </Page>
  );
}

function BookFigures({
  data,
  state,
  from,
  to,
}: {
  data: OutputOf<'funds.book'>;
  state: TabProps['state'];
  from: string;
  to: string;
}) {
  const t = useText();
  const format = useFormat();
  const { fund, year } = state;
  const list = (kind: string) =>
    `/funds?fund=${fund?.id}&year=${year}&tab=vouchers&kind=${kind}&status=numbered&from=${from}&to=${to}`;
  const count = (kind: string) =>
    data.rows.filter((row) => row.voucher.kind === kind && row.voucher.status === 'numbered').length;
  return (
    <div className="so-funds-strip">
      <FiguresStrip
        label={t('funds.tabs.book')}
        figures={[
          {
            key: 'opening',
            label: t('funds.book.opening'),
            value: format.money(data.opening),
            note: format.date(from),
          },
          {
            key: 'in',
            label: t('funds.direction.in'),
            value: format.money(data.received),
            note: t('funds.vouchers.count', {
              count: count('receipt'),
              figure: format.count(count('receipt')),
            }),
            to: list('receipt'),
          },
          {
            key: 'out',
            label: t('funds.direction.out'),
            value: format.money(data.paid),
            note: t('funds.vouchers.count', {
              count: count('payment'),
              figure: format.count(count('payment')),
            }),
            to: list('payment'),
          },
          {
            key: 'closing',
            label: t('funds.book.closing'),
            value: format.money(data.closing),
            note: format.date(to),
            ...(data.closing < 0 ? { tone: 'warn' as const } : {}),
          },
        ]}
      />
    </div>
  );
}

function useBookColumns(): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<Row>[]>(() => {
    const money = (row: Row, kind: string) => {
      if (row.voucher.kind !== kind) return null;
      return row.voucher.status === 'cancelled' ? (
        <Tag tone="neutral">{t('funds.status.cancelled')}</Tag>
      ) : (
        format.count(row.voucher.amount)
      );
    };
    return [
      {
        key: 'date',
        header: t('funds.field.onDate'),
        width: 104,
        cell: (row) => format.date(row.voucher.onDate),
      },
      {
        key: 'code',
        header: t('funds.field.number'),
        width: 92,
        required: true,
        cell: (row) => (
          <Link className="so-linklike" to={`/funds/vouchers/${row.voucher.id}`}>
            {row.voucher.code}
          </Link>
        ),
      },
      {
        key: 'reason',
        header: t('funds.col.text'),
        width: 330,
        cell: (row) => (
          <span lang="vi" className={row.voucher.status === 'cancelled' ? 'so-funds-struck' : ''}>
            {row.voucher.reason}
          </span>
        ),
        title: (row) => row.voucher.reason,
      },
      {
        key: 'person',
        header: t('funds.field.personName'),
        width: 180,
        cell: (row) => row.voucher.personName,
      },
      {
        key: 'in',
        header: t('funds.direction.in'),
        width: 118,
        align: 'right',
        cell: (row) => money(row, 'receipt'),
      },
      {
        key: 'out',
        header: t('funds.direction.out'),
        width: 118,
        align: 'right',
        cell: (row) => money(row, 'payment'),
      },
      {
        key: 'balance',
        header: t('funds.col.balance'),
        width: 128,
        align: 'right',
        cell: (row) => <span className="so-strong">{format.count(row.balance)}</span>,
      },
    ];
  }, [t, format]);
}
