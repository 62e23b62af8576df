/** Users kept by the chair: names, roles, passwords, the lock and the recovery sheet (phiếu khôi phục mật khẩu). */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import { passwordSheet } from '../../documents/papers/passwordSheet';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { DrawnPaper } from '../../jobs/drawPaper';
import { membersHandlers } from '../members/service';
import { paperUnit, profileOn } from '../organisation/service';
import { doorHandlers, proven } from './door';
import * as repo from './repository';
import { hashOf, newCode, plainCode } from './secrets';

const inUse = (ctx: Pick<Ctx, 'db'>): repo.UserRecord[] =>
  repo.allUsers(ctx.db).filter((user) => user.disabledAt === null);

/** What the log keeps of a user: never the password, nor its hash. */
const logged = ({ name, role, memberId }: Pick<repo.UserRecord, 'name' | 'role' | 'memberId'>) => ({
  name,
  role,
  memberId,
});

function userOf(ctx: Ctx, id: number, version?: number): repo.UserRecord {
  const user = repo.userById(ctx.db, id);
  if (!user) throw new AppError('NOT_FOUND');
  if (version !== undefined && user.version !== version) throw new AppError('VERSION_CONFLICT');
  return user;
}

function list(_: unknown, ctx: Ctx): OutputOf<'users.list'> {
  const rule = repo.accessRule(ctx.db);
  return {
    rows: repo
      .allUsers(ctx.db)
      .map(({ id, version, name, role, memberId, memberName, disabledAt, lastLoginAt, createdAt }) => ({
        ...{ id, version, name, role, memberId, memberName, lastLoginAt, createdAt },
        inUse: disabledAt === null,
      })),
    lockMinutes: rule.lockMinutes,
    lockVersion: rule.version,
    recoveryAt: rule.recoveryAt,
  };
}

/** Errors: DUPLICATE for a name that sounds like one in use, NOT_FOUND for a member there is not. */
function refuseRow(
  ctx: Ctx,
  { name, memberId }: { name: string; memberId: number | null },
  except: number,
): void {
  if (repo.sameName(ctx.db, fold(name), except))
    throw new AppError('DUPLICATE', { fields: { name: 'DUPLICATE' } });
  if (memberId !== null && membersHandlers['members.get']({ id: memberId }, ctx).deletedAt !== null)
    throw new AppError('NOT_FOUND', { fields: { memberId: 'NOT_FOUND' } });
}

function refuseNewcomer(ctx: Ctx, input: ParsedInputOf<'users.create'>): boolean {
  const first = inUse(ctx).length === 0;
  if (first && input.role !== 'chair') throw new AppError('FIRST_CHAIR', { fields: { role: 'FIRST_CHAIR' } });
  refuseRow(ctx, input, 0);
  return first;
}

async function create(input: ParsedInputOf<'users.create'>, ctx: Ctx): Promise<OutputOf<'users.create'>> {
  refuseNewcomer(ctx, input);
  const secret = await hashOf(input.password);
  const { name, role, memberId } = input;
  const made = ctx.write(() => {
    const first = refuseNewcomer(ctx, input);
    const row = { uid: uuid(), name, key: fold(name), role, memberId, secret, now: ctx.now() };
    const id = repo.insertUser(ctx.db, row);
    recordChange(ctx, { entity: 'app_user', entityId: id, action: 'create', after: logged(input) });
    return { id, first };
  });
  if (made.first) ctx.session.enter({ id: made.id, name, role });
  ctx.undo('users.setUse', { id: made.id, version: 1, inUse: false });
  return { id: made.id, version: 1 };
}

/** Errors: LAST_CHAIR when nobody would be left who may keep the users. */
function refuseLastChair(ctx: Ctx, user: repo.UserRecord, alone: boolean): void {
  if (user.role !== 'chair' || user.disabledAt !== null) return;
  const others = inUse(ctx).filter((one) => one.id !== user.id);
  if (alone && others.length === 0) return;
  if (!others.some((one) => one.role === 'chair')) throw new AppError('LAST_CHAIR');
}

function update(input: ParsedInputOf<'users.update'>, ctx: Ctx): OutputOf<'users.update'> {
  const { id, version, name, role, memberId } = input;
  const before = userOf(ctx, id, version);
  if (role !== 'chair') refuseLastChair(ctx, before, false);
  refuseRow(ctx, input, id);
  if (!repo.updateUser(ctx.db, { id, version, name, key: fold(name), role, memberId, now: ctx.now() }))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'app_user',
    entityId: id,
    action: 'update',
    before: logged(before),
    after: logged(input),
  });
  ctx.undo('users.update', { id, version: version + 1, ...logged(before) });
  return { id, version: version + 1 };
}

function setUse(input: ParsedInputOf<'users.setUse'>, ctx: Ctx): OutputOf<'users.setUse'> {
  const { id, version } = input;
  const user = userOf(ctx, id, version);
  if (input.inUse) {
    if (inUse(ctx).length === 0 && user.role !== 'chair') throw new AppError('LAST_CHAIR');
    refuseRow(ctx, { name: user.name, memberId: null }, id);
  } else refuseLastChair(ctx, user, true);
  const first = input.inUse && inUse(ctx).length === 0;
  const at = input.inUse ? null : ctx.now();
  if (!repo.setDisabled(ctx.db, { id, version, at, now: ctx.now() })) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'app_user',
    entityId: id,
    action: 'update',
    before: { inUse: user.disabledAt === null },
    after: { inUse: input.inUse },
  });
  if (first) ctx.session.enter({ id, name: user.name, role: user.role });
  ctx.undo('users.setUse', { id, version: version + 1, inUse: !input.inUse });
  return { id, version: version + 1 };
}

function writePassword(ctx: Ctx, id: number, secret: string): OutputOf<'users.setPassword'> {
  return ctx.write(() => {
    const user = userOf(ctx, id);
    repo.setSecret(ctx.db, { id, secret, now: ctx.now() });
    recordChange(ctx, { entity: 'user_password', entityId: id, action: 'update' });
    return { id, version: user.version + 1 };
  });
}

async function setPassword(
  input: ParsedInputOf<'users.setPassword'>,
  ctx: Ctx,
): Promise<OutputOf<'users.setPassword'>> {
  userOf(ctx, input.id, input.version);
  return writePassword(ctx, input.id, await hashOf(input.password));
}

async function changeOwnPassword(
  input: ParsedInputOf<'users.changeOwnPassword'>,
  ctx: Ctx,
): Promise<OutputOf<'users.changeOwnPassword'>> {
  const own = ctx.session.entered;
  if (!own) throw new AppError('NOT_FOUND');
  await proven(ctx, own.id, input.current);
  return writePassword(ctx, own.id, await hashOf(input.password));
}

function setLock(input: ParsedInputOf<'users.setLock'>, ctx: Ctx): OutputOf<'users.setLock'> {
  const { version, minutes } = input;
  const before = repo.accessRule(ctx.db).lockMinutes;
  if (!repo.setLockMinutes(ctx.db, version, minutes)) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'app_access',
    entityId: null,
    action: 'update',
    before: { minutes: before },
    after: { minutes },
  });
  ctx.undo('users.setLock', { version: version + 1, minutes: before });
  return { version: version + 1, minutes };
}

async function newRecovery(_: unknown, ctx: Ctx): Promise<OutputOf<'users.newRecovery'>> {
  const chairs = inUse(ctx).filter((user) => user.role === 'chair');
  if (chairs.length === 0) throw new AppError('NO_USERS');
  const code = newCode();
  const day = ctx.today();
  const unit = paperUnit(profileOn(ctx, day));
  const paper: DrawnPaper = {
    paper: passwordSheet({ unit, code, day, chairs: chairs.map((user) => user.name) }),
    format: 'pdf',
  };
  const { signal, progress } = ctx.job ?? {};
  const bytes = await ctx.jobs.run<Uint8Array>('drawPaper', paper, { signal, progress });
  const secret = await hashOf(plainCode(code));
  ctx.write(() => {
    repo.setRecovery(ctx.db, secret, ctx.now());
    recordChange(ctx, { entity: 'user_recovery', entityId: null, action: 'print' });
  });
  return { code, file: ctx.files.put('Phiếu khôi phục mật khẩu.pdf', 'application/pdf', bytes) };
}

export const usersHandlers: HandlersOf<'users'> = {
  ...doorHandlers,
  'users.list': list,
  'users.create': create,
  'users.update': update,
  'users.setUse': setUse,
  'users.setPassword': setPassword,
  'users.changeOwnPassword': changeOwnPassword,
  'users.setLock': setLock,
  'users.newRecovery': newRecovery,
};
