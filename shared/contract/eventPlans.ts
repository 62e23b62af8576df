/** Templates and series of events, sessions, guests, attendee groups, quorum (cases.md rows 34, 47, 53). */
import { z } from 'zod';
import { SERIES_NUMBERINGS } from '../domain/eventPlans';
import {
  agendaLine,
  attendee,
  attendeeFields,
  edition,
  group,
  groupFields,
  mark,
  moved,
  reason,
  resolutionLine,
  seriesFields,
  session,
  sessionFields,
  templateBody,
} from './eventPlanFields';
import { id, ids, isoDate, outgoingFile, requiredText, saved, text, version } from './fields';
import { access, command, job, type Operations, query } from './kernel';

export const eventPlans = {
  'events.plan': query({
    input: z.strictObject({
      id,
      /** Marks of one session instead of the whole event. */ sessionId: id.nullable().default(null),
      language: z.enum(['vi', 'en']).default('vi'),
    }),
    output: z.object({
      version,
      chair: z.string().nullable(),
      secretary: z.string().nullable(),
      figure: z.enum(['people', 'turns']),
      edition: z
        .object({
          seriesId: id,
          seriesName: z.string(),
          number: z.number(),
          yearFrom: z.number(),
          yearTo: z.number(),
          text: z.string(),
        })
        .nullable(),
      agenda: z.array(z.object({ at: z.string().nullable(), text: z.string(), who: z.string().nullable() })),
      resolutions: z.array(
        z.object({
          text: z.string(),
          votesFor: z.number().nullable(),
          votesAgainst: z.number().nullable(),
          votesOther: z.number().nullable(),
        }),
      ),
      sessions: z.array(session),
      groups: z.array(group),
      /** Distinct people of all groups, and how many of them came at all. */
      people: z.number(),
      came: z.number(),
      /** Comings added over the sessions. */
      turns: z.number(),
      /** "Kính thưa ông …": guests in order of precedence, those who declined left out. */
      addressing: z.array(z.string()),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'The plan of an event: edition, sessions, attendee groups with quorum, agenda, resolutions, guests to be greeted.',
  }),
  'events.savePlan': command({
    input: z.strictObject({
      id,
      version,
      chair: text(120).nullable().default(null),
      secretary: text(120).nullable().default(null),
      /** What the event’s figure says when it has sessions. */
      figure: z.enum(['people', 'turns']).default('people'),
      agenda: z.array(agendaLine).max(100).default([]),
      resolutions: z.array(resolutionLine).max(100).default([]),
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches: ['events'],
    access: access.editors,
    doc: 'Saves who chairs and writes, the agenda, the resolutions, and what the event’s figure says.',
  }),
  'events.setEdition': command({
    input: z.strictObject({ id, edition: edition.nullable() }),
    output: moved,
    errors: ['NOT_FOUND', 'DATE_ORDER'],
    touches: ['events'],
    access: access.editors,
    doc: 'Says which edition of which series an event is, or of none.',
  }),
  'events.saveSession': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      eventId: id,
      ...sessionFields,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DATE_ORDER'],
    touches: ['events'],
    access: access.editors,
    doc: 'Adds or saves a session of an event with its own day, hours and place.',
  }),
  'events.trashSessions': command({
    input: z.strictObject({ ids }),
    output: moved,
    errors: ['NOT_FOUND'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Moves sessions to the trash with their attendance.',
  }),
  'events.restoreSessions': command({
    input: z.strictObject({ ids }),
    output: moved,
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Takes sessions back from the trash.',
  }),
  'events.saveGroup': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      eventId: id,
      ...groupFields,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'QUORUM_SHARE'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Adds or saves an attendee group; a new one takes the people in post on the day of the event.',
  }),
  'events.retakeGroup': command({
    input: z.strictObject({ id }),
    output: moved,
    errors: ['NOT_FOUND'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Takes the people of a group again from the register for the day of the event.',
  }),
  'events.restoreGroupPeople': command({
    input: z.strictObject({ id, attendeeIds: z.array(id).max(20_000), takenOn: isoDate.nullable() }),
    output: moved,
    errors: ['NOT_FOUND'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Puts exactly these people back into a group; the inverse of taking it again.',
  }),
  'events.trashGroups': command({
    input: z.strictObject({ ids }),
    output: moved,
    errors: ['NOT_FOUND'],
    touches: ['events'],
    access: access.editors,
    doc: 'Moves attendee groups to the trash with their people.',
  }),
  'events.restoreGroups': command({
    input: z.strictObject({ ids }),
    output: moved,
    touches: ['events'],
    access: access.editors,
    doc: 'Takes attendee groups back from the trash.',
  }),
  'events.groupPeople': query({
    input: z.strictObject({
      id,
      sessionId: id.nullable().default(null),
      search: z.string().max(200).default(''),
      limit: z.int().min(1).max(2000).default(500),
    }),
    output: z.object({ total: z.number(), rows: z.array(attendee) }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'People of a group in order of precedence with who came; a search ignores tones and puts the best match first.',
  }),
  'events.saveAttendee': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      groupId: id,
      ...attendeeFields,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'ATTENDEE_PERSON', 'ATTENDEE_TWICE'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Adds or saves a guest or another person of a group.',
  }),
  'events.trashAttendees': command({
    input: z.strictObject({ ids }),
    output: moved,
    errors: ['NOT_FOUND'],
    touches: ['events'],
    access: access.editors,
    doc: 'Takes people off their group into the trash.',
  }),
  'events.restoreAttendees': command({
    input: z.strictObject({ ids }),
    output: moved,
    touches: ['events'],
    access: access.editors,
    doc: 'Takes people of groups back from the trash.',
  }),
  'events.orderAttendees': command({
    input: z.strictObject({ groupId: id, /** Everyone of the group, the highest first. */ ids }),
    output: moved,
    errors: ['NOT_FOUND'],
    touches: ['events'],
    access: access.editors,
    doc: 'Sets the order of precedence of a group.',
  }),
  'events.markGroup': command({
    input: z.strictObject({
      id,
      sessionId: id.nullable().default(null),
      except: z
        .array(z.strictObject({ attendeeId: id, reason }))
        .max(5000)
        .default([]),
    }),
    output: z.object({ came: z.number(), people: z.number() }),
    errors: ['NOT_FOUND'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Everyone of a group came except those named.',
  }),
  'events.markPeople': command({
    input: z.strictObject({
      id,
      sessionId: id.nullable().default(null),
      people: z.array(mark).min(1).max(20_000),
    }),
    output: z.object({ came: z.number(), people: z.number() }),
    errors: ['NOT_FOUND'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Marks people of an event’s groups as having come or not, or as not recorded.',
  }),
  'events.groupSheets': job({
    input: z.strictObject({
      id,
      groupIds: z.array(id).max(50).default([]),
      sessionId: id.nullable().default(null),
      blankLines: z.int().min(0).max(200).default(20),
    }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'One PDF with a sign-in sheet for each attendee group, numbered, with blank lines after the names.',
  }),
  'events.series': query({
    input: z.strictObject({ language: z.enum(['vi', 'en']).default('vi') }),
    output: z.object({
      rows: z.array(
        z.object({
          id,
          version,
          name: z.string(),
          numbering: z.enum(SERIES_NUMBERINGS),
          yearly: z.boolean(),
          note: z.string().nullable(),
          /** The edition to come, as a new event would say it. */
          next: z.object({ number: z.number(), yearFrom: z.number(), yearTo: z.number(), text: z.string() }),
          /** The latest first. */
          editions: z.array(
            z.object({
              eventId: id,
              name: z.string(),
              text: z.string(),
              number: z.number(),
              startsOn: z.string(),
              place: z.string().nullable(),
              /** null until recorded. */
              participation: z.string().nullable(),
              rate: z.string().nullable(),
              sessions: z.number(),
              guests: z.number(),
            }),
          ),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Series of events with their editions side by side.',
  }),
  'events.saveSeries': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...seriesFields,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches: ['events'],
    access: access.editors,
    doc: 'Adds or saves a series and how its editions are numbered.',
  }),
  'events.trashSeries': command({
    input: z.strictObject({ ids }),
    output: moved,
    errors: ['NOT_FOUND'],
    touches: ['events'],
    access: access.editors,
    doc: 'Moves series to the trash; their events stay.',
  }),
  'events.restoreSeries': command({
    input: z.strictObject({ ids }),
    output: moved,
    touches: ['events'],
    access: access.editors,
    doc: 'Takes series back from the trash.',
  }),
  'events.templates': query({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(z.object({ id, version, name: z.string(), body: templateBody, updatedAt: z.string() })),
    }),
    access: access.everyone,
    doc: 'Templates of events by name.',
  }),
  'events.saveTemplate': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      name: requiredText(200),
      body: templateBody,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches: ['events'],
    access: access.editors,
    doc: 'Adds or saves a template of events.',
  }),
  'events.addUsualTemplates': command({
    input: z.strictObject({}),
    output: moved,
    touches: ['events'],
    access: access.editors,
    doc: 'Adds the templates of the events every grassroots union holds, but for those whose name is there already.',
  }),
  'events.keepTemplate': command({
    input: z.strictObject({ id, name: requiredText(200) }),
    output: saved,
    errors: ['NOT_FOUND'],
    touches: ['events'],
    access: access.editors,
    doc: 'Keeps an event as a template: all but dates and figures; its year becomes {năm}.',
  }),
  'events.trashTemplates': command({
    input: z.strictObject({ ids }),
    output: moved,
    errors: ['NOT_FOUND'],
    touches: ['events'],
    access: access.editors,
    doc: 'Moves templates to the trash.',
  }),
  'events.restoreTemplates': command({
    input: z.strictObject({ ids }),
    output: moved,
    touches: ['events'],
    access: access.editors,
    doc: 'Takes templates back from the trash.',
  }),
  'events.createFrom': command({
    input: z.strictObject({
      /** One of the two: a template, or an event to be copied. */
      templateId: id.nullable().default(null),
      eventId: id.nullable().default(null),
      startsOn: isoDate,
      /** Left out: the old name with the new year and the next edition. */
      name: text(300).nullable().default(null),
    }),
    output: z.object({ id, version, name: z.string() }),
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'A new event with the plan, groups, guests, agenda and sessions of a template or an earlier event, without its figures.',
  }),
} satisfies Operations;
