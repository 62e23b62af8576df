/** Whom to call is asked, then the recovery sheet is drawn and opened to be printed. */
import { Input } from 'antd';
import { useId, useState } from 'react';
import { openFile, useJobOp, useText } from '../../client';
import { ConfirmDialog } from '../../ui';

export function SheetDialog({ contact, onClose }: { contact: string | null; onClose(): void }) {
  const t = useText();
  const id = useId();
  const [said, setSaid] = useState(contact ?? '');
  const draw = useJobOp('backup.recoverySheet', { done: null });
  const run = async () => {
    const made = await draw.run({ contact: said.trim() || null }).catch(() => undefined);
    if (!made) return;
    await openFile(made.file);
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t('copies.sheet.title')}
      confirmLabel={t('copies.sheet.make')}
      onConfirm={() => void run()}
      onCancel={onClose}
      running={draw.running}
    >
      <div className="so-stack">
        <p>{t('copies.sheet.body')}</p>
        <label htmlFor={id}>{t('copies.sheet.contact')}</label>
        <Input id={id} value={said} maxLength={160} onChange={(event) => setSaid(event.target.value)} />
      </div>
    </ConfirmDialog>
  );
}
