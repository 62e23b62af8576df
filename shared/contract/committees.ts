/** Committees, their terms, and union posts as dated records (BCH, BTV, UBKT, Ban nữ công; domain.md 6.3). */
import { z } from 'zod';
import {
  id,
  isoDate,
  longText,
  outgoingFile,
  partialDate,
  requiredText,
  saved,
  text,
  version,
} from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

/** Ban chấp hành, ban thường vụ, ủy ban kiểm tra, ban nữ công, and the unit's own. */
export const COMMITTEE_KINDS = ['executive', 'standing', 'inspection', 'women', 'other'] as const;
export type CommitteeKind = (typeof COMMITTEE_KINDS)[number];
/** Chủ tịch or trưởng ban, phó, ủy viên thường vụ, ủy viên; tổ trưởng, tổ phó. */
export const POST_ROLES = ['chair', 'vice', 'standing', 'member', 'head', 'deputy', 'other'] as const;
export type PostRole = (typeof POST_ROLES)[number];
/** Đại hội bầu, bầu bổ sung, chỉ định, kiêm nhiệm, ban chấp hành or tổ bầu. */
export const POST_WAYS = ['congress', 'byElection', 'appointed', 'exOfficio', 'committee'] as const;

const committeeFields = {
  termId: id,
  kind: z.enum(COMMITTEE_KINDS),
  name: requiredText(120),
  /** Number of members the congress settled (số lượng ủy viên); null when not settled. */
  seats: z.int().min(1).max(200).nullable().default(null),
  /** Decision that recognised it. */
  decisionNo: text(60).nullable().default(null),
  decisionDate: partialDate.nullable().default(null),
  note: longText(1000).nullable().default(null),
};

const endFields = {
  /** First day the post is no longer held; null while it is held. */
  endedOn: partialDate.nullable().default(null),
  endReason: text(200).nullable().default(null),
  endDecisionNo: text(60).nullable().default(null),
  endDecisionDate: partialDate.nullable().default(null),
};

const postFields = {
  /** One of committeeId and orgUnitId. */
  committeeId: id.nullable().default(null),
  orgUnitId: id.nullable().default(null),
  /** One of memberId and personName (somebody from outside). */
  memberId: id.nullable().default(null),
  personName: text(100).nullable().default(null),
  personNote: text(200).nullable().default(null),
  role: z.enum(POST_ROLES),
  title: requiredText(80),
  fromDate: partialDate,
  how: z.enum(POST_WAYS),
  decisionNo: text(60).nullable().default(null),
  decisionDate: partialDate.nullable().default(null),
  ...endFields,
  note: longText(1000).nullable().default(null),
};

/** A post with the person and the body; dates ISO partial. */
const postRow = z.object({
  id,
  version,
  committeeId: id.nullable(),
  orgUnitId: id.nullable(),
  memberId: id.nullable(),
  personName: z.string().nullable(),
  personNote: z.string().nullable(),
  role: z.enum(POST_ROLES),
  title: z.string(),
  fromDate: z.string(),
  how: z.enum(POST_WAYS),
  decisionNo: z.string().nullable(),
  decisionDate: z.string().nullable(),
  endedOn: z.string().nullable(),
  endReason: z.string().nullable(),
  endDecisionNo: z.string().nullable(),
  endDecisionDate: z.string().nullable(),
  note: z.string().nullable(),
  /** Whole name of the member or the person from outside. */
  name: z.string(),
  givenName: z.string().nullable(),
  birthDate: z.string().nullable(),
  department: z.string().nullable(),
  /** Committee or group. */
  body: z.string(),
  committeeKind: z.enum(COMMITTEE_KINDS).nullable(),
  /** First day it is not held any more: its end, or the next term's beginning. */
  heldUntil: z.string().nullable(),
  /** Held on the day asked for. */
  held: z.boolean(),
  /** The member no longer belongs to the union, is in the trash. */
  gone: z.boolean(),
});
export type PostRow = z.output<typeof postRow>;

/** What a screen should draw attention to. count as the sentence needs it. */
export const COMMITTEE_NOTES = ['noChair', 'vacant', 'over', 'gone', 'fewSeats', 'manySeats'] as const;

const committeeRow = z.object({
  id,
  version,
  termId: id,
  kind: z.enum(COMMITTEE_KINDS),
  name: z.string(),
  seats: z.number().nullable(),
  decisionNo: z.string().nullable(),
  decisionDate: z.string().nullable(),
  note: z.string().nullable(),
  /** Held on the day, in order of role. */
  posts: z.array(postRow),
  /** Of the committee, but not held on the day: past or still to come. */
  otherPosts: z.array(postRow),
  /** Empty seats; null when the number of seats is not settled. */
  vacant: z.number().nullable(),
  notes: z.array(z.object({ kind: z.enum(COMMITTEE_NOTES), count: z.number() })),
});
export type CommitteeRow = z.output<typeof committeeRow>;

const postsAnswer = z.object({ count: z.number() });

export const committees = {
  'organisation.committees': query({
    input: z.strictObject({
      /** null: the term in office on the day. */
      termId: id.nullable().default(null),
      /** null: today; for a term that is over, its last day. */
      asOf: isoDate.nullable().default(null),
    }),
    output: z.object({
      asOf: z.string(),
      termId: id.nullable(),
      /** Last day of the term has passed and no other has begun. */
      overdue: z.boolean(),
      committees: z.array(committeeRow),
      /** Kinds that the term has no committee of. */
      missing: z.array(z.enum(COMMITTEE_KINDS)),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Committees of a term with their posts as of a day, empty seats, and what needs a look (QĐ 174 Đ8; 03/HD-TLĐ 9.1).',
  }),
  'organisation.saveCommittee': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...committeeFields,
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND'],
    touches: ['organisation', 'members'],
    access: access.editors,
    doc: 'Adds a committee to a term, or corrects one.',
  }),
  'organisation.startCommittees': command({
    input: z.strictObject({
      termId: id,
      items: z
        .array(
          z.strictObject({
            kind: z.enum(COMMITTEE_KINDS),
            name: requiredText(120),
            seats: z.int().min(1).max(200).nullable().default(null),
          }),
        )
        .min(1)
        .max(10),
      /** Title of the chair's post; null leaves the term's signer out. */
      chairTitle: text(80).nullable().default(null),
    }),
    output: z.object({ ids: z.array(id) }),
    errors: ['NOT_FOUND'],
    touches: ['organisation', 'members'],
    access: access.editors,
    doc: 'Adds the usual committees to a term at once; the signer of the term becomes the chair of the first.',
  }),
  ...trashing(
    { trash: 'organisation.trashCommittees', restore: 'organisation.restoreCommittees' },
    { touches: ['organisation', 'members'], access: access.editors },
    {
      errors: ['NOT_FOUND'],
      doc: 'Moves committees to the trash; their posts are out of sight with them and come back with them.',
    },
    { doc: 'Takes committees back from the trash with their posts.' },
  ),
  'organisation.posts': query({
    input: z.strictObject({
      memberId: id.nullable().default(null),
      orgUnitId: id.nullable().default(null),
      committeeId: id.nullable().default(null),
      /** Only posts on groups and departments. */
      onUnits: z.boolean().default(false),
      /** null: today. */
      asOf: isoDate.nullable().default(null),
      /** Also those not held on the day. */
      all: z.boolean().default(false),
    }),
    output: z.object({ asOf: z.string(), rows: z.array(postRow) }),
    access: access.everyone,
    doc: 'Union posts of a member, of a group, of a committee, or of all groups; newest first for one member.',
  }),
  'organisation.savePost': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...postFields,
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DATE_ORDER', 'POST_PLACE', 'POST_PERSON', 'POST_TWICE'],
    touches: ['organisation', 'members'],
    access: access.editors,
    doc: 'Records who holds a union post from a day on, or corrects it; a by-election is a post of its own.',
  }),
  'organisation.endPosts': command({
    input: z.strictObject({
      items: z
        .array(z.strictObject({ id, version, ...endFields }))
        .min(1)
        .max(500),
    }),
    output: postsAnswer,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DATE_ORDER'],
    touches: ['organisation', 'members'],
    access: access.editors,
    doc: 'Records from which day posts are no longer held, why and by which decision; empty ends take that back.',
  }),
  ...trashing(
    { trash: 'organisation.trashPosts', restore: 'organisation.restorePosts' },
    { touches: ['organisation', 'members'], access: access.editors },
    {
      errors: ['NOT_FOUND'],
      doc: 'Moves posts entered by mistake to the trash; one that was really held is ended instead.',
    },
    { doc: 'Takes posts back from the trash.' },
  ),
  'organisation.officers': query({
    input: z.strictObject({ asOf: isoDate.nullable().default(null) }),
    output: z.object({
      asOf: z.string(),
      /** One row a person, in the order of their highest post. */
      rows: z.array(
        z.object({
          memberId: id.nullable(),
          name: z.string(),
          givenName: z.string().nullable(),
          birthDate: z.string().nullable(),
          department: z.string().nullable(),
          posts: z.array(
            z.object({
              id,
              title: z.string(),
              body: z.string(),
              role: z.enum(POST_ROLES),
              fromDate: z.string(),
            }),
          ),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Officers (cán bộ công đoàn) in post on a day, each person once with all posts held that day.',
  }),
  'organisation.signer': query({
    input: z.strictObject({ day: isoDate.nullable().default(null) }),
    output: z.object({
      onBehalfOf: z.string().nullable(),
      title: z.string().nullable(),
      name: z.string().nullable(),
      /** From the posts of that day, or from the term when none is recorded. */
      from: z.enum(['post', 'vice', 'term', 'none']),
    }),
    access: access.everyone,
    doc: 'Who signs the papers of a day: the chair in post, a vice chair while there is none, else the signer of the term.',
  }),
  'organisation.committeePdf': job({
    input: z.strictObject({ id, asOf: isoDate.nullable().default(null) }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The list of a committee with short facts of each member (danh sách trích ngang) as PDF, as of a day.',
  }),
  ...trashing(
    { trash: 'organisation.trashTerms', restore: 'organisation.restoreTerms' },
    { touches: ['organisation', 'members'], access: access.editors },
    {
      errors: ['NOT_FOUND'],
      doc: 'Moves terms to the trash; their committees and posts are out of sight with them and come back with them.',
    },
    { doc: 'Takes terms back from the trash with their committees and posts.' },
  ),
  ...trashing(
    { trash: 'organisation.trashProfiles', restore: 'organisation.restoreProfiles' },
    { touches: ['organisation'], access: access.editors },
    {
      errors: ['NOT_FOUND', 'IN_USE'],
      doc: 'Moves dated names of the unit to the trash; the last one stays.',
    },
    { doc: 'Takes dated names of the unit back from the trash.' },
  ),
} satisfies Operations;
