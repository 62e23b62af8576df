/**
 * Looks at a store without SQLite, so that nothing is touched: the file header, and the write-ahead log as SQLite
 * would replay it (salts and running checksums), because a newer version number may still lie in the log only.
 * Formats: sqlite.org/fileformat2.html sections 1.3 and 4.
 */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';

export interface StoreHeader {
  kind: 'store';
  applicationId: number;
  userVersion: number;
  /** The file's length does not fit the number of pages it declares. */
  lengthWrong: boolean;
}
export type Look = { kind: 'missing' } | { kind: 'empty' } | { kind: 'foreign' } | StoreHeader;

export interface WalLook {
  /** none: missing or empty; sound; broken: acknowledged frames can no longer be replayed. */
  kind: 'none' | 'sound' | 'broken';
  pages: number;
  pageOne: Buffer | undefined;
}

const MAGIC = 'SQLite format 3\0';

/** What lies at `path`. Throws the file system's error when it cannot be read. */
export function lookAtStore(path: string): Look {
  if (!existsSync(path)) return { kind: 'missing' };
  if (!statSync(path).isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
  const head = Buffer.alloc(100);
  const fd = openSync(path, 'r');
  let size: number;
  let read: number;
  try {
    size = fstatSync(fd).size;
    read = readSync(fd, head, 0, 100, 0);
  } finally {
    closeSync(fd);
  }
  if (size === 0) return { kind: 'empty' };
  if (read < 100 || head.toString('latin1', 0, 16) !== MAGIC) return { kind: 'foreign' };
  const wal = lookAtWal(`${path}-wal`);
  const newest = wal.pageOne ?? head;
  const rawPageSize = head.readUInt16BE(16);
  const pageSize = rawPageSize === 1 ? 65_536 : rawPageSize;
  const declared = head.readUInt32BE(28);
  const countIsValid = head.readUInt32BE(24) === head.readUInt32BE(92);
  return {
    kind: 'store',
    applicationId: newest.readInt32BE(68),
    userVersion: newest.readInt32BE(60),
    lengthWrong:
      pageSize < 512 ||
      size % pageSize !== 0 ||
      (wal.kind === 'none' && (!countIsValid || declared * pageSize !== size)),
  };
}

/** Reads the log as recovery would: frames count while salts and checksums hold, up to the last commit. */
export function lookAtWal(path: string): WalLook {
  const none: WalLook = { kind: 'none', pages: 0, pageOne: undefined };
  if (!existsSync(path)) return none;
  const wal = readFileSync(path);
  if (wal.length === 0) return none;
  if (wal.length < 32) return { ...none, kind: 'broken' };
  const magic = wal.readUInt32BE(0);
  const bigEndian = magic === 0x377f0683;
  const pageSize = wal.readUInt32BE(8);
  const headSum = checksum(wal, 0, 24, [0, 0], bigEndian);
  const headHolds =
    (magic & 0xfffffffe) === 0x377f0682 &&
    pageSize >= 512 &&
    headSum[0] === wal.readUInt32BE(24) &&
    headSum[1] === wal.readUInt32BE(28);
  if (!headHolds) return { ...none, kind: 'broken' };
  return readFrames(wal, pageSize, headSum, bigEndian);
}

type Sum = [number, number];

function readFrames(wal: Buffer, pageSize: number, seed: Sum, bigEndian: boolean): WalLook {
  const frame = pageSize + 24;
  let sum = seed;
  let at = 32;
  let candidate: Buffer | undefined;
  let pageOne: Buffer | undefined;
  let pages = 0;
  for (; at + frame <= wal.length && sameSalt(wal, at); at += frame) {
    sum = checksum(wal, at, at + 8, sum, bigEndian);
    sum = checksum(wal, at + 24, at + frame, sum, bigEndian);
    if (sum[0] !== wal.readUInt32BE(at + 16) || sum[1] !== wal.readUInt32BE(at + 20)) break;
    if (wal.readUInt32BE(at) === 1) candidate = wal.subarray(at + 24, at + 124);
    const committed = wal.readUInt32BE(at + 4);
    if (committed > 0) {
      pages = committed;
      pageOne = candidate;
    }
  }
  // A torn last transaction is normal after a power cut; two further commits behind the break are not.
  let commitsBehind = 0;
  for (at += frame; at + frame <= wal.length; at += frame)
    if (sameSalt(wal, at) && wal.readUInt32BE(at + 4) > 0) commitsBehind++;
  return { kind: commitsBehind >= 2 ? 'broken' : 'sound', pages, pageOne };
}

function sameSalt(wal: Buffer, at: number): boolean {
  return (
    wal.readUInt32BE(at + 8) === wal.readUInt32BE(16) && wal.readUInt32BE(at + 12) === wal.readUInt32BE(20)
  );
}

function checksum(bytes: Buffer, from: number, to: number, seed: Sum, bigEndian: boolean): Sum {
  let [a, b] = seed;
  for (let at = from; at < to; at += 8) {
    a = (a + (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}
