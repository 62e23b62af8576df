/** The list of events: by year and kind, with how many took part in each. */
import { Select } from 'antd';
import { CalendarCheck2, CalendarPlus, ChevronDown, FileSpreadsheet, Printer, Trash2 } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { turnsText } from '../../../shared/domain/eventFigures';
import type { EventKindCode } from '../../../shared/domain/eventKinds';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  allIdsOf,
  BulkBar,
  type Column,
  ColumnChooser,
  DataTable,
  EmptyState,
  type FilterChip,
  FilterChips,
  FilteredEmpty,
  Icon,
  matchesTyped,
  Page,
  SearchField,
  type SortState,
  Tag,
  todayIso,
  useColumns,
  useFormat,
  usePagedOp,
  useSelection,
  useShortcuts,
} from '../../ui';
import './events.css';
import { useEventConditions } from './listState';
import { useEventWords } from './words';

type Row = OutputOf<'events.list'>['rows'][number];

export default function EventsPage() {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { input, set, params } = useEventConditions();
  const [sort, setSort] = useState<SortState>({ key: 'date', descending: true });
  const source = usePagedOp('events.list', {
    ...input,
    sort: sort.key as 'date',
    descending: sort.descending,
  });
  const sums = useQueryOp('events.list', { ...input, limit: 1 }, { keep: true }).data;
  const columns = useEventColumns();
  const ticks = useSelection();
  const trash = useCommandOp('events.trash', { done: (data) => t('events.trashed', { count: data.count }) });
  const papers = usePapers(input);
  const chips = useChips(input, set);
  const search = useCallback((q: string) => set({ q }), [set]);
  const add = () => navigate('/events/new');
  useShortcuts({ 'Ctrl+N': add });

  const total = source.total ?? 0;
  const anything = input.search || chips.length > 0 || params.get('year');
  const drop = () =>
    set({
      q: null,
      year: 'all',
      kinds: null,
      categories: null,
      recorded: null,
      from: null,
      to: null,
      member: null,
    });
  return (
    <Page
      fill
      title={t('events.title')}
      facts={[
        sums && t('events.count', { count: sums.total, figure: format.count(sums.total) }),
        sums && sums.turns > 0 && t('events.turnsAll', { turns: turnsText(sums.turns, t.language) }),
        sums &&
          sums.unrecorded > 0 &&
          t('events.unrecorded', { count: sums.unrecorded, figure: format.count(sums.unrecorded) }),
      ]}
      primary={{ key: 'add', label: t('events.add'), icon: CalendarPlus, keys: 'Ctrl N', onClick: add }}
      actions={[
        { key: 'templates', label: t('eventPlans.templates'), onClick: () => navigate('/events/templates') },
        { key: 'series', label: t('eventPlans.series'), onClick: () => navigate('/events/series') },
      ]}
      more={[
        { key: 'training', label: t('training.title'), onClick: () => navigate('/events/training') },
        ...papers,
      ]}
      toolbar={
        <>
          <SearchField
            value={input.search ?? ''}
            onChange={search}
            placeholder={t('events.searchHint')}
            width={270}
          />
          <YearSelect value={input.year ?? null} onChange={(year) => set({ year })} />
          <KindSelect value={input.kinds ?? []} onChange={(kinds) => set({ kinds: kinds.join(',') })} />
          <FilterChips
            chips={chips}
            onClear={() => set({ categories: null, recorded: null, from: null, to: null, member: null })}
          />
          <span className="so-push" />
          <ColumnChooser layout={columns} />
        </>
      }
    >
      <DataTable
        label={t('events.title')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        selection={ticks}
        sort={sort}
        onSort={setSort}
        onOpen={(row) => navigate(`/events/${row.id}`)}
        onEdit={(row) => navigate(`/events/${row.id}/edit`)}
        onDelete={async (row) => {
          const ids = row ? [row.id] : await ticks.resolve(() => allIdsOf('events.list', input));
          ticks.clear();
          trash.fire({ ids });
        }}
        footRoom={ticks.count(total) > 0}
        empty={
          <NoEvents
            filtered={Boolean(anything)}
            input={input}
            chips={chips}
            onDrop={drop}
            onAdd={add}
            set={set}
          />
        }
      />
      <BulkBar
        count={ticks.count(total)}
        total={total}
        onClear={ticks.clear}
        actions={[
          {
            key: 'trash',
            label: t('events.toTrash'),
            icon: Trash2,
            onClick: async () => {
              const ids = await ticks.resolve(() => allIdsOf('events.list', input));
              ticks.clear();
              trash.fire({ ids });
            },
          },
        ]}
      />
    </Page>
  );
}

/** The list shown, as a paper and as a workbook. */
function usePapers(input: Conditions): Action[] {
  const t = useText();
  const job = useJobOp('events.listPaper', { done: () => t('events.listMade') });
  const { sort: _sort, descending: _descending, ...filter } = input;
  const make = (format: 'pdf' | 'xlsx') => () =>
    void job.run({ ...filter, format }).then(saveFile, () => undefined);
  return [
    { key: 'print', label: t('events.printList'), icon: Printer, keys: 'Ctrl P', onClick: make('pdf') },
    { key: 'book', label: t('events.saveList'), icon: FileSpreadsheet, onClick: make('xlsx') },
  ];
}

type Conditions = ReturnType<typeof useEventConditions>['input'];
type SetConditions = ReturnType<typeof useEventConditions>['set'];

function useEventColumns() {
  const t = useText();
  const format = useFormat();
  const words = useEventWords();
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        key: 'date',
        header: t('events.col.date'),
        sort: 'date',
        width: 170,
        cell: (row) => format.range(row.startsOn, row.endsOn),
      },
      {
        key: 'name',
        header: t('events.col.name'),
        required: true,
        sort: 'name',
        width: 330,
        cell: (row) => <span className="so-events-name">{row.name}</span>,
        title: (row) => row.name,
      },
      {
        key: 'kind',
        header: t('events.col.kind'),
        sort: 'kind',
        width: 172,
        cell: (row) => words.kindName(row.kind),
        title: (row) => words.kindName(row.kind),
      },
      {
        key: 'organiser',
        header: t('events.col.organiser'),
        width: 140,
        cell: (row) => (row.organiserLevel ? t(`events.level.${row.organiserLevel}`) : ''),
        title: (row) => words.organiser(row.organiserLevel, row.organiserName),
      },
      {
        key: 'place',
        header: t('events.col.place'),
        width: 150,
        hidden: true,
        cell: (row) => row.place ?? '',
      },
      {
        key: 'mode',
        header: t('events.col.mode'),
        width: 110,
        hidden: true,
        cell: (row) => t(`events.mode.${row.mode}`),
      },
      {
        key: 'participants',
        header: t('events.col.participants'),
        sort: 'participants',
        width: 160,
        align: 'right',
        cell: (row) =>
          row.participation ? (
            words.figure(row.participation)
          ) : (
            <Tag tone="line">{row.wording ?? t('events.people.notRecorded')}</Tag>
          ),
      },
      {
        key: 'rate',
        header: t('events.col.rate'),
        width: 70,
        align: 'right',
        cell: (row) => words.rate(row.participation),
      },
    ],
    [t, format, words],
  );
  return useColumns('events', columns);
}

/** Conditions without a field of their own in the toolbar: they come from figures on other pages. */
function useChips(input: Conditions, set: SetConditions): FilterChip[] {
  const t = useText();
  const format = useFormat();
  const chips: FilterChip[] = [];
  if (input.from || input.to)
    chips.push({
      key: 'period',
      label: t('events.period'),
      value: format.range(input.from ?? null, input.to ?? null),
      onRemove: () => set({ from: null, to: null }),
    });
  if (input.categories && input.categories.length > 0)
    chips.push({
      key: 'categories',
      label: t('events.category'),
      value: input.categories.map((one) => t(`events.categories.${one}`)).join(', '),
      onRemove: () => set({ categories: null }),
    });
  if (input.recorded !== null && input.recorded !== undefined)
    chips.push({
      key: 'recorded',
      label: t('events.recorded'),
      value: input.recorded ? t('events.recordedYes') : t('events.recordedNo'),
      onRemove: () => set({ recorded: null }),
    });
  if (input.memberId)
    chips.push({
      key: 'member',
      label: t('events.member'),
      value: t('events.memberOne'),
      onRemove: () => set({ member: null }),
    });
  return chips;
}

function YearSelect({ value, onChange }: { value: number | null; onChange(year: string): void }) {
  const t = useText();
  const known = useQueryOp('events.years', {}).data?.rows.map((row) => row.year) ?? [];
  const years = [...new Set([...known, Number(todayIso().slice(0, 4)), ...(value ? [value] : [])])].sort(
    (a, b) => b - a,
  );
  return (
    <Select<string>
      size="small"
      className="so-events-year"
      aria-label={t('events.year')}
      value={value === null ? 'all' : String(value)}
      onChange={onChange}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[
        { value: 'all', label: t('events.everyYear') },
        ...years.map((year) => ({ value: String(year), label: t('events.yearIs', { year }) })),
      ]}
    />
  );
}

function KindSelect({
  value,
  onChange,
}: {
  value: readonly EventKindCode[];
  onChange(kinds: EventKindCode[]): void;
}) {
  const t = useText();
  const words = useEventWords();
  return (
    <Select<EventKindCode[]>
      mode="multiple"
      size="small"
      className="so-events-kinds"
      aria-label={t('events.kinds')}
      placeholder={t('events.everyKind')}
      value={[...value]}
      onChange={onChange}
      maxTagCount={1}
      maxTagTextLength={18}
      popupMatchSelectWidth={320}
      suffixIcon={<Icon of={ChevronDown} />}
      showSearch={{ filterOption: (typed, option) => matchesTyped(typed, String(option?.label ?? '')) }}
      options={words.kindOptions}
      optionRender={(option) => (
        <span>
          {option.label} <span className="so-muted">{option.data.note}</span>
        </span>
      )}
    />
  );
}

function NoEvents({
  filtered,
  input,
  chips,
  onDrop,
  onAdd,
  set,
}: {
  filtered: boolean;
  input: Conditions;
  chips: readonly FilterChip[];
  onDrop(): void;
  onAdd(): void;
  set: SetConditions;
}) {
  const t = useText();
  const navigate = useNavigate();
  const some = useQueryOp('events.years', {}).data?.rows.length ?? 0;
  if (!filtered && some === 0)
    return (
      <EmptyState
        icon={CalendarCheck2}
        title={t('events.empty')}
        primary={{ key: 'add', label: t('events.add'), icon: CalendarPlus, onClick: onAdd }}
        actions={[
          {
            key: 'template',
            label: t('eventPlans.fromTemplate'),
            onClick: () => navigate('/events/templates'),
          },
        ]}
      >
        {t('events.emptyBody')}
      </EmptyState>
    );
  const conditions = chips.map((chip) => ({
    label: `${chip.label}: ${chip.value}`,
    onRemove: chip.onRemove,
  }));
  if (input.search) conditions.unshift({ label: input.search, onRemove: () => set({ q: null }) });
  if (input.year)
    conditions.push({
      label: t('events.yearIs', { year: input.year }),
      onRemove: () => set({ year: 'all' }),
    });
  if (input.kinds && input.kinds.length > 0)
    conditions.push({ label: t('events.kinds'), onRemove: () => set({ kinds: null }) });
  return <FilteredEmpty conditions={conditions} onClear={onDrop} />;
}
