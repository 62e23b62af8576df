/** Settings: everything in the register as one file of open forms. */
import { Switch } from 'antd';
import { PackageOpen, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { saveFile, useJobOp, useQueryOp, useText } from '../../../client';
import { ActionButton, ErrorState, LoadingBars, Note, ProgressPanel, useFormat } from '../../../ui';
import { Pane } from '../Pane';

export function ExportPane() {
  const t = useText();
  const facts = useQueryOp('machine.exportFacts', {});
  const title = t('selfTest.export.title');
  return (
    <Pane title={title}>
      <h2>{title}</h2>
      <p className="so-pane__lead">{t('selfTest.export.lead')}</p>
      {facts.error ? (
        <ErrorState error={facts.error} onRetry={() => void facts.refetch()} />
      ) : facts.data ? (
        <Everything facts={facts.data} />
      ) : (
        <LoadingBars rows={4} kind="lines" />
      )}
      <p className="so-caption">{t('selfTest.export.difference')}</p>
    </Pane>
  );
}

function Everything({ facts }: { facts: OutputOf<'machine.exportFacts'> }) {
  const t = useText();
  const format = useFormat();
  const [complete, setComplete] = useState(true);
  const [lost, setLost] = useState(0);
  const job = useJobOp('machine.exportAll', {
    done: (made) =>
      t('selfTest.export.done', { rows: format.count(made.rows), files: format.count(made.files) }),
  });
  const make = async () => {
    const made = await job.run({ complete }).catch(() => undefined);
    if (!made) return;
    setLost(made.lost);
    await saveFile(made.file);
  };
  if (job.progress)
    return (
      <ProgressPanel
        title={t('selfTest.export.making')}
        progress={job.progress}
        onStop={job.cancel}
        stopping={job.stopping}
      />
    );
  const { rows, tables, files, bytes, last } = facts;
  const holds = { rows: format.count(rows), tables, files: format.count(files), size: format.size(bytes) };
  return (
    <div className="so-card so-pane__card so-stack">
      <p>{t('selfTest.export.holds', holds)}</p>
      <p className="so-caption">
        {last === null
          ? t('selfTest.export.never')
          : t('selfTest.export.last', { at: format.dateTime(last) })}
      </p>
      <div className="so-row">
        <Switch id="export-complete" checked={complete} onChange={setComplete} />
        <label htmlFor="export-complete">{t('selfTest.export.complete')}</label>
      </div>
      <p className="so-caption">
        {t(complete ? 'selfTest.export.completeHint' : 'selfTest.export.partHint')}
      </p>
      <div className="so-row">
        <ActionButton
          primary
          action={{
            key: 'export',
            label: t('selfTest.export.make'),
            icon: PackageOpen,
            onClick: () => void make(),
          }}
        />
        <span className="so-caption">{t('selfTest.export.chair')}</span>
      </div>
      {lost > 0 && (
        <Note tone="warn" icon={TriangleAlert}>
          {t('selfTest.export.lost', { count: lost })}
        </Note>
      )}
    </div>
  );
}
