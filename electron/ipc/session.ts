/**
 * Who is at the PC. One session for all windows of a store: it lives in the core, and what the core refuses no window
 * can show. Promise: while it is locked, or nobody is known, only the operations of the door are answered. Without
 * users everything is open to the one officer of this PC.
 */
import { AppError } from '../../shared/contract/errors';
import type { User } from './context';

/** Answered whatever the session is: the door itself, and the state the store is in. */
const AT_THE_DOOR: ReadonlySet<string> = new Set([
  'users.state',
  'users.login',
  'users.recover',
  'users.lock',
  'users.leave',
  'rescue.state',
]);

/** Operations that happen by themselves, or only tell of work: they keep no screen open. */
const NOT_WORK: ReadonlySet<string> = new Set(['users.state', 'users.lock', 'users.leave']);

/** One who has logged in. */
export interface Entered extends User {
  readonly id: number;
}

/** What the store says of users: asked anew when the store is opened or users were changed. */
export interface SessionFacts {
  /** Users in use by id. */
  readonly people: ReadonlyMap<number, Entered>;
  readonly lockMinutes: number;
}

export interface Session {
  readonly state: 'off' | 'login' | 'locked' | 'open';
  /** Who logged in, locked or not. */
  readonly entered: Entered | null;
  /** The one who acts. Errors: NOT_LOGGED_IN, LOCKED unless the operation is one of the door. */
  userFor(operation: string): User;
  /** Whether a host may hand out or take in files now. */
  readonly open: boolean;
  enter(user: Entered): void;
  /** Locks the screen; tells who was at work, null when nobody was. */
  lock(): Entered | null;
  leave(): Entered | null;
  /** Work was done: the screen stays open for its minutes from now. Answers the seconds left; null without users. */
  active(): number | null;
  /** Takes over what the store says; a session of somebody who is no longer a user ends. */
  follow(facts: SessionFacts): void;
  /** Another store: nobody is known there. */
  forget(): void;
}

export interface SessionOptions {
  /** The officer at a PC whose store has no users. */
  officer: User;
  clock(): Date;
  /** Told after each change of the state; `idle` when it locked itself. */
  onChange(idle: Entered | null): void;
}

const NOBODY: User = { name: '', role: 'viewer' };

class OneSession implements Session {
  private facts: SessionFacts = { people: new Map(), lockMinutes: 10 };
  private who: Entered | null = null;
  private locked = false;
  private last = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: SessionOptions) {}

  get entered(): Entered | null {
    return this.who;
  }

  get state(): Session['state'] {
    if (this.facts.people.size === 0) return 'off';
    if (!this.who) return 'login';
    this.lockWhenIdle();
    return this.locked ? 'locked' : 'open';
  }

  get open(): boolean {
    return this.state === 'off' || this.state === 'open';
  }

  userFor(operation: string): User {
    const { state } = this;
    if (state === 'off') return this.options.officer;
    if (AT_THE_DOOR.has(operation)) return this.who ?? NOBODY;
    if (state === 'login') throw new AppError('NOT_LOGGED_IN');
    if (state === 'locked') throw new AppError('LOCKED');
    return this.who ?? NOBODY;
  }

  enter(user: Entered): void {
    this.who = user;
    this.locked = false;
    this.last = this.now();
    this.active();
    this.options.onChange(null);
  }

  lock(): Entered | null {
    if (this.state !== 'open') return null;
    this.locked = true;
    this.stop();
    this.options.onChange(null);
    return this.who;
  }

  leave(): Entered | null {
    const { who } = this;
    this.forget();
    if (who) this.options.onChange(null);
    return who;
  }

  active(): number | null {
    if (this.facts.people.size === 0) return null;
    if (!this.who || this.locked) return 0;
    this.last = this.now();
    this.stop();
    const seconds = this.facts.lockMinutes * 60;
    this.timer = setTimeout(() => this.lockWhenIdle(), seconds * 1000 + 50);
    this.timer.unref();
    return seconds;
  }

  follow(facts: SessionFacts): void {
    const minutes = this.facts.lockMinutes;
    this.facts = facts;
    if (!this.who) return;
    const now = facts.people.get(this.who.id);
    if (!now) this.forget();
    else this.who = now;
    const untimed = this.timer === undefined && !this.locked;
    if (now && (minutes !== facts.lockMinutes || untimed)) this.active();
  }

  forget(): void {
    this.who = null;
    this.locked = false;
    this.stop();
  }

  /** Locks when nothing was done for the minutes; a clock set back counts as nothing done. */
  private lockWhenIdle(): void {
    if (!this.who || this.locked) return;
    const idle = this.now() - this.last;
    if (idle >= 0 && idle < this.facts.lockMinutes * 60_000) return;
    this.locked = true;
    this.stop();
    this.options.onChange(this.who);
  }

  private now(): number {
    return this.options.clock().getTime();
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

export const createSession = (options: SessionOptions): Session => new OneSession(options);

/** Whether a request shows that somebody is at work. */
export const isWork = (operation: string, kind: 'query' | 'command' | 'job'): boolean =>
  operation === 'users.active' || (kind !== 'query' && !NOT_WORK.has(operation));
