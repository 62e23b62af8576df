/** Shown instead of everything when the store cannot be opened: what happened, which copy, what would be missing. */
import { Button } from 'antd';
import { FileDown, FolderLock, LifeBuoy, RotateCw, ShieldCheck, Usb } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { RescueState } from '../../../shared/contract/rescue';
import { Frame } from '../../app/Frame';
import { saveFile, type Translate, useJobOp, useText } from '../../client';
import { ConfirmDialog, Icon, Notices, ProgressPanel, Tag, useFormat } from '../../ui';
import { OpenFolderButton } from '../settings/DataPane';
import '../settings/settings.css';
import './backup.css';
import { RestoreFile } from './RestoreFile';
import { fullWhen, shortWhen, span } from './when';

type Broken = Extract<RescueState, { kind: 'rescue' }>;

export function Rescue({ state }: { state: Broken }) {
  const t = useText();
  const { title, body } = wordsOf(state, t);
  useEffect(() => {
    document.title = t('app.windowTitle', { page: t('settings.rescue.title') });
  }, [t]);
  const damaged = state.reason === 'damaged';
  return (
    <Frame>
      <main className="so-rescue" id="main">
        <div className="so-rescue__head">
          <span className="so-rescue__sign">
            <Icon of={LifeBuoy} size={24} />
          </span>
          <div>
            <h1>{title}</h1>
            <p>{body}</p>
            <p className="so-caption">{t('ui.code', { code: codeOf(state.cause) })}</p>
          </div>
        </div>
        {state.reason !== 'newer' && state.copies.length > 0 && <ChooseCopy copies={state.copies} />}
        <div className="so-rescue__ways">
          <Retry />
          {damaged && (
            <Way
              icon={FolderLock}
              title={t('settings.rescue.where')}
              body={t('settings.rescue.whereBody', { name: state.folderName })}
            >
              <OpenFolderButton name={state.folderName} />
            </Way>
          )}
          {damaged && <Salvage />}
        </div>
        {state.reason !== 'newer' && (
          <section className="so-rescue__file">
            <h3 className="so-row">
              <Icon of={Usb} /> {t('copies.restore.rescue')}
            </h3>
            <p>{t('copies.restore.rescueBody')}</p>
            <RestoreFile rescue />
          </section>
        )}
        {damaged && <StartNew />}
      </main>
      <Notices />
    </Frame>
  );
}

/** Causes in a fixed order: their number is the code for support, the same in both languages. */
const CAUSES = [
  'empty-file',
  'foreign-file',
  'check-failed',
  'keys-broken',
  'schema-differs',
  'length-wrong',
  'changed-outside',
  'wal-broken',
  'wal-missing',
  'missing',
  'locked',
  'no-space',
  'copy-failed',
  'migration-room',
  'step-failed',
];

function codeOf(cause: string): string {
  return `SO-${String(CAUSES.indexOf(cause) + 1).padStart(2, '0')}`;
}

function wordsOf(state: Broken, t: Translate): { title: string; body: string } {
  const key = {
    newer: 'newer',
    unreadable: 'unreadable',
    'no-space': 'noSpace',
    migration: 'migration',
    damaged: 'damaged',
  } as const;
  const name = key[state.reason];
  const title = name === 'damaged' && state.copies.length === 0 ? 'damagedNone' : name;
  return {
    title: t(`settings.rescue.${title}`),
    body: t(`settings.rescue.${name}Body`, { file: state.fileVersion ?? '', program: state.programVersion }),
  };
}

function ChooseCopy({ copies }: { copies: Broken['copies'] }) {
  const t = useText();
  const format = useFormat();
  const [chosen, setChosen] = useState(copies[0]?.id);
  const restore = useJobOp('rescue.restore', { keepRunning: true });
  const newest = copies[0];
  const copy = copies.find((one) => one.id === chosen) ?? newest;
  if (!copy || !newest) return null;
  return (
    <section className="so-rescue__copies" aria-labelledby="rescue-which">
      <div className="so-row so-rescue__title">
        <h2 id="rescue-which">{t('settings.rescue.which')}</h2>
        <span className="so-rescue__ok so-push">
          <Icon of={ShieldCheck} size={14} /> {t('settings.rescue.allChecked', { count: copies.length })}
        </span>
      </div>
      <div role="radiogroup" aria-labelledby="rescue-which" className="so-rescue__list">
        {copies.map((one) => (
          <label
            key={one.id}
            className={`so-rescue__copy${one.id === copy.id ? ' so-rescue__copy--chosen' : ''}`}
          >
            <input type="radio" name="copy" checked={one.id === copy.id} onChange={() => setChosen(one.id)} />
            <span>
              <strong>{fullWhen(one.at, t, format)}</strong>{' '}
              {one.id === newest.id && (
                <Tag tone="ok" icon={null}>
                  {t('settings.rescue.best')}
                </Tag>
              )}
              <span className="so-caption so-rescue__why">{t(`settings.backup.reasons.${one.reason}`)}</span>
            </span>
            <span>
              {one.counts.members === null ? '' : t('settings.rescue.members', { count: one.counts.members })}
            </span>
            <span className={one.id === newest.id ? 'so-muted' : 'so-rescue__missing'}>
              {one.id === newest.id
                ? t('settings.rescue.complete')
                : t('settings.rescue.missing', { time: span(Date.parse(newest.at) - Date.parse(one.at), t) })}
            </span>
          </label>
        ))}
      </div>
      <div className="so-row so-rescue__foot">
        {restore.progress ? (
          <div className="so-rescue__progress">
            <ProgressPanel title={t('settings.rescue.opening')} progress={restore.progress} />
          </div>
        ) : (
          <>
            <span className="so-caption">{t('settings.rescue.lost')}</span>
            <Button
              type="primary"
              size="large"
              className="so-push"
              onClick={() => void restore.run({ id: copy.id }).catch(() => undefined)}
            >
              {t('settings.rescue.open', { when: shortWhen(copy.at, format) })}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function Way({
  icon,
  title,
  body,
  children,
}: {
  icon: typeof FolderLock;
  title: string;
  body: string;
  children: ReactNode;
}) {
  return (
    <section className="so-rescue__way">
      <h3 className="so-row">
        <Icon of={icon} /> {title}
      </h3>
      <p>{body}</p>
      {children}
    </section>
  );
}

function Retry() {
  const t = useText();
  const retry = useJobOp('rescue.retry', { keepRunning: true });
  return (
    <Way icon={RotateCw} title={t('settings.rescue.again')} body={t('settings.rescue.againBody')}>
      <Button loading={retry.running} onClick={() => void retry.run({}).catch(() => undefined)}>
        {t('settings.rescue.retry')}
      </Button>
    </Way>
  );
}

function Salvage() {
  const t = useText();
  const salvage = useJobOp('rescue.salvage');
  const run = async () => {
    const result = await salvage.run({}).catch(() => undefined);
    if (result) await saveFile(result.file);
  };
  return (
    <Way icon={FileDown} title={t('settings.rescue.salvage')} body={t('settings.rescue.salvageBody')}>
      {salvage.progress ? (
        <ProgressPanel
          title={t('settings.rescue.salvaging')}
          progress={salvage.progress}
          onStop={salvage.cancel}
          stopping={salvage.stopping}
        />
      ) : (
        <Button onClick={() => void run()}>{t('settings.rescue.salvageAction')}</Button>
      )}
    </Way>
  );
}

function StartNew() {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const start = useJobOp('rescue.startNew', { keepRunning: true });
  return (
    <div className="so-rescue__new">
      {t('settings.rescue.nothingWorks')}{' '}
      <button type="button" className="so-linklike" onClick={() => setAsking(true)}>
        {t('settings.rescue.startNew')}
      </button>
      . {t('settings.rescue.startNewNote')}
      <ConfirmDialog
        open={asking}
        title={t('settings.rescue.startNewTitle')}
        confirmLabel={t('settings.rescue.startNew')}
        running={start.running}
        onCancel={() => setAsking(false)}
        onConfirm={() => void start.run({ confirm: true }).catch(() => setAsking(false))}
      >
        <p>{t('settings.rescue.startNewBody')}</p>
      </ConfirmDialog>
    </div>
  );
}
