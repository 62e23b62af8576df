/** Duplicates: proposed with reasons, merged field by field, taken apart again. */
import { z } from 'zod';
import { DUPLICATE_REASONS } from '../domain/duplicates';
import { id, paging, version } from './fields';
import { access, command, job, type Operations, query } from './kernel';

const person = z.object({
  id,
  fullName: z.string(),
  givenName: z.string(),
  birthDate: z.string().nullable(),
  department: z.string().nullable(),
  jobTitle: z.string().nullable(),
  cardNo: z.string().nullable(),
  status: z.string(),
});
const pair = z.object({
  first: person,
  second: person,
  /** 0–100. */
  score: z.number(),
  reasons: z.array(z.enum(DUPLICATE_REASONS)),
});

const scalar = z.union([z.string(), z.number(), z.boolean()]).nullable();
/** Which record a field is taken from; `both` writes the two texts one after the other. */
export const MERGE_SOURCES = ['kept', 'gone', 'both'] as const;
const source = z.enum(MERGE_SOURCES);

export const memberMerge = {
  'members.findDuplicates': job({
    input: z.strictObject({ limit: z.int().min(1).max(1000).default(300) }),
    output: z.object({
      total: z.number(),
      rows: z.array(pair),
    }),
    errors: ['CANCELLED'],
    access: { roles: access.everyone.roles, sensitive: ['identity'] },
    doc: 'Pairs of records that may be one person, best first, with the reasons: name without tones, birth date, numbers. Pairs settled as two people are left out.',
  }),
  'members.comparePair': query({
    input: z.strictObject({ keptId: id, goneId: id }),
    output: z.object({
      kept: person.extend({ version }),
      gone: person.extend({ version }),
      score: z.number(),
      reasons: z.array(z.enum(DUPLICATE_REASONS)),
      /** Settled earlier as two people. */
      distinct: z.boolean(),
      /** Fields that either record has. The value of a private field stays in the core: only whether there is one. */
      fields: z.array(
        z.object({
          field: z.string(),
          kept: scalar,
          gone: scalar,
          /** As shown: names instead of ids. */
          keptText: z.string().nullable(),
          goneText: z.string().nullable(),
          /** Whether there is a value, for private fields too. */
          keptHas: z.boolean(),
          goneHas: z.boolean(),
          /** The label of a field of the unit's own; null for the others. */
          label: z.string().nullable(),
          private: z.boolean(),
          same: z.boolean(),
          proposed: source,
          /** Both texts can be written one after the other. */
          joinable: z.boolean(),
        }),
      ),
      /** Linked records by kind. */
      linked: z.array(z.object({ entity: z.string(), kept: z.number(), gone: z.number() })),
      /** Marriages in force when both records have one with somebody else: the household must be chosen. */
      marriages: z.array(z.object({ id, owner: z.enum(['kept', 'gone']), spouse: z.string() })),
    }),
    errors: ['NOT_FOUND', 'MERGE_SELF', 'MERGE_MARRIED'],
    access: { roles: access.everyone.roles, sensitive: ['identity'] },
    doc: 'Two records beside each other: every field with a proposal, what is linked to each, and what must be chosen before they are merged.',
  }),
  'members.merge': command({
    input: z.strictObject({
      keptId: id,
      keptVersion: version,
      goneId: id,
      goneVersion: version,
      /** Fields not named keep the kept record's value, or take the other's when it has none. */
      choices: z
        .array(z.strictObject({ field: z.string().max(60), from: source }))
        .max(200)
        .default([]),
      /** The marriage of the household kept, when both records have one. */
      marriageId: id.nullable().default(null),
    }),
    output: z.object({
      mergeId: id,
      id,
      version,
      moved: z.array(z.object({ entity: z.string(), count: z.number() })),
    }),
    errors: [
      'NOT_FOUND',
      'VERSION_CONFLICT',
      'MERGE_SELF',
      'MERGE_MARRIED',
      'MERGE_HOUSEHOLD',
      'CARD_TAKEN',
      'ID_TAKEN',
    ],
    touches: ['members', 'organisation', 'events', 'awards', 'review'],
    access: access.editors,
    doc: 'Makes one record of two: chosen values, and everything linked to either. Can be taken apart later.',
  }),
  'members.unmergePreview': query({
    input: z.strictObject({ mergeId: id }),
    output: z.object({
      mergeId: id,
      kept: person,
      gone: z.object({ id, fullName: z.string(), birthDate: z.string().nullable() }),
      at: z.string(),
      actor: z.string(),
      /** Why it cannot be taken apart now; null when it can. */
      blocked: z.enum(['keptInTrash', 'mergedFurther', 'cardTaken', 'idTaken']).nullable(),
      blockedBy: z.string().nullable(),
      /** Fields changed since the merge: they stay with the kept record as they are. */
      staying: z.array(z.string()),
      /** Linked records that go back to the other record. */
      returning: z.array(z.object({ entity: z.string(), count: z.number() })),
      /** Linked records written since the merge: they stay with the kept record. */
      addedSince: z.array(z.object({ entity: z.string(), count: z.number() })),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'What taking a merge apart would do: what goes back, what stays and why, or what stands in the way.',
  }),
  'members.unmerge': command({
    input: z.strictObject({ mergeId: id }),
    output: z.object({
      keptId: id,
      goneId: id,
      staying: z.array(z.string()),
      /** Linked records that could not go back. */
      lost: z.array(z.object({ entity: z.string(), count: z.number() })),
    }),
    errors: ['NOT_FOUND', 'UNMERGE_BLOCKED', 'CARD_TAKEN', 'ID_TAKEN'],
    touches: ['members', 'organisation', 'events', 'awards', 'review'],
    access: access.editors,
    doc: 'Takes a merge apart: the other record is back with its own values and links; what was written since stays with the kept one.',
  }),
  'members.merges': query({
    input: z.strictObject({
      /** Only merges this member is a part of. */
      memberId: id.nullable().default(null),
      ...paging,
    }),
    output: z.object({
      total: z.number(),
      rows: z.array(
        z.object({
          id,
          keptId: id,
          goneId: id,
          kept: z.string(),
          gone: z.string(),
          goneBirthDate: z.string().nullable(),
          at: z.string(),
          actor: z.string(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Merges in force, newest first; each can be taken apart.',
  }),
  'members.setDistinct': command({
    input: z.strictObject({
      pairs: z
        .array(z.strictObject({ firstId: id, secondId: id }))
        .min(1)
        .max(1000),
      /** False forgets it: the pair may be proposed again. */
      distinct: z.boolean().default(true),
    }),
    output: z.object({ count: z.number() }),
    errors: ['NOT_FOUND', 'MERGE_SELF'],
    touches: ['members'],
    access: access.editors,
    doc: 'Remembers that two records are two people, so that they are not proposed again.',
  }),
  'members.distinctPairs': query({
    input: z.strictObject({ ...paging }),
    output: z.object({
      total: z.number(),
      rows: z.array(z.object({ first: person, second: person, at: z.string() })),
    }),
    access: access.everyone,
    doc: 'Pairs settled as two people, newest first.',
  }),
} satisfies Operations;
