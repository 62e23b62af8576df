import { Select } from 'antd';
import { Award, ChevronDown, FileText, Printer } from 'lucide-react';
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
import { type AwardsFrame, useAwardParams, YearSelect } from './AwardsPage';
import { useAwardWords } from './words';

type Table = OutputOf<'awards.table'>;
type Line = Table['rows'][number];

/** The table by level and form (cases.md row 23); every figure opens its lines of the register. */
export function TableTab({ frame }: { frame: AwardsFrame }) {
  const t = useText();
  const { params, set, year } = useAwardParams();
  const side = AWARD_SIDES.find((one) => one === params.get('side')) ?? null;
  const query = useQueryOp('awards.table', { year, side }, { keep: true });
  const files = useTableFiles({ year, side });
  const table = query.data;
  return (
    <Page
      {...frame}
      actions={table && table.rows.length > 0 ? files.actions : []}
      toolbar={
        <>
          <YearSelect value={year} onChange={(chosen) => set({ year: chosen })} />
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
        <EmptyState icon={Award} title={t('awards.table.empty', { year: year ?? '' })}>
          {t('awards.table.emptyBody')}
        </EmptyState>
      ) : (
        <div className="so-stack">
          <LevelTable table={table} year={year} side={side} />
          <TableNotes table={table} />
        </div>
      )}
    </Page>
  );
}

function useTableFiles(input: { year: number | null; side: AwardSide | null }) {
  const t = useText();
  const pdf = useJobOp('awards.tablePdf', { done: () => t('awards.paperMade') });
  const docx = useJobOp('awards.tableDocx', { done: () => t('awards.paperMade') });
  const save = (job: typeof pdf | typeof docx) => async () => {
    const file = await job.run(input).catch(() => null);
    if (file) await saveFile(file);
  };
  const actions: Action[] = [
    { key: 'docx', label: t('awards.table.docx'), icon: FileText, onClick: () => void save(docx)() },
    { key: 'pdf', label: t('awards.table.pdf'), icon: Printer, onClick: () => void save(pdf)() },
  ];
  const running = pdf.running ? pdf : docx;
  return { actions, progress: running.progress, cancel: running.cancel, stopping: running.stopping };
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
  year: number | null,
  side: AwardSide | null,
  more: Record<string, string | number>,
): string {
  const all = { tab: 'register', year: year ?? 'all', ...(side ? { side } : {}), ...more };
  return `/awards?${new URLSearchParams(Object.entries(all).map(([key, value]) => [key, String(value)]))}`;
}

function LevelTable({ table, year, side }: { table: Table; year: number | null; side: AwardSide | null }) {
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
      <FigureLink label={label} to={addressOf(year, side, more)}>
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
