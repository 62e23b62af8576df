/** Gifts to a drive; those in no receipt can go to the trash. */
import { HandHeart, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useText } from '../../../client';
import {
  allIdsOf,
  type Column,
  ConditionChips,
  Drawer,
  EmptyState,
  ListTable,
  Page,
  SearchField,
  Tag,
  useColumns,
  useFormat,
  usePagedOp,
  useSelection,
} from '../../../ui';
import type { DriveData, DriveFrame } from './DrivePage';
import { GiftEdit } from './GiftEdit';

type Row = OutputOf<'drives.gifts'>['rows'][number];
export interface DriveTabProps {
  data: DriveData;
  frame: DriveFrame;
  params: URLSearchParams;
  set(changes: Record<string, string | null>): void;
}

export function GiftsTab({ data, frame, params, set }: DriveTabProps) {
  const t = useText();
  const navigate = useNavigate();
  const { id } = data.drive;
  const unbooked = params.get('booked') === 'no';
  const input = { id, search: params.get('q') ?? '', booked: unbooked ? false : null };
  const source = usePagedOp('drives.gifts', input);
  const columns = useColumns('drives.gifts', useGiftColumns());
  const ticks = useSelection();
  const [editing, setEditing] = useState<Row | null>(null);
  const trash = useCommandOp('drives.trashGifts', { done: () => t('dues.drive.giftTrashed') });
  return (
    <Page
      {...frame}
      fill
      toolbar={
        <>
          <SearchField
            value={input.search}
            onChange={(q) => set({ q })}
            placeholder={t('dues.searchHint')}
            width={240}
          />
          <ConditionChips
            label={t('dues.drive.unbooked')}
            value={unbooked ? 'no' : null}
            onChange={(booked) => set({ booked })}
            all={t('dues.behind.all')}
            items={[{ key: 'no', label: t('dues.drive.unbooked') }]}
          />
        </>
      }
    >
      <ListTable
        label={t('dues.drive.tabs.gifts')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        selection={ticks}
        onOpen={(row) =>
          row.voucherId === null ? setEditing(row) : navigate(`/funds/vouchers/${row.voucherId}`)
        }
        empty={<EmptyState icon={HandHeart} title={t('dues.drive.noGifts')} />}
        bulk={[
          {
            key: 'trash',
            label: t('dues.drive.toTrash'),
            icon: Trash2,
            onClick: async () =>
              trash.fire({ ids: await ticks.resolve(() => allIdsOf('drives.gifts', input)) }),
          },
        ]}
      />
      <Drawer
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={editing?.name ?? ''}
        facts={data.drive.name}
      >
        {editing && <GiftEdit gift={editing} onDone={() => setEditing(null)} />}
      </Drawer>
    </Page>
  );
}

function useGiftColumns(): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<Row>[]>(
    () => [
      {
        key: 'name',
        header: t('dues.field.name'),
        width: 240,
        required: true,
        cell: (row) => <span className="so-strong">{row.name}</span>,
        title: (row) => row.name,
      },
      {
        key: 'department',
        header: t('dues.field.departmentId'),
        width: 230,
        cell: (row) =>
          row.departmentId === null
            ? row.department
            : t('dues.collections.people', { count: row.people ?? 0 }),
      },
      { key: 'date', header: t('dues.field.onDate'), width: 110, cell: (row) => format.date(row.onDate) },
      {
        key: 'amount',
        private: true,
        header: t('dues.field.amount'),
        width: 130,
        align: 'right',
        cell: (row) => format.money(row.amount),
      },
      { key: 'code', header: t('dues.field.number'), width: 100, cell: (row) => row.code },
      {
        key: 'note',
        header: t('dues.field.note'),
        width: 220,
        cell: (row) => (row.outside ? <Tag tone="warn">{t('dues.drive.outside')}</Tag> : row.note),
      },
    ],
    [t, format],
  );
}
