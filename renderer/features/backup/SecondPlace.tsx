/** Copies away from this PC: the second place and how fresh the copy there is; a file to save, a file to restore. */
import { Button } from 'antd';
import { HardDriveUpload, TriangleAlert, Usb } from 'lucide-react';
import { useState } from 'react';
import type { PlaceStatus } from '../../../shared/contract/backup';
import { hasFolders, useJobOp, useQueryOp, useText } from '../../client';
import { ErrorState, Icon, Note, ProgressPanel, Tag, useFormat } from '../../ui';
import { PlaceDialog } from './PlaceDialog';
import { RestoreFileDialog } from './RestoreFile';
import { SaveFileDialog } from './SaveFileDialog';
import { SheetDialog } from './SheetDialog';
import { fullWhen } from './when';

type Open = 'place' | 'save' | 'restore' | 'sheet' | null;

export function SecondPlace() {
  const t = useText();
  const query = useQueryOp('backup.place', {});
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const place = query.data;
  if (!place) return null;
  return (
    <section className="so-stack so-copies" aria-labelledby="so-copies-title">
      <h2 id="so-copies-title">{t('copies.place.title')}</h2>
      {place.name === null ? (
        <NoPlace place={place} onChoose={() => setOpen('place')} onSave={() => setOpen('save')} />
      ) : (
        <PlaceCard place={place} onChange={() => setOpen('place')} />
      )}
      <div className="so-row so-wrap">
        {(place.name !== null || hasFolders()) && (
          <Button onClick={() => setOpen('save')}>{t('copies.file.action')}</Button>
        )}
        <Button onClick={() => setOpen('restore')}>{t('copies.restore.action')}</Button>
        <Button onClick={() => setOpen('sheet')}>{t('copies.sheet.action')}</Button>
      </div>
      {open === 'place' && <PlaceDialog place={place} onClose={close} />}
      {open === 'sheet' && <SheetDialog contact={place.contact} onClose={close} />}
      <SaveFileDialog copy={open === 'save' ? null : undefined} onClose={close} />
      {open === 'restore' && <RestoreFileDialog onClose={close} />}
    </section>
  );
}

function NoPlace({ place, onChoose, onSave }: { place: PlaceStatus; onChoose(): void; onSave(): void }) {
  const t = useText();
  const format = useFormat();
  const folders = hasFolders();
  const { last } = place;
  return (
    <Note
      tone={last ? 'muc' : 'warn'}
      icon={Usb}
      title={t('copies.place.none')}
      action={
        <Button onClick={folders ? onChoose : onSave}>
          {t(folders ? 'copies.place.choose' : 'copies.file.action')}
        </Button>
      }
    >
      {t(folders ? 'copies.place.why' : 'copies.place.whyBrowser')}
      {last && (
        <span className="so-copies__last">
          {t('copies.place.lastFile', { when: fullWhen(last.at, t, format), size: format.size(last.size) })}
        </span>
      )}
    </Note>
  );
}

function PlaceCard({ place, onChange }: { place: PlaceStatus; onChange(): void }) {
  const t = useText();
  const format = useFormat();
  const put = useJobOp('backup.putInPlace', { done: () => t('copies.place.putDone') });
  const forget = useJobOp('backup.forgetPlace', { done: () => t('copies.place.forgotten') });
  const { last, present, name, ageDays, remindDays } = place;
  const facts = [
    present && t('copies.place.count', { count: format.count(place.copies.length) }),
    present && place.freeBytes !== null && t('copies.place.free', { size: format.size(place.freeBytes) }),
    place.encrypted && t('copies.lock.words'),
  ].filter(Boolean);
  const old = ageDays !== null && ageDays >= remindDays;
  return (
    <div className="so-card so-stack so-copies__place">
      <div className="so-row">
        <Icon of={Usb} />
        <strong lang="vi">{name}</strong>
        <Tag tone={present ? 'ok' : 'warn'}>
          {t(present ? 'copies.place.there' : 'copies.place.notThere')}
        </Tag>
        <span className="so-caption so-push">{facts.join(' · ')}</span>
      </div>
      <p className={old ? 'so-copies__old' : undefined}>
        {last
          ? t('copies.place.last', { when: fullWhen(last.at, t, format), size: format.size(last.size) })
          : t('copies.place.empty')}
        {old && ` · ${t('copies.place.old', { count: ageDays })}`}
      </p>
      {!present && (
        <Note tone="warn" icon={TriangleAlert}>
          {t('copies.place.missing')}
        </Note>
      )}
      {present && place.error && place.error !== 'PLACE_MISSING' && (
        <Note tone="warn" icon={TriangleAlert}>
          {t.any(`errors.${place.error}`)}
        </Note>
      )}
      {place.warnings.map((warning) => (
        <Note key={warning} tone="warn" icon={TriangleAlert}>
          {t(`copies.place.warn.${warning}`)}
        </Note>
      ))}
      {!place.encrypted && <p className="so-caption">{t('copies.place.open')}</p>}
      <p className="so-caption">{t('copies.place.auto')}</p>
      {put.progress ? (
        <ProgressPanel
          title={t('copies.place.putting')}
          progress={put.progress}
          onStop={put.cancel}
          stopping={put.stopping}
        />
      ) : (
        <div className="so-row so-wrap">
          <Button
            type="primary"
            icon={<Icon of={HardDriveUpload} />}
            onClick={() => void put.run({}).catch(() => undefined)}
          >
            {t('copies.place.put')}
          </Button>
          <Button onClick={onChange}>{t('copies.place.change')}</Button>
          <button
            type="button"
            className="so-linklike so-push"
            onClick={() => void forget.run({}).catch(() => undefined)}
          >
            {t('copies.place.forget')}
          </button>
        </div>
      )}
    </div>
  );
}
