/** Takes the committed part of the write-ahead log over into the store, in a thread: the disk is waited for there. */
import Database from 'better-sqlite3';

export async function takeOverLogJob(input: { path: string }): Promise<void> {
  const store = new Database(input.path, { fileMustExist: true, timeout: 0 });
  try {
    store.pragma('checkpoint_fullfsync = ON');
    store.pragma('wal_checkpoint(PASSIVE)');
  } finally {
    store.close();
  }
}
