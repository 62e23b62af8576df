/**
 * The door: who is at the PC, logging in, the recovery code, locking. Wrong attempts are counted in the store, so that a
 * restart does not end the waiting; each one is in the change log under the name it was tried for.
 */
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf, User } from '../../ipc/context';
import type { SessionFacts } from '../../ipc/session';
import { profileOn } from '../organisation/service';
import * as repo from './repository';
import { hashOf, matches, plainCode } from './secrets';

/** Wrong attempts that cost nothing; each further one doubles the waiting, to a quarter of an hour. */
const FREE_ATTEMPTS = 5;
const FIRST_WAIT = 15;
const LONGEST_WAIT = 900;

type Logged = Pick<Ctx, 'db' | 'now' | 'requestId'>;

/** The door acts for nobody yet: the log names whom it was tried for. */
const actor = (ctx: Logged, { name, role }: User) => ({
  db: ctx.db,
  now: ctx.now,
  requestId: ctx.requestId,
  user: { name, role },
});

/** Seconds until an attempt is looked at; a wait that a clock set back would stretch ends with the longest. */
function waiting(until: string | null, now: string): number {
  if (until === null) return 0;
  const seconds = Math.ceil((Date.parse(until) - Date.parse(now)) / 1000);
  return Math.min(Math.max(seconds, 0), LONGEST_WAIT);
}

function refuseWaiting(until: string | null, now: string): void {
  const seconds = waiting(until, now);
  if (seconds > 0) throw new AppError('LOGIN_WAIT', { details: { seconds } });
}

/** When the next attempt is looked at after so many wrong ones; null for at once. */
export function waitAfter(failures: number, now: string): string | null {
  if (failures < FREE_ATTEMPTS) return null;
  const seconds = Math.min(FIRST_WAIT * 2 ** Math.min(failures - FREE_ATTEMPTS, 20), LONGEST_WAIT);
  return new Date(Date.parse(now) + seconds * 1000).toISOString();
}

/** What the session goes by. */
export function sessionFacts(db: Ctx['db']): SessionFacts {
  const people = repo
    .allUsers(db)
    .filter((user) => user.disabledAt === null)
    .map(({ id, name, role }) => [id, { id, name, role }] as const);
  return { people: new Map(people), lockMinutes: repo.accessRule(db).lockMinutes };
}

function state(_: unknown, ctx: Ctx): OutputOf<'users.state'> {
  const now = ctx.now();
  const rule = repo.accessRule(ctx.db);
  const people = repo.allUsers(ctx.db).filter((user) => user.disabledAt === null);
  return {
    state: ctx.session.state,
    user: ctx.session.entered,
    people: people.map(({ id, name, role, waitUntil }) => ({
      id,
      name,
      role,
      wait: waiting(waitUntil, now),
    })),
    unitName: profileOn(ctx, ctx.today())?.name ?? null,
    lockMinutes: rule.lockMinutes,
    recovery: rule.recoverySecret !== null,
    recoveryWait: waiting(rule.waitUntil, now),
  };
}

function userInUse(ctx: Ctx, id: number): repo.UserRecord {
  const user = repo.userById(ctx.db, id);
  if (!user || user.disabledAt !== null) throw new AppError('NOT_FOUND');
  return user;
}

/** Takes a wrong password down. Errors: LOGIN_REFUSED, or LOGIN_WAIT when the next one is put off. */
function refuse(ctx: Ctx, user: repo.UserRecord): never {
  const waitUntil = ctx.write(() => {
    const failures = (repo.userById(ctx.db, user.id)?.failures ?? 0) + 1;
    const until = waitAfter(failures, ctx.now());
    repo.setFailures(ctx.db, { id: user.id, failures, waitUntil: until });
    recordChange(actor(ctx, user), {
      entity: 'user_refused',
      entityId: user.id,
      action: 'create',
      after: { failures },
    });
    return until;
  });
  refuseWaiting(waitUntil, ctx.now());
  throw new AppError('LOGIN_REFUSED');
}

/** Attempts at one door go one after the other: those sent together are not all looked at before one is counted. */
const turns = new WeakMap<Ctx['db'], Promise<unknown>>();

async function inTurn<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  const before = turns.get(ctx.db) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(
    ctx.db,
    mine.catch(() => undefined),
  );
  return mine;
}

/** Whether a password is the user's. Errors: LOGIN_REFUSED, LOGIN_WAIT. */
export function proven(ctx: Ctx, id: number, password: string): Promise<repo.UserRecord> {
  return inTurn(ctx, async () => {
    const user = userInUse(ctx, id);
    refuseWaiting(user.waitUntil, ctx.now());
    if (await matches(password, user.secret)) return user;
    return refuse(ctx, user);
  });
}

/** Opens the session for a user and takes it down. */
function enter(ctx: Ctx, { id, name, role }: repo.UserRecord): OutputOf<'users.login'> {
  ctx.write(() => {
    repo.setEntered(ctx.db, id, ctx.now());
    recordChange(actor(ctx, { name, role }), {
      entity: 'user_login',
      entityId: id,
      action: 'create',
    });
  });
  ctx.session.enter({ id, name, role });
  return { id, name, role };
}

async function login(
  { id, password }: ParsedInputOf<'users.login'>,
  ctx: Ctx,
): Promise<OutputOf<'users.login'>> {
  return enter(ctx, await proven(ctx, id, password));
}

function refuseCode(ctx: Ctx, user: repo.UserRecord): never {
  const waitUntil = ctx.write(() => {
    const failures = repo.accessRule(ctx.db).failures + 1;
    const until = waitAfter(failures, ctx.now());
    repo.setRecoveryFailures(ctx.db, failures, until);
    recordChange(actor(ctx, user), {
      entity: 'user_refused',
      entityId: user.id,
      action: 'create',
      after: { failures },
    });
    return until;
  });
  refuseWaiting(waitUntil, ctx.now());
  throw new AppError('RECOVERY_REFUSED');
}

function recover(input: ParsedInputOf<'users.recover'>, ctx: Ctx): Promise<OutputOf<'users.recover'>> {
  return inTurn(ctx, async () => {
    const user = userInUse(ctx, input.id);
    const rule = repo.accessRule(ctx.db);
    if (user.role !== 'chair' || rule.recoverySecret === null) throw new AppError('RECOVERY_REFUSED');
    refuseWaiting(rule.waitUntil, ctx.now());
    if (!(await matches(plainCode(input.code), rule.recoverySecret))) return refuseCode(ctx, user);
    const secret = await hashOf(input.password);
    ctx.write(() => {
      repo.setSecret(ctx.db, { id: user.id, secret, now: ctx.now() });
      repo.setRecovery(ctx.db, null, null);
      recordChange(actor(ctx, user), {
        entity: 'user_recovered',
        entityId: user.id,
        action: 'create',
      });
    });
    return enter(ctx, user);
  });
}

/** Takes down that a screen was locked, by the key or by itself. */
export function recordLock(ctx: Logged, user: User & { id: number }): void {
  recordChange(actor(ctx, user), {
    entity: 'user_locked',
    entityId: user.id,
    action: 'create',
  });
}

function lock(_: unknown, ctx: Ctx): OutputOf<'users.lock'> {
  const user = ctx.session.lock();
  if (user) recordLock(ctx, user);
  return { locked: user !== null };
}

function leave(_: unknown, ctx: Ctx): OutputOf<'users.leave'> {
  const user = ctx.session.leave();
  if (user)
    recordChange(actor(ctx, user), {
      entity: 'user_left',
      entityId: user.id,
      action: 'create',
    });
  return { left: user !== null };
}

type Own = 'users.state' | 'users.login' | 'users.recover' | 'users.lock' | 'users.leave' | 'users.active';
export const doorHandlers: Pick<HandlersOf<'users'>, Own> = {
  'users.state': state,
  'users.login': login,
  'users.recover': recover,
  'users.lock': lock,
  'users.leave': leave,
  'users.active': (_input, ctx) => ({ seconds: ctx.session.active() }),
};
