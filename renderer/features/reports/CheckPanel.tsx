/** Beside the report: figures that changed, and what the proof-reading found; each is taken or left. */
import { CheckCircle2, RefreshCw } from 'lucide-react';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ActionButton, ErrorState, LoadingBars, Note, SidePanel } from '../../ui';
import type { Report } from './ReportPage';

type Check = OutputOf<'reports.check'>;
type Finding = Check['findings'][number];

interface PanelProps {
  report: Report;
  locked: boolean;
  onGoTo(partId: number): void;
  onClose(): void;
}

export function CheckPanel({ report, locked, onGoTo, onClose }: PanelProps) {
  const t = useText();
  const query = useQueryOp('reports.check', { id: report.id }, { keep: true });
  const check = query.data;
  return (
    <SidePanel width="wide" title={t('reports.check.title')} onClose={onClose}>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!check && !query.error && <LoadingBars kind="lines" />}
      {check && (
        <div className="so-stack">
          <Changes report={report} check={check} locked={locked} onGoTo={onGoTo} />
          <Findings report={report} check={check} locked={locked} onGoTo={onGoTo} />
          <Counts check={check} />
        </div>
      )}
    </SidePanel>
  );
}

type PartProps = Omit<PanelProps, 'onClose'> & { check: Check };

function Changes({ report, check, locked, onGoTo }: PartProps) {
  const t = useText();
  const recount = useCommandOp('reports.recalculate', {
    done: ({ count }) => (count === 0 ? t('reports.countedNone') : t('reports.counted', { count })),
  });
  if (check.changes.length === 0) return null;
  const said = (text: string | null) => text ?? t('reports.check.unknown');
  return (
    <section className="so-stack">
      <h3>{t('reports.check.changes', { count: check.changes.length })}</h3>
      <ul className="so-reports-findings">
        {check.changes.map((one) => (
          <li key={`${one.partId}-${one.tag}`}>
            <button type="button" className="so-linklike" lang="vi" onClick={() => onGoTo(one.partId)}>
              {one.label || t('reports.check.goTo')}
            </button>
            <p className="so-caption" lang="vi">
              {one.was === null && one.now === null
                ? t('reports.check.rewritten')
                : t('reports.check.changeWas', { was: said(one.was), now: said(one.now) })}
            </p>
          </li>
        ))}
      </ul>
      {!locked && (
        <ActionButton
          action={{
            key: 'recount',
            label: t('reports.check.recountAll'),
            icon: RefreshCw,
            running: recount.running,
            onClick: () => recount.fire({ id: report.id }),
          }}
        />
      )}
    </section>
  );
}

function Findings({ report, check, locked, onGoTo }: PartProps) {
  const t = useText();
  const open = check.findings.filter((one) => !one.ignored);
  const left = check.findings.filter((one) => one.ignored);
  return (
    <section className="so-stack">
      {open.length === 0 && check.changes.length === 0 ? (
        <Note tone="ok" icon={CheckCircle2} title={t('reports.check.fine')}>
          {t('reports.check.fineBody')}
        </Note>
      ) : (
        open.length > 0 && <h3>{t('reports.check.findings', { count: open.length })}</h3>
      )}
      <ul className="so-reports-findings" aria-label={t('reports.check.title')}>
        {open.map((one) => (
          <FindingRow key={one.key} id={report.id} finding={one} locked={locked} onGoTo={onGoTo} />
        ))}
      </ul>
      {left.length > 0 && (
        <details>
          <summary>{t('reports.check.ignored', { count: left.length })}</summary>
          <ul className="so-reports-findings">
            {left.map((one) => (
              <FindingRow key={one.key} id={report.id} finding={one} locked={locked} onGoTo={onGoTo} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function useReason(finding: Finding): string {
  const t = useText();
  const { rule, details } = finding;
  if (rule === 'recipients')
    return t(details.what === 'none' ? 'reports.rule.recipientsNone' : 'reports.rule.recipientsKept');
  return t.any(`reports.rule.${rule}`, details);
}

function FindingRow({
  id,
  finding,
  locked,
  onGoTo,
}: {
  id: number;
  finding: Finding;
  locked: boolean;
  onGoTo(partId: number): void;
}) {
  const t = useText();
  const reason = useReason(finding);
  const accept = useCommandOp('reports.accept', { done: () => t('reports.accepted') });
  const ignore = useCommandOp('reports.ignore', { done: () => t('reports.ignoredDone') });
  const { partId, before, excerpt, after, proposal, key, ignored } = finding;
  const place = finding.rule === 'recipients' ? t('reports.check.wholePaper') : t('reports.check.subject');
  return (
    <li>
      {/* The reason quotes what is written. */}
      <p lang="vi" className="so-strong">
        {reason}
      </p>
      {partId === null ? (
        <p className="so-caption">{place}</p>
      ) : (
        <button type="button" className="so-reports-excerpt" lang="vi" onClick={() => onGoTo(partId)}>
          {before.length >= 40 ? '…' : ''}
          {before}
          <mark>{excerpt.trim() === '' ? excerpt.replaceAll(' ', '\u00a0') || '·' : excerpt}</mark>
          {after}
        </button>
      )}
      {!locked && (
        <div className="so-row so-wrap">
          {proposal !== null && partId !== null && !ignored && (
            <ActionButton
              size="small"
              action={{
                key: 'accept',
                label:
                  proposal.trim() === ''
                    ? t('reports.check.acceptDrop')
                    : t('reports.check.accept', { to: proposal }),
                running: accept.running,
                onClick: () => accept.fire({ id, key }),
              }}
            />
          )}
          <button
            type="button"
            className="so-linklike"
            onClick={() => ignore.fire({ id, key, ignored: !ignored })}
          >
            {t(ignored ? 'reports.check.again' : 'reports.check.ignore')}
          </button>
        </div>
      )}
    </li>
  );
}

function Counts({ check }: { check: Check }) {
  const t = useText();
  const said = [
    check.byHand > 0 && t('reports.check.byHand', { count: check.byHand }),
    check.unknown > 0 && t('reports.check.noFigures', { count: check.unknown }),
  ].filter(Boolean);
  return said.length > 0 ? <p className="so-caption">{said.join(' · ')}</p> : null;
}
