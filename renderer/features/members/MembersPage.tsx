import { Bookmark, FileInput, FileOutput, PencilLine, Plus, Trash2, Users } from 'lucide-react';
import { Suspense, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { MemberSort } from '../../../shared/contract/members';
import { invoke, useCommandOp, useQueryOp, useQueryOps, useText } from '../../client';
import {
  AddFilterButton,
  BulkBar,
  ColumnChooser,
  DataTable,
  EmptyState,
  FilterChips,
  FilteredEmpty,
  Icon,
  Page,
  SearchField,
  useColumns,
  useFormat,
  usePagedOp,
  useSelection,
  useShortcuts,
} from '../../ui';
import { type MemberRow, useMemberColumns } from './columns';
import { ExportDialog } from './ExportDialog';
import { FilterDrawer } from './FilterDrawer';
import { type Chosen, chosenOf, FIXED_TABS, filterChips, isNothing, sameChosen, type Tab } from './filter';
import { MemberSide } from './MemberSide';
import { type MemberAction, type MemberDialogProps, memberActions } from './memberActions';
import { AsOfChip } from './views/AsOfChip';
import type { Fields } from './views/conditionText';
import { useRegister } from './views/useRegister';
import { useViewActions, viewFilterOf } from './views/useViewActions';
import { ViewDialog } from './views/ViewDialog';
import './members.css';

const NO_FIELDS: Fields = new Map();
const placed = (place: 'page' | 'ticked') =>
  memberActions.filter((action) => (action.place ?? 'page') === place || action.place === 'both');

/** The register: saved views, chips, the virtual table, a quick look at one person, and what is done with many. */
export default function MembersPage() {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const register = useRegister();
  const { tab, search, chosen, asOf, filter, sort, saved, change } = register;
  const [current, setCurrent] = useState<MemberRow | null>(null);
  const [filtering, setFiltering] = useState(false);
  const [exporting, setExporting] = useState<number[] | 'all' | null>(null);
  const [dialog, setDialog] = useState<{ action: MemberAction; people: number[] | 'all' } | null>(null);
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const ticks = useSelection();
  const source = usePagedOp('members.list', {
    ...filter,
    search,
    sort: sort.key as MemberSort,
    descending: sort.descending,
  });
  const columns = useColumns('members', useMemberColumns(), register.keeper);
  const counts = useQueryOp('members.counts', {}).data;
  const viewCounts = useQueryOps(
    'members.countOf',
    register.views.map((view) => view.filter),
  );
  const wordFields = useQueryOp('members.conditionFields', {}).data?.fields;
  const fields = useMemo<Fields>(
    () => (wordFields ? new Map(wordFields.map((field) => [field.key, field])) : NO_FIELDS),
    [wordFields],
  );
  const units = useQueryOp('organisation.units', {}).data?.rows;
  const names = useMemo(() => new Map(units?.map((unit) => [unit.id, unit.shortName ?? unit.name])), [units]);
  const trash = useCommandOp('members.trash', {
    done: (data) => t('members.trashed', { count: data.count }),
  });
  const viewActions = useViewActions({
    saved,
    views: register.views,
    open: register.open,
    rename: () => setNaming('rename'),
  });
  useShortcuts({ 'Ctrl+N': () => navigate('/members/new') });

  const changeChosen = (next: Chosen) => {
    ticks.clear();
    change({ chosen: next });
  };
  const clear = () => {
    ticks.clear();
    change({ search: '', chosen: {} });
  };
  const wording = { fields, t, format };
  const chips = filterChips(chosen, {
    names,
    t,
    wording,
    change: changeChosen,
    edit: () => setFiltering(true),
  });
  const total = source.total ?? 0;
  const ticked = ticks.count(total);
  const allIds = async () => (await invoke('members.ids', { ...filter, search })).data.ids;
  const everyone = counts ? Object.values(counts.byStatus).reduce((sum, n) => sum + n, 0) : undefined;
  const toView = viewFilterOf(filter, search);
  const edited = saved
    ? search !== saved.filter.search || !sameChosen(chosen, chosenOf(saved.filter))
    : search !== '' || !isNothing(chosen);
  const dialogProps = (people: number[] | 'all', onClose: () => void): MemberDialogProps => ({
    filter: people === 'all' ? { ...filter, search } : { statuses: [], ids: people, asOf },
    count: people === 'all' ? total : people.length,
    columns: columns.shown.map((column) => column.key),
    onClose,
  });
  const fixedCounts = {
    active: counts?.active,
    noCard: counts?.withoutCard,
    left: everyone === undefined ? undefined : everyone - (counts?.active ?? 0),
    all: everyone,
  };

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
      more={[
        ...placed('page').map((action) => ({
          key: action.key,
          label: t(action.label),
          icon: action.icon,
          onClick: () => (action.path ? navigate(action.path) : setDialog({ action, people: 'all' })),
        })),
        ...viewActions,
      ]}
      tabs={{
        items: [
          ...FIXED_TABS.map((key) => ({
            key,
            label: t(`members.tabs.${key}`),
            count: asOf && key === tab ? source.total : asOf ? undefined : fixedCounts[key],
          })),
          ...register.views.map((view, at) => ({
            key: `view:${view.id}`,
            label: view.name,
            count: asOf ? (tab === `view:${view.id}` ? source.total : undefined) : viewCounts[at]?.count,
          })),
        ],
        active: tab,
        onChange: (key) => {
          ticks.clear();
          register.open(key as Tab);
        },
      }}
      tabsExtra={
        edited ? (
          <button
            type="button"
            className="so-linklike so-members-savefilter"
            onClick={() => (saved ? viewActions.saveChanges(toView) : setNaming('new'))}
          >
            <Icon of={Bookmark} size={14} />{' '}
            {t(saved ? 'memberViews.view.saveChanges' : 'memberViews.view.save')}
          </button>
        ) : undefined
      }
      toolbar={
        <>
          <SearchField
            value={search}
            onChange={(text) => change({ search: text })}
            placeholder={t('members.searchHint')}
          />
          <FilterChips chips={chips} onClear={clear}>
            <AddFilterButton onClick={() => setFiltering(true)} />
          </FilterChips>
          {source.total !== undefined && (
            <span className="so-muted">{t('members.people', { count: total })}</span>
          )}
          <span className="so-push" />
          <AsOfChip
            value={asOf}
            onChange={(day) => {
              ticks.clear();
              change({ asOf: day });
            }}
          />
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
        onSort={register.setSort}
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
            key: 'edit',
            label: t('memberViews.bulk.action'),
            icon: PencilLine,
            onClick: async () => navigate('/members/bulk', { state: { ids: await ticks.resolve(allIds) } }),
          },
          {
            key: 'export',
            label: t('members.bulk.export'),
            icon: FileOutput,
            onClick: async () => setExporting(await ticks.resolve(allIds)),
          },
          ...placed('ticked').map((action) => ({
            key: action.key,
            label: t(action.label),
            icon: action.icon,
            onClick: async () => setDialog({ action, people: await ticks.resolve(allIds) }),
          })),
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
          fields={fields}
          onClose={() => setFiltering(false)}
          onApply={(next) => {
            changeChosen(next);
            setFiltering(false);
          }}
        />
      )}
      {exporting && <ExportDialog {...dialogProps(exporting, () => setExporting(null))} />}
      {dialog?.action.Dialog && (
        <Suspense fallback={null}>
          <dialog.action.Dialog {...dialogProps(dialog.people, () => setDialog(null))} />
        </Suspense>
      )}
      {naming && (
        <ViewDialog
          view={naming === 'rename' ? saved : null}
          filter={naming === 'rename' && saved ? saved.filter : toView}
          onClose={() => setNaming(null)}
          onSaved={(id) => {
            setNaming(null);
            register.openSaved(id);
          }}
        />
      )}
    </Page>
  );
}
