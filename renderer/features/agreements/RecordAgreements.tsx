/** Agreements a record was delivered under, on the record's own page. */
import { Link } from 'react-router-dom';
import type { DeliveredEntity } from '../../../shared/domain/agreements';
import { useQueryOp, useText } from '../../client';
import './agreements.css';

export function RecordAgreements({ entity, id }: { entity: DeliveredEntity; id: number }) {
  const t = useText();
  const { data } = useQueryOp('agreements.of', { entity, id });
  if (!data || data.rows.length === 0) return null;
  return (
    <section className="so-stack" aria-label={t('agreements.ofRecord')}>
      <h2>{t('agreements.ofRecord')}</h2>
      <ul className="so-agreements-of">
        {data.rows.map((row) => (
          <li key={row.id} lang="vi">
            <Link to={`/agreements/${row.id}?tab=delivered`}>{row.title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
