import { FileInput, FileOutput, Plus, Trash2, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { invoke, useCommandOp, useQueryOp, useText } from '../../client';
import {
  AddFilterButton,
  BulkBar,
  ColumnChooser,
  DataTable,
  EmptyState,
  FilterChips,
  FilteredEmpty,
  Page,
  SearchField,
  type SortState,
  useColumns,
  usePagedOp,
  useSelection,
  useShortcuts,
} from '../../ui';
import { type MemberRow, useMemberColumns } from './columns';
import { ExportDialog } from './ExportDialog';
import { FilterDrawer } from './FilterDrawer';
import { type Chosen, filterChips, type Tab, tabFilter } from './filter';
import { MemberSide } from './MemberSide';
import './members.css';

type SortName = 'name' | 'birthDate' | 'department' | 'unionJoinDate' | 'jobTitle';
const NOTHING: Chosen = {};

/** The register: saved views, chips, the virtual table, a quick look at one person, and what is done with many. */
export default function MembersPage() {
  const t = useText();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const [tab, setTab] = useState<Tab>((address.get('tab') as Tab | null) ?? 'active');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<Chosen>(() => chosenFrom(address));
  const [sort, setSort] = useState<SortState>({ key: 'name', descending: false });
  const [current, setCurrent] = useState<MemberRow | null>(null);
  const [filtering, setFiltering] = useState(false);
  const [exporting, setExporting] = useState<number[] | 'all' | null>(null);
  const ticks = useSelection();
  const filter = useMemo(() => ({ ...chosen, ...tabFilter(tab) }), [chosen, tab]);
  const source = usePagedOp('members.list', {
    ...filter,
    search,
    sort: sort.key as SortName,
    descending: sort.descending,
  });
  const columns = useColumns('members', useMemberColumns());
  const counts = useQueryOp('members.counts', {}).data;
  const units = useQueryOp('organisation.units', {}).data?.rows;
  const names = useMemo(() => new Map(units?.map((unit) => [unit.id, unit.shortName ?? unit.name])), [units]);
  const trash = useCommandOp('members.trash', {
    done: (data) => t('members.trashed', { count: data.count }),
  });
  useShortcuts({ 'Ctrl+N': () => navigate('/members/new') });

  const change = (next: Chosen) => {
    ticks.clear();
    setChosen(next);
  };
  const clear = () => {
    setSearch('');
    change(NOTHING);
  };
  const chips = filterChips(chosen, names, t, change, () => setFiltering(true));
  const total = source.total ?? 0;
  const ticked = ticks.count(total);
  const allIds = async () => (await invoke('members.ids', { ...filter, search })).data.ids;
  const everyone = counts ? Object.values(counts.byStatus).reduce((sum, n) => sum + n, 0) : undefined;

  return (
    <Page
      fill
      title={t('members.title')}
      primary={{
        key: 'add',
        label: t('members.add'),
        icon: Plus,
        keys: 'Ctrl N',
        onClick: () => navigate('/members/new'),
      }}
      actions={[
        {
          key: 'import',
          label: t('members.importFile'),
          icon: FileInput,
          onClick: () => navigate('/members/import'),
        },
        {
          key: 'export',
          label: t('members.exportFile'),
          icon: FileOutput,
          onClick: () => setExporting('all'),
          disabled: total === 0,
        },
      ]}
      tabs={{
        items: [
          { key: 'active', label: t('members.tabs.active'), count: counts?.active },
          { key: 'noCard', label: t('members.tabs.noCard'), count: counts?.withoutCard },
          {
            key: 'left',
            label: t('members.tabs.left'),
            count: everyone === undefined ? undefined : everyone - (counts?.active ?? 0),
          },
          { key: 'all', label: t('members.tabs.all'), count: everyone },
        ],
        active: tab,
        onChange: (key) => {
          ticks.clear();
          setTab(key as Tab);
        },
      }}
      toolbar={
        <>
          <SearchField value={search} onChange={setSearch} placeholder={t('members.searchHint')} />
          <FilterChips chips={chips} onClear={clear}>
            <AddFilterButton onClick={() => setFiltering(true)} />
          </FilterChips>
          {source.total !== undefined && (
            <span className="so-muted">{t('members.people', { count: total })}</span>
          )}
          <span className="so-push" />
          <ColumnChooser layout={columns} />
        </>
      }
      side={current && <MemberSide id={current.id} onClose={() => setCurrent(null)} />}
    >
      <DataTable
        label={t('members.title')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.fullName}
        selection={ticks}
        sort={sort}
        onSort={setSort}
        currentKey={current?.id ?? null}
        onCurrent={(row) => setCurrent(row)}
        onOpen={(row) => navigate(`/members/${row.id}`)}
        onEdit={(row) => navigate(`/members/${row.id}/edit`)}
        onDelete={async (row) => {
          const ids = row ? [row.id] : await ticks.resolve(allIds);
          trash.fire({ ids });
          ticks.clear();
        }}
        footRoom={ticked > 0}
        empty={
          everyone === 0 ? (
            <EmptyState
              icon={Users}
              title={t('members.empty')}
              primary={{
                key: 'import',
                label: t('members.importFile'),
                icon: FileInput,
                onClick: () => navigate('/members/import'),
              }}
              actions={[{ key: 'add', label: t('members.add'), onClick: () => navigate('/members/new') }]}
            >
              {t('members.emptyBody')}
            </EmptyState>
          ) : (
            <FilteredEmpty
              conditions={chips.map(({ label, onRemove }) => ({ label, onRemove }))}
              onClear={clear}
            />
          )
        }
      />
      <BulkBar
        count={ticked}
        total={total}
        onClear={ticks.clear}
        actions={[
          {
            key: 'export',
            label: t('members.bulk.export'),
            icon: FileOutput,
            onClick: async () => setExporting(await ticks.resolve(allIds)),
          },
          {
            key: 'trash',
            label: t('members.bulk.trash'),
            icon: Trash2,
            onClick: async () => {
              trash.fire({ ids: await ticks.resolve(allIds) });
              ticks.clear();
            },
          },
        ]}
      />
      {filtering && (
        <FilterDrawer
          open
          chosen={chosen}
          onClose={() => setFiltering(false)}
          onApply={(next) => {
            change(next);
            setFiltering(false);
          }}
        />
      )}
      {exporting && (
        <ExportDialog
          filter={exporting === 'all' ? { ...filter, search } : { statuses: [], ids: exporting }}
          count={exporting === 'all' ? total : exporting.length}
          onClose={() => setExporting(null)}
        />
      )}
    </Page>
  );
}

/** Conditions that a figure elsewhere put into the address. */
function chosenFrom(address: URLSearchParams): Chosen {
  const number = (key: string) => (address.has(key) ? Number(address.get(key)) : null);
  const department = number('department');
  const group = number('group');
  const gender = address.get('gender');
  return {
    ...(department ? { departmentIds: [department] } : {}),
    ...(group ? { groupIds: [group] } : {}),
    ...(gender === 'male' || gender === 'female' ? { genders: [gender] } : {}),
    ...(address.has('party') ? { party: address.get('party') === 'yes' } : {}),
    ageFrom: number('ageFrom'),
    ageTo: number('ageTo'),
    missing: (address.get('missing') as Chosen['missing']) ?? null,
  };
}
