/** Copies of the store and the rescue of an unusable one; the work itself is in db/. */
import type { CopyLook } from '../../../shared/contract/backup';
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import type { Control } from '../../db/oneFile/pack';
import type { CopySource } from '../../db/oneFile/unpack';
import { nameFor } from '../../db/secondPlace';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { MAX_COPY_BYTES } from '../../ipc/files';
import { namedFindings } from '../files/service';
import * as repo from './repository';
import { printSheet } from './sheet';

export const backupHandlers: HandlersOf<'backup'> = {
  'backup.list': (_input, ctx) => ({ copies: ctx.backups.list() }),
  'backup.status': (_input, ctx) => ctx.backups.status(),
  'backup.create': (_input, ctx) => ctx.backups.create('manual'),
  'backup.restore': restore,
  'backup.verify': verify,
  'backup.place': (_input, ctx) => ctx.backups.place.status(),
  'backup.choosePlace': choosePlace,
  'backup.forgetPlace': forgetPlace,
  'backup.putInPlace': putInPlace,
  'backup.packFile': packFile,
  'backup.restoreFile': restoreFile,
  'backup.keepYear': ({ year }, ctx) => ctx.backups.create('yearly', year),
  'backup.recoverySheet': printSheet,
};

async function restore(input: { id: string }, ctx: Ctx) {
  const result = await ctx.backups.restore(input.id, ctx);
  ctx.undo('backup.restore', { id: result.saved.id });
  return result;
}

async function restoreFile(input: ParsedInputOf<'backup.restoreFile'>, ctx: Ctx) {
  const result = await ctx.backups.restoreFile(sourceOf(input, ctx), ctx, controlOf(ctx));
  ctx.undo('backup.restore', { id: result.saved.id });
  return result;
}

async function verify({ id }: { id: string }, ctx: Ctx) {
  const { store, ...found } = await ctx.backups.verify(id, (done, total) => ctx.job?.progress(done, total));
  return { store, ...namedFindings(ctx, found) };
}

const controlOf = (ctx: Ctx): Control => ({
  signal: ctx.job?.signal,
  progress: (done, total) => ctx.job?.progress(Math.floor((100 * done) / Math.max(total, 1)), 100),
});

const sourceOf = (
  { token, passphrase }: { token: string; passphrase: string | null },
  ctx: Ctx,
): CopySource => ({
  path: ctx.files.open(token, MAX_COPY_BYTES).path,
  passphrase,
});

async function choosePlace(input: ParsedInputOf<'backup.choosePlace'>, ctx: Ctx) {
  const { place } = ctx.backups;
  const before = place.status();
  const after = await place.choose({
    path: input.folder === null ? null : ctx.files.folder(input.folder),
    passphrase: input.passphrase,
    days: input.days,
  });
  logPlace(ctx, before, after);
  return after;
}

async function forgetPlace(_input: unknown, ctx: Ctx) {
  const before = ctx.backups.place.status();
  const after = ctx.backups.place.forget();
  logPlace(ctx, before, after);
  return after;
}

type Place = OutputOf<'backup.place'>;
const loggedOf = ({ name, encrypted, remindDays }: Place) => ({ name, encrypted, remindDays });

function logPlace(ctx: Ctx, before: Place, after: Place): void {
  ctx.write(() =>
    recordChange(ctx, {
      entity: 'copy_place',
      entityId: null,
      action: 'update',
      before: loggedOf(before),
      after: loggedOf(after),
    }),
  );
}

async function putInPlace(_input: unknown, ctx: Ctx) {
  const { backups } = ctx;
  const copy =
    (await backups.createIfChanged('manual')) ?? backups.list()[0] ?? (await backups.create('manual'));
  await backups.place.put(copy.id, controlOf(ctx));
  return { copy, place: backups.place.status() };
}

async function packFile({ id, passphrase }: ParsedInputOf<'backup.packFile'>, ctx: Ctx) {
  const { backups, files } = ctx;
  const copy =
    id === null
      ? ((await backups.createIfChanged('manual')) ?? backups.list()[0] ?? (await backups.create('manual')))
      : backups.list().find((one) => one.id === id);
  if (!copy) throw new AppError('NOT_FOUND');
  const name = nameFor({ at: copy.at, storeUid: repo.storeUid(ctx.db) });
  const made = files.produce(name, 'application/octet-stream');
  await backups.pack(copy.id, made.path, passphrase, controlOf(ctx));
  const file = made.done();
  ctx.write(() =>
    recordChange(ctx, {
      entity: 'store_copy',
      entityId: null,
      action: 'export',
      after: { copyAt: copy.at, encrypted: passphrase !== null },
    }),
  );
  if (id === null) backups.place.saved({ at: copy.at, size: file.size, name: file.name });
  return { file, copy };
}

async function look(input: ParsedInputOf<'rescue.lookAtFile'>, ctx: Ctx): Promise<CopyLook> {
  const { inside, ...outside } = await ctx.backups.look(sourceOf(input, ctx));
  return {
    ...outside,
    inside: inside && {
      reason: inside.copy.reason,
      year: inside.copy.year,
      counts: inside.copy.counts,
      files: inside.files.length,
      missing: inside.missing.length,
      lastChange: inside.lastChange,
    },
  };
}

/** A store in use for so many days should have a copy away from its PC. */
const DAYS_WITHOUT = 7;

/**
 * What to remind of: days since the newest copy away from this PC while there is something newer here, 'none' when
 * there never was one, null when all is well.
 */
export function copiesAway(ctx: Ctx): number | 'none' | null {
  const { last, ageDays, remindDays } = ctx.backups.place.status();
  if (last === null || ageDays === null) {
    const first = repo.firstChange(ctx.db);
    const days = first === null ? 0 : (Date.parse(ctx.now()) - Date.parse(first)) / 86_400_000;
    return days >= DAYS_WITHOUT ? 'none' : null;
  }
  const { last: newest, changedSince } = ctx.backups.status();
  const behind = changedSince || (newest !== null && newest.at > last.at);
  return behind && ageDays >= remindDays ? ageDays : null;
}

export const rescueHandlers: HandlersOf<'rescue'> = {
  'rescue.state': (_input, ctx) => ctx.backups.rescue.state(),
  'rescue.retry': (_input, ctx) => ctx.backups.rescue.retry(),
  'rescue.openAnyway': (_input, ctx) => ctx.backups.rescue.openAnyway(),
  'rescue.restore': (input, ctx) => ctx.backups.rescue.restore(input.id),
  'rescue.lookAtFile': look,
  'rescue.restoreFile': (input, ctx) => ctx.backups.rescue.restoreFile(sourceOf(input, ctx), controlOf(ctx)),
  'rescue.startNew': (_input, ctx) => ctx.backups.rescue.startNew(),
  'rescue.salvage': (_input, ctx) => ctx.backups.rescue.salvage(ctx.files),
};
