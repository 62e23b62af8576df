import { CircleCheck, FileSpreadsheet, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { saveFile, useJobOp, useText } from '../../../client';
import { ActionButton, Note, ProgressPanel, useFormat } from '../../../ui';

type Findings = OutputOf<'audit.verify'>;

/** Follows the chain of the log, and writes what is listed into a workbook. */
export function ChainCheck({ filter }: { filter: InputOf<'audit.export'> }) {
  const t = useText();
  const [found, setFound] = useState<Findings | null>(null);
  const verify = useJobOp('audit.verify', { done: null });
  const write = useJobOp('audit.export', { done: () => t('audit.chain.exported') });
  const progress = verify.progress ?? write.progress;
  return (
    <>
      <div className="so-row so-wrap">
        <ActionButton
          size="small"
          action={{
            key: 'verify',
            label: t('audit.chain.check'),
            icon: ShieldCheck,
            disabled: progress !== null,
            onClick: () => void verify.run({}).then(setFound, () => undefined),
          }}
        />
        <ActionButton
          size="small"
          action={{
            key: 'export',
            label: t('audit.chain.export'),
            icon: FileSpreadsheet,
            disabled: progress !== null,
            onClick: () =>
              void write.run(filter).then(
                (file) => file && saveFile(file),
                () => undefined,
              ),
          }}
        />
      </div>
      {verify.progress && <ProgressPanel title={t('audit.chain.checking')} progress={verify.progress} />}
      {write.progress && <ProgressPanel title={t('audit.chain.exporting')} progress={write.progress} />}
      {found && !verify.progress && <Found found={found} />}
    </>
  );
}

function Found({ found }: { found: Findings }) {
  const t = useText();
  const format = useFormat();
  const at = (moment: string | null) => (moment === null ? '' : format.dateTime(moment));
  if (found.rows === 0 && found.problems.length === 0)
    return (
      <Note tone="ok" icon={CircleCheck}>
        {t('audit.chain.empty')}
      </Note>
    );
  if (found.problems.length > 0)
    return (
      <Note tone="bad" icon={TriangleAlert} title={t('audit.chain.broken')}>
        <p>{t('audit.chain.brokenBody')}</p>
        <ul>
          {found.problems.slice(0, 10).map((problem) => (
            <li key={`${problem.kind} ${problem.id} ${problem.at}`}>
              {t(`audit.chain.${problem.kind}`, { id: problem.id, at: at(problem.at) })}
            </li>
          ))}
          {found.problems.length > 10 && <li>{t('audit.chain.more')}</li>}
        </ul>
      </Note>
    );
  const { rows, copies, from, to, anonymised, setBack, head } = found;
  return (
    <Note
      tone="ok"
      icon={CircleCheck}
      title={t('audit.chain.whole', { rows: format.count(rows), from: at(from), to: at(to) })}
    >
      <p>{t('audit.chain.wholeBody', { copies: format.count(copies) })}</p>
      {anonymised > 0 && <p>{t('audit.chain.anonymised', { count: anonymised })}</p>}
      {setBack > 0 && <p>{t('audit.chain.setBack', { count: setBack })}</p>}
      {head && <p>{t('audit.chain.code', { code: head.slice(0, 12) })}</p>}
    </Note>
  );
}
