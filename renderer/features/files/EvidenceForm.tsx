/** What is told of an attached file: its name, kind, date, author, source, note. */
import { Form } from 'antd';
import { ATTACHMENT_KINDS, type AttachmentKind } from '../../../shared/domain/attachments';
import { invoke, useCommandOp, useText } from '../../client';
import {
  CheckField,
  DateField,
  Drawer,
  FieldRow,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
} from '../../ui';
import type { Attached } from './EvidenceBox';

interface Values {
  name: string;
  kind: AttachmentKind;
  takenOn: string | null;
  author: string | null;
  source: string | null;
  note: string | null;
  others?: boolean;
}

export function EvidenceForm({
  file,
  all,
  onClose,
}: {
  file: Attached | null;
  all: readonly Attached[];
  onClose(): void;
}) {
  const t = useText();
  const save = useCommandOp('files.update', {
    failure: 'inline',
    done: (_, input) => t('files.saved', { name: input.name }),
  });
  if (!file) return null;
  const others = all.filter((row) => row.id !== file.id && row.author === null && row.source === null);
  const submit = async ({ others: share, ...values }: Values) => {
    if (share)
      for (const other of others) {
        const { id, version, name, kind, takenOn, note } = other;
        const { author = null, source = null } = values;
        await invoke('files.update', { id, version, name, kind, takenOn, note, author, source });
      }
    await save.run({ ...values, id: file.id, version: file.version });
    onClose();
  };
  const { name, kind, takenOn, author, source, note } = file;
  return (
    <Drawer open onClose={onClose} title={t('files.form.title')} facts={name}>
      <RecordForm<Values>
        draftKey={null}
        initial={{ name, kind, takenOn, author, source, note }}
        onCancel={onClose}
        onSubmit={submit}
      >
        <TextField name="name" label={t('files.form.name')} required autoFocus />
        <FieldRow>
          <SelectField
            name="kind"
            label={t('files.form.kind')}
            options={ATTACHMENT_KINDS.map((value) => ({ value, label: t(`files.kinds.${value}`) }))}
          />
          <DateField name="takenOn" label={t('files.form.takenOn')} precision="partial" />
        </FieldRow>
        <TextField name="author" label={t('files.form.author')} />
        <TextField name="source" label={t('files.form.source')} hint={t('files.form.sourceHint')} />
        <TextAreaField name="note" label={t('files.form.note')} />
        <Others count={others.length} />
      </RecordForm>
    </Drawer>
  );
}

/** Offered once there is an author or a source to share. */
function Others({ count }: { count: number }) {
  const t = useText();
  const form = Form.useFormInstance<Values>();
  const author = Form.useWatch('author', form);
  const source = Form.useWatch('source', form);
  if (count === 0 || (!author && !source)) return null;
  return <CheckField name="others" label={t('files.form.others', { count })} />;
}
