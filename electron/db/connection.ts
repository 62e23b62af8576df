/** The one writing connection: how it is opened and how it is put away. */

import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Db, wrapDatabase } from './database';
import type { StoreLayout } from './layout';
import { removeFile, sha256, writeWhole } from './safeFs';

/** Below this a WAL reset could lose data (sqlite.org/wal.html#walresetbug). */
const OLDEST_SQLITE = [3, 51, 3] as const;

export function assertSqliteVersion(version: string): void {
  const parts = version.split('.').map(Number);
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least) throw new Error(`SQLite ${version} is too old`);
  }
}

/** Opens for writing and sets every pragma. Never waits for a lock. */
export function connect(path: string): Database.Database {
  const raw = new Database(path, { fileMustExist: true, timeout: 0 });
  try {
    assertSqliteVersion(raw.prepare('SELECT sqlite_version()').pluck().get() as string);
    raw.pragma('trusted_schema = OFF');
    raw.pragma('cell_size_check = ON');
    raw.pragma('mmap_size = 0');
    raw.pragma('cache_size = -65536');
    raw.pragma('temp_store = MEMORY');
    raw.pragma('secure_delete = FAST');
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
    raw.pragma('checkpoint_fullfsync = ON');
    raw.pragma(`journal_size_limit = ${16 * 1024 * 1024}`);
    raw.pragma('foreign_keys = ON');
    raw.prepare('SELECT count(*) FROM sqlite_schema').get();
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

export type MarkerPhase = 'opening' | 'open' | 'closing';

/** Left behind by an unclean exit; 'open' also means that a write-ahead log must be there. */
export function setMarker(layout: StoreLayout, phase: MarkerPhase): void {
  writeWhole(layout.marker, JSON.stringify({ phase }));
}

export interface Fingerprint {
  size: number;
  sha256: string;
}

/** Opens a store that was found sound; from here until `closeStore` the running marker stands. */
export function openForWork(layout: StoreLayout): Db {
  setMarker(layout, 'opening');
  removeFile(layout.closed);
  const raw = connect(layout.db);
  if (existsSync(`${layout.db}-wal`)) setMarker(layout, 'open');
  return wrapDatabase(raw);
}

/**
 * Optimises, empties the log into the store, closes, and leaves a fingerprint by which the next start knows that
 * nothing touched the file. `suspect` leaves none, so that the next start checks everything.
 */
export function closeStore(layout: StoreLayout, db: Db, suspect = false): void {
  if (!db.raw.open) return;
  let tidy = markClosing(layout) && !suspect;
  try {
    db.raw.pragma('optimize');
    db.raw.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    tidy = false;
  }
  db.raw.close();
  const wal = `${layout.db}-wal`;
  if (!existsSync(layout.db)) return;
  if (!tidy || (existsSync(wal) && statSync(wal).size > 0)) return;
  try {
    const fingerprint: Fingerprint = { size: statSync(layout.db).size, sha256: sha256(layout.db) };
    writeWhole(layout.closed, JSON.stringify(fingerprint));
    removeFile(layout.marker);
  } catch {
    // A full disk: the marker stays, and the next start checks everything.
    removeFile(layout.closed);
  }
}

/** From here on a missing log is no loss. On a full disk the marker goes altogether: no room is needed for that. */
function markClosing(layout: StoreLayout): boolean {
  try {
    setMarker(layout, 'closing');
    return true;
  } catch {
    try {
      removeFile(layout.marker);
    } catch {
      // A disk that does not answer: the log beside the store stays too.
    }
    return false;
  }
}
