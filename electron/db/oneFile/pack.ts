/**
 * A verified copy with its attached files as one file. It is written under another name, forced to the disk, read again
 * to the last byte, and only then gets its name: what is cut off halfway never looks like a copy.
 */
import { createHash } from 'node:crypto';
import { createReadStream, renameSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../../shared/contract/errors';
import type { WorkerPool } from '../../jobs/pool';
import { type NeededFile, readList } from '../copiedFiles';
import { copyFile, type Manifest, manifest, readManifest } from '../copies';
import { placeIn } from '../fileVault';
import type { StoreLayout } from '../layout';
import { freeBytes } from '../open';
import { removeFile, syncFolder } from '../safeFs';
import type { Lock } from './format';
import { CopyReader, CopyWriter } from './stream';

/** Ending of the file's name. */
export const COPY_ENDING = 'sod';
/** Beginning of the name while it is being written. */
export const MAKING = '.dang-ghi-';
/** Header, manifest and seals need less than this beside a file in a thousand bytes. */
const ROOM_BESIDE = 4 << 20;
/** Stores up to this size are looked into at once, larger ones in a thread. */
const LOOK_HERE_BYTES = 4 << 20;

/** What is in the store of a copy. */
export const storeContents = z.object({
  /** Rows of every table. */
  tables: z.record(z.string(), z.int()),
  /** UTC instant of the newest row of the change log. */
  lastChange: z.string().nullable(),
});
export type StoreContents = z.output<typeof storeContents>;

/** Inside of a one-file copy: the manifest of the copy, what is in its store, and the files after it, in order. */
export const innerManifest = storeContents.extend({
  copy: manifest,
  /** All attached files the copy needs; the bytes of those in `missing` are not in it. */
  files: z.array(z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().min(0) })),
  missing: z.array(z.string()),
});
export type InnerManifest = z.output<typeof innerManifest>;

/** Progress in bytes and the wish to stop. */
export interface Control {
  signal?: AbortSignal;
  progress?(done: number, total: number): void;
}

export interface PackOptions extends Control {
  layout: StoreLayout;
  /** Of the copy to pack. */
  id: string;
  target: string;
  lock: Lock | null;
  jobs?: WorkerPool;
}

/** Errors: NOT_FOUND, BACKUP_NOT_VALID, DISK_FULL, CANCELLED. Answers the size of the file in bytes. */
export async function packCopy(options: PackOptions): Promise<number> {
  const { layout, id, target, lock } = options;
  const entry = readManifest(layout.backups, id);
  if (!entry) throw new AppError('NOT_FOUND');
  const inner = await innerOf(options, entry);
  const total = 2 * sizeOf(inner);
  if (freeBytes(dirname(target)) < sizeOf(inner) * 1.001 + ROOM_BESIDE) throw new AppError('DISK_FULL');
  const making = join(dirname(target), `${MAKING}${basename(target)}`);
  try {
    await writeTo(making, options, inner, (done) => options.progress?.(done, total));
    await checkPacked(making, lock, {
      signal: options.signal,
      progress: (done) => options.progress?.(sizeOf(inner) + done, total),
    });
    renameSync(making, target);
    syncFolder(dirname(target));
    return statSync(target).size;
  } catch (error) {
    removeIfThere(making);
    throw error;
  }
}

/** A disk that was pulled out has no file to remove. */
function removeIfThere(path: string): void {
  try {
    removeFile(path);
  } catch {
    // It is cleared away when the disk is there again.
  }
}

async function innerOf({ layout, jobs }: PackOptions, entry: Manifest): Promise<InnerManifest> {
  const path = copyFile(layout.backups, entry.id);
  const look =
    jobs && entry.size > LOOK_HERE_BYTES
      ? await jobs.run<StoreContents | null>('lookIntoCopy', { path })
      : contentsOf(path);
  if (!look) throw new AppError('BACKUP_NOT_VALID');
  const files = readList(layout.backups, entry.id) ?? [];
  const missing = files.filter((file) => !isThere(layout, file)).map((file) => file.hash);
  return { ...look, copy: entry, files, missing };
}

/** Reads a store through: null when its structure, an index or a key is broken. */
export function contentsOf(path: string): StoreContents | null {
  const raw = new Database(path, { readonly: true, fileMustExist: true });
  try {
    raw.pragma('trusted_schema = OFF');
    raw.pragma('cell_size_check = ON');
    if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok') return null;
    if ((raw.pragma('foreign_key_check') as unknown[]).length > 0) return null;
    const names = raw
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all() as string[];
    const rows = (name: string) =>
      raw
        .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
        .pluck()
        .get() as number;
    return {
      tables: Object.fromEntries(names.map((name) => [name, rows(name)])),
      lastChange: raw.prepare('SELECT max(at) FROM audit').pluck().get() as string | null,
    };
  } catch {
    return null;
  } finally {
    raw.close();
  }
}

const isThere = (layout: StoreLayout, { hash, size }: NeededFile): boolean =>
  statSync(placeIn(layout.copiedFiles, hash), { throwIfNoEntry: false })?.size === size;

/** The parts whose bytes follow the manifest. */
export function partsOf({ copy, files, missing }: InnerManifest): { hash: string; size: number }[] {
  const lost = new Set(missing);
  return [{ hash: copy.sha256, size: copy.size }, ...files.filter((file) => !lost.has(file.hash))];
}

const sizeOf = (inner: InnerManifest): number => partsOf(inner).reduce((sum, part) => sum + part.size, 0);

async function writeTo(
  path: string,
  { layout, lock, signal }: PackOptions,
  inner: InnerManifest,
  progress: (done: number) => void,
): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    const { at, appVersion, schemaVersion, id } = inner.copy;
    const writer = await CopyWriter.begin(file, { at, appVersion, schemaVersion }, lock);
    const json = Buffer.from(JSON.stringify(inner));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(json.length);
    await writer.write(Buffer.concat([length, json]));
    let done = 0;
    for (const [index, part] of partsOf(inner).entries()) {
      const source = index === 0 ? copyFile(layout.backups, id) : placeIn(layout.copiedFiles, part.hash);
      const hash = createHash('sha256');
      for await (const slice of createReadStream(source, { highWaterMark: 1 << 20 })) {
        if (signal?.aborted) throw new AppError('CANCELLED');
        hash.update(slice as Buffer);
        await writer.write(slice as Buffer);
        done += (slice as Buffer).length;
        progress(done);
      }
      if (hash.digest('hex') !== part.hash) throw new AppError('BACKUP_NOT_VALID');
    }
    await writer.finish();
  } finally {
    await file.close();
  }
}

/** Reads a one-file copy to its end and compares every part with its hash. Errors: COPY_BROKEN, CANCELLED. */
export async function checkPacked(
  path: string,
  lock: Lock | null,
  control: Control = {},
): Promise<InnerManifest> {
  const reader = await CopyReader.open(path, lock);
  try {
    const inner = await readInner(reader);
    let done = 0;
    for (const part of partsOf(inner)) {
      const hash = createHash('sha256');
      for await (const slice of slicesOf(reader, part.size, control.signal)) {
        hash.update(slice);
        done += slice.length;
        control.progress?.(done, done);
      }
      if (hash.digest('hex') !== part.hash) throw new AppError('COPY_BROKEN');
    }
    reader.end();
    return inner;
  } finally {
    await reader.close();
  }
}

/** The bytes of one part. */
export async function* slicesOf(
  reader: CopyReader,
  size: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer> {
  for (let left = size; left > 0; ) {
    if (signal?.aborted) throw new AppError('CANCELLED');
    const slice = await reader.some(left);
    left -= slice.length;
    yield slice;
  }
}

const MAX_MANIFEST_BYTES = 64 << 20;

/** The manifest, which comes first. Errors: COPY_BROKEN. */
export async function readInner(reader: CopyReader): Promise<InnerManifest> {
  const length = (await reader.read(4)).readUInt32BE();
  if (length > MAX_MANIFEST_BYTES || length > reader.outside.size) throw new AppError('COPY_BROKEN');
  const json = await reader.read(length);
  let raw: unknown;
  try {
    raw = JSON.parse(json.toString('utf8'));
  } catch {
    throw new AppError('COPY_BROKEN');
  }
  const parsed = innerManifest.safeParse(raw);
  if (!parsed.success || sizeOf(parsed.data) > reader.outside.size) throw new AppError('COPY_BROKEN');
  return parsed.data;
}
