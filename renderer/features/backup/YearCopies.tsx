/** Copies kept for good, one of each year. */
import { Button } from 'antd';
import { useMemo } from 'react';
import type { BackupInfo } from '../../../shared/contract/backup';
import { useJobOp, useText } from '../../client';
import { type Column, PlainTable, ProgressPanel, todayIso, useFormat } from '../../ui';
import { shortWhen } from './when';

export function YearCopies({
  copies,
  onChoose,
  onSave,
}: {
  copies: readonly BackupInfo[];
  onChoose(copy: BackupInfo): void;
  onSave(copy: BackupInfo): void;
}) {
  const t = useText();
  const format = useFormat();
  const keep = useJobOp('backup.keepYear', {
    done: (copy) => t('copies.year.kept', { year: copy.year ?? '' }),
  });
  const present = Number(todayIso().slice(0, 4));
  const missing = copies.some((copy) => copy.year === present) ? undefined : present;
  const columns = useMemo<Column<BackupInfo>[]>(
    () => [
      {
        key: 'year',
        header: t('copies.year.column'),
        width: 90,
        cell: (copy) => <strong>{copy.year}</strong>,
      },
      { key: 'at', header: t('settings.backup.at'), cell: (copy) => shortWhen(copy.at, format) },
      {
        key: 'members',
        header: t('settings.backup.members'),
        align: 'right',
        width: 90,
        cell: (copy) => (copy.counts.members === null ? '' : format.count(copy.counts.members)),
      },
      {
        key: 'size',
        header: t('settings.backup.size'),
        align: 'right',
        width: 90,
        cell: (copy) => format.size(copy.size + (copy.files?.bytes ?? 0)),
      },
      {
        key: 'action',
        header: t('settings.backup.action'),
        align: 'right',
        width: 230,
        cell: (copy) => (
          <span className="so-row so-backup__do">
            <button type="button" className="so-linklike" onClick={() => onSave(copy)}>
              {t('copies.file.save')}
              <span className="so-sr"> {copy.year}</span>
            </button>
            <button type="button" className="so-linklike" onClick={() => onChoose(copy)}>
              {t('settings.backup.restore')}
              <span className="so-sr"> {copy.year}</span>
            </button>
          </span>
        ),
      },
    ],
    [t, format, onChoose, onSave],
  );
  return (
    <>
      <div className="so-row so-backup__head">
        <h2>{t('copies.year.title')}</h2>
        <span className="so-caption">{t('copies.year.note')}</span>
        {missing !== undefined && !keep.progress && (
          <Button
            size="small"
            className="so-push"
            onClick={() => void keep.run({ year: missing }).catch(() => undefined)}
          >
            {t('copies.year.keep', { year: missing })}
          </Button>
        )}
      </div>
      <ProgressPanel title={t('settings.backup.working')} progress={keep.progress} />
      {copies.length === 0 ? (
        <p className="so-caption">{t('copies.year.body')}</p>
      ) : (
        <PlainTable
          caption={t('copies.year.title')}
          columns={columns}
          rows={copies}
          rowKey={(copy) => copy.id}
        />
      )}
    </>
  );
}
