/** Training: topics, speakers, hours, certificates of attendance, who in office has not been trained. */
import { z } from 'zod';
import { EVENT_MODES } from '../domain/eventKinds';
import { FOLLOW_UP_STATES } from '../domain/followUps';
import { HOUR_UNITS, OFFICER_GROUPS, OFFICER_SHOWS, TRAINING_TYPES } from '../domain/training';
import { id, isoDate, longText, outgoingFile, requiredText, saved, text, version, year } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

const type = z.enum(TRAINING_TYPES);
const counted = z.object({ count: z.number() });
const eventId = id;

/** What a course taught. Hours in tenths of `hourUnit`; a topic's speaker is the place in `speakers`, from 0. */
export const trainingFields = {
  type: type.default('union_work'),
  hourUnit: z.enum(HOUR_UNITS).default('period'),
  /** Name on certificates; null takes the event's. */
  courseName: text(200).nullable().default(null),
  decisionNo: text(60).nullable().default(null),
  /** What the units were asked to do afterwards. */
  followUp: longText(3000).nullable().default(null),
  topics: z
    .array(
      z.strictObject({
        name: requiredText(300),
        tenths: z.int().min(1).max(10_000).nullable().default(null),
        material: text(300).nullable().default(null),
        speaker: z.int().min(0).max(99).nullable().default(null),
      }),
    )
    .max(60)
    .default([]),
  speakers: z
    .array(
      z.strictObject({
        memberId: id.nullable().default(null),
        name: requiredText(100),
        /** null takes, for a member, the post held on the event's day. */
        post: text(200).nullable().default(null),
      }),
    )
    .max(60)
    .default([]),
};

const certificateRow = z.object({
  memberId: id,
  fullName: z.string(),
  givenName: z.string(),
  department: z.string().nullable(),
  certificate: z
    .object({
      id,
      version,
      /** "12/2026/CN-CĐCS" */
      number: z.string(),
      issuedOn: z.string(),
      name: z.string(),
      post: z.string().nullable(),
      result: z.string().nullable(),
      printedAt: z.string().nullable(),
    })
    .nullable(),
  /** Has a certificate but is no longer among those who came. */
  left: z.boolean(),
});

const courseFilter = {
  year: year.nullable().default(null),
  type: type.nullable().default(null),
  /** Courses, or communication sessions. */
  kind: z.enum(['training', 'communication']).nullable().default(null),
};

const untrainedFilter = {
  asOf: isoDate.nullable().default(null),
  /** A committee as `committees` names it. */
  body: z.string().max(200).nullable().default(null),
};
const officerCounts = { officers: z.number(), trained: z.number() };

const draw = {
  eventId,
  /** None means all. */
  certificateIds: z.array(id).max(5000).default([]),
};

export const training = {
  'training.get': query({
    input: z.strictObject({ eventId }),
    output: z.object({
      /** 0 until something is recorded. */
      version: z.number(),
      fields: z.object(trainingFields),
      /** Sum of the topics’ hours, in tenths; null while none is known. */
      tenths: z.number().nullable(),
      /** People recorded as having come. */
      came: z.number(),
      certificates: z.number(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Programme of a course: topics, speakers under the posts held that day, hours, certificates.',
  }),
  'training.save': command({
    input: z.strictObject({ eventId, version: z.number().int().min(0), ...trainingFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Saves the whole programme of a course; a member’s post is kept as held on the event’s day.',
  }),
  'training.invite': command({
    input: z.strictObject({ eventId, groups: z.array(z.enum(OFFICER_GROUPS)).min(1).max(6) }),
    output: z.object({ changed: z.number(), eligible: z.number(), present: z.number() }),
    errors: ['NOT_FOUND', 'NOBODY_IN_POST'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Puts on the list those who held these posts on the event’s day.',
  }),
  'training.list': query({
    input: z.strictObject({ ...courseFilter }),
    output: z.object({
      rows: z.array(
        z.object({
          eventId,
          name: z.string(),
          kind: z.string(),
          type: type.nullable(),
          mode: z.enum(EVENT_MODES),
          startsOn: z.string(),
          endsOn: z.string().nullable(),
          topics: z.number(),
          tenths: z.number().nullable(),
          hourUnit: z.enum(HOUR_UNITS),
          /** null: not recorded. */
          turns: z.number().nullable(),
          certificates: z.number(),
        }),
      ),
      totals: z.object({
        events: z.number(),
        topics: z.number(),
        turns: z.number(),
        unrecorded: z.number(),
        /** Distinct members recorded by name. */
        people: z.number(),
        certificates: z.number(),
      }),
      quarters: z.array(z.object({ quarter: z.number(), events: z.number(), turns: z.number() })),
    }),
    access: access.everyone,
    doc: 'Courses and sessions with topics, hours, turns and certificates; by quarter.',
  }),
  'training.people': query({
    input: z.strictObject({ ...courseFilter }),
    output: z.object({
      rows: z.array(
        z.object({
          memberId: id,
          fullName: z.string(),
          givenName: z.string(),
          department: z.string().nullable(),
          courses: z.number(),
          certificates: z.number(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Members who came to courses of a type, with how many and how many certificates.',
  }),
  'training.untrained': query({
    input: z.strictObject({ ...untrainedFilter, show: z.enum(OFFICER_SHOWS).default('untrained') }),
    output: z.object({
      asOf: z.string(),
      /** Officers in post that day, each once. */
      ...officerCounts,
      /** By committee; key `groups` is for those who lead groups. Who is on two is in both. */
      committees: z.array(z.object({ key: z.string(), name: z.string().nullable(), ...officerCounts })),
      rows: z.array(
        z.object({
          memberId: id.nullable(),
          name: z.string(),
          givenName: z.string().nullable(),
          department: z.string().nullable(),
          posts: z.string(),
          trained: z.boolean(),
          /** Beginning of the posts held now. */
          since: z.string(),
          /** Last course, if any; before that day unless trained. */
          lastOn: z.string().nullable(),
          lastName: z.string().nullable(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Officers in post on a day who came to no course since their election, by committee.',
  }),
  'training.untrainedPaper': job({
    input: z.strictObject({ ...untrainedFilter, format: z.enum(['pdf', 'xlsx']).default('pdf') }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'Officers not trained since their election, by committee, as PDF or workbook.',
  }),
  'training.reports': query({
    input: z.strictObject({ eventId }),
    output: z.object({
      /** The direction given last, for its paper. */
      batch: z.string().nullable(),
      rows: z.array(
        z.object({
          unitId: id,
          unit: z.string(),
          came: z.number(),
          certificates: z.number(),
          /** What the unit was asked last, and what became of it; null while nothing was asked. */
          task: z
            .object({
              id,
              text: z.string(),
              dueOn: z.string().nullable(),
              state: z.enum(FOLLOW_UP_STATES),
              result: z.string().nullable(),
              overdue: z.boolean(),
            })
            .nullable(),
        }),
      ),
      asked: z.number(),
      reported: z.number(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Units whose people came to a course, with what they were asked to do afterwards and what they reported.',
  }),
  'training.askUnits': command({
    input: z.strictObject({ eventId, text: requiredText(2000), dueOn: isoDate.nullable().default(null) }),
    output: counted,
    errors: ['NOT_FOUND', 'NOBODY_CAME', 'DATE_ORDER'],
    touches: ['events'],
    access: access.editors,
    doc: 'Asks every unit whose people came to do something after the course; a unit already asked for the same is left out.',
  }),
  'training.certificates': query({
    input: z.strictObject({ eventId }),
    output: z.object({
      rows: z.array(certificateRow),
      came: z.number(),
      issued: z.number(),
      /** Numbers the next ones begin with. */
      next: z.string(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Those who came, each with the certificate of attendance given.',
  }),
  'training.issue': command({
    input: z.strictObject({
      eventId,
      /** None: everybody who came and has none. */
      memberIds: z.array(id).max(5000).default([]),
      issuedOn: isoDate,
      result: text(60).nullable().default(null),
    }),
    output: z.object({ count: z.number(), first: z.string(), last: z.string() }),
    errors: ['NOT_FOUND', 'NOBODY_CAME', 'DATE_ORDER'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Gives numbered certificates of attendance to those who came, in the order of the list.',
  }),
  ...trashing(
    { trash: 'training.trashCertificates', restore: 'training.restoreCertificates' },
    { touches: ['events', 'members'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Takes certificates back; their numbers stay used.' },
    { errors: ['DUPLICATE'], doc: 'Puts certificates in force again under their numbers.' },
  ),
  'training.printCertificates': job({
    input: z.strictObject({
      ...draw,
      output: z.enum(['one', 'each']).default('one'),
      acceptOverflow: z.boolean().default(false),
    }),
    output: z.object({ file: outgoingFile, pages: z.number() }),
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'TEXT_OVERFLOW', 'CANCELLED'],
    touches: ['events'],
    access: access.editors,
    doc: 'Certificates of attendance as PDF on the layout chosen for the course, one page each.',
  }),
  'training.annex': job({
    input: z.strictObject({ eventId }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'Annex of the certificates: topics, hours, speakers and who received which number, as PDF.',
  }),
} satisfies Operations;
