/** What is asked before a report is printed or issued: everything is looked at once more. */
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ConfirmDialog, LoadingBars, todayIso } from '../../ui';
import { type Report, usePaper } from './ReportPage';

function useOpen(report: Report) {
  const query = useQueryOp('reports.check', { id: report.id });
  const open = query.data?.findings.filter((one) => !one.ignored).length ?? 0;
  return {
    open,
    changes: query.data?.changes.length ?? 0,
    unknown: query.data?.unknown ?? 0,
    ready: query.data !== undefined,
  };
}

function Unknown({ count }: { count: number }) {
  const t = useText();
  return count > 0 ? <p>{t('reports.close.unknown', { count })}</p> : null;
}

/** Prints at once when nothing is wrong. */
export function PrintDialog({
  report,
  onCheck,
  onClose,
}: {
  report: Report;
  onCheck(): void;
  onClose(): void;
}) {
  const t = useText();
  const { open, changes, unknown, ready } = useOpen(report);
  const { make } = usePaper(report);
  const recount = useCommandOp('reports.recalculate', { done: null });
  const print = async () => {
    if (changes > 0) await recount.run({ id: report.id }).catch(() => null);
    make('pdf');
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t('reports.check.before')}
      confirmLabel={t(
        changes > 0
          ? 'reports.check.recountPrint'
          : open > 0
            ? 'reports.check.printAnyway'
            : 'reports.page.print',
      )}
      onConfirm={() => void print()}
      onCancel={onClose}
      running={recount.running}
    >
      {!ready ? (
        <LoadingBars kind="lines" />
      ) : (
        <>
          {open + changes + unknown === 0 ? (
            <p>{t('reports.check.fine')}</p>
          ) : (
            <>
              {open + changes > 0 && <p>{t('reports.close.open', { count: open, changes })}</p>}
              <Unknown count={unknown} />
            </>
          )}
          {open > 0 && (
            <button
              type="button"
              className="so-linklike"
              onClick={() => {
                onCheck();
                onClose();
              }}
            >
              {t('reports.page.check')}
            </button>
          )}
        </>
      )}
    </ConfirmDialog>
  );
}

export function CloseDialog({ report, onClose }: { report: Report; onClose(): void }) {
  const t = useText();
  const [number, setNumber] = useState(true);
  const { open, changes, unknown } = useOpen(report);
  const close = useCommandOp('reports.close', {
    done: ({ code }) => (code === null ? t('reports.closed') : t('reports.closedAs', { code })),
  });
  return (
    <ConfirmDialog
      open
      title={t('reports.close.title')}
      confirmLabel={t('reports.close.confirm')}
      running={close.running}
      onCancel={onClose}
      onConfirm={async () => {
        const done = await close
          .run({
            id: report.id,
            version: report.version,
            onDate: report.onDate ?? todayIso(),
            number: number && report.code === null,
          })
          .catch(() => null);
        if (done) onClose();
      }}
    >
      <p>{t('reports.close.body')}</p>
      {open + changes > 0 && <p>{t('reports.close.open', { count: open, changes })}</p>}
      <Unknown count={unknown} />
      {report.code === null && (
        <Checkbox checked={number} onChange={(event) => setNumber(event.target.checked)}>
          {t('reports.close.number')}
        </Checkbox>
      )}
    </ConfirmDialog>
  );
}
