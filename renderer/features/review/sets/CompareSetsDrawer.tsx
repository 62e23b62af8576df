/** What differs between two criteria sets or editions, criterion by criterion. */
import { Select } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { useQueryOp, useText } from '../../../client';
import { type Column, Drawer, ErrorState, LoadingBars, PlainTable, useFormat } from '../../../ui';
import type { SetDetail } from './tree';

type Comparison = OutputOf<'review.compareSets'>;
type Row = Comparison['rows'][number];

export function CompareSetsDrawer({ set, onClose }: { set: SetDetail; onClose(): void }) {
  const t = useText();
  const format = useFormat();
  const sets = useQueryOp('review.sets', { kind: set.fields.kind }).data?.rows ?? [];
  const others = sets.filter((row) => row.id !== set.id);
  const [picked, setPicked] = useState<number | null>(null);
  const otherId = picked ?? others[0]?.id ?? null;
  return (
    <Drawer open onClose={onClose} title={t('reviewWork.set.compareTitle')} width={720}>
      <div className="so-stack">
        <Select<number>
          aria-label={t('reviewWork.set.compareWith')}
          value={otherId}
          onChange={setPicked}
          options={others.map((row) => ({
            value: row.id,
            label: `${t.language === 'vi' ? row.name : (row.nameEn ?? row.name)} · ${t('review.set.edition')} ${format.count(row.edition)}`,
          }))}
        />
        {otherId !== null && <Differences id={set.id} otherId={otherId} />}
      </div>
    </Drawer>
  );
}

function Differences({ id, otherId }: { id: number; otherId: number }) {
  const t = useText();
  const query = useQueryOp('review.compareSets', { id, otherId });
  const columns = useDifferenceColumns();
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars kind="lines" />;
  const { rows, ranksChanged, formulaChanged } = query.data;
  const changed = rows.filter((row) => row.change !== 'same');
  return (
    <>
      {ranksChanged && <p>{t('reviewWork.set.ranksChanged')}</p>}
      {formulaChanged && <p>{t('reviewWork.set.formulaChanged')}</p>}
      {changed.length === 0 && !ranksChanged && !formulaChanged && <p>{t('reviewWork.set.noChange')}</p>}
      {changed.length > 0 && (
        <PlainTable
          framed
          caption={t('reviewWork.set.compareTitle')}
          columns={columns}
          rows={changed}
          rowKey={(row) => row.uid}
        />
      )}
    </>
  );
}

function useDifferenceColumns(): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  const side = (value: Row['before']) =>
    value === null ? (
      '–'
    ) : (
      <span lang="vi">
        {value.code} {value.title} ({format.decimal(value.max, 2)})
      </span>
    );
  return [
    { key: 'before', header: t('reviewWork.set.before'), cell: (row) => side(row.before) },
    { key: 'after', header: t('reviewWork.set.after'), cell: (row) => side(row.after) },
    {
      key: 'change',
      header: t('reviewWork.set.changeCol'),
      width: 160,
      cell: (row) =>
        [
          t(`reviewWork.set.change.${row.change}`),
          ...row.also.map((each) => t(`reviewWork.set.also.${each}`)),
        ].join(', '),
    },
  ];
}
