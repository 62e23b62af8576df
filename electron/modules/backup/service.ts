/** Copies of the store and the rescue of an unusable one; the work itself is in db/. */
import type { Ctx, HandlersOf } from '../../ipc/context';
import { namedFindings } from '../files/service';

export const backupHandlers: HandlersOf<'backup'> = {
  'backup.list': (_input, ctx) => ({ copies: ctx.backups.list() }),
  'backup.status': (_input, ctx) => ctx.backups.status(),
  'backup.create': (_input, ctx) => ctx.backups.create('manual'),
  'backup.restore': restore,
  'backup.verify': verify,
};

async function restore(input: { id: string }, ctx: Ctx) {
  const result = await ctx.backups.restore(input.id, ctx);
  ctx.undo('backup.restore', { id: result.saved.id });
  return result;
}

async function verify({ id }: { id: string }, ctx: Ctx) {
  const { store, ...found } = await ctx.backups.verify(id, (done, total) => ctx.job?.progress(done, total));
  return { store, ...namedFindings(ctx, found) };
}

export const rescueHandlers: HandlersOf<'rescue'> = {
  'rescue.state': (_input, ctx) => ctx.backups.rescue.state(),
  'rescue.retry': (_input, ctx) => ctx.backups.rescue.retry(),
  'rescue.openAnyway': (_input, ctx) => ctx.backups.rescue.openAnyway(),
  'rescue.restore': (input, ctx) => ctx.backups.rescue.restore(input.id),
  'rescue.startNew': (_input, ctx) => ctx.backups.rescue.startNew(),
  'rescue.salvage': (_input, ctx) => ctx.backups.rescue.salvage(ctx.files),
};
