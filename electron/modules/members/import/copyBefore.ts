/**
 * The verified copy an import needs before it writes. It is begun when the list is opened, so that it is made while
 * the list is read and looked at.
 */
import type { BackupService } from '../../../db/backup';
import type { Ctx } from '../../../ipc/context';
import * as repo from './repository';

interface Copying {
  backups: BackupService;
  /** Newest entry of the change log that the copy holds. */
  change: number;
  /** Id of the copy; null when it could not be made. */
  made: Promise<string | null>;
}
let newest: Copying | null = null;

/** Begins a copy of the store as it is now; one that already holds the last change is kept. */
export function beginCopy(ctx: Ctx): Copying {
  const { backups } = ctx;
  const change = repo.lastAudit(ctx.db);
  if (newest?.backups === backups && newest.change === change) return newest;
  const made = backups.create('before-import').then(
    ({ id }) => id,
    () => null,
  );
  newest = { backups, change, made };
  return newest;
}

/** Resolves when a verified copy of the store as it is now is in its folder. Errors: DISK_FULL, BACKUP_FAILED. */
export async function ensureCopy(ctx: Ctx): Promise<void> {
  const id = await beginCopy(ctx).made;
  if (id !== null && ctx.backups.list().some((copy) => copy.id === id)) return;
  newest = null;
  await ctx.backups.create('before-import');
}
