/** Lists, cards and full records of members on paper; CSV; anonymising after the time records are kept. */
import { z } from 'zod';
import { MOST_EXTRA_DAYS } from '../domain/requestDeadlines';
import {
  id,
  ids,
  isoDate,
  longText,
  outgoingFile,
  paging,
  requiredText,
  saved,
  text,
  version,
} from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { memberFilter } from './memberFilter';
import { trashing } from './trashing';

export const LIST_FORMATS = ['xlsx', 'csv'] as const;
export const CSV_SEPARATORS = [';', ','] as const;
export const CARD_LISTS = ['new', 'changed', 'lost'] as const;
export const REQUEST_KINDS = ['see', 'copy', 'correct', 'erase', 'stop', 'withdraw'] as const;
export const RECORD_FORMATS = ['pdf', 'xlsx', 'json', 'zip'] as const;

const sorting = {
  sort: z.enum(['name', 'birthDate', 'department', 'unionJoinDate', 'jobTitle']).default('name'),
  descending: z.boolean().default(false),
};
const columns = z.array(z.string().max(40)).min(1).max(60);
/** Why private columns are taken out; asked for as soon as one is among the columns. */
const purpose = text(300).nullable().default(null);

const requestFields = {
  kind: z.enum(REQUEST_KINDS).default('copy'),
  /** Who asked: the member, or somebody for them. */
  askedBy: requiredText(200),
  askedOn: isoDate,
  /** The data are with others too: the answer may take five days more. */
  thirdParty: z.boolean().default(false),
  /** The one extension, in days. */
  extraDays: z.int().min(0).max(MOST_EXTRA_DAYS).default(0),
  /** When the person was told that the request came in. */
  repliedOn: isoDate.nullable().default(null),
  answeredOn: isoDate.nullable().default(null),
  /** Number of the paper that answers. */
  answerNo: text(60).nullable().default(null),
  answer: longText(1000).nullable().default(null),
  note: longText(1000).nullable().default(null),
};
const requestRow = z.object({
  id,
  version,
  memberId: id,
  memberName: z.string(),
  kind: z.enum(REQUEST_KINDS),
  askedBy: z.string(),
  askedOn: z.string(),
  dueOn: z.string(),
  thirdParty: z.boolean(),
  extraDays: z.number(),
  repliedOn: z.string().nullable(),
  /** Last day to tell the person that the request came in. */
  replyDueOn: z.string(),
  answeredOn: z.string().nullable(),
  answerNo: z.string().nullable(),
  answer: z.string().nullable(),
  note: z.string().nullable(),
});
const dueRow = z.object({
  id,
  fullName: z.string(),
  givenName: z.string(),
  department: z.string().nullable(),
  status: z.string(),
  leftOn: z.string(),
  /** Day from which the record need not be kept. */
  dueOn: z.string(),
  birthDate: z.string().nullable(),
});

/** Operations spread into the members' contract. */
export const memberPapers = {
  'members.exportList': job({
    input: z.strictObject({
      ...memberFilter,
      ...sorting,
      columns,
      format: z.enum(LIST_FORMATS).default('xlsx'),
      separator: z.enum(CSV_SEPARATORS).default(';'),
      purpose,
    }),
    output: outgoingFile,
    errors: ['CANCELLED', 'EXPORT_PURPOSE', 'FIELD_OFF'],
    access: { roles: access.everyone.roles, sensitive: ['identity', 'politics', 'health', 'money'] },
    doc: 'The chosen columns of the members that meet the conditions, as XLSX or CSV (UTF-8 with its mark) in the order of the list. Private columns need a purpose, which the log keeps.',
  }),
  'members.printList': job({
    input: z.strictObject({
      ...memberFilter,
      ...sorting,
      columns,
      by: z.enum(['department', 'group', 'none']).default('department'),
      /** Every department or group on pages of its own. */
      pageEach: z.boolean().default(false),
      orientation: z.enum(['auto', 'portrait', 'landscape']).default('auto'),
      signature: z.boolean().default(false),
      title: text(200).nullable().default(null),
      purpose,
    }),
    output: outgoingFile,
    errors: ['CANCELLED', 'EXPORT_PURPOSE', 'FIELD_OFF', 'NOTHING_TO_PRINT', 'TOO_MANY_TO_PRINT'],
    access: { roles: access.everyone.roles, sensitive: ['identity', 'politics', 'health', 'money'] },
    doc: 'The list as PDF on A4 by department or union group, with a running head and a total on every page; the sheet turns to landscape when the columns need it.',
  }),
  'members.printCards': job({
    input: z.strictObject({ ...memberFilter, ...sorting }),
    output: outgoingFile,
    errors: ['CANCELLED', 'NOTHING_TO_PRINT', 'TOO_MANY_TO_PRINT'],
    access: access.everyone,
    doc: 'Member cards (thẻ đoàn viên), eight on A4 with marks for cutting, with the photo where there is one.',
  }),
  'members.printCardList': job({
    input: z.strictObject({ ...memberFilter, ...sorting, kind: z.enum(CARD_LISTS) }),
    output: outgoingFile,
    errors: ['CANCELLED', 'NOTHING_TO_PRINT', 'TOO_MANY_TO_PRINT'],
    access: access.everyone,
    doc: 'The list with which cards are asked for: new, changed or lost (domain.md 6.2), as PDF with room for a photo of 2×3 cm. New also takes in everybody without a card number.',
  }),
  'members.requests': query({
    input: z.strictObject({
      memberId: id.nullable().default(null),
      open: z.boolean().default(false),
      ...paging,
    }),
    output: z.object({ total: z.number(), rows: z.array(requestRow) }),
    access: access.editors,
    doc: 'What members ask about the data kept of them, newest first; `open` leaves only what is not answered.',
  }),
  'members.addRequest': command({
    input: z.strictObject({ memberId: id, ...requestFields }),
    output: saved,
    errors: ['NOT_FOUND', 'DATE_ORDER'],
    touches: ['members'],
    access: access.editors,
    doc: 'Writes down a request; when an answer is due is in shared/domain/requestDeadlines.',
  }),
  'members.updateRequest': command({
    input: z.strictObject({ id, version, ...requestFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DATE_ORDER'],
    touches: ['members'],
    access: access.editors,
    doc: 'Corrects a request or notes its answer.',
  }),
  ...trashing(
    { trash: 'members.trashRequests', restore: 'members.restoreRequests' },
    { touches: ['members'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves requests to the trash.' },
    { doc: 'Takes requests back from the trash.' },
  ),
  'members.recordFile': job({
    input: z.strictObject({
      id,
      /** The request it answers: the file names who asked and when. */
      requestId: id.nullable().default(null),
      format: z.enum(RECORD_FORMATS).default('pdf'),
    }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'CANCELLED'],
    touches: ['members'],
    access: { roles: ['chair', 'clerk'], sensitive: ['identity', 'politics', 'health', 'money'] },
    doc: 'Everything kept of one member with history, events, awards and who looked at it, as PDF, XLSX or JSON, or as one ZIP of the three with the attached files and the picture; the log keeps that it was made.',
  }),
  'members.officerSheets': job({
    input: z.strictObject({
      /** null: every officer in post on the day. */
      memberId: id.nullable().default(null),
      /** null: today. */
      asOf: isoDate.nullable().default(null),
    }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED'],
    touches: ['members'],
    access: { roles: ['chair', 'clerk'], sensitive: ['identity'] },
    doc: 'Union officers on one page each: posts, training, awards, discipline, what they joined in; the log keeps that it was made (cases.md row 54).',
  }),
  'members.retention': query({
    input: z.strictObject({}),
    output: z.object({
      /** Years a record is kept after the person left; null while nobody has decided. */
      years: z.number().nullable(),
      due: z.number(),
      anonymised: z.number(),
      /** Copies on this computer that still hold everybody as they were when each was made. */
      copies: z.object({
        /** Copies that newer ones push out by and by. */
        replaced: z.number(),
        /** When the last of these is gone, if a copy is made every month; null when there are none. */
        goneBy: z.string().nullable(),
        /** Copies kept until newer ones of their own kind are made: by hand, before an upgrade. */
        lasting: z.number(),
      }),
    }),
    access: access.everyone,
    doc: 'How long records are kept after somebody left, how many are due, and how many were made anonymous.',
  }),
  'members.setRetention': command({
    input: z.strictObject({ years: z.int().min(0).max(100).nullable() }),
    output: z.object({ years: z.number().nullable() }),
    touches: ['members'],
    access: access.chair,
    doc: 'Sets how many years records are kept after somebody left; null keeps them without end.',
  }),
  'members.retentionDue': query({
    input: z.strictObject({ ...paging }),
    output: z.object({ total: z.number(), rows: z.array(dueRow) }),
    access: access.editors,
    doc: 'Whose time has passed: left, retired, transferred, expelled or died longer ago than records are kept.',
  }),
  'members.anonymisePreview': query({
    input: z.strictObject({ ids }),
    output: z.object({
      people: z.number(),
      /** Rows that lose something, by kind of record. */
      rows: z.array(z.object({ entity: z.string(), count: z.number() })),
      /** Still in force, or left too short a time ago: they are not touched. */
      refused: z.array(z.object({ id, fullName: z.string(), why: z.enum(['active', 'early', 'done']) })),
    }),
    errors: ['NOT_FOUND'],
    access: access.editors,
    doc: 'What making these people anonymous would remove.',
  }),
  'members.anonymise': job({
    input: z.strictObject({
      ids,
      /** What was typed to confirm: the number of people, in digits. */
      confirm: z.string().max(20),
    }),
    output: z.object({ count: z.number(), places: z.number() }),
    errors: ['NOT_FOUND', 'ANONYMISE_REFUSED', 'ANONYMISE_CONFIRM', 'CANCELLED'],
    touches: [
      'members',
      'events',
      'awards',
      'organisation',
      'dashboard',
      'settings',
      'review',
      'certificates',
    ],
    access: access.chair,
    doc: 'Takes names, numbers, notes and history texts of people whose time has passed out of the whole store, the change log and the search index, for good; sex, birth year, department and dates stay for the counts. Older copies still hold them.',
  }),
} satisfies Operations;
