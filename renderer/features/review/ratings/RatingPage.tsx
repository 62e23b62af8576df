/** One rating: the grid of the rated and the criteria, ranks counted, on paper, closed. */

import { Button, Dropdown } from 'antd';
import { Award, Lock, LockOpen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { RATERS, type Rater } from '../../../../shared/contract/reviewRatings';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import {
  type Action,
  ChoiceChips,
  ConfirmDialog,
  EmptyState,
  ErrorState,
  LoadingBars,
  localParts,
  Page,
  Tag,
  useFormat,
} from '../../../ui';
import '../review.css';
import { RatingGrid } from './RatingGrid';

export type Rating = OutputOf<'review.rating'>;

export default function RatingPage() {
  const t = useText();
  const id = Number(useParams().id);
  const query = useQueryOp('review.rating', { id }, { keep: true });
  if (query.data?.id === id) return <Loaded rating={query.data} />;
  return (
    <Page title={t('reviewWork.rating.title')}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

/** Of a closed rating the column that was filled in last, so that it does not open empty. */
function lastScored({ closedAt, lines }: Rating): Rater {
  if (closedAt === null) return 'self';
  const filled = (who: Rater) => lines.some((line) => (line.totals[who]?.rated ?? 0) > 0);
  return RATERS.filter(filled).at(-1) ?? 'self';
}

function Loaded({ rating }: { rating: Rating }) {
  const t = useText();
  const format = useFormat();
  const [who, setWho] = useState<Rater>(() => lastScored(rating));
  const [asking, setAsking] = useState(false);
  const { year, closedAt } = rating;
  const { actions, more } = useRatingActions(rating, () => setAsking(true));
  const title =
    rating.kind === 'group'
      ? t('reviewWork.rating.groupTitle', { year })
      : t('reviewWork.rating.memberTitle', { year, group: rating.orgUnitName ?? '' });
  return (
    <Page
      fill
      title={title}
      crumbs={[
        { label: t('review.title'), to: '/review' },
        { label: t('reviewWork.tabs.ratings'), to: `/review?year=${year}&tab=ratings` },
      ]}
      facts={<RatingFacts rating={rating} />}
      extra={<ExportRating rating={rating} />}
      actions={actions}
      more={more}
      toolbar={
        <ChoiceChips
          label={t('reviewWork.rating.whoLabel')}
          items={RATERS.map((key) => ({ key, label: t(`reviewWork.rating.who.${key}`) }))}
          active={who}
          onChange={(next) => setWho(next as Rater)}
        />
      }
      footer={
        <>
          {closedAt && (
            <Tag tone="ok">
              {t('review.closedOn', { date: format.date(localParts(closedAt).date) ?? '' })}
            </Tag>
          )}
          <CountsLine rating={rating} />
        </>
      }
    >
      {rating.lines.length === 0 ? (
        <EmptyState icon={Award} title={t('reviewWork.rating.empty')} />
      ) : (
        <RatingGrid key={who} rating={rating} who={who} />
      )}
      <CloseRating rating={rating} open={asking} onClose={() => setAsking(false)} />
    </Page>
  );
}

function RatingFacts({ rating }: { rating: Rating }) {
  const t = useText();
  const { set } = rating;
  return (
    <>
      <Link className="so-review-set-link" to={`/review/sets/${set.id}`} lang="vi">
        {t.language === 'vi' ? set.name : (set.nameEn ?? set.name)}
      </Link>
      {set.confirmedOn === null && (
        <>
          {' · '}
          <span className="so-review-reference">{t('review.reference')}</span>
        </>
      )}
    </>
  );
}

/** "7 xuất sắc, 1 tốt", what has none, and ranks over their part. */
function CountsLine({ rating }: { rating: Rating }) {
  const t = useText();
  const name = (each: { name: string; nameEn: string }) => (t.language === 'vi' ? each.name : each.nameEn);
  return (
    <span className="so-push so-row so-wrap">
      {rating.counts.map((each) => (
        <span key={each.name} data-rank={each.name}>
          {name(each)}: <strong>{each.count}</strong>
        </span>
      ))}
      {rating.unrated > 0 && (
        <span className="so-muted">{t('reviewWork.rating.unrated', { count: rating.unrated })}</span>
      )}
      {rating.overQuota.map((each) => (
        <span key={each.name} className="so-review-reference">
          {t('reviewWork.rating.quota', { rank: name(each), count: each.count, most: each.most })}
        </span>
      ))}
    </span>
  );
}

function ExportRating({ rating }: { rating: Rating }) {
  const t = useText();
  const job = useJobOp('review.exportRating');
  const make = async (kind: 'docx' | 'pdf' | 'xlsx') => {
    const file = await job.run({ id: rating.id, kind }).catch(() => null);
    if (file) await saveFile(file);
  };
  const items = (['pdf', 'docx', 'xlsx'] as const).map((kind) => ({
    key: kind,
    label: t(
      ({ docx: 'review.exportDocx', pdf: 'review.exportPdf', xlsx: 'review.exportXlsx' } as const)[kind],
    ),
    onClick: () => void make(kind),
  }));
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button loading={job.running} aria-haspopup="menu">
        {t('reviewWork.rating.export')}
      </Button>
    </Dropdown>
  );
}

function useRatingActions(rating: Rating, ask: () => void): { actions: Action[]; more: Action[] } {
  const t = useText();
  const navigate = useNavigate();
  const reopen = useCommandOp('review.reopenRating', { done: () => t('reviewWork.rating.reopened') });
  const trash = useCommandOp('review.trashRatings', { done: () => t('reviewWork.rating.trashed') });
  const { id, version, year, closedAt } = rating;
  if (closedAt !== null)
    return {
      actions: [
        {
          key: 'reopen',
          label: t('reviewWork.rating.reopen'),
          icon: LockOpen,
          onClick: () => reopen.fire({ id, version }),
        },
      ],
      more: [],
    };
  return {
    actions: [{ key: 'close', label: t('reviewWork.rating.close'), icon: Lock, onClick: ask }],
    more: [
      {
        key: 'trash',
        label: t('reviewWork.rating.trash'),
        icon: Trash2,
        danger: true,
        onClick: () => {
          trash.fire({ ids: [id] });
          navigate(`/review?year=${year}&tab=ratings`);
        },
      },
    ],
  };
}

function CloseRating({ rating, open, onClose }: { rating: Rating; open: boolean; onClose(): void }) {
  const t = useText();
  const close = useCommandOp('review.closeRating', { done: () => t('reviewWork.rating.closed') });
  const { id, version, kind, year, unrated } = rating;
  return (
    <ConfirmDialog
      open={open}
      title={t('reviewWork.rating.closeTitle', { year })}
      confirmLabel={t('reviewWork.rating.close')}
      running={close.running}
      onCancel={onClose}
      onConfirm={() => void close.run({ id, version }).then(onClose, onClose)}
    >
      <div className="so-stack">
        <p>{t(kind === 'group' ? 'reviewWork.rating.closeGroups' : 'reviewWork.rating.closeMembers')}</p>
        {unrated > 0 && (
          <ul className="so-review-left">
            <li>{t('reviewWork.rating.left', { count: unrated })}</li>
          </ul>
        )}
      </div>
    </ConfirmDialog>
  );
}
