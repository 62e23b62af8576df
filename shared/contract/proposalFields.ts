/** Schemas of rounds, proposals and council meetings. */
import { z } from 'zod';
import { COUNCIL_RESULTS, ROUND_KINDS } from '../domain/proposals';
import { counts, recipientKind } from './awardFields';
import { id, isoDate, longText, requiredText, text, version, year } from './fields';

const result = z.enum(COUNCIL_RESULTS);
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .nullable()
  .default(null);

export const roundFields = {
  kind: z.enum(ROUND_KINDS).default('proposal'),
  year,
  name: requiredText(200),
  /** What decisions of the round are given for. */
  occasion: text(300).nullable().default(null),
  /** Last day to hand in. */
  deadline: isoDate.nullable().default(null),
  /** Whom the submission (tờ trình) is addressed to. */
  addressee: text(300).nullable().default(null),
  /** Căn cứ, one a line. */
  basis: longText(3000).nullable().default(null),
  note: longText(2000).nullable().default(null),
  /** Forms and titles, in their order. */
  formIds: z.array(id).max(50).default([]),
  /** Departments and groups that are to hand in. */
  unitIds: z.array(id).max(500).default([]),
};
export const roundRow = z.object({
  id,
  version,
  ...roundFields,
  units: z.number(),
  handedIn: z.number(),
  proposals: counts,
  /** Considered by the council, and of those approved under any form. */
  considered: z.number(),
  approved: z.number(),
  /** Approved ones that stand in a decision. */
  decided: z.number(),
});

export const unitState = z.strictObject({
  orgUnitId: id,
  handedOn: isoDate.nullable(),
  fileName: text(200).nullable().default(null),
  note: text(300).nullable().default(null),
});

/** Whom a proposal is for and what it says. With a member or a department what is null is taken from the register. */
export const proposalFields = {
  kind: recipientKind,
  memberId: id.nullable().default(null),
  orgUnitId: id.nullable().default(null),
  formId: id,
  /** Department or group whose list it came with. */
  fromUnitId: id.nullable().default(null),
  name: requiredText(200),
  post: text(200).nullable().default(null),
  unionPost: text(200).nullable().default(null),
  unitName: text(200).nullable().default(null),
  /** Tóm tắt thành tích. */
  achievement: longText(3000).nullable().default(null),
  /** Sáng kiến. */
  initiative: longText(1500).nullable().default(null),
  /** Đã được khen, where the list says so; the register's own are shown beside it. */
  awardedBefore: longText(1500).nullable().default(null),
  note: text(500).nullable().default(null),
};
const outcome = z
  .object({
    meetingId: id,
    heldOn: z.string(),
    result,
    votesFor: z.number().nullable(),
    voters: z.number().nullable(),
    /** "12/15, 80%" */
    votes: z.string().nullable(),
    form: z.string().nullable(),
    formEn: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .nullable();
export const proposalRow = z.object({
  id,
  version,
  ...proposalFields,
  form: z.string(),
  formEn: z.string().nullable(),
  fromUnit: z.string().nullable(),
  birthYear: z.string().nullable(),
  gender: z.enum(['male', 'female']).nullable(),
  /** The register no longer knows this person as an active member. */
  gone: z.boolean(),
  outcome,
  decision: z
    .object({
      id,
      number: z.string().nullable(),
      status: z.enum(['draft', 'issued']),
      register: z.string().nullable(),
    })
    .nullable(),
});

/** How a row of a list found its person or collective. */
export const LIST_MATCHES = ['key', 'name', 'toneless', 'several', 'none'] as const;
/** A row as read, with what was found in the register. */
export const readRow = z.object({
  key: z.string(),
  sheet: z.string(),
  line: z.number(),
  kind: recipientKind,
  /** As the list writes it. */
  written: z.string(),
  match: z.enum(LIST_MATCHES),
  memberId: id.nullable(),
  orgUnitId: id.nullable(),
  /** Whom it may mean. */
  candidates: z.array(z.object({ id, name: z.string(), facts: z.string() })),
  fromUnitId: id.nullable(),
  formId: id.nullable(),
  /** The form as the list writes it. */
  formText: z.string().nullable(),
  /** Already proposed in this round for this form, or earlier in the list. */
  known: z.boolean(),
  post: z.string().nullable(),
  unionPost: z.string().nullable(),
  achievement: z.string().nullable(),
  initiative: z.string().nullable(),
  awardedBefore: z.string().nullable(),
  note: z.string().nullable(),
});

export const meetingFields = {
  heldOn: isoDate,
  startsAt: time,
  endsAt: time,
  place: text(200).nullable().default(null),
  chairName: text(100).nullable().default(null),
  chairPost: text(120).nullable().default(null),
  secretaryName: text(100).nullable().default(null),
  /** Least share of the votes of those present, in percent. */
  threshold: z.number().min(0).max(100).default(50),
  opinions: longText(5000).nullable().default(null),
  conclusion: longText(3000).nullable().default(null),
};
export const attendee = {
  memberId: id.nullable().default(null),
  name: requiredText(100),
  post: text(120).nullable().default(null),
  present: z.boolean().default(true),
  /** Why absent. */
  reason: text(200).nullable().default(null),
};
export const councilVoteRow = z.object({
  proposalId: id,
  kind: recipientKind,
  memberId: id.nullable(),
  name: z.string(),
  unitName: z.string().nullable(),
  /** As proposed. */
  formId: id,
  form: z.string(),
  formEn: z.string().nullable(),
  votesFor: z.number().nullable(),
  voters: z.number().nullable(),
  votes: z.string().nullable(),
  result: result.nullable(),
  changedFormId: id.nullable(),
  reason: z.string().nullable(),
});

const ballots = z.int().min(0).max(1000).nullable();
/** A field left out stays as it is; a result left out follows the threshold once votes are given. */
export const voteChange = z.strictObject({
  proposalId: id,
  votesFor: ballots.optional(),
  /** How many voted; those present when left out. */
  voters: z.int().min(1).max(1000).nullable().optional(),
  result: result.nullable().optional(),
  formId: id.nullable().optional(),
  reason: text(500).nullable().optional(),
});
export const wholeVote = z.strictObject({
  proposalId: id,
  /** False: there was none. */
  known: z.boolean(),
  votesFor: ballots.default(null),
  voters: z.int().min(1).max(1000).nullable().default(null),
  result: result.nullable().default(null),
  formId: id.nullable().default(null),
  reason: text(500).nullable().default(null),
});
