/**
 * The chain of an award: emulation registration and proposal rounds (đăng ký thi đua, đợt xét khen thưởng), lists handed
 * in by departments, the council (họp xét), draft decisions and their ceremony; domain.md 3.3 and 3.5.
 */
import { z } from 'zod';
import { COUNCIL_RESULTS, ROUND_KINDS, ROUND_PAPERS } from '../domain/proposals';
import { changedCount, counts, recipientKind } from './awardFields';
import { id, isoDate, outgoingFile, paging, saved, text, version, year } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import {
  attendee,
  councilVoteRow,
  meetingFields,
  proposalFields,
  proposalRow,
  readRow,
  roundFields,
  roundRow,
  unitState,
  voteChange,
  wholeVote,
} from './proposalFields';
import { trashing } from './trashing';

const touches = ['awards', 'dashboard'] as const;
const named = z.object({ id, name: z.string(), nameEn: z.string().nullable() });

export const proposals = {
  'proposals.rounds': query({
    input: z.strictObject({
      search: z.string().max(200).default(''),
      kind: z.enum(ROUND_KINDS).nullable().default(null),
      year: year.nullable().default(null),
      ...paging,
    }),
    output: z.object({ total: z.number(), rows: z.array(roundRow) }),
    access: access.everyone,
    doc: 'Rounds of registration and proposal, the latest first, with how many lists came in and what became of them.',
  }),
  'proposals.round': query({
    input: z.strictObject({ id }),
    output: z.object({
      round: roundRow,
      deletedAt: z.string().nullable(),
      forms: z.array(
        named.extend({
          forIndividual: z.boolean(),
          forCollective: z.boolean(),
          forHousehold: z.boolean(),
        }),
      ),
      units: z.array(
        z.object({
          orgUnitId: id,
          name: z.string(),
          handedOn: z.string().nullable(),
          fileName: z.string().nullable(),
          note: z.string().nullable(),
          /** Active members of it. */
          people: z.number(),
          proposals: z.number(),
        }),
      ),
      meetings: z.array(
        z.object({
          id,
          version,
          heldOn: z.string(),
          place: z.string().nullable(),
          called: z.number(),
          present: z.number(),
          considered: z.number(),
          approved: z.number(),
        }),
      ),
      decisions: z.array(
        z.object({
          id,
          number: z.string().nullable(),
          form: z.string(),
          formEn: z.string().nullable(),
          status: z.enum(['draft', 'issued']),
          counts,
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One round with its forms, who handed in, its council meetings and the decisions drafted from it.',
  }),
  'proposals.saveRound': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...roundFields,
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'IN_USE'],
    touches,
    access: access.editors,
    doc: 'Opens a round, or changes one when id is given; a department that handed in stays.',
  }),
  ...trashing(
    { trash: 'proposals.trashRounds', restore: 'proposals.restoreRounds' },
    { touches, access: access.editors },
    {
      errors: ['NOT_FOUND'],
      doc: 'Moves rounds to the trash with their proposals and meetings; decisions already drafted stay.',
    },
    { doc: 'Takes rounds back from the trash.' },
  ),
  'proposals.markUnits': command({
    input: z.strictObject({ roundId: id, rows: z.array(unitState).min(1).max(500) }),
    output: changedCount,
    errors: ['NOT_FOUND'],
    touches,
    access: access.editors,
    doc: 'Records that departments handed in their list, or have not; also one that proposes nobody.',
  }),
  'proposals.list': query({
    input: z.strictObject({
      roundId: id,
      search: z.string().max(200).default(''),
      kind: recipientKind.nullable().default(null),
      formId: id.nullable().default(null),
      fromUnitId: id.nullable().default(null),
      outcome: z
        .enum(['open', ...COUNCIL_RESULTS])
        .nullable()
        .default(null),
      offset: paging.offset,
      limit: z.int().min(1).max(1000).default(500),
    }),
    output: z.object({ total: z.number(), rows: z.array(proposalRow) }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Proposals of a round: collectives, households, people by given name, each with the council’s result and its decision.',
  }),
  'proposals.save': command({
    input: z.strictObject({ id, version, ...proposalFields }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND'],
    touches,
    access: access.editors,
    doc: 'Corrects one proposal.',
  }),
  ...trashing(
    { trash: 'proposals.trash', restore: 'proposals.restore' },
    { touches, access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves proposals to the trash.' },
    { doc: 'Takes proposals back from the trash.' },
  ),
  'proposals.formXlsx': job({
    input: z.strictObject({ roundId: id, orgUnitIds: z.array(id).max(500).default([]) }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The list to be filled in by departments as a workbook, one sheet each with its people; without ids, of all that have not handed in.',
  }),
  'proposals.readList': job({
    input: z.strictObject({
      roundId: id,
      token: z.string().max(200),
      /** Department the file is from, where it does not say so itself. */
      orgUnitId: id.nullable().default(null),
      /** For rows that name no form. */
      formId: id.nullable().default(null),
    }),
    output: z.object({
      fileName: z.string(),
      /** Departments the file says it is from. */
      orgUnitIds: z.array(id),
      /** Rows of the form left empty: nobody proposed there. */
      empty: z.number(),
      rows: z.array(readRow),
    }),
    errors: [
      'NOT_FOUND',
      'FILE_EMPTY',
      'FILE_BROKEN',
      'FILE_ENCRYPTED',
      'FILE_TOO_LARGE',
      'FILE_NOT_TABLE',
      'FILE_NO_PEOPLE',
      'CANCELLED',
    ],
    access: access.everyone,
    doc: 'Reads a list a department handed in: each row with whom and which form it means, or what has to be chosen. Nothing is recorded yet.',
  }),
  'proposals.takeIn': command({
    input: z.strictObject({
      roundId: id,
      fileName: text(200).nullable().default(null),
      /** Departments that have handed in with this. */
      orgUnitIds: z.array(id).max(500).default([]),
      rows: z
        .array(z.strictObject({ ...proposalFields, name: text(200).nullable().default(null) }))
        .max(5000),
    }),
    output: z.object({ ids: z.array(id), skipped: z.number() }),
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
    touches,
    access: access.editors,
    doc: 'Records proposals, typed or read from a list; somebody already proposed for the same form is skipped.',
  }),
  'proposals.takeBack': command({
    input: z.strictObject({
      roundId: id,
      trash: z.array(id).max(5000).default([]),
      restore: z.array(id).max(5000).default([]),
      units: z.array(unitState).max(500).default([]),
    }),
    output: changedCount,
    errors: ['NOT_FOUND'],
    touches,
    access: access.editors,
    doc: 'Puts proposals and the state of departments back as they were before a list was taken in.',
  }),
  'proposals.meetingDefaults': query({
    input: z.strictObject({ roundId: id, heldOn: isoDate }),
    output: z.object({
      place: z.string().nullable(),
      chairName: z.string().nullable(),
      chairPost: z.string().nullable(),
      secretaryName: z.string().nullable(),
      threshold: z.number(),
      attendees: z.array(z.object(attendee)),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'What a meeting on a day is proposed with: the committee in post that day, its chair, the threshold used last.',
  }),
  'proposals.meeting': query({
    input: z.strictObject({ id }),
    output: z.object({
      id,
      version,
      roundId: id,
      deletedAt: z.string().nullable(),
      fields: z.object(meetingFields),
      attendees: z.array(z.object(attendee)),
      present: z.number(),
      called: z.number(),
      rows: z.array(councilVoteRow),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One council meeting: who was there, and the votes on every proposal of the round.',
  }),
  'proposals.saveMeeting': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      roundId: id,
      ...meetingFields,
      attendees: z.array(z.strictObject(attendee)).max(200),
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND'],
    touches,
    access: access.editors,
    doc: 'Records a council meeting with who was present and absent.',
  }),
  ...trashing(
    { trash: 'proposals.trashMeetings', restore: 'proposals.restoreMeetings' },
    { touches, access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves council meetings to the trash with their votes.' },
    { doc: 'Takes council meetings back from the trash.' },
  ),
  'proposals.vote': command({
    input: z.strictObject({ meetingId: id, rows: z.array(voteChange).min(1).max(5000) }),
    output: changedCount,
    errors: ['NOT_FOUND', 'INVALID_INPUT', 'VOTES_MORE', 'REASON_REQUIRED'],
    touches,
    access: access.editors,
    doc: 'Records votes and results; without a result the threshold decides it. A result against the threshold, or another form, needs a reason.',
  }),
  'proposals.putVotes': command({
    input: z.strictObject({ meetingId: id, rows: z.array(wholeVote).min(1).max(5000) }),
    output: changedCount,
    errors: ['NOT_FOUND'],
    touches,
    access: access.editors,
    doc: 'Puts votes back exactly as they were.',
  }),
  'proposals.makeDecisions': command({
    input: z.strictObject({ roundId: id }),
    output: z.object({
      added: z.number(),
      decisions: z.array(z.object({ id, form: z.string(), created: z.boolean(), added: z.number() })),
    }),
    errors: ['NOT_FOUND', 'NOTHING_APPROVED'],
    touches: ['awards', 'certificates', 'dashboard'],
    access: access.editors,
    doc: 'Puts approved proposals that are in no decision yet into one draft for each form, in ceremony order.',
  }),
  'proposals.dropDecisions': command({
    input: z.strictObject({
      roundId: id,
      decisionIds: z.array(id).max(100).default([]),
      recipientIds: z.array(id).max(5000).default([]),
    }),
    output: changedCount,
    errors: ['NOT_FOUND', 'CLOSED'],
    touches: ['awards', 'certificates', 'dashboard'],
    access: access.editors,
    doc: 'Takes back what drafting decisions from a round made, while they are drafts.',
  }),
  'proposals.ofDecision': query({
    input: z.strictObject({ decisionId: id }),
    output: z.object({
      round: z.object({ id, name: z.string() }).nullable(),
      event: z.object({ id, name: z.string(), startsOn: z.string().nullable() }).nullable(),
      proposals: z.number(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'The round a decision was drafted from and the event it is handed over at.',
  }),
  'proposals.ofEvent': query({
    input: z.strictObject({ eventId: id }),
    output: z.object({
      rows: z.array(
        z.object({
          id,
          /** null until it is issued. */
          number: z.string().nullable(),
          form: z.string(),
          formEn: z.string().nullable(),
          status: z.enum(['draft', 'issued']),
          recipients: z.number(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Decisions that are handed over at an event.',
  }),
  'proposals.setCeremony': command({
    input: z.strictObject({ decisionId: id, eventId: id.nullable() }),
    output: changedCount,
    errors: ['NOT_FOUND'],
    touches: ['awards', 'events'],
    access: access.editors,
    doc: 'Says at which event a decision is handed over, or that it is not known.',
  }),
  'proposals.paperDocx': job({
    input: z.strictObject({
      roundId: id,
      paper: z.enum(ROUND_PAPERS),
      meetingId: id.nullable().default(null),
      orgUnitId: id.nullable().default(null),
      proposalIds: z.array(id).max(500).default([]),
    }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'A paper of the chain from its Word template in use.',
  }),
  'proposals.paperPdf': job({
    input: z.strictObject({
      roundId: id,
      paper: z.enum(ROUND_PAPERS),
      meetingId: id.nullable().default(null),
      orgUnitId: id.nullable().default(null),
      proposalIds: z.array(id).max(500).default([]),
    }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'A paper of the chain as PDF, after the built-in template.',
  }),
} satisfies Operations;
