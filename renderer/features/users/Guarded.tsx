/**
 * Shows the working window only to who has logged in. A locked screen lies over the page, which keeps its place and what
 * was being typed; another person begins anew.
 */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Role } from '../../../shared/domain/roles';
import { invoke, useDoor, useNotices, useSeat, useSession, useUndo } from '../../client';
import { forgetTyped } from '../../ui';
import { Door } from './Door';

export function Guarded({ opening, children }: { opening: ReactNode; children: ReactNode }) {
  const session = useSession();
  const shut = useDoor((door) => door.closed);
  const user = session?.state === 'off' ? null : (session?.user ?? null);
  const owner = useOwner(user, session?.state === 'open' || session?.state === 'off');
  useReported(session?.state === 'open');
  if (!session) return opening;
  const open = session.state === 'open' || session.state === 'off';
  const entered = owner.last !== undefined;
  return (
    <>
      {entered && <Kept key={owner.turn}>{children}</Kept>}
      {(!open || (shut && session.state !== 'off')) && <Door session={session} over={entered} />}
    </>
  );
}

const Kept = ({ children }: { children: ReactNode }) => children;

const LAST_USER = 'so.prefs.user';

/** Forgets what another person typed and read in this window; counts the turns of people. */
function useOwner(user: { id: number; role: Role } | null, open: boolean) {
  const id = user?.id ?? null;
  const role = user?.role ?? 'chair';
  const seat = useSeat((one) => one.set);
  const queries = useQueryClient();
  const [owner, setOwner] = useState<{ last: number | null | undefined; turn: number }>({
    last: undefined,
    turn: 0,
  });
  const setDoor = useDoor((door) => door.set);
  useEffect(() => {
    if (!open) return;
    if (storedUser() !== String(id ?? '')) forgetTyped();
    rememberUser(id);
    seat(role);
    if (owner.last !== undefined && owner.last !== id && owner.last !== null) {
      useUndo.setState({ done: [], undone: [] });
      useNotices.setState({ notices: [] });
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'users.state' });
      window.location.hash = '#/';
      setOwner({ last: id, turn: owner.turn + 1 });
    } else if (owner.last !== id) setOwner({ ...owner, last: id });
    setDoor(false);
  }, [id, role, open, owner, queries, seat, setDoor]);
  return owner;
}

function storedUser(): string {
  try {
    return localStorage.getItem(LAST_USER) ?? '';
  } catch {
    return '';
  }
}

function rememberUser(id: number | null): void {
  try {
    localStorage.setItem(LAST_USER, String(id ?? ''));
  } catch {
    // Nothing is kept where storage is refused.
  }
}

const REPORT_MS = 20_000;

/** Tells the core that somebody is at work, now and then; the core decides when to lock. */
function useReported(open: boolean): void {
  const last = useRef(0);
  useEffect(() => {
    if (!open) return;
    const report = () => {
      const now = Date.now();
      if (now - last.current < REPORT_MS) return;
      last.current = now;
      invoke('users.active', {}).catch(() => undefined);
    };
    const kinds = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, report, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, report, { capture: true });
    };
  }, [open]);
}
