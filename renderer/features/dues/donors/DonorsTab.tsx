/** Donors with what they gave and who was not thanked yet. */
import { FileSpreadsheet, HeartHandshake, Mail, Printer } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { invoke, saveFile, useJobOp, useText } from '../../../client';
import {
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
  useShortcuts,
} from '../../../ui';
import { type DuesTabProps, useYear } from '../DuesPage';
import { DonorForm } from './DonorForm';

type Row = OutputOf<'donors.list'>['rows'][number];
const MOST = 500;

export function DonorsTab({ frame, params, set }: DuesTabProps) {
  const t = useText();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const add = {
    key: 'add',
    label: t('dues.donor.add'),
    icon: HeartHandshake,
    keys: 'Ctrl N',
    onClick: () => setAdding(true),
  };
  useShortcuts({ 'Ctrl+N': add.onClick });
  const { year, chooser } = useYear({ params, set });
  const notThanked = params.get('filter') === 'notThanked';
  const input = { search: params.get('q') ?? '', notThanked };
  const source = usePagedOp('donors.list', input);
  const columns = useColumns('donors', useDonorColumns());
  const list = useJobOp('donors.yearList', { done: null });
  const letters = useJobOp('donors.letters', { done: () => t('dues.donor.thanked') });
  const asked = params.get('new');
  useEffect(() => {
    if (asked === null) return;
    setAdding(true);
    set({ new: null });
  }, [asked, set]);
  const print = async (format: 'pdf' | 'xlsx') => saveFile(await list.run({ year, format }));
  const thankAll = async () => {
    const { data } = await invoke('donors.gifts', { notThanked: true, limit: MOST });
    if (data.rows.length > 0) await saveFile(await letters.run({ ids: data.rows.map((row) => row.id) }));
  };
  return (
    <Page
      {...frame}
      fill
      extra={chooser}
      primary={add}
      actions={[
        {
          key: 'list',
          label: t('dues.donor.yearPdf'),
          icon: Printer,
          running: list.running,
          onClick: () => print('pdf'),
        },
      ]}
      more={[
        {
          key: 'excel',
          label: t('dues.donor.yearExcel'),
          icon: FileSpreadsheet,
          onClick: () => print('xlsx'),
        },
        { key: 'letters', label: t('dues.donor.lettersAll'), icon: Mail, onClick: thankAll },
      ]}
      toolbar={
        <>
          <SearchField
            value={input.search}
            onChange={(q) => set({ q })}
            placeholder={t('dues.searchHint')}
            width={260}
          />
          <ConditionChips
            label={t('dues.donor.notThanked')}
            value={notThanked ? 'notThanked' : null}
            onChange={(filter) => set({ filter })}
            all={t('dues.donor.all')}
            items={[{ key: 'notThanked', label: t('dues.donor.onlyNotThanked') }]}
          />
        </>
      }
    >
      <ListTable
        label={t('dues.tabs.donors')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        onOpen={(row) => navigate(`/dues/donors/${row.id}`)}
        filtered={
          (notThanked || input.search !== '') && { chips: [], clear: () => set({ q: null, filter: null }) }
        }
        empty={
          <EmptyState icon={HeartHandshake} title={t('dues.donor.empty')} primary={add}>
            {t('dues.donor.emptyBody')}
          </EmptyState>
        }
      />
      <Drawer open={adding} onClose={() => setAdding(false)} title={t('dues.donor.add')} width={520}>
        {adding && (
          <DonorForm
            donor={null}
            onDone={(id) => {
              setAdding(false);
              if (id !== null) navigate(`/dues/donors/${id}`);
            }}
          />
        )}
      </Drawer>
    </Page>
  );
}

function useDonorColumns(): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<Row>[]>(
    () => [
      {
        key: 'name',
        header: t('dues.field.donorId'),
        width: 320,
        required: true,
        cell: (row) => <span className="so-strong">{row.name}</span>,
        title: (row) => row.name,
      },
      {
        key: 'kind',
        header: t('dues.field.kind'),
        width: 100,
        cell: (row) => t(`dues.donorKind.${row.kind ?? 'organisation'}`),
      },
      {
        key: 'gifts',
        header: t('dues.donor.gifts'),
        width: 80,
        align: 'right',
        cell: (row) => format.count(row.gifts),
      },
      {
        key: 'money',
        header: t('dues.donor.money'),
        width: 150,
        align: 'right',
        cell: (row) => (row.money === 0 ? '' : format.money(row.money)),
      },
      { key: 'last', header: t('dues.donor.last'), width: 120, cell: (row) => format.date(row.lastOn) },
      {
        key: 'state',
        header: t('dues.field.state'),
        width: 140,
        cell: (row) =>
          row.anonymous ? (
            <Tag tone="neutral">{t('dues.donor.anonymous')}</Tag>
          ) : row.notThanked > 0 ? (
            <Tag tone="warn">{t('dues.donor.notThanked')}</Tag>
          ) : null,
      },
      { key: 'contact', header: t('dues.field.contact'), width: 180, cell: (row) => row.contact },
    ],
    [t, format],
  );
}
