/** What can be done when the store cannot be opened. `rescue.state` answers in the ready state too. */
import { z } from 'zod';
import { backupId, backupInfo, COPY_ERRORS, copyLook, copyToken, typedPassphrase } from './backup';
import { AREAS, access, job, type Operations, query } from './kernel';

/**
 * damaged: not a sound store of this program; newer: written by a newer program; unreadable: cannot be read just
 * now (locked, no rights, or gone while its copies are here); no-space: too little room to open safely;
 * migration: bringing it to this version failed and it was left as it was.
 */
export const RESCUE_REASONS = ['damaged', 'newer', 'unreadable', 'no-space', 'migration'] as const;
export const rescueReason = z.enum(RESCUE_REASONS);
export type RescueReason = z.output<typeof rescueReason>;

export const rescueState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({
    kind: z.literal('rescue'),
    reason: rescueReason,
    /** Finer cause, for support: 'empty-file', 'foreign-file', 'check-failed', 'missing', 'locked', … */
    cause: z.string(),
    /** Schema version of the file, if it could be read, and the newest this program knows. */
    fileVersion: z.int().nullable(),
    programVersion: z.int(),
    folderName: z.string(),
    copies: z.array(backupInfo),
  }),
]);
export type RescueState = z.output<typeof rescueState>;

export const rescue = {
  'rescue.state': query({
    input: z.strictObject({}),
    output: rescueState,
    access: access.everyone,
    doc: 'Whether the store is open; if not, why, and the verified copies there are.',
  }),
  'rescue.retry': job({
    input: z.strictObject({}),
    output: rescueState,
    touches: AREAS,
    access: access.everyone,
    doc: 'Tries to open the store again, for instance after another program let go of it.',
  }),
  'rescue.openAnyway': job({
    input: z.strictObject({ confirm: z.literal(true) }),
    output: rescueState,
    errors: ['STORE_DAMAGED', 'STORE_NEWER', 'IN_USE'],
    touches: AREAS,
    access: access.chair,
    doc: 'Opens a file that passes every check but was changed from outside the program; only on explicit wish.',
  }),
  'rescue.restore': job({
    input: z.strictObject({ id: backupId }),
    output: rescueState,
    errors: ['NOT_FOUND', 'BACKUP_NOT_VALID', 'STORE_NEWER', 'DISK_FULL', 'IN_USE'],
    touches: AREAS,
    access: access.chair,
    doc: 'Moves the unusable files unchanged into quarantine and puts the chosen copy in their place.',
  }),
  'rescue.lookAtFile': job({
    input: z.strictObject({ token: copyToken, passphrase: typedPassphrase }),
    output: copyLook,
    errors: [...COPY_ERRORS],
    access: access.chair,
    doc: 'What a one-file copy holds; also answered while the store is open. A locked one without its passphrase shows date, version and size.',
  }),
  'rescue.restoreFile': job({
    input: z.strictObject({ token: copyToken, passphrase: typedPassphrase }),
    output: rescueState,
    errors: [...COPY_ERRORS, 'NOT_FOUND', 'BACKUP_NOT_VALID', 'STORE_NEWER', 'IN_USE'],
    touches: AREAS,
    access: access.chair,
    doc: 'Checks a one-file copy whole, moves the unusable files unchanged into quarantine and puts its store in their place.',
  }),
  'rescue.startNew': job({
    input: z.strictObject({ confirm: z.literal(true) }),
    output: rescueState,
    errors: ['DISK_FULL', 'IN_USE', 'STORE_NEWER'],
    touches: AREAS,
    access: access.chair,
    doc: 'Moves the unusable files unchanged into quarantine and begins an empty store; only on explicit wish.',
  }),
  'rescue.salvage': job({
    input: z.strictObject({}),
    output: z.strictObject({
      file: z.strictObject({ token: z.string(), name: z.string(), mime: z.string(), size: z.int() }),
      /** Rows read from each table; `lost` tables stopped early. */
      tables: z.array(z.strictObject({ name: z.string(), rows: z.int(), lost: z.boolean() })),
    }),
    errors: ['STORE_DAMAGED', 'IN_USE', 'DISK_FULL'],
    access: { roles: ['chair'], sensitive: ['identity', 'politics', 'health', 'money'] },
    doc: 'Writes every row that can still be read from a copy of the damaged file into a JSON file.',
  }),
} satisfies Operations;
