import { FileInput, HardDriveDownload } from 'lucide-react';
import { useJobOp, useQueryOp, useText } from '../../client';
import { ActionButton, Facts } from '../../ui';

/** Where the book lies and how it is copied; a copy can be made at once. */
export function CopiesStep() {
  const t = useText();
  const about = useQueryOp('settings.about', {}).data;
  const copy = useJobOp('backup.create', { done: () => t('organisation.firstRun.copied') });
  return (
    <div className="so-stack">
      <p>{t('organisation.firstRun.copiesBody')}</p>
      {about && <Facts items={[{ label: t('organisation.firstRun.folder'), value: about.folderName }]} />}
      <div>
        <ActionButton
          action={{
            key: 'copy',
            label: t('organisation.firstRun.copyNow'),
            icon: HardDriveDownload,
            running: copy.running,
            onClick: () => void copy.run({}).catch(() => undefined),
          }}
        />
      </div>
    </div>
  );
}

/** Leads into the import guide. */
export function MembersStep({ onImport }: { onImport(): void }) {
  const t = useText();
  const active = useQueryOp('members.counts', {}).data?.active ?? 0;
  return (
    <div className="so-stack">
      <p>{t('organisation.firstRun.membersBody')}</p>
      {active > 0 && <p className="so-strong">{t('organisation.firstRun.haveMembers', { count: active })}</p>}
      <div>
        <ActionButton
          action={{
            key: 'import',
            label: t('organisation.firstRun.importNow'),
            icon: FileInput,
            onClick: onImport,
          }}
        />
      </div>
    </div>
  );
}
