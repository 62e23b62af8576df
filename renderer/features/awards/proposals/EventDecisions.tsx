/** On an event: the decisions that are handed over there. */
import { Link } from 'react-router-dom';
import { useQueryOp, useText } from '../../../client';
import { useFormat } from '../../../ui';
import './proposals.css';

export function EventDecisions({ eventId }: { eventId: number }) {
  const t = useText();
  const format = useFormat();
  const { data } = useQueryOp('proposals.ofEvent', { eventId });
  if (!data || data.rows.length === 0) return null;
  return (
    <section className="so-stack" aria-label={t('proposals.chain.atEvent')}>
      <h2>{t('proposals.chain.atEvent')}</h2>
      <ul className="so-proposals-links">
        {data.rows.map((row) => (
          <li key={row.id}>
            <Link to={`/awards/${row.id}`}>
              {[
                t.language === 'en' ? (row.formEn ?? row.form) : row.form,
                row.number ?? t('proposals.chain.noNumber'),
              ].join(' · ')}
            </Link>{' '}
            <span className="so-muted">
              {t('proposals.chain.people', { count: row.recipients, figure: format.count(row.recipients) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
