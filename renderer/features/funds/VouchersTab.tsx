/** All vouchers of a fund, drafts and cancelled ones too; several are numbered or printed at once. */
import { Hash, Printer, ReceiptText, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { FUND_CHECKS, VOUCHER_STATUSES } from '../../../shared/domain/funds';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../client';
import {
  allIdsOf,
  type Column,
  ColumnChooser,
  ConditionChips,
  EmptyState,
  type FilterChip,
  FilterChips,
  ListTable,
  Page,
  SearchField,
  Tag,
  useColumns,
  useFormat,
  usePagedOp,
  useSelection,
} from '../../ui';
import type { TabProps } from './FundsPage';
import type { FundState, Voucher } from './useFund';

function useConditions({ params, year, fund }: FundState) {
  const category = params.get('category');
  const day = (key: string) => (/^\d{4}-\d\d-\d\d$/.test(params.get(key) ?? '') ? params.get(key) : null);
  const everywhere = params.get('fund') === 'all';
  return {
    fundId: everywhere ? null : (fund?.id ?? null),
    search: params.get('q') ?? '',
    kind: (['receipt', 'payment'] as const).find((one) => one === params.get('kind')) ?? null,
    status: VOUCHER_STATUSES.find((one) => one === params.get('status')) ?? null,
    check: FUND_CHECKS.find((one) => one === params.get('check')) ?? null,
    categoryId: category === 'none' ? ('none' as const) : category ? Number(category) : null,
    from: day('from'),
    to: day('to'),
    year: everywhere ? null : year,
  };
}

export function VouchersTab({ frame, state, more }: TabProps) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { set } = state;
  const input = useConditions(state);
  const chips = useChips(state, input);
  const source = usePagedOp('funds.vouchers', input);
  const sums = useQueryOp('funds.vouchers', { ...input, limit: 1 }, { keep: true }).data;
  const columns = useColumns('funds.vouchers', useVoucherColumns());
  const ticks = useSelection();
  const trash = useCommandOp('funds.trashVouchers', {
    done: (data) => t('funds.trashed', { count: data.count }),
  });
  const number = useCommandOp('funds.numberVouchers', {
    done: (data) => t('funds.numbered', { count: data.rows.length }),
  });
  const print = useJobOp('funds.printVouchers', { done: null });
  const clear = () => set(DROPPED);
  const ticked = () => ticks.resolve(() => allIdsOf('funds.vouchers', input));
  return (
    <Page
      {...frame}
      fill
      more={more}
      toolbar={
        <>
          <SearchField
            value={input.search}
            onChange={(q) => set({ q })}
            placeholder={t('funds.searchHint')}
            width={260}
          />
          <ConditionChips
            label={t('funds.field.kind')}
            value={input.kind}
            onChange={(kind) => set({ kind })}
            all={t('funds.vouchers.all')}
            items={(['receipt', 'payment'] as const).map((key) => ({ key, label: t(`funds.kind.${key}`) }))}
          />
          <FilterChips chips={chips} onClear={clear} />
          <span className="so-push" />
          {sums && (
            <span className="so-caption">
              {t('funds.vouchers.sums', { in: format.money(sums.received), out: format.money(sums.paid) })}
            </span>
          )}
          <ColumnChooser layout={columns} />
        </>
      }
    >
      <ListTable
        label={t('funds.tabs.vouchers')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.code ?? row.reason}
        selection={ticks}
        onOpen={(row) => navigate(`/funds/vouchers/${row.id}`)}
        filtered={(chips.length > 0 || input.search !== '' || input.kind !== null) && { chips, clear }}
        empty={
          <EmptyState icon={ReceiptText} title={t('funds.vouchers.empty')}>
            {t('funds.book.emptyBody')}
          </EmptyState>
        }
        bulk={[
          {
            key: 'print',
            label: t('funds.print'),
            icon: Printer,
            running: print.running,
            onClick: async () => saveFile(await print.run({ ids: await ticked(), twoCopies: false })),
          },
          {
            key: 'number',
            label: t('funds.number'),
            icon: Hash,
            onClick: async () => number.fire({ ids: (await ticked()).reverse() }),
          },
          {
            key: 'trash',
            label: t('funds.toTrash'),
            icon: Trash2,
            onClick: async () => trash.fire({ ids: await ticked() }),
          },
        ]}
      />
    </Page>
  );
}

const DROPPED = {
  fund: null,
  q: null,
  kind: null,
  status: null,
  check: null,
  category: null,
  from: null,
  to: null,
};

function useChips(state: FundState, input: ReturnType<typeof useConditions>): FilterChip[] {
  const t = useText();
  const format = useFormat();
  const categories = useQueryOp(
    'funds.categories',
    {},
    { enabled: typeof input.categoryId === 'number' },
  ).data;
  const category =
    input.categoryId === 'none'
      ? t('funds.noCategory')
      : (categories?.rows.find((row) => row.id === input.categoryId)?.name ?? '…');
  const drop = (key: string) => () => state.set(key === 'days' ? { from: null, to: null } : { [key]: null });
  const all: [string, string, string | null][] = [
    ['fund', t('funds.field.fundId'), input.fundId === null ? t('funds.everyFund') : null],
    ['status', t('funds.field.status'), input.status && t(`funds.status.${input.status}`)],
    ['check', t('funds.tabs.checks'), input.check && t(`funds.check.${input.check}`)],
    ['category', t('funds.field.categoryId'), input.categoryId === null ? null : category],
    ['days', t('funds.field.onDate'), input.from && format.range(input.from, input.to)],
  ];
  return all.flatMap(([key, label, value]) => (value ? [{ key, label, value, onRemove: drop(key) }] : []));
}

/** Colour of a state. */
export const TONES = { draft: 'warn', numbered: 'ok', cancelled: 'neutral' } as const;

function useVoucherColumns(): Column<Voucher>[] {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<Voucher>[]>(
    () => [
      {
        key: 'code',
        header: t('funds.field.number'),
        width: 96,
        required: true,
        cell: (row) =>
          row.code ? <span className="so-strong">{row.code}</span> : <span className="so-muted">…</span>,
      },
      { key: 'date', header: t('funds.field.onDate'), width: 104, cell: (row) => format.date(row.onDate) },
      {
        key: 'reason',
        header: t('funds.field.reason'),
        width: 276,
        cell: (row) => <span lang="vi">{row.reason}</span>,
        title: (row) => row.reason,
      },
      { key: 'person', header: t('funds.field.personName'), width: 170, cell: (row) => row.personName },
      { key: 'category', header: t('funds.field.categoryId'), width: 190, cell: (row) => row.category },
      {
        key: 'amount',
        header: t('funds.field.amount'),
        width: 130,
        align: 'right',
        cell: (row) => format.money(row.amount),
      },
      {
        key: 'status',
        header: t('funds.field.status'),
        width: 112,
        cell: (row) => <Tag tone={TONES[row.status]}>{t(`funds.status.${row.status}`)}</Tag>,
      },
    ],
    [t, format],
  );
}
