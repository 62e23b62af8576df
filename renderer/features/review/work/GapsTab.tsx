/** What the review leaves for the year after: ticked and put into its work plan, or printed. */
import { Checkbox, Select } from 'antd';
import { CheckCheck, ListPlus, Printer } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  type Column,
  EmptyState,
  ErrorState,
  LoadingBars,
  PlainTable,
  useFormat,
} from '../../../ui';
import type { Sheet } from '../SheetPage';

type Gaps = OutputOf<'review.gaps'>;
type Gap = Gaps['rows'][number];
type PlanItem = InputOf<'plans.addItems'>['items'][number];

export function GapsTab({ sheet }: { sheet: Sheet }) {
  const t = useText();
  const query = useQueryOp('review.gaps', { id: sheet.id });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars />;
  const { rows, year } = query.data;
  if (rows.length === 0)
    return (
      <EmptyState icon={CheckCheck} title={t('reviewWork.gaps.none', { year })}>
        {t('reviewWork.gaps.noneBody')}
      </EmptyState>
    );
  return <Loaded sheet={sheet} gaps={query.data} />;
}

function Loaded({ sheet, gaps }: { sheet: Sheet; gaps: Gaps }) {
  const t = useText();
  const { year, rows } = gaps;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [months, setMonths] = useState<Readonly<Record<string, number>>>({});
  const chosen = rows.filter((row) => !left.has(row.criterion));
  const plan = useCommandOp('plans.addItems', {
    done: (data) => t('reviewWork.gaps.planned', { count: data.count }),
  });
  const monthOf = (row: Gap) => months[row.criterion] ?? 1;
  const items = chosen.map(
    (row): PlanItem => ({
      year,
      month: monthOf(row),
      text: `${row.title}: ${row.text.charAt(0).toLocaleLowerCase('vi')}${row.text.slice(1)}`.slice(0, 500),
      memberId: row.memberId,
      personName: row.memberId === null ? row.person : null,
      origin: t('reviewWork.gaps.origin', { year: sheet.year, code: row.code }),
    }),
  );
  const tick = (uid: string, on: boolean) =>
    setLeft((before) => {
      const after = new Set(before);
      if (on) after.delete(uid);
      else after.add(uid);
      return after;
    });
  const columns = useGapColumns(left, tick, monthOf, (uid, month) =>
    setMonths((before) => ({ ...before, [uid]: month })),
  );
  return (
    <div className="so-review-work">
      <section>
        <h2 className="so-review-work__title">{t('reviewWork.gaps.title', { year })}</h2>
        <div className="so-review-assign">
          <span className="so-caption">{t('reviewWork.gaps.lead')}</span>
          <span className="so-push" />
          <Link to={`/plans?year=${year}`}>{t('reviewWork.gaps.toPlan', { year })}</Link>
          <PrintGaps id={sheet.id} />
          <ActionButton
            size="small"
            action={{
              key: 'plan',
              label: t('reviewWork.gaps.plan', { count: chosen.length, year }),
              icon: ListPlus,
              disabled: chosen.length === 0,
              running: plan.running,
              onClick: () => plan.fire({ items }),
            }}
          />
        </div>
        <PlainTable
          framed
          caption={t('reviewWork.gaps.title', { year })}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.criterion}
        />
      </section>
    </div>
  );
}

function PrintGaps({ id }: { id: number }) {
  const t = useText();
  const job = useJobOp('review.exportGaps');
  const make = async (kind: 'pdf' | 'docx') => {
    const file = await job.run({ id, kind }).catch(() => null);
    if (file) await saveFile(file);
  };
  return (
    <>
      <ActionButton
        size="small"
        action={{
          key: 'pdf',
          label: t('reviewWork.gaps.printPdf'),
          icon: Printer,
          running: job.running,
          onClick: () => void make('pdf'),
        }}
      />
      <ActionButton
        size="small"
        action={{ key: 'docx', label: t('reviewWork.gaps.printDocx'), onClick: () => void make('docx') }}
      />
    </>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, i) => ({ value: i + 1, label: String(i + 1) }));

function useGapColumns(
  left: ReadonlySet<string>,
  tick: (uid: string, on: boolean) => void,
  monthOf: (row: Gap) => number,
  setMonth: (uid: string, month: number) => void,
): Column<Gap>[] {
  const t = useText();
  const format = useFormat();
  const vi = t.language === 'vi';
  return [
    {
      key: 'tick',
      header: '',
      width: 40,
      cell: (row) => (
        <Checkbox
          aria-label={t('reviewWork.people.pick', { code: row.code })}
          checked={!left.has(row.criterion)}
          onChange={(event) => tick(row.criterion, event.target.checked)}
        />
      ),
    },
    {
      key: 'title',
      header: t('review.col.criterion'),
      cell: (row) => (
        <Link to={`?criterion=${row.code}`}>
          {row.code} {vi ? row.title : (row.titleEn ?? row.title)}
        </Link>
      ),
    },
    {
      key: 'score',
      header: t('reviewWork.gaps.score'),
      align: 'right',
      width: 80,
      cell: (row) =>
        `${row.score === null ? '–' : format.decimal(row.score, 2)}/${format.decimal(row.max, 2)}`,
    },
    { key: 'text', header: t('reviewWork.gaps.what'), cell: (row) => (vi ? row.text : row.textEn) },
    {
      key: 'person',
      header: t('reviewWork.col.person'),
      width: 150,
      cell: (row) => <span lang="vi">{row.person ?? ''}</span>,
    },
    {
      key: 'month',
      header: t('reviewWork.gaps.month'),
      width: 90,
      cell: (row) => (
        <Select<number>
          size="small"
          aria-label={`${t('reviewWork.gaps.month')} ${row.code}`}
          value={monthOf(row)}
          options={MONTHS}
          onChange={(month) => setMonth(row.criterion, month)}
        />
      ),
    },
  ];
}
