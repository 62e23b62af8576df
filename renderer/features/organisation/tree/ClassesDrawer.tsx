/** Yearly classes (xếp loại) of one part of the union, or of the union itself. */
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { ORG_CLASSES } from '../../../../shared/contract/organisationTree';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  CountField,
  DateField,
  Drawer,
  ErrorState,
  FieldRow,
  IconButton,
  LoadingBars,
  PlainTable,
  RecordForm,
  SelectField,
  TextField,
  todayIso,
} from '../../../ui';

type Row = OutputOf<'organisation.classes'>['rows'][number];
type Values = Omit<InputOf<'organisation.saveClass'>, 'id' | 'version' | 'unitId'>;

export interface ClassesOf {
  /** Null: the whole union. */
  unitId: number | null;
  name: string;
}

export function ClassesDrawer({ of, onClose }: { of: ClassesOf | null; onClose(): void }) {
  const t = useText();
  return (
    <Drawer
      open={of !== null}
      onClose={onClose}
      title={t('organisationTree.classes.title', { name: of?.name ?? '' })}
      width={520}
    >
      {of && <Classes unitId={of.unitId} />}
    </Drawer>
  );
}

function Classes({ unitId }: { unitId: number | null }) {
  const t = useText();
  const [editing, setEditing] = useState<Row | 'new' | null>(null);
  const query = useQueryOp('organisation.classes', { unitId });
  const remove = useCommandOp('organisation.trashClasses', {
    done: (_, input) =>
      t('organisationTree.classes.trashed', {
        year: query.data?.rows.find((r) => r.id === input.ids[0])?.year ?? '',
      }),
  });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars kind="lines" />;
  const rows = query.data.rows.filter((row) => row.unitId === unitId);
  if (editing)
    return (
      <ClassForm
        unitId={unitId}
        row={editing === 'new' ? null : editing}
        onClose={() => setEditing(null)}
        onReload={() => void query.refetch()}
      />
    );
  return (
    <div className="so-stack">
      <div>
        <ActionButton
          action={{
            key: 'add',
            label: t('organisationTree.classes.add'),
            icon: Plus,
            onClick: () => setEditing('new'),
          }}
        />
      </div>
      {rows.length === 0 ? (
        <p className="so-caption">{t('organisationTree.classes.empty')}</p>
      ) : (
        <PlainTable<Row>
          framed
          caption={t('organisationTree.classes.class')}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'year',
              header: t('organisationTree.classes.year'),
              width: 64,
              cell: (row) => (
                <button type="button" className="so-linklike" onClick={() => setEditing(row)}>
                  {row.year}
                </button>
              ),
            },
            {
              key: 'class',
              header: t('organisationTree.classes.class'),
              cell: (row) => t(`organisationTree.classes.kind.${row.class}`),
            },
            {
              key: 'decision',
              header: t('organisationTree.classes.decision'),
              width: 130,
              cell: (row) => row.decisionNo,
            },
            {
              key: 'trash',
              header: '',
              width: 48,
              cell: (row) => (
                <div className="so-organisation-trash">
                  <IconButton
                    icon={Trash2}
                    size="small"
                    label={t('organisationTree.classes.trash', { year: row.year })}
                    onClick={() => remove.fire({ ids: [row.id] })}
                  />
                </div>
              ),
            },
          ]}
        />
      )}
    </div>
  );
}

function ClassForm({
  unitId,
  row,
  onClose,
  onReload,
}: {
  unitId: number | null;
  row: Row | null;
  onClose(): void;
  onReload(): void;
}) {
  const t = useText();
  const save = useCommandOp('organisation.saveClass', {
    failure: 'inline',
    done: (_, input) => t('organisationTree.classes.saved', { year: input.year }),
  });
  const initial: Partial<Values> = row
    ? {
        year: row.year,
        class: row.class,
        decisionNo: row.decisionNo,
        decisionDate: row.decisionDate,
        note: row.note,
      }
    : { year: Number(todayIso().slice(0, 4)) };
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={initial}
      onCancel={onClose}
      onReload={onReload}
      onSubmit={async (values) => {
        await save.run({ ...values, unitId, id: row?.id ?? null, version: row?.version ?? null });
        onClose();
      }}
    >
      <FieldRow columns="120px minmax(0, 1fr)">
        <CountField name="year" label={t('organisationTree.classes.year')} required />
        <SelectField
          name="class"
          required
          label={t('organisationTree.classes.class')}
          options={ORG_CLASSES.map((value) => ({
            value,
            label: t(`organisationTree.classes.kind.${value}`),
          }))}
        />
      </FieldRow>
      <FieldRow>
        <TextField name="decisionNo" label={t('organisationTree.change.decisionNo')} max={60} optional />
        <DateField name="decisionDate" label={t('organisationTree.change.decisionDate')} optional />
      </FieldRow>
      <TextField name="note" label={t('organisationTree.classes.note')} max={300} optional />
    </RecordForm>
  );
}
