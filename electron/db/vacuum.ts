/**
 * Makes what was deleted unreadable: search indexes are squeezed, the store is written anew without free pages, and the
 * log is emptied into it. `oweRewrite` notes the debt in the transaction that deletes; a thread pays it while commands
 * wait, and the next start pays it when the program ended before.
 */
import type { WorkerPool } from '../jobs/pool';
import type { Db } from './database';

const DEBT = 'rewrite_due';

/** Notes, inside the transaction that deletes, that the store has to be written anew. */
export const oweRewrite = (db: Db): void => {
  db.run("INSERT INTO meta (key, value) VALUES (?, '1') ON CONFLICT (key) DO NOTHING", [DEBT]);
};

/** Writes the store anew and empties the log. False when a reader kept the log from being emptied: the debt stays. */
export function rewriteStore(db: Db): boolean {
  const indexes = db.column<string>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'`,
  );
  for (const name of indexes) db.exec(`INSERT INTO "${name}" ("${name}") VALUES ('optimize')`);
  db.exec('VACUUM');
  const emptied = () =>
    (db.raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]).every((row) => row.busy === 0);
  if (!emptied()) return false;
  db.run('DELETE FROM meta WHERE key = ?', [DEBT]);
  return true;
}

/** At start: pays what an interrupted run left. */
export function payRewrite(db: Db): void {
  if (db.pluck('SELECT 1 FROM meta WHERE key = ?', [DEBT]) !== undefined) rewriteStore(db);
}

/** What writing anew in a thread needs. */
export interface Rewriter {
  readonly db: Db;
  readonly jobs: WorkerPool;
  readonly backups: { idle(): Promise<void> };
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Writes the store anew in a thread: questions are answered meanwhile, commands wait. */
export const rewriteInThread = (ctx: Rewriter): Promise<void> =>
  ctx.alone(async () => {
    await ctx.backups.idle();
    await ctx.jobs.run('rewriteStore', { path: ctx.db.raw.name });
  });
