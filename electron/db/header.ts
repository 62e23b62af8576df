/**
 * Looks at a store's file header without SQLite, so that nothing is touched. A newer version number may still lie in
 * the write-ahead log only, so the log's page 1 counts where there is one. Format: sqlite.org/fileformat2.html 1.3.
 */
import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { lookAtWal } from './wal';

export interface StoreHeader {
  kind: 'store';
  applicationId: number;
  userVersion: number;
  /** The file's length does not fit the number of pages it declares. */
  lengthWrong: boolean;
}
export type Look = { kind: 'missing' } | { kind: 'empty' } | { kind: 'foreign' } | StoreHeader;

const MAGIC = 'SQLite format 3\0';

/** What lies at `path`. Throws the file system's error when it cannot be read. */
export function lookAtStore(path: string): Look {
  if (!existsSync(path)) return { kind: 'missing' };
  if (!statSync(path).isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
  const { head, size } = readHead(path);
  if (size === 0) return { kind: 'empty' };
  if (size < 512 || head.toString('latin1', 0, 16) !== MAGIC) return { kind: 'foreign' };
  const wal = lookAtWal(path);
  const newest = wal.pageOne ?? head;
  return {
    kind: 'store',
    applicationId: newest.readInt32BE(68),
    userVersion: newest.readInt32BE(60),
    lengthWrong: lengthWrong(head, size, wal.kind === 'none'),
  };
}

function readHead(path: string): { head: Buffer; size: number } {
  const head = Buffer.alloc(100);
  const fd = openSync(path, 'r');
  try {
    readSync(fd, head, 0, 100, 0);
    return { head, size: fstatSync(fd).size };
  } finally {
    closeSync(fd);
  }
}

function lengthWrong(head: Buffer, size: number, alone: boolean): boolean {
  const stored = head.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  if (pageSize < 512 || size % pageSize !== 0) return true;
  const declared = head.readUInt32BE(28);
  return alone && (head.readUInt32BE(24) !== head.readUInt32BE(92) || declared * pageSize !== size);
}
