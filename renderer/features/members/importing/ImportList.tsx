/** Imports written so far, each taken back with one button, even after later edits. */
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useQueryOp, useText } from '../../../client';
import { Note, PlainTable, Tag, useFormat } from '../../../ui';
import { UndoDrawer } from './UndoDrawer';

type Row = OutputOf<'members.importHistory'>['rows'][number];
const FIGURES = ['created', 'updated', 'merged', 'same', 'skipped'] as const;

export function ImportTable({ rows, onUndo }: { rows: readonly Row[]; onUndo(row: Row): void }) {
  const t = useText();
  const format = useFormat();
  return (
    <PlainTable<Row>
      framed
      caption={t('memberImport.history.title')}
      rows={rows}
      rowKey={(row) => row.importId}
      columns={[
        {
          key: 'file',
          header: t('memberImport.history.file'),
          width: 260,
          cell: (row) => <strong className="so-import-list-name">{row.fileName}</strong>,
        },
        {
          key: 'at',
          header: t('memberImport.history.at'),
          width: 150,
          cell: (row) => format.dateTime(row.at),
        },
        {
          key: 'actor',
          header: t('memberImport.history.actor'),
          width: 130,
          cell: (row) => row.actor ?? '',
        },
        ...FIGURES.map((figure) => ({
          key: figure,
          header: t(`memberImport.history.${figure}`),
          width: 84,
          align: 'right' as const,
          cell: (row: Row) => format.count(row.sums[figure]),
        })),
        {
          key: 'present',
          header: t('memberImport.history.present'),
          width: 110,
          align: 'right',
          cell: (row) => (row.state !== 'committed' ? '' : format.count(row.present)),
        },
        {
          key: 'state',
          header: t('memberImport.history.state'),
          width: 180,
          cell: (row) =>
            row.state !== 'committed' ? (
              <Tag tone={row.state === 'undone' ? 'neutral' : 'warn'}>
                {t(`memberImport.history.${row.state}`)}
              </Tag>
            ) : (
              <button
                type="button"
                className="so-linklike"
                aria-label={t('memberImport.history.undoOf', { name: row.fileName })}
                onClick={() => onUndo(row)}
              >
                {t('memberImport.history.undo')}
              </button>
            ),
        },
      ]}
    />
  );
}

/** Says what became of the newest import when the program ended while it was written. */
export function InterruptedNote({ rows }: { rows: readonly Row[] }) {
  const t = useText();
  const [last] = rows;
  if (last?.state !== 'interrupted' && last?.state !== 'stuck') return null;
  return (
    <Note
      tone="warn"
      icon={TriangleAlert}
      title={t(`memberImport.history.${last.state}Note`, { name: last.fileName })}
    />
  );
}

/** The last few imports under the choice of a file. */
export function RecentImports() {
  const t = useText();
  const rows = useQueryOp('members.importHistory', {}).data?.rows ?? [];
  const [undoing, setUndoing] = useState<Row | null>(null);
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('members.import.history')}>
      <div className="so-row so-import-recent">
        <h2>{t('members.import.history')}</h2>
        <span className="so-push" />
        <Link to="/members/imports">{t('memberImport.history.all')}</Link>
      </div>
      <InterruptedNote rows={rows} />
      <ImportTable rows={rows.slice(0, 5)} onUndo={setUndoing} />
      {undoing && (
        <UndoDrawer
          importId={undoing.importId}
          fileName={undoing.fileName}
          onClose={() => setUndoing(null)}
        />
      )}
    </section>
  );
}
