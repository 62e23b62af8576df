/** The kept files as a whole: how many the newest copy holds, whether all are unchanged, and what nothing uses. */
import { CircleCheck, Paperclip, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import type { BackupInfo } from '../../../shared/contract/backup';
import { useJobOp, useText } from '../../client';
import { ActionButton, Note, ProgressPanel, useFormat } from '../../ui';
import './evidence.css';

type Findings = OutputOf<'files.check'>;

export function FileUpkeep({ copied }: { copied: BackupInfo['files'] }) {
  const t = useText();
  const format = useFormat();
  const [found, setFound] = useState<Findings | null>(null);
  const check = useJobOp('files.check', { done: null });
  const purge = useJobOp('files.purge', {
    done: (data) => t('files.store.purged', { count: data.count, size: format.size(data.bytes) }),
  });
  const run = () => void check.run({}).then(setFound, () => undefined);
  const clear = () => void purge.run({}).then(run, () => undefined);
  return (
    <section className="so-stack">
      <h3>{t('files.store.title')}</h3>
      <p className="so-caption">
        {copied?.count
          ? t('files.store.inCopy', { count: copied.count, size: format.size(copied.bytes) })
          : t('files.store.none')}{' '}
        {copied?.missing ? t('files.store.lostInCopy', { count: copied.missing }) : null}
      </p>
      {check.progress ? (
        <ProgressPanel
          title={t('files.store.checking')}
          progress={check.progress}
          onStop={check.cancel}
          stopping={check.stopping}
        />
      ) : (
        <div>
          <ActionButton size="small" action={{ key: 'check', label: t('files.store.check'), onClick: run }} />
        </div>
      )}
      {found && <Outcome found={found} />}
      {found && found.unused > 0 && (
        <Note
          tone="muc"
          icon={Paperclip}
          action={
            <ActionButton
              size="small"
              action={{
                key: 'purge',
                label: t('files.store.purge'),
                running: purge.running,
                onClick: clear,
              }}
            />
          }
        >
          {t('files.store.unused', { count: found.unused, size: format.size(found.unusedBytes) })}
        </Note>
      )}
    </section>
  );
}

/** Reads one copy again before going back to it. */
export function CopyCheck({ id }: { id: string }) {
  const t = useText();
  const [found, setFound] = useState<OutputOf<'backup.verify'> | null>(null);
  const verify = useJobOp('backup.verify', { done: null });
  if (verify.progress) return <ProgressPanel title={t('files.store.verifying')} progress={verify.progress} />;
  if (!found)
    return (
      <div>
        <ActionButton
          size="small"
          action={{
            key: 'verify',
            label: t('files.store.verify'),
            onClick: () => void verify.run({ id }).then(setFound, () => undefined),
          }}
        />
      </div>
    );
  if (!found.store)
    return (
      <Note tone="bad" icon={TriangleAlert}>
        {t('files.store.broken')}
      </Note>
    );
  return <Outcome found={found} good={t('files.store.verified', { count: found.count })} />;
}

function Outcome({ found, good }: { found: Omit<Findings, 'unused' | 'unusedBytes'>; good?: string }) {
  const t = useText();
  const { count, missing, altered, names } = found;
  if (missing + altered === 0)
    return (
      <Note tone="ok" icon={CircleCheck}>
        {good ?? t('files.store.good', { count })}
      </Note>
    );
  return (
    <Note tone="bad" icon={TriangleAlert} title={t('files.store.bad', { count, missing, altered })}>
      <ul className="so-files__lost">
        {names.map(({ name, altered: changed }) => (
          <li key={name}>
            {name}: {t(changed ? 'files.store.altered' : 'files.store.missing')}
          </li>
        ))}
      </ul>
      {t('files.store.badHint')}
    </Note>
  );
}
