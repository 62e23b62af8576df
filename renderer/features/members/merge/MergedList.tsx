/** Merges in force, newest first; each can be taken apart, with a look at what goes back and what stays. */
import { Merge, Split } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useText } from '../../../client';
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
import { UnmergeDrawer } from './UnmergeDrawer';

type Row = OutputOf<'members.merges'>['rows'][number];

export function MergedList({ frame }: { frame: Pick<PageProps, 'title' | 'crumbs' | 'tabs'> }) {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState<number | null>(null);
  const source = usePagedOp('members.merges', {});
  const columns = useColumns(
    'merges',
    useMemo<Column<Row>[]>(
      () => [
        {
          key: 'kept',
          header: t('memberMerge.merged.kept'),
          required: true,
          width: 250,
          cell: (row) => <Link to={`/members/${row.keptId}`}>{row.kept}</Link>,
        },
        {
          key: 'gone',
          header: t('memberMerge.merged.gone'),
          width: 280,
          cell: (row) => [row.gone, row.goneBirthDate?.slice(0, 4)].filter(Boolean).join(' · '),
        },
        { key: 'at', header: t('memberMerge.merged.at'), width: 160, cell: (row) => format.dateTime(row.at) },
        { key: 'by', header: t('memberMerge.merged.by'), width: 180, cell: (row) => row.actor },
        {
          key: 'tools',
          header: '',
          width: 130,
          cell: (row) => (
            <ActionButton
              size="small"
              action={{
                key: 'split',
                label: t('memberMerge.merged.split'),
                icon: Split,
                onClick: () => setOpen(row.id),
              }}
            />
          ),
        },
      ],
      [t, format],
    ),
  );
  return (
    <Page {...frame} fill>
      <DataTable
        label={t('memberMerge.tabs.merged')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.kept}
        onOpen={(row) => setOpen(row.id)}
        empty={
          <EmptyState icon={Merge} title={t('memberMerge.merged.empty')}>
            {t('memberMerge.merged.emptyBody')}
          </EmptyState>
        }
      />
      {open !== null && <UnmergeDrawer mergeId={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}
