/** The door: choose a name, type the password; or the same over a page that is locked. */
import { Button, Input, type InputRef } from 'antd';
import { CircleAlert, KeyRound, LockKeyhole } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { SessionState } from '../../../shared/contract/users';
import { LanguageSwitch } from '../../app/LanguageSwitch';
import mark from '../../app/mark.svg';
import { invoke, OpError, sentenceOf, useDoor, useText } from '../../client';
import { Avatar, Icon, todayIso, useFormat } from '../../ui';
import { RecoverForm } from './RecoverForm';
import './users.css';

export interface DoorProps {
  session: SessionState;
  /** A page lies beneath and stays as it is. */
  over: boolean;
}

export function Door({ session, over }: DoorProps) {
  const t = useText();
  const format = useFormat();
  const layer = useLayer(over);
  const [recovering, setRecovering] = useState(false);
  const locked = session.state === 'locked' && session.user !== null;
  const [other, setOther] = useState(false);
  const own = locked && !other ? session.user : null;
  const [chosen, setChosen] = useState<number | null>(null);
  const person =
    session.people.find((one) => one.id === (own?.id ?? chosen)) ??
    session.people.find((one) => String(one.id) === lastUser()) ??
    session.people[0];
  const title = own ? t('users.door.locked') : t('users.door.title');
  const page = (
    <div className="so-door">
      <header className="so-door__bar">
        <img src={mark} alt="" width={20} height={20} />
        <span className="so-strong">{t('app.name')}</span>
        <span className="so-push" />
        <LanguageSwitch />
      </header>
      <main className="so-door__main" aria-label={title}>
        <div className="so-door__place">
          <p className="so-door__unit" lang="vi">
            {session.unitName ?? t('app.name')}
          </p>
          <p className="so-muted">{format.weekdayDate(todayIso())}</p>
        </div>
        <section className="so-door__card">
          {recovering && person ? (
            <RecoverForm person={person} session={session} onBack={() => setRecovering(false)} />
          ) : (
            <>
              <h1>
                {own && <Icon of={LockKeyhole} size={18} />}
                {title}
              </h1>
              <p className="so-muted">{own ? t('users.door.lockedLead') : t('users.door.lead')}</p>
              {own ? (
                <Person name={own.name} role={t(`users.roles.${own.role}`)} />
              ) : (
                <People session={session} chosen={person?.id ?? null} onChoose={setChosen} />
              )}
              {person && <Password key={person.id} person={person} over={own !== null} />}
              <div className="so-door__foot">
                {own && session.people.length > 1 && (
                  <button type="button" className="so-linklike" onClick={() => setOther(true)}>
                    {t('users.door.other')}
                  </button>
                )}
                <button type="button" className="so-linklike" onClick={() => setRecovering(true)}>
                  <Icon of={KeyRound} size={14} /> {t('users.door.forgot')}
                </button>
              </div>
            </>
          )}
        </section>
      </main>
    </div>
  );
  return layer ? createPortal(page, layer) : null;
}

function lastUser(): string {
  try {
    return localStorage.getItem('so.prefs.user') ?? '';
  } catch {
    return '';
  }
}

/** A layer of its own over everything; what lies beneath is neither seen nor reached, and gets the focus back. */
function useLayer(over: boolean): HTMLElement | null {
  const t = useText();
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const node = document.createElement('div');
    node.className = 'so-door-layer';
    document.body.append(node);
    const focus = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    document.documentElement.classList.add('so-locked');
    setLayer(node);
    return () => {
      node.remove();
      document.documentElement.classList.remove('so-locked');
      if (over && focus?.isConnected) focus.focus({ preventScroll: true });
    };
  }, [over]);
  useEffect(() => {
    const before = document.title;
    document.title = t('app.name');
    return () => {
      if (over) document.title = before;
    };
  }, [over, t]);
  return layer;
}

function Person({ name, role }: { name: string; role: string }) {
  return (
    <div className="so-door__person">
      <Avatar name={name} />
      <span>
        <span className="so-strong" lang="vi">
          {name}
        </span>
        <span className="so-caption">{role}</span>
      </span>
    </div>
  );
}

/** Names to choose from; a real group of radios, so that the arrows move through it. */
function People({
  session,
  chosen,
  onChoose,
}: {
  session: SessionState;
  chosen: number | null;
  onChoose(id: number): void;
}) {
  const t = useText();
  return (
    <fieldset className="so-door__people">
      <legend className="so-sr">{t('users.door.people')}</legend>
      {session.people.map((one) => (
        <label key={one.id} className={`so-door__choice${one.id === chosen ? ' is-chosen' : ''}`}>
          <input
            type="radio"
            name="user"
            className="so-sr"
            checked={one.id === chosen}
            onChange={() => onChoose(one.id)}
          />
          <Person name={one.name} role={t(`users.roles.${one.role}`)} />
        </label>
      ))}
    </fieldset>
  );
}

type Listed = SessionState['people'][number];

function Password({ person, over }: { person: Listed; over: boolean }) {
  const t = useText();
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [caps, setCaps] = useState(false);
  const { busy, error, wait, enter } = useEntering(person, () => {
    setTyped('');
    input.current?.focus();
  });
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed !== '' && wait === 0) void enter(typed);
  };
  return (
    <form className="so-door__form" onSubmit={submit}>
      <label htmlFor="door-password">{t('users.door.password', { name: person.name })}</label>
      <Input.Password
        ref={input}
        id="door-password"
        size="large"
        value={typed}
        autoComplete="current-password"
        aria-describedby="door-notice"
        status={error ? 'error' : ''}
        onChange={(event) => setTyped(event.target.value)}
        onKeyUp={(event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))}
      />
      <div id="door-notice" role="alert" className="so-door__notice">
        {wait > 0 ? (
          <Bad>{t('users.door.wait', { count: wait })}</Bad>
        ) : error ? (
          <Bad>{error}</Bad>
        ) : (
          caps && <span className="so-door__caps">{t('users.door.caps')}</span>
        )}
      </div>
      <Button type="primary" size="large" htmlType="submit" loading={busy} disabled={wait > 0} block>
        {over ? t('users.door.unlock') : t('users.door.enter')}
      </Button>
    </form>
  );
}

const Bad = ({ children }: { children: string }) => (
  <span className="so-field__error">
    <Icon of={CircleAlert} size={14} />
    <span>{children}</span>
  </span>
);

/** One attempt at a time; a wait that the core set is counted down. */
function useEntering(person: Listed, refused: () => void) {
  const setDoor = useDoor((door) => door.set);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [wait, setWait] = useState(person.wait);
  useEffect(() => {
    if (wait <= 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const enter = async (password: string) => {
    setBusy(true);
    setError(null);
    try {
      await invoke('users.login', { id: person.id, password });
      setDoor(false);
    } catch (failure) {
      if (failure instanceof OpError && failure.code === 'LOGIN_WAIT')
        setWait(Number(failure.details.seconds ?? 0));
      else setError(sentenceOf(failure));
      refused();
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, wait, enter };
}
