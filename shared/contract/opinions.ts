/** Opinions and petitions (ý kiến, kiến nghị, đơn thư): received, sent on, answered in time; who gave one is masked. */
import { z } from 'zod';
import { OPINION_SHOWS, OPINION_SOURCES, OPINION_STATES, OPINION_WAYS } from '../domain/opinions';
import { id, isoDate, longText, outgoingFile, paging, requiredText, saved, text, version } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

const touches = ['opinions', 'events', 'dashboard'] as const;
const editors = access.editors;

/** A record something belongs to, by the name of its table, and what it is called. */
export const recordLink = z.strictObject({
  entity: z.string().regex(/^[a-z][a-z_]{1,39}$/),
  id,
  label: requiredText(200),
});
/** Several lines that must not be empty. */
const requiredLong = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => value.normalize('NFC').trim())
    .pipe(z.string().min(1).max(max));

const opinionFields = {
  receivedOn: isoDate,
  how: z.enum(OPINION_WAYS),
  kindId: id,
  topicId: id,
  text: requiredLong(3000),
  /** The part it is about. */
  orgUnitId: id.nullable().default(null),
  source: z.enum(OPINION_SOURCES),
  /** Whose it is when it comes from a group of people. */
  sourceUnitId: id.nullable().default(null),
  sentTo: text(200).nullable().default(null),
  sentOn: isoDate.nullable().default(null),
  /** null: counted from the kind's working days. */
  dueOn: isoDate.nullable().default(null),
  /** The dialogue it was raised at. */
  dialogueId: id.nullable().default(null),
  link: recordLink.nullable().default(null),
  note: longText(2000).nullable().default(null),
};
/** Who gave it: a member or only a name. Left as it is when not sent. */
const giver = z
  .strictObject({ memberId: id.nullable().default(null), name: text(150).nullable().default(null) })
  .nullable()
  .optional();

export const opinionRow = z.object({
  id,
  version,
  ...opinionFields,
  number: z.number(),
  year: z.number(),
  /** "12/2026". */
  code: z.string(),
  state: z.enum(OPINION_STATES),
  kind: z.string(),
  kindEn: z.string().nullable(),
  petition: z.boolean(),
  topic: z.string(),
  topicEn: z.string().nullable(),
  orgUnit: z.string().nullable(),
  sourceUnit: z.string().nullable(),
  /** It has a name, which only `opinions.reveal` tells. */
  named: z.boolean(),
  dueByRule: z.boolean(),
  /** Days past its day without an answer. */
  late: z.number().nullable(),
  answer: z.string().nullable(),
  answeredOn: z.string().nullable(),
  /** Days from the day received to the answer. */
  days: z.number().nullable(),
  /** Answered after its day. */
  answeredLate: z.boolean(),
  dialogue: z.string().nullable(),
  followUpId: id.nullable(),
  followUp: z.object({ owner: z.string(), state: z.string(), dueOn: z.string().nullable() }).nullable(),
  files: z.number(),
});

const filter = {
  search: z.string().max(200).default(''),
  show: z.enum(OPINION_SHOWS).nullable().default(null),
  kindId: id.nullable().default(null),
  topicId: id.nullable().default(null),
  orgUnitId: id.nullable().default(null),
  source: z.enum(OPINION_SOURCES).nullable().default(null),
  /** Days received. */
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  dialogueId: id.nullable().default(null),
  linkEntity: z.string().max(40).nullable().default(null),
  linkId: id.nullable().default(null),
};
const tally = z.object({
  received: z.number(),
  /** Of those received in the period, by today. */
  answered: z.number(),
  overdue: z.number(),
  open: z.number(),
});
const topicFields = { name: requiredText(100), nameEn: text(100).nullable().default(null) };
const kindFields = {
  name: requiredText(100),
  nameEn: text(100).nullable().default(null),
  /** Working days to answer in; null: none by itself. */
  workingDays: z.int().min(1).max(400).nullable().default(null),
  /** Counted among petitions (đơn thư). */
  petition: z.boolean().default(false),
  /** Where the office wrote the days down. */
  basis: text(300).nullable().default(null),
};
/** Key of a row that is saved: null adds one. */
export const own = { id: id.nullable().default(null), version: version.nullable().default(null) };
const errors = ['NOT_FOUND', 'DATE_ORDER', 'OPINION_SOURCE', 'OPINION_SENT'] as const;

export const opinions = {
  'opinions.list': query({
    input: z.strictObject({ ...filter, ...paging }),
    output: z.object({
      total: z.number(),
      /** Of all that meet the other conditions. */
      states: z.object({ new: z.number(), sent: z.number(), overdue: z.number(), answered: z.number() }),
      rows: z.array(opinionRow),
    }),
    access: access.everyone,
    doc: 'Opinions and petitions, the latest first, with counts by state; no name of who gave one.',
  }),
  'opinions.get': query({
    input: z.strictObject({ id }),
    output: z.object({ opinion: opinionRow, deletedAt: z.string().nullable() }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One opinion with where it stands.',
  }),
  'opinions.figures': query({
    input: z.strictObject({ from: isoDate, to: isoDate }),
    output: tally.extend({
      petitions: z.number(),
      petitionsAnswered: z.number(),
      anonymous: z.number(),
      answeredLate: z.number(),
      /** Mean of days from received to answered, of those received in the period and answered; null: none is. */
      averageDays: z.number().nullable(),
      topics: z.array(tally.extend({ id, name: z.string(), nameEn: z.string().nullable() })),
      kinds: z.array(tally.extend({ id, name: z.string(), nameEn: z.string().nullable() })),
      months: z.array(z.object({ month: z.string(), received: z.number(), answered: z.number() })),
    }),
    errors: ['DATE_ORDER'],
    access: access.everyone,
    doc: 'Opinions received in a period by state, topic and kind, and the average days to solve one.',
  }),
  'opinions.create': command({
    input: z.strictObject({ ...opinionFields, giver }),
    output: saved.extend({ code: z.string() }),
    errors,
    touches,
    access: editors,
    doc: 'Enters an opinion with the next number of its year; an anonymous one keeps nobody.',
  }),
  'opinions.update': command({
    input: z.strictObject({ id, version, ...opinionFields, giver }),
    output: saved,
    errors: [...errors, 'VERSION_CONFLICT'],
    touches,
    access: editors,
    doc: 'Saves an opinion; who gave it stays unless sent.',
  }),
  'opinions.send': command({
    input: z.strictObject({ id, version, sentTo: text(200).nullable(), sentOn: isoDate.nullable() }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DATE_ORDER', 'OPINION_SENT'],
    touches,
    access: editors,
    doc: 'Says to whom and when an opinion was sent; null: not yet.',
  }),
  'opinions.answer': command({
    input: z.strictObject({
      id,
      version,
      answeredOn: isoDate.nullable(),
      answer: longText(3000).nullable().default(null),
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DATE_ORDER', 'OPINION_ANSWERED'],
    touches,
    access: editors,
    doc: 'Says when and how an opinion was answered; null: not yet.',
  }),
  'opinions.reveal': command({
    input: z.strictObject({ id }),
    output: z.object({ memberId: id.nullable(), name: z.string().nullable() }),
    errors: ['NOT_FOUND'],
    access: { roles: editors.roles, sensitive: ['identity'] },
    doc: 'Tells who gave an opinion; who looked is written to the change log.',
  }),
  'opinions.follow': command({
    input: z.strictObject({
      id,
      version,
      text: text(2000).nullable().default(null),
      owner: z.strictObject({
        memberId: id.nullable().default(null),
        unitId: id.nullable().default(null),
        name: text(200).nullable().default(null),
      }),
      dueOn: isoDate.nullable().default(null),
    }),
    output: saved.extend({ followUpId: id }),
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'FOLLOW_UP_OWNER', 'DATE_ORDER', 'DUPLICATE'],
    touches,
    access: editors,
    doc: 'Makes a follow-up of an opinion, in the list of follow-ups of events.',
  }),
  'opinions.setFollowUp': command({
    input: z.strictObject({ id, version, followUpId: id.nullable() }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches,
    access: editors,
    doc: 'Links a follow-up to an opinion, taking it out of the trash, or unlinks it and moves it there.',
  }),
  ...trashing(
    { trash: 'opinions.trash', restore: 'opinions.restore' },
    { touches, access: editors },
    { errors: ['NOT_FOUND'], doc: 'Moves opinions to the trash; their numbers stay taken.' },
    { doc: 'Takes opinions back from the trash.' },
  ),
  'opinions.register': job({
    input: z.strictObject({
      ...filter,
      format: z.enum(['pdf', 'xlsx']).default('pdf'),
      /** With the names, for the purpose told. */
      names: z.boolean().default(false),
      purpose: text(300).nullable().default(null),
    }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'EXPORT_PURPOSE', 'CANCELLED'],
    access: { roles: access.everyone.roles, sensitive: ['identity'] },
    doc: 'The register of opinions as PDF or XLSX, without names unless asked for with a purpose.',
  }),
  'opinions.catalogue': query({
    input: z.strictObject({}),
    output: z.object({
      topics: z.array(z.object({ id, version, ...topicFields, used: z.number() })),
      kinds: z.array(z.object({ id, version, ...kindFields, used: z.number() })),
    }),
    access: access.everyone,
    doc: 'Topics and kinds of opinions, each with how many there are.',
  }),
  'opinions.saveTopic': command({
    input: z.strictObject({ ...own, ...topicFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DUPLICATE'],
    touches,
    access: editors,
    doc: 'Adds a topic or changes one.',
  }),
  ...trashing(
    { trash: 'opinions.trashTopics', restore: 'opinions.restoreTopics' },
    { touches, access: editors },
    { errors: ['NOT_FOUND', 'IN_USE'], doc: 'Moves topics without opinions to the trash.' },
    { doc: 'Takes topics back from the trash.' },
  ),
  'opinions.saveKind': command({
    input: z.strictObject({ ...own, ...kindFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DUPLICATE'],
    touches,
    access: editors,
    doc: 'Adds a kind or changes one; due days already counted stay.',
  }),
  ...trashing(
    { trash: 'opinions.trashKinds', restore: 'opinions.restoreKinds' },
    { touches, access: editors },
    { errors: ['NOT_FOUND', 'IN_USE'], doc: 'Moves kinds without opinions to the trash.' },
    { doc: 'Takes kinds back from the trash.' },
  ),
} satisfies Operations;
