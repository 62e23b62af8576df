/** The recovery sheet: made here, its code shown once. */
import { Download, KeyRound, Printer } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { printFile, saveFile, useJobOp, useText } from '../../client';
import { ActionButton, Note, ProgressPanel, useFormat } from '../../ui';

export function RecoveryCard({ printedAt }: { printedAt: string | null }) {
  const t = useText();
  const format = useFormat();
  const make = useJobOp('users.newRecovery', { done: () => t('users.recovery.made') });
  const [sheet, setSheet] = useState<OutputOf<'users.newRecovery'> | null>(null);
  return (
    <section className="so-card so-pane__card so-users__recovery" aria-label={t('users.recovery.title')}>
      <h3>{t('users.recovery.title')}</h3>
      <p>{t('users.recovery.body')}</p>
      <p className="so-caption">
        {printedAt
          ? t('users.recovery.printed', { date: format.date(printedAt.slice(0, 10)) ?? '' })
          : t('users.recovery.none')}
      </p>
      {make.progress && <ProgressPanel title={t('users.recovery.making')} progress={make.progress} />}
      {sheet ? (
        <>
          <Note tone="warn" icon={KeyRound} title={t('users.recovery.code')}>
            <p className="so-users__code">{sheet.code}</p>
            <p>{t('users.recovery.after')}</p>
          </Note>
          <div className="so-row so-wrap">
            <ActionButton
              primary
              action={{
                key: 'print',
                label: t('users.recovery.print'),
                icon: Printer,
                onClick: () => void printFile(sheet.file),
              }}
            />
            <ActionButton
              action={{
                key: 'save',
                label: t('users.recovery.keep'),
                icon: Download,
                onClick: () => void saveFile(sheet.file),
              }}
            />
            <ActionButton
              action={{ key: 'close', label: t('users.recovery.close'), onClick: () => setSheet(null) }}
            />
          </div>
        </>
      ) : (
        <div className="so-row">
          <ActionButton
            action={{
              key: 'make',
              label: printedAt ? t('users.recovery.again') : t('users.recovery.make'),
              icon: KeyRound,
              disabled: make.running,
              onClick: () => void make.run({}).then(setSheet, () => undefined),
            }}
          />
        </div>
      )}
    </section>
  );
}
