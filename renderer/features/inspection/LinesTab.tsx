/** The three lines of work of a year: each with its plan, what was done and the evidence. */
import { Printer } from 'lucide-react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { saveFile, useJobOp, useQueryOp, useText } from '../../client';
import { ErrorState, LoadingBars, Page, PlainTable, Tag, useFormat } from '../../ui';
import type { WorkTabProps } from './WorkPage';

type Line = OutputOf<'inspection.lines'>['rows'][number];

const PLACES: Readonly<Record<Line['line'], (year: number) => string>> = {
  inspection: (year) => `/inspection?year=${year}`,
  women: (year) => `/women?year=${year}`,
  finance: (year) => `/funds?tab=statement&year=${year}`,
};

export function LinesTab({ year, frame }: WorkTabProps) {
  const t = useText();
  const words = useLineWords();
  const query = useQueryOp('inspection.lines', { year }, { keep: true });
  const print = useJobOp('inspection.linesPaper', { done: null });
  return (
    <Page
      {...frame}
      actions={[
        {
          key: 'print',
          label: t('inspection.paper.lines'),
          icon: Printer,
          running: print.running,
          onClick: () => void print.run({ year }).then(saveFile, () => undefined),
        },
      ]}
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <LoadingBars rows={3} />}
      {query.data && (
        <div className="so-stack so-inspection">
          <p className="so-caption">{t('inspection.lines.lead')}</p>
          <PlainTable
            framed
            caption={t('inspection.tabs.lines')}
            rows={query.data.rows}
            rowKey={(row) => row.line}
            columns={[
              {
                key: 'line',
                header: t('inspection.lines.line'),
                width: 210,
                cell: (row) => (
                  <span className="so-inspection-held">
                    <Link className="so-strong" to={PLACES[row.line](year)}>
                      {t(`inspection.lines.names.${row.line}`)}
                    </Link>
                    <Tag tone={row.complete ? 'ok' : 'warn'}>
                      {t(row.complete ? 'inspection.lines.complete' : 'inspection.lines.incomplete')}
                    </Tag>
                  </span>
                ),
              },
              { key: 'plan', header: t('inspection.lines.plan'), cell: words.plan },
              { key: 'done', header: t('inspection.lines.done'), cell: words.done },
              { key: 'evidence', header: t('inspection.lines.evidence'), cell: words.evidence },
              { key: 'open', header: t('inspection.lines.open'), width: 190, cell: words.open },
            ]}
          />
        </div>
      )}
    </Page>
  );
}

function useLineWords(): Record<'plan' | 'done' | 'evidence' | 'open', (row: Line) => string> {
  const t = useText();
  const format = useFormat();
  const joined = (...parts: (string | null | false)[]) => parts.filter(Boolean).join(' · ');
  return {
    plan({ plan, money }) {
      if (!plan.made) return t(money ? 'inspection.lines.noEstimate' : 'inspection.lines.noPlan');
      if (money)
        return t('inspection.lines.estimate', { count: plan.count, money: format.money(money.estimated) });
      return joined(
        plan.code,
        plan.on && format.date(plan.on),
        t('inspection.lines.planOf', { count: plan.count }),
      );
    },
    done({ done, money }) {
      const { held, planned, other } = done;
      if (money) return t('inspection.lines.spent', { held, planned, money: format.money(money.spent) });
      return joined(
        t('inspection.lines.doneOf', { held, planned }),
        other > 0 && t('inspection.lines.doneOther', { count: other }),
      );
    },
    evidence({ evidence, money }) {
      if (money)
        return joined(
          t('inspection.lines.vouchers', { papers: evidence.papers, count: evidence.of }),
          money.closedTo && t('inspection.lines.closed', { date: format.date(money.closedTo) }),
        );
      return joined(
        t('inspection.lines.papers', { count: evidence.papers }),
        t('inspection.lines.files', { count: evidence.files }),
      );
    },
    open({ open, overdue, money }) {
      if (open === 0) return t('inspection.lines.nothingOpen');
      if (money) return t('inspection.lines.bare', { count: open });
      return joined(
        t('inspection.lines.openFindings', { count: open }),
        overdue > 0 && t('inspection.lines.overdue', { count: overdue }),
      );
    },
  };
}
