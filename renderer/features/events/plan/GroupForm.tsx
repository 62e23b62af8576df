/** A group, new or edited. */
import { useState } from 'react';
import type { InputOf } from '../../../../shared/contract';
import {
  ATTENDEE_GROUP_KINDS,
  type AttendeeGroupKind,
  GROUP_NAMES,
  QUORUMS,
} from '../../../../shared/domain/eventPlans';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import { CheckField, CountField, Drawer, FieldRow, RecordForm, SelectField, TextField } from '../../../ui';
import type { Group } from './GroupsTab';

type Fields = Omit<InputOf<'events.saveGroup'>, 'id' | 'version' | 'eventId'>;

export function GroupForm({
  eventId,
  group,
  onClose,
}: {
  eventId: number;
  group: Group | 'new' | null;
  onClose(): void;
}) {
  const t = useText();
  return (
    <Drawer
      open={group !== null}
      onClose={onClose}
      title={t(group === 'new' ? 'eventPlans.addGroup' : 'eventPlans.editGroup')}
    >
      {group !== null && <Form eventId={eventId} group={group === 'new' ? null : group} onClose={onClose} />}
    </Drawer>
  );
}

function Form({ eventId, group, onClose }: { eventId: number; group: Group | null; onClose(): void }) {
  const t = useText();
  const [seen, setSeen] = useState<Partial<Fields>>(
    group ? { ...group, quorum: group.quorumCode } : { kind: 'executive', quorum: 'twoThirds' },
  );
  const kind: AttendeeGroupKind = seen.kind ?? 'executive';
  const units = useQueryOp('organisation.units', {}).data?.rows ?? [];
  const save = useCommandOp('events.saveGroup', {
    failure: 'inline',
    done: (_, input) => t('eventPlans.groupSaved', { name: input.name ?? GROUP_NAMES[input.kind] }),
  });
  const [initial] = useState(seen);
  return (
    <RecordForm<Fields>
      draftKey={null}
      initial={initial}
      onValues={(values) => setSeen(values)}
      onSubmit={async (values) => {
        const { name, departmentIds, quorum, quorumPart, quorumWhole, quorumStrict } = {
          ...initial,
          ...values,
        };
        const fields = {
          name,
          departmentIds: departmentIds ?? [],
          quorum,
          quorumPart,
          quorumWhole,
          quorumStrict,
        };
        await save.run({ ...fields, kind, eventId, id: group?.id ?? null, version: group?.version ?? null });
        onClose();
      }}
      onCancel={onClose}
    >
      <SelectField<AttendeeGroupKind>
        name="kind"
        label={t('eventPlans.kind')}
        required
        disabled={group !== null}
        options={ATTENDEE_GROUP_KINDS.map((value) => ({ value, label: t(`eventPlans.groupKind.${value}`) }))}
      />
      <TextField
        name="name"
        label={t('eventPlans.name')}
        optional
        max={200}
        hint={t('eventPlans.nameHint', { name: GROUP_NAMES[kind] })}
      />
      {kind === 'departments' && (
        <SelectField<number>
          name="departmentIds"
          label={t('eventPlans.departments')}
          hint={t('eventPlans.departmentsHint')}
          multiple
          options={units
            .filter((one) => one.kind === 'department')
            .map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <SelectField
        name="quorum"
        label={t('eventPlans.quorum')}
        clearable
        placeholder={t('eventPlans.noQuorum')}
        options={QUORUMS.map((value) => ({ value, label: t(`eventPlans.quorums.${value}`) }))}
      />
      {seen.quorum === 'own' && (
        <>
          <FieldRow>
            <CountField name="quorumPart" label={t('eventPlans.quorumPart')} min={1} max={100} required />
            <CountField name="quorumWhole" label={t('eventPlans.quorumWhole')} min={1} max={100} required />
          </FieldRow>
          <CheckField name="quorumStrict" label={t('eventPlans.quorumStrict')} />
        </>
      )}
    </RecordForm>
  );
}
