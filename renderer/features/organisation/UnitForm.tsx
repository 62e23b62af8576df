import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { DateField, RecordForm, SelectField, TextField } from '../../ui';

type Unit = OutputOf<'organisation.units'>['rows'][number];
interface Values {
  name: string;
  shortName: string | null;
  departmentId: number | null;
  leaderName: string | null;
  renamedOn: string | null;
}

const editable = ({ name, shortName, departmentId, leaderName }: Unit): Partial<Values> => ({
  name,
  shortName,
  departmentId,
  leaderName,
});

/** Adds or edits a department or union group; a new name may hold from a day on. */
export function UnitForm({
  kind,
  unit,
  onClose,
  onReload,
}: {
  kind: 'department' | 'group';
  unit: Unit | null;
  onClose(): void;
  onReload(): void;
}) {
  const t = useText();
  const departments = useQueryOp('organisation.units', { kind: 'department' }).data?.rows ?? [];
  const create = useCommandOp('organisation.createUnit', {
    failure: 'inline',
    done: (_, input) => t('organisation.created', { name: input.name }),
  });
  const update = useCommandOp('organisation.updateUnit', {
    failure: 'inline',
    done: (_, input) => t('organisation.updated', { name: input.name }),
  });
  return (
    <RecordForm<Values>
      draftKey={`org:${unit?.id ?? `new-${kind}`}`}
      initial={unit ? editable(unit) : {}}
      onCancel={onClose}
      onReload={onReload}
      onSubmit={async ({ renamedOn, ...values }) => {
        if (unit)
          await update.run({
            ...values,
            id: unit.id,
            version: unit.version,
            // Closing asks where its people go: see the tree.
            closedOn: unit.closedOn,
            renamedOn: renamedOn ?? null,
          });
        else await create.run({ ...values, kind });
        onClose();
      }}
    >
      <TextField name="name" label={t('organisation.field.unitName')} required max={150} autoFocus />
      <TextField name="shortName" label={t('organisation.field.unitShort')} max={60} />
      {kind === 'group' && (
        <SelectField
          name="departmentId"
          label={t('organisation.field.department')}
          clearable
          options={departments.map((department) => ({ value: department.id, label: department.name }))}
        />
      )}
      <TextField
        name="leaderName"
        label={t('organisation.field.leader')}
        max={100}
        hint={
          unit?.leader && unit.leader !== unit.leaderName
            ? t('organisation.hint.leader', { name: unit.leader })
            : undefined
        }
      />
      {unit && (
        <DateField
          name="renamedOn"
          precision="day"
          label={t('organisation.field.renamedOn')}
          hint={t('organisation.hint.renamedOn')}
        />
      )}
    </RecordForm>
  );
}
