/** Visits of the list as a workbook; what is about health only when it is ticked. */
import type { InputOf } from '../../../shared/contract';
import { saveFile, useJobOp, useText } from '../../client';
import { CheckField, Drawer, RecordForm } from '../../ui';
import { useGroupOn } from './useCare';

type Input = Omit<InputOf<'care.exportVisits'>, 'sensitive'>;

export function ExportDialog({ open, input, onClose }: { open: boolean; input: Input; onClose(): void }) {
  const t = useText();
  const healthOn = useGroupOn('health');
  const job = useJobOp('care.exportVisits', { done: null });
  return (
    <Drawer open={open} onClose={onClose} title={t('care.visit.excelTitle')}>
      {open && (
        <RecordForm<{ sensitive: boolean }>
          draftKey={null}
          initial={{ sensitive: false }}
          saveLabel={t('care.excel')}
          onCancel={onClose}
          onSubmit={async ({ sensitive }) => {
            await saveFile(await job.run({ ...input, sensitive: healthOn && sensitive === true }));
            onClose();
          }}
        >
          {healthOn && <CheckField name="sensitive" label={t('care.visit.excelHealth')} />}
        </RecordForm>
      )}
    </Drawer>
  );
}
