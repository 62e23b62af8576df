/** Who is behind with dues: months and sum, by department. */
import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { LONG_BEHIND } from '../../../shared/domain/dues';
import { useQueryOp, useText } from '../../client';
import {
  type Column,
  ConditionChips,
  DataTable,
  EmptyState,
  NameCell,
  Page,
  SearchField,
  useColumns,
  useFormat,
  usePagedOp,
} from '../../ui';
import { DepartmentSelect, type DuesTabProps, departmentOf, monthText } from './DuesPage';

type Row = OutputOf<'dues.behind'>['rows'][number];

export function BehindTab({ frame, params, set }: DuesTabProps) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const long = params.get('filter') === 'long';
  const input = {
    departmentId: departmentOf(params),
    search: params.get('q') ?? '',
    leastMonths: long ? LONG_BEHIND : 1,
  };
  const source = usePagedOp('dues.behind', input);
  const sums = useQueryOp('dues.behind', { ...input, limit: 1 }, { keep: true }).data;
  const columns = useColumns('dues.behind', useBehindColumns());
  /** No whole month has gone by since the dues are kept. */
  const begun = sums?.from != null && sums.from > sums.until;
  const facts =
    sums?.from && !begun
      ? [
          t('dues.behind.span', { from: monthText(sums.from), until: monthText(sums.until) }),
          sums.total > 0 &&
            t('dues.behind.facts', {
              people: format.count(sums.total),
              months: format.count(sums.months),
              amount: format.money(sums.amount),
            }),
          sums.unknown > 0 && t('dues.behind.unknown', { count: sums.unknown }),
        ]
      : [];
  return (
    <Page
      {...frame}
      fill
      facts={facts}
      toolbar={
        <>
          <SearchField
            value={input.search}
            onChange={(q) => set({ q })}
            placeholder={t('dues.searchHint')}
            width={220}
          />
          <DepartmentSelect params={params} set={set} departments={sums?.departments ?? []} />
          <ConditionChips
            label={t('dues.behind.count')}
            value={long ? 'long' : null}
            onChange={(filter) => set({ filter })}
            all={t('dues.behind.all')}
            items={[{ key: 'long', label: t('dues.behind.long', { count: LONG_BEHIND }) }]}
          />
        </>
      }
    >
      <DataTable
        label={t('dues.tabs.behind')}
        source={source}
        columns={columns}
        rowKey={(row) => row.memberId}
        rowLabel={(row) => row.fullName}
        onOpen={(row) => navigate(`/members/${row.memberId}`)}
        empty={
          <EmptyState icon={CircleCheck} title={t(sums?.from ? 'dues.behind.empty' : 'dues.behind.notKept')}>
            {begun
              ? t('dues.behind.begun', { from: monthText(sums.from ?? '') })
              : sums?.from
                ? t('dues.behind.emptyBody', { from: monthText(sums.from), until: monthText(sums.until) })
                : t('dues.behind.notKeptBody')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useBehindColumns(): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<Row>[]>(() => {
    const months = (row: Row) => row.months.map((one) => monthText(one.month)).join(', ');
    return [
      {
        key: 'name',
        header: t('dues.field.memberId'),
        required: true,
        width: 220,
        cell: (row) => <NameCell name={row.fullName} given={row.givenName} />,
      },
      { key: 'department', header: t('dues.field.departmentId'), width: 240, cell: (row) => row.department },
      {
        key: 'count',
        header: t('dues.behind.count'),
        width: 96,
        align: 'right',
        cell: (row) => format.count(row.months.length),
      },
      {
        key: 'amount',
        private: true,
        header: t('dues.field.missing'),
        width: 120,
        align: 'right',
        cell: (row) =>
          row.unknown === row.months.length ? <span className="so-muted">…</span> : format.money(row.amount),
      },
      { key: 'months', header: t('dues.field.months'), width: 400, cell: months, title: months },
    ];
  }, [t, format]);
}
