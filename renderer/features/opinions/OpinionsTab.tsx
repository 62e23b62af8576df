/** The register of opinions and petitions: by state, kind and topic, and the book on paper. */
import { Select } from 'antd';
import { ChevronDown, FileSpreadsheet, MessageSquareText, Printer, Settings2, UserRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { OPINION_SHOWS, OPINION_STATES } from '../../../shared/domain/opinions';
import { saveFile, useJobOp, useText } from '../../client';
import {
  ConditionChips,
  Drawer,
  EmptyState,
  Icon,
  ListTable,
  Page,
  SearchField,
  useColumns,
  usePagedOp,
  useShortcuts,
} from '../../ui';
import { NamesForm } from './NamesForm';
import { OpinionForm } from './OpinionForm';
import type { OpinionsTabProps } from './OpinionsPage';
import { useOpinionColumns } from './opinionColumns';
import { nameIn, useCatalogue, useYear } from './useOpinions';

export type Filter = ReturnType<typeof useFilter>['filter'];

function useFilter({ params, set }: Pick<OpinionsTabProps, 'params' | 'set'>) {
  const { from, to, chooser } = useYear({ params, set });
  const filter = {
    search: params.get('q') ?? '',
    show: OPINION_SHOWS.find((key) => key === params.get('show')) ?? null,
    kindId: Number(params.get('kind')) || null,
    topicId: Number(params.get('topic')) || null,
    from,
    to,
  };
  return { filter, chooser };
}

export function OpinionsTab({ frame, params, set }: OpinionsTabProps) {
  const t = useText();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'add' | 'names' | null>(null);
  const { filter, chooser } = useFilter({ params, set });
  const source = usePagedOp('opinions.list', filter);
  const columns = useColumns('opinions', useOpinionColumns());
  const add = {
    key: 'add',
    label: t('opinions.add'),
    icon: MessageSquareText,
    keys: 'Ctrl N',
    onClick: () => setOpen('add'),
  };
  useShortcuts({ 'Ctrl+N': add.onClick });
  const asked = params.get('new');
  useEffect(() => {
    if (asked === null) return;
    setOpen('add');
    set({ new: null });
  }, [asked, set]);
  const book = useBook(filter);
  const clear = () => set({ q: null, show: null, kind: null, topic: null });
  const { search, show, kindId, topicId } = filter;
  return (
    <Page
      {...frame}
      fill
      extra={chooser}
      primary={add}
      actions={[book.pdf]}
      more={[
        book.excel,
        { key: 'names', label: t('opinions.withNames'), icon: UserRound, onClick: () => setOpen('names') },
        {
          key: 'lists',
          label: t('opinions.lists'),
          icon: Settings2,
          onClick: () => navigate('/opinions/lists'),
        },
      ]}
      toolbar={<Conditions filter={filter} set={set} />}
    >
      <ListTable
        label={t('opinions.tabs.opinions')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => `${row.code} ${row.text}`}
        onOpen={(row) => navigate(`/opinions/${row.id}`)}
        filtered={
          (search !== '' || show !== null || kindId !== null || topicId !== null) && { chips: [], clear }
        }
        empty={
          <EmptyState icon={MessageSquareText} title={t('opinions.empty')} primary={add}>
            {t('opinions.emptyBody')}
          </EmptyState>
        }
      />
      <Drawer open={open === 'add'} onClose={() => setOpen(null)} title={t('opinions.add')} width={560}>
        {open === 'add' && (
          <OpinionForm
            opinion={null}
            onDone={(id) => {
              setOpen(null);
              if (id !== null) navigate(`/opinions/${id}`);
            }}
          />
        )}
      </Drawer>
      <Drawer open={open === 'names'} onClose={() => setOpen(null)} title={t('opinions.names.title')}>
        {open === 'names' && <NamesForm filter={filter} onDone={() => setOpen(null)} />}
      </Drawer>
    </Page>
  );
}

function Conditions({ filter, set }: { filter: Filter; set: OpinionsTabProps['set'] }) {
  const t = useText();
  const { kinds, topics } = useCatalogue();
  return (
    <>
      <SearchField
        value={filter.search}
        onChange={(q) => set({ q })}
        placeholder={t('opinions.searchHint')}
        width={236}
      />
      <ListSelect
        label={t('opinions.field.kindId')}
        all={t('opinions.allKinds')}
        rows={kinds}
        value={filter.kindId}
        onChange={(kind) => set({ kind })}
      />
      <ListSelect
        label={t('opinions.field.topicId')}
        all={t('opinions.allTopics')}
        rows={topics}
        value={filter.topicId}
        onChange={(topic) => set({ topic })}
      />
      <ConditionChips
        label={t('opinions.stateLabel')}
        value={filter.show}
        onChange={(show) => set({ show })}
        all={t('opinions.all')}
        items={[
          ...OPINION_STATES,
          ...(filter.show !== null && !(OPINION_STATES as readonly string[]).includes(filter.show)
            ? [filter.show]
            : []),
        ].map((key) => ({ key, label: t(`opinions.shows.${key}`) }))}
      />
    </>
  );
}

interface ListSelectProps {
  label: string;
  all: string;
  rows: readonly { id: number; name: string; nameEn: string | null }[];
  value: number | null;
  onChange(id: string | null): void;
}

function ListSelect({ label, all, rows, value, onChange }: ListSelectProps) {
  const t = useText();
  return (
    <Select<number>
      className="so-opinions-select"
      aria-label={label}
      popupMatchSelectWidth={false}
      value={value ?? 0}
      onChange={(id) => onChange(id === 0 ? null : String(id))}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[
        { value: 0, label: all },
        ...rows.map((row) => ({ value: row.id, label: nameIn(t, row.name, row.nameEn) })),
      ]}
    />
  );
}

function useBook(filter: Filter) {
  const t = useText();
  const job = useJobOp('opinions.register', { done: null });
  const make = (format: 'pdf' | 'xlsx') => () =>
    void job.run({ ...filter, format }).then(saveFile, () => undefined);
  return {
    pdf: {
      key: 'pdf',
      label: t('opinions.print'),
      icon: Printer,
      running: job.running,
      onClick: make('pdf'),
    },
    excel: { key: 'excel', label: t('opinions.excel'), icon: FileSpreadsheet, onClick: make('xlsx') },
  };
}
