/** Visits of a year with their figures, slips in one click, vouchers for many at once. */
import { FileSpreadsheet, HeartHandshake, Plus, Printer, Settings2, Trash2, Wallet } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { CARE_WHO, VISIT_CHECKS } from '../../../shared/domain/care';
import { GIFT_SOURCES } from '../../../shared/domain/welfare';
import { invoke, useCommandOp, useText } from '../../client';
import {
  allIdsOf,
  type Column,
  EmptyState,
  type FilterChip,
  FilterChips,
  ListTable,
  Page,
  type PageProps,
  SearchField,
  type SortState,
  Tag,
  useAddressConditions,
  useColumns,
  useFormat,
  usePagedOp,
  useSelection,
} from '../../ui';
import './care.css';
import { ExportDialog } from './ExportDialog';
import { VisitFigures } from './Figures';
import { PayDrawer } from './PayDrawer';
import { nameOf, useCatalogue, useSlips, type Visit, whose } from './useCare';
import { VisitDrawer } from './VisitDrawer';

export type CareFrame = Pick<PageProps, 'title' | 'tabs' | 'extra'>;
const DROPPED = { q: null, reason: null, who: null, source: null, check: null };

function useConditions(year: number | null) {
  const { params, set } = useAddressConditions();
  const reason = params.get('reason');
  return {
    params,
    set,
    input: {
      from: year === null ? null : `${year}-01-01`,
      to: year === null ? null : `${year}-12-31`,
      search: params.get('q') ?? '',
      reasonId: reason && /^[1-9]\d*$/.test(reason) ? Number(reason) : null,
      who: CARE_WHO.find((one) => one === params.get('who')) ?? null,
      source: GIFT_SOURCES.find((one) => one === params.get('source')) ?? null,
      check: VISIT_CHECKS.find((one) => one === params.get('check')) ?? null,
    },
  };
}

export function VisitsTab({ frame, year }: { frame: CareFrame; year: number | null }) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { params, set, input } = useConditions(year);
  const { reasons } = useCatalogue();
  const [sort, setSort] = useState<SortState>({ key: 'date', descending: true });
  const source = usePagedOp('care.visits', {
    ...input,
    sort: sort.key as 'date',
    descending: sort.descending,
  });
  const columns = useColumns('care-visits', useVisitColumns());
  const ticks = useSelection();
  const slips = useSlips();
  const [paying, setPaying] = useState<{ id: number; cash: number }[] | null>(null);
  const [exporting, setExporting] = useState(false);
  const trash = useCommandOp('care.trashVisits', {
    done: (data) => t('care.visit.trashed', { count: data.count }),
  });
  const chosen = () => ticks.resolve(() => allIdsOf('care.visits', input));
  const pay = async () => {
    const ids = await chosen();
    const { data } = await invoke('care.visits', { ids, limit: 500 });
    setPaying(data.rows.filter((row) => row.voucher === null).map(({ id, cash }) => ({ id, cash })));
  };
  const asked = params.get('visit');
  const visit = asked === 'new' ? ('new' as const) : asked && /^[1-9]\d*$/.test(asked) ? Number(asked) : null;
  const add = () => set({ visit: 'new' }, true);
  const reason = reasons.find((one) => one.id === input.reasonId);
  const all: [string, string, string | null | undefined][] = [
    ['reason', t('care.field.reason'), reason && nameOf(t, reason)],
    ['who', t('care.field.who'), input.who && t(`care.who.${input.who}`)],
    ['source', t('care.field.source'), input.source && t(`care.source.${input.source}`)],
    ['check', t('care.field.voucher'), input.check && t(`care.check.${input.check}`)],
  ];
  const chips = all.flatMap(([key, label, value]): FilterChip[] =>
    value ? [{ key, label, value, onRemove: () => set({ [key]: null }) }] : [],
  );
  const clear = () => set(DROPPED);
  return (
    <Page
      {...frame}
      fill
      primary={{ key: 'add', label: t('care.visit.add'), icon: Plus, keys: 'Ctrl N', onClick: add }}
      more={[
        { key: 'excel', label: t('care.excel'), icon: FileSpreadsheet, onClick: () => setExporting(true) },
        {
          key: 'lists',
          label: t('care.lists'),
          icon: Settings2,
          onClick: () => navigate('/welfare/care-lists'),
        },
      ]}
      toolbar={
        <>
          {year !== null && <VisitFigures year={year} />}
          <SearchField
            value={input.search}
            onChange={(q) => set({ q })}
            placeholder={t('care.visit.search')}
            width={300}
          />
          <FilterChips chips={chips} onClear={clear} />
        </>
      }
    >
      <ListTable
        label={t('care.tabs.visits')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => `${row.code} ${row.name}`}
        selection={ticks}
        sort={sort}
        onSort={setSort}
        onOpen={(row) => set({ visit: String(row.id) }, true)}
        filtered={(chips.length > 0 || input.search !== '') && { chips, clear }}
        empty={
          <EmptyState
            icon={HeartHandshake}
            title={t('care.visit.empty')}
            primary={{ key: 'add', label: t('care.visit.add'), icon: Plus, onClick: add }}
          >
            {t('care.visit.emptyBody')}
          </EmptyState>
        }
        bulk={[
          {
            key: 'print',
            label: slips.label(ticks.count(source.total ?? 0)),
            icon: Printer,
            running: slips.running,
            onClick: async () => slips.print(await chosen()),
          },
          { key: 'pay', label: t('care.pay.action'), icon: Wallet, onClick: () => void pay() },
          {
            key: 'trash',
            label: t('care.visit.toTrash'),
            icon: Trash2,
            danger: true,
            onClick: async () => {
              trash.fire({ ids: await chosen() });
              ticks.clear();
            },
          },
        ]}
      />
      <VisitDrawer visit={visit} onClose={() => set({ visit: null })} />
      <PayDrawer
        visits={paying}
        total={paying === null ? null : format.money(paying.reduce((sum, row) => sum + row.cash, 0))}
        onClose={() => {
          setPaying(null);
          ticks.clear();
        }}
      />
      <ExportDialog open={exporting} input={input} onClose={() => setExporting(false)} />
    </Page>
  );
}

function useVisitColumns(): Column<Visit>[] {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<Visit>[]>(
    () => [
      { key: 'code', header: t('care.field.code'), width: 74, sort: 'number', cell: (row) => row.code },
      {
        key: 'onDate',
        header: t('care.field.onDate'),
        width: 104,
        sort: 'date',
        cell: (row) => format.date(row.onDate),
      },
      {
        key: 'name',
        header: t('care.field.person'),
        required: true,
        width: 180,
        sort: 'name',
        cell: (row) => (
          <span lang="vi" className="so-strong">
            {row.name}
          </span>
        ),
        title: (row) => row.name,
      },
      {
        key: 'whose',
        header: t('care.field.relation'),
        width: 190,
        cell: (row) => <span lang="vi">{whose(t, row)}</span>,
        title: (row) => whose(t, row),
      },
      {
        key: 'reason',
        header: t('care.field.reason'),
        width: 140,
        cell: (row) => (t.language === 'en' ? (row.reasonEn ?? row.reason) : row.reason),
        title: (row) => [row.reason, row.words].filter(Boolean).join(', '),
      },
      {
        key: 'cash',
        header: t('care.field.cash'),
        width: 106,
        align: 'right',
        sort: 'amount',
        cell: (row) =>
          row.cash > 0 ? format.money(row.cash) : (row.kindText ?? format.money(row.kindValue)),
      },
      {
        key: 'source',
        header: t('care.field.source'),
        width: 112,
        cell: (row) => t(`care.source.${row.source}`),
        title: (row) => row.sourceName ?? '',
      },
      {
        key: 'voucher',
        header: t('care.field.voucher'),
        width: 124,
        cell: (row) =>
          row.voucher ? (
            (row.voucher.code ?? '…')
          ) : row.cash === 0 ? (
            ''
          ) : row.exception ? (
            <span title={row.exception} className="so-muted">
              {t('welfare.paper.explained')}
            </span>
          ) : (
            <Tag tone="warn">{t('care.case.unpaid')}</Tag>
          ),
      },
      {
        key: 'visitors',
        header: t('care.field.visitors'),
        width: 200,
        hidden: true,
        cell: (row) => <span lang="vi">{row.visitors.map((one) => one.name).join(', ')}</span>,
      },
    ],
    [t, format],
  );
}
