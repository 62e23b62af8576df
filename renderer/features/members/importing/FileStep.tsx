import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { pickFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import { EmptyState, ErrorState, ProgressPanel, Tag, useFormat } from '../../../ui';
import type { Opened } from './ImportPage';

const KINDS = ['xlsx', 'xls', 'ods', 'csv', 'html', 'htm'];

export function FileStep({ onOpened }: { onOpened(opened: Opened, token: string): void }) {
  const t = useText();
  const open = useJobOp('members.importOpen', { failure: 'inline', done: null });
  const [error, setError] = useState<unknown>(null);
  const choose = async () => {
    const file = await pickFile(KINDS);
    if (!file) return;
    setError(null);
    try {
      const opened = await open.run({ token: file.token });
      if (opened) onOpened(opened, file.token);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <div className="so-import-file">
      {open.running && open.progress ? (
        <ProgressPanel
          title={t('members.import.reading')}
          progress={open.progress}
          onStop={open.cancel}
          stopping={open.stopping}
        />
      ) : (
        <>
          {error !== null && <ErrorState error={error} />}
          <EmptyState
            icon={FileSpreadsheet}
            title={t('members.import.choose')}
            primary={{
              key: 'choose',
              label: t('members.import.choose'),
              icon: FileSpreadsheet,
              onClick: () => void choose(),
            }}
          >
            {t('members.import.chooseBody')}
          </EmptyState>
        </>
      )}
      <History />
    </div>
  );
}

/** Earlier imports, each taken back with one button while that is possible. */
function History() {
  const t = useText();
  const format = useFormat();
  const rows = useQueryOp('members.importHistory', {}).data?.rows ?? [];
  const undo = useCommandOp('members.importUndo', { done: (data) => t('members.import.done.undone', data) });
  if (rows.length === 0) return null;
  return (
    <section className="so-card" aria-label={t('members.import.history')}>
      <div className="so-card__head">
        <h2>{t('members.import.history')}</h2>
      </div>
      <ul className="so-import-history">
        {rows.map((row) => (
          <li key={row.importId}>
            <span>
              <strong>{row.fileName}</strong>
              <span className="so-caption">
                {format.dateTime(row.at)} · {t('members.import.historyRow', row.sums)}
              </span>
            </span>
            {row.state === 'undone' ? (
              <Tag tone="neutral">{t('members.import.historyUndone')}</Tag>
            ) : (
              <button
                type="button"
                className="so-linklike"
                onClick={() => undo.fire({ importId: row.importId })}
              >
                {t('members.import.done.undo')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
