/** Takes the frozen list again, with the reason that stays beside the rate. */
import { Snowflake } from 'lucide-react';
import { useCommandOp, useText } from '../../../client';
import { Drawer, Note, RecordForm, TextField, useFormat } from '../../../ui';
import type { EventDetail } from '../EventPage';

interface RetakeDialogProps {
  event: EventDetail;
  open: boolean;
  onClose(): void;
}

export function RetakeDialog({ event, open, onClose }: RetakeDialogProps) {
  const t = useText();
  const format = useFormat();
  const retake = useCommandOp('events.retakeList', {
    failure: 'inline',
    done: (data) => t('events.side.retaken', { figure: format.count(data.eligible) }),
  });
  return (
    <Drawer open={open} onClose={onClose} title={t('events.side.retake')} facts={event.fields.name}>
      {open && (
        <div className="so-stack">
          <Note icon={Snowflake}>{t('events.side.retakeBody')}</Note>
          <RecordForm<{ reason: string }>
            draftKey={null}
            initial={{ reason: '' }}
            saveLabel={t('events.side.retake')}
            onCancel={onClose}
            onSubmit={async ({ reason }) => {
              await retake.run({ id: event.id, reason });
              onClose();
            }}
          >
            <TextField name="reason" label={t('events.side.retakeReason')} required autoFocus max={200} />
          </RecordForm>
        </div>
      )}
    </Drawer>
  );
}
