/** From a copy as one file back to a register: choose it, open it, see what it holds, restore. */
import { Button, Input, Modal } from 'antd';
import { FileCheck2, KeyRound, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import type { CopyLook } from '../../../shared/contract/backup';
import {
  announceFailure,
  OpError,
  type PickedFile,
  pickFile,
  sentenceOf,
  useJobOp,
  useQueryOp,
  useText,
} from '../../client';
import { Facts, Icon, Note, ProgressPanel, useFormat } from '../../ui';
import { fullWhen } from './when';

export interface RestoreFileProps {
  /** The store cannot be opened: the files that lie there go into quarantine. */
  rescue?: boolean;
  onDone?(): void;
}

/** The whole way in one panel; the store stays as it is until "Khôi phục". */
export function RestoreFile({ rescue = false, onDone }: RestoreFileProps) {
  const t = useText();
  const [file, setFile] = useState<PickedFile | null>(null);
  const [words, setWords] = useState('');
  const [seen, setSeen] = useState<CopyLook | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const look = useJobOp('rescue.lookAtFile', { failure: 'inline', done: null });
  const read = async (picked: PickedFile, passphrase: string | null) => {
    setWrong(null);
    try {
      setSeen(await look.run({ token: picked.token, passphrase }));
      setWrong(null);
    } catch (error) {
      setWrong(error instanceof OpError ? sentenceOf(error) : null);
      if (passphrase === null) setSeen(null);
    }
  };
  const pick = async () => {
    const picked = await pickFile(['sod']).catch(announceFailure);
    if (!picked) return;
    setFile(picked);
    setSeen(null);
    setWords('');
    await read(picked, null);
  };
  return (
    <div className="so-stack so-restore">
      <div className="so-row so-wrap">
        <Button
          type={file || rescue ? 'default' : 'primary'}
          loading={look.running}
          onClick={() => void pick()}
        >
          {t(file ? 'copies.restore.other' : 'copies.restore.pick')}
        </Button>
        {file && <strong lang="vi">{file.name}</strong>}
      </div>
      {!file && <p className="so-caption">{t('copies.restore.pickHint')}</p>}
      {wrong && (
        <Note tone="bad" icon={TriangleAlert}>
          {wrong}
        </Note>
      )}
      {file && seen?.encrypted && seen.inside === null && (
        <Unlock
          look={seen}
          words={words}
          onWords={setWords}
          onOpen={() => !look.running && void read(file, words)}
        />
      )}
      {file && seen?.inside && (
        <Ready
          file={file}
          look={seen}
          passphrase={seen.encrypted ? words : null}
          rescue={rescue}
          onDone={onDone}
        />
      )}
    </div>
  );
}

function Unlock({
  look,
  words,
  onWords,
  onOpen,
}: {
  look: CopyLook;
  words: string;
  onWords(words: string): void;
  onOpen(): void;
}) {
  const t = useText();
  const id = useId();
  return (
    <form
      className="so-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (words !== '') onOpen();
      }}
    >
      <strong className="so-row">
        <Icon of={KeyRound} /> {t('copies.restore.lockedTitle')}
      </strong>
      <Outside look={look} />
      <label htmlFor={id}>{t('copies.lock.words')}</label>
      <div className="so-row">
        <Input.Password
          id={id}
          autoFocus
          autoComplete="off"
          value={words}
          maxLength={200}
          onChange={(event) => onWords(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={words === ''}>
          {t('copies.restore.open')}
        </Button>
      </div>
    </form>
  );
}

function Outside({ look }: { look: CopyLook }) {
  const t = useText();
  const format = useFormat();
  return (
    <Facts
      items={[
        { label: t('copies.restore.at'), value: fullWhen(look.at, t, format) },
        { label: t('copies.restore.program'), value: look.appVersion },
        { label: t('copies.restore.size'), value: format.size(look.size) },
      ]}
    />
  );
}

function Ready({
  file,
  look,
  passphrase,
  rescue,
  onDone,
}: {
  file: PickedFile;
  look: CopyLook;
  passphrase: string | null;
  rescue: boolean;
  onDone?: (() => void) | undefined;
}) {
  const t = useText();
  const format = useFormat();
  const said = t('copies.restore.done', {
    when: fullWhen(look.at, t, format),
    members: format.count(look.inside?.counts.members ?? 0),
  });
  const options = { keepRunning: true, done: () => said } as const;
  const put = useJobOp('backup.restoreFile', options);
  const save = useJobOp('rescue.restoreFile', options);
  const job = rescue ? save : put;
  const counts = useQueryOp('members.counts', {}, { enabled: !rescue });
  const now = Object.values(counts.data?.byStatus ?? {}).reduce((sum, one) => sum + one, 0);
  const run = () => job.run({ token: file.token, passphrase }).then(onDone, () => undefined);
  return (
    <div className="so-stack">
      <Inside look={look} />
      {now > 0 && (
        <p className="so-caption">{t('copies.restore.replaces', { members: format.count(now) })}</p>
      )}
      {job.progress ? (
        <ProgressPanel
          title={t('copies.restore.running')}
          progress={job.progress}
          onStop={job.cancel}
          stopping={job.stopping}
        />
      ) : (
        <div>
          <Button type="primary" icon={<Icon of={FileCheck2} />} onClick={() => void run()}>
            {t('copies.restore.run')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Inside({ look }: { look: CopyLook }) {
  const t = useText();
  const format = useFormat();
  const { inside } = look;
  if (!inside) return null;
  const { members, events, awardDecisions } = inside.counts;
  const count = (value: number | null) => (value === null ? '' : format.count(value));
  return (
    <>
      <Facts
        items={[
          { label: t('copies.restore.at'), value: fullWhen(look.at, t, format) },
          ...(inside.year === null ? [] : [{ label: t('copies.restore.year'), value: String(inside.year) }]),
          { label: t('copies.restore.members'), value: count(members) },
          { label: t('copies.restore.events'), value: count(events) },
          { label: t('copies.restore.decisions'), value: count(awardDecisions) },
          { label: t('copies.restore.files'), value: count(inside.files) },
          {
            label: t('copies.restore.lastChange'),
            value: inside.lastChange ? fullWhen(inside.lastChange, t, format) : '',
          },
          { label: t('copies.restore.program'), value: look.appVersion },
        ]}
      />
      {inside.missing > 0 && (
        <Note tone="warn" icon={TriangleAlert}>
          {t('copies.restore.missing', { count: inside.missing })}
        </Note>
      )}
    </>
  );
}

export function RestoreFileDialog({ onClose }: { onClose(): void }) {
  const t = useText();
  return (
    <Modal
      open
      title={t('copies.restore.title')}
      onCancel={onClose}
      width={520}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
    >
      <RestoreFile onDone={onClose} />
    </Modal>
  );
}
