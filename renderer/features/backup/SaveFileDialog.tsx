/** A copy with its attached files as one file, locked or not, to be saved anywhere. */
import { useState } from 'react';
import { saveFile, useJobOp, useText } from '../../client';
import { ConfirmDialog, ProgressPanel } from '../../ui';
import { NO_PASSPHRASE, PassphraseFields, problemOf } from './PassphraseFields';

/** @param copy id of a copy there is; null makes one now. Undefined: closed. */
export function SaveFileDialog({ copy, onClose }: { copy: string | null | undefined; onClose(): void }) {
  const t = useText();
  const [lock, setLock] = useState(NO_PASSPHRASE);
  const pack = useJobOp('backup.packFile', { done: null });
  const close = () => {
    setLock(NO_PASSPHRASE);
    onClose();
  };
  const run = async () => {
    const made = await pack
      .run({ id: copy ?? null, passphrase: lock.use ? lock.words : null })
      .catch(() => undefined);
    if (made && (await saveFile(made.file))) close();
  };
  return (
    <ConfirmDialog
      open={copy !== undefined}
      title={t('copies.file.title')}
      confirmLabel={t('copies.file.save')}
      onConfirm={() => void run()}
      onCancel={() => {
        if (pack.running) pack.cancel();
        close();
      }}
      running={pack.running}
      blocked={problemOf(lock, t)}
    >
      <div className="so-stack">
        <p>{t('copies.file.body')}</p>
        <PassphraseFields value={lock} onChange={setLock} />
        <ProgressPanel
          title={t('copies.file.making')}
          progress={pack.progress}
          onStop={pack.cancel}
          stopping={pack.stopping}
        />
      </div>
    </ConfirmDialog>
  );
}
