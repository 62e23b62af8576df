/** The calendar by month and year, with lunar days and occasions in Vietnam time. */
import { z } from 'zod';
import { CALENDAR_KINDS } from '../domain/calendar';
import { EVENT_KIND_CODES } from '../domain/eventKinds';
import { OCCASION_CODES } from '../domain/occasions';
import { count, id, ids, longText, outgoingFile, requiredText, saved, version, year } from './fields';
import { access, command, job, type Operations, query } from './kernel';

const month = z.int().min(1).max(12);

/** An entry of the calendar; see CalendarItem. */
export const calendarItem = z.object({
  kind: z.enum(CALENDAR_KINDS),
  entity: z.string().nullable(),
  id: z.number().nullable(),
  from: z.string(),
  to: z.string(),
  precision: z.enum(['day', 'period']),
  at: z.string().nullable(),
  until: z.string().nullable(),
  title: z.string(),
  titleEn: z.string().nullable(),
  place: z.string().nullable(),
  code: z.string().nullable(),
  eventKind: z.string().nullable(),
  late: z.boolean(),
});

const calendarDay = z.object({
  date: z.string(),
  lunar: z.object({ day: z.number(), month: z.number(), year: z.number(), leap: z.boolean() }),
  /** Public holiday: nobody has to work. */
  off: z.boolean(),
});

const view = z.object({
  from: z.string(),
  to: z.string(),
  today: z.string(),
  days: z.array(calendarDay),
  items: z.array(calendarItem),
});

const occasionFields = {
  name: requiredText(120),
  calendar: z.enum(['solar', 'lunar']),
  month,
  /** 30 at most in a lunar month; the last day where the month is shorter. */
  day: z.int().min(1).max(31),
  /** Days it lasts. */
  lasts: z.int().min(1).max(31).default(1),
  /** Kind of the event made for it. */
  eventKind: z.enum(EVENT_KIND_CODES).nullable().default(null),
  note: longText(1000).nullable().default(null),
};

export const calendar = {
  'calendar.month': query({
    input: z.strictObject({
      year,
      month,
      /** Birthdays of members too; left out unless asked. */
      birthdays: z.boolean().default(false),
    }),
    output: view,
    access: access.everyone,
    doc: 'The whole weeks of a month with their lunar days (UTC+7), and what falls on them: events, occasions, holidays, deadlines.',
  }),
  'calendar.year': query({
    input: z.strictObject({ year }),
    output: view,
    access: access.everyone,
    doc: 'The days of a year with their lunar days (UTC+7), and what falls on them.',
  }),
  'calendar.coming': query({
    input: z.strictObject({ days: z.int().min(1).max(400).default(30) }),
    output: z.object({ today: z.string(), to: z.string(), items: z.array(calendarItem) }),
    access: access.everyone,
    doc: 'What comes in the next days, today included, the earliest first; deadlines that have passed and are open come before.',
  }),
  'calendar.occasions': query({
    input: z.strictObject({
      /** The day each falls on in this year; without it the next day, today included. */
      year: year.nullable().default(null),
    }),
    output: z.object({
      /** Codes of built-in occasions that are not kept. */
      hidden: z.array(z.string()),
      /** Days before an occasion from which it is told of; 0 is never. */
      reminderDays: z.number(),
      rows: z.array(
        z.object({
          id: id.nullable(),
          version: z.number(),
          code: z.string().nullable(),
          name: z.string(),
          nameEn: z.string().nullable(),
          calendar: z.enum(['solar', 'lunar']),
          month: z.number(),
          day: z.number(),
          lasts: z.number(),
          eventKind: z.enum(EVENT_KIND_CODES).nullable(),
          note: z.string().nullable(),
          hidden: z.boolean(),
          /** The day it falls on. */
          next: z.string(),
          /** It comes within the days of notice and nothing is planned for it. */
          due: z.boolean(),
          /** Events of this kind and gift campaigns for it within 60 days before that day or 7 after, the latest last. */
          planned: z.array(
            z.object({
              entity: z.enum(['event', 'welfare_campaign']),
              id: z.number(),
              name: z.string(),
              startsOn: z.string(),
            }),
          ),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Built-in and own occasions by the day each falls on next, or in a year, with the events already planned for it.',
  }),
  'calendar.saveOccasion': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.default(0),
      ...occasionFields,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DATE_INVALID'],
    touches: ['events'],
    access: access.editors,
    doc: 'Adds an occasion of the unit, or corrects one: a solar or lunar day of every year.',
  }),
  'calendar.trashOccasions': command({
    input: z.strictObject({ ids }),
    output: z.object({ count }),
    errors: ['NOT_FOUND'],
    touches: ['events'],
    access: access.editors,
    doc: 'Moves own occasions to the trash.',
  }),
  'calendar.restoreOccasions': command({
    input: z.strictObject({ ids }),
    output: z.object({ count }),
    touches: ['events'],
    access: access.editors,
    doc: 'Takes own occasions back from the trash.',
  }),
  'calendar.hideOccasions': command({
    input: z.strictObject({ codes: z.array(z.enum(OCCASION_CODES)).max(50) }),
    output: z.object({ count }),
    touches: ['events'],
    access: access.editors,
    doc: 'Sets which built-in occasions the calendar leaves out; all others are shown.',
  }),
  'calendar.setReminder': command({
    input: z.strictObject({ days: z.int().min(0).max(120) }),
    output: z.object({ days: z.number() }),
    touches: ['events'],
    access: access.editors,
    doc: 'Sets how many days before an occasion it is told of; 0 is never.',
  }),
  'calendar.printMonth': job({
    input: z.strictObject({ year, month }),
    output: outgoingFile,
    errors: ['CANCELLED'],
    access: access.everyone,
    doc: 'A month as a page of A4 landscape (PDF), with lunar days.',
  }),
  'calendar.printYear': job({
    input: z.strictObject({ year }),
    output: outgoingFile,
    errors: ['CANCELLED'],
    access: access.everyone,
    doc: 'A year on one page of A4 landscape (PDF), with lunar days and the days that have something.',
  }),
  'calendar.exportIcs': job({
    input: z.strictObject({ year }),
    output: outgoingFile,
    errors: ['CANCELLED'],
    access: access.everyone,
    doc: 'The year as an iCalendar file that phones and mail programs take; times in Vietnam time, the same entries under the same names each time.',
  }),
} satisfies Operations;
