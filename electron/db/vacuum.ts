/**
 * Makes what was deleted unreadable: the store is written anew without free pages, and the log is emptied into it. Must
 * not run inside a transaction; it takes the writing connection for about as long as copying the file does.
 */
import type { Db } from './database';

/** Overwrites what is deleted from here on, while `work` runs. */
export async function deletingForGood<T>(db: Db, work: () => Promise<T>): Promise<T> {
  db.raw.pragma('secure_delete = ON');
  try {
    return await work();
  } finally {
    db.raw.pragma('secure_delete = OFF');
  }
}

/** Writes the store anew and empties the log; what an earlier deletion left behind is gone after it. */
export function rewriteStore(db: Db): void {
  db.settle();
  db.exec('VACUUM');
  db.raw.pragma('wal_checkpoint(TRUNCATE)');
}
