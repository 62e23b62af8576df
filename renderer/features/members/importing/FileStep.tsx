import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { pickFile, useJobOp, useText } from '../../../client';
import { EmptyState, ErrorState, ProgressPanel } from '../../../ui';
import { RecentImports } from './ImportList';
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
      <RecentImports />
    </div>
  );
}
