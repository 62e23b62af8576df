/** Share of each department in gifts and in people; who got nothing for three years. */
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useQueryOp, useText } from '../../client';
import { Drawer, ErrorState, FigureLink, Legend, LoadingBars, useFormat } from '../../ui';

type Board = OutputOf<'welfare.board'>;
type Share = Board['rows'][number];

export function BoardTab({ year }: { year: number }) {
  const query = useQueryOp('welfare.board', { year }, { keep: true });
  const [shown, setShown] = useState<Share | null>(null);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars />;
  return (
    <div className="so-welfare-board">
      <Shares board={query.data} onOpen={setShown} />
      <NeverGiven year={year} />
      <GivenDrawer year={year} share={shown} onClose={() => setShown(null)} />
    </div>
  );
}

/** Bars of gifts with a mark where the people are. */
export function Shares({ board, onOpen }: { board: Board; onOpen?(share: Share): void }) {
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
                <span className="so-number so-muted">
                  {onOpen && row.gifts > 0 ? (
                    <FigureLink
                      label={t('welfare.board.given', { name: row.name ?? t('welfare.board.none') })}
                      onOpen={() => onOpen(row)}
                    >
                      {t('welfare.board.giftsOf', { count: row.gifts })}
                    </FigureLink>
                  ) : (
                    t('welfare.board.giftsOf', { count: row.gifts })
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** The gifts behind the share of a department. */
function GivenDrawer({ year, share, onClose }: { year: number; share: Share | null; onClose(): void }) {
  const t = useText();
  const name = share?.name ?? t('welfare.board.none');
  return (
    <Drawer
      open={share !== null}
      onClose={onClose}
      title={t('welfare.board.given', { name })}
      facts={String(year)}
      width={560}
    >
      {share && <GivenList year={year} departmentId={share.departmentId} />}
    </Drawer>
  );
}

function GivenList({ year, departmentId }: { year: number; departmentId: number | null }) {
  const t = useText();
  const format = useFormat();
  const data = useQueryOp('welfare.givenLines', { year, departmentId, limit: 500 }).data;
  if (!data) return <LoadingBars kind="lines" />;
  return (
    <>
      <p className="so-caption">{t('welfare.board.giftsOf', { count: data.total })}</p>
      <ul className="so-welfare-given">
        {data.rows.map((row) => (
          <li key={row.id}>
            {row.memberId === null ? (
              <span lang="vi">{row.name}</span>
            ) : (
              <Link to={`/members/${row.memberId}`}>{row.name}</Link>
            )}
            <Link to={`/welfare/${row.campaignId}`} className="so-caption" lang="vi">
              {row.campaign}
            </Link>
            <span className="so-number">{format.money(row.worth)}</span>
          </li>
        ))}
      </ul>
    </>
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
