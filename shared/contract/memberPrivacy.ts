/** Sensitive fields of members: switched on with a purpose, shown on demand; the picture; the unit’s own extra fields (cases.md section 4). */
import { z } from 'zod';
import { EXTRA_KINDS, MASKED_FIELDS, SENSITIVE_FIELD_GROUPS } from '../domain/privateFields';
import { id, ids, requiredText, saved, text, version } from './fields';
import { access, command, type Operations, query } from './kernel';
import { trashing } from './trashing';

const group = z.enum(SENSITIVE_FIELD_GROUPS);
const masked = z.enum(MASKED_FIELDS);
const counted = z.object({ count: z.number() });
const all = ['identity', 'politics', 'health', 'money'] as const;

/** Largest picture kept, in bytes; what is sent is its base64. */
export const MAX_PHOTO_BYTES = 300 * 1024;
const base64 = z
  .string()
  .min(1)
  .max(Math.ceil((MAX_PHOTO_BYTES * 4) / 3) + 8)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** Values of the unit's own fields by field id; null clears, a field that is left out stays as it is. */
export const extraValues = z.record(
  z.string().regex(/^[1-9]\d{0,9}$/),
  z.union([z.string().max(1000), z.number(), z.null()]),
);

const extraField = z.object({
  id,
  version,
  label: z.string(),
  kind: z.enum(EXTRA_KINDS),
  choices: z.array(z.string()),
  /** Members that have a value, those in the trash too; null when it was not asked for. */
  used: z.number().nullable(),
});

export const memberPrivacy = {
  'members.sensitive': query({
    input: z.strictObject({
      /** Also counts who has something stored. */ counts: z.boolean().default(false),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          group,
          enabled: z.boolean(),
          purpose: z.string().nullable(),
          /** Day of the last switching, ISO. */
          since: z.string().nullable(),
          /** Members with something stored, shown or not; null when it was not asked for. */
          stored: z.number().nullable(),
          history: z.array(
            z.object({
              at: z.string(),
              enabled: z.boolean(),
              purpose: z.string().nullable(),
              actor: z.string(),
            }),
          ),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Which groups of sensitive fields are in use, since when and what for; nothing is until it is switched on.',
  }),
  'members.setSensitive': command({
    input: z.strictObject({ group, enabled: z.boolean(), purpose: text(300).nullable().default(null) }),
    output: z.object({ enabled: z.boolean() }),
    errors: ['PURPOSE_REQUIRED'],
    touches: ['members', 'dashboard', 'review', 'settings'],
    access: access.chair,
    doc: 'Switches a group of sensitive fields on, with a purpose, or off; stored values stay but are not shown.',
  }),
  'members.reveal': command({
    input: z.strictObject({ id, fields: z.array(masked).min(1).max(MASKED_FIELDS.length) }),
    output: z.object({
      values: z.partialRecord(masked, z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
    errors: ['NOT_FOUND', 'FIELD_OFF', 'CONSENT_WITHDRAWN'],
    access: { roles: access.editors.roles, sensitive: all },
    doc: 'Shows masked fields of one member; who looked at which fields is written to the change log.',
  }),
  'members.photo': query({
    input: z.strictObject({ id }),
    output: z.object({
      photo: z
        .object({ id, mime: z.string(), data: z.string(), width: z.number(), height: z.number() })
        .nullable(),
    }),
    access: access.everyone,
    doc: 'The picture of a member (2 × 3) as base64, or null.',
  }),
  'members.pickedPhoto': query({
    input: z.strictObject({ token: z.string().min(1).max(100) }),
    output: z.object({ mime: z.string(), data: z.string() }),
    errors: ['FILE_TOKEN_UNKNOWN', 'FILE_TOO_LARGE', 'FILE_NOT_PICTURE'],
    access: access.editors,
    doc: 'A picked JPEG or PNG up to 12 MB as base64, so that the screen can cut it to 2 × 3 and make it small.',
  }),
  'members.setPhoto': command({
    input: z.strictObject({ id, data: base64 }),
    output: z.object({ id }),
    errors: ['NOT_FOUND', 'FILE_NOT_PICTURE', 'FILE_TOO_LARGE'],
    touches: ['members'],
    access: access.editors,
    doc: 'Keeps a JPEG or PNG up to 300 KB as the picture of a member; the one before goes to the trash.',
  }),
  ...trashing(
    { trash: 'members.trashPhotos', restore: 'members.restorePhotos' },
    { touches: ['members'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves pictures to the trash.' },
    {
      errors: ['NOT_FOUND'],
      doc: 'Takes pictures back from the trash; one that took their place goes there.',
    },
  ),
  'members.extraFields': query({
    input: z.strictObject({ /** Also counts who has a value. */ counts: z.boolean().default(false) }),
    output: z.object({ rows: z.array(extraField) }),
    access: access.everyone,
    doc: 'The fields the unit added itself, in their order.',
  }),
  'members.saveExtraField': command({
    input: z.strictObject({
      /** Null adds a field. */
      id: id.nullable().default(null),
      version: version.default(0),
      label: requiredText(60),
      kind: z.enum(EXTRA_KINDS),
      choices: z.array(requiredText(80)).max(60).default([]),
      /** Choices under a new name: values and saved filters that have the old one follow. */
      renamed: z
        .array(z.strictObject({ from: requiredText(80), to: requiredText(80) }))
        .max(60)
        .default([]),
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DUPLICATE', 'IN_USE', 'CHOICES_REQUIRED'],
    touches: ['members'],
    access: access.editors,
    doc: 'Adds or changes a field of the unit: text, number, date or a choice. The kind of one in use stays.',
  }),
  'members.orderExtraFields': command({
    input: z.strictObject({ ids }),
    output: counted,
    errors: ['NOT_FOUND'],
    touches: ['members'],
    access: access.editors,
    doc: 'Puts the fields of the unit in order.',
  }),
  ...trashing(
    { trash: 'members.trashExtraFields', restore: 'members.restoreExtraFields' },
    { touches: ['members'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves fields of the unit to the trash; their values stay with them.' },
    { errors: ['NOT_FOUND', 'DUPLICATE'], doc: 'Takes fields of the unit back with their values.' },
  ),
} satisfies Operations;
