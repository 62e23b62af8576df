/** Ratings of a year: that of all union groups, and those of the members of each group. */
import { Award, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { announceFailure, useCommandOp, useQueryOp, useText } from '../../../client';
import {
  type Column,
  EmptyState,
  ErrorState,
  LoadingBars,
  localParts,
  PlainTable,
  Tag,
  useFormat,
} from '../../../ui';

type Ratings = OutputOf<'review.ratings'>;
type Group = Ratings['groups'][number] & { rating: Ratings['rows'][number] | undefined };

/** "7/1/0/0" with the names of the ranks for readers. */
export function RankCounts({ counts }: { counts: Ratings['rows'][number]['counts'] }) {
  const t = useText();
  const names = counts.map((each) => `${t.language === 'vi' ? each.name : each.nameEn}: ${each.count}`);
  return <span title={names.join('; ')}>{counts.map((each) => each.count).join('/')}</span>;
}

export function RatingsTab({ year }: { year: number }) {
  const t = useText();
  const navigate = useNavigate();
  const query = useQueryOp('review.ratings', { year });
  const create = useCommandOp('review.openRating', { done: () => t('reviewWork.rating.opened') });
  const open = (input: InputOf<'review.openRating'>) =>
    void create.run(input).then((made) => navigate(`/review/ratings/${made.id}`), announceFailure);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars />;
  const groups = query.data.rows.find((row) => row.kind === 'group');
  return (
    <div className="so-review-work">
      {groups ? (
        <GroupsRow rating={groups} />
      ) : (
        <EmptyState
          icon={Award}
          title={t('reviewWork.rating.none', { year })}
          primary={{
            key: 'open',
            label: t('reviewWork.rating.open'),
            icon: Plus,
            running: create.running,
            onClick: () => open({ kind: 'group', year }),
          }}
        >
          {t('reviewWork.rating.noneBody')}
        </EmptyState>
      )}
      {query.data.groups.length > 0 && (
        <MembersTable data={query.data} onOpen={(orgUnitId) => open({ kind: 'member', year, orgUnitId })} />
      )}
    </div>
  );
}

function GroupsRow({ rating }: { rating: Ratings['rows'][number] }) {
  const t = useText();
  const format = useFormat();
  return (
    <section className="so-card so-review-rating-head">
      <Link className="so-strong" to={`/review/ratings/${rating.id}`}>
        {t('reviewWork.rating.groupTitle', { year: rating.year })}
      </Link>
      <span>
        {t('reviewWork.rating.rated')} {format.count(rating.rated)}/{format.count(rating.lines)}
      </span>
      <span lang="vi">
        {rating.counts
          .filter((each) => each.count > 0)
          .map((each) => `${t.language === 'vi' ? each.name : each.nameEn}: ${each.count}`)
          .join('; ')}
      </span>
      {rating.closedAt && (
        <Tag tone="ok">
          {t('review.closedOn', { date: format.date(localParts(rating.closedAt).date) ?? '' })}
        </Tag>
      )}
    </section>
  );
}

function MembersTable({ data, onOpen }: { data: Ratings; onOpen(orgUnitId: number): void }) {
  const t = useText();
  const format = useFormat();
  const rows: Group[] = data.groups.map((group) => ({
    ...group,
    rating: data.rows.find((row) => row.id === group.ratingId),
  }));
  const columns = useMemo<Column<Group>[]>(
    () => [
      { key: 'name', header: t('reviewWork.rating.group'), cell: (row) => <span lang="vi">{row.name}</span> },
      {
        key: 'members',
        header: t('reviewWork.rating.members'),
        align: 'right',
        width: 110,
        cell: (row) => format.count(row.members),
      },
      {
        key: 'rated',
        header: t('reviewWork.rating.rated'),
        align: 'right',
        width: 120,
        cell: (row) =>
          row.rating ? `${format.count(row.rating.rated)}/${format.count(row.rating.lines)}` : '',
      },
      {
        key: 'counts',
        header: t('reviewWork.rating.result'),
        align: 'right',
        width: 120,
        cell: (row) => (row.rating && row.rating.rated > 0 ? <RankCounts counts={row.rating.counts} /> : ''),
      },
      {
        key: 'open',
        header: '',
        width: 130,
        cell: (row) =>
          row.ratingId ? (
            <Link
              to={`/review/ratings/${row.ratingId}`}
              aria-label={`${t('reviewWork.rating.see')} ${row.name}`}
            >
              {row.rating?.closedAt ? t('reviewWork.rating.seeClosed') : t('reviewWork.rating.see')}
            </Link>
          ) : row.members > 0 ? (
            <button
              type="button"
              className="so-linklike"
              aria-label={`${t('reviewWork.rating.openMembers')} ${row.name}`}
              onClick={() => onOpen(row.id)}
            >
              {t('reviewWork.rating.openMembers')}
            </button>
          ) : null,
      },
    ],
    [t, format, onOpen],
  );
  return (
    <section>
      <h2 className="so-review-work__title">{t('reviewWork.rating.membersOf')}</h2>
      <PlainTable
        framed
        caption={t('reviewWork.rating.membersOf')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </section>
  );
}
