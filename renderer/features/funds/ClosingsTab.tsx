/** Closings of a fund: close a month, a quarter or a year; open the latest one again with a reason. */
import { Input, Select } from 'antd';
import { ChevronDown, Lock, LockOpen } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { periodDays } from '../../../shared/domain/funds';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  type Column,
  ConfirmDialog,
  EmptyState,
  ErrorState,
  Icon,
  LoadingBars,
  Note,
  Page,
  PlainTable,
  Tag,
  todayIso,
  useFormat,
} from '../../ui';
import type { TabProps } from './FundsPage';

type Row = OutputOf<'funds.closings'>['rows'][number];

/** "Tháng 3/2026", "Quý I/2026" in the words of the language. */
function usePeriodName() {
  const t = useText();
  return (period: string) => {
    const [year = '', part = ''] = period.split('-');
    if (part === '') return t('funds.yearIs', { year });
    return part.startsWith('Q')
      ? t('funds.closing.quarter', { n: part.slice(1), year })
      : t('funds.closing.month', { n: Number(part), year });
  };
}

export function ClosingsTab({ frame, state, fund, more }: TabProps) {
  const t = useText();
  const query = useQueryOp('funds.closings', { fundId: fund.id });
  const [opening, setOpening] = useState<Row | null>(null);
  const columns = useClosingColumns(fund.closedTo, setOpening);
  return (
    <Page {...frame} more={more}>
      <div className="so-stack">
        <Note tone="muc" icon={Lock}>
          {t('funds.closing.body')}
        </Note>
        <CloseLine state={state} fundId={fund.id} closedTo={fund.closedTo} openedOn={fund.openedOn} />
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !query.data ? (
          <LoadingBars />
        ) : query.data.rows.length === 0 ? (
          <EmptyState icon={Lock} title={t('funds.closing.empty')} />
        ) : (
          <PlainTable
            framed
            caption={t('funds.tabs.closings')}
            columns={columns}
            rows={query.data.rows}
            rowKey={(row) => row.id}
          />
        )}
      </div>
      {opening && <ReopenDialog row={opening} onDone={() => setOpening(null)} />}
    </Page>
  );
}

interface CloseLineProps {
  state: TabProps['state'];
  fundId: number;
  closedTo: string | null;
  openedOn: string;
}

function CloseLine({ state, fundId, closedTo, openedOn }: CloseLineProps) {
  const t = useText();
  const name = usePeriodName();
  const close = useCommandOp('funds.close', {
    done: (data) => t('funds.closing.done', { period: name(data.period) }),
  });
  const { year } = state;
  const options = useMemo(() => {
    const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
    const quarters = [1, 2, 3, 4].map((n) => `${year}-Q${n}`);
    return [...months, ...quarters, String(year)].filter((period) => {
      const { to } = periodDays(period);
      return to < todayIso() && to >= openedOn && (closedTo === null || to > closedTo);
    });
  }, [year, closedTo, openedOn]);
  const [chosen, setChosen] = useState<string | null>(null);
  const period = chosen !== null && options.includes(chosen) ? chosen : (options[0] ?? null);
  return (
    <div className="so-row">
      <Select<string>
        className="so-funds-period"
        aria-label={t('funds.field.period')}
        value={period}
        placeholder={t('funds.closing.nothing')}
        disabled={options.length === 0}
        onChange={setChosen}
        suffixIcon={<Icon of={ChevronDown} />}
        options={options.map((value) => ({ value, label: name(value) }))}
      />
      <ActionButton
        action={{
          key: 'close',
          label: t('funds.closing.close'),
          icon: Lock,
          disabled: period === null,
          onClick: () => period !== null && close.fire({ fundId, period }),
        }}
      />
    </div>
  );
}

function useClosingColumns(closedTo: string | null, onOpen: (row: Row) => void): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  const name = usePeriodName();
  return [
    { key: 'period', header: t('funds.field.period'), width: 130, cell: (row) => name(row.period) },
    {
      key: 'days',
      header: t('funds.closing.days'),
      width: 180,
      cell: (row) => format.range(row.fromDate, row.toDate),
    },
    {
      key: 'cash',
      header: t('funds.holding.cash'),
      width: 130,
      align: 'right',
      cell: (row) => format.money(row.cash),
    },
    {
      key: 'bank',
      header: t('funds.holding.bank'),
      width: 130,
      align: 'right',
      cell: (row) => format.money(row.bank),
    },
    {
      key: 'state',
      header: t('funds.field.status'),
      cell: (row) =>
        row.reopenedAt === null ? (
          <span>
            <Tag tone="ok">{t('funds.closing.closed')}</Tag>{' '}
            <span className="so-muted">
              {row.closedBy}, {format.dateTime(row.closedAt)}
            </span>
          </span>
        ) : (
          <span>
            <Tag tone="warn">{t('funds.closing.reopened')}</Tag>{' '}
            <span className="so-muted">
              {row.reopenedBy}, {format.dateTime(row.reopenedAt)}: {row.reopenReason}
            </span>
          </span>
        ),
    },
    {
      key: 'open',
      header: '',
      width: 110,
      cell: (row) =>
        row.reopenedAt === null && row.toDate === closedTo ? (
          <button type="button" className="so-linklike" onClick={() => onOpen(row)}>
            {t('funds.closing.reopen')}
          </button>
        ) : null,
    },
  ];
}

function ReopenDialog({ row, onDone }: { row: Row; onDone(): void }) {
  const t = useText();
  const name = usePeriodName();
  const [reason, setReason] = useState('');
  const reopen = useCommandOp('funds.reopen', {
    done: (data) => t('funds.closing.opened', { period: name(data.period) }),
  });
  return (
    <ConfirmDialog
      open
      title={t('funds.closing.reopenTitle', { period: name(row.period) })}
      confirmLabel={t('funds.closing.reopen')}
      blocked={reason.trim() === '' ? t('funds.closing.reasonNeeded') : undefined}
      onCancel={onDone}
      onConfirm={() => {
        reopen.fire({ id: row.id, reason });
        onDone();
      }}
    >
      <p>
        <Icon of={LockOpen} size={16} /> {t('funds.closing.reopenBody')}
      </p>
      <Input
        autoFocus
        aria-label={t('funds.closing.reason')}
        placeholder={t('funds.closing.reason')}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
}
