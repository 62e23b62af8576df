/** What members were told about a purpose: words, day, way, whether it asks for consent, how long data are kept. */
import { useCommandOp, useText } from '../../../client';
import {
  CountField,
  DateField,
  Drawer,
  RecordForm,
  SwitchField,
  TextAreaField,
  TextField,
} from '../../../ui';
import type { PurposeRow } from './PersonalPane';

type Values = Pick<PurposeRow, 'told' | 'toldOn' | 'toldHow' | 'asks' | 'years'>;

export function PurposeForm({ row, onClose }: { row: PurposeRow; onClose(): void }) {
  const t = useText();
  const save = useCommandOp('members.savePurpose', {
    failure: 'inline',
    done: () => t('memberConsent.saved'),
  });
  const { told, toldOn, toldHow, asks, years } = row;
  return (
    <Drawer
      open
      width={460}
      title={t('memberConsent.edit')}
      facts={t(`memberConsent.purpose.${row.purpose}`)}
      onClose={onClose}
    >
      <RecordForm<Values>
        draftKey={null}
        initial={{ told, toldOn, toldHow, asks, years }}
        onCancel={onClose}
        onReload={onClose}
        onSubmit={async (values) => {
          await save.run({ ...values, purpose: row.purpose, version: row.version });
          onClose();
        }}
      >
        <TextAreaField
          name="told"
          label={t('memberConsent.field.told')}
          hint={t('memberConsent.field.toldHint')}
          max={2000}
          optional
        />
        <DateField name="toldOn" label={t('memberConsent.field.toldOn')} precision="day" optional />
        <TextField
          name="toldHow"
          label={t('memberConsent.field.toldHow')}
          hint={t('memberConsent.field.toldHowHint')}
          max={200}
          optional
        />
        <SwitchField name="asks" label={t('memberConsent.field.asks')} />
        <CountField
          name="years"
          label={t('memberConsent.field.years')}
          hint={t('memberConsent.field.yearsHint')}
          unit={t('memberConsent.field.yearsUnit')}
          max={100}
          maxMessage={t('memberConsent.field.yearsMost')}
          optional
        />
      </RecordForm>
    </Drawer>
  );
}
