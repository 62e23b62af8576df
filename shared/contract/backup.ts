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
  'yearly',
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
  /** Year whose end a yearly copy keeps; null for the others. */
  year: z.int().nullable().default(null),
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

/** Weaknesses of a second place: inside the data folder, on the same disk, in a folder copied into the cloud. */
export const placeWarning = z.enum(['inside', 'sameDisk', 'cloud']);
export type PlaceWarning = z.output<typeof placeWarning>;

const placedCopy = z.strictObject({ name: z.string(), /** UTC instant. */ at: z.string(), size: z.int() });

/** The second place (nơi thứ hai) for copies: a USB stick or another disk. */
export const placeStatus = z.strictObject({
  /** What to call it; null when none was chosen. Never a whole path. */
  name: z.string().nullable(),
  /** It can be reached now. */
  present: z.boolean(),
  encrypted: z.boolean(),
  /** Days after which the newest copy away from this PC counts as old. */
  remindDays: z.int(),
  /** Newest copy there, or saved as a file by hand. */
  last: placedCopy.nullable(),
  ageDays: z.int().nullable(),
  /** Code of the last failure since a copy succeeded. */
  error: z.string().nullable(),
  warnings: z.array(placeWarning),
  freeBytes: z.int().nullable(),
  /** Whom to call when copies are needed, as last printed. */
  contact: z.string().nullable(),
  copies: z.array(placedCopy),
});
export type PlaceStatus = z.output<typeof placeStatus>;

/** What a one-file copy says before it is taken; `inside` is null while it is locked. */
export const copyLook = z.strictObject({
  encrypted: z.boolean(),
  at: z.string(),
  appVersion: z.string(),
  schemaVersion: z.int(),
  /** Bytes of the file. */
  size: z.int(),
  inside: z
    .strictObject({
      reason: backupReason,
      year: z.int().nullable(),
      counts: backupInfo.shape.counts,
      files: z.int(),
      /** Attached files whose bytes were lost before the copy was made. */
      missing: z.int(),
      lastChange: z.string().nullable(),
    })
    .nullable(),
});
export type CopyLook = z.output<typeof copyLook>;

/** Shortest passphrase; how strong it is, is told in words while it is typed. */
export const PASSPHRASE_MIN = 8;
/** A new passphrase. */
export const newPassphrase = z.string().min(PASSPHRASE_MIN, 'PASSPHRASE_SHORT').max(200);
/** A passphrase as typed to open a copy; null for none. */
export const typedPassphrase = z.string().min(1).max(200).nullable();
export const copyToken = z.string().min(1).max(64);

const outgoing = z.strictObject({ token: z.string(), name: z.string(), mime: z.string(), size: z.int() });
const everything = { roles: ['chair'], sensitive: ['identity', 'politics', 'health', 'money'] } as const;

/** Why a file cannot be taken as a copy. */
export const COPY_ERRORS = [
  'COPY_FOREIGN',
  'COPY_BROKEN',
  'COPY_NEWER',
  'PASSPHRASE_NEEDED',
  'PASSPHRASE_WRONG',
  'FILE_TOKEN_UNKNOWN',
  'FILE_TOO_LARGE',
] as const;

/** What a restore answers with. */
const restored = z.strictObject({
  restored: backupInfo,
  saved: backupInfo,
  /** Attached files put back, and those that neither the data folder nor the copies hold. */
  filesBack: z.int(),
  filesMissing: z.int(),
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
    output: restored,
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
  'backup.place': query({
    input: z.strictObject({}),
    output: placeStatus,
    access: access.everyone,
    doc: 'The second place for copies on this PC: whether it is there, and the age of the newest copy away from the PC.',
  }),
  'backup.choosePlace': job({
    input: z.strictObject({
      /** Of a folder chosen in a dialog; null keeps the place there is. */
      folder: copyToken.nullable(),
      /** Left out keeps what there is; null: copies there can be read by anybody. */
      passphrase: newPassphrase.nullable().optional(),
      days: z.int().min(1).max(90).optional(),
    }),
    output: placeStatus,
    errors: [
      'FILE_TOKEN_UNKNOWN',
      'PLACE_MISSING',
      'PLACE_READ_ONLY',
      'PLACE_FULL',
      'BACKUP_FAILED',
      'PASSPHRASE_SHORT',
    ],
    touches: ['backup', 'dashboard'],
    access: access.chair,
    doc: 'Chooses the second place, the passphrase of the copies put there (scrypt, AES-256-GCM) and after how many days to remind.',
  }),
  'backup.forgetPlace': job({
    input: z.strictObject({}),
    output: placeStatus,
    touches: ['backup', 'dashboard'],
    access: access.chair,
    doc: 'Forgets the second place; the copies there stay.',
  }),
  'backup.putInPlace': job({
    input: z.strictObject({}),
    output: z.strictObject({ copy: backupInfo, place: placeStatus }),
    errors: [
      'PLACE_MISSING',
      'PLACE_READ_ONLY',
      'PLACE_FULL',
      'BACKUP_FAILED',
      'BACKUP_NOT_VALID',
      'NOT_FOUND',
    ],
    touches: ['backup', 'dashboard'],
    access: access.editors,
    doc: 'Makes a copy now, puts it into the second place as one file and reads it there to the last byte.',
  }),
  'backup.packFile': job({
    input: z.strictObject({
      /** Null makes a copy now. */
      id: backupId.nullable(),
      passphrase: newPassphrase.nullable(),
    }),
    output: z.strictObject({ file: outgoing, copy: backupInfo }),
    errors: ['NOT_FOUND', 'BACKUP_FAILED', 'BACKUP_NOT_VALID', 'PASSPHRASE_SHORT'],
    touches: ['backup', 'dashboard'],
    access: everything,
    doc: 'A copy with its attached files as one checked file, to be saved anywhere; locked when a passphrase is given.',
  }),
  'backup.restoreFile': job({
    input: z.strictObject({ token: copyToken, passphrase: typedPassphrase }),
    output: restored,
    errors: [...COPY_ERRORS, 'NOT_FOUND', 'BACKUP_NOT_VALID', 'BACKUP_FAILED', 'STORE_NEWER'],
    touches: AREAS,
    access: access.chair,
    doc: 'Checks a one-file copy whole, saves the present as a copy, then puts the file’s store in its place.',
  }),
  'backup.keepYear': job({
    input: z.strictObject({ year: z.int().min(2000).max(2100) }),
    output: backupInfo,
    errors: ['BACKUP_FAILED'],
    touches: ['backup'],
    access: access.editors,
    doc: 'Makes a copy that is kept for good under the name of a year.',
  }),
  'backup.recoverySheet': job({
    input: z.strictObject({
      /** Whom to call; null leaves a line to write on. */
      contact: z.string().trim().max(160).nullable(),
    }),
    output: z.strictObject({ file: outgoing }),
    errors: ['BACKUP_FAILED'],
    access: access.editors,
    doc: 'A sheet to print: where the copies are, how to go back to one, whom to call; never a passphrase.',
  }),
} satisfies Operations;
