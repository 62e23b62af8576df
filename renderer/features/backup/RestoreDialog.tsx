/** Shows what a copy holds beside the register as it is, then goes back to it. */
import type { BackupInfo } from '../../../shared/contract/backup';
import { useJobOp, useQueryOp, useText } from '../../client';
import { ConfirmDialog, Facts, ProgressPanel, useFormat } from '../../ui';
import { CopyCheck } from '../files/FileUpkeep';
import { shortWhen } from './when';

export function RestoreDialog({
  copy,
  newest,
  onClose,
}: {
  copy: BackupInfo | null;
  newest: BackupInfo | undefined;
  onClose(): void;
}) {
  const t = useText();
  const format = useFormat();
  const counts = useQueryOp('members.counts', {}, { enabled: copy !== null });
  const restore = useJobOp('backup.restore', {
    keepRunning: true,
    done: (data) =>
      [
        t('settings.backup.restored', { when: shortWhen(data.restored.at, format) }),
        data.filesBack > 0 && t('files.store.restoredFiles', { count: data.filesBack }),
        data.filesMissing > 0 && t('files.store.restoredLost', { count: data.filesMissing }),
      ]
        .filter(Boolean)
        .join(' '),
  });
  if (!copy) return null;
  const when = shortWhen(copy.at, format);
  const now = counts.data
    ? Object.values(counts.data.byStatus).reduce((sum, one) => sum + one, 0)
    : newest?.counts.members;
  const members = (value: number | null | undefined) =>
    value == null ? '' : t('settings.rescue.members', { count: value });
  const run = () =>
    restore
      .run({ id: copy.id })
      .then(onClose)
      .catch(() => undefined);
  return (
    <ConfirmDialog
      open
      title={t('settings.backup.confirmTitle', { when })}
      confirmLabel={t('settings.backup.confirm', { when })}
      onConfirm={() => void run()}
      onCancel={onClose}
      running={restore.running}
    >
      <div className="so-stack">
        <p>{t('settings.backup.confirmBody')}</p>
        <Facts
          items={[
            { label: t('settings.backup.confirmNow'), value: members(now) },
            {
              label: t('settings.backup.confirmCopy'),
              value: `${members(copy.counts.members)} · ${t(`settings.backup.reasons.${copy.reason}`)} · ${format.size(copy.size)}`,
            },
            ...(copy.files
              ? [
                  {
                    label: t('files.store.title'),
                    value: t('files.count', {
                      count: copy.files.count,
                      size: format.size(copy.files.bytes),
                    }),
                  },
                ]
              : []),
          ]}
        />
        <CopyCheck id={copy.id} />
        {restore.progress && (
          <ProgressPanel title={t('settings.backup.restoring')} progress={restore.progress} />
        )}
      </div>
    </ConfirmDialog>
  );
}
