import { Modal } from 'antd';
import { sensitiveGroupOf } from '../../../../shared/domain/privateFields';
import { useCommandOp, useText } from '../../../client';
import { RecordForm, TextField } from '../../../ui';

/** Switches a group of sensitive fields on, with its purpose, so that a column can be imported. */
export function TurnOnDialog({ field, onClose, onDone }: { field: string; onClose(): void; onDone(): void }) {
  const t = useText();
  const group = sensitiveGroupOf(field);
  const name = group ? t(`memberPrivacy.groups.${group}`) : '';
  const set = useCommandOp('members.setSensitive', {
    failure: 'inline',
    done: () => t('memberPrivacy.pane.turnedOn', { name }),
  });
  if (!group) return null;
  return (
    <Modal
      open
      title={t('memberImport.turnOnTitle', { name })}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      <p className="so-caption">{t(`memberPrivacy.holds.${group}`)}</p>
      <RecordForm<{ purpose: string | null }>
        draftKey={null}
        initial={{ purpose: null }}
        saveLabel={t('memberPrivacy.pane.turnOn')}
        onCancel={onClose}
        onSubmit={async ({ purpose }) => {
          await set.run({ group, enabled: true, purpose });
          onDone();
        }}
      >
        <TextField
          name="purpose"
          label={t('memberPrivacy.pane.purpose')}
          hint={t('memberPrivacy.pane.purposeHint')}
          required
          autoFocus
          max={300}
        />
      </RecordForm>
    </Modal>
  );
}
