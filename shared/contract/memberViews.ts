/** Finding and changing many: what can be asked, saved filters with their columns, bulk edit with a preview. */
import { z } from 'zod';
import { id, ids, isoDate, partialDate, requiredText, saved, text, version } from './fields';
import { access, command, type Operations, query } from './kernel';
import { memberFilter } from './memberFilter';
import { trashing } from './trashing';

const label = z.union([z.object({ key: z.string() }), z.object({ text: z.string() })]);
const { ids: _ids, asOf: _asOf, ...savedFields } = memberFilter;

/** What a saved filter holds: every condition but a list of people and the day it is seen on. */
export const savedFilter = z.strictObject(savedFields);
export type SavedFilter = z.output<typeof savedFilter>;

const viewKey = z
  .string()
  .regex(/^[a-zA-Z]+(:\d+)?$/)
  .max(40);
const columnKey = z.string().min(1).max(60);

/** Columns and order of one view of the register. */
export const viewLayout = z.strictObject({
  order: z.array(columnKey).max(200).default([]),
  on: z.array(columnKey).max(200).default([]),
  off: z.array(columnKey).max(200).default([]),
  widths: z.record(columnKey, z.int().min(40).max(1000)).default({}),
  sort: z.strictObject({ key: columnKey, descending: z.boolean() }).nullable().default(null),
});

/** Fields one value can be given to many people in; dated ones change from a day on, the status too. */
export const BULK_FIELDS = [
  'status',
  'departmentId',
  'groupId',
  'jobTitle',
  'position',
  'contractType',
  'gender',
  'hireDate',
  'education',
  'politicalTheory',
  'unionPosition',
  'unionJoinDate',
  'unionJoinPlace',
  'unionJoinDecision',
  'cardDate',
  'cardStatus',
  'idPlace',
  'address',
  'hometown',
  'note',
  'ethnicity',
  'religion',
  'isParty',
  'partyDate',
  'hardship',
] as const;
export type BulkField = (typeof BULK_FIELDS)[number];
export const DATED_FIELDS = [
  'departmentId',
  'groupId',
  'jobTitle',
  'position',
  'contractType',
  'status',
] as const;

const bulkValue = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]);
/** null empties the field. */
const bulkChange = z.strictObject({
  field: z.union([z.enum(BULK_FIELDS), z.string().regex(/^extra:[1-9]\d{0,9}$/)]),
  value: bulkValue,
});
const bulkInput = {
  ids: z.array(id).min(1).max(20_000),
  changes: z.array(bulkChange).min(1).max(20),
  /** When dated fields change; today unless told. */
  onDate: isoDate.nullable().default(null),
  decisionNo: text(60).nullable().default(null),
  decisionDate: partialDate.nullable().default(null),
  reason: text(300).nullable().default(null),
  /** Where they go to, or come from, when the status changes. */
  place: text(200).nullable().default(null),
};
const bulkErrors = ['FIELD_OFF', 'NOT_FOUND', 'DATE_INVALID', 'INVALID_INPUT'] as const;
const counted = z.object({ count: z.number() });

const view = z.object({ id, version, name: z.string(), filter: savedFilter });

export const memberViews = {
  'members.conditionFields': query({
    input: z.strictObject({}),
    output: z.object({
      fields: z.array(
        z.object({
          key: z.string(),
          type: z.enum(['text', 'number', 'date', 'choice', 'yesNo']),
          section: z.string(),
          label,
          choices: z.array(z.object({ value: z.union([z.string(), z.number()]), label })).nullable(),
          /** A sensitive field that is not switched on. */
          off: z.boolean(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Every field the register can be asked by, with its choices, in the order of the editor.',
  }),
  'members.fieldValues': query({
    input: z.strictObject({
      field: z.string().min(1).max(60),
      search: z.string().max(100).default(''),
      limit: z.int().min(1).max(50).default(12),
    }),
    output: z.object({ values: z.array(z.string()) }),
    errors: ['FIELD_OFF'],
    access: access.everyone,
    doc: 'Texts the register already has in a field that hold the typed words, the most common first.',
  }),
  'members.countOf': query({
    input: z.strictObject({ ...memberFilter }),
    output: counted,
    errors: ['FIELD_OFF'],
    access: access.everyone,
    doc: 'How many members meet the conditions (đoàn viên).',
  }),
  'members.views': query({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(view),
      layouts: z.record(z.string(), viewLayout),
    }),
    access: access.everyone,
    doc: 'Saved filters in their order, and the columns and order of every view.',
  }),
  'members.saveView': command({
    input: z.strictObject({
      /** Null saves a new one. */
      id: id.nullable().default(null),
      version: version.default(0),
      name: requiredText(60),
      filter: savedFilter,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DUPLICATE'],
    touches: ['members'],
    access: access.editors,
    doc: 'Saves conditions under a name, or gives a saved filter another name or other conditions.',
  }),
  'members.orderViews': command({
    input: z.strictObject({ ids }),
    output: counted,
    errors: ['NOT_FOUND'],
    touches: ['members'],
    access: access.editors,
    doc: 'Puts saved filters in order.',
  }),
  ...trashing(
    { trash: 'members.trashViews', restore: 'members.restoreViews' },
    { touches: ['members'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves saved filters to the trash; nobody in the register is touched.' },
    { errors: ['NOT_FOUND', 'DUPLICATE'], doc: 'Takes saved filters back from the trash.' },
  ),
  'members.saveLayout': command({
    input: z.strictObject({ view: viewKey, layout: viewLayout.nullable() }),
    output: z.object({ view: z.string() }),
    access: access.everyone,
    doc: 'Remembers the columns, widths and order of one view; null forgets them.',
  }),
  'members.bulkPreview': query({
    input: z.strictObject({
      ...bulkInput,
      show: z.enum(['changed', 'same', 'refused']).default('changed'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({
      changed: z.number(),
      same: z.number(),
      refused: z.number(),
      /** Of the kind shown. */
      total: z.number(),
      rows: z.array(
        z.object({
          id,
          fullName: z.string(),
          givenName: z.string(),
          department: z.string().nullable(),
          /** The fields that change; names of places in words, masked values null with `masked`. */
          values: z.array(
            z.object({ field: z.string(), before: bulkValue, after: bulkValue, masked: z.boolean() }),
          ),
          /** Why it is left out. */
          refusal: z.enum(['trashed', 'gone']).nullable(),
        }),
      ),
    }),
    errors: bulkErrors,
    access: { roles: access.editors.roles, sensitive: ['identity', 'politics'] },
    doc: 'What a bulk edit would change: each person before and after, who stays as is, who is left out and why.',
  }),
  'members.bulkUpdate': command({
    input: z.strictObject(bulkInput),
    output: z.object({ bulkId: id.nullable(), changed: z.number(), same: z.number(), refused: z.number() }),
    errors: bulkErrors,
    touches: ['members', 'organisation'],
    access: access.editors,
    doc: 'Gives many members the same values in one change; its undo takes the whole batch back.',
  }),
  'members.bulkRevert': command({
    input: z.strictObject({
      bulkId: id,
      /** True does the batch again after it was taken back. */
      again: z.boolean().default(false),
    }),
    output: z.object({
      reverted: z.number(),
      /** People whose value was changed by someone since, and is left as it is. */
      kept: z.number(),
    }),
    errors: ['NOT_FOUND', 'CLOSED'],
    touches: ['members', 'organisation'],
    access: access.editors,
    doc: 'Takes a bulk edit back, whatever was done to other people or other fields since.',
  }),
  'members.bulkChanges': query({
    input: z.strictObject({ limit: z.int().min(1).max(100).default(20) }),
    output: z.object({
      rows: z.array(
        z.object({
          id,
          at: z.string(),
          actor: z.string(),
          fields: z.array(z.string()),
          people: z.number(),
          undone: z.boolean(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'The last changes of many, newest first.',
  }),
  'members.checkNew': query({
    input: z.strictObject({
      fullName: z.string().max(200),
      birthDate: partialDate.nullable().default(null),
      cardNo: text(40).nullable().default(null),
      idNumber: text(20).nullable().default(null),
    }),
    output: z.object({
      /** Somebody of the same name without tones, the same birth date first. */
      sameName: z.array(
        z.object({
          id,
          fullName: z.string(),
          birthDate: z.string().nullable(),
          department: z.string().nullable(),
        }),
      ),
      sameBirth: z.boolean(),
      cardOwner: z.string().nullable(),
      idOwner: z.string().nullable(),
    }),
    access: access.everyone,
    doc: 'Who in the register a person about to be entered might already be.',
  }),
} satisfies Operations;
