import { Form, Modal } from 'antd';
import { MEMBER_STATUSES } from '../../../shared/contract/members';
import { useCommandOp, useText } from '../../client';
import { DateField, FieldRow, RecordForm, SelectField, TextField, todayIso } from '../../ui';

type Status = (typeof MEMBER_STATUSES)[number];

interface Values {
  status: Status;
  statusDate: string | null;
  place: string | null;
  decisionNo: string | null;
  decisionDate: string | null;
  reason: string | null;
}

/** Records that a member left, retired, was transferred … or is active again. */
export function StatusDialog({
  member,
  onClose,
}: {
  member: { id: number; version: number; status: Status; name: string };
  onClose(): void;
}) {
  const t = useText();
  const save = useCommandOp('members.setStatus', {
    failure: 'inline',
    done: (_, input) =>
      t('members.statusSaved', { name: member.name, status: t(`members.status.${input.status}`) }),
  });
  return (
    <Modal open title={t('members.statusDialog.title')} onCancel={onClose} footer={null}>
      <RecordForm<Values>
        draftKey={null}
        initial={{ status: member.status, statusDate: todayIso(), reason: null }}
        saveLabel={t('members.statusDialog.save')}
        onCancel={onClose}
        onSubmit={async (values) => {
          await save.run({ id: member.id, version: member.version, ...values });
          onClose();
        }}
      >
        <SelectField
          name="status"
          label={t('members.field.status')}
          required
          options={MEMBER_STATUSES.map((value) => ({ value, label: t(`members.status.${value}`) }))}
        />
        <DateField name="statusDate" label={t('members.statusDialog.date')} />
        <PlaceField />
        <FieldRow>
          <TextField name="decisionNo" label={t('memberHistory.field.decisionNo')} max={80} />
          <DateField name="decisionDate" label={t('memberHistory.field.decisionDate')} />
        </FieldRow>
        <TextField name="reason" label={t('members.statusDialog.reason')} max={300} />
      </RecordForm>
    </Modal>
  );
}

/** Where the member goes, for a transfer. */
function PlaceField() {
  const t = useText();
  const status = Form.useWatch<Status>('status', Form.useFormInstance());
  return status === 'transferred' ? (
    <TextField name="place" label={t('memberHistory.field.placeTo')} max={200} />
  ) : null;
}
