/** Copies a store in use and checks the copy, in a thread; the paths come from the backup service, never from a request. */
import Database from 'better-sqlite3';
import { type CopyFacts, checkCopy } from '../db/copies';
import { contentsOf, type StoreContents } from '../db/oneFile/pack';
import { asAppError } from '../ipc/asAppError';

/** All pages in one step: writing meanwhile does not make the copy begin again. */
const ALL_PAGES = 0x7fff_ffff;

export async function makeCopyJob(input: { from: string; to: string }): Promise<CopyFacts> {
  try {
    const store = new Database(input.from, { readonly: true, fileMustExist: true });
    try {
      await store.backup(input.to, { progress: () => ALL_PAGES });
    } finally {
      store.close();
    }
    return checkCopy(input.to);
  } catch (error) {
    throw asAppError(error);
  }
}

/** Reads a finished copy through; null when it is broken. */
export async function lookIntoCopyJob(input: { path: string }): Promise<StoreContents | null> {
  return contentsOf(input.path);
}
