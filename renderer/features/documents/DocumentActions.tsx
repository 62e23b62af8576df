/** What is asked when a paper was answered, and when a number is not used. */
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ConfirmDialog, DateField, RecordForm, SelectField, todayIso } from '../../ui';
import type { DocumentRow } from './useDocuments';

interface AnswerValues {
  answeredOn: string;
  answeredById: number | null;
}

/** When it was answered or settled, and by which outgoing paper. */
export function AnswerForm({ document, onDone }: { document: DocumentRow; onDone(): void }) {
  const t = useText();
  const sent = useQueryOp('documents.list', { direction: 'out', limit: 200 }).data?.rows ?? [];
  const save = useCommandOp('documents.answer', {
    failure: 'inline',
    done: () => t('documents.answer.done'),
  });
  const fits = sent.filter((row) => row.id !== document.id && row.status !== 'void');
  return (
    <RecordForm<AnswerValues>
      draftKey={null}
      initial={{ answeredOn: document.answeredOn ?? todayIso(), answeredById: document.answeredById }}
      onCancel={onDone}
      onSubmit={async ({ answeredOn, answeredById }) => {
        await save.run({
          id: document.id,
          version: document.version,
          answeredOn,
          answeredById: answeredById ?? null,
        });
        onDone();
      }}
    >
      <DateField
        name="answeredOn"
        label={t('documents.field.answeredOn')}
        precision="day"
        required
        autoFocus
      />
      <SelectField<number>
        name="answeredById"
        label={t('documents.field.answeredById')}
        optional
        clearable
        options={fits.map((row) => ({
          value: row.id,
          label: [row.code, row.subject].filter(Boolean).join(' · '),
        }))}
      />
    </RecordForm>
  );
}

export function VoidDialog({ document, onClose }: { document: DocumentRow; onClose(): void }) {
  const t = useText();
  const id = useId();
  const [reason, setReason] = useState('');
  const code = document.code ?? '';
  const save = useCommandOp('documents.void', { done: () => t('documents.void.done', { code }) });
  return (
    <ConfirmDialog
      open
      title={t('documents.void.title', { code })}
      confirmLabel={t('documents.void.confirm')}
      blocked={reason.trim() === '' ? t('documents.field.voidReason') : undefined}
      onCancel={onClose}
      onConfirm={() => {
        save.fire({ id: document.id, version: document.version, reason });
        onClose();
      }}
    >
      <p>{t('documents.void.body')}</p>
      <label htmlFor={id}>{t('documents.field.voidReason')}</label>
      <Input
        id={id}
        autoFocus
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
}
