/** The register with names: what for is asked first, and written down. */
import { saveFile, useJobOp, useText } from '../../client';
import { RecordForm, SegmentedField, TextField } from '../../ui';
import type { Filter } from './OpinionsTab';

interface Values {
  purpose: string;
  format: 'pdf' | 'xlsx';
}

export function NamesForm({ filter, onDone }: { filter: Filter; onDone(): void }) {
  const t = useText();
  const job = useJobOp('opinions.register', { done: null });
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={{ format: 'pdf' }}
      saveLabel={t('opinions.names.make')}
      onCancel={onDone}
      onSubmit={async ({ purpose, format }) => {
        await saveFile(await job.run({ ...filter, names: true, purpose, format }));
        onDone();
      }}
    >
      <p className="so-caption">{t('opinions.names.body')}</p>
      <TextField
        name="purpose"
        label={t('opinions.names.purpose')}
        hint={t('opinions.names.purposeHint')}
        required
        autoFocus
        max={300}
      />
      <SegmentedField<'pdf' | 'xlsx'>
        name="format"
        label={t('opinions.names.format')}
        options={[
          { value: 'pdf', label: 'PDF' },
          { value: 'xlsx', label: 'Excel' },
        ]}
      />
    </RecordForm>
  );
}
