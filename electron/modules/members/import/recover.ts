/**
 * What an import left behind that the program's end interrupted. Promise: the register is as before the import, nobody
 * is hidden, and the history of imports says what happened; what cannot be cleared away is logged and said there too.
 */
import { todayInVietnam } from '../../../../shared/domain/dateMath';
import { recordChange } from '../../../db/audit';
import type { Db } from '../../../db/database';
import type { Ctx } from '../../../ipc/context';
import type { Log } from '../../../log';
import * as repo from './repository';
import { giveBackWritten } from './undo';

/** At start: removes what a crash left half-written, rows taken back, and previews nobody can return to. */
export function recoverImports(db: Db, clock: () => Date, log: Pick<Log, 'write' | 'failure'>): void {
  const ctx = startContext(db, clock);
  for (const { import_id: importId, state } of repo.hiddenImports(db)) {
    try {
      db.immediate(() => clearAway(ctx, importId, state));
      if (state === 'writing') log.write('import.interrupted', { importId });
    } catch (error) {
      // The store opens all the same: these people stay hidden, and the history says so.
      log.failure('import.recover', error, { importId });
      if (state === 'writing') db.immediate(() => repo.markInterrupted(db, importId, 'writing', ctx.now()));
    }
  }
  for (const id of repo.staleImports(db)) db.immediate(() => repo.setImportState(db, id, 'discarded'));
}

function clearAway(ctx: Ctx, importId: number, state: 'writing' | 'undone'): void {
  const { db } = ctx;
  if (state === 'writing') giveBackWritten(ctx, importId);
  // Whoever other records point at by now is kept, in the trash, where everybody sees it.
  for (const id of repo.usesOf(db, importId).keys()) repo.keepInTrash(db, id, ctx.now());
  repo.keepOrgUnitsInUse(db, importId);
  repo.purgeImport(db, importId, 1_000_000);
  repo.showImport(db, importId);
  if (state !== 'writing') return;
  repo.markInterrupted(db, importId, 'discarded', ctx.now());
  recordChange(ctx, {
    entity: 'import',
    entityId: importId,
    action: 'restore',
    after: { interrupted: true },
  });
}

/** What the program itself needs to change records before anybody is served. */
function startContext(db: Db, clock: () => Date): Ctx {
  const now = clock();
  const context: Pick<Ctx, 'db' | 'user' | 'requestId' | 'now' | 'today' | 'undo'> = {
    db,
    user: { name: '—', role: 'chair' },
    requestId: 'start',
    now: () => now.toISOString(),
    today: () => todayInVietnam(now),
    undo: () => undefined,
  };
  return context as Ctx;
}
