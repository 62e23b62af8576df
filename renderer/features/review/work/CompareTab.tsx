/** This year and the year before, criterion by criterion: scores and figures side by side. */
import { Scale } from 'lucide-react';
import { Link, useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { announceFailure, useCommandOp, useQueryOp, useText } from '../../../client';
import { type Column, EmptyState, ErrorState, LoadingBars, Note, PlainTable, useFormat } from '../../../ui';
import type { Sheet } from '../SheetPage';

type Comparison = OutputOf<'review.compare'>;
type Row = Comparison['rows'][number];

export function CompareTab({ sheet }: { sheet: Sheet }) {
  const t = useText();
  const query = useQueryOp('review.compare', { id: sheet.id });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars />;
  if (query.data.other === null) return <Nothing sheet={sheet} />;
  return (
    <div className="so-review-work">
      {query.data.setDiffers && (
        <Note tone="warn" icon={Scale}>
          {t('reviewWork.compare.differs')}
        </Note>
      )}
      <Table sheet={sheet} data={query.data} other={query.data.other} />
    </div>
  );
}

function Nothing({ sheet }: { sheet: Sheet }) {
  const t = useText();
  const navigate = useNavigate();
  const year = sheet.year - 1;
  const create = useCommandOp('review.create', { done: () => t('review.created', { year }) });
  const open = () =>
    void create
      .run({ year, part: sheet.part })
      .then((made) => navigate(`/review/${made.id}`), announceFailure);
  return (
    <EmptyState
      icon={Scale}
      title={t('reviewWork.compare.none', { year })}
      primary={{
        key: 'open',
        label: t('reviewWork.compare.open', { year }),
        running: create.running,
        onClick: open,
      }}
    />
  );
}

interface TableProps {
  sheet: Sheet;
  data: Comparison;
  other: NonNullable<Comparison['other']>;
}

function useWords() {
  const format = useFormat();
  const points = (value: number | null | undefined) => (value == null ? '–' : format.decimal(value, 2));
  const change = (now: number | null, before: number | null | undefined) => {
    if (now === null || before == null || now === before) return '';
    return `${now > before ? '+' : '−'}${format.decimal(Math.abs(now - before), 2)}`;
  };
  return { points, change };
}

function useCompareColumns(year: number, before: number): Column<Row>[] {
  const t = useText();
  const vi = t.language === 'vi';
  const { points, change } = useWords();
  return [
    {
      key: 'title',
      header: t('review.col.criterion'),
      cell: (row) => (
        <Link to={`?criterion=${row.code}`}>
          {row.code} {vi ? row.title : (row.titleEn ?? row.title)}
        </Link>
      ),
    },
    {
      key: 'figureBefore',
      header: t('reviewWork.compare.figureBefore', { year: before }),
      align: 'right',
      width: 170,
      cell: (row) => (vi ? row.before?.figureText : row.before?.figureTextEn) ?? '',
    },
    {
      key: 'figureNow',
      header: t('reviewWork.compare.figureNow', { year: year }),
      align: 'right',
      width: 170,
      cell: (row) => (vi ? row.now.figureText : row.now.figureTextEn) ?? '',
    },
    {
      key: 'before',
      header: t('reviewWork.compare.before', { year: before }),
      align: 'right',
      width: 100,
      cell: (row) =>
        row.before === null ? (
          <span className="so-muted">{t('reviewWork.compare.isNew')}</span>
        ) : (
          points(row.before.score)
        ),
    },
    {
      key: 'now',
      header: t('reviewWork.compare.now', { year: year }),
      align: 'right',
      width: 100,
      cell: (row) => <strong>{points(row.now.score)}</strong>,
    },
    {
      key: 'change',
      header: t('reviewWork.compare.change'),
      align: 'right',
      width: 100,
      cell: (row) => change(row.now.score, row.before?.score),
    },
  ];
}

function Table({ sheet, data, other }: TableProps) {
  const t = useText();
  const { points, change } = useWords();
  const columns = useCompareColumns(sheet.year, other.year);
  const { totals } = data;
  return (
    <PlainTable
      framed
      caption={t('reviewWork.tabs.compare')}
      columns={columns}
      rows={data.rows}
      rowKey={(row) => row.uid}
      totals={{
        title: t('review.total'),
        before: points(totals.before),
        now: points(totals.now),
        change: change(totals.now, totals.before),
      }}
    />
  );
}
