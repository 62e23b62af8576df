/** What an inspector would ask about, each with the vouchers behind it. */
import { BadgeCheck, ShieldAlert } from 'lucide-react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useQueryOp, useText } from '../../client';
import { EmptyState, ErrorState, FigureLink, LoadingBars, Note, Page, Tag, useFormat } from '../../ui';
import type { TabProps } from './FundsPage';

export function ChecksTab({ frame, state, fund, more }: TabProps) {
  const t = useText();
  const format = useFormat();
  const { year } = state;
  const query = useQueryOp('funds.checks', { fundId: fund.id, year }, { keep: true });
  const list = (check: string) => `/funds?fund=${fund.id}&year=${year}&tab=vouchers&check=${check}`;
  const found = query.data?.rows.filter((row) => row.count > 0) ?? [];
  const clean = query.data && found.length === 0 && query.data.others.length === 0;
  return (
    <Page {...frame} more={more}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <LoadingBars />
      ) : clean ? (
        <EmptyState icon={BadgeCheck} title={t('funds.checks.clean')} />
      ) : (
        <div className="so-stack">
          <Note tone="muc" icon={ShieldAlert}>
            {t('funds.checks.body')}
          </Note>
          <ul className="so-funds-checks">
            {found.map((row) => (
              <li key={row.check}>
                <FigureLink
                  label={t(`funds.check.${row.check}`)}
                  to={row.check === 'negative' ? undefined : list(row.check)}
                >
                  {format.count(row.count)}
                </FigureLink>{' '}
                <span className="so-strong">{t(`funds.check.${row.check}`)}</span>{' '}
                {row.explained > 0 && (
                  <Tag tone={row.explained === row.count ? 'ok' : 'neutral'}>
                    {t('funds.checks.explained', { figure: format.fraction(row.explained, row.count) })}
                  </Tag>
                )}
                <div className="so-caption">{t(`funds.checkBody.${row.check}`)}</div>
              </li>
            ))}
            {query.data.negative.slice(0, 5).map((row) => (
              <li key={`${row.holding}${row.onDate}`} className="so-funds-over">
                {t('funds.checks.negative', {
                  day: format.date(row.onDate),
                  holding: t(`funds.holding.${row.holding}`),
                  amount: format.money(row.balance),
                })}
              </li>
            ))}
            {query.data.others.length > 0 && <Others rows={query.data.others} />}
          </ul>
        </div>
      )}
    </Page>
  );
}

/** What other areas gave out without a voucher: what is open at once, what was explained folded. */
function Others({ rows }: { rows: OutputOf<'funds.checks'>['others'] }) {
  const t = useText();
  const format = useFormat();
  const explained = rows.filter((row) => row.explained);
  const open = rows.filter((row) => !row.explained);
  const lines = (some: typeof rows) => (
    <ul className="so-funds-others">
      {some.map((row) => (
        <li key={row.key}>
          <Link className="so-linklike" to={row.path} lang="vi">
            {row.label}
          </Link>{' '}
          {row.explained && (
            <span className="so-caption" lang="vi">
              {row.explained}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <li>
      <span className="so-number">{format.count(rows.length)}</span>{' '}
      <span className="so-strong">{t('funds.checks.others')}</span>{' '}
      {explained.length > 0 && (
        <Tag tone={open.length === 0 ? 'ok' : 'neutral'}>
          {t('funds.checks.explained', { figure: format.fraction(explained.length, rows.length) })}
        </Tag>
      )}
      <div className="so-caption">{t('funds.checks.othersBody')}</div>
      {lines(open)}
      {explained.length > 0 && (
        <details>
          <summary>{t('funds.checks.othersExplained', { count: explained.length })}</summary>
          {lines(explained)}
        </details>
      )}
    </li>
  );
}
