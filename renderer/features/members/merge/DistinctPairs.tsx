/** Pairs settled as two different people; forgetting one lets it be proposed again. */
import { Undo2, UserRoundX } from 'lucide-react';
import { useMemo } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useText } from '../../../client';
import {
  ActionButton,
  type Column,
  DataTable,
  EmptyState,
  Page,
  type PageProps,
  useColumns,
  useFormat,
  usePagedOp,
} from '../../../ui';
import { PersonFacts } from './Person';

type Row = OutputOf<'members.distinctPairs'>['rows'][number];

export function DistinctPairs({ frame }: { frame: Pick<PageProps, 'title' | 'crumbs' | 'tabs'> }) {
  const t = useText();
  const format = useFormat();
  const source = usePagedOp('members.distinctPairs', {});
  const forget = useCommandOp('members.setDistinct', { done: () => t('memberMerge.distinct.forgot') });
  const { fire } = forget;
  const columns = useColumns(
    'distinctPairs',
    useMemo<Column<Row>[]>(
      () => [
        {
          key: 'first',
          header: t('memberMerge.proposed.first'),
          required: true,
          width: 330,
          cell: ({ first }) => (
            <>
              {first.fullName} <span className="so-muted">{<PersonFacts person={first} />}</span>
            </>
          ),
        },
        {
          key: 'second',
          header: t('memberMerge.proposed.second'),
          width: 330,
          cell: ({ second }) => (
            <>
              {second.fullName} <span className="so-muted">{<PersonFacts person={second} />}</span>
            </>
          ),
        },
        {
          key: 'at',
          header: t('memberMerge.distinct.at'),
          width: 160,
          cell: (row) => format.dateTime(row.at),
        },
        {
          key: 'tools',
          header: '',
          width: 150,
          cell: (row) => (
            <ActionButton
              size="small"
              action={{
                key: 'forget',
                label: t('memberMerge.distinct.forget'),
                icon: Undo2,
                onClick: () =>
                  fire({ pairs: [{ firstId: row.first.id, secondId: row.second.id }], distinct: false }),
              }}
            />
          ),
        },
      ],
      [t, format, fire],
    ),
  );
  return (
    <Page {...frame} fill>
      <DataTable
        label={t('memberMerge.tabs.distinct')}
        source={source}
        columns={columns}
        rowKey={(row) => `${row.first.id}:${row.second.id}`}
        rowLabel={(row) => row.first.fullName}
        empty={
          <EmptyState icon={UserRoundX} title={t('memberMerge.distinct.empty')}>
            {t('memberMerge.distinct.emptyBody')}
          </EmptyState>
        }
      />
    </Page>
  );
}
