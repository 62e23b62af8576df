/** Follow-ups of what leaders asked for: owner, deadline, result (cases.md rows 6, 44, 50). */
import { z } from 'zod';
import { FOLLOW_UP_SHOWS, FOLLOW_UP_STATES } from '../domain/followUps';
import { id, isoDate, longText, outgoingFile, paging, saved, text, version } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

const state = z.enum(FOLLOW_UP_STATES);

/** Who is to do it: a member, a part of the organisation, or somebody outside by name. Exactly one. */
const owner = z.strictObject({
  memberId: id.nullable().default(null),
  unitId: id.nullable().default(null),
  name: text(200).nullable().default(null),
});

/** What was asked, by whom, of what meeting, until when. */
const direction = {
  eventId: id.nullable().default(null),
  text: z
    .string()
    .transform((value) => value.normalize('NFC').trim())
    .pipe(z.string().min(1).max(2000)),
  saidBy: text(120).nullable().default(null),
  saidTitle: text(200).nullable().default(null),
  saidOn: isoDate.nullable().default(null),
  dueOn: isoDate.nullable().default(null),
};
const report = {
  state,
  result: longText(3000).nullable().default(null),
  /** Left out of something done: today. */
  doneOn: isoDate.nullable().default(null),
};

const row = z.object({
  id,
  version,
  batch: z.string(),
  /** How many units the same direction was given to, and how many of them have reported. */
  inBatch: z.number(),
  reportedInBatch: z.number(),
  eventId: id.nullable(),
  eventName: z.string().nullable(),
  text: z.string(),
  saidBy: z.string().nullable(),
  saidTitle: z.string().nullable(),
  saidOn: z.string().nullable(),
  ownerMemberId: id.nullable(),
  ownerUnitId: id.nullable(),
  owner: z.string(),
  dueOn: z.string().nullable(),
  state,
  result: z.string().nullable(),
  doneOn: z.string().nullable(),
  overdue: z.boolean(),
  /** Files attached as evidence. */
  evidence: z.number(),
});

export const followUpFilter = {
  search: z.string().max(200).default(''),
  show: z.enum(FOLLOW_UP_SHOWS).default('all'),
  eventId: id.nullable().default(null),
  memberId: id.nullable().default(null),
  unitId: id.nullable().default(null),
  /** An owner by name as `events.followUpOwners` gives it. */
  owner: z.string().max(200).nullable().default(null),
  batch: z.string().max(60).nullable().default(null),
  /** One follow-up. */
  id: id.nullable().default(null),
};

export const followUps = {
  'events.followUps': query({
    input: z.strictObject({ ...followUpFilter, ...paging }),
    output: z.object({
      total: z.number(),
      /** Of all that meet the other conditions. */
      waiting: z.number(),
      overdue: z.number(),
      done: z.number(),
      rows: z.array(row),
    }),
    access: access.everyone,
    doc: 'Follow-ups, overdue first, then by deadline.',
  }),
  'events.followUpOwners': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(z.object({ name: z.string(), waiting: z.number(), all: z.number() })) }),
    access: access.everyone,
    doc: 'Who has follow-ups, with how many still wait.',
  }),
  'events.followUpsPaper': job({
    input: z.strictObject(followUpFilter),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'PDF of the follow-ups shown; of one direction, the units that have not reported first.',
  }),
  'events.createFollowUps': command({
    input: z.strictObject({ ...direction, owners: z.array(owner).min(1).max(1000) }),
    output: z.object({ ids: z.array(id), batch: z.string() }),
    errors: ['NOT_FOUND', 'FOLLOW_UP_OWNER', 'DATE_ORDER'],
    touches: ['events'],
    access: access.editors,
    doc: 'Records what was asked, once for each owner: one person, or many units at once.',
  }),
  'events.updateFollowUp': command({
    input: z.strictObject({ id, version, ...direction, owner, ...report }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'FOLLOW_UP_OWNER', 'FOLLOW_UP_DONE_ON', 'DATE_ORDER'],
    touches: ['events'],
    access: access.editors,
    doc: 'Saves a follow-up, its state and result.',
  }),
  'events.reportFollowUp': command({
    input: z.strictObject({ id, version, ...report }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'FOLLOW_UP_DONE_ON'],
    touches: ['events'],
    access: access.editors,
    doc: 'What has become of a follow-up: its state, result and day.',
  }),
  ...trashing(
    { trash: 'events.trashFollowUps', restore: 'events.restoreFollowUps' },
    { touches: ['events'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves follow-ups to the trash.' },
    { doc: 'Takes follow-ups back from the trash.' },
  ),
} satisfies Operations;
