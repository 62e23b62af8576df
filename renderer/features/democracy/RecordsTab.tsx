/** A tab that lists one kind of record: add, find, open, and the list on paper. */
import { FileSpreadsheet, type LucideIcon, Plus, Printer } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { DemocracyList } from '../../../shared/domain/democracy';
import { saveFile, useJobOp, useText } from '../../client';
import {
  type Action,
  type Column,
  type DataTableProps,
  Drawer,
  EmptyState,
  ListTable,
  Page,
  SearchField,
  todayIso,
  useColumns,
  useShortcuts,
} from '../../ui';
import type { OpinionsTabProps } from '../opinions/OpinionsPage';

/** What a drawer of the tab shows: nothing, a new record, or the one of an id. */
export type Shown = 'new' | number | null;

/** Which record the address asks to show, and how to change that. */
export function useShown({
  params,
  set,
}: Pick<OpinionsTabProps, 'params' | 'set'>): [Shown, (next: Shown) => void] {
  const text = params.get('entry');
  const asked = params.get('new');
  useEffect(() => {
    if (asked !== null) set({ new: null, entry: 'new' });
  }, [asked, set]);
  const shown = text === 'new' ? 'new' : text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : null;
  return [shown, (next) => set({ entry: next === null ? null : String(next) })];
}

/** The list on paper and as a workbook; of a year, or of all when none is chosen. */
export function useListPaper(list: DemocracyList, year: number | null): { pdf: Action; excel: Action } {
  const t = useText();
  const job = useJobOp('democracy.paper', { done: null });
  const from = year === null ? '1990-01-01' : `${year}-01-01`;
  const to = year === null ? todayIso() : `${year}-12-31`;
  const make = (format: 'pdf' | 'xlsx') => () =>
    void job.run({ list, from, to, format }).then(saveFile, () => undefined);
  return {
    pdf: {
      key: 'pdf',
      label: t('democracy.pdf'),
      icon: Printer,
      running: job.running,
      onClick: make('pdf'),
    },
    excel: { key: 'excel', label: t('democracy.excel'), icon: FileSpreadsheet, onClick: make('xlsx') },
  };
}

interface RecordsTabProps<Row extends { id: number }> {
  frame: OpinionsTabProps['frame'];
  /** Names the list for readers and keeps its columns. */
  name: DemocracyList;
  icon: LucideIcon;
  source: DataTableProps<Row>['source'];
  columns: readonly Column<Row>[];
  rowLabel(row: Row): string;
  onOpen(row: Row): void;
  words: { add: string; search: string; empty: string; emptyBody: string };
  search: string;
  set: OpinionsTabProps['set'];
  onAdd(): void;
  paper: { pdf: Action; excel: Action };
  /** Conditions in force besides the search; what takes them away is `clear`. */
  narrowed?: boolean;
  clear: Record<string, null>;
  extra?: ReactNode;
  facts?: readonly ReactNode[];
  more?: readonly Action[];
  conditions?: ReactNode;
  drawer: { title: string; open: boolean; onClose(): void; content: ReactNode };
}

export function RecordsTab<Row extends { id: number }>(props: RecordsTabProps<Row>) {
  const t = useText();
  const { frame, name, icon, source, words, search, set, onAdd, paper, drawer } = props;
  const columns = useColumns(`democracy-${name}`, props.columns as Column<Row>[]);
  const add: Action = { key: 'add', label: words.add, icon: Plus, keys: 'Ctrl N', onClick: onAdd };
  useShortcuts({ 'Ctrl+N': onAdd });
  return (
    <Page
      {...frame}
      fill
      extra={props.extra}
      {...(props.facts ? { facts: [...props.facts] } : {})}
      primary={add}
      actions={[paper.pdf]}
      more={[paper.excel, ...(props.more ?? [])]}
      toolbar={
        <>
          <SearchField value={search} onChange={(q) => set({ q })} placeholder={words.search} width={280} />
          {props.conditions}
        </>
      }
    >
      <ListTable
        label={t(`opinions.tabs.${name}`)}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={props.rowLabel}
        onOpen={props.onOpen}
        filtered={
          (search !== '' || props.narrowed === true) && {
            chips: [],
            clear: () => set({ q: null, ...props.clear }),
          }
        }
        empty={
          <EmptyState icon={icon} title={words.empty} primary={add}>
            {words.emptyBody}
          </EmptyState>
        }
      />
      <Drawer open={drawer.open} onClose={drawer.onClose} title={drawer.title} width={560}>
        {drawer.open && drawer.content}
      </Drawer>
    </Page>
  );
}
