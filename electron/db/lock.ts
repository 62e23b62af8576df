/**
 * One core for each data folder. The lock is SQLite's own exclusive lock on a small file of its own: the operating
 * system lets go of it when the process ends, however it ends, so a crash never leaves a folder locked.
 */
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/contract/errors';

export interface FolderLock {
  release(): void;
}

/** Takes the folder. Errors: BUSY if another core has it. */
export function lockFolder(path: string): FolderLock {
  try {
    return hold(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    // Something else lies there under our name; nobody can be holding it.
    rmSync(path, { recursive: true, force: true });
    return hold(path);
  }
}

function hold(path: string): FolderLock {
  const raw = new Database(path, { timeout: 0 });
  try {
    raw.pragma('journal_mode = MEMORY');
    raw.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    raw.close();
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw new AppError('BUSY');
    throw error;
  }
  return {
    release() {
      raw.close();
    },
  };
}
