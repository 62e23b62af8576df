/** Members (đoàn viên): the register, one person's page, search, trash, export. Fields: domain.md 6.1. */
import { z } from 'zod';
import { CARD_STATUSES, HARDSHIP_LEVELS, MASKED_FIELDS, type MaskedField } from '../domain/privateFields';
import { id, ids, longText, money, paging, partialDate, requiredText, saved, text, version } from './fields';
import { access, command, type Operations, query } from './kernel';
import { memberConsent } from './memberConsent';
import { memberFamily } from './memberFamily';
import { GENDERS, MEMBER_STATUSES, memberFilter } from './memberFilter';
import { datedChange, memberHistory } from './memberHistory';
import { memberMerge } from './memberMerge';
import { memberPapers } from './memberPapers';
import { extraValues, memberPrivacy } from './memberPrivacy';
import { memberImport } from './membersImport';
import { memberViews } from './memberViews';

export { GENDERS, MEMBER_STATUSES, memberFilter };

/** Everything recorded of a member. Unknown is null. */
export const memberFields = {
  fullName: requiredText(100),
  /** Per-person "sắp theo" when the given name is not the last word. */
  sortName: text(100).nullable().default(null),
  gender: z.enum(GENDERS).nullable().default(null),
  birthDate: partialDate.nullable().default(null),
  departmentId: id.nullable().default(null),
  groupId: id.nullable().default(null),
  jobTitle: text(120).nullable().default(null),
  position: text(120).nullable().default(null),
  unionPosition: text(120).nullable().default(null),
  contractType: text(60).nullable().default(null),
  hireDate: partialDate.nullable().default(null),
  education: text(80).nullable().default(null),
  politicalTheory: text(80).nullable().default(null),
  unionJoinDate: partialDate.nullable().default(null),
  /** Where, and by which decision, the member was admitted (nơi kết nạp, số quyết định). */
  unionJoinPlace: text(200).nullable().default(null),
  unionJoinDecision: text(80).nullable().default(null),
  cardNo: text(40).nullable().default(null),
  cardDate: partialDate.nullable().default(null),
  cardStatus: z.enum(CARD_STATUSES).nullable().default(null),
  idNumber: text(20).nullable().default(null),
  idDate: partialDate.nullable().default(null),
  idPlace: text(120).nullable().default(null),
  phone: text(30).nullable().default(null),
  email: text(120).nullable().default(null),
  address: text(250).nullable().default(null),
  hometown: text(250).nullable().default(null),
  ethnicity: text(60).nullable().default(null),
  religion: text(60).nullable().default(null),
  isParty: z.boolean().nullable().default(null),
  partyDate: partialDate.nullable().default(null),
  salaryCoefficient: z.number().min(0).max(50).nullable().default(null),
  /** Monthly salary the dues are 1 % of (lương đóng BHXH), đồng. */
  duesBase: money.nullable().default(null),
  bankAccount: text(60).nullable().default(null),
  healthNote: longText(1000).nullable().default(null),
  hardship: z.enum(HARDSHIP_LEVELS).nullable().default(null),
  hardshipNote: longText(1000).nullable().default(null),
  note: longText(2000).nullable().default(null),
};

type Fields = typeof memberFields;
type Masked = Pick<Fields, MaskedField>;
const pickFields = (masked: boolean) =>
  Object.fromEntries(
    Object.entries(memberFields).filter(([key]) => MASKED_FIELDS.includes(key as MaskedField) === masked),
  );

/** What is read of a member without revealing anything. */
export const openFields = pickFields(false) as Omit<Fields, MaskedField>;

/** Masked fields of a change: one that is left out stays as it is, so that nobody has to see it to save the others. */
const maskedChanges = Object.fromEntries(
  Object.entries(pickFields(true)).map(([key, schema]) => [
    key,
    (schema as z.ZodDefault<z.ZodNullable>).unwrap().optional(),
  ]),
) as { [K in MaskedField]: z.ZodOptional<ReturnType<Masked[K]['unwrap']>> };

const extra = extraValues.default({});
const status = z.enum(MEMBER_STATUSES);

/** Row of the register. Dates ISO partial. */
export const memberRow = z.object({
  id,
  version,
  fullName: z.string(),
  /** Which word(s) of fullName the list is sorted by. */
  givenName: z.string(),
  gender: z.enum(GENDERS).nullable(),
  birthDate: z.string().nullable(),
  department: z.string().nullable(),
  /** The short name, where the place has one: for columns. */
  departmentShort: z.string().nullable(),
  group: z.string().nullable(),
  groupShort: z.string().nullable(),
  jobTitle: z.string().nullable(),
  position: z.string().nullable(),
  unionPosition: z.string().nullable(),
  unionJoinDate: z.string().nullable(),
  cardNo: z.string().nullable(),
  cardDate: z.string().nullable(),
  cardStatus: z.enum(CARD_STATUSES).nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  education: z.string().nullable(),
  hireDate: z.string().nullable(),
  /** Values of the unit's own fields, by field id. */
  extra: z.record(z.string(), z.union([z.string(), z.number()])),
  status,
});

export const MEMBER_SORTS = [
  'name',
  'birthDate',
  'gender',
  'department',
  'group',
  'jobTitle',
  'hireDate',
  'unionJoinDate',
  'cardNo',
  'status',
] as const;
/** By one of these, or by a field of the unit's own: `extra:ID`, people without a value last. */
const memberSort = z.union([
  z.enum(MEMBER_SORTS),
  z.string().regex(/^extra:[1-9]\d{0,9}$/) as unknown as z.ZodType<`extra:${number}`>,
]);
export type MemberSort = z.output<typeof memberSort>;

export const memberCommand = z.strictObject({
  id,
  version,
  status,
  statusDate: partialDate.nullable().default(null),
  reason: text(300).nullable().default(null),
  decisionNo: text(80).nullable().default(null),
  decisionDate: partialDate.nullable().default(null),
  /** Where the member goes to, or comes from. */
  place: text(200).nullable().default(null),
});

export const members = {
  'members.list': query({
    input: z.strictObject({
      ...memberFilter,
      sort: memberSort.default('name'),
      descending: z.boolean().default(false),
      ...paging,
    }),
    output: z.object({ total: z.number(), rows: z.array(memberRow) }),
    errors: ['FIELD_OFF'],
    access: access.everyone,
    doc: 'A page of the register. Sorted by given name in Vietnamese order unless told; search ignores tones and đ, exact tones first.',
  }),
  'members.ids': query({
    input: z.strictObject({ ...memberFilter }),
    output: z.object({ ids: z.array(id) }),
    errors: ['FIELD_OFF'],
    access: access.everyone,
    doc: 'Ids of every member that meets the conditions, for select-all.',
  }),
  'members.counts': query({
    input: z.strictObject({}),
    output: z.object({
      active: z.number(),
      byStatus: z.record(z.string(), z.number()),
      withoutCard: z.number(),
    }),
    access: access.everyone,
    doc: 'Head counts (đoàn viên) for tabs and navigation.',
  }),
  'members.suggest': query({
    input: z.strictObject({
      search: z.string().max(200),
      departmentId: id.nullable().default(null),
      limit: z.int().min(1).max(50).default(8),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          id,
          fullName: z.string(),
          birthDate: z.string().nullable(),
          department: z.string().nullable(),
          jobTitle: z.string().nullable(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Active members for a picker: the few best matches of what is typed.',
  }),
  'members.get': query({
    input: z.strictObject({ id }),
    output: z.object({
      id,
      version,
      uid: z.string(),
      status,
      statusDate: z.string().nullable(),
      deletedAt: z.string().nullable(),
      givenName: z.string(),
      department: z.string().nullable(),
      group: z.string().nullable(),
      /** Union posts held today, in words; null when none is recorded. */
      unionPosts: z.string().nullable(),
      fields: z.object(openFields),
      /** Masked fields that are in use and have a value; `members.reveal` shows it. */
      held: z.array(z.enum(MASKED_FIELDS)),
      /** Values of the unit's own fields, by field id. */
      extra: z.record(z.string(), z.union([z.string(), z.number()])),
      /** Others of the same folded name. */
      sameName: z.array(
        z.object({
          id,
          fullName: z.string(),
          birthDate: z.string().nullable(),
          department: z.string().nullable(),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One member with every field that is not masked, and which of the masked ones have a value.',
  }),
  'members.timeline': query({
    input: z.strictObject({ id }),
    output: z.object({
      rows: z.array(
        z.object({
          kind: z.enum([
            'joined',
            'status',
            'moved',
            'event',
            'followUp',
            'inspection',
            'document',
            'agreement',
            'plan',
            'award',
            'proposal',
            'movement',
            'gift',
            'dues',
            'drive',
            'visit',
            'careCase',
            'post',
            'postEnded',
            'discipline',
            'absence',
            'married',
            'child',
            'changed',
            'created',
            'imported',
          ]),
          date: z.string(),
          title: z.string(),
          /** For English screens, where a catalogue has it. */
          titleEn: z.string().nullable().optional(),
          detail: z.string().nullable(),
          /** Record behind the row. */
          recordId: id.nullable(),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'What happened with one member: joining, moves, events, awards and changes of the record, newest first.',
  }),
  'members.create': command({
    input: z.strictObject({ ...memberFields, extra }),
    output: saved,
    errors: ['CARD_TAKEN', 'ID_TAKEN', 'NOT_FOUND', 'FIELD_OFF'],
    touches: ['members', 'organisation'],
    access: access.editors,
    doc: 'Adds a member to the register.',
  }),
  'members.update': command({
    input: z.strictObject({
      id,
      version,
      ...openFields,
      ...maskedChanges,
      extra,
      /** How changed dated fields are meant; null: from today, where something was recorded before. */
      change: datedChange.nullable().default(null),
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'CARD_TAKEN', 'ID_TAKEN', 'NOT_FOUND', 'FIELD_OFF'],
    touches: ['members', 'organisation'],
    access: access.editors,
    doc: 'Saves the whole record of a member; masked fields and own fields that are left out stay as they are.',
  }),
  'members.revertUpdate': command({
    input: z.strictObject({
      id,
      version,
      /** Row of the change log that is taken back; the values stay inside. */
      changeId: id,
      /** Dated facts it wrote. */
      batchId: id.nullable().default(null),
      /** Bring the facts of the batch again instead of taking them back. */
      again: z.boolean().default(false),
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'CARD_TAKEN', 'ID_TAKEN', 'NOT_FOUND', 'FIELD_OFF'],
    touches: ['members', 'organisation'],
    access: access.editors,
    doc: 'Takes one saved change of a member back: the fields it changed are as the change log knows them from before.',
  }),
  'members.setStatus': command({
    input: memberCommand,
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND'],
    touches: ['members', 'organisation'],
    access: access.editors,
    doc: 'Records that a member left, retired, was transferred … or is active again, from a day on.',
  }),
  'members.trash': command({
    input: z.strictObject({ ids }),
    output: z.object({ count: z.number() }),
    errors: ['NOT_FOUND'],
    touches: ['members', 'organisation'],
    access: access.editors,
    doc: 'Moves members to the trash; their events and awards stay.',
  }),
  'members.restore': command({
    input: z.strictObject({ ids }),
    output: z.object({
      count: z.number(),
      /** Of them, those whose group or department had closed without a successor: they are in none now. */
      placeless: z.number(),
    }),
    errors: ['CARD_TAKEN', 'ID_TAKEN'],
    touches: ['members', 'organisation'],
    access: access.editors,
    doc: 'Takes members back from the trash.',
  }),
  ...memberImport,
  ...memberPrivacy,
  ...memberHistory,
  ...memberFamily,
  ...memberViews,
  ...memberMerge,
  ...memberPapers,
  ...memberConsent,
} satisfies Operations;
