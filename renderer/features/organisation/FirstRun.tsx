import { Button } from 'antd';
import { Check, Info, Usb } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { Icon, Note } from '../../ui';
import { RestoreFile } from '../backup/RestoreFile';
import '../backup/backup.css';
import { CopiesStep, MembersStep } from './firstRunSteps';
import { HeadingPreview } from './HeadingPreview';
import { ProfileForm, type ProfileValues } from './ProfileForm';
import { NEW_TERM, TermForm } from './TermForm';
import './organisation.css';

const STEPS = ['unit', 'term', 'copies', 'members'] as const;

/** The guide of the first run: four steps, each of which can wait; everything can be changed later. */
export default function FirstRun({ onDone }: { onDone(): void }) {
  const t = useText();
  const navigate = useNavigate();
  const formId = useId();
  const [at, setAt] = useState(0);
  const [restoring, setRestoring] = useState(false);
  const [typed, setTyped] = useState<Partial<ProfileValues>>({ symbol: 'CĐCS' });
  const known = useQueryOp('organisation.get', {}).data;
  const saveProfile = useCommandOp('organisation.saveProfile', { failure: 'inline', done: null });
  const saveTerm = useCommandOp('organisation.saveTerm', { failure: 'inline', done: null });
  const finish = useCommandOp('organisation.finishSetup', { done: null });
  const step = STEPS[at]!;
  useEffect(() => {
    document.title = t('app.windowTitle', { page: t('organisation.firstRun.title') });
  }, [t]);
  const next = () => setAt((now) => Math.min(now + 1, STEPS.length - 1));
  /** The address is set first: the working window opens as soon as the store says that the guide is finished. */
  const leave = async (path: string) => {
    navigate(path);
    await finish.run({ done: true }).catch(() => undefined);
    onDone();
  };
  if (restoring) return <FromCopy onBack={() => setRestoring(false)} onDone={onDone} />;
  const profile = known?.profile;
  const term = known?.term;
  return (
    <div className="so-first">
      <aside className="so-first__steps">
        <h1>{t('organisation.firstRun.title')}</h1>
        <p>{t('organisation.firstRun.lead')}</p>
        <ol>
          {STEPS.map((one, i) => (
            <li
              key={one}
              aria-current={i === at ? 'step' : undefined}
              className={i < at ? 'is-past' : i === at ? 'is-now' : ''}
            >
              <span className="so-first__mark">{i < at ? <Icon of={Check} size={14} /> : i + 1}</span>
              <button type="button" onClick={() => setAt(i)}>
                <strong>{t(`organisation.firstRun.steps.${one}`)}</strong>
                <span>{t(`organisation.firstRun.steps.${one}Note`)}</span>
              </button>
            </li>
          ))}
        </ol>
        <div className="so-first__local">
          <strong>{t('organisation.firstRun.local')}</strong>
          <span>{t('organisation.firstRun.localBody')}</span>
        </div>
      </aside>
      <main className="so-first__main">
        <div className="so-first__body">
          <div className="so-caption">
            {t('organisation.firstRun.step', { now: at + 1, all: STEPS.length })}
          </div>
          <h2>{t(`organisation.firstRun.steps.${step}`)}</h2>
          {step === 'unit' && !profile && (
            <Note
              tone="muc"
              icon={Usb}
              title={t('copies.restore.first')}
              action={<Button onClick={() => setRestoring(true)}>{t('copies.restore.firstAction')}</Button>}
            >
              {t('copies.restore.firstBody')}
            </Note>
          )}
          {step === 'unit' && (
            <ProfileForm
              key={profile?.version ?? 'new'}
              id={formId}
              foot={false}
              draftKey={`organisation:${profile?.id ?? 'new'}`}
              initial={profile ?? { symbol: 'CĐCS' }}
              onValues={setTyped}
              onSubmit={async (values) => {
                await saveProfile.run({
                  ...values,
                  id: profile?.id ?? null,
                  version: profile?.version ?? null,
                });
                next();
              }}
            />
          )}
          {step === 'term' && (
            <TermForm
              key={term?.version ?? 'new'}
              id={formId}
              foot={false}
              draftKey={`term:${term?.id ?? 'new'}`}
              initial={term ?? NEW_TERM}
              onSubmit={async (values) => {
                await saveTerm.run({ ...values, id: term?.id ?? null, version: term?.version ?? null });
                next();
              }}
            />
          )}
          {step === 'copies' && <CopiesStep />}
          {step === 'members' && <MembersStep onImport={() => void leave('/members/import')} />}
        </div>
        <footer className="so-first__foot">
          <button
            type="button"
            className="so-linklike"
            onClick={() => void leave('/')}
            disabled={finish.running}
          >
            {t('organisation.firstRun.skipAll')}
          </button>
          <span className="so-push" />
          {at > 0 && <Button onClick={() => setAt(at - 1)}>{t('organisation.firstRun.back')}</Button>}
          {at < STEPS.length - 1 && <Button onClick={next}>{t('organisation.firstRun.later')}</Button>}
          {at === STEPS.length - 1 ? (
            <Button type="primary" onClick={() => void leave('/')}>
              {t('organisation.firstRun.finish')}
            </Button>
          ) : (
            <Button
              type="primary"
              {...(step === 'unit' || step === 'term'
                ? { htmlType: 'submit' as const, form: formId }
                : { onClick: next })}
            >
              {t('organisation.firstRun.next', {
                name: t(`organisation.firstRun.steps.${STEPS[at + 1]!}Short`),
              })}
            </Button>
          )}
        </footer>
      </main>
      <aside className="so-first__paper">
        <HeadingPreview names={{ ...profile, ...typed }} />
        <Note icon={Info}>{t('organisation.firstRun.renameNote')}</Note>
      </aside>
    </div>
  );
}

/** On a new PC: the register comes from a copy, and nothing needs to be filled in. */
function FromCopy({ onBack, onDone }: { onBack(): void; onDone(): void }) {
  const t = useText();
  return (
    <main className="so-first__main so-restore__first" id="main">
      <div className="so-first__body so-stack">
        <h2>{t('copies.restore.title')}</h2>
        <p>{t('copies.restore.firstBody')}</p>
        <RestoreFile onDone={onDone} />
        <div>
          <button type="button" className="so-linklike" onClick={onBack}>
            {t('copies.restore.back')}
          </button>
        </div>
      </div>
    </main>
  );
}
