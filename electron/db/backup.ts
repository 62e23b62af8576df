/**
 * Verified copies of the store while it is in use. A copy is made page by page with SQLite's online backup under a
 * temporary name, reopened and checked, synced, renamed, and only then listed. A copy that fails is removed and
 * reported. Copies are made one after another.
 */
import { constants, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { copyFile as copyBytes } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { BackupInfo, BackupReason, BackupStatus } from '../../shared/contract/backup';
import { AppError } from '../../shared/contract/errors';
import type { RescueState } from '../../shared/contract/rescue';
import { asAppError } from '../ipc/asAppError';
import type { User } from '../ipc/context';
import type { FileStore } from '../ipc/files';
import type { WorkerPool } from '../jobs/pool';
import { APP_VERSION } from '../version';
import type { KnownHead } from './auditChain';
import {
  copyNeeded,
  dropUnneeded,
  type FileFindings,
  hashOfFile,
  listFile,
  readList,
  verifyFiles,
} from './copiedFiles';
import {
  type CopyFacts,
  checkCopy,
  copyFile,
  copyId,
  listManifests,
  type Manifest,
  readManifest,
  removeCopy,
  removeLeftovers,
  toInfo,
  writeManifest,
} from './copies';
import type { Db } from './database';
import { looksShared } from './folderKind';
import type { StoreLayout } from './layout';
import { lockFrom } from './oneFile/format';
import { type Control, packCopy } from './oneFile/pack';
import { type CopyLook, type CopySource, lookIntoFile } from './oneFile/unpack';
import { retain } from './retention';
import { removeFile, syncFile, syncFolder } from './safeFs';
import type { SecondPlace } from './secondPlace';

/** Minutes between automatic copies, if something changed. */
export const BACKUP_MINUTES = 10;
/** Pages copied in one turn: 1 MB at 4 KB a page. */
const PAGES_A_TURN = 256;
/** Up to this size copying and checking take well under 50 ms and stay in the main thread. */
const COPY_HERE_BYTES = 4 * 1024 * 1024;

/** What the rescue operations need; in the ready state only `state` answers. */
export interface RescueDesk {
  state(): RescueState;
  retry(): Promise<RescueState>;
  openAnyway(): Promise<RescueState>;
  restore(id: string): Promise<RescueState>;
  restoreFile(source: CopySource, control: Control): Promise<RescueState>;
  startNew(): Promise<RescueState>;
  salvage(files: FileStore): Promise<{
    file: { token: string; name: string; mime: string; size: number };
    tables: { name: string; rows: number; lost: boolean }[];
  }>;
}

type Restored = { restored: BackupInfo; saved: BackupInfo; filesBack: number; filesMissing: number };

export interface BackupService {
  /** Makes a verified copy. Errors: BACKUP_FAILED, DISK_FULL. */
  create(reason: BackupReason, year?: number): Promise<BackupInfo>;
  /** Makes one if something changed since the newest copy. */
  createIfChanged(reason: BackupReason): Promise<BackupInfo | undefined>;
  list(): BackupInfo[];
  /** Newest link of the change log in each copy of this store. */
  heads(): KnownHead[];
  status(): BackupStatus;
  /** Saves the present, then puts copy `id` in its place; who asked is written into the log of the store put back. */
  restore(id: string, asked: { requestId: string; user: User }): Promise<Restored>;
  /** The same with a one-file copy, which is taken into the list first. */
  restoreFile(
    source: CopySource,
    asked: { requestId: string; user: User },
    control: Control,
  ): Promise<Restored>;
  /** Writes copy `id` with its files as one file. Errors: NOT_FOUND, BACKUP_NOT_VALID, DISK_FULL, CANCELLED. */
  pack(id: string, target: string, passphrase: string | null, control: Control): Promise<void>;
  look(source: CopySource): Promise<CopyLook>;
  readonly place: SecondPlace;
  /** Reads a copy and the files it needs again. Errors: NOT_FOUND. */
  verify(
    id: string,
    progress: (done: number, total: number) => void,
  ): Promise<FileFindings & { store: boolean }>;
  /** Resolves when no copy is being made. */
  idle(): Promise<void>;
  readonly rescue: RescueDesk;
}

export interface BackupOptions {
  layout: StoreLayout;
  db: Db;
  /** Undefined before the worker threads are there: copies are then checked in place. */
  jobs?: WorkerPool;
  clock(): Date;
  onCopy(at: string): void;
  restore: BackupService['restore'];
  restoreFile: BackupService['restoreFile'];
  place: SecondPlace;
  rescue: RescueDesk;
}

export function createBackupService(options: BackupOptions): BackupService {
  const { layout, db } = options;
  let chain: Promise<unknown> = Promise.resolve();
  let lastError: string | null = null;
  let nextAt = dueAfter(options.clock());
  let covered = coveredAtStart(layout, db);

  function create(reason: BackupReason, year?: number): Promise<BackupInfo> {
    const same = reason === 'before-import' && !changed() ? listManifests(layout.backups)[0] : undefined;
    const asked = db.totalChanges();
    const work = chain.then(() => make(reason, same, asked, year));
    chain = work.catch(() => undefined);
    return work;
  }

  async function make(
    reason: BackupReason,
    same: Manifest | undefined,
    asked: number,
    year?: number,
  ): Promise<BackupInfo> {
    try {
      const before = same ? asked : db.totalChanges();
      const made = await makeCopy(options, reason, same, year);
      covered = before;
      lastError = null;
      nextAt = dueAfter(options.clock());
      thinOut(layout, options.clock());
      options.onCopy(made.at);
      return toInfo(made);
    } catch (error) {
      const known = asAppError(error);
      lastError = known.code === 'DISK_FULL' ? 'DISK_FULL' : 'BACKUP_FAILED';
      throw new AppError(lastError as 'DISK_FULL' | 'BACKUP_FAILED');
    }
  }

  const changed = () => covered === null || db.totalChanges() !== covered;

  return {
    create,
    createIfChanged: async (reason) => (changed() ? create(reason) : undefined),
    list: () => listManifests(layout.backups).map(toInfo),
    heads: () => headsOf(layout, db),
    status() {
      const copies = listManifests(layout.backups);
      // One made while the clock of the machine was ahead is not the newest.
      const now = options.clock().toISOString();
      const last = copies.find((copy) => copy.at <= now) ?? copies[0];
      return {
        last: last ? toInfo(last) : null,
        ageSeconds: last ? ageOf(last, options.clock()) : null,
        changedSince: changed(),
        nextAt: nextAt.toISOString(),
        lastError,
        count: copies.length,
        totalBytes: copies.reduce((sum, copy) => sum + copy.size, 0) + (last?.files?.bytes ?? 0),
        folderName: basename(resolve(layout.dir)),
        cloudFolder: looksShared(layout.dir),
      };
    },
    restore: options.restore,
    restoreFile: options.restoreFile,
    pack: (id, target, passphrase, control) =>
      packWith(layout, { id, target, passphrase }, control, options.jobs),
    look: lookAt,
    place: options.place,
    verify: (id, progress) => verifyCopy(layout, id, progress),
    idle: async () => {
      await chain;
    },
    rescue: options.rescue,
  };
}

/** A service for the rescue state: copies can be looked at, none can be made. */
export function createIdleBackupService(
  layout: StoreLayout,
  rescue: RescueDesk,
  place: SecondPlace,
): BackupService {
  const refuse = async () => {
    throw new AppError('STORE_DAMAGED');
  };
  return {
    create: refuse,
    createIfChanged: refuse,
    list: () => listManifests(layout.backups).map(toInfo),
    heads: () => [],
    status: () => {
      throw new AppError('STORE_DAMAGED');
    },
    restore: refuse,
    restoreFile: refuse,
    pack: refuse,
    look: lookAt,
    place,
    verify: (id, progress) => verifyCopy(layout, id, progress),
    idle: async () => undefined,
    rescue,
  };
}

/** @param same a copy that holds all the store holds: its file is copied instead of the store, if it is sound. */
async function makeCopy(
  options: BackupOptions,
  reason: BackupReason,
  same?: Manifest,
  year: number | null = null,
): Promise<Manifest> {
  const { layout, db } = options;
  const folder = layout.backups;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeLeftovers(folder);
  const at = unusedTime(folder, options.clock(), reason);
  const id = copyId(at, reason);
  const making = join(folder, `.making-${id}`);
  try {
    const facts =
      (same && (await copyAgain(folder, same, making))) ??
      (await copyInThread(options, making)) ??
      (await copyHere(db, making));
    const files = await copyNeeded(layout, id, making);
    const made = { id, at: at.toISOString(), reason, year, appVersion: APP_VERSION };
    const entry: Manifest = { ...made, ...facts, files };
    renameSync(making, copyFile(folder, id));
    syncFolder(folder);
    writeManifest(folder, entry);
    return entry;
  } catch (error) {
    for (const suffix of ['', '-journal', '-wal', '-shm']) removeFile(`${making}${suffix}`);
    removeFile(listFile(folder, id));
    throw error;
  }
}

const lookAt = ({ path, passphrase }: CopySource): Promise<CopyLook> => lookIntoFile(path, passphrase);

async function packWith(
  layout: StoreLayout,
  what: { id: string; target: string; passphrase: string | null },
  control: Control,
  jobs: WorkerPool | undefined,
): Promise<void> {
  const { id, target, passphrase } = what;
  const lock = passphrase === null ? null : await lockFrom(passphrase);
  await packCopy({ ...control, layout, id, target, lock, jobs });
}

/** Copies the file of a checked copy; undefined when it is no longer what its manifest says. */
async function copyAgain(folder: string, same: Manifest, making: string): Promise<CopyFacts | undefined> {
  await copyBytes(copyFile(folder, same.id), making, constants.COPYFILE_FICLONE).catch(() => undefined);
  if ((await hashOfFile(making)) !== same.sha256) {
    removeFile(making);
    return undefined;
  }
  syncFile(making);
  const { schemaVersion, counts, storeUid, lastAudit, logHead, size, sha256 } = same;
  return { schemaVersion, counts, storeUid, lastAudit, logHead, size, sha256 };
}

/**
 * Undefined when there is little to copy, and when what lies at the store's place is not this store: a file taken away
 * under the program is held by its connection alone.
 */
async function copyInThread(options: BackupOptions, making: string): Promise<CopyFacts | undefined> {
  const { layout, db, jobs } = options;
  if (!jobs || !existsSync(layout.db) || statSync(layout.db).size <= COPY_HERE_BYTES) return undefined;
  const least = db.pluck<number>('SELECT coalesce(max(id), 0) FROM audit') ?? 0;
  const facts = await jobs.run<CopyFacts>('makeCopy', { from: layout.db, to: making });
  const ours = facts.storeUid === db.pluck("SELECT value FROM meta WHERE key = 'store_uid'");
  if (ours && facts.lastAudit >= least) return facts;
  removeFile(making);
  return undefined;
}

async function copyHere(db: Db, making: string): Promise<CopyFacts> {
  await db.raw.backup(making, { progress: () => PAGES_A_TURN });
  return checkCopy(making);
}

function unusedTime(folder: string, now: Date, reason: BackupReason): Date {
  let at = now;
  while (existsSync(copyFile(folder, copyId(at, reason)))) at = new Date(at.getTime() + 1);
  return at;
}

async function verifyCopy(
  layout: StoreLayout,
  id: string,
  progress: (done: number, total: number) => void,
): Promise<FileFindings & { store: boolean }> {
  const entry = readManifest(layout.backups, id);
  if (!entry) throw new AppError('NOT_FOUND');
  const store = (await hashOfFile(copyFile(layout.backups, id))) === entry.sha256;
  const list = await hashOfFile(listFile(layout.backups, id));
  const listed = !entry.files?.count || list === entry.files.sha256;
  const findings = await verifyFiles(layout.copiedFiles, readList(layout.backups, id) ?? [], progress);
  return { ...findings, store: store && listed };
}

/** Removes the copies that retention no longer keeps, and the files only they needed. */
export function thinOut(layout: StoreLayout, now: Date): void {
  const copies = listManifests(layout.backups);
  const keep = retain(copies, now);
  const old = copies.filter((copy) => !keep.has(copy.id));
  for (const copy of old) removeCopy(layout.backups, copy.id);
  if (old.length > 0) dropUnneeded(layout);
}

function headsOf(layout: StoreLayout, db: Db): KnownHead[] {
  const store = db.pluck("SELECT value FROM meta WHERE key = 'store_uid'");
  return listManifests(layout.backups).flatMap(({ at, lastAudit, logHead, storeUid }) =>
    storeUid === store && logHead !== null ? [{ at, lastAudit, head: logHead }] : [],
  );
}

/** total_changes() that the newest copy covers: 0 if it holds all that this store holds now, null if not. */
function coveredAtStart(layout: StoreLayout, db: Db): number | null {
  const newest = listManifests(layout.backups)[0];
  if (!newest) return null;
  const same =
    newest.storeUid === db.pluck("SELECT value FROM meta WHERE key = 'store_uid'") &&
    newest.lastAudit === db.pluck('SELECT coalesce(max(id), 0) FROM audit') &&
    newest.schemaVersion === db.raw.pragma('user_version', { simple: true });
  return same ? db.totalChanges() : null;
}

const dueAfter = (now: Date): Date => new Date(now.getTime() + BACKUP_MINUTES * 60_000);

function ageOf(copy: Manifest, now: Date): number {
  return Math.max(0, Math.round((now.getTime() - Date.parse(copy.at)) / 1000));
}
