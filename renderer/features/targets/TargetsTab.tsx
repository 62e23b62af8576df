/** Targets of a year or of whole terms, under their resolutions. */
import { Select } from 'antd';
import { ChevronDown, FileSpreadsheet, Printer, Target } from 'lucide-react';
import { useEffect, useState } from 'react';
import { TARGET_STATES, type TargetState } from '../../../shared/domain/targets';
import { saveFile, useJobOp, useQueryOp, useText } from '../../client';
import {
  ConditionChips,
  Drawer,
  EmptyState,
  ErrorState,
  FigureLink,
  FilteredEmpty,
  Icon,
  LoadingBars,
  Page,
  PlainTable,
  SearchField,
  todayIso,
  useShortcuts,
} from '../../ui';
import { type FigureList, RecordsDrawer } from '../dashboard/RecordsDrawer';
import { TargetDrawer } from './TargetDrawer';
import { TargetForm } from './TargetForm';
import type { TargetsTabProps } from './TargetsPage';
import { StateTag, type TargetRow, useReadingWords } from './words';

const SHOWN_STATES = TARGET_STATES.filter((state) => state !== 'notYet');

export function TargetsTab({ frame, params, set }: TargetsTabProps) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const [list, setList] = useState<FigureList | null>(null);
  const { year, chooser } = useYear({ params, set });
  const search = params.get('q') ?? '';
  const state = TARGET_STATES.find((key) => key === params.get('state')) ?? null;
  const opened = Number(params.get('target')) || null;
  const query = useQueryOp('targets.list', { year, search, state }, { keep: true });
  const resolutions = useQueryOp('targets.resolutions', {}).data?.rows;
  const add = {
    ...{ key: 'add', label: t('targets.add'), icon: Target, keys: 'Ctrl N' },
    onClick: () => setAdding(true),
  };
  useShortcuts({ 'Ctrl+N': add.onClick });
  const asked = params.get('new');
  useEffect(() => {
    if (asked === null) return;
    setAdding(true);
    set({ new: null });
  }, [asked, set]);
  const inYear = (resolutions ?? []).filter(
    (row) => year === null || (row.fromYear <= year && year <= row.toYear),
  );
  const papers = usePapers(year);
  const rows = query.data?.rows ?? [];
  return (
    <Page
      {...frame}
      facts={[t('targets.lead')]}
      extra={chooser}
      primary={add}
      actions={[{ ...papers.pdf, disabled: rows.length === 0 }]}
      more={[papers.excel]}
      toolbar={<Conditions search={search} state={state} counts={query.data?.counts} set={set} />}
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <LoadingBars rows={6} />}
      {query.data && rows.length > 0 && (
        <TargetTable rows={rows} onOpen={(id) => set({ target: String(id) })} onRecords={setList} />
      )}
      {query.data && rows.length === 0 && (
        <Nothing
          filtered={search !== '' || state !== null}
          any={(resolutions?.length ?? 0) > 0}
          covered={inYear.length > 0}
          {...{ year, add, set }}
        />
      )}
      <Drawer open={adding} onClose={() => setAdding(false)} title={t('targets.add')} width={560}>
        {adding && (
          <TargetForm
            target={null}
            resolutionId={inYear.length === 1 ? inYear[0]!.id : null}
            values={[]}
            year={year}
            onDone={(id) => {
              setAdding(false);
              if (id !== null) set({ target: String(id) });
            }}
          />
        )}
      </Drawer>
      <TargetDrawer id={opened} year={year} onClose={() => set({ target: null })} onRecords={setList} />
      <RecordsDrawer list={list} onClose={() => setList(null)} />
    </Page>
  );
}

function Conditions(props: {
  search: string;
  state: TargetState | null;
  counts: Readonly<Record<TargetState, number>> | undefined;
  set: TargetsTabProps['set'];
}) {
  const t = useText();
  const { search, state, counts, set } = props;
  return (
    <>
      <SearchField
        value={search}
        onChange={(q) => set({ q })}
        placeholder={t('targets.searchHint')}
        width={240}
      />
      <ConditionChips
        label={t('targets.stateLabel')}
        value={state}
        onChange={(key) => set({ state: key })}
        all={t('targets.all')}
        items={SHOWN_STATES.map((key) => ({
          ...{ key, label: t(`targets.states.${key}`) },
          ...(counts ? { count: counts[key] } : {}),
        }))}
      />
    </>
  );
}

interface NothingProps {
  filtered: boolean;
  any: boolean;
  /** A resolution covers the year. */
  covered: boolean;
  year: number | null;
  add: { key: string; label: string; icon: typeof Target; onClick(): void };
  set: TargetsTabProps['set'];
}

function Nothing({ filtered, any, covered, year, add, set }: NothingProps) {
  const t = useText();
  if (filtered) return <FilteredEmpty conditions={[]} onClear={() => set({ q: null, state: null })} />;
  if (!any)
    return (
      <EmptyState
        icon={Target}
        title={t('targets.empty')}
        primary={{
          ...{ key: 'resolution', label: t('targets.addResolution'), icon: Target },
          onClick: () => set({ tab: 'resolutions', new: '1' }),
        }}
      >
        {t('targets.emptyBody')}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={Target}
      title={year === null || covered ? t('targets.empty') : t('targets.emptyYear', { year: String(year) })}
      primary={add}
    >
      {t(year === null || covered ? 'targets.emptyTargets' : 'targets.emptyYearBody')}
    </EmptyState>
  );
}

function TargetTable({
  rows,
  onOpen,
  onRecords,
}: {
  rows: readonly TargetRow[];
  onOpen(id: number): void;
  onRecords(list: FigureList): void;
}) {
  const t = useText();
  const words = useReadingWords();
  return (
    <PlainTable
      framed
      caption={t('targets.title')}
      rows={rows}
      rowKey={(row) => row.id}
      groupOf={(row) => row.resolution}
      columns={[
        {
          ...{ key: 'text', header: t('targets.field.text') },
          cell: (row) => (
            <button
              type="button"
              className="so-linklike so-targets-name"
              lang="vi"
              onClick={() => onOpen(row.id)}
            >
              {row.text}
            </button>
          ),
        },
        {
          ...{ key: 'asked', header: t('targets.field.asked'), width: 150 },
          cell: (row) =>
            row.value === null ? (
              <span className="so-muted">{t('targets.notAsked')}</span>
            ) : (
              <span lang="vi">{words(row, row).asked}</span>
            ),
        },
        {
          ...{ key: 'actual', header: t('targets.field.actual'), width: 150 },
          cell: (row) => <Actual row={row} onOpen={onOpen} onRecords={onRecords} />,
        },
        {
          ...{ key: 'rate', header: t('targets.field.share'), width: 90 },
          cell: (row) => <span className="so-number">{words(row, row).rate}</span>,
        },
        {
          ...{ key: 'state', header: t('targets.field.state'), width: 250 },
          cell: (row) => {
            const { expected } = words(row, row);
            return (
              <span className="so-row so-wrap">
                <StateTag state={row.state} />
                {row.state === 'behind' && expected && (
                  <span className="so-caption">{t('targets.due', { value: expected })}</span>
                )}
              </span>
            );
          },
        },
      ]}
    />
  );
}

/** The actual opens what it is counted from: the records of the figure, or what was typed. */
function Actual({
  row,
  onOpen,
  onRecords,
}: {
  row: TargetRow;
  onOpen(id: number): void;
  onRecords(list: FigureList): void;
}) {
  const t = useText();
  const { shown } = useReadingWords()(row, row);
  if (shown === null) return <span className="so-muted">{t('targets.noActual')}</span>;
  const { indicator } = row;
  return (
    <FigureLink
      label={row.text}
      onOpen={() =>
        indicator === null ? onOpen(row.id) : onRecords({ id: indicator, from: row.from, to: row.to })
      }
    >
      {shown}
    </FigureLink>
  );
}

function usePapers(year: number | null) {
  const t = useText();
  const job = useJobOp('targets.paper', { done: null });
  const make = (format: 'pdf' | 'xlsx') => () =>
    void job.run({ year, format }).then(saveFile, () => undefined);
  return {
    pdf: { key: 'pdf', label: t('targets.print'), icon: Printer, running: job.running, onClick: make('pdf') },
    excel: { key: 'excel', label: t('targets.excel'), icon: FileSpreadsheet, onClick: make('xlsx') },
  };
}

function useYear({ params, set }: Pick<TargetsTabProps, 'params' | 'set'>) {
  const t = useText();
  const now = Number(todayIso().slice(0, 4));
  const rows = useQueryOp('targets.resolutions', {}).data?.rows ?? [];
  const text = params.get('year') ?? '';
  const year = text === 'term' ? null : /^(19|20)\d\d$/.test(text) ? Number(text) : now;
  const first = Math.min(now - 2, ...rows.map((row) => row.fromYear));
  const last = Math.max(now + 1, ...rows.map((row) => Math.min(row.toYear, now + 5)));
  const chooser = (
    <Select<number | 'term'>
      className="so-targets-year"
      aria-label={t('targets.period')}
      value={year ?? 'term'}
      onChange={(chosen) => set({ year: chosen === now ? null : String(chosen) })}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[
        { value: 'term' as const, label: t('targets.term') },
        ...Array.from({ length: last - first + 1 }, (_, at) => last - at).map((value) => ({
          value,
          label: t('targets.yearIs', { year: String(value) }),
        })),
      ]}
    />
  );
  return { year, chooser };
}
