/**
 * One core for each data folder. The lock is SQLite's own exclusive lock on a small file of its own: the operating
 * system lets go of it when the process ends, however it ends, so a crash never leaves a folder locked.
 */
import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/contract/errors';
import type { StoreLayout } from './layout';

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

/** Makes the folder and takes it; undefined if nothing can be written there. Errors: BUSY. */
export function takeFolder(layout: StoreLayout): FolderLock | undefined {
  try {
    mkdirSync(layout.dir, { recursive: true, mode: 0o700 });
    accessSync(layout.dir, constants.R_OK | constants.W_OK);
    return lockFolder(layout.lock);
  } catch (error) {
    if (error instanceof AppError) throw error;
    return undefined;
  }
}
