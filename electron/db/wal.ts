/**
 * Reads SQLite's write-ahead log and its index without SQLite, so that nothing is touched. Recovery replays frames
 * while salts and running checksums hold and silently drops the rest; here that rest is compared with what the
 * index says was committed, so that lost work is noticed. Formats: sqlite.org/walformat.html and
 * fileformat2.html section 4.
 */

import { existsSync, readFileSync } from 'node:fs';
import { endianness } from 'node:os';

export interface WalLook {
  /** none: missing or empty. broken: acknowledged frames can no longer be replayed. */
  kind: 'none' | 'sound' | 'broken';
  /** First 100 bytes of the newest committed page 1, if the log holds it. */
  pageOne: Buffer | undefined;
}

const NONE: WalLook = { kind: 'none', pageOne: undefined };
const BROKEN: WalLook = { kind: 'broken', pageOne: undefined };
const FRAME_HEAD = 24;
/** A stale index is at most so many resets behind its log. */
const RESETS_BEHIND = 100_000;

/** What the log of the store at `dbPath` would give. */
export function lookAtWal(dbPath: string): WalLook {
  const path = `${dbPath}-wal`;
  if (!existsSync(path)) return NONE;
  const wal = readFileSync(path);
  const index = readIndex(`${dbPath}-shm`);
  if (wal.length === 0) return index && index.frames > 0 ? BROKEN : NONE;
  const head = wal.length < 32 ? undefined : readHead(wal);
  if (!head) return BROKEN;
  const { pageOne, frames, commitsBehind } = readFrames(wal, head);
  // A torn last transaction is normal after a power cut; two further commits behind the break are not.
  if (commitsBehind >= 2) return BROKEN;
  if (index && losesFrames(index, head.salt, frames)) return BROKEN;
  return { kind: 'sound', pageOne };
}

type Sum = [number, number];
interface Head {
  pageSize: number;
  bigEndian: boolean;
  sum: Sum;
  salt: Buffer;
}

function readHead(wal: Buffer): Head | undefined {
  const magic = wal.readUInt32BE(0);
  const bigEndian = magic === 0x377f0683;
  const pageSize = wal.readUInt32BE(8);
  const sum = checksum(wal, 0, 24, [0, 0], bigEndian);
  const holds =
    (bigEndian || magic === 0x377f0682) &&
    pageSize >= 512 &&
    sum[0] === wal.readUInt32BE(24) &&
    sum[1] === wal.readUInt32BE(28);
  return holds ? { pageSize, bigEndian, sum, salt: wal.subarray(16, 24) } : undefined;
}

function readFrames(wal: Buffer, head: Head) {
  const length = head.pageSize + FRAME_HEAD;
  const ours = (at: number) => wal.subarray(at + 8, at + 16).equals(head.salt);
  let { sum } = head;
  let at = 32;
  let candidate: Buffer | undefined;
  let pageOne: Buffer | undefined;
  let frames = 0;
  for (let number = 1; at + length <= wal.length && ours(at); at += length, number++) {
    sum = checksum(wal, at, at + 8, sum, head.bigEndian);
    sum = checksum(wal, at + FRAME_HEAD, at + length, sum, head.bigEndian);
    if (sum[0] !== wal.readUInt32BE(at + 16) || sum[1] !== wal.readUInt32BE(at + 20)) break;
    if (wal.readUInt32BE(at) === 1) candidate = wal.subarray(at + FRAME_HEAD, at + FRAME_HEAD + 100);
    if (wal.readUInt32BE(at + 4) === 0) continue;
    frames = number;
    pageOne = candidate;
  }
  let commitsBehind = 0;
  for (at += length; at + length <= wal.length; at += length)
    if (ours(at) && wal.readUInt32BE(at + 4) > 0) commitsBehind++;
  return { pageOne, frames, commitsBehind };
}

interface Index {
  frames: number;
  salt: Buffer;
}

/** The index's own word on how many frames were committed; undefined if it does not hold together. */
function readIndex(path: string): Index | undefined {
  if (!existsSync(path)) return undefined;
  const shm = readFileSync(path);
  if (shm.length < 96 || !shm.subarray(0, 48).equals(shm.subarray(48, 96)) || shm[12] !== 1) return undefined;
  const bigEndian = endianness() === 'BE';
  const read = (at: number) => (bigEndian ? shm.readUInt32BE(at) : shm.readUInt32LE(at));
  const sum = checksum(shm, 0, 40, [0, 0], bigEndian);
  if (sum[0] !== read(40) || sum[1] !== read(44)) return undefined;
  return { frames: read(16), salt: shm.subarray(32, 40) };
}

/**
 * The index names a frame only after the frame was synced, so fewer frames than it names means that some were lost.
 * An index that a power cut left some resets behind its log says nothing.
 */
function losesFrames(index: Index, salt: Buffer, frames: number): boolean {
  if (index.frames === 0) return false;
  if (index.salt.equals(salt)) return frames < index.frames;
  const ahead = (salt.readUInt32BE(0) - index.salt.readUInt32BE(0)) >>> 0;
  return ahead === 0 || ahead > RESETS_BEHIND;
}

function checksum(bytes: Buffer, from: number, to: number, seed: Sum, bigEndian: boolean): Sum {
  let [a, b] = seed;
  for (let at = from; at < to; at += 8) {
    a = (a + (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}
