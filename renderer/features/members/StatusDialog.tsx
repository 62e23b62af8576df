import { Modal } from 'antd';
import { MEMBER_STATUSES } from '../../../shared/contract/members';
import { useCommandOp, useText } from '../../client';
import { DateField, RecordForm, SelectField, TextField, todayIso } from '../../ui';

type Status = (typeof MEMBER_STATUSES)[number];

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
      <RecordForm<{ status: Status; statusDate: string | null; reason: string | null }>
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
        <TextField name="reason" label={t('members.statusDialog.reason')} max={300} />
      </RecordForm>
    </Modal>
  );
}
