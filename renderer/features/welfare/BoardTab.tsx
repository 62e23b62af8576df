/** Share of each department in gifts and in people; who got nothing for three years. */
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useQueryOp, useText } from '../../client';
import { ErrorState, Legend, LoadingBars, useFormat } from '../../ui';

type Board = OutputOf<'welfare.board'>;

export function BoardTab({ year }: { year: number }) {
  const query = useQueryOp('welfare.board', { year }, { keep: true });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars />;
  return (
    <div className="so-welfare-board">
      <Shares board={query.data} />
      <NeverGiven year={year} />
    </div>
  );
}

/** Bars of gifts with a mark where the people are. */
export function Shares({ board }: { board: Board }) {
  const t = useText();
  const format = useFormat();
  const most = Math.max(
    0.01,
    ...board.rows.flatMap((row) => [
      row.gifts / Math.max(1, board.gifts),
      row.people / Math.max(1, board.people),
    ]),
  );
  return (
    <section className="so-card">
      <div className="so-card__head">
        <h2>{t('welfare.board.title')}</h2>
        <span className="so-push" />
        <Legend
          items={[
            { tone: 3, label: t('welfare.board.gifts') },
            { tone: 1, label: t('welfare.board.people') },
          ]}
        />
      </div>
      <p className="so-caption">{t('welfare.board.asOf', { date: format.date(board.asOf) })}</p>
      {board.gifts === 0 ? (
        <p className="so-caption">{t('welfare.board.empty')}</p>
      ) : (
        <ul className="so-welfare-shares">
          {board.rows.map((row) => {
            const gifts = row.gifts / board.gifts;
            const people = row.people / Math.max(1, board.people);
            const less = people > 0 && gifts < people / 2;
            return (
              <li key={row.departmentId ?? 0} className={less ? 'so-welfare-shares__less' : undefined}>
                <span>{row.name ?? t('welfare.board.none')}</span>
                <span className="so-welfare-shares__bar" aria-hidden="true">
                  <i style={{ width: `${(gifts / most) * 100}%` }} />
                  <b style={{ left: `${(people / most) * 100}%` }} />
                </span>
                <span className="so-number">
                  {t('welfare.board.share', {
                    gifts: format.percent(row.gifts, board.gifts) ?? '–',
                    people: format.percent(row.people, board.people) ?? '–',
                  })}
                </span>
                <span className="so-number so-muted">{t('welfare.board.giftsOf', { count: row.gifts })}</span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function NeverGiven({ year }: { year: number }) {
  const t = useText();
  const format = useFormat();
  const data = useQueryOp('welfare.neverGiven', { year, limit: 200 }, { keep: true }).data;
  if (!data) return <LoadingBars kind="lines" />;
  return (
    <section className="so-card">
      <div className="so-card__head">
        <h2>{t('welfare.board.never')}</h2>
        <span className="so-caption">{format.count(data.total)}</span>
      </div>
      {data.since === null ? (
        <p className="so-caption">{t('welfare.board.neverNone')}</p>
      ) : (
        <p className="so-caption">
          {t('welfare.board.neverNote', {
            from: format.date(data.from),
            to: format.date(data.to),
            since: format.date(data.since),
          })}
        </p>
      )}
      {data.since !== null && data.total === 0 && <p className="so-caption">{t('welfare.board.neverAll')}</p>}
      <ul className="so-welfare-never">
        {data.rows.map((row) => (
          <li key={row.memberId}>
            <Link to={`/members/${row.memberId}`}>{row.fullName}</Link>
            <span className="so-caption">{row.department ?? t('welfare.board.none')}</span>
            {row.lastGift && (
              <span className="so-caption">
                {t('welfare.board.last', { date: format.date(row.lastGift) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
