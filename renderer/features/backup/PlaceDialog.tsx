/** Chooses the second place: a folder, a passphrase if wished, and after how many days to remind. */
import { Button, Checkbox, InputNumber } from 'antd';
import { FolderOpen } from 'lucide-react';
import { useId, useState } from 'react';
import type { PlaceStatus } from '../../../shared/contract/backup';
import { announceFailure, pickFolder, useJobOp, useText } from '../../client';
import { ConfirmDialog, Icon } from '../../ui';
import { NO_PASSPHRASE, PassphraseFields, problemOf } from './PassphraseFields';

export function PlaceDialog({ place, onClose }: { place: PlaceStatus; onClose(): void }) {
  const t = useText();
  const daysId = useId();
  const [folder, setFolder] = useState<{ token: string; name: string } | null>(null);
  const [lock, setLock] = useState(NO_PASSPHRASE);
  const [keep, setKeep] = useState(place.encrypted);
  const [days, setDays] = useState(place.remindDays);
  const choose = useJobOp('backup.choosePlace', {
    done: (data) => t('copies.place.chosen', { name: data.name ?? '' }),
  });
  const pick = () => pickFolder().then((one) => one && setFolder(one), announceFailure);
  const name = folder?.name ?? place.name;
  const run = () =>
    choose
      .run({
        folder: folder?.token ?? null,
        days,
        ...(keep ? {} : { passphrase: lock.use ? lock.words : null }),
      })
      .then(onClose, () => undefined);
  return (
    <ConfirmDialog
      open
      title={t('copies.dialog.title')}
      confirmLabel={t('copies.dialog.save')}
      onConfirm={() => void run()}
      onCancel={onClose}
      running={choose.running}
      blocked={name === null ? t('copies.dialog.noFolder') : keep ? undefined : problemOf(lock, t)}
    >
      <div className="so-stack">
        <div className="so-row">
          <span>{t('copies.dialog.folder')}</span>
          {name !== null && <strong lang="vi">{name}</strong>}
          <Button className="so-push" icon={<Icon of={FolderOpen} />} onClick={() => void pick()}>
            {t('copies.dialog.pick')}
          </Button>
        </div>
        {place.encrypted && (
          <Checkbox checked={keep} onChange={(event) => setKeep(event.target.checked)}>
            {t('copies.lock.keep')}
          </Checkbox>
        )}
        {!keep && <PassphraseFields value={lock} onChange={setLock} />}
        <div className="so-row">
          <label htmlFor={daysId}>{t('copies.dialog.days')}</label>
          <InputNumber
            id={daysId}
            className="so-push"
            min={1}
            max={90}
            precision={0}
            value={days}
            onChange={(value) => setDays(value ?? place.remindDays)}
          />
        </div>
      </div>
    </ConfirmDialog>
  );
}
