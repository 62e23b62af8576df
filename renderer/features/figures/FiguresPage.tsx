/** Every figure of the annex over a period, beside the same a year before; each opens its records or is typed in here. */
import { FileSpreadsheet, FileText, History, Printer, Sigma } from 'lucide-react';
import { useMemo } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { isIndicatorId } from '../../../shared/domain/indicators';
import { saveFile, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  ConditionChips,
  EmptyState,
  ErrorState,
  LoadingBars,
  Page,
  ProgressPanel,
  useFormat,
} from '../../ui';
import { RecordsDrawer } from '../dashboard/RecordsDrawer';
import { ChangesDrawer } from './ChangesDrawer';
import { FiguresTable } from './FiguresTable';
import './figures.css';
import { OwnDays, PeriodSwitch } from './PeriodSwitch';
import { type FiguresPeriod, LINE_CHECKS, type LineCheck, useFiguresPeriod } from './period';
import { TypedDrawer } from './TypedDrawer';

export type Table = OutputOf<'figures.table'>;
export type Line = Table['sections'][number]['lines'][number];

/** Whether a line is shown under a condition. */
function passes({ figure, notes, typed }: Line, check: LineCheck | null): boolean {
  if (check === 'unknown') return figure.value === null;
  if (check === 'typed') return typed.length > 0 || figure.typed !== undefined;
  return check === null || notes.length > 0;
}

export default function FiguresPage() {
  const t = useText();
  const period = useFiguresPeriod();
  const { params, set, from, to, on } = period;
  const more = params.get('more') === '1';
  const check = LINE_CHECKS.find((key) => key === params.get('show')) ?? null;
  const query = useQueryOp('figures.table', { from, to, on, more }, { keep: true, enabled: period.ready });
  const { data } = query;
  const lines = useMemo(
    () =>
      data?.sections.flatMap((section) =>
        section.lines.filter((line) => passes(line, check)).map((line) => ({ ...line, section })),
      ) ?? [],
    [data, check],
  );
  const listed = params.get('list');
  const list = listed && isIndicatorId(listed) ? { id: listed, from, to: on ?? to } : null;
  const annex = useAnnex(period);
  const facts = useFacts(data);
  return (
    <Page
      title={t('figures.title')}
      facts={facts}
      extra={<PeriodSwitch period={period} />}
      primary={annex.print}
      more={[
        ...annex.more,
        { key: 'changes', label: t('figures.changes'), icon: History, onClick: () => set({ changes: '1' }) },
      ]}
      toolbar={<Conditions check={check} more={more} set={set} data={data} />}
    >
      {period.kind === 'custom' && <OwnDays key={`${from}${to}`} period={period} />}
      {annex.panel}
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!data && !query.error && <LoadingBars />}
      {data && lines.length === 0 && (
        <EmptyState icon={Sigma} title={t('figures.none')}>
          {t('figures.noneBody')}
        </EmptyState>
      )}
      {data && lines.length > 0 && (
        <FiguresTable
          lines={lines}
          onOpen={(id) => set({ list: id }, true)}
          onType={(id) => set({ type: id, typed: null }, true)}
        />
      )}
      <RecordsDrawer list={list} onClose={() => set({ list: null })} />
      <TypedDrawer period={period} lines={lines} />
      <ChangesDrawer open={params.get('changes') === '1'} onClose={() => set({ changes: null })} />
    </Page>
  );
}

function useFacts(data: Table | undefined): string[] {
  const t = useText();
  const format = useFormat();
  if (!data) return [];
  const { now, before } = data;
  const until = before.asOf < before.to ? before.asOf : before.to;
  return [
    t('figures.facts.period', { range: format.range(now.from, now.to) }),
    ...(now.asOf < now.to ? [t('figures.facts.asOf', { date: format.date(now.asOf) })] : []),
    t('figures.facts.before', { range: format.range(before.from, until) }),
  ];
}

/** The annex on paper and as files. */
function useAnnex({ from, to, on }: FiguresPeriod) {
  const t = useText();
  const job = useJobOp('figures.paper', { done: null });
  const make = (format: 'pdf' | 'docx' | 'xlsx') => () =>
    void job.run({ from, to, on, format }).then(saveFile, () => undefined);
  const print: Action = {
    key: 'pdf',
    label: t('figures.print'),
    icon: Printer,
    keys: 'Ctrl P',
    running: job.running,
    onClick: make('pdf'),
  };
  const more: Action[] = [
    { key: 'docx', label: t('figures.docx'), icon: FileText, onClick: make('docx') },
    { key: 'xlsx', label: t('figures.xlsx'), icon: FileSpreadsheet, onClick: make('xlsx') },
  ];
  const panel = job.running && job.progress && (
    <ProgressPanel
      title={t('figures.print')}
      progress={job.progress}
      onStop={job.cancel}
      stopping={job.stopping}
    />
  );
  return { print, more, panel };
}

function Conditions({
  check,
  more,
  set,
  data,
}: {
  check: LineCheck | null;
  more: boolean;
  set: FiguresPeriod['set'];
  data: Table | undefined;
}) {
  const t = useText();
  const all = data?.sections.flatMap((section) => section.lines) ?? [];
  return (
    <>
      <ConditionChips
        label={t('figures.show.label')}
        value={check}
        onChange={(key) => set({ show: key })}
        all={t('figures.show.all')}
        items={LINE_CHECKS.map((key) => ({
          key,
          label: t(`figures.show.${key}`),
          count: all.filter((line) => passes(line, key)).length,
        }))}
      />
      <span className="so-push" />
      <button
        type="button"
        className={more ? 'so-chip' : 'so-chip so-chip--plain'}
        aria-pressed={more}
        onClick={() => set({ more: more ? null : '1' })}
      >
        {t('figures.more')}
      </button>
    </>
  );
}
