/** The work plan of a year by month: entered line by line, ticked when done, copied on, printed. */
import { Checkbox } from 'antd';
import { CopyPlus, FileText, Heading, NotebookPen, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { PLAN_CHECKS, type PlanCheck } from '../../../shared/domain/plans';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  ConditionChips,
  Drawer,
  EmptyState,
  ErrorState,
  FilteredEmpty,
  LoadingBars,
  Note,
  Page,
  PlainTable,
  SearchField,
  todayIso,
  useFormat,
  useShortcuts,
} from '../../ui';
import { RecordDocuments } from '../documents/RecordDocuments';
import { CopyDrawer } from './CopyDrawer';
import { HeaderForm } from './HeaderForm';
import { ItemDrawer } from './ItemDrawer';
import { ItemForm } from './ItemForm';
import type { PlansTabProps } from './PlansPage';
import { QuickAdd } from './QuickAdd';
import { LINK_PATHS, type PlanRow, StatusTag } from './words';

type Data = OutputOf<'plans.list'>;
type Open = 'add' | 'copy' | 'head' | null;

export function PlanTab({ frame, year, params, set }: PlansTabProps) {
  const t = useText();
  const [open, setOpen] = useState<Open>(null);
  const search = params.get('q') ?? '';
  const check = PLAN_CHECKS.find((key) => key === params.get('check')) ?? null;
  const item = Number(params.get('item')) || null;
  const query = useQueryOp('plans.list', { year, search, check }, { keep: true });
  const data = query.data;
  const close = () => setOpen(null);
  const add = action('add', t('plans.add'), NotebookPen, () => setOpen('add'), 'Ctrl N');
  useShortcuts({ 'Ctrl+N': add.onClick });
  const asked = params.get('new');
  useEffect(() => {
    if (asked === null) return;
    setOpen('add');
    set({ new: null });
  }, [asked, set]);
  const papers = usePapers(year);
  const copy = action('copy', t('plans.copy', { year: String(year - 1) }), CopyPlus, () => setOpen('copy'));
  const nothing = (data?.counts.all ?? 0) === 0;
  return (
    <Page
      {...frame}
      facts={data && !nothing ? [t('plans.facts', { done: data.counts.done, all: data.counts.all })] : []}
      primary={add}
      actions={[{ ...papers.pdf, disabled: nothing }]}
      more={[
        papers.word,
        papers.results,
        action('head', t('plans.head'), Heading, () => setOpen('head')),
        ...((data?.copyable ?? 0) > 0 ? [copy] : []),
      ]}
      toolbar={<Conditions {...{ search, check, set }} counts={data?.counts} />}
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!data && !query.error && <LoadingBars rows={8} />}
      {data && (
        <Body
          {...{ data, year, add, copy }}
          filtered={search !== '' || check !== null}
          onOpen={(id) => set({ item: String(id), tab: 'plan' })}
          onClear={() => set({ q: null, check: null })}
        />
      )}
      <Drawer open={open === 'add'} onClose={close} title={t('plans.add')} width={560}>
        {open === 'add' && (
          <ItemForm item={null} year={year} month={Number(todayIso().slice(5, 7))} onDone={close} />
        )}
      </Drawer>
      <Drawer
        open={open === 'head'}
        onClose={close}
        title={t('plans.headTitle', { year: String(year) })}
        width={520}
      >
        {open === 'head' && data && <HeaderForm header={data.header} onDone={close} />}
      </Drawer>
      <CopyDrawer open={open === 'copy'} year={year} onClose={close} />
      <ItemDrawer id={item} onClose={() => set({ item: null, tab: 'plan' })} />
    </Page>
  );
}

const action = (
  key: string,
  label: string,
  icon: NonNullable<Action['icon']>,
  onClick: () => void,
  keys?: string,
): Action => ({ key, label, icon, onClick, ...(keys ? { keys } : {}) });

function Conditions(props: {
  search: string;
  check: PlanCheck | null;
  counts: Data['counts'] | undefined;
  set: PlansTabProps['set'];
}) {
  const t = useText();
  const { search, check, counts, set } = props;
  return (
    <>
      <SearchField
        value={search}
        onChange={(q) => set({ q })}
        placeholder={t('plans.searchHint')}
        width={240}
      />
      <ConditionChips
        label={t('plans.checksLabel')}
        value={check}
        onChange={(key) => set({ check: key })}
        all={t('plans.all')}
        items={PLAN_CHECKS.map((key) => ({
          ...{ key, label: t(`plans.checks.${key}`) },
          ...(counts ? { count: counts[key] } : {}),
        }))}
      />
    </>
  );
}

interface BodyProps {
  data: Data;
  year: number;
  filtered: boolean;
  add: Action;
  copy: Action;
  onOpen(id: number): void;
  onClear(): void;
}

function Body({ data, year, filtered, add, copy, onOpen, onClear }: BodyProps) {
  const t = useText();
  const before = String(year - 1);
  if (data.counts.all === 0)
    return (
      <EmptyState
        icon={NotebookPen}
        title={t('plans.empty', { year: String(year) })}
        primary={data.copyable > 0 ? copy : add}
        actions={data.copyable > 0 ? [add] : []}
      >
        {t('plans.emptyBody')}
      </EmptyState>
    );
  return (
    <div className="so-stack">
      {!filtered && data.copyable > 0 && (
        <Note tone="muc" icon={CopyPlus}>
          {t('plans.copyHint', { year: before, count: data.copyable })}{' '}
          <button type="button" className="so-linklike" onClick={copy.onClick}>
            {copy.label}
          </button>
        </Note>
      )}
      {!filtered && <QuickAdd year={year} />}
      {data.rows.length === 0 ? (
        <FilteredEmpty conditions={[]} onClear={onClear} />
      ) : (
        <ItemTable rows={data.rows} onOpen={onOpen} />
      )}
      {!filtered && (
        <RecordDocuments
          entity="work_plan"
          id={year}
          label={t('plans.paperOf', { year: String(year) })}
          onDate={data.header.signedOn}
          types={['programme', 'report']}
        />
      )}
    </div>
  );
}

function ItemTable({ rows, onOpen }: { rows: readonly PlanRow[]; onOpen(id: number): void }) {
  const t = useText();
  const format = useFormat();
  return (
    <PlainTable
      framed
      caption={t('plans.tabs.plan')}
      rows={rows}
      rowKey={(row) => row.id}
      groupOf={(row) => t('plans.month', { month: String(row.month) })}
      rowClass={(row) => (row.status === 'dropped' ? 'so-plans-dropped' : undefined)}
      columns={[
        { key: 'done', header: '', width: 40, cell: (row) => <DoneBox row={row} /> },
        {
          ...{ key: 'when', header: t('plans.field.when'), width: 110 },
          cell: (row) =>
            row.onDate ? format.dayMonth(row.onDate) : <span className="so-muted">{t('plans.inMonth')}</span>,
        },
        {
          ...{ key: 'text', header: t('plans.field.text') },
          cell: (row) => (
            <>
              <button
                type="button"
                className="so-linklike so-plans-name"
                lang="vi"
                onClick={() => onOpen(row.id)}
              >
                {row.text}
              </button>
              {row.origin && (
                <span className="so-caption so-plans-under" lang="vi">
                  {row.origin}
                </span>
              )}
            </>
          ),
        },
        {
          ...{ key: 'owner', header: t('plans.field.owner'), width: 210 },
          cell: (row) => <span lang="vi">{row.owner}</span>,
        },
        {
          ...{ key: 'status', header: t('plans.field.status'), width: 150 },
          cell: (row) => <StatusTag row={row} />,
        },
        {
          ...{ key: 'result', header: t('plans.field.result'), width: 220 },
          cell: (row) => <Result row={row} />,
        },
      ]}
    />
  );
}

function Result({ row }: { row: PlanRow }) {
  return (
    <span lang="vi">
      {row.result && <span>{row.result} </span>}
      {row.link && <Link to={`${LINK_PATHS[row.link.entity]}${row.link.id}`}>{row.link.label}</Link>}
    </span>
  );
}

/** Space ticks an item as done today, or opens it again. */
function DoneBox({ row }: { row: PlanRow }) {
  const t = useText();
  const save = useCommandOp('plans.report', { done: () => t('plans.reported') });
  const { id, version, result, link } = row;
  return (
    <Checkbox
      aria-label={`${t('plans.statuses.done')}: ${row.text}`}
      checked={row.status === 'done'}
      disabled={row.status === 'dropped' || save.running}
      onChange={({ target }) =>
        save.fire({ id, version, result, link, status: target.checked ? 'done' : 'todo', doneOn: null })
      }
    />
  );
}

function usePapers(year: number) {
  const t = useText();
  const job = useJobOp('plans.paper', { done: null });
  const make =
    (format: 'pdf' | 'docx', results = false) =>
    () =>
      void job.run({ year, format, results }).then(saveFile, () => undefined);
  return {
    pdf: { ...action('pdf', t('plans.print'), Printer, make('pdf')), running: job.running },
    word: action('word', t('plans.word'), FileText, make('docx')),
    results: action('results', t('plans.printResults'), Printer, make('pdf', true)),
  };
}
