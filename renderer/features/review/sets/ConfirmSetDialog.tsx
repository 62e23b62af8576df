/** Records the day a set was compared with the union above. */
import { Modal } from 'antd';
import { useCommandOp, useText } from '../../../client';
import { DateField, RecordForm, todayIso, useFormat } from '../../../ui';
import type { SetDetail } from './tree';

export function ConfirmSetDialog({ set, onClose }: { set: SetDetail; onClose(): void }) {
  const t = useText();
  const format = useFormat();
  const save = useCommandOp('review.confirmSet', {
    failure: 'inline',
    done: (_, input) => t('review.set.confirmed', { date: format.date(input.confirmedOn) ?? '' }),
  });
  return (
    <Modal
      open
      title={t('review.set.confirmTitle')}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={420}
    >
      <RecordForm<{ confirmedOn: string }>
        draftKey={null}
        initial={{ confirmedOn: todayIso() }}
        saveLabel={t('review.set.confirmSave')}
        onCancel={onClose}
        onSubmit={async ({ confirmedOn }) => {
          await save.run({ id: set.id, version: set.version, confirmedOn });
          onClose();
        }}
      >
        <DateField
          name="confirmedOn"
          label={t('review.set.confirmOn')}
          precision="day"
          required
          max={todayIso()}
        />
      </RecordForm>
    </Modal>
  );
}
