/**
 * Files cross the border as tokens only. A file that comes in (dialog or upload) is registered by the host and
 * read by a service through its token; a file that goes out is put here and the host saves or downloads it.
 * Tokens die with the process; incoming uploads and outgoing files live in a private folder emptied at start.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../../shared/contract/errors';

/** A file on its way out: what the renderer is told. `size` in bytes. */
export interface OutgoingFile {
  token: string;
  name: string;
  mime: string;
  size: number;
}

export interface IncomingFile {
  readonly name: string;
  readonly size: number;
  readonly path: string;
  bytes(): Uint8Array;
}

/** Largest copy of a whole store taken in, in bytes. */
export const MAX_COPY_BYTES = 64 * 1024 * 1024 * 1024;
/** Largest file taken in, in bytes. */
export const MAX_INCOMING_BYTES = 200 * 1024 * 1024;

export interface FileStore {
  /** Host only: makes a token for a file the user picked. */
  registerPicked(path: string): { token: string; name: string; size: number };
  /** Host only: keeps an uploaded file in the private folder. */
  registerUpload(name: string, bytes: Uint8Array): { token: string; name: string; size: number };
  /** Host only: a private place for an upload that is written as it comes in, and its token once it is whole. */
  receive(name: string): { path: string; done(): { token: string; name: string; size: number } };
  /** Host only: makes a token for a folder the user picked. */
  registerFolder(path: string): { token: string; name: string };
  /** The picked folder's place. Errors: FILE_TOKEN_UNKNOWN. */
  folder(token: string): string;
  /** `limit` in bytes. Errors: FILE_TOKEN_UNKNOWN, FILE_TOO_LARGE. */
  open(token: string, limit?: number): IncomingFile;
  /** Keeps a produced file until the host saves it. */
  put(name: string, mime: string, bytes: Uint8Array): OutgoingFile;
  /** A private place for a produced file that is written piece by piece, and its token once it is whole. */
  produce(name: string, mime: string): { path: string; done(): OutgoingFile };
  /** Host only: the produced file's place. Errors: FILE_TOKEN_UNKNOWN. */
  outgoing(token: string): OutgoingFile & { path: string };
  dispose(): void;
}

export function createFileStore(privateDir: string): FileStore {
  rmSync(privateDir, { recursive: true, force: true });
  mkdirSync(privateDir, { recursive: true, mode: 0o700 });
  const incoming = new Map<string, { path: string; name: string }>();
  const outgoing = new Map<string, OutgoingFile & { path: string }>();
  const folders = new Map<string, string>();

  function register(path: string, name: string) {
    const token = randomUUID();
    incoming.set(token, { path, name });
    return { token, name, size: statSync(path).size };
  }

  return {
    registerPicked: (path) => register(path, safeFileName(basename(path))),
    registerUpload(name, bytes) {
      if (bytes.byteLength > MAX_INCOMING_BYTES) throw new AppError('FILE_TOO_LARGE');
      const path = join(privateDir, `in-${randomUUID()}`);
      writeFileSync(path, bytes, { mode: 0o600 });
      return register(path, safeFileName(name));
    },
    receive(name) {
      const path = join(privateDir, `in-${randomUUID()}`);
      return { path, done: () => register(path, safeFileName(name)) };
    },
    registerFolder(path) {
      const token = randomUUID();
      folders.set(token, path);
      return { token, name: basename(path).normalize('NFC') || path };
    },
    folder(token) {
      const path = folders.get(token);
      if (path === undefined) throw new AppError('FILE_TOKEN_UNKNOWN');
      return path;
    },
    open(token, limit = MAX_INCOMING_BYTES) {
      const file = incoming.get(token);
      if (!file) throw new AppError('FILE_TOKEN_UNKNOWN');
      let size: number;
      try {
        size = statSync(file.path).size;
      } catch {
        throw new AppError('FILE_TOKEN_UNKNOWN');
      }
      if (size > limit) throw new AppError('FILE_TOO_LARGE');
      return { name: file.name, size, path: file.path, bytes: () => new Uint8Array(readFileSync(file.path)) };
    },
    put(name, mime, bytes) {
      const token = randomUUID();
      const path = join(privateDir, `out-${token}`);
      writeFileSync(path, bytes, { mode: 0o600 });
      const file = { token, name: safeFileName(name), mime, size: bytes.byteLength };
      outgoing.set(token, { ...file, path });
      return file;
    },
    produce(name, mime) {
      const token = randomUUID();
      const path = join(privateDir, `out-${token}`);
      const done = () => {
        const file = { token, name: safeFileName(name), mime, size: statSync(path).size };
        outgoing.set(token, { ...file, path });
        return file;
      };
      return { path, done };
    },
    outgoing(token) {
      const file = outgoing.get(token);
      if (!file) throw new AppError('FILE_TOKEN_UNKNOWN');
      return file;
    },
    dispose() {
      rmSync(privateDir, { recursive: true, force: true });
    },
  };
}

const MAX_NAME = 120;
const DEVICE_NAME = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?=\s*(?:\.|$))/i;

/** A name fit for Windows: no separators, control marks, reserved characters or names; at most 120 units, with its ending. */
export function safeFileName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(DEVICE_NAME, '$1_');
  if (clean.length <= MAX_NAME) return clean || 'tep';
  const ending = /\.[a-z0-9]{1,8}$/i.exec(clean)?.[0] ?? '';
  // Whole characters only: half of one could not stand in an address.
  const head = clean.slice(0, MAX_NAME - ending.length).replace(/[\ud800-\udbff]$/, '');
  return `${head.trimEnd()}${ending}`;
}
