/**
 * A copy on disk: the file, checked, and its manifest beside it. A copy without a manifest does not count; a
 * manifest is written only after the copy passed every check.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { type BackupInfo, type BackupReason, backupInfo } from '../../shared/contract/backup';
import { AppError } from '../../shared/contract/errors';
import { headOf } from './auditChain';
import { listFile } from './copiedFiles';
import { checkConnection } from './inspect';
import { removeFile, sha256, syncFile, writeWhole } from './safeFs';

export const manifest = z.strictObject({
  ...backupInfo.shape,
  storeUid: z.string(),
  /** Newest row of the change log: tells whether anything happened since. */
  lastAudit: z.int(),
  /** Newest link of the chained change log, as hex; null in copies of a log without a chain. */
  logHead: z.string().nullable().default(null),
});
export type Manifest = z.output<typeof manifest>;

/** What checking a copy finds out about it. */
export type CopyFacts = Pick<
  Manifest,
  'schemaVersion' | 'size' | 'sha256' | 'counts' | 'storeUid' | 'lastAudit' | 'logHead'
>;

export const copyFile = (folder: string, id: string): string => join(folder, `${id}.db`);
export const manifestFile = (folder: string, id: string): string => join(folder, `${id}.json`);

/** Name of a copy made now: time first, so that names sort by age. */
export function copyId(at: Date, reason: BackupReason): string {
  return `${at.toISOString().replace(/[-:.]/g, '')}-${reason}`;
}

/**
 * Reopens a finished copy, folds it into one file, checks structure, keys and schema, counts, and syncs it.
 * Errors: BACKUP_NOT_VALID.
 */
export function checkCopy(path: string): CopyFacts {
  const raw = new Database(path, { fileMustExist: true, timeout: 0 });
  let facts: Omit<CopyFacts, 'size' | 'sha256'>;
  try {
    raw.pragma('trusted_schema = OFF');
    raw.pragma('cell_size_check = ON');
    raw.pragma('journal_mode = DELETE');
    if (checkConnection(raw).kind !== 'ok') throw new AppError('BACKUP_NOT_VALID');
    facts = {
      schemaVersion: raw.pragma('user_version', { simple: true }) as number,
      counts: {
        members: count(raw, ['member_live', 'member']),
        events: count(raw, ['event_live', 'event']),
        awardDecisions: count(raw, ['award_decision_live', 'award_decision']),
      },
      storeUid: raw.prepare("SELECT value FROM meta WHERE key = 'store_uid'").pluck().get() as string,
      lastAudit: raw.prepare('SELECT coalesce(max(id), 0) FROM audit').pluck().get() as number,
      logHead: headOf(raw) ?? null,
    };
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('BACKUP_NOT_VALID');
  } finally {
    raw.close();
  }
  syncFile(path);
  return { ...facts, size: statSync(path).size, sha256: sha256(path) };
}

function count(raw: Database.Database, names: readonly string[]): number | null {
  for (const name of names) {
    const columns = raw.pragma(`table_info(${name})`) as { name: string }[];
    if (columns.length === 0) continue;
    const live = columns.some((column) => column.name === 'deleted_at') ? ' WHERE deleted_at IS NULL' : '';
    return raw.prepare(`SELECT count(*) FROM ${name}${live}`).pluck().get() as number;
  }
  return null;
}

/** Every copy with a readable manifest and a file of the right size, newest first. */
export function listManifests(folder: string): Manifest[] {
  const found: Manifest[] = [];
  for (const name of namesIn(folder)) {
    if (!name.endsWith('.json')) continue;
    const entry = readManifest(folder, name.slice(0, -5));
    if (entry) found.push(entry);
  }
  return found.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Nothing when the folder cannot be read: what is wrong with it is told by what writes there. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

export function readManifest(folder: string, id: string): Manifest | undefined {
  try {
    const parsed = manifest.safeParse(JSON.parse(readFileSync(manifestFile(folder, id), 'utf8')));
    if (!parsed.success || parsed.data.id !== id) return undefined;
    return statSync(copyFile(folder, id)).size === parsed.data.size ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export function writeManifest(folder: string, entry: Manifest): void {
  mkdirSync(folder, { recursive: true });
  writeWhole(manifestFile(folder, entry.id), JSON.stringify(entry, null, 2));
}

/** Removes a copy; the manifest first, so that half of a copy is never listed. */
export function removeCopy(folder: string, id: string): void {
  removeFile(manifestFile(folder, id));
  removeFile(listFile(folder, id));
  removeFile(copyFile(folder, id));
}

/** Clears what an interrupted copy left. */
export function removeLeftovers(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (name.startsWith('.making-')) removeFile(join(folder, name));
}

export function toInfo({
  storeUid: _store,
  lastAudit: _audit,
  logHead: _head,
  ...info
}: Manifest): BackupInfo {
  return info;
}
