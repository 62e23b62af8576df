/** Progress of the year's review: points, rank so far, squares for the state of each criterion. */
import { Link } from 'react-router-dom';
import { daysBetween } from '../../../shared/domain/dates';
import { useQueryOp, useText } from '../../client';
import { type Evidence, EvidenceSquares, Tag, todayIso, useFormat } from '../../ui';

export function ReviewCard({ year }: { year: number }) {
  const t = useText();
  const format = useFormat();
  const query = useQueryOp('dashboard.review', { year }, { keep: true });
  const review = query.data?.review;
  if (!query.data) return <section className="so-card" aria-busy />;
  if (!review)
    return (
      <section className="so-card so-dash-review">
        <div className="so-card__head">
          <h2>{t('dashboard.review.title', { year })}</h2>
          <Link to={`/review?year=${year}`}>{t('dashboard.review.start')}</Link>
        </div>
        <p className="so-caption">{t('dashboard.review.none', { year })}</p>
      </section>
    );
  const rank = t.language === 'vi' ? review.rank : review.rankEn;
  const address = `/review/${review.id}`;
  const left = daysBetween(todayIso(), review.to);
  return (
    <section className="so-card so-dash-review">
      <div className="so-card__head">
        <h2>{t('dashboard.review.title', { year: review.year })}</h2>
        <Link to={address}>{t(review.closedAt ? 'dashboard.review.see' : 'dashboard.review.go')}</Link>
      </div>
      <div className="so-dash-review__total">
        <Link to={address} className="so-figure so-dash-review__points">
          {review.score === null ? '–' : format.decimal(review.score, 2)}
        </Link>
        <span className="so-caption">
          {t('dashboard.review.points', { max: format.decimal(review.max, 2) })}
        </span>
        <span className="so-push" />
        {rank ? (
          <Tag tone="nhu">
            {t(review.closedAt ? 'dashboard.review.closed' : 'dashboard.review.provisional', { rank })}
          </Tag>
        ) : (
          <span className="so-caption">{t('dashboard.review.notScored')}</span>
        )}
      </div>
      <ul>
        {review.groups.map((group) => (
          <li key={group.code} className="so-dash-review__group">
            <span
              className="so-dash-review__name"
              title={t.language === 'vi' ? group.title : (group.titleEn ?? group.title)}
            >
              {group.code}. {t.language === 'vi' ? group.title : (group.titleEn ?? group.title)}
            </span>
            <EvidenceSquares states={squares(group)} />
            <span className="so-number">
              <strong>{group.score === null ? '–' : format.decimal(group.score, 2)}</strong>
              <span className="so-muted">/{format.decimal(group.max, 2)}</span>
            </span>
          </li>
        ))}
      </ul>
      <div className="so-row so-wrap so-dash-review__foot">
        <Link to={`${address}?show=ok`}>{t('dashboard.review.ok', { count: review.counts.ok })}</Link>
        <Link to={`${address}?show=missing`}>
          {t('dashboard.review.missing', { count: review.counts.missing })}
        </Link>
        <Link to={`${address}?show=open`}>{t('dashboard.review.open', { count: review.counts.open })}</Link>
        <span className="so-push so-caption">
          {!review.closedAt &&
            left >= 0 &&
            t('dashboard.review.left', { count: left, date: format.dayMonth(review.to) })}
        </span>
      </div>
    </section>
  );
}

function squares(group: { ok: number; missing: number; open: number }): Evidence[] {
  const many = (state: Evidence, count: number) => Array.from({ length: count }, () => state);
  return [...many('full', group.ok), ...many('part', group.missing), ...many('none', group.open)];
}
