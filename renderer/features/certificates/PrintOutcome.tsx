/** Running a print or a check, and saying what came of it: a file, or whose text does not fit. */
import { CircleCheck, Download, Printer, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { announceFailure, bridge, OpError, printFile, saveFile, useJobOp, useText } from '../../client';
import { ActionButton, Note, ProgressPanel } from '../../ui';
import type { PrintValues } from './PrintOptions';
import type { Batch } from './PrintPage';

export type Problem = OutputOf<'certificates.check'>['problems'][number];
type Made = OutputOf<'certificates.print'>;

/** What was seen of the batch since its data or options last changed. */
type Outcome =
  | { kind: 'none' }
  | { kind: 'fits'; checked: number }
  | { kind: 'refused'; problems: readonly Problem[] }
  | { kind: 'found'; problems: readonly Problem[] }
  | { kind: 'made'; made: Made };

export function usePrinting(batch: Batch, recipientIds: readonly number[], options: PrintValues) {
  const t = useText();
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const printJob = useJobOp('certificates.print', {
    failure: 'inline',
    done: (data) => t('certificates.print.made', { name: data.file.name }),
  });
  const checkJob = useJobOp('certificates.check', { failure: 'inline', done: null });
  const input = {
    decisionId: batch.decisionId,
    recipientIds: [...recipientIds],
    mode: options.mode,
    printerId: options.printerId,
    blankId: options.mode === 'blank' ? options.blankId : null,
    fresh: options.fresh,
  };
  const check = async (refused = false) => {
    setOutcome({ kind: 'none' });
    try {
      const { checked, problems } = await checkJob.run(input);
      setOutcome(
        problems.length === 0 ? { kind: 'fits', checked } : { kind: refused ? 'refused' : 'found', problems },
      );
    } catch (error) {
      announceFailure(error);
    }
  };
  const print = async (acceptOverflow: boolean) => {
    setOutcome({ kind: 'none' });
    try {
      const made = await printJob.run({
        ...input,
        output: options.output,
        acceptOverflow,
        cause: options.cause,
      });
      setOutcome({ kind: 'made', made });
      await saveFile(made.file);
    } catch (error) {
      if (error instanceof OpError && error.code === 'TEXT_OVERFLOW') await check(true);
      else announceFailure(error);
    }
  };
  const problems = outcome.kind === 'refused' || outcome.kind === 'found' ? outcome.problems : [];
  return {
    outcome,
    problems,
    check,
    print,
    printJob,
    checkJob,
    running: printJob.running || checkJob.running,
  };
}

export function PrintOutcome({
  printing,
  onShow,
}: {
  printing: ReturnType<typeof usePrinting>;
  onShow(id: number): void;
}) {
  const t = useText();
  const { outcome, printJob, checkJob } = printing;
  const job = printJob.progress ? printJob : checkJob;
  if (job.progress)
    return (
      <ProgressPanel
        title={job === printJob ? t('certificates.print.making') : t('certificates.print.checking')}
        progress={job.progress}
        onStop={job.cancel}
        stopping={job.stopping}
      />
    );
  if (outcome.kind === 'fits')
    return (
      <Note tone="ok" icon={CircleCheck}>
        {t('certificates.print.checked', { count: outcome.checked })}
      </Note>
    );
  if (outcome.kind === 'made') return <MadeNote made={outcome.made} />;
  if (outcome.kind === 'none') return null;
  return <Overflowing printing={printing} refused={outcome.kind === 'refused'} onShow={onShow} />;
}

function MadeNote({ made }: { made: Made }) {
  const t = useText();
  return (
    <Note tone="ok" icon={CircleCheck} title={made.file.name}>
      <span className="so-row so-wrap">
        {bridge().host === 'desktop' && made.file.mime === 'application/pdf' && (
          <ActionButton
            size="small"
            action={{
              key: 'print',
              label: t('certificates.print.send'),
              icon: Printer,
              onClick: () => void printFile(made.file),
            }}
          />
        )}
        <ActionButton
          size="small"
          action={{
            key: 'save',
            label: t('certificates.print.save'),
            icon: Download,
            onClick: () => void saveFile(made.file),
          }}
        />
      </span>
    </Note>
  );
}

function Overflowing({
  printing,
  refused,
  onShow,
}: {
  printing: ReturnType<typeof usePrinting>;
  refused: boolean;
  onShow(id: number): void;
}) {
  const t = useText();
  const byPerson = new Map(printing.problems.map((problem) => [problem.recipientId, problem]));
  return (
    <Note tone="warn" icon={TriangleAlert} title={t('certificates.print.overflow', { count: byPerson.size })}>
      <p>{t('certificates.print.overflowBody')}</p>
      <ul className="so-cert-wrong">
        {[...byPerson.values()].map((problem) => (
          <li key={problem.recipientId}>
            <button type="button" className="so-linklike" onClick={() => onShow(problem.recipientId)}>
              {problem.ordinal}. {problem.name}
            </button>
          </li>
        ))}
      </ul>
      {refused && (
        <ActionButton
          size="small"
          action={{
            key: 'anyway',
            label: t('certificates.print.anyway'),
            icon: Printer,
            onClick: () => void printing.print(true),
          }}
        />
      )}
    </Note>
  );
}
