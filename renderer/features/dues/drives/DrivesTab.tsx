/** Fund drives with how many of the members of the cut-off day gave. */
import { HandHeart } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useText } from '../../../client';
import {
  type Column,
  ConditionChips,
  Drawer,
  EmptyState,
  FilterChips,
  ListTable,
  Page,
  SearchField,
  Tag,
  useColumns,
  useFormat,
  usePagedOp,
  useShortcuts,
} from '../../../ui';
import type { DuesTabProps } from '../DuesPage';
import { DriveForm } from './DriveForm';

type Row = OutputOf<'drives.list'>['rows'][number];

export function DrivesTab({ frame, params, set }: DuesTabProps) {
  const t = useText();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const add = {
    key: 'add',
    label: t('dues.drive.add'),
    icon: HandHeart,
    keys: 'Ctrl N',
    onClick: () => setAdding(true),
  };
  useShortcuts({ 'Ctrl+N': add.onClick });
  const search = params.get('q') ?? '';
  const late = params.get('filter') === 'late';
  const year = Number(params.get('year')) || null;
  const source = usePagedOp('drives.list', { search, late, year });
  const clear = () => set({ q: null, filter: null, year: null });
  const chips = year
    ? [
        {
          key: 'year',
          label: t('funds.field.year'),
          value: String(year),
          onRemove: () => set({ year: null }),
        },
      ]
    : [];
  const columns = useColumns('drives', useDriveColumns());
  return (
    <Page
      {...frame}
      fill
      primary={add}
      toolbar={
        <>
          <SearchField
            value={search}
            onChange={(q) => set({ q })}
            placeholder={t('dues.searchHint')}
            width={260}
          />
          <ConditionChips
            label={t('funds.field.status')}
            value={late ? 'late' : null}
            onChange={(filter) => set({ filter })}
            all={t('dues.behind.all')}
            items={[{ key: 'late', label: t('dues.drive.late') }]}
          />
          <FilterChips chips={chips} onClear={clear} />
        </>
      }
    >
      <ListTable
        label={t('dues.tabs.drives')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        onOpen={(row) => navigate(`/dues/drives/${row.id}`)}
        filtered={(late || year !== null || search !== '') && { chips, clear }}
        empty={
          <EmptyState icon={HandHeart} title={t('dues.drive.empty')} primary={add}>
            {t('dues.drive.emptyBody')}
          </EmptyState>
        }
      />
      <Drawer open={adding} onClose={() => setAdding(false)} title={t('dues.drive.add')} width={520}>
        {adding && (
          <DriveForm
            drive={null}
            onDone={(id) => {
              setAdding(false);
              if (id !== null) navigate(`/dues/drives/${id}`);
            }}
          />
        )}
      </Drawer>
    </Page>
  );
}

function useDriveColumns(): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<Row>[]>(
    () => [
      {
        key: 'name',
        header: t('dues.field.name'),
        width: 320,
        required: true,
        cell: (row) => <span className="so-strong">{row.name}</span>,
        title: (row) => row.name,
      },
      {
        key: 'launchedOn',
        header: t('dues.field.launchedOn'),
        width: 130,
        cell: (row) => format.date(row.launchedOn),
      },
      {
        key: 'deadline',
        header: t('dues.field.deadline'),
        width: 120,
        cell: (row) => format.date(row.deadline),
      },
      {
        key: 'given',
        header: t('dues.drive.given'),
        width: 120,
        align: 'right',
        cell: (row) => format.fraction(row.given, row.members),
      },
      {
        key: 'rate',
        header: t('dues.drive.rate'),
        width: 90,
        align: 'right',
        cell: (row) => format.percent(row.given, row.members),
      },
      {
        key: 'amount',
        header: t('dues.drive.amount'),
        width: 140,
        align: 'right',
        cell: (row) => format.money(row.amount),
      },
      {
        key: 'state',
        header: '',
        width: 100,
        cell: (row) => (row.late ? <Tag tone="bad">{t('dues.drive.late')}</Tag> : null),
      },
    ],
    [t, format],
  );
}
