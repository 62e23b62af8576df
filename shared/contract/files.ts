/**
 * Papers and pictures (minh chứng) attached to any record. Bytes are stored once by their SHA-256; a file attached
 * twice is one file on the disk. Limits: MAX_ATTACHMENT_BYTES each.
 */
import { z } from 'zod';
import { ATTACHMENT_KINDS } from '../domain/attachments';
import { fileFindings } from './backup';
import { id, longText, outgoingFile, partialDate, requiredText, saved, text, version } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';
import { wordTemplates } from './wordTemplates';

/** Kind of record, by the name of its table: 'event', 'fund_voucher' … */
const entity = z.string().regex(/^[a-z][a-z_]{1,39}$/);
const kind = z.enum(ATTACHMENT_KINDS);

/** What an officer tells of a file. Unknown is null. */
export const attachmentFacts = {
  name: requiredText(200),
  kind,
  takenOn: partialDate.nullable().default(null),
  /** Who took or wrote it. */
  author: text(200).nullable().default(null),
  /** Where it comes from: a page's address, a newspaper, an office. */
  source: text(500).nullable().default(null),
  note: longText(1000).nullable().default(null),
};

export const attachment = z.object({
  id,
  version,
  entity: z.string(),
  entityId: id,
  hash: z.string(),
  /** Bytes. */
  size: z.number(),
  mime: z.string(),
  name: z.string(),
  kind,
  takenOn: z.string().nullable(),
  author: z.string().nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
  createdAt: z.string(),
  /** False when the bytes are not in the data folder. */
  present: z.boolean(),
});

export const files = {
  'files.list': query({
    input: z.strictObject({ entity, entityId: id }),
    output: z.object({ rows: z.array(attachment), bytes: z.number() }),
    access: access.everyone,
    doc: 'What is attached to a record, pictures first, in the order it was attached; bytes in all.',
  }),
  'files.attach': command({
    input: z.strictObject({
      entity,
      entityId: id,
      token: z.string().min(1).max(100),
      /** Left out: told by the file. */
      name: text(200).nullable().default(null),
      kind: kind.nullable().default(null),
      takenOn: attachmentFacts.takenOn,
      author: attachmentFacts.author,
      source: attachmentFacts.source,
      note: attachmentFacts.note,
    }),
    output: saved,
    errors: [
      'NOT_FOUND',
      'DUPLICATE',
      'FILE_TOKEN_UNKNOWN',
      'FILE_TOO_LARGE',
      'FILE_BLANK',
      'FILE_LIMIT',
      'FILE_KIND',
    ],
    touches: ['files'],
    access: access.editors,
    doc: 'Attaches a picked file to a record: written under a temporary name, synced and renamed before its row.',
  }),
  'files.update': command({
    input: z.strictObject({ id, version, ...attachmentFacts }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches: ['files'],
    access: access.editors,
    doc: 'Saves the name, kind, date, author, source and note of an attached file.',
  }),
  ...trashing(
    { trash: 'files.trash', restore: 'files.restore' },
    { touches: ['files'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Takes files off their record into the trash; the bytes stay.' },
    { doc: 'Puts files back on their record.' },
  ),
  'files.open': job({
    input: z.strictObject({ id }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'FILE_MISSING', 'FILE_ALTERED'],
    access: access.everyone,
    doc: 'An attached file on its way out, after its bytes were compared with their hash; a lost one is taken from the copies.',
  }),
  'files.picture': query({
    input: z.strictObject({ id }),
    output: z.object({
      /** Base64 of a small JPEG, or of the whole picture where none was made yet; null: it cannot be shown. */
      data: z.string().nullable(),
      mime: z.string(),
      small: z.boolean(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'The small picture of an attached photo; the whole one until a small one is kept.',
  }),
  'files.keepSmall': command({
    input: z.strictObject({ id, data: z.string().max(200_000) }),
    output: z.object({ kept: z.boolean() }),
    errors: ['NOT_FOUND', 'FILE_NOT_PICTURE'],
    access: access.everyone,
    doc: 'Keeps the small JPEG a window made of a photo, so that the whole one is not read again. Changes no record.',
  }),
  'files.check': job({
    input: z.strictObject({}),
    output: fileFindings.extend({
      /** Files that nothing points at. */
      unused: z.int(),
      unusedBytes: z.int(),
    }),
    access: access.everyone,
    doc: 'Reads every kept file again and compares it with its hash; counts those nothing points at. Files in the trash are pointed at.',
  }),
  'files.purge': job({
    input: z.strictObject({}),
    output: z.object({ count: z.number(), bytes: z.number() }),
    touches: ['files', 'backup'],
    access: access.chair,
    doc: 'Removes for good the kept files that no record points at, not even one in the trash. Copies keep theirs.',
  }),
  ...wordTemplates,
} satisfies Operations;
