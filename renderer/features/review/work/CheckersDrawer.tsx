/** Who checks in the two other columns, and until when evidence is to be there. */
import type { InputOf } from '../../../../shared/contract';
import { useCommandOp, useText } from '../../../client';
import { DateField, Drawer, RecordForm, TextField } from '../../../ui';
import type { Sheet } from '../SheetPage';

type Values = Omit<InputOf<'review.setCheckers'>, 'id' | 'version'>;

export function CheckersDrawer({ sheet, open, onClose }: { sheet: Sheet; open: boolean; onClose(): void }) {
  const t = useText();
  const save = useCommandOp('review.setCheckers', {
    failure: 'inline',
    done: () => t('reviewWork.checkers.saved'),
  });
  const { groupBy, groupOn, upperBy, upperOn } = sheet.checkers;
  const evidenceDue = sheet.evidenceDue === sheet.to ? null : sheet.evidenceDue;
  return (
    <Drawer open={open} onClose={onClose} title={t('reviewWork.checkers.title')}>
      {open && (
        <RecordForm<Values>
          draftKey={null}
          initial={{ groupBy, groupOn, upperBy, upperOn, evidenceDue }}
          onCancel={onClose}
          onSubmit={async (values) => {
            await save.run({ id: sheet.id, version: sheet.version, ...values });
            onClose();
          }}
        >
          <TextField name="groupBy" label={t('reviewWork.checkers.groupBy')} max={120} optional autoFocus />
          <DateField name="groupOn" label={t('reviewWork.checkers.groupOn')} precision="day" optional />
          <TextField name="upperBy" label={t('reviewWork.checkers.upperBy')} max={120} optional />
          <DateField name="upperOn" label={t('reviewWork.checkers.upperOn')} precision="day" optional />
          <DateField
            name="evidenceDue"
            label={t('reviewWork.checkers.due')}
            hint={t('reviewWork.checkers.dueHint')}
            precision="day"
            optional
          />
        </RecordForm>
      )}
    </Drawer>
  );
}
