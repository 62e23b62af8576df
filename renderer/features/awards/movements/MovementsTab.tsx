/** Emulation movements of a year, with what was registered, reached and awarded. */
import { Select } from 'antd';
import { ChevronDown, Flag } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { AWARD_LEVELS } from '../../../../shared/domain/awards';
import { useText } from '../../../client';
import {
  type Column,
  DataTable,
  Drawer,
  EmptyState,
  FilteredEmpty,
  Icon,
  Page,
  SearchField,
  useColumns,
  useFormat,
  usePagedOp,
  useShortcuts,
} from '../../../ui';
import { type AwardsFrame, useAwardParams, YearSelect } from '../AwardsPage';
import { useAwardWords } from '../words';
import { MovementForm } from './MovementForm';

type Row = OutputOf<'movements.list'>['rows'][number];

export function MovementsTab({ frame }: { frame: AwardsFrame }) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const words = useAwardWords();
  const { params, set, year } = useAwardParams();
  const [search, setSearch] = useState('');
  const [adding, setAdding] = useState(params.get('new') === '1');
  const level = AWARD_LEVELS.find((one) => one === params.get('level')) ?? null;
  const source = usePagedOp('movements.list', { search, year, level });
  const columns = useColumns('movements', useMovementColumns());
  const add = () => setAdding(true);
  useShortcuts({ 'Ctrl+N': add });
  return (
    <>
      <Page
        {...frame}
        fill
        facts={[t('movements.count', { count: source.total ?? 0, figure: format.count(source.total ?? 0) })]}
        primary={{ key: 'add', label: t('movements.add'), icon: Flag, keys: 'Ctrl N', onClick: add }}
        toolbar={
          <>
            <SearchField value={search} onChange={setSearch} placeholder={t('movements.searchHint')} />
            <YearSelect value={year} onChange={(chosen) => set({ year: chosen })} />
            <Select<string>
              size="small"
              className="so-movements-level"
              aria-label={t('movements.field.level')}
              value={level ?? 'all'}
              onChange={(chosen) => set({ level: chosen === 'all' ? null : chosen })}
              suffixIcon={<Icon of={ChevronDown} />}
              options={[
                { value: 'all', label: t('movements.everyLevel') },
                ...AWARD_LEVELS.map((value) => ({ value, label: words.level(value) })),
              ]}
            />
          </>
        }
      >
        <DataTable
          label={t('movements.title')}
          source={source}
          columns={columns}
          rowKey={(row) => row.id}
          rowLabel={(row) => row.name}
          onOpen={(row) => navigate(`/awards/movements/${row.id}`)}
          empty={
            search || level ? (
              <FilteredEmpty
                conditions={
                  level ? [{ label: words.level(level), onRemove: () => set({ level: null }) }] : []
                }
                onClear={() => {
                  setSearch('');
                  set({ level: null });
                }}
              />
            ) : (
              <EmptyState icon={Flag} title={t('movements.empty')}>
                {t('movements.emptyBody')}
              </EmptyState>
            )
          }
        />
      </Page>
      <Drawer open={adding} onClose={() => setAdding(false)} title={t('movements.add')} width={520}>
        {adding && (
          <MovementForm
            movement={null}
            onDone={(id) => (id === null ? setAdding(false) : navigate(`/awards/movements/${id}`))}
          />
        )}
      </Drawer>
    </>
  );
}

function useMovementColumns() {
  const t = useText();
  const format = useFormat();
  const words = useAwardWords();
  return useMemo<Column<Row>[]>(
    () => [
      {
        key: 'name',
        header: t('movements.col.name'),
        required: true,
        width: 340,
        title: (row) => row.name,
        cell: (row) => (
          <span className="so-strong" lang="vi">
            {row.name}
          </span>
        ),
      },
      {
        key: 'level',
        header: t('movements.field.level'),
        width: 205,
        cell: (row) => words.level(row.level),
      },
      {
        key: 'launchedOn',
        header: t('movements.field.launchedOn'),
        width: 120,
        hidden: true,
        cell: (row) => format.date(row.launchedOn),
      },
      {
        key: 'period',
        header: t('movements.col.period'),
        width: 190,
        cell: (row) => format.range(row.startsOn, row.endsOn),
      },
      {
        key: 'registered',
        header: t('movements.col.registered'),
        width: 150,
        cell: (row) =>
          row.units + row.people === 0
            ? ''
            : t('movements.registered', { units: format.count(row.units), people: format.count(row.people) }),
      },
      {
        key: 'results',
        header: t('movements.col.results'),
        width: 100,
        align: 'right',
        cell: (row) => format.count(row.results),
      },
      {
        key: 'decisions',
        header: t('movements.col.decisions'),
        width: 100,
        align: 'right',
        cell: (row) => format.count(row.decisions),
      },
    ],
    [t, format, words],
  );
}
