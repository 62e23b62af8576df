/** Funds on the dashboard: what there is, what came in and went out in the year; each figure opens the book. */
import { Link } from 'react-router-dom';
import { useQueryOp, useText } from '../../client';
import { FiguresStrip, useFormat } from '../../ui';
import './funds.css';

export function FundsCard({ year }: { year: number }) {
  const t = useText();
  const format = useFormat();
  const query = useQueryOp('funds.list', { year }, { keep: true });
  const funds = query.data?.rows ?? [];
  if (funds.length === 0) return null;
  const sum = (key: 'cash' | 'bank' | 'income' | 'spending') =>
    funds.reduce((total, fund) => total + fund[key], 0);
  const [only] = funds;
  const of = (tab: string) => `/funds?${funds.length === 1 ? `fund=${only!.id}&` : ''}year=${year}${tab}`;
  const names = funds.map((fund) => fund.name).join(', ');
  return (
    <section className="so-card">
      <div className="so-card__head">
        <h2>{t('funds.title')}</h2>
        <span className="so-caption" lang="vi">
          {names}
        </span>
        <Link to={of('')}>{t('funds.card.open')}</Link>
      </div>
      <FiguresStrip
        label={t('funds.title')}
        figures={[
          {
            key: 'cash',
            label: t('funds.card.cash'),
            value: format.money(sum('cash')),
            to: of('&holding=cash'),
          },
          {
            key: 'bank',
            label: t('funds.card.bank'),
            value: format.money(sum('bank')),
            to: of('&holding=bank'),
          },
          {
            key: 'in',
            label: t('funds.card.in', { year }),
            value: format.money(sum('income')),
            to: of('&tab=statement'),
          },
          {
            key: 'out',
            label: t('funds.card.out', { year }),
            value: format.money(sum('spending')),
            to: of('&tab=statement'),
          },
        ]}
      />
    </section>
  );
}
