/** "Sắp tới": what comes in the next 30 days, in one line of the dashboard. */
import { Link } from 'react-router-dom';
import { useQueryOp, useText } from '../../client';
import { useFormat } from '../../ui';
import './calendar.css';
import { dayAddress, keyOf, pathOf, titleOf } from './words';

const DAYS = 30;
const SHOWN = 3;

export function ComingLine() {
  const t = useText();
  const format = useFormat();
  const { data } = useQueryOp('calendar.coming', { days: DAYS });
  if (!data) return null;
  const shown = data.items.slice(0, SHOWN);
  const rest = data.items.length - shown.length;
  return (
    <section className="so-card so-cal-soon" aria-label={t('calendar.comingLine.label')}>
      <h2>{t('calendar.comingLine.title')}</h2>
      {shown.length === 0 && <span className="so-caption">{t('calendar.comingLine.none')}</span>}
      <ul>
        {shown.map((item) => {
          const title = titleOf(item, t);
          const day =
            item.precision === 'day' ? format.dayMonth(item.from) : format.range(item.from, item.to);
          return (
            <li key={keyOf(item)} title={title}>
              <span className="so-cal-soon__day">
                {[day, item.late ? t('calendar.comingLine.late') : item.at].filter(Boolean).join(' · ')}
              </span>
              <Link to={pathOf(item) ?? dayAddress(item.from < data.today ? data.today : item.from)}>
                {title}
              </Link>
            </li>
          );
        })}
      </ul>
      <Link to="/calendar">
        {rest > 0 ? t('calendar.comingLine.more', { count: rest }) : t('calendar.title')}
      </Link>
    </section>
  );
}
