import { Checkbox } from 'antd';
import { Network, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  Drawer,
  EmptyState,
  ErrorState,
  FigureLink,
  IconButton,
  LoadingBars,
  PlainTable,
  useFormat,
} from '../../ui';
import { UnitForm } from './UnitForm';

type Unit = OutputOf<'organisation.units'>['rows'][number];

/** Departments or union groups with their head counts; each count opens its members. */
export function UnitsTab({ kind }: { kind: 'department' | 'group' }) {
  const t = useText();
  const format = useFormat();
  const words = kind === 'department' ? 'departments' : 'groups';
  const [withClosed, setWithClosed] = useState(false);
  const [editing, setEditing] = useState<Unit | 'new' | null>(null);
  const query = useQueryOp('organisation.units', { withClosed });
  const rows = query.data?.rows.filter((unit) => unit.kind === kind);
  const departments = new Map(query.data?.rows.map((unit) => [unit.id, unit.name]));
  const add = {
    key: 'add',
    label: t(`organisation.${words}.add`),
    icon: Plus,
    onClick: () => setEditing('new'),
  };
  const remove = useCommandOp('organisation.trash', {
    done: (_, input) =>
      t('organisation.trashed', { name: rows?.find((unit) => unit.id === input.ids[0])?.name ?? '' }),
  });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!rows) return <LoadingBars />;
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState icon={Network} title={t(`organisation.${words}.empty`)} primary={add}>
          {t(`organisation.${words}.emptyBody`)}
        </EmptyState>
      ) : (
        <div className="so-stack">
          <div className="so-row">
            <ActionButton action={add} />
            <Checkbox checked={withClosed} onChange={(event) => setWithClosed(event.target.checked)}>
              {t('organisation.showClosed')}
            </Checkbox>
          </div>
          <PlainTable<Unit>
            framed
            caption={t(`organisation.${words}.title`)}
            rows={rows}
            rowKey={(unit) => unit.id}
            columns={[
              {
                key: 'name',
                header: t('organisation.field.unitName'),
                cell: (unit) => (
                  <button type="button" className="so-linklike" onClick={() => setEditing(unit)}>
                    {unit.name}
                  </button>
                ),
              },
              {
                key: 'short',
                header: t('organisation.field.unitShort'),
                width: 180,
                cell: (unit) => unit.shortName,
              },
              ...(kind === 'group'
                ? [
                    {
                      key: 'department',
                      header: t('organisation.field.department'),
                      width: 240,
                      cell: (unit: Unit) => (unit.departmentId ? departments.get(unit.departmentId) : null),
                    },
                  ]
                : []),
              {
                key: 'leader',
                header: t('organisation.field.leader'),
                width: 170,
                cell: (unit) => unit.leader,
              },
              {
                key: 'members',
                header: t('organisation.field.members'),
                width: 90,
                align: 'right',
                cell: (unit) => (
                  <FigureLink
                    to={`/members?${kind}=${unit.id}`}
                    label={`${t('organisation.openMembers')}: ${unit.name}`}
                  >
                    {format.count(unit.members)}
                  </FigureLink>
                ),
              },
              {
                key: 'closed',
                header: t('organisation.field.closedOn'),
                width: 130,
                cell: (unit) => format.date(unit.closedOn),
              },
              {
                key: 'trash',
                header: '',
                width: 48,
                cell: (unit) => (
                  <div className="so-organisation-trash">
                    <IconButton
                      icon={Trash2}
                      size="small"
                      label={`${t('organisation.toTrash')}: ${unit.name}`}
                      onClick={() => remove.fire({ ids: [unit.id] })}
                      disabled={remove.running}
                    />
                  </div>
                ),
              },
            ]}
          />
        </div>
      )}
      {editing && (
        <Drawer
          open
          title={editing === 'new' ? t(`organisation.${words}.add`) : t(`organisation.${words}.edit`)}
          onClose={() => setEditing(null)}
          width={440}
        >
          <UnitForm
            kind={kind}
            unit={editing === 'new' ? null : editing}
            onClose={() => setEditing(null)}
            onReload={() => void query.refetch()}
          />
        </Drawer>
      )}
    </>
  );
}
