/** The two questions about a decision that must be answered now: issuing it, and opening it again. */
import { Input } from 'antd';
import { useId, useState } from 'react';
import { certificatesOf } from '../../../shared/domain/awards';
import { useCommandOp, useText } from '../../client';
import { ConfirmDialog } from '../../ui';
import type { Decision } from './DecisionPage';

/** What is still missing, as the words of the button. */
function useMissing(decision: Decision): string | undefined {
  const t = useText();
  const { fields, counts } = decision;
  if (fields.level === 'unit') {
    if (fields.number === null) return t('awards.missing.number');
    if (fields.decidedOn?.length !== 10) return t('awards.missing.decidedOn');
    if (fields.signerName === null) return t('awards.missing.signerName');
  }
  return !fields.countsOnly && certificatesOf(counts) === 0 ? t('awards.missing.nobody') : undefined;
}

export function IssueDialog({ decision, onClose }: { decision: Decision; onClose(): void }) {
  const t = useText();
  const own = decision.fields.level === 'unit';
  const issue = useCommandOp('awards.issue', {
    done: (data) => t('awards.issued', { count: data.registered }),
  });
  const blocked = useMissing(decision);
  const year = decision.fields.decidedOn?.slice(0, 4) ?? decision.fields.awardYear;
  return (
    <ConfirmDialog
      open
      title={t('awards.issueTitle', { number: decision.fields.number ?? t('awards.noNumber') })}
      confirmLabel={
        own
          ? t('awards.issueConfirm', { count: certificatesOf(decision.counts) ?? 0 })
          : t('awards.recordConfirm')
      }
      blocked={blocked}
      onCancel={onClose}
      onConfirm={() => {
        issue.fire({ id: decision.id, version: decision.version });
        onClose();
      }}
    >
      <p>{t('awards.issueBody', { year })}</p>
      {decision.warnings > 0 && (
        <p className="so-awards-look">{t('awards.issueWarnings', { count: decision.warnings })}</p>
      )}
    </ConfirmDialog>
  );
}

export function ReopenDialog({ decision, onClose }: { decision: Decision; onClose(): void }) {
  const t = useText();
  const id = useId();
  const [reason, setReason] = useState('');
  const reopen = useCommandOp('awards.reopen', { done: () => t('awards.reopened') });
  return (
    <ConfirmDialog
      open
      title={t('awards.reopenTitle', { number: decision.fields.number ?? t('awards.noNumber') })}
      confirmLabel={t('awards.reopen')}
      onCancel={onClose}
      onConfirm={() => {
        reopen.fire({ id: decision.id, version: decision.version, reason });
        onClose();
      }}
    >
      <p>{t('awards.reopenBody')}</p>
      <label htmlFor={id}>{t('awards.reopenReason')}</label>
      <Input id={id} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
    </ConfirmDialog>
  );
}
