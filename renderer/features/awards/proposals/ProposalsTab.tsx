/** Rounds of registration and proposal of a year: what came in and what became of it. */
import { Select } from 'antd';
import { ChevronDown, ListPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { ROUND_KINDS } from '../../../../shared/domain/proposals';
import { useText } from '../../../client';
import {
  type Column,
  Drawer,
  EmptyState,
  Icon,
  ListTable,
  Page,
  SearchField,
  Tag,
  todayIso,
  useColumns,
  useFormat,
  usePagedOp,
  useShortcuts,
} from '../../../ui';
import { type AwardsFrame, useAwardParams, YearSelect } from '../AwardsPage';
import { useAwardWords } from '../words';
import './proposals.css';
import { RoundForm } from './RoundForm';

type Row = OutputOf<'proposals.rounds'>['rows'][number];

export function ProposalsTab({ frame }: { frame: AwardsFrame }) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { params, set, year } = useAwardParams();
  const [search, setSearch] = useState('');
  const [adding, setAdding] = useState(params.get('new') === '1');
  const kind = ROUND_KINDS.find((one) => one === params.get('kind')) ?? null;
  const source = usePagedOp('proposals.rounds', { search, year, kind });
  const columns = useColumns('proposals', useRoundColumns());
  const add = () => setAdding(true);
  useShortcuts({ 'Ctrl+N': add });
  return (
    <>
      <Page
        {...frame}
        fill
        facts={[t('proposals.count', { count: source.total ?? 0, figure: format.count(source.total ?? 0) })]}
        primary={{ key: 'add', label: t('proposals.add'), icon: ListPlus, keys: 'Ctrl N', onClick: add }}
        toolbar={
          <>
            <SearchField value={search} onChange={setSearch} placeholder={t('proposals.searchHint')} />
            <YearSelect value={year} onChange={(chosen) => set({ year: chosen })} />
            <Select<string>
              size="small"
              className="so-proposals-kind"
              aria-label={t('proposals.field.kind')}
              value={kind ?? 'all'}
              onChange={(chosen) => set({ kind: chosen === 'all' ? null : chosen })}
              suffixIcon={<Icon of={ChevronDown} />}
              options={[
                { value: 'all', label: t('proposals.everyKind') },
                ...ROUND_KINDS.map((value) => ({ value, label: t(`proposals.roundKinds.${value}`) })),
              ]}
            />
          </>
        }
      >
        <ListTable
          label={t('proposals.title')}
          source={source}
          columns={columns}
          rowKey={(row) => row.id}
          rowLabel={(row) => row.name}
          onOpen={(row) => navigate(`/awards/rounds/${row.id}`)}
          filtered={
            (search !== '' || kind !== null) && {
              chips: kind
                ? [{ label: t(`proposals.roundKinds.${kind}`), onRemove: () => set({ kind: null }) }]
                : [],
              clear: () => {
                setSearch('');
                set({ kind: null });
              },
            }
          }
          empty={
            <EmptyState icon={ListPlus} title={t('proposals.empty')}>
              {t('proposals.emptyBody')}
            </EmptyState>
          }
        />
      </Page>
      <Drawer open={adding} onClose={() => setAdding(false)} title={t('proposals.add')} width={560}>
        {adding && (
          <RoundForm
            round={null}
            onDone={(id) => (id === null ? setAdding(false) : navigate(`/awards/rounds/${id}`))}
          />
        )}
      </Drawer>
    </>
  );
}

/** "Hạn nộp", red when it is over and lists are missing. */
export function Deadline({ row }: { row: Pick<Row, 'deadline' | 'units' | 'handedIn'> }) {
  const t = useText();
  const format = useFormat();
  if (row.deadline === null) return null;
  const late = row.deadline < todayIso() && row.handedIn < row.units;
  return (
    <span className="so-row">
      {format.date(row.deadline)}
      {late && <Tag tone="bad">{t('proposals.late')}</Tag>}
    </span>
  );
}

function useRoundColumns() {
  const t = useText();
  const format = useFormat();
  const words = useAwardWords();
  return useMemo<Column<Row>[]>(
    () => [
      {
        key: 'name',
        header: t('proposals.field.name'),
        required: true,
        width: 270,
        title: (row) => row.name,
        cell: (row) => <span className="so-strong">{row.name}</span>,
      },
      {
        key: 'kind',
        header: t('proposals.col.kind'),
        width: 160,
        cell: (row) => t(`proposals.roundKinds.${row.kind}`),
      },
      {
        key: 'deadline',
        header: t('proposals.col.deadline'),
        width: 150,
        cell: (row) => <Deadline row={row} />,
      },
      {
        key: 'handedIn',
        header: t('proposals.col.handedIn'),
        width: 85,
        cell: (row) =>
          row.units === 0
            ? ''
            : t('proposals.ofUnits', { done: format.count(row.handedIn), all: format.count(row.units) }),
      },
      {
        key: 'proposals',
        header: t('proposals.col.proposals'),
        width: 185,
        cell: (row) => words.counts(row.proposals),
      },
      {
        key: 'approved',
        header: t('proposals.col.approved'),
        width: 100,
        align: 'right',
        cell: (row) => (row.considered === 0 ? '' : format.count(row.approved)),
      },
      {
        key: 'decided',
        header: t('proposals.col.decided'),
        width: 120,
        align: 'right',
        cell: (row) => (row.decided === 0 ? '' : format.count(row.decided)),
      },
    ],
    [t, format, words],
  );
}
