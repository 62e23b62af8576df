/**
 * Takes a one-file copy into the list of copies, from where it is put back like any other. Nothing of the store in use
 * is touched, and what did not pass every check is cleared away.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../../shared/contract/errors';
import { hashOfFile, listFile } from '../copiedFiles';
import { checkCopy, copyFile, copyId, type Manifest, readManifest, writeManifest } from '../copies';
import { hashOf, placeIn, settle } from '../fileVault';
import type { StoreLayout } from '../layout';
import { freeBytes } from '../open';
import { removeFile, syncFolder, writeWhole } from '../safeFs';
import { type Control, contentsOf, type InnerManifest, partsOf, readInner, slicesOf } from './pack';
import { CopyReader, type Opener, readOutside } from './stream';

/** Errors: COPY_FOREIGN, COPY_BROKEN, COPY_NEWER, PASSPHRASE_NEEDED, PASSPHRASE_WRONG, DISK_FULL, CANCELLED. */
export async function unpackCopy(
  layout: StoreLayout,
  path: string,
  opener: Opener,
  control: Control = {},
): Promise<Manifest> {
  const reader = await CopyReader.open(path, opener);
  try {
    const inner = await readInner(reader);
    const parts = partsOf(inner);
    const total = parts.reduce((sum, part) => sum + part.size, 0);
    // The store is copied once more when it is put in its place.
    if (freeBytes(layout.dir) < total + 2 * inner.copy.size) throw new AppError('DISK_FULL');
    let done = 0;
    const told = (bytes: number) => {
      done += bytes;
      control.progress?.(done, total);
    };
    return await takeParts(layout, reader, inner, { signal: control.signal, told });
  } finally {
    await reader.close();
  }
}

interface Telling {
  signal: AbortSignal | undefined;
  told(bytes: number): void;
}

async function takeParts(
  layout: StoreLayout,
  reader: CopyReader,
  inner: InnerManifest,
  telling: Telling,
): Promise<Manifest> {
  mkdirSync(layout.backups, { recursive: true, mode: 0o700 });
  const id = freeId(layout, inner.copy);
  const making = join(layout.backups, `.making-${id}`);
  const taken: { temporary: string; target: string }[] = [];
  try {
    const [store, ...files] = partsOf(inner);
    await take(reader, store as Part, making, telling);
    for (const file of files) {
      const target = placeIn(layout.copiedFiles, file.hash);
      const known = (await hashOfFile(target)) === file.hash;
      const temporary = known ? null : `${target}.${randomUUID()}.part`;
      if (temporary) taken.push({ temporary, target });
      await take(reader, file, temporary, telling);
    }
    reader.end();
    check(making, inner);
    for (const { temporary, target } of taken) settle(temporary, target);
    return listIt(layout, making, { ...inner.copy, id }, inner);
  } catch (error) {
    for (const suffix of ['', '-journal', '-wal', '-shm']) removeFile(`${making}${suffix}`);
    for (const { temporary } of taken) removeFile(temporary);
    throw error;
  }
}

interface Part {
  hash: string;
  size: number;
}

/** Reads one part, into a file unless it is here already. */
async function take(reader: CopyReader, part: Part, path: string | null, telling: Telling): Promise<void> {
  const hash = createHash('sha256');
  if (path) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const out = path ? await open(path, 'w', 0o600) : undefined;
  try {
    for await (const slice of slicesOf(reader, part.size, telling.signal)) {
      hash.update(slice);
      await out?.writeFile(slice);
      telling.told(slice.length);
    }
    await out?.sync();
  } finally {
    await out?.close();
  }
  if (hash.digest('hex') !== part.hash) throw new AppError('COPY_BROKEN');
}

/** The store opens, is sound, and holds what the manifest says. Errors: COPY_BROKEN. */
function check(making: string, { copy, files, tables, lastChange }: InnerManifest): void {
  const list = files.map(({ hash, size }) => `${hash} ${size}\n`).join('');
  const listed = copy.files === null ? files.length === 0 : hashOf(Buffer.from(list)) === copy.files.sha256;
  const found = contentsOf(making);
  if (!listed || !isDeepStrictEqual(found, { tables, lastChange })) throw new AppError('COPY_BROKEN');
  try {
    const facts = checkCopy(making);
    const wanted = {
      counts: copy.counts,
      storeUid: copy.storeUid,
      sha256: copy.sha256,
      logHead: copy.logHead,
    };
    const { counts, storeUid, sha256, logHead } = facts;
    if (isDeepStrictEqual({ counts, storeUid, sha256, logHead }, wanted)) return;
  } catch {
    // Said below.
  }
  throw new AppError('COPY_BROKEN');
}

/** Its own name, or the next free one when another copy has it. */
function freeId(layout: StoreLayout, copy: Manifest): string {
  let at = new Date(copy.at);
  if (Number.isNaN(at.getTime())) throw new AppError('COPY_BROKEN');
  for (;;) {
    const id = copyId(at, copy.reason);
    const there = readManifest(layout.backups, id);
    if (there?.sha256 === copy.sha256 || !existsSync(copyFile(layout.backups, id))) return id;
    at = new Date(at.getTime() + 1);
  }
}

function listIt(layout: StoreLayout, making: string, entry: Manifest, inner: InnerManifest): Manifest {
  const { backups } = layout;
  if (inner.files.length > 0)
    writeWhole(
      listFile(backups, entry.id),
      inner.files.map(({ hash, size }) => `${hash} ${size}\n`).join(''),
    );
  renameSync(making, copyFile(backups, entry.id));
  syncFolder(backups);
  writeManifest(backups, entry);
  return entry;
}

/** A one-file copy the user picked. */
export interface CopySource {
  path: string;
  passphrase: string | null;
}

/** `unpackCopy` of what the user picked. */
export const takeIn = (
  layout: StoreLayout,
  { path, passphrase }: CopySource,
  control: Control,
): Promise<Manifest> => unpackCopy(layout, path, passphrase === null ? null : { passphrase }, control);

/** What a copy says of itself before it is taken; the inside only where it can be opened. */
export interface CopyLook {
  encrypted: boolean;
  at: string;
  appVersion: string;
  schemaVersion: number;
  /** Bytes of the file. */
  size: number;
  inside: InnerManifest | null;
}

/** Errors: COPY_FOREIGN, COPY_BROKEN, COPY_NEWER, PASSPHRASE_WRONG. Without a passphrase a locked copy shows its outside. */
export async function lookIntoFile(path: string, passphrase: string | null): Promise<CopyLook> {
  const file = await open(path, 'r');
  let encrypted: boolean;
  let look: CopyLook;
  try {
    const { header, size } = await readOutside(file);
    const { at, appVersion, schemaVersion } = header;
    encrypted = header.key !== null;
    look = { encrypted, at, appVersion, schemaVersion, size, inside: null };
  } finally {
    await file.close();
  }
  if (encrypted && !passphrase) return look;
  const reader = await CopyReader.open(path, passphrase ? { passphrase } : null);
  try {
    return { ...look, inside: await readInner(reader) };
  } finally {
    await reader.close();
  }
}
