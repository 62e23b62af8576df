/** Users (người dùng), their roles and passwords, and the session: who is at the PC, and whether the screen is locked. */
import { z } from 'zod';
import { MIN_PASSWORD } from '../domain/passwords';
import { id, requiredText, saved, version } from './fields';
import { access, command, job, type Operations, query, ROLES } from './kernel';

const password = z.string().min(MIN_PASSWORD).max(200);
/** What is tried at the door may be anything. */
const attempt = z.string().min(1).max(200);
const role = z.enum(ROLES);
const produced = z.object({ token: z.string(), name: z.string(), mime: z.string(), size: z.number() });

/** open: somebody works; locked: the same person must give the password; login: nobody is known yet; off: no users. */
export const SESSION_STATES = ['off', 'login', 'locked', 'open'] as const;

const person = z.strictObject({ id, name: z.string(), role });
export const sessionState = z.strictObject({
  state: z.enum(SESSION_STATES),
  user: person.nullable(),
  /** Those in use, to choose from at the door. */
  people: z.array(z.strictObject({ id, name: z.string(), role, wait: z.int() })),
  unitName: z.string().nullable(),
  lockMinutes: z.int(),
  /** A recovery code was printed and not used. */
  recovery: z.boolean(),
  /** Seconds until a recovery code is looked at again. */
  recoveryWait: z.int(),
});
export type SessionState = z.output<typeof sessionState>;

const row = z.strictObject({
  id,
  version,
  name: z.string(),
  role,
  memberId: z.number().nullable(),
  memberName: z.string().nullable(),
  inUse: z.boolean(),
  lastLoginAt: z.string().nullable(),
  createdAt: z.string(),
});
export type UserRow = z.output<typeof row>;

const touches = ['settings'] as const;
const entered = z.strictObject({ id, name: z.string(), role });

export const users = {
  'users.state': query({
    input: z.strictObject({}),
    output: sessionState,
    access: access.everyone,
    doc: 'Who is at the PC and whether the screen is locked; answered while it is.',
  }),
  'users.login': job({
    input: z.strictObject({ id, password: attempt }),
    output: entered,
    errors: ['NOT_FOUND', 'LOGIN_REFUSED', 'LOGIN_WAIT'],
    touches,
    access: access.everyone,
    doc: 'Lets a user in, or unlocks the screen; after five wrong passwords each further one waits longer.',
  }),
  'users.recover': job({
    input: z.strictObject({ id, code: attempt, password }),
    output: entered,
    errors: ['NOT_FOUND', 'RECOVERY_REFUSED', 'LOGIN_WAIT'],
    touches,
    access: access.everyone,
    doc: 'Gives a chair a new password by the printed recovery code, which works once, and lets them in.',
  }),
  'users.lock': command({
    input: z.strictObject({}),
    output: z.strictObject({ locked: z.boolean() }),
    touches,
    access: access.everyone,
    doc: 'Locks the screen until the password is given; false where there are no users.',
  }),
  'users.leave': command({
    input: z.strictObject({}),
    output: z.strictObject({ left: z.boolean() }),
    touches,
    access: access.everyone,
    doc: 'Ends the session, so that somebody else can log in.',
  }),
  'users.active': query({
    input: z.strictObject({}),
    output: z.strictObject({ seconds: z.int().nullable() }),
    access: access.everyone,
    doc: 'Tells that somebody is at work; answers the seconds until the screen would lock, null without users.',
  }),
  'users.list': query({
    input: z.strictObject({}),
    output: z.strictObject({
      rows: z.array(row),
      lockMinutes: z.int(),
      lockVersion: version,
      recoveryAt: z.string().nullable(),
    }),
    access: access.chair,
    doc: 'Every user with role and last login, those out of use too; no passwords.',
  }),
  'users.create': job({
    input: z.strictObject({
      name: requiredText(120),
      role,
      memberId: id.nullable().default(null),
      password,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'DUPLICATE', 'FIRST_CHAIR'],
    touches,
    access: access.chair,
    doc: 'Adds a user; the first one is the chair and is logged in at once.',
  }),
  'users.update': command({
    input: z.strictObject({ id, version, name: requiredText(120), role, memberId: id.nullable() }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DUPLICATE', 'LAST_CHAIR'],
    touches,
    access: access.chair,
    doc: 'Changes name, role or the linked member; the last chair stays the chair.',
  }),
  'users.setUse': command({
    input: z.strictObject({ id, version, inUse: z.boolean() }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DUPLICATE', 'LAST_CHAIR'],
    touches,
    access: access.chair,
    doc: 'Puts a user out of use or back; with the only one out of use the program asks nobody again.',
  }),
  'users.setPassword': job({
    input: z.strictObject({ id, version, password }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches,
    access: access.chair,
    doc: 'Gives a user a new password; the old one is not asked for.',
  }),
  'users.changeOwnPassword': job({
    input: z.strictObject({ current: attempt, password }),
    output: saved,
    errors: ['NOT_FOUND', 'LOGIN_REFUSED', 'LOGIN_WAIT'],
    touches,
    access: access.everyone,
    doc: 'A user changes the own password, giving the one in use.',
  }),
  'users.setLock': command({
    input: z.strictObject({ version, minutes: z.int().min(1).max(240) }),
    output: z.strictObject({ version, minutes: z.int() }),
    errors: ['VERSION_CONFLICT'],
    touches,
    access: access.chair,
    doc: 'After how many minutes without work the screen locks itself.',
  }),
  'users.newRecovery': job({
    input: z.strictObject({}),
    output: z.strictObject({ code: z.string(), file: produced }),
    errors: ['NO_USERS'],
    touches,
    access: access.chair,
    doc: 'Makes a new recovery code, shown and printed this once; only its hash is kept, and the one before ends.',
  }),
} satisfies Operations;
