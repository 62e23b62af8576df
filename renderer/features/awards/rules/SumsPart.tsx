/** Award money of a year by the source it comes from, with the decisions behind each sum. */
import { Coins } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useQueryOp, useText } from '../../../client';
import { type Column, EmptyState, ErrorState, LoadingBars, PlainTable, useFormat } from '../../../ui';
import { useAwardParams, YearSelect } from '../AwardsPage';

type Source = OutputOf<'awardMoney.sums'>['rows'][number];
type Item = Source['items'][number] & { source: string | null };

export function SumsPart() {
  const t = useText();
  const format = useFormat();
  const { year, set } = useAwardParams();
  const query = useQueryOp('awardMoney.sums', { year }, { keep: true });
  const columns = useMemo<Column<Item>[]>(
    () => [
      {
        key: 'decision',
        header: t('awardRules.sums.decisions'),
        cell: (row) => (
          <Link to={`/awards/${row.decisionId}`}>
            {[t.language === 'en' ? (row.formEn ?? row.form) : row.form, row.number]
              .filter(Boolean)
              .join(' · ')}
          </Link>
        ),
      },
      ...(['amount', 'paid', 'left'] as const).map(
        (key): Column<Item> => ({
          key,
          header: t(`awardRules.sums.${key}`),
          width: 180,
          align: 'right',
          cell: (row) => format.count(key === 'left' ? row.amount - row.paid : row[key]),
        }),
      ),
    ],
    [t, format],
  );
  const { data } = query;
  return (
    <div className="so-stack">
      <div className="so-row">
        <YearSelect value={year} onChange={(value) => set({ year: value })} />
      </div>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !data ? (
        <LoadingBars />
      ) : data.rows.length === 0 ? (
        <EmptyState
          icon={Coins}
          title={year === null ? t('awardRules.sums.emptyEver') : t('awardRules.sums.empty', { year })}
        >
          {t('awardRules.sums.emptyBody')}
        </EmptyState>
      ) : (
        <PlainTable
          framed
          caption={t('awardRules.parts.sums')}
          columns={columns}
          rows={data.rows.flatMap((row) => row.items.map((item) => ({ ...item, source: row.source })))}
          rowKey={(row) => row.decisionId}
          groupOf={(row) => {
            const of = data.rows.find((one) => one.source === row.source);
            return `${row.source ?? t('awardRules.sums.noSource')} · ${format.money(of?.amount ?? 0)}`;
          }}
          totals={{
            decision: t('awardRules.sums.total'),
            amount: format.count(data.total),
            paid: format.count(data.paid),
            left: format.count(data.total - data.paid),
          }}
        />
      )}
    </div>
  );
}
