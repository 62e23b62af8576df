/** Every department with what it undertook and reached, typed straight into the table. */
import { PencilLine, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  type Column,
  Drawer,
  ErrorState,
  IconButton,
  LoadingBars,
  PlainTable,
  useFormat,
} from '../../../ui';
import { readScore } from '../../../ui/form/numberFields';
import { AchievedCell, TextCell } from './Cells';
import { type Entry, EntryForm } from './EntryForm';

type Changes = Partial<Pick<Entry, 'undertakes' | 'achieved' | 'figure' | 'figureUnit' | 'rank'>>;

export function UnitsTable({ movementId }: { movementId: number }) {
  const t = useText();
  const query = useQueryOp('movements.entries', { id: movementId, kind: 'unit', everyDepartment: true });
  const [editing, setEditing] = useState<Entry | 'new' | null>(null);
  const columns = useUnitColumns(movementId, setEditing);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars />;
  return (
    <>
      <div className="so-row">
        <span className="so-caption">{t('movements.unitsHint')}</span>
        <span className="so-push" />
        <ActionButton
          size="small"
          action={{
            key: 'other',
            label: t('movements.addOther'),
            icon: Plus,
            onClick: () => setEditing('new'),
          }}
        />
      </div>
      <PlainTable
        framed
        caption={t('movements.tabs.units')}
        columns={columns}
        rows={query.data.rows}
        rowKey={(row) => (row.orgUnitId === null ? `e${row.id}` : `u${row.orgUnitId}`)}
      />
      <EntryDrawer movementId={movementId} kind="unit" editing={editing} onClose={() => setEditing(null)} />
    </>
  );
}

export function EntryDrawer({
  movementId,
  kind,
  editing,
  onClose,
}: {
  movementId: number;
  kind: Entry['kind'];
  editing: Entry | 'new' | null;
  onClose(): void;
}) {
  const t = useText();
  const title =
    editing === null || editing === 'new'
      ? t(kind === 'unit' ? 'movements.addOther' : 'movements.addPerson')
      : t('movements.editEntry', { name: editing.name });
  return (
    <Drawer open={editing !== null} onClose={onClose} title={title} width={460}>
      {editing !== null && (
        <EntryForm
          movementId={movementId}
          kind={kind}
          entry={editing === 'new' ? null : editing}
          onDone={onClose}
        />
      )}
    </Drawer>
  );
}

function useUnitColumns(movementId: number, onEdit: (row: Entry) => void): Column<Entry>[] {
  const t = useText();
  const format = useFormat();
  const save = useCommandOp('movements.saveEntries', {
    done: (data) => t('movements.entrySaved', { count: data.ids.length }),
  });
  const put = (row: Entry, changes: Changes) =>
    save.fire({ id: movementId, rows: [{ entryId: row.id, orgUnitId: row.orgUnitId, ...changes }] });
  const label = (field: keyof Changes, row: Entry) =>
    t('movements.ofEntry', { field: t(`movements.field.${field}`), name: row.name });
  const text = (field: 'undertakes' | 'figureUnit' | 'rank', width?: number): Column<Entry> => ({
    key: field,
    header: t(`movements.field.${field}`),
    ...(width === undefined ? {} : { width }),
    cell: (row) => (
      <TextCell
        label={label(field, row)}
        value={row[field] ?? ''}
        onSave={(typed) => put(row, { [field]: typed === '' ? null : typed })}
      />
    ),
  });
  return [
    {
      key: 'name',
      header: t('movements.col.unit'),
      width: 210,
      cell: (row) => <span className="so-strong">{row.name}</span>,
    },
    text('undertakes'),
    {
      key: 'achieved',
      header: t('movements.field.achieved'),
      width: 112,
      cell: (row) => (
        <AchievedCell
          label={label('achieved', row)}
          value={row.achieved}
          onSave={(achieved) => put(row, { achieved })}
        />
      ),
    },
    {
      key: 'figure',
      header: t('movements.field.figure'),
      width: 90,
      align: 'right',
      cell: (row) => (
        <TextCell
          right
          label={label('figure', row)}
          value={row.figure === null ? '' : format.decimal(row.figure, 2)}
          onSave={(typed) => {
            const figure = typed === '' ? null : readScore(typed.replace(/\.(?=\d{3}\b)/g, ''));
            if (typed === '' || figure !== null) put(row, { figure });
          }}
        />
      ),
    },
    text('figureUnit', 120),
    text('rank', 190),
    toolsColumn(t, onEdit),
  ];
}

/** Buttons to edit and remove an entry; a department with nothing recorded has none. */
export function toolsColumn(t: ReturnType<typeof useText>, onEdit: (row: Entry) => void): Column<Entry> {
  return {
    key: 'actions',
    header: t('movements.col.actions'),
    width: 76,
    cell: (row) => <Tools row={row} onEdit={onEdit} />,
  };
}

function Tools({ row, onEdit }: { row: Entry; onEdit(row: Entry): void }) {
  const t = useText();
  const trash = useCommandOp('movements.trashEntries', {
    done: (data) => t('movements.removed', { count: data.count }),
  });
  const { id } = row;
  if (id === null) return null;
  return (
    <span className="so-row so-awards-tools">
      <IconButton
        icon={PencilLine}
        size="small"
        label={t('movements.editEntry', { name: row.name })}
        onClick={() => onEdit(row)}
      />
      <IconButton
        icon={Trash2}
        size="small"
        label={t('movements.removeEntry', { name: row.name })}
        onClick={() => trash.fire({ ids: [id] })}
      />
    </span>
  );
}
