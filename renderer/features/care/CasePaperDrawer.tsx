/** The record of a case, or of handing over, as PDF or Word. */
import { saveFile, useJobOp, useText } from '../../client';
import { CheckField, Drawer, RecordForm, SegmentedField, TextAreaField } from '../../ui';
import type { Whole } from './useCare';

export type CasePaperKind = 'record' | 'handover';
interface Values {
  format: 'pdf' | 'docx';
  witnesses: string | null;
  sensitive: boolean;
}

export function CasePaperDrawer({
  whole,
  paper,
  onClose,
}: {
  whole: Whole;
  paper: CasePaperKind | null;
  onClose(): void;
}) {
  const t = useText();
  const job = useJobOp('care.casePaper', { done: null });
  const { id, title } = whole.row;
  return (
    <Drawer
      open={paper !== null}
      onClose={onClose}
      title={paper === 'record' ? t('care.case.recordTitle') : t('care.case.handoverTitle')}
      facts={title}
    >
      {paper !== null && (
        <RecordForm<Values>
          draftKey={null}
          initial={{ format: 'pdf', sensitive: false }}
          saveLabel={paper === 'record' ? t('care.case.printRecord') : t('care.case.printHandover')}
          onCancel={onClose}
          onSubmit={async ({ format, witnesses, sensitive }) => {
            const names = (witnesses ?? '').split('\n').filter((line) => line.trim() !== '');
            await saveFile(
              await job.run({ id, paper, format, sensitive: sensitive === true, witnesses: names }),
            );
            onClose();
          }}
        >
          <SegmentedField
            name="format"
            label={t('care.field.papers')}
            options={[
              { value: 'pdf', label: 'PDF' },
              { value: 'docx', label: 'Word' },
            ]}
          />
          {paper === 'handover' && (
            <TextAreaField
              name="witnesses"
              label={t('care.case.witnesses')}
              hint={t('care.case.witnessesHint')}
            />
          )}
          {paper === 'record' && whole.hasCircumstances && (
            <CheckField name="sensitive" label={t('care.case.recordSensitive')} />
          )}
        </RecordForm>
      )}
    </Drawer>
  );
}
