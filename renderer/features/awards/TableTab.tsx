import { Select } from 'antd';
import { Award, ChevronDown, FileText, Printer, Sheet } from 'lucide-react';
import type { OutputOf } from '../../../shared/contract';
import {
  AWARD_SIDES,
  type AwardSide,
  certificatesOf,
  RECIPIENT_KINDS,
  type RecipientKind,
} from '../../../shared/domain/awards';
import { saveFile, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  type Column,
  EmptyState,
  ErrorState,
  FigureLink,
  Icon,
  LoadingBars,
  Note,
  Page,
  PlainTable,
  ProgressPanel,
  useFormat,
} from '../../ui';
import { type AwardsFrame, useAwardParams } from './AwardsPage';
import { type AwardPeriod, PeriodSelect, periodOf, periodWords, usePeriodText } from './PeriodSelect';
import { useAwardWords } from './words';
import { YearChart } from './YearChart';

type Table = OutputOf<'awards.table'>;
type Line = Table['rows'][number];

/** The table by level and form (cases.md row 23); every figure opens its lines of the register. */
export function TableTab({ frame }: { frame: AwardsFrame }) {
  const t = useText();
  const { params, set } = useAwardParams();
  const format = useFormat();
  const words = usePeriodText();
  const period = periodOf(params);
  const side = AWARD_SIDES.find((one) => one === params.get('side')) ?? null;
  const query = useQueryOp('awards.table', { ...period, side }, { keep: true });
  const files = useTableFiles({ ...period, side });
  const table = query.data;
  return (
    <Page
      {...frame}
      actions={table && table.rows.length > 0 ? files.actions : []}
      more={table && table.rows.length > 0 ? files.more : []}
      toolbar={
        <>
          <PeriodSelect period={period} />
          <SideSelect value={side} onChange={(chosen) => set({ side: chosen })} />
        </>
      }
    >
      {files.progress && (
        <ProgressPanel
          title={t('awards.table.making')}
          progress={files.progress}
          onStop={files.cancel}
          stopping={files.stopping}
        />
      )}
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !table ? (
        <LoadingBars />
      ) : table.rows.length === 0 ? (
        <EmptyState icon={Award} title={t('awards.table.empty', { period: words(period, format.date) })}>
          {t('awards.table.emptyBody')}
        </EmptyState>
      ) : (
        <div className="so-stack">
          <LevelTable table={table} period={period} side={side} />
          <TableNotes table={table} />
          <YearChart side={side} />
        </div>
      )}
    </Page>
  );
}

function useTableFiles(input: AwardPeriod & { side: AwardSide | null }) {
  const t = useText();
  const made = { done: () => t('awards.paperMade') };
  const jobs = {
    docx: useJobOp('awards.tableDocx', made),
    pdf: useJobOp('awards.tablePdf', made),
    xlsx: useJobOp('awards.tableXlsx', made),
    csv: useJobOp('awards.tableCsv', made),
  };
  const save = (job: (typeof jobs)['xlsx' | 'docx' | 'pdf' | 'csv']) => async () => {
    const file = await job.run(input).catch(() => null);
    if (file) await saveFile(file);
  };
  const action = (key: keyof typeof jobs, label: string, icon: Action['icon']): Action => ({
    ...{ key, label, onClick: () => void save(jobs[key])() },
    ...(icon ? { icon } : {}),
  });
  const running = Object.values(jobs).find((job) => job.running) ?? jobs.pdf;
  return {
    actions: [
      action('docx', t('awards.table.docx'), FileText),
      action('xlsx', t('awards.register.xlsx'), Sheet),
    ],
    more: [action('pdf', t('awards.table.pdf'), Printer), action('csv', t('awardHistory.tableCsv'), Sheet)],
    ...{ progress: running.progress, cancel: running.cancel, stopping: running.stopping },
  };
}

function SideSelect({ value, onChange }: { value: AwardSide | null; onChange(side: string | null): void }) {
  const t = useText();
  return (
    <Select<string>
      size="small"
      className="so-awards-year"
      aria-label={t('awards.table.side')}
      value={value ?? 'all'}
      onChange={(side) => onChange(side === 'all' ? null : side)}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[
        { value: 'all', label: t('awards.table.everySide') },
        ...AWARD_SIDES.map((side) => ({ value: side, label: t(`awards.sides.${side}`) })),
      ]}
    />
  );
}

function addressOf(
  period: AwardPeriod,
  side: AwardSide | null,
  more: Record<string, string | number>,
): string {
  const all = { tab: 'register', ...periodWords(period), ...(side ? { side } : {}), ...more };
  return `/awards?${new URLSearchParams(Object.entries(all).map(([key, value]) => [key, String(value)]))}`;
}

function LevelTable({ table, period, side }: { table: Table; period: AwardPeriod; side: AwardSide | null }) {
  const t = useText();
  const format = useFormat();
  const words = useAwardWords();
  const households = table.rows.some((row) => (row.counts.household ?? 0) > 0);
  const kinds = RECIPIENT_KINDS.filter((kind) => kind !== 'household' || households);
  const figure = (count: number | null, label: string, more: Record<string, string | number>) =>
    count === null ? (
      ''
    ) : count === 0 ? (
      '0'
    ) : (
      <FigureLink label={label} to={addressOf(period, side, more)}>
        {format.count(count)}
      </FigureLink>
    );
  const label = (kind: RecipientKind | null, row: Line) =>
    t('awards.table.open', {
      kind: kind ? t(`awards.kinds.${kind}`) : t('awards.col.total'),
      form: words.formName(row),
    });
  const columns: Column<Line>[] = [
    { key: 'form', header: t('awards.col.form'), cell: (row) => words.formName(row) },
    ...kinds.map(
      (kind): Column<Line> => ({
        key: kind,
        header: t(`awards.kinds.${kind}`),
        width: 110,
        align: 'right',
        cell: (row) =>
          figure(row.counts[kind], label(kind, row), { level: row.level, form: row.formId, kind }),
      }),
    ),
    {
      key: 'total',
      header: t('awards.col.total'),
      width: 110,
      align: 'right',
      cell: (row) =>
        figure(certificatesOf(row.counts), label(null, row), { level: row.level, form: row.formId }),
    },
  ];
  const totals = {
    form: t('awards.table.certificates'),
    ...Object.fromEntries(
      kinds.map((kind) => [kind, figure(table.total[kind], t(`awards.kinds.${kind}`), { kind })]),
    ),
    total: figure(table.certificates, t('awards.table.certificates'), {}),
  };
  return (
    <PlainTable
      framed
      caption={t('awards.table.caption')}
      columns={columns}
      rows={table.rows}
      rowKey={(row) => `${row.level}-${row.formId}`}
      groupOf={(row) => words.level(row.level)}
      totals={totals}
    />
  );
}

function TableNotes({ table }: { table: Table }) {
  const t = useText();
  return (
    <>
      {table.unknown > 0 && (
        <Note tone="warn" icon={Award}>
          {t('awards.table.unknown', { count: table.unknown })}
        </Note>
      )}
      {table.drafts > 0 && <p className="so-caption">{t('awards.table.drafts', { count: table.drafts })}</p>}
    </>
  );
}
