/**
 * Bytes kept once, named by their SHA-256: `files/<2 hex>/<hash>`. A file is written under a temporary name, synced,
 * made read-only and renamed before a row points to it, so that a row never points to half a file.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { storeLayout } from './layout';
import { syncFolder } from './safeFs';

const HASH = /^[0-9a-f]{64}$/;

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Where the bytes of a hash lie inside a folder of files. */
export const placeIn = (folder: string, hash: string): string => join(folder, hash.slice(0, 2), hash);

/** Where they lie in a data folder. */
export const storedPath = (dataDir: string, hash: string): string =>
  placeIn(storeLayout(dataDir).files, hash);

/** Whether a file of the right size is there; its bytes are not read. */
export function isPresent(dataDir: string, hash: string, size: number): boolean {
  return statSync(storedPath(dataDir, hash), { throwIfNoEntry: false })?.size === size;
}

/** Keeps bytes; answers their hash. Bytes that are there already, unchanged, are not written again. */
export function storeBytes(dataDir: string, bytes: Uint8Array): string {
  const hash = hashOf(bytes);
  const path = storedPath(dataDir, hash);
  if (existsSync(path) && hashOf(readFileSync(path)) === hash) return hash;
  writeOnce(path, bytes);
  return hash;
}

/** Writes whole or not at all, read-only. */
export function writeOnce(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    const handle = openSync(temporary, 'w', 0o600);
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    settle(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Gives a synced temporary file its name. Windows does not rename over a read-only file. */
export function settle(temporary: string, path: string): void {
  if (existsSync(path)) {
    chmodSync(path, 0o600);
    rmSync(path, { force: true });
  }
  renameSync(temporary, path);
  chmodSync(path, 0o400);
  syncFolder(dirname(path));
}

/** The bytes of a hash as they are: 'missing' or 'altered' when they are not what they were. */
export function readStored(dataDir: string, hash: string): Uint8Array | 'missing' | 'altered' {
  const { files, copiedFiles } = storeLayout(dataDir);
  const found = readChecked(placeIn(files, hash), hash);
  if (found instanceof Uint8Array) return found;
  const copied = readChecked(placeIn(copiedFiles, hash), hash);
  if (!(copied instanceof Uint8Array)) return found;
  writeOnce(placeIn(files, hash), copied);
  return copied;
}

function readChecked(path: string, hash: string): Uint8Array | 'missing' | 'altered' {
  if (!existsSync(path)) return 'missing';
  const bytes = new Uint8Array(readFileSync(path));
  return hashOf(bytes) === hash ? bytes : 'altered';
}

/** Removes the bytes of a hash from a folder of files. */
export function removeStored(folder: string, hash: string): void {
  const path = placeIn(folder, hash);
  if (!existsSync(path)) return;
  chmodSync(path, 0o600);
  rmSync(path, { force: true });
}

/** Hashes that lie in a folder of files. */
export function hashesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .flatMap((name) => readdirSync(join(folder, name)).filter((file) => HASH.test(file)));
}

/** Takes over the files that earlier versions kept in a folder of their own. */
export function adoptEvidence(dataDir: string): void {
  const old = join(dataDir, 'evidence');
  const { files } = storeLayout(dataDir);
  for (const hash of hashesIn(old)) {
    const target = placeIn(files, hash);
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    renameSync(placeIn(old, hash), target);
    chmodSync(target, 0o400);
  }
}
