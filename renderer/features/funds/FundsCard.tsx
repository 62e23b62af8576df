/** Funds on the dashboard: what there is, what came in and went out in the year; each figure opens the book. */
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useQueryOp, useText } from '../../client';
import { FiguresStrip, useFormat } from '../../ui';
import './funds.css';

export function FundsCard({ year }: { year: number }) {
  const t = useText();
  const query = useQueryOp('funds.list', { year }, { keep: true });
  const funds = query.data?.rows ?? [];
  if (funds.length === 0) return null;
  return (
    <section className="so-card">
      <div className="so-card__head">
        <h2>{t('funds.title')}</h2>
        <Link to={`/funds?year=${year}`}>{t('funds.card.open')}</Link>
      </div>
      <div className="so-stack">
        {funds.map((fund) => (
          <FundStrip key={fund.id} fund={fund} year={year} />
        ))}
      </div>
    </section>
  );
}

function FundStrip({ fund, year }: { fund: OutputOf<'funds.list'>['rows'][number]; year: number }) {
  const t = useText();
  const format = useFormat();
  const of = (rest: string) => `/funds?fund=${fund.id}&year=${year}${rest}`;
  const figures = [
    { key: 'cash', label: t('funds.card.cash'), amount: fund.cash, to: of('&holding=cash') },
    { key: 'bank', label: t('funds.card.bank'), amount: fund.bank, to: of('&holding=bank') },
    { key: 'in', label: t('funds.card.in', { year }), amount: fund.income, to: of('&tab=statement') },
    { key: 'out', label: t('funds.card.out', { year }), amount: fund.spending, to: of('&tab=statement') },
  ];
  return (
    <div>
      <p className="so-caption" lang="vi">
        {fund.name}
      </p>
      <FiguresStrip
        label={fund.name}
        figures={figures.map(({ amount, ...figure }) => ({ ...figure, value: format.money(amount) }))}
      />
    </div>
  );
}
