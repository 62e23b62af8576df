/** Inspection and supervision, and women's work: plans, sessions, findings until they are mended, papers (cases.md row 21). */
import { z } from 'zod';
import {
  FINDING_SHOWS,
  INSPECTION_KINDS,
  INSPECTION_PAPERS,
  INSPECTION_TOPICS,
  ITEM_STATES,
  TEAM_PARTS,
  WORK_LINES,
} from '../domain/inspection';
import {
  count,
  id,
  isoDate,
  longText,
  outgoingFile,
  paging,
  partialDate,
  requiredText,
  saved,
  text,
  version,
  year,
} from './fields';
import { type Access, access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

const touches = ['inspection', 'dashboard'] as const;
/** The inspection committee keeps its own papers. */
const keepers: Access = { roles: ['chair', 'inspector', 'clerk'] };
const kind = z.enum(INSPECTION_KINDS);
const topic = z.enum(INSPECTION_TOPICS);
const search = z.string().max(200).default('');
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .nullable()
  .default(null);

/** Whom or what it is about: a part of the organisation or another body by name; a fund. */
const subject = {
  orgUnitId: id.nullable().default(null),
  subjectName: text(200).nullable().default(null),
  fundId: id.nullable().default(null),
};
const planFields = {
  approvedOn: isoDate.nullable().default(null),
  /** One a line. */
  legalBasis: longText(3000).nullable().default(null),
  purpose: longText(3000).nullable().default(null),
  shortcomings: longText(3000).nullable().default(null),
  directions: longText(3000).nullable().default(null),
};
const itemFields = {
  topic,
  title: requiredText(300),
  ...subject,
  /** Who leads it: a member, or somebody by name. */
  memberId: id.nullable().default(null),
  personName: text(100).nullable().default(null),
  month: z.int().min(1).max(12).nullable().default(null),
  legalBasis: text(500).nullable().default(null),
  note: longText(1000).nullable().default(null),
};
const attendee = z.strictObject({
  /** Exactly one of memberId and name. */
  memberId: id.nullable().default(null),
  name: text(100).nullable().default(null),
  post: text(120).nullable().default(null),
  part: z.enum(TEAM_PARTS).default('member'),
  present: z.boolean().default(true),
});
const sessionFields = {
  kind,
  itemId: id.nullable().default(null),
  eventId: id.nullable().default(null),
  topic,
  title: requiredText(300),
  heldOn: isoDate,
  startsAt: clock,
  endsAt: clock,
  place: text(200).nullable().default(null),
  ...subject,
  /** What time is looked at. */
  scope: text(200).nullable().default(null),
  legalBasis: longText(3000).nullable().default(null),
  others: longText(2000).nullable().default(null),
  people: count.nullable().default(null),
  content: longText(10_000).nullable().default(null),
  strengths: longText(5000).nullable().default(null),
  conclusion: longText(5000).nullable().default(null),
};
const findingFields = {
  sessionId: id,
  text: requiredText(1000),
  recommendation: longText(2000).nullable().default(null),
  /** Who mends it: at most one of the three. */
  ownerMemberId: id.nullable().default(null),
  ownerUnitId: id.nullable().default(null),
  ownerName: text(200).nullable().default(null),
  dueOn: isoDate.nullable().default(null),
  mendedOn: isoDate.nullable().default(null),
  result: longText(2000).nullable().default(null),
};
const key = { id: id.nullable().default(null), version: version.nullable().default(null) };

const names = { subject: z.string().nullable(), fund: z.string().nullable() };
const itemRow = z.object({
  id,
  version,
  planId: id,
  kind,
  year: z.number(),
  ...itemFields,
  title: z.string(),
  ...names,
  person: z.string().nullable(),
  state: z.enum(ITEM_STATES),
  /** Sessions held under it, in the order of their days. */
  held: z.array(z.object({ id, heldOn: z.string() })),
});
const sessionRow = z.object({
  id,
  version,
  kind,
  topic,
  title: z.string(),
  heldOn: z.string(),
  place: z.string().nullable(),
  ...names,
  itemId: id.nullable(),
  eventId: id.nullable(),
  team: z.number(),
  present: z.number(),
  findings: z.number(),
  open: z.number(),
  overdue: z.number(),
  files: z.number(),
});
const findingRow = z.object({
  id,
  version,
  kind,
  ...findingFields,
  text: z.string(),
  session: z.string(),
  heldOn: z.string(),
  owner: z.string().nullable(),
  /** Days past the day asked for while it waits. */
  late: z.number().nullable(),
  files: z.number(),
});
const figures = z.object({
  ...{ planned: z.number(), plannedDone: z.number(), plannedLate: z.number() },
  sessions: z.number(),
  /** Events of inspection no session is linked to; figures and reports count them too. */
  unlinked: z.number(),
  meetings: z.number(),
  outsidePlan: z.number(),
  ...{ findings: z.number(), mended: z.number(), open: z.number(), overdue: z.number() },
  files: z.number(),
});
const line = z.object({
  line: z.enum(WORK_LINES),
  /** Symbol and day of the plan; of finance, of the estimate (dự toán). */
  plan: z.object({
    made: z.boolean(),
    code: z.string().nullable(),
    on: z.string().nullable(),
    count: z.number(),
  }),
  done: z.object({ planned: z.number(), held: z.number(), other: z.number() }),
  /** Minutes, conclusions and files; of finance, vouchers with their papers. */
  evidence: z.object({ files: z.number(), papers: z.number(), of: z.number() }),
  open: z.number(),
  overdue: z.number(),
  /** Each of the three is there. */
  complete: z.boolean(),
  /** What the figures of finance come from. */
  money: z
    .object({
      funds: z.number(),
      estimated: z.number(),
      spent: z.number(),
      vouchers: z.number(),
      closedTo: z.string().nullable(),
    })
    .nullable(),
});
const paperInput = z.strictObject({
  kind,
  paper: z.enum(INSPECTION_PAPERS),
  year: year.nullable().default(null),
  sessionId: id.nullable().default(null),
});

export const inspection = {
  'inspection.plan': query({
    input: z.strictObject({ kind, year }),
    output: z.object({
      plan: z
        .object({ id, version, ...planFields, code: z.string().nullable(), files: z.number() })
        .nullable(),
      items: z.array(itemRow),
      figures,
      /** The year before has a plan that can be taken over. */
      before: z.number().nullable(),
    }),
    access: access.everyone,
    doc: 'The plan of a line of work for a year: its sessions by month with what was held of each, and the figures of the year.',
  }),
  'inspection.savePlan': command({
    input: z.strictObject({ ...key, kind, year, ...planFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'INSPECTION_PLAN'],
    touches,
    access: keepers,
    doc: 'Makes the plan of a year, one for each line of work, or changes what it says.',
  }),
  'inspection.copyPlan': command({
    input: z.strictObject({ kind, from: year, to: year }),
    output: saved.extend({ count: z.number() }),
    errors: ['NOT_FOUND', 'INSPECTION_PLAN'],
    touches,
    access: keepers,
    doc: 'Makes the plan of a year from another year’s: the same sessions in the same months, leaders who are members still.',
  }),
  ...trashing(
    { trash: 'inspection.trashPlans', restore: 'inspection.restorePlans' },
    { touches, access: keepers },
    { errors: ['NOT_FOUND'], doc: 'Moves plans to the trash; their sessions are out of sight with them.' },
    {
      errors: ['INSPECTION_PLAN'],
      doc: 'Takes plans back from the trash, unless the year has another plan by now.',
    },
  ),
  'inspection.saveItem': command({
    input: z.strictObject({ ...key, planId: id, ...itemFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'INSPECTION_TOPIC'],
    touches,
    access: keepers,
    doc: 'Plans a session, or changes one: what, whom or which fund it is about, who leads it, in which month.',
  }),
  ...trashing(
    { trash: 'inspection.trashItems', restore: 'inspection.restoreItems' },
    { touches, access: keepers },
    { errors: ['NOT_FOUND'], doc: 'Moves planned sessions to the trash; what was held stays.' },
    { doc: 'Takes planned sessions back from the trash.' },
  ),
  'inspection.sessions': query({
    input: z.strictObject({
      kind,
      search,
      year: year.nullable().default(null),
      topic: topic.nullable().default(null),
      itemId: id.nullable().default(null),
      eventId: id.nullable().default(null),
      ...paging,
    }),
    output: z.object({ total: z.number(), rows: z.array(sessionRow) }),
    access: access.everyone,
    doc: 'Sessions held, the latest first, with how many of the team came and what was found.',
  }),
  'inspection.session': query({
    input: z.strictObject({ id }),
    output: z.object({
      id,
      version,
      deletedAt: z.string().nullable(),
      fields: z.object({ ...sessionFields, title: z.string() }),
      ...names,
      event: z.string().nullable(),
      /** People who took part in the event, when it is recorded. */
      eventPeople: z.number().nullable(),
      item: z.object({ id, title: z.string(), year: z.number() }).nullable(),
      attendees: z.array(attendee.extend({ shown: z.string() })),
      findings: z.array(findingRow),
      /** What the fund held at the end of that day. */
      balance: z.object({ cash: z.number(), bank: z.number() }).nullable(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One session with its team, what was found, and what the fund it names held at the end of that day.',
  }),
  'inspection.sessionDefaults': query({
    input: z.strictObject({ kind, heldOn: partialDate, itemId: id.nullable().default(null) }),
    output: z.object({
      topic,
      title: z.string().nullable(),
      place: z.string().nullable(),
      orgUnitId: id.nullable(),
      subjectName: z.string().nullable(),
      fundId: id.nullable(),
      legalBasis: z.string().nullable(),
      attendees: z.array(attendee.extend({ shown: z.string() })),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'What a new session begins with: the committee in post that day, and what its plan says.',
  }),
  'inspection.saveSession': command({
    input: z.strictObject({ ...key, ...sessionFields, attendees: z.array(attendee).max(100).default([]) }),
    output: saved,
    errors: [
      'NOT_FOUND',
      'VERSION_CONFLICT',
      'INSPECTION_TOPIC',
      'INSPECTION_PERSON',
      'INSPECTION_FUTURE',
      'DATE_ORDER',
    ],
    touches,
    access: keepers,
    doc: 'Records a session that was held with its team and its minutes, or changes one.',
  }),
  ...trashing(
    { trash: 'inspection.trashSessions', restore: 'inspection.restoreSessions' },
    { touches, access: keepers },
    { errors: ['NOT_FOUND'], doc: 'Moves sessions to the trash; what they found is out of sight with them.' },
    { doc: 'Takes sessions back from the trash.' },
  ),
  'inspection.findings': query({
    input: z.strictObject({
      kind: kind.nullable().default(null),
      show: z.enum(FINDING_SHOWS).default('all'),
      search,
      /** Year of the session. */
      year: year.nullable().default(null),
      sessionId: id.nullable().default(null),
      ...paging,
    }),
    output: z.object({
      total: z.number(),
      open: z.number(),
      overdue: z.number(),
      rows: z.array(findingRow),
    }),
    access: access.everyone,
    doc: 'What was found and recommended: what is overdue first, then what waits, then what was mended.',
  }),
  'inspection.saveFinding': command({
    input: z.strictObject({ ...key, ...findingFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'INSPECTION_OWNER', 'DATE_ORDER', 'INSPECTION_FUTURE'],
    touches,
    access: keepers,
    doc: 'Records what a session found, what it recommends, who mends it until when; and when it was mended, with the result.',
  }),
  ...trashing(
    { trash: 'inspection.trashFindings', restore: 'inspection.restoreFindings' },
    { touches, access: keepers },
    { errors: ['NOT_FOUND'], doc: 'Moves findings to the trash.' },
    { doc: 'Takes findings back from the trash.' },
  ),
  'inspection.place': query({
    input: z.strictObject({ planId: id.nullable().default(null), itemId: id.nullable().default(null) }),
    output: z.object({ kind, year: z.number() }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'The line of work and the year a plan, or a planned session, belongs to.',
  }),
  'inspection.years': query({
    input: z.strictObject({ kind }),
    output: z.object({ years: z.array(z.number()) }),
    access: access.everyone,
    doc: 'Years that have a plan or a session, the latest first.',
  }),
  'inspection.lines': query({
    input: z.strictObject({ year }),
    output: z.object({ rows: z.array(line) }),
    access: access.everyone,
    doc: 'The three lines of work of a year, inspection, women’s work and finance: each with its plan, what was done and the evidence.',
  }),
  'inspection.linesPaper': job({
    input: z.strictObject({ year }),
    output: outgoingFile,
    errors: ['CANCELLED'],
    access: access.everyone,
    doc: 'The three lines of work of a year on one landscape page, as PDF.',
  }),
  'inspection.paperDocx': job({
    input: paperInput,
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'FILE_MISSING', 'FILE_ALTERED', 'DOCX_BROKEN', 'CANCELLED'],
    access: access.everyone,
    doc: 'A plan, a yearly report, minutes or a conclusion as Word, from the template in use.',
  }),
  'inspection.paperPdf': job({
    input: paperInput,
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The same paper as PDF, after the built-in template.',
  }),
} satisfies Operations;
