/** Criteria sets, the newest first. */
import { FileInput } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useQueryOp, useText } from '../../../client';
import { type Column, ErrorState, LoadingBars, Page, PlainTable, Tag, useFormat } from '../../../ui';
import '../review.css';
import { ReadSetDrawer } from './ReadSetDrawer';

type Row = OutputOf<'review.sets'>['rows'][number];

export default function SetsPage() {
  const t = useText();
  const format = useFormat();
  const query = useQueryOp('review.sets', { kind: null });
  const [reading, setReading] = useState(false);
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        key: 'name',
        header: t('review.set.name'),
        cell: (row) => (
          <Link to={`/review/sets/${row.id}`}>
            {t.language === 'vi' ? row.name : (row.nameEn ?? row.name)}
          </Link>
        ),
      },
      {
        key: 'kind',
        header: t('reviewWork.set.kind'),
        width: 150,
        cell: (row) => t(`reviewWork.set.kinds.${row.kind}`),
      },
      {
        key: 'edition',
        header: t('review.set.edition'),
        align: 'right',
        width: 70,
        cell: (row) => format.count(row.edition),
      },
      {
        key: 'criteria',
        header: t('review.set.criteria'),
        align: 'right',
        width: 90,
        cell: (row) => format.count(row.criteria),
      },
      {
        key: 'max',
        header: t('review.set.max'),
        align: 'right',
        width: 80,
        cell: (row) => format.decimal(row.max, 2),
      },
      {
        key: 'used',
        header: t('review.set.used'),
        align: 'right',
        width: 110,
        cell: (row) => t('review.set.usedIn', { count: row.openReviews + row.closedReviews }),
      },
      {
        key: 'state',
        header: t('review.set.state'),
        width: 330,
        cell: (row) =>
          row.confirmedOn ? (
            <Tag tone="ok">{t('review.confirmed', { date: format.date(row.confirmedOn) })}</Tag>
          ) : (
            <Tag tone="warn">{t('review.reference')}</Tag>
          ),
      },
    ],
    [t, format],
  );
  return (
    <Page
      title={t('review.set.title')}
      crumbs={[{ label: t('review.title'), to: '/review' }]}
      facts={t('review.set.lead')}
      actions={[
        {
          key: 'read',
          label: t('reviewWork.set.import'),
          icon: FileInput,
          onClick: () => setReading(true),
        },
      ]}
    >
      {reading && <ReadSetDrawer onClose={() => setReading(false)} />}
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <LoadingBars />}
      {query.data && (
        <PlainTable
          framed
          caption={t('review.set.title')}
          columns={columns}
          rows={query.data.rows}
          rowKey={(row) => row.id}
        />
      )}
    </Page>
  );
}
