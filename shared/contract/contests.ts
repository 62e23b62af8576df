/** Contests: organiser level, rounds, entries, prizes, participation by department. */
import { z } from 'zod';
import { ENTRY_KINDS, PRIZE_RANKS } from '../domain/contests';
import { ORGANISER_LEVELS } from '../domain/eventKinds';
import { SERIES_NUMBERINGS } from '../domain/eventPlans';
import { edition } from './eventPlanFields';
import { id, money, outgoingFile, partialDate, requiredText, saved, text, version, year } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

const eventId = id;
const place = z.int().min(0).max(99);

/** Rounds and contents (môn). */
export const contestFields = {
  rounds: z
    .array(z.strictObject({ name: requiredText(100), onDate: partialDate.nullable().default(null) }))
    .max(20)
    .default([]),
  subjects: z.array(requiredText(150)).max(60).default([]),
};

/** Who takes part in what, with results and prizes. Rounds and subjects are places in the contest’s lists, from 0. */
export const entryFields = {
  kind: z.enum(ENTRY_KINDS).default('person'),
  /** Name of the person, team, unit or work; null takes the only person’s or the department’s. */
  name: text(200).nullable().default(null),
  subject: place.nullable().default(null),
  /** null takes the department all of the people were in on the contest’s day. */
  departmentId: id.nullable().default(null),
  people: z
    .array(
      z.strictObject({ memberId: id.nullable().default(null), name: text(100).nullable().default(null) }),
    )
    .max(200)
    .default([]),
  results: z
    .array(
      z.strictObject({
        round: place,
        /** Marks in hundredths. */
        hundredths: z.int().min(-1_000_000).max(100_000_000).nullable().default(null),
        words: text(100).nullable().default(null),
      }),
    )
    .max(20)
    .default([]),
  prizes: z
    .array(
      z.strictObject({
        rank: z.enum(PRIZE_RANKS),
        name: text(100).nullable().default(null),
        money: money.min(1).nullable().default(null),
      }),
    )
    .max(20)
    .default([]),
  note: text(500).nullable().default(null),
};

const entry = z.object({
  id,
  version,
  ...entryFields,
  name: z.string(),
  people: z.array(z.object({ memberId: id.nullable(), name: z.string() })),
  /** Under the name of the contest’s day. */
  department: z.string().nullable(),
});

const departmentRow = z.object({
  departmentId: id.nullable(),
  name: z.string().nullable(),
  entries: z.number(),
  /** Distinct members. */
  people: z.number(),
  /** Members of the department on the contest’s day. */
  members: z.number(),
  prizes: z.number(),
});

export const contests = {
  'contests.get': query({
    input: z.strictObject({ eventId }),
    output: z.object({
      /** 0 until something is recorded. */
      version: z.number(),
      fields: z.object(contestFields),
      /** Which edition of which series it is; set by `events.setEdition`. */
      edition: edition.extend({ seriesName: z.string(), numbering: z.enum(SERIES_NUMBERINGS) }).nullable(),
      organiserLevel: z.enum(ORGANISER_LEVELS).nullable(),
      day: z.string(),
      entries: z.array(entry),
      totals: z.object({
        entries: z.number(),
        people: z.number(),
        /** People from outside, who are not in the register. */
        outsiders: z.number(),
        members: z.number(),
        prizes: z.number(),
        money: z.number(),
      }),
      departments: z.array(departmentRow),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'A contest with its edition, rounds, contents, entries, prizes and participation by department.',
  }),
  'contests.save': command({
    input: z.strictObject({ eventId, version: z.number().int().min(0), ...contestFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'CONTEST_PART_USED'],
    touches: ['events'],
    access: access.editors,
    doc: 'Saves rounds and contents of a contest; a part that entries use is not taken away.',
  }),
  'contests.saveEntry': command({
    input: z.strictObject({
      eventId,
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...entryFields,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'ENTRY_NAME', 'PRIZE_NAME', 'ENTRY_TWICE'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Adds or corrects an entry with its people, results and prizes.',
  }),
  ...trashing(
    { trash: 'contests.trashEntries', restore: 'contests.restoreEntries' },
    { touches: ['events', 'members'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves entries to the trash with their results and prizes.' },
    { doc: 'Takes entries back from the trash.' },
  ),
  'contests.prizes': query({
    input: z.strictObject({ year: year.nullable().default(null) }),
    output: z.object({
      rows: z.array(
        z.object({
          eventId,
          entryId: id,
          contest: z.string(),
          startsOn: z.string(),
          organiserLevel: z.enum(ORGANISER_LEVELS).nullable(),
          rank: z.enum(PRIZE_RANKS),
          name: z.string().nullable(),
          money: z.number().nullable(),
          entry: z.string(),
          kind: z.enum(ENTRY_KINDS),
          departmentId: id.nullable(),
          memberIds: z.array(id),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Prizes of a year with whom they went to, for award proposals and reports.',
  }),
  'contests.proposeAwards': command({
    input: z.strictObject({ eventId, formId: id.nullable().default(null) }),
    output: z.object({
      decisionId: id,
      /** Recipients added now; 0 when every prize was in a decision already. */
      added: z.number(),
      number: z.string().nullable(),
    }),
    errors: ['NOT_FOUND', 'NO_PRIZES', 'NO_AWARD_FORM'],
    touches: ['awards', 'certificates', 'events'],
    access: access.editors,
    doc: 'Makes a draft award decision of the prizes of a contest, or adds those that are in none of its decisions yet.',
  }),
  'contests.paper': job({
    input: z.strictObject({ eventId, format: z.enum(['pdf', 'docx', 'xlsx']).default('pdf') }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'Results of a contest: prizes, entries by content with each round, participation by department.',
  }),
} satisfies Operations;
