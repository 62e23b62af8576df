/** Recording what was asked, and what has become of it. */
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FOLLOW_UP_STATES, type FollowUpState } from '../../../../shared/domain/followUps';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  DateField,
  Drawer,
  FieldRow,
  RecordForm,
  SegmentedField,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
  useFormat,
} from '../../../ui';
import { EvidenceBox } from '../../files/EvidenceBox';
import type { FollowUp } from './FollowUpTable';

type OwnerKind = 'member' | 'units' | 'name';
interface Asked {
  text: string;
  saidBy: string | null;
  saidTitle: string | null;
  saidOn: string | null;
  dueOn: string | null;
  kind: OwnerKind;
  memberId: number | null;
  unitIds: number[] | null;
  ownerName: string | null;
}

export function CreateDrawer({
  open,
  eventId,
  saidOn,
  onClose,
}: {
  open: boolean;
  eventId: number | null;
  /** Day of the event. */
  saidOn?: string;
  onClose(): void;
}) {
  const t = useText();
  return (
    <Drawer open={open} onClose={onClose} title={t('followUps.addTitle')}>
      {open && <CreateForm eventId={eventId} saidOn={saidOn ?? todayIso()} onClose={onClose} />}
    </Drawer>
  );
}

function CreateForm({
  eventId,
  saidOn,
  onClose,
}: {
  eventId: number | null;
  saidOn: string;
  onClose(): void;
}) {
  const t = useText();
  const [kind, setKind] = useState<OwnerKind>('units');
  const create = useCommandOp('events.createFollowUps', {
    failure: 'inline',
    done: (data) => t('followUps.created', { count: data.ids.length }),
  });
  const save = async (values: Asked) => {
    const { text, saidBy, saidTitle, dueOn } = values;
    const owners =
      values.kind === 'units'
        ? (values.unitIds ?? []).map((unitId) => ({ unitId }))
        : [values.kind === 'member' ? { memberId: values.memberId } : { name: values.ownerName }];
    await create.run({ eventId, text, saidBy, saidTitle, saidOn: values.saidOn, dueOn, owners });
    onClose();
  };
  return (
    <RecordForm<Asked>
      draftKey={null}
      initial={{ kind, saidOn }}
      onSubmit={save}
      onCancel={onClose}
      onValues={(values) => values.kind && setKind(values.kind)}
      enterSaves={false}
    >
      {(form) => (
        <>
          <TextAreaField name="text" label={t('followUps.text')} required max={2000} autoFocus />
          <FieldRow>
            <TextField name="saidBy" label={t('followUps.saidBy')} max={120} />
            <TextField name="saidTitle" label={t('followUps.saidTitle')} max={200} />
          </FieldRow>
          <FieldRow>
            <DateField name="saidOn" label={t('followUps.saidOn')} precision="day" />
            <DateField name="dueOn" label={t('followUps.dueOn')} precision="day" />
          </FieldRow>
          <SegmentedField<OwnerKind>
            name="kind"
            label={t('followUps.kind')}
            options={(['units', 'member', 'name'] as const).map((value) => ({
              value,
              label: t(`followUps.kinds.${value}`),
            }))}
          />
          {kind === 'units' && <UnitsField onAll={(ids) => form.setFieldValue('unitIds', ids)} />}
          {kind === 'member' && <MemberField />}
          {kind === 'name' && (
            <TextField name="ownerName" label={t('followUps.ownerName')} required max={200} />
          )}
        </>
      )}
    </RecordForm>
  );
}

function UnitsField({ onAll }: { onAll(ids: number[]): void }) {
  const t = useText();
  const units = useQueryOp('organisation.units', {}).data?.rows.filter((one) => one.closedOn === null) ?? [];
  return (
    <>
      <SelectField<number>
        name="unitIds"
        label={t('followUps.units')}
        hint={t('followUps.unitsHint')}
        required
        multiple
        options={units.map((one) => ({ value: one.id, label: one.name }))}
      />
      <button
        type="button"
        className="so-linklike"
        onClick={() => onAll(units.filter((one) => one.kind === 'group').map((one) => one.id))}
      >
        {t('followUps.allUnits')}
      </button>
    </>
  );
}

function MemberField() {
  const t = useText();
  const rows = useQueryOp('members.list', { limit: 500 }).data?.rows ?? [];
  return (
    <SelectField<number>
      name="memberId"
      label={t('followUps.member')}
      required
      options={rows.map((one) => ({ value: one.id, label: one.fullName, note: one.department ?? '' }))}
    />
  );
}

interface Report {
  state: FollowUpState;
  result: string | null;
  doneOn: string | null;
}

export function ReportDrawer({ followUp, onClose }: { followUp: FollowUp | null; onClose(): void }) {
  const t = useText();
  const trash = useCommandOp('events.trashFollowUps', {
    done: (data) => t('followUps.trashed', { count: data.count }),
  });
  return (
    <Drawer
      open={followUp !== null}
      onClose={onClose}
      title={t('followUps.report')}
      facts={followUp?.owner ?? ''}
      footer={
        followUp && (
          <ActionButton
            action={{
              key: 'trash',
              label: t('followUps.toTrash'),
              icon: Trash2,
              danger: true,
              onClick: () => {
                trash.fire({ ids: [followUp.id] });
                onClose();
              },
            }}
          />
        )
      }
    >
      {followUp && <ReportForm key={followUp.id} followUp={followUp} onClose={onClose} />}
    </Drawer>
  );
}

function ReportForm({ followUp, onClose }: { followUp: FollowUp; onClose(): void }) {
  const t = useText();
  const format = useFormat();
  const report = useCommandOp('events.reportFollowUp', {
    failure: 'inline',
    done: () => t('followUps.saved'),
  });
  const { id, version, state, result, doneOn } = followUp;
  return (
    <div className="so-stack">
      <p className="so-events-text">{followUp.text}</p>
      <p className="so-caption">
        {[
          [followUp.saidBy, followUp.saidTitle].filter(Boolean).join(', '),
          followUp.saidOn && format.date(followUp.saidOn),
          followUp.dueOn && `${t('followUps.dueOn')}: ${format.date(followUp.dueOn)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {followUp.inBatch > 1 && <NotReported batch={followUp.batch} />}
      <RecordForm<Report>
        draftKey={null}
        initial={{ state, result, doneOn }}
        onSubmit={async (values) => {
          await report.run({ ...values, id, version });
          onClose();
        }}
        onCancel={onClose}
        enterSaves={false}
      >
        <SelectField<FollowUpState>
          name="state"
          label={t('followUps.state')}
          options={FOLLOW_UP_STATES.map((value) => ({ value, label: t(`followUps.states.${value}`) }))}
        />
        <TextAreaField name="result" label={t('followUps.result')} optional max={3000} />
        <DateField name="doneOn" label={t('followUps.doneOn')} optional precision="day" />
      </RecordForm>
      <EvidenceBox entity="follow_up" entityId={id} />
    </div>
  );
}

/** Units of the same direction that have not reported yet. */
function NotReported({ batch }: { batch: string }) {
  const t = useText();
  const rows = useQueryOp('events.followUps', { batch, show: 'waiting', limit: 500 }).data?.rows;
  if (!rows) return null;
  return (
    <div className="so-events-waiting">
      <strong>
        {rows.length === 0 ? t('followUps.allReported') : t('followUps.notReported', { count: rows.length })}
      </strong>
      {rows.length > 0 && <p>{rows.map((row) => row.owner).join(', ')}</p>}
    </div>
  );
}
