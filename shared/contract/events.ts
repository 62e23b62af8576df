/** Events (hoạt động): what the union organised or joined in, and who took part. Kinds: domain.md 6.4. */
import { z } from 'zod';
import { COUNT_FLAGS, DEPARTMENT_MODES, PARTICIPATION_UNITS } from '../domain/eventFigures';
import {
  EVENT_AUDIENCES,
  EVENT_CATEGORIES,
  EVENT_KIND_CODES,
  EVENT_MODES,
  ORGANISER_LEVELS,
} from '../domain/eventKinds';
import { calendar } from './calendar';
import { contests } from './contests';
import { eventFilter } from './eventFilter';
import { eventPlans } from './eventPlans';
import { eventRow, participation, plainCount } from './eventRow';
import { eventWords } from './eventWords';
import {
  count,
  id,
  longText,
  outgoingFile,
  paging,
  partialDate,
  requiredText,
  saved,
  text,
  version,
} from './fields';
import { followUps } from './followUps';
import { access, command, job, type Operations, query } from './kernel';
import { training } from './training';
import { trashing } from './trashing';

export const EVENT_SORTS = ['date', 'name', 'kind', 'participants'] as const;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const kindCode = z.enum(EVENT_KIND_CODES);
const departmentMode = z.enum(DEPARTMENT_MODES);
const unit = z.enum(PARTICIPATION_UNITS);
const flag = z.enum(COUNT_FLAGS);
const audience = z.enum(EVENT_AUDIENCES);
const people = z.array(id).max(100_000).default([]);
const named = z.strictObject({ memberId: id, reason: text(200).nullable().default(null) });

/** Everything recorded of an event besides its participation. Unknown is null; dates ISO with possibly less precision. */
export const eventFields = {
  kind: kindCode,
  name: requiredText(300),
  mode: z.enum(EVENT_MODES).default('onsite'),
  startsOn: partialDate,
  endsOn: partialDate.nullable().default(null),
  /** "14:00" */
  startsAt: clock.nullable().default(null),
  endsAt: clock.nullable().default(null),
  place: text(200).nullable().default(null),
  organiserLevel: z.enum(ORGANISER_LEVELS).nullable().default(null),
  organiserName: text(200).nullable().default(null),
  /** Whom it is for; the list a rate is taken against. */
  audience: audience.default('members'),
  /** "lần thứ hai năm 2023" is 2. */
  sequence: z.int().min(1).max(999).nullable().default(null),
  /** Số buổi. */
  sessions: z.int().min(1).max(999).nullable().default(null),
  content: longText(5000).nullable().default(null),
  result: longText(5000).nullable().default(null),
  /** Văn bản, minh chứng kèm theo. */
  documents: longText(2000).nullable().default(null),
};

const department = z.object({
  /** null: people without a department. */
  departmentId: id.nullable(),
  /** As on the day of the list. */
  name: z.string().nullable(),
  /** null until recorded. */
  mode: departmentMode.nullable(),
  eligible: z.number(),
  present: z.number(),
  /** The exceptions ("except") or those who came ("only"), at most 50. */
  people: z.array(z.object({ memberId: id, fullName: z.string(), reason: z.string().nullable() })),
});

const person = z.object({
  memberId: id,
  fullName: z.string(),
  givenName: z.string(),
  birthDate: z.string().nullable(),
  jobTitle: z.string().nullable(),
  departmentId: id.nullable(),
  department: z.string().nullable(),
  /** On the list the rate is taken against. */
  eligible: z.boolean(),
  /** null until recorded. */
  came: z.boolean().nullable(),
  reason: z.string().nullable(),
});

const changed = z.object({ changed: z.number(), eligible: z.number(), present: z.number() });
/** Exact state of one person on a list; listed false takes the person off. */
const personState = z.strictObject({
  memberId: id,
  listed: z.boolean(),
  departmentId: id.nullable(),
  eligible: z.boolean(),
  came: z.boolean().nullable(),
  reason: text(200).nullable(),
});

/** Which people of an event: of its list those who came, those who did not, those beside it. */
const peopleShown = z.enum(['all', 'came', 'onList', 'absent', 'outside']);

export const events = {
  'events.kinds': query({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        z.object({
          code: kindCode,
          name: z.string(),
          nameEn: z.string(),
          category: z.enum(EVENT_CATEGORIES),
          audience,
          events: z.number(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Kinds of event (domain.md 6.4) in both languages, with how many events each has.',
  }),
  'events.years': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(z.object({ year: z.number(), events: z.number() })) }),
    access: access.everyone,
    doc: 'Years that have events, the latest first.',
  }),
  'events.list': query({
    input: z.strictObject({
      ...eventFilter,
      sort: z.enum(EVENT_SORTS).default('date'),
      descending: z.boolean().default(true),
      ...paging,
    }),
    output: z.object({
      total: z.number(),
      /** Sum of all participations as turns (lượt): unlike units add only so. */
      turns: z.number(),
      /** Events whose participation is not recorded; unknown is not 0. */
      unrecorded: z.number(),
      rows: z.array(eventRow),
    }),
    access: access.everyone,
    doc: 'A page of the events that meet the conditions; search ignores tones.',
  }),
  'events.get': query({
    input: z.strictObject({ id }),
    output: z.object({
      id,
      version,
      uid: z.string(),
      deletedAt: z.string().nullable(),
      fields: z.object(eventFields),
      count: plainCount.nullable(),
      participation: participation.nullable(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One event with every field.',
  }),
  'events.create': command({
    input: z.strictObject({ ...eventFields }),
    output: saved,
    errors: ['DATE_ORDER'],
    touches: ['events'],
    access: access.editors,
    doc: 'Records an event.',
  }),
  'events.update': command({
    input: z.strictObject({ id, version, ...eventFields }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DATE_ORDER'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Saves the record of an event; a list already taken stays as it is.',
  }),
  ...trashing(
    { trash: 'events.trash', restore: 'events.restore' },
    { touches: ['events', 'members'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves events to the trash with their participation.' },
    { doc: 'Takes events back from the trash.' },
  ),
  'events.attendance': query({
    input: z.strictObject({ id, language: z.enum(['vi', 'en']).default('vi') }),
    output: z.object({
      /** False while nothing is recorded: the list is then a preview. */
      frozen: z.boolean(),
      /** Day the list was, or would be, taken. */
      takenOn: z.string(),
      /** Why the list was taken again, if it was. */
      takenAgain: z.string().nullable(),
      audience,
      eligible: z.number(),
      /** Of the list. */
      present: z.number(),
      /** Took part without being on the list. */
      outside: z.number(),
      recordedDepartments: z.number(),
      departments: z.array(department),
      count: plainCount.nullable(),
      /** The event's figure: the plain count where there is one, else the people. */
      participation: participation.nullable(),
      /** "68%"; null where there is nothing to compare with. */
      rate: z.string().nullable(),
      /** "Cuộc thi có 1.484/2.178 đoàn viên tham gia, đạt tỷ lệ 68%." */
      sentence: z.string().nullable(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Participation by department against the list taken on the event’s day, the rate and the report sentence.',
  }),
  'events.participants': query({
    input: z.strictObject({
      id,
      show: peopleShown.default('all'),
      /** A department, people without one, or everybody. */
      department: z.union([id, z.enum(['every', 'none'])]).default('every'),
      search: z.string().max(200).default(''),
      ...paging,
    }),
    output: z.object({
      total: z.number(),
      rows: z.array(person),
      /** How many of all of them are of each department, by its name. */
      departments: z.array(
        z.object({ departmentId: id.nullable(), name: z.string().nullable(), count: z.number() }),
      ),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'People of the event’s list: who came, who did not (with the reason), by department then given name.',
  }),
  'events.participantsPaper': job({
    input: z.strictObject({
      id,
      show: peopleShown.default('all'),
      format: z.enum(['pdf', 'xlsx']).default('pdf'),
    }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'Everyone who came, or who did not, by department, as PDF or XLSX.',
  }),
  'events.setPeople': command({
    input: z.strictObject({
      id,
      add: people,
      remove: people,
      reasons: z.array(named).max(10_000).default([]),
    }),
    output: changed,
    errors: ['NOT_FOUND'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Ticks people as having come or not, one by one; takes the list on the first call. reasons: why someone did not.',
  }),
  'events.setDepartment': command({
    input: z.strictObject({
      id,
      departmentId: id.nullable(),
      mode: departmentMode.nullable(),
      /** Exceptions of "except", or those who came for "only". */
      people: z.array(named).max(20_000).default([]),
    }),
    output: changed,
    errors: ['NOT_FOUND'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Records a whole department: all, all except, only, none; null clears it. Takes the list on the first call.',
  }),
  'events.setInvited': command({
    input: z.strictObject({ id, add: people, remove: people }),
    output: changed,
    errors: ['NOT_FOUND'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Puts people on the list of an event, or takes them off.',
  }),
  'events.retakeList': command({
    input: z.strictObject({
      id,
      /** An earlier list to go back to. */
      listId: id.nullable().default(null),
      /** Why; needed when a list taken before is taken again. */
      reason: text(200).nullable().default(null),
    }),
    output: changed,
    errors: ['NOT_FOUND', 'LIST_REASON'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Takes the list again as it stands for the event’s day, keeping what was recorded of each person.',
  }),
  'events.restoreAttendance': command({
    input: z.strictObject({
      id,
      departments: z
        .array(z.strictObject({ departmentId: id.nullable(), mode: departmentMode.nullable() }))
        .max(1000),
      people: z.array(personState).max(100_000),
    }),
    output: changed,
    errors: ['NOT_FOUND'],
    touches: ['events', 'members'],
    access: access.editors,
    doc: 'Puts departments and people back exactly as given; the inverse of every change of participation.',
  }),
  'events.setCount': command({
    input: z.strictObject({
      id,
      version,
      count: z
        .strictObject({
          /** null: no number is known, only the words of the source. */
          value: count.nullable(),
          unit,
          flag: flag.default('exact'),
          /** "hàng trăm" */
          wording: text(60).nullable().default(null),
          /** Where it was read; always needed. */
          source: text(200).nullable().default(null),
          denominator: z.int().min(1).max(10_000_000).nullable().default(null),
          denominatorOn: partialDate.nullable().default(null),
        })
        .nullable(),
    }),
    output: saved,
    errors: [
      'VERSION_CONFLICT',
      'NOT_FOUND',
      'COUNT_SOURCE',
      'COUNT_EMPTY',
      'COUNT_OVER_DENOMINATOR',
      'DENOMINATOR_DATE_REQUIRED',
      'DENOMINATOR_UNIT',
    ],
    touches: ['events'],
    access: access.editors,
    doc: 'A count without names, in members, people or turns, with its source. Only members can be compared with a number of members, of a day.',
  }),
  'events.signInSheet': job({
    input: z.strictObject({
      id,
      blankLines: z.int().min(0).max(200).default(20),
      grouped: z.boolean().default(true),
      departmentIds: z.array(id).max(500).default([]),
    }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The sign-in sheet (danh sách ký) as PDF, by department; blank lines follow for those not on the list.',
  }),
  ...eventPlans,
  ...eventWords,
  ...followUps,
  ...calendar,
  ...training,
  ...contests,
} satisfies Operations;
