/** What plans of events take and give: agenda, sessions, groups, people, templates. */
import { z } from 'zod';
import { EVENT_KIND_CODES, EVENT_MODES } from '../domain/eventKinds';
import { ATTENDEE_GROUP_KINDS, INVITATIONS, QUORUMS, SERIES_NUMBERINGS } from '../domain/eventPlans';
import { count, id, isoDate, longText, requiredText, text, version, year } from './fields';

export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const moved = z.object({ count: z.number() });
export const plainClock = clock.nullable().default(null);
export const place = text(200).nullable().default(null);
export const reason = text(200).nullable().default(null);

/** A line of the agenda. */
export const agendaLine = z.strictObject({
  at: plainClock,
  text: requiredText(500),
  /** Who is in charge. */
  who: text(200).nullable().default(null),
});
/** Votes are null where they were not counted. */
export const resolutionLine = z.strictObject({
  text: requiredText(2000),
  votesFor: count.nullable().default(null),
  votesAgainst: count.nullable().default(null),
  votesOther: count.nullable().default(null),
});

/** Which edition of a series an event is; two years where it runs over the turn of the year. */
export const edition = z.strictObject({
  seriesId: id,
  number: z.int().min(1).max(999),
  yearFrom: year,
  yearTo: year,
});

export const sessionFields = {
  name: requiredText(200),
  onDay: isoDate,
  startsAt: plainClock,
  endsAt: plainClock,
  place,
};

export const groupFields = {
  kind: z.enum(ATTENDEE_GROUP_KINDS),
  /** Left out: the usual name of the kind. */
  name: text(200).nullable().default(null),
  /** Of a group of departments; none: all of them. */
  departmentIds: z.array(id).max(500).default([]),
  quorum: z.enum(QUORUMS).nullable().default(null),
  /** Of an own quorum: 3 of 4. */
  quorumPart: z.int().min(1).max(100).nullable().default(null),
  quorumWhole: z.int().min(1).max(100).nullable().default(null),
  /** More than that share, instead of at least it. */
  quorumStrict: z.boolean().default(false),
};

/** A person of a group: a member, or an outsider with a name. */
export const attendeeFields = {
  memberId: id.nullable().default(null),
  name: text(120).nullable().default(null),
  /** "Ông", "Bà", "Đồng chí" */
  honorific: text(30).nullable().default(null),
  title: text(200).nullable().default(null),
  organisation: text(200).nullable().default(null),
  invitation: z.enum(INVITATIONS).default('invited'),
  note: text(300).nullable().default(null),
};

export const quorum = z.object({
  code: z.enum(QUORUMS),
  came: z.number(),
  eligible: z.number(),
  /** The fewest who must come. */
  fewest: z.number(),
  reached: z.boolean(),
  /** "9/11 ủy viên, đủ 2/3" */
  text: z.string(),
});

export const group = z.object({
  id,
  version,
  kind: z.enum(ATTENDEE_GROUP_KINDS),
  name: z.string(),
  departmentIds: z.array(id),
  quorumCode: z.enum(QUORUMS).nullable(),
  quorumPart: z.number().nullable(),
  quorumWhole: z.number().nullable(),
  quorumStrict: z.boolean(),
  /** Day its people were read from the register; null for groups typed by hand. */
  takenOn: z.string().nullable(),
  people: z.number(),
  came: z.number(),
  absent: z.number(),
  /** Of the absent, those with a reason. */
  excused: z.number(),
  /** False until anyone of it is marked. */
  recorded: z.boolean(),
  /** null without a quorum, and until anyone is marked. */
  quorum: quorum.nullable(),
  /** People the register would give now, when that differs. */
  registerNow: z.number().nullable(),
});

export const session = z.object({
  id,
  version,
  name: z.string(),
  onDay: z.string(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  place: z.string().nullable(),
  /** null until anyone is marked. */
  came: z.number().nullable(),
});

export const mark = z.strictObject({
  attendeeId: id,
  /** null: not recorded. */
  came: z.boolean().nullable(),
  reason,
});

export const attendee = z.object({
  id,
  version,
  groupId: id,
  /** Place in the order of precedence, from 1. */
  order: z.number(),
  memberId: id.nullable(),
  name: z.string(),
  givenName: z.string().nullable(),
  honorific: z.string().nullable(),
  title: z.string().nullable(),
  organisation: z.string().nullable(),
  department: z.string().nullable(),
  invitation: z.enum(INVITATIONS),
  note: z.string().nullable(),
  came: z.boolean().nullable(),
  reason: z.string().nullable(),
});

/** What a template keeps of an event: all but dates, figures and people of the register. */
export const templateBody = z.strictObject({
  kind: z.enum(EVENT_KIND_CODES),
  eventName: requiredText(300),
  mode: z.enum(EVENT_MODES).default('onsite'),
  startsAt: plainClock,
  endsAt: plainClock,
  place,
  content: longText(5000).nullable().default(null),
  agenda: z.array(agendaLine).max(100).default([]),
  groups: z
    .array(
      z.strictObject({
        ...groupFields,
        guests: z
          .array(
            z.strictObject({
              name: requiredText(120),
              honorific: attendeeFields.honorific,
              title: attendeeFields.title,
              organisation: attendeeFields.organisation,
            }),
          )
          .max(300)
          .default([]),
      }),
    )
    .max(30)
    .default([]),
});

export const seriesFields = {
  name: requiredText(200),
  numbering: z.enum(SERIES_NUMBERINGS).default('roman'),
  /** The number begins again with 1 every year. */
  yearly: z.boolean().default(false),
  note: text(300).nullable().default(null),
};
