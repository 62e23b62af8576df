/**
 * File steps that survive a crash and a virus scanner: what is written is synced before it is renamed into place,
 * and a step refused because another program holds the file is tried again for a few seconds.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

const HELD = new Set(['EBUSY', 'EPERM', 'EACCES', 'SQLITE_BUSY', 'SQLITE_CANTOPEN']);
/** Nine seconds in all. */
const TRIES = 36;
const WAIT_MS = 250;

/** Runs a step again while another program holds the file: at most 36 tries, 250 ms apart. */
export async function whileHeld<T>(step: () => T, tries = TRIES): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return step();
    } catch (error) {
      if (attempt >= tries || !HELD.has((error as { code?: string }).code ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
  }
}

/** Forces a file's bytes to the disk. */
export function syncFile(path: string): void {
  const fd = openSync(path, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Forces a folder's entries to the disk, where the system knows how. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Renames and syncs the folder; tried again while another program holds the file. */
export async function moveFile(from: string, to: string): Promise<void> {
  await whileHeld(() => renameSync(from, to));
  syncFolder(dirname(to));
  if (dirname(from) !== dirname(to)) syncFolder(dirname(from));
}

/** Writes a small file whole or not at all. */
export function writeWhole(path: string, text: string): void {
  const temporary = `${path}.tmp`;
  const fd = openSync(temporary, 'w', 0o600);
  try {
    writeFileSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

export function removeFile(path: string): void {
  if (existsSync(path)) rmSync(path, { force: true });
}

/** SHA-256 of a file in hex, read in slices. Never call it on a store that a connection has open. */
export function sha256(path: string): string {
  const hash = createHash('sha256');
  const slice = Buffer.allocUnsafe(1 << 20);
  const fd = openSync(path, 'r');
  try {
    for (let size = readSync(fd, slice); size > 0; size = readSync(fd, slice))
      hash.update(slice.subarray(0, size));
  } finally {
    closeSync(fd);
  }
  return hash.digest('hex');
}
