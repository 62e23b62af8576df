/** Proof of certificates without a network: the unit's signing key, public keys it trusts, the check of a signed text. */
import { z } from 'zod';
import { PROVED_PAPERS } from '../domain/proof';
import { layoutId } from './certificateFields';
import { id, ids, outgoingFile } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

/** Largest picture looked through for a code, in bytes. */
export const MAX_PROOF_PICTURE = 15 * 1024 * 1024;

/** Whose signature stands on a paper. */
export const VERDICTS = ['own', 'trusted', 'unknownKey', 'wrong', 'unsigned', 'unreadable'] as const;
/** What the own register says of it. */
export const RECORD_STATES = ['same', 'differs', 'void', 'draft', 'trashed', 'none'] as const;
const CHECKED = ['name', 'decisionNo', 'decidedOn'] as const;
const key = z.object({
  id,
  /** Name of the key on papers. */
  code: z.string(),
  /** SHA-256 of the public key in hexadecimal. */
  fingerprint: z.string(),
  owner: z.string(),
  own: z.boolean(),
  current: z.boolean(),
  createdAt: z.string(),
  retiredAt: z.string().nullable(),
});

const facts = z.object({
  paper: z.enum(PROVED_PAPERS),
  registerNo: z.number(),
  registerYear: z.number(),
  decisionNo: z.string().nullable(),
  decidedOn: z.string().nullable(),
  name: z.string(),
  unit: z.string().nullable(),
  form: z.string().nullable(),
  awardYear: z.number(),
  issuer: z.string().nullable(),
});

export const proofOperations = {
  'certificates.signingKeys': query({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(key),
      layoutsOff: z.array(z.string()),
      /** Layouts with a place for the code. */
      layoutsCoded: z.array(z.string()),
    }),
    access: access.everyone,
    doc: 'The unit’s signing keys and the public keys it trusts, never a private half; layouts printed without a code.',
  }),
  'certificates.newSigningKey': command({
    input: z.strictObject({}),
    output: z.object({ id, code: z.string() }),
    touches: ['certificates'],
    access: access.chair,
    doc: 'Makes an Ed25519 key and signs with it from now on; papers signed before still verify with the old one.',
  }),
  'certificates.useSigningKey': command({
    input: z.strictObject({ id: id.nullable() }),
    output: z.object({ id: id.nullable() }),
    errors: ['NOT_FOUND'],
    touches: ['certificates'],
    access: access.chair,
    doc: 'Signs with an earlier own key again, or with none.',
  }),
  'certificates.exportSigningKeys': job({
    input: z.strictObject({}),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT'],
    access: access.everyone,
    doc: 'The public halves of the unit’s own keys as a file for other offices.',
  }),
  'certificates.trustKeys': command({
    input: z.strictObject({ token: z.string().max(200) }),
    output: z.object({ ids, owner: z.string(), count: z.number() }),
    errors: ['FILE_TOKEN_UNKNOWN', 'FILE_TOO_LARGE', 'FILE_BROKEN', 'DUPLICATE'],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Trusts the public keys of another office from its file; DUPLICATE when all of them are known.',
  }),
  ...trashing(
    { trash: 'certificates.trashKeys', restore: 'certificates.restoreKeys' },
    { touches: ['certificates'], access: access.editors },
    {
      errors: ['NOT_FOUND', 'IN_USE'],
      doc: 'Moves trusted keys to the trash; the unit’s own stay (IN_USE).',
    },
    { doc: 'Takes trusted keys back from the trash.' },
  ),
  'certificates.setLayoutCode': command({
    input: z.strictObject({ layoutId, on: z.boolean() }),
    output: z.object({ on: z.boolean() }),
    errors: ['NOT_FOUND'],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Prints or leaves out the code on one layout.',
  }),
  'certificates.verify': query({
    input: z.strictObject({ text: z.string().max(4000) }),
    output: z.object({
      verdict: z.enum(VERDICTS),
      /** Of the key; null when it is not known. */
      owner: z.string().nullable(),
      code: z.string().nullable(),
      fingerprint: z.string().nullable(),
      retiredAt: z.string().nullable(),
      facts: facts.nullable(),
      record: z
        .object({
          state: z.enum(RECORD_STATES),
          decisionId: id.nullable(),
          /** The course of a certificate of attendance. */
          eventId: id.nullable(),
          differences: z.array(z.object({ field: z.enum(CHECKED), recorded: z.string().nullable() })),
        })
        .nullable(),
    }),
    access: access.everyone,
    doc: 'Reads a signed text as a scanner or phone gives it: its facts, whose signature it is, and what the own register says.',
  }),
  'certificates.proofPicture': query({
    input: z.strictObject({ token: z.string().max(200) }),
    output: z.object({ mime: z.string(), data: z.string() }),
    errors: ['FILE_TOKEN_UNKNOWN', 'FILE_TOO_LARGE', 'FILE_NOT_PICTURE'],
    access: access.everyone,
    doc: 'A PNG or JPEG the user opened, as base64, for the window to find the code in.',
  }),
} satisfies Operations;
