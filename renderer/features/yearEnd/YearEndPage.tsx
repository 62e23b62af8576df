/** The papers a year is closed with: what each is made from, what it waits for, and all of them in one file. */
import { Select } from 'antd';
import { CalendarRange, ChevronDown, ClipboardCheck, FolderArchive, Info, ScrollText } from 'lucide-react';
import { useNavigate } from 'react-router-dom';
import { saveFile, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  EmptyState,
  ErrorState,
  Icon,
  LoadingBars,
  Note,
  Page,
  ProgressPanel,
  todayIso,
  useAddressConditions,
  useFormat,
  useShortcuts,
} from '../../ui';
import { PackTable } from './PackTable';
import type { PackRow } from './places';
import './yearEnd.css';

/** In the first months the year before is what is being closed. */
const CLOSING_MONTHS = 2;
const YEARS_BACK = 4;

export default function YearEndPage() {
  const t = useText();
  const { year, chooser } = useYear();
  const query = useQueryOp('yearEnd.state', { year });
  const rows = query.data?.rows ?? [];
  const made = rows.filter((row) => row.state === 'ready' || row.state === 'open');
  const empty = query.data !== undefined && made.every((row) => row.paper === 'annex');
  const { action, panel } = usePack(year);
  useShortcuts({ 'Ctrl+S': empty || !query.data ? undefined : action.onClick });
  return (
    <Page
      title={t('yearEnd.titleOf', { year: String(year) })}
      crumbs={[{ label: t('reports.title'), to: '/reports' }]}
      facts={useFacts(rows, empty)}
      extra={chooser}
      {...(empty ? {} : { primary: { ...action, disabled: !query.data } })}
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <LoadingBars rows={8} />}
      {empty && <Nothing year={year} />}
      {query.data && !empty && (
        <div className="so-stack">
          {panel}
          <PackTable rows={rows} year={year} />
          <Days rows={rows} />
          <Note tone="muc" icon={Info}>
            {t('yearEnd.note')}
          </Note>
        </div>
      )}
    </Page>
  );
}

function useYear() {
  const t = useText();
  const { params, set } = useAddressConditions();
  const today = todayIso();
  const now = Number(today.slice(0, 4));
  const usual = Number(today.slice(5, 7)) <= CLOSING_MONTHS ? now - 1 : now;
  const text = params.get('year') ?? '';
  const year = /^(19|20)\d\d$/.test(text) ? Number(text) : usual;
  const shown = Array.from({ length: YEARS_BACK + 1 }, (_, at) => now - at);
  const years = [...new Set([...shown, year])].sort((a, b) => b - a);
  const chooser = (
    <Select<number>
      className="so-year-end-year"
      aria-label={t('yearEnd.year')}
      value={year}
      onChange={(chosen) => set({ year: chosen === usual ? null : String(chosen) })}
      suffixIcon={<Icon of={ChevronDown} />}
      options={years.map((value) => ({ value, label: t('yearEnd.yearIs', { year: String(value) }) }))}
    />
  );
  return { year, chooser };
}

function useFacts(rows: readonly PackRow[], empty: boolean): string[] {
  const t = useText();
  if (rows.length === 0 || empty) return [t('yearEnd.lead')];
  return (['ready', 'open', 'missing'] as const).flatMap((state) => {
    const count = rows.filter((row) => row.state === state).length;
    return count === 0 ? [] : t(`yearEnd.summary.${state}`, { count });
  });
}

/** All papers in one file, with what came of it. */
function usePack(year: number) {
  const t = useText();
  const job = useJobOp('yearEnd.pack', {
    done: ({ papers, files, failed }) =>
      failed.length === 0
        ? t('yearEnd.packed', { papers, files })
        : t('yearEnd.packedFailed', { papers, files, count: failed.length }),
  });
  const action: Action = {
    key: 'pack',
    label: t('yearEnd.pack'),
    icon: FolderArchive,
    keys: 'Ctrl S',
    running: job.running,
    onClick: () => {
      if (!job.running) void job.run({ year }).then(saveFile, () => undefined);
    },
  };
  const panel = job.running && (
    <ProgressPanel
      title={t('yearEnd.packing', { year: String(year) })}
      progress={job.progress}
      onStop={job.cancel}
      stopping={job.stopping}
    />
  );
  return { action, panel };
}

function Nothing({ year }: { year: number }) {
  const t = useText();
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={FolderArchive}
      title={t('yearEnd.empty', { year: String(year) })}
      primary={{
        ...{ key: 'review', label: t('yearEnd.emptyReview'), icon: ClipboardCheck },
        onClick: () => navigate(`/review?year=${year}`),
      }}
      actions={[
        {
          ...{ key: 'report', label: t('yearEnd.emptyReport'), icon: ScrollText },
          onClick: () => navigate('/reports?new=1'),
        },
      ]}
    >
      {t('yearEnd.emptyBody')}
    </EmptyState>
  );
}

/** The report and the self-review may cover different days: their figures then differ rightly. */
function Days({ rows }: { rows: readonly PackRow[] }) {
  const t = useText();
  const format = useFormat();
  const of = (paper: PackRow['paper']) => rows.find((row) => row.paper === paper);
  const [annex, review] = [of('annex'), of('review')];
  if (!annex?.from || !annex.to || !review?.from || !review.to) return null;
  if (annex.from === review.from && annex.to === review.to) return null;
  return (
    <Note tone="warn" icon={CalendarRange}>
      {t('yearEnd.daysDiffer', {
        report: format.range(annex.from, annex.to),
        review: format.range(review.from, review.to),
      })}
    </Note>
  );
}
