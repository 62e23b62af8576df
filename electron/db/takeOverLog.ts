/** After long writing by `draft`: the log goes to the disk and into the store without holding the main loop. */
import type { WorkerPool } from '../jobs/pool';
import type { Db } from './database';

/** Resolves when it is done. What a failure leaves is taken over by a later commit. */
export async function takeOverLog(ctx: { readonly db: Db; readonly jobs: WorkerPool }): Promise<void> {
  await ctx.jobs.run('takeOverLog', { path: ctx.db.raw.name }).catch(() => undefined);
}
