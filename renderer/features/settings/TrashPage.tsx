/** Everything that was removed, of every area, to be taken back at any time. */
import { Trash2, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { announce, announceFailure, invokeAny, useQueryOp, useText } from '../../client';
import {
  BulkBar,
  ChoiceChips,
  type Column,
  DataTable,
  EmptyState,
  Page,
  rowsSource,
  Tag,
  useColumns,
  useFormat,
  useSelection,
} from '../../ui';

type Row = OutputOf<'trash.list'>['rows'][number];
const keyOf = (row: Row) => `${row.entity}:${row.id}`;

export default function TrashPage() {
  const t = useText();
  const trash = useQueryOp('trash.list', {});
  const [kind, setKind] = useState('all');
  const ticks = useSelection();
  const all = trash.data?.rows;
  const rows = useMemo(() => all?.filter((row) => kind === 'all' || row.entity === kind), [all, kind]);
  const restore = useRestore(() => ticks.clear());
  const columns = useColumns('trash', useTrashColumns(restore));
  const kinds = [...new Set((all ?? []).map((row) => row.entity))];
  const source = { ...rowsSource(rows), error: trash.error, retry: () => void trash.refetch() };
  const ticked = (rows ?? []).filter((row) => ticks.has(keyOf(row)));
  return (
    <Page
      fill
      title={t('settings.trash.title')}
      facts={t('settings.trash.facts')}
      toolbar={
        kinds.length > 1 ? (
          <ChoiceChips
            label={t('settings.trash.filter')}
            active={kind}
            onChange={(next) => {
              setKind(next);
              ticks.clear();
            }}
            items={[
              { key: 'all', label: t('settings.trash.all'), count: all?.length ?? 0 },
              ...kinds.map((key) => ({
                key,
                label: t.any(`settings.log.entities.${key}`) || t('settings.log.entities.other'),
                count: (all ?? []).filter((row) => row.entity === key).length,
              })),
            ]}
          />
        ) : undefined
      }
    >
      <DataTable
        label={t('settings.trash.title')}
        source={source}
        columns={columns}
        rowKey={keyOf}
        rowLabel={(row) => row.label}
        selection={ticks}
        footRoom={ticked.length > 0}
        empty={
          <EmptyState icon={Trash2} title={t('settings.trash.empty')}>
            {t('settings.trash.emptyBody')}
          </EmptyState>
        }
      />
      <BulkBar
        count={ticked.length}
        total={rows?.length ?? 0}
        onClear={ticks.clear}
        actions={[
          {
            key: 'restore',
            label: t('settings.trash.restoreCount', { count: ticked.length }),
            icon: Undo2,
            onClick: () => void restore(ticked),
          },
        ]}
      />
    </Page>
  );
}

function useTrashColumns(restore: (rows: readonly Row[]) => Promise<void>): readonly Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'name',
        header: t('settings.trash.name'),
        width: 320,
        required: true,
        cell: (row) => (
          <>
            {row.label} {row.placeClosed && <Tag tone="warn">{t('settings.trash.placeClosed')}</Tag>}
          </>
        ),
        title: (row) =>
          row.placeClosed ? `${row.label}. ${t('settings.trash.placeClosedBody')}` : row.label,
      },
      {
        key: 'kind',
        header: t('settings.trash.kind'),
        width: 180,
        cell: (row) => t.any(`settings.log.entities.${row.entity}`) || t('settings.log.entities.other'),
      },
      {
        key: 'at',
        header: t('settings.trash.at'),
        width: 170,
        cell: (row) => format.dateTime(row.deletedAt),
      },
      {
        key: 'restore',
        header: t('settings.backup.action'),
        width: 120,
        fixed: true,
        cell: (row) => (
          <button
            type="button"
            className="so-linklike"
            aria-label={`${t('settings.trash.restore')}: ${row.label}`}
            onClick={() => void restore([row])}
          >
            {t('settings.trash.restore')}
          </button>
        ),
      },
    ],
    [t, format, restore],
  );
}

/** Takes rows back, one call for each kind of record; each call can be undone. */
function useRestore(after: () => void): (rows: readonly Row[]) => Promise<void> {
  const t = useText();
  return async (rows) => {
    const byOperation = new Map<string, number[]>();
    for (const row of rows)
      byOperation.set(row.restoreOperation, [...(byOperation.get(row.restoreOperation) ?? []), row.id]);
    try {
      for (const [operation, ids] of byOperation) {
        const reply = await invokeAny(operation, { ids });
        const { placeless = 0 } = reply.data as { placeless?: number };
        const done = t('settings.trash.restored', { count: ids.length });
        announce(
          reply,
          placeless > 0 ? `${done}. ${t('settings.trash.placeless', { count: placeless })}` : done,
        );
      }
      after();
    } catch (error) {
      announceFailure(error);
    }
  };
}
