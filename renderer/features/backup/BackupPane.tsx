/** Verified copies: the newest, a copy now, and the way back to any of them. */
import { Button } from 'antd';
import { Check, HardDrive, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { BackupInfo, BackupStatus } from '../../../shared/contract/backup';
import { type Translate, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Column,
  ErrorState,
  Icon,
  LoadingBars,
  localParts,
  Note,
  PlainTable,
  ProgressPanel,
  Tag,
  todayIso,
  useFormat,
} from '../../ui';
import { FileUpkeep } from '../files/FileUpkeep';
import { OpenFolderButton } from '../settings/DataPane';
import { Pane } from '../settings/Pane';
import './backup.css';
import { RestoreDialog } from './RestoreDialog';
import { SaveFileDialog } from './SaveFileDialog';
import { SecondPlace } from './SecondPlace';
import { groupOf, shortWhen } from './when';
import { YearCopies } from './YearCopies';

export function BackupPane() {
  const t = useText();
  const status = useQueryOp('backup.status', {});
  const list = useQueryOp('backup.list', {});
  const [chosen, setChosen] = useState<BackupInfo | null>(null);
  const [saving, setSaving] = useState<BackupInfo | null>(null);
  const title = t('settings.tabs.backup');
  const error = status.error ?? list.error;
  if (error)
    return (
      <Pane title={title}>
        <ErrorState error={error} onRetry={() => void Promise.all([status.refetch(), list.refetch()])} />
      </Pane>
    );
  if (!status.data || !list.data)
    return (
      <Pane title={title}>
        <LoadingBars rows={8} />
      </Pane>
    );
  const years = list.data.copies.filter((copy) => copy.reason === 'yearly');
  const others = list.data.copies.filter((copy) => copy.reason !== 'yearly');
  return (
    <Pane title={title} side={<Places status={status.data} />}>
      <Banner status={status.data} />
      <SecondPlace />
      <YearCopies copies={years} onChoose={setChosen} onSave={setSaving} />
      {others.length > 0 && (
        <>
          <div className="so-row so-backup__head">
            <h2>{t('settings.backup.list')}</h2>
            <span className="so-caption so-push">{t('settings.backup.listNote')}</span>
          </div>
          <Copies copies={others} onChoose={setChosen} />
        </>
      )}
      <SaveFileDialog copy={saving?.id} onClose={() => setSaving(null)} />
      <RestoreDialog copy={chosen} newest={list.data.copies[0]} onClose={() => setChosen(null)} />
    </Pane>
  );
}

function Banner({ status }: { status: BackupStatus }) {
  const t = useText();
  const format = useFormat();
  const make = useJobOp('backup.create', {
    done: (copy) => t('settings.backup.created', { time: format.time(copy.at) }),
  });
  if (make.progress)
    return (
      <ProgressPanel
        title={t('settings.backup.working')}
        progress={make.progress}
        onStop={make.cancel}
        stopping={make.stopping}
      />
    );
  const { last } = status;
  const button = (
    <Button onClick={() => void make.run({}).catch(() => undefined)}>{t('settings.backup.now')}</Button>
  );
  if (!last)
    return (
      <Note tone="warn" icon={TriangleAlert} title={t('settings.backup.none')} action={button}>
        {t('settings.backup.noneBody')}
      </Note>
    );
  const body = status.lastError
    ? t.any(`errors.${status.lastError}`) || t('errors.BACKUP_FAILED')
    : `${checked(last, t, format.count)}${status.changedSince ? ` ${t('settings.backup.changed')}` : ''}`;
  return (
    <div className="so-backup__banner">
      <Note
        tone={status.lastError ? 'warn' : 'ok'}
        icon={status.lastError ? TriangleAlert : ShieldCheck}
        title={status.lastError ? t('settings.backup.failed') : bannerTitle(last.at, t, format.date)}
        action={button}
      >
        {body}
      </Note>
    </div>
  );
}

function bannerTitle(at: string, t: Translate, dateText: (iso: string) => string): string {
  const { date, time } = localParts(at);
  return date === todayIso()
    ? t('settings.backup.banner', { time })
    : t('settings.backup.bannerDay', { date: dateText(date), time });
}

function checked(copy: BackupInfo, t: Translate, count: (value: number) => string): string {
  const { members, events, awardDecisions } = copy.counts;
  return t('settings.backup.checked', {
    members: count(members ?? 0),
    events: count(events ?? 0),
    decisions: count(awardDecisions ?? 0),
  });
}

function Copies({ copies, onChoose }: { copies: readonly BackupInfo[]; onChoose(copy: BackupInfo): void }) {
  const t = useText();
  const format = useFormat();
  const newest = copies[0]?.id;
  const columns = useMemo<Column<BackupInfo>[]>(
    () => [
      {
        key: 'at',
        header: t('settings.backup.at'),
        width: 170,
        cell: (copy) => (
          <span className="so-row so-backup__at">
            <Icon of={Check} size={14} className="so-backup__ok" />
            <span className="so-sr">{t('settings.backup.verified')}</span>
            <strong>{shortWhen(copy.at, format)}</strong>
          </span>
        ),
      },
      {
        key: 'why',
        header: t('settings.backup.why'),
        cell: (copy) => t(`settings.backup.reasons.${copy.reason}`),
      },
      {
        key: 'members',
        header: t('settings.backup.members'),
        align: 'right',
        width: 90,
        cell: (copy) => (copy.counts.members === null ? '' : format.count(copy.counts.members)),
      },
      {
        key: 'files',
        header: t('files.store.column'),
        align: 'right',
        width: 80,
        cell: (copy) => (copy.files === null ? '' : format.count(copy.files.count)),
      },
      {
        key: 'size',
        header: t('settings.backup.size'),
        align: 'right',
        width: 90,
        cell: (copy) => format.size(copy.size),
      },
      {
        key: 'action',
        header: t('settings.backup.action'),
        align: 'right',
        width: 100,
        cell: (copy) => (
          <span className="so-row so-backup__do">
            {copy.id === newest && <span className="so-muted">{t('settings.backup.newest')}</span>}
            <button type="button" className="so-linklike" onClick={() => onChoose(copy)}>
              {t('settings.backup.restore')}
              <span className="so-sr"> {shortWhen(copy.at, format)}</span>
            </button>
          </span>
        ),
      },
    ],
    [t, format, newest, onChoose],
  );
  return (
    <PlainTable
      caption={t('settings.backup.list')}
      columns={columns}
      rows={copies}
      rowKey={(copy) => copy.id}
      groupOf={(copy) => groupOf(copy.at, t)}
    />
  );
}

function Places({ status }: { status: BackupStatus }) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      <h3>{t('settings.backup.place')}</h3>
      <div className="so-card so-row so-backup__place">
        <Icon of={HardDrive} />
        <div>
          <strong>{t('settings.backup.onThisPc')}</strong>
          <div className="so-caption">
            {t('settings.backup.copies', { count: status.count })} · {format.size(status.totalBytes)}
          </div>
        </div>
        <span className="so-push">
          {status.lastError ? (
            <Tag tone="warn">{t('ui.status.look')}</Tag>
          ) : (
            status.count > 0 && <Tag tone="ok">{t('settings.backup.good')}</Tag>
          )}
        </span>
      </div>
      {status.cloudFolder && (
        <Note tone="warn" icon={TriangleAlert}>
          {t('settings.data.cloud')}
        </Note>
      )}
      <OpenFolderButton name={status.folderName} />
      <hr className="so-rule so-backup__rule" />
      <FileUpkeep copied={status.last?.files ?? null} />
      <hr className="so-rule so-backup__rule" />
      <h3>{t('settings.backup.auto')}</h3>
      <p className="so-caption">{t('settings.backup.autoBody')}</p>
      <hr className="so-rule so-backup__rule" />
      <h3>{t('settings.backup.move')}</h3>
      <p className="so-caption">{t('settings.backup.moveBody')}</p>
    </>
  );
}
