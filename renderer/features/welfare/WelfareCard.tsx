/** Welfare on the first page: gifts and đồng of the year by source, every figure opening its list. */
import { Link } from 'react-router-dom';
import { useText } from '../../client';
import './welfare.css';
import { YearFigures } from './YearFigures';

export function WelfareCard({ year }: { year: number }) {
  const t = useText();
  return (
    <section className="so-card so-welfare-card">
      <div className="so-card__head">
        <h2>{t('welfare.card.title', { year: String(year) })}</h2>
        <span className="so-push" />
        <Link to={`/welfare?year=${year}`}>{t('welfare.card.open')}</Link>
      </div>
      <YearFigures year={year} />
    </section>
  );
}
