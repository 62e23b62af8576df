/**
 * Opens the store of a data folder, or says why not. Promises: a file that is newer, damaged or another program's is
 * left byte-identical until the user chooses; a missing or empty file is never silently replaced when there is any
 * sign of an earlier store; a migration starts only after a verified copy and is all or nothing.
 */
import { existsSync, readdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/contract/errors';
import type { RescueReason } from '../../shared/contract/rescue';
import { sealLog } from './auditChain';
import { closeStore, type Fingerprint, type MarkerPhase, openForWork } from './connection';
import type { Db } from './database';
import { adoptEvidence } from './fileVault';
import { lookAtStore, type StoreHeader } from './header';
import { classify, type Finding, inspectStore } from './inspect';
import type { StoreLayout } from './layout';
import {
  APPLICATION_ID,
  type Migration,
  migrate,
  migrations,
  rebuildIndices,
  SCHEMA_VERSION,
} from './migrate';
import { moveFile, removeFile, sha256, syncFile, whileHeld } from './safeFs';
import { lookAtWal } from './wal';

export interface RescueInfo {
  kind: 'rescue';
  reason: RescueReason;
  cause: string;
  fileVersion: number | null;
}
export type Opened = { kind: 'open'; db: Db; migrated: boolean } | RescueInfo;

export interface OpenOptions {
  /** Makes a verified copy; a migration does not start if it throws. */
  copyBeforeMigration(db: Db): Promise<void>;
  /** The user chose to open a sound file that was changed from outside. */
  acceptChanged?: boolean;
  /** Told of indices that were made anew, because they were lacking, differed or were too much. */
  onIndices?(names: readonly string[]): void;
  /** Told of every error that decides the outcome. */
  onError?(error: unknown): void;
  /** Only for tests of migration. */
  migrations?: readonly Migration[];
}

export async function openStore(layout: StoreLayout, options: OpenOptions): Promise<Opened> {
  try {
    let clean = true;
    const look = await whileHeld(() => lookAtStore(layout.db));
    if (look.kind === 'missing') {
      if (hasPast(layout)) return rescue('unreadable', 'missing');
      await makeFreshStore(layout);
    } else if (look.kind !== 'store') {
      return rescue('damaged', look.kind === 'empty' ? 'empty-file' : 'foreign-file');
    } else {
      const found = await examine(layout, look, options);
      if (typeof found === 'object') return found;
      clean = found === 'clean';
    }
    const db = await whileHeld(() => openForWork(layout));
    return await bringUpToDate(layout, db, options, clean);
  } catch (error) {
    options.onError?.(error);
    return rescueFrom(error);
  }
}

/** Decides whether the file may be opened for writing, untouched since it was closed or sound; touches nothing. */
async function examine(
  layout: StoreLayout,
  header: StoreHeader,
  options: OpenOptions,
): Promise<RescueInfo | 'clean' | 'sound'> {
  const version = header.userVersion;
  if (header.applicationId !== APPLICATION_ID) return rescue('damaged', 'foreign-file', version);
  if (version > SCHEMA_VERSION) return rescue('newer', 'newer', version);
  if (version < 1) return rescue('damaged', 'check-failed', version);
  const outside = header.lengthWrong ? 'length-wrong' : changedOutside(layout);
  if (outside === 'none') return 'clean';
  const finding = await inspectPatiently(layout.db);
  if (finding.kind === 'held') return rescue(heldReason(finding.cause), finding.cause, version);
  if (finding.kind === 'damaged') return rescue('damaged', finding.cause, version);
  if (outside === 'unclean' || options.acceptChanged) return 'sound';
  return rescue('damaged', outside, version);
}

async function inspectPatiently(path: string): Promise<Finding> {
  try {
    return await whileHeld(() => {
      const finding = inspectStore(path);
      if (finding.kind === 'held') throw Object.assign(new Error('held'), { code: finding.cause });
      return finding;
    });
  } catch (error) {
    return classify(error);
  }
}

/**
 * none: closed cleanly and untouched since. unclean: a check suffices. Anything else names a change from outside
 * that a check cannot see: acknowledged work may be missing although the file is sound.
 */
function changedOutside(
  layout: StoreLayout,
): 'none' | 'unclean' | 'wal-broken' | 'wal-missing' | 'changed-outside' {
  const wal = lookAtWal(layout.db);
  if (existsSync(layout.marker)) {
    if (wal.kind === 'broken') return 'wal-broken';
    const { phase } = readJson<{ phase: MarkerPhase }>(layout.marker) ?? { phase: 'opening' };
    return phase === 'open' && !existsSync(`${layout.db}-wal`) ? 'wal-missing' : 'unclean';
  }
  if (!existsSync(layout.closed)) return wal.kind === 'broken' ? 'wal-broken' : 'unclean';
  const fingerprint = readJson<Fingerprint>(layout.closed);
  if (!fingerprint) return 'unclean';
  const same =
    wal.kind === 'none' &&
    statSync(layout.db).size === fingerprint.size &&
    sha256(layout.db) === fingerprint.sha256;
  return same ? 'none' : 'changed-outside';
}

function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

/** Any sign that this folder held a store before. */
function hasPast(layout: StoreLayout): boolean {
  const wal = `${layout.db}-wal`;
  const notEmpty = (folder: string) => existsSync(folder) && readdirSync(folder).length > 0;
  return (
    existsSync(layout.marker) ||
    existsSync(layout.closed) ||
    existsSync(wal) ||
    notEmpty(layout.backups) ||
    notEmpty(layout.quarantine)
  );
}

/** Makes an empty store under another name first: a crash leaves either none or a whole one. */
export async function makeFreshStore(layout: StoreLayout, target = layout.db): Promise<void> {
  removeFile(layout.fresh);
  removeFile(`${layout.fresh}-journal`);
  const raw = new Database(layout.fresh, { timeout: 0 });
  try {
    raw.pragma('page_size = 4096');
    raw.pragma('synchronous = FULL');
    migrate(raw);
  } finally {
    raw.close();
  }
  syncFile(layout.fresh);
  await moveFile(layout.fresh, target);
}

/** A store somebody's tool worked on, or that was not closed, may lack an index: no reason to refuse it. */
function mendIndices(db: Db, list: readonly Migration[], options: OpenOptions): void {
  const names = rebuildIndices(db.raw, list);
  if (names.length > 0) options.onIndices?.(names);
}

async function bringUpToDate(
  layout: StoreLayout,
  db: Db,
  options: OpenOptions,
  clean: boolean,
): Promise<Opened> {
  const list = options.migrations ?? migrations;
  const newest = list[list.length - 1]?.version ?? 0;
  const version = db.raw.pragma('user_version', { simple: true }) as number;
  if (version >= newest) {
    if (!clean) mendIndices(db, list, options);
    sealLog(db);
    adoptEvidence(layout.dir);
    return { kind: 'open', db, migrated: false };
  }
  let step = 'copy-failed';
  try {
    if (freeBytes(layout.dir) < 3 * statSync(layout.db).size) {
      closeStore(layout, db);
      return rescue('no-space', 'migration-room', version);
    }
    await options.copyBeforeMigration(db);
    step = 'step-failed';
    migrate(db.raw, list);
    sealLog(db);
    adoptEvidence(layout.dir);
    return { kind: 'open', db, migrated: true };
  } catch (error) {
    closeStore(layout, db);
    options.onError?.(error);
    const known = rescueFrom(error);
    return known.reason === 'no-space' ? known : rescue('migration', step, version);
  }
}

/** Free bytes of the disk the folder is on; unlimited where the system cannot tell. */
export function freeBytes(dir: string): number {
  try {
    const { bavail, bsize } = statfsSync(dir);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function rescue(reason: RescueReason, cause: string, fileVersion: number | null = null): RescueInfo {
  return { kind: 'rescue', reason, cause, fileVersion };
}

/** What an error on the way to an open store means for the user. */
export function rescueFrom(error: unknown): RescueInfo {
  const code = (error as { code?: string } | null)?.code;
  const finding = classify(error);
  if (finding.kind === 'damaged') return rescue('damaged', finding.cause);
  return rescue(heldReason(code), code ?? 'unknown');
}

/** Why a copy that was put in place did not open. */
export function whyNotOpened({ reason }: RescueInfo): AppError {
  if (reason === 'no-space') return new AppError('DISK_FULL');
  return new AppError(reason === 'unreadable' ? 'DISK_FAILED' : 'BACKUP_NOT_VALID');
}

function heldReason(code: string | undefined): RescueReason {
  return /^(ENOSPC|EDQUOT|SQLITE_FULL|SQLITE_IOERR_SHMSIZE)$/.test(code ?? '') ? 'no-space' : 'unreadable';
}
