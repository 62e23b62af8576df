/** Verified copies (bản sao) of the store: made, listed, restored. */
import { z } from 'zod';
import { AREAS, access, job, type Operations, query } from './kernel';

export const BACKUP_REASONS = [
  'auto',
  'quit',
  'manual',
  'before-migration',
  'before-import',
  'before-restore',
] as const;
export const backupReason = z.enum(BACKUP_REASONS);
export type BackupReason = z.output<typeof backupReason>;

/** Name of a copy; never a path. */
export const backupId = z.string().regex(/^\d{8}T\d{9}Z-[a-z-]{4,20}$/);

/** What the manifest beside a copy says. */
export const backupInfo = z.strictObject({
  id: backupId,
  /** UTC instant. */
  at: z.string(),
  reason: backupReason,
  appVersion: z.string(),
  schemaVersion: z.int(),
  /** Bytes. */
  size: z.int(),
  sha256: z.string(),
  /** Records not in the trash; null where the store had no such table yet. */
  counts: z.strictObject({
    members: z.int().nullable(),
    events: z.int().nullable(),
    awardDecisions: z.int().nullable(),
  }),
  /** Attached files the copy needs; they lie beside the copies. Null for a copy of an earlier version, without files. */
  files: z
    .strictObject({
      count: z.int(),
      /** Bytes. */
      bytes: z.int(),
      /** Those that were not in the data folder when it was made. */
      missing: z.int(),
      /** SHA-256 of the list of their hashes. */
      sha256: z.string(),
    })
    .nullable()
    .default(null),
});
export type BackupInfo = z.output<typeof backupInfo>;

export const backupStatus = z.strictObject({
  /** Newest copy that was reopened and checked; null if there is none. */
  last: backupInfo.nullable(),
  /** Seconds since that copy. */
  ageSeconds: z.int().nullable(),
  /** Records changed since that copy. */
  changedSince: z.boolean(),
  /** When the next automatic copy is due, if something changed by then. */
  nextAt: z.string().nullable(),
  /** Code of the last failure since a copy succeeded, else null. */
  lastError: z.string().nullable(),
  count: z.int(),
  totalBytes: z.int(),
  folderName: z.string(),
  /** The data folder looks synchronised by a cloud program, which can tear a live store. */
  cloudFolder: z.boolean(),
});
export type BackupStatus = z.output<typeof backupStatus>;

/** What reading attached files again found; names of at most 50 that are lost or changed. */
export const fileFindings = z.strictObject({
  count: z.int(),
  missing: z.int(),
  altered: z.int(),
  names: z.array(z.strictObject({ name: z.string(), altered: z.boolean() })),
});

export const backup = {
  'backup.list': query({
    input: z.strictObject({}),
    output: z.strictObject({ copies: z.array(backupInfo) }),
    access: access.everyone,
    doc: 'Verified copies, newest first; size in bytes.',
  }),
  'backup.status': query({
    input: z.strictObject({}),
    output: backupStatus,
    access: access.everyone,
    doc: 'Age of the last verified copy in seconds, whether anything changed since, and when the next is due.',
  }),
  'backup.create': job({
    input: z.strictObject({}),
    output: backupInfo,
    errors: ['BACKUP_FAILED', 'DISK_FULL'],
    touches: ['backup'],
    access: access.editors,
    doc: 'Makes a copy with SQLite online backup, reopens and checks it.',
  }),
  'backup.restore': job({
    input: z.strictObject({ id: backupId }),
    output: z.strictObject({
      restored: backupInfo,
      saved: backupInfo,
      /** Attached files put back, and those that neither the data folder nor the copies hold. */
      filesBack: z.int(),
      filesMissing: z.int(),
    }),
    errors: ['NOT_FOUND', 'BACKUP_NOT_VALID', 'BACKUP_FAILED', 'BUSY', 'DISK_FULL', 'STORE_NEWER'],
    touches: AREAS,
    access: access.chair,
    doc: 'Saves the present as a copy, then puts the chosen copy in its place; undone by restoring the saved one.',
  }),
  'backup.verify': job({
    input: z.strictObject({ id: backupId }),
    output: fileFindings.extend({ /** The copy of the store is what it was. */ store: z.boolean() }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Reads a copy and every attached file it needs again, and compares them with their hashes.',
  }),
} satisfies Operations;
