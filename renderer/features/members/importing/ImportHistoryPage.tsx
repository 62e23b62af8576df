import { FileInput, History, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  EmptyState,
  ErrorState,
  IconButton,
  LoadingBars,
  Page,
  PlainTable,
  RecordForm,
  TextField,
  useFormat,
} from '../../../ui';
import { ImportTable, InterruptedNote } from './ImportList';
import { UndoDrawer } from './UndoDrawer';
import './import.css';

type Written = OutputOf<'members.importHistory'>['rows'][number];
type Mapping = OutputOf<'members.importMappings'>['rows'][number];

/** Imports written so far with the way back of each, and the mappings remembered from them. */
export default function ImportHistoryPage() {
  const t = useText();
  const navigate = useNavigate();
  const history = useQueryOp('members.importHistory', {});
  const [undoing, setUndoing] = useState<Written | null>(null);
  const rows = history.data?.rows ?? [];
  return (
    <Page
      title={t('memberImport.history.title')}
      crumbs={[{ label: t('members.title'), to: '/members' }]}
      facts={[t('memberImport.history.lead')]}
      primary={{
        key: 'import',
        label: t('members.importFile'),
        icon: FileInput,
        onClick: () => navigate('/members/import'),
      }}
    >
      {history.error ? (
        <ErrorState error={history.error} onRetry={() => void history.refetch()} />
      ) : history.isPending ? (
        <LoadingBars />
      ) : rows.length === 0 ? (
        <EmptyState icon={History} title={t('memberImport.history.empty')}>
          {t('memberImport.history.emptyBody')}
        </EmptyState>
      ) : (
        <>
          <InterruptedNote rows={rows} />
          <ImportTable rows={rows} onUndo={setUndoing} />
        </>
      )}
      <Mappings />
      {undoing && (
        <UndoDrawer
          importId={undoing.importId}
          fileName={undoing.fileName}
          onClose={() => setUndoing(null)}
        />
      )}
    </Page>
  );
}

function Mappings() {
  const t = useText();
  const format = useFormat();
  const rows = useQueryOp('members.importMappings', {}).data?.rows ?? [];
  const [renaming, setRenaming] = useState<number | null>(null);
  const trash = useCommandOp('members.trashImportMappings', {
    done: () => t('memberImport.mappings.trashed'),
  });
  return (
    <section className="so-import-mappings" aria-label={t('memberImport.mappings.title')}>
      <h2>{t('memberImport.mappings.title')}</h2>
      <p className="so-caption">
        {rows.length === 0 ? t('memberImport.mappings.empty') : t('memberImport.mappings.lead')}
      </p>
      {rows.length > 0 && (
        <PlainTable<Mapping>
          framed
          caption={t('memberImport.mappings.title')}
          rows={rows}
          rowKey={(row) => row.id}
          extra={(row) =>
            renaming === row.id ? <Rename row={row} onDone={() => setRenaming(null)} /> : null
          }
          columns={[
            {
              key: 'name',
              header: t('memberImport.mappings.name'),
              width: 240,
              cell: (row) => <strong>{row.name}</strong>,
            },
            {
              key: 'headers',
              header: t('memberImport.mappings.headers'),
              width: 380,
              cell: (row) => (
                <span className="so-import-headers" title={row.headers.join(' · ')}>
                  {row.headers.join(' · ')}
                </span>
              ),
            },
            {
              key: 'columns',
              header: t('memberImport.mappings.columns'),
              width: 100,
              align: 'right',
              cell: (row) => format.count(row.columns),
            },
            {
              key: 'usedAt',
              header: t('memberImport.mappings.usedAt'),
              width: 140,
              cell: (row) => format.dateTime(row.usedAt),
            },
            {
              key: 'usedCount',
              header: t('memberImport.mappings.usedCount'),
              width: 100,
              align: 'right',
              cell: (row) => format.count(row.usedCount),
            },
            {
              key: 'do',
              header: '',
              width: 90,
              cell: (row) => (
                <span className="so-row">
                  <IconButton
                    icon={Pencil}
                    size="small"
                    label={t('memberImport.mappings.renameOf', { name: row.name })}
                    onClick={() => setRenaming(row.id)}
                  />
                  <IconButton
                    icon={Trash2}
                    size="small"
                    label={t('memberImport.mappings.trashOf', { name: row.name })}
                    onClick={() => trash.fire({ ids: [row.id] })}
                  />
                </span>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

function Rename({ row, onDone }: { row: Mapping; onDone(): void }) {
  const t = useText();
  const rename = useCommandOp('members.renameImportMapping', {
    failure: 'inline',
    done: (_, input) => t('memberImport.mappings.renamed', { name: input.name }),
  });
  return (
    <div className="so-import-rename">
      <RecordForm<{ name: string }>
        draftKey={null}
        initial={{ name: row.name }}
        onCancel={onDone}
        onSubmit={async ({ name }) => {
          await rename.run({ id: row.id, version: row.version, name });
          onDone();
        }}
      >
        <TextField
          name="name"
          label={t('memberImport.mappings.renameOf', { name: row.name })}
          required
          autoFocus
          max={120}
        />
      </RecordForm>
    </div>
  );
}
