/**
 * The bytes of attached files beside the copies of the store. All copies share one folder of files: a file that is
 * there already is not copied again. Each copy has a list of what it needs, `<id>.files`, one "hash size" a line; a file
 * goes when no list names it any more.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { hashesIn, hashOf, placeIn, removeStored, settle } from './fileVault';
import type { StoreLayout } from './layout';
import { removeFile, writeWhole } from './safeFs';

export interface NeededFile {
  hash: string;
  size: number;
}

/** What the manifest of a copy says of its files. */
export interface CopiedFiles {
  /** Files the copy needs, their bytes in all, and how many of them could not be copied. */
  count: number;
  bytes: number;
  missing: number;
  /** SHA-256 of the list. */
  sha256: string;
}

export interface FileFindings {
  count: number;
  missing: string[];
  altered: string[];
}

export const listFile = (folder: string, id: string): string => join(folder, `${id}.files`);

/** Copies what the copy at `path` needs and writes its list. Waits for the disk, yields between slices. */
export async function copyNeeded(layout: StoreLayout, id: string, path: string): Promise<CopiedFiles> {
  const needed = filesOfStore(path);
  let missing = 0;
  for (const file of needed)
    if (!(await bring(file, layout.files, layout.copiedFiles)) && !isThere(layout.copiedFiles, file))
      missing++;
  const text = needed.map(({ hash, size }) => `${hash} ${size}\n`).join('');
  if (needed.length > 0) writeWhole(listFile(layout.backups, id), text);
  return {
    count: needed.length,
    bytes: needed.reduce((sum, file) => sum + file.size, 0),
    missing,
    sha256: hashOf(Buffer.from(text)),
  };
}

/** Puts the files of a copy back into the data folder; those there and unchanged stay. */
export async function bringBack(
  layout: StoreLayout,
  id: string,
): Promise<{ filesBack: number; filesMissing: number }> {
  let filesBack = 0;
  let filesMissing = 0;
  for (const file of readList(layout.backups, id) ?? []) {
    const place = placeIn(layout.files, file.hash);
    if ((await hashOfFile(place)) === file.hash) continue;
    if (await bring(file, layout.copiedFiles, layout.files, true)) filesBack++;
    else filesMissing++;
  }
  return { filesBack, filesMissing };
}

/** Reads every file of a list again and compares it with its hash. */
export async function verifyFiles(
  folder: string,
  needed: readonly NeededFile[],
  progress: (done: number, total: number) => void = () => undefined,
): Promise<FileFindings> {
  const findings: FileFindings = { count: needed.length, missing: [], altered: [] };
  for (const [index, { hash }] of needed.entries()) {
    const found = await hashOfFile(placeIn(folder, hash));
    if (found === null) findings.missing.push(hash);
    else if (found !== hash) findings.altered.push(hash);
    progress(index + 1, needed.length);
  }
  return findings;
}

/** What a copy needs; undefined for a copy that needs none. */
export function readList(folder: string, id: string): NeededFile[] | undefined {
  const path = listFile(folder, id);
  if (!existsSync(path)) return undefined;
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const match = /^([0-9a-f]{64}) (\d+)$/.exec(line);
      return match ? [{ hash: match[1] as string, size: Number(match[2]) }] : [];
    });
}

/** Removes files that no copy needs any more; answers how many. */
export function dropUnneeded(layout: StoreLayout): number {
  if (!existsSync(layout.copiedFiles)) return 0;
  const lists = readdirSync(layout.backups).filter((name) => name.endsWith('.files'));
  const needed = new Set(
    lists.flatMap((name) => (readList(layout.backups, name.slice(0, -6)) ?? []).map((file) => file.hash)),
  );
  const spare = hashesIn(layout.copiedFiles).filter((hash) => !needed.has(hash));
  for (const hash of spare) removeStored(layout.copiedFiles, hash);
  return spare.length;
}

function filesOfStore(path: string): NeededFile[] {
  const raw = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const known = raw.pragma('table_info(stored_file)') as unknown[];
    if (known.length === 0) return [];
    return raw.prepare('SELECT hash, size FROM stored_file ORDER BY hash').all() as NeededFile[];
  } finally {
    raw.close();
  }
}

const isThere = (folder: string, { hash, size }: NeededFile): boolean =>
  statSync(placeIn(folder, hash), { throwIfNoEntry: false })?.size === size;

/** Copies one file unless it is there; false when the source has not the right bytes. `anew` replaces what is there. */
async function bring(file: NeededFile, from: string, to: string, anew = false): Promise<boolean> {
  if (!anew && isThere(to, file)) return true;
  const source = placeIn(from, file.hash);
  if (!existsSync(source)) return false;
  const target = placeIn(to, file.hash);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const temporary = `${target}.${randomUUID()}.part`;
  const out = await open(temporary, 'w', 0o600);
  try {
    const hash = createHash('sha256');
    for await (const slice of createReadStream(source, { highWaterMark: 1 << 20 })) {
      hash.update(slice as Buffer);
      await out.write(slice as Buffer);
    }
    await out.sync();
    await out.close();
    if (hash.digest('hex') !== file.hash) {
      rmSync(temporary, { force: true });
      return false;
    }
    settle(temporary, target);
    return true;
  } catch (error) {
    await out.close().catch(() => undefined);
    removeFile(temporary);
    throw error;
  }
}

/** SHA-256 of a file, read in slices; null when there is none. */
export async function hashOfFile(path: string): Promise<string | null> {
  if (!existsSync(path)) return null;
  const hash = createHash('sha256');
  for await (const slice of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(slice as Buffer);
  return hash.digest('hex');
}
