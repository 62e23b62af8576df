/** People of a movement: what each undertook and reached. */
import { Plus, Users } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  type Column,
  EmptyState,
  ErrorState,
  LoadingBars,
  PlainTable,
  useFormat,
} from '../../../ui';
import type { Entry } from './EntryForm';
import { EntryDrawer, toolsColumn } from './UnitsTable';

export function PeopleTable({ movementId }: { movementId: number }) {
  const t = useText();
  const query = useQueryOp('movements.entries', { id: movementId, kind: 'person', limit: 1000 });
  const [editing, setEditing] = useState<Entry | 'new' | null>(null);
  const columns = usePeopleColumns(setEditing);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars />;
  const add = {
    key: 'person',
    label: t('movements.addPerson'),
    icon: Plus,
    onClick: () => setEditing('new'),
  };
  return (
    <>
      {query.data.rows.length === 0 ? (
        <EmptyState icon={Users} title={t('movements.noPeople')} primary={add}>
          {t('movements.noPeopleBody')}
        </EmptyState>
      ) : (
        <>
          <div className="so-row">
            <span className="so-push" />
            <ActionButton size="small" action={add} />
          </div>
          <PlainTable
            framed
            caption={t('movements.tabs.people')}
            columns={columns}
            rows={query.data.rows}
            rowKey={(row) => row.id ?? 0}
          />
        </>
      )}
      <EntryDrawer movementId={movementId} kind="person" editing={editing} onClose={() => setEditing(null)} />
    </>
  );
}

function usePeopleColumns(onEdit: (row: Entry) => void): Column<Entry>[] {
  const t = useText();
  const format = useFormat();
  return [
    {
      key: 'name',
      header: t('movements.col.person'),
      width: 200,
      cell: (row) =>
        row.memberId === null ? (
          <span className="so-strong">{row.name}</span>
        ) : (
          <Link to={`/members/${row.memberId}`}>{row.name}</Link>
        ),
    },
    { key: 'department', header: t('movements.col.department'), width: 190, cell: (row) => row.department },
    { key: 'undertakes', header: t('movements.field.undertakes'), cell: (row) => row.undertakes },
    {
      key: 'achieved',
      header: t('movements.field.achieved'),
      width: 96,
      cell: (row) => (row.achieved === null ? '' : t(`movements.achieved.${row.achieved ? 'yes' : 'no'}`)),
    },
    {
      key: 'figure',
      header: t('movements.field.figure'),
      width: 130,
      align: 'right',
      cell: (row) =>
        row.figure === null ? '' : [format.decimal(row.figure, 2), row.figureUnit].filter(Boolean).join(' '),
    },
    { key: 'rank', header: t('movements.field.rank'), width: 180, cell: (row) => row.rank },
    toolsColumn(t, onEdit),
  ];
}
