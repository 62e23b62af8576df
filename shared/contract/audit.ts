/** The change log (nhật ký thay đổi) as sentences: who changed what, from what to what, and one field taken back. */
import { z } from 'zod';
import { AUDIT_KINDS, VALUE_KINDS } from '../domain/changeFields';
import { id, outgoingFile } from './fields';
import { AREAS, access, command, job, type Operations, query, ROLES } from './kernel';

/** A value as a screen shows it: `text` is ISO for dates, a locale key for choices, the name for references. */
const shownValue = z.strictObject({ kind: z.enum(VALUE_KINDS), text: z.string() });
export type ShownValue = z.output<typeof shownValue>;

const changedField = z.strictObject({
  field: z.string(),
  /** Locale key of the field's name; null for a field without one, which is then shown by its own name. */
  label: z.string().nullable(),
  /** Own name: of a field the unit made. */
  name: z.string().nullable(),
  /** null: unknown, empty. Both null for a hidden field. */
  before: shownValue.nullable(),
  after: shownValue.nullable(),
  /** Sensitive: shown only by `audit.reveal`. */
  hidden: z.boolean(),
  /** Can be taken back alone, as far as the log can tell. */
  revertable: z.boolean(),
});
export type ChangedField = z.output<typeof changedField>;

const change = z.strictObject({
  id,
  at: z.string(),
  actor: z.string(),
  role: z.enum(ROLES),
  entity: z.string(),
  entityId: z.int().nullable(),
  area: z.enum(AREAS),
  action: z.string(),
  /** What the record is known by; null when the log does not say. */
  subject: z.string().nullable(),
  /** Address of its page; null when it has none. */
  path: z.string().nullable(),
  changes: z.array(changedField),
  /** Number the action is about: people printed, lines imported. */
  count: z.int().nullable(),
});
export type Change = z.output<typeof change>;

const filter = {
  /** Of one member: the record and what is linked to it. */
  memberId: id.nullable().default(null),
  /** Of one record. */
  entity: z.string().max(60).nullable().default(null),
  entityId: z.int().nullable().default(null),
  actor: z.string().max(200).nullable().default(null),
  action: z.enum(AUDIT_KINDS).nullable().default(null),
  area: z.enum(AREAS).nullable().default(null),
  /** Days in Vietnam, both included. */
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
  /** In the record's name or in a changed value, tones ignored. */
  search: z.string().max(200).default(''),
};

/** What following the chain of the log found; days are UTC instants. */
const logFindings = z.strictObject({
  rows: z.int(),
  /** Rows that making somebody anonymous emptied, as the log itself tells. */
  anonymised: z.int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Hash of the newest row: two people who read it to one another know that they look at the same log. */
  head: z.string().nullable(),
  /** Copies whose newest row is in this log. */
  copies: z.int(),
  /** Copies made before an older one was put back in place: what they hold besides is in them alone. */
  setBack: z.int(),
  /**
   * edited: says something else than when it was written, or the row before it is gone. removed: only its link is left.
   * added: has no link. cut: a copy of `copyAt` holds this row, or another one of this number.
   */
  problems: z.array(
    z.strictObject({
      kind: z.enum(['edited', 'removed', 'added', 'cut']),
      id: z.int(),
      at: z.string().nullable(),
    }),
  ),
});
export type LogFindings = z.output<typeof logFindings>;

const readers = { roles: ['chair', 'inspector'] as const };

export const audit = {
  'audit.changes': query({
    input: z.strictObject({
      ...filter,
      limit: z.int().min(1).max(200).default(50),
      /** Continue below this row. */
      after: z
        .strictObject({ at: z.string().max(40), id })
        .nullable()
        .default(null),
    }),
    output: z.strictObject({
      rows: z.array(change),
      /** Where to go on; null at the end. Rows may be few while a search still goes on. */
      next: z.strictObject({ at: z.string(), id }).nullable(),
    }),
    access: readers,
    doc: 'The change log as sentences, newest first; sensitive values are masked. A search looks through a bounded part at a time.',
  }),
  'audit.facets': query({
    input: z.strictObject({}),
    output: z.strictObject({ actors: z.array(z.string()), first: z.string().nullable() }),
    access: readers,
    doc: 'Who has changed anything, and the day of the first change, for the filters of the log.',
  }),
  'audit.reveal': command({
    input: z.strictObject({ id, field: z.string().min(1).max(80) }),
    output: z.strictObject({ before: shownValue.nullable(), after: shownValue.nullable() }),
    errors: ['NOT_FOUND', 'FIELD_OFF'],
    touches: ['settings'],
    access: { ...readers, sensitive: ['identity', 'politics', 'health', 'money'] },
    doc: 'Shows a masked value of the log; who looked is logged like any reveal.',
  }),
  'audit.revertField': command({
    input: z.strictObject({ id, field: z.string().min(1).max(80) }),
    output: z.strictObject({ entity: z.string(), entityId: z.int() }),
    errors: [
      'NOT_FOUND',
      'REVERT_CHANGED',
      'REVERT_NONE',
      'VERSION_CONFLICT',
      'FIELD_OFF',
      'CARD_TAKEN',
      'ID_TAKEN',
      'CLOSED',
      'DUPLICATE',
      'DATE_ORDER',
      'POST_TWICE',
      'POST_PLACE',
      'POST_PERSON',
      'NUMBER_TAKEN',
      'COUNT_OVER_DENOMINATOR',
      'DENOMINATOR_DATE_REQUIRED',
      'DENOMINATOR_UNIT',
      'INVALID_INPUT',
    ],
    touches: ['members', 'organisation', 'events', 'awards', 'settings'],
    access: access.editors,
    doc: 'Puts one field back to what it was before a change, through the area that owns the record; refused when it changed again since.',
  }),
  'audit.verify': job({
    input: z.strictObject({}),
    output: logFindings,
    errors: ['CANCELLED'],
    access: readers,
    doc: 'Follows the chain of the change log from its first row, and looks for the newest row of every copy in it.',
  }),
  'audit.export': job({
    input: z.strictObject(filter),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: readers,
    doc: 'The change log as sentences in an XLSX workbook, with the number of each row; sensitive values stay masked.',
  }),
} satisfies Operations;
