/** The register of documents (sổ văn bản đi, đến): numbers by year without gaps, deadlines, answers, links to any record. */
import { z } from 'zod';
import { DOCUMENT_CHECKS, DOCUMENT_DIRECTIONS, DOCUMENT_LINKS, DOCUMENT_STATUSES } from '../domain/documents';
import {
  id,
  ids,
  isoDate,
  longText,
  outgoingFile,
  paging,
  partialDate,
  requiredText,
  saved,
  text,
  version,
  year,
} from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { changedCount, trashing } from './trashing';

const touches = ['documents', 'dashboard', 'awards', 'events'] as const;
const editors = access.editors;
const direction = z.enum(DOCUMENT_DIRECTIONS);
const search = z.string().max(200).default('');

/** The record a document belongs to, under the name it is known by. */
const link = z.strictObject({ entity: z.enum(DOCUMENT_LINKS), id, label: requiredText(200) });

const documentFields = {
  typeId: id,
  /** Of an outgoing paper its own day; of an incoming one the day it came. */
  onDate: isoDate,
  /** Trích yếu; a reserved number may do without. */
  subject: text(500).nullable().default(null),
  /** Nơi nhận; nơi gửi. */
  party: text(300).nullable().default(null),
  theirNumber: text(60).nullable().default(null),
  theirDate: partialDate.nullable().default(null),
  signer: text(150).nullable().default(null),
  urgency: text(40).nullable().default(null),
  secrecy: text(40).nullable().default(null),
  deadline: isoDate.nullable().default(null),
  /** Who answers: a member, or only a name. */
  memberId: id.nullable().default(null),
  personName: text(150).nullable().default(null),
  link: link.nullable().default(null),
  note: longText(2000).nullable().default(null),
};
const documentRow = z.object({
  id,
  version,
  direction,
  ...documentFields,
  status: z.enum(DOCUMENT_STATUSES),
  type: z.string(),
  typeCode: z.string(),
  typeEn: z.string().nullable(),
  year: z.number(),
  number: z.number().nullable(),
  suffix: z.string(),
  code: z.string().nullable(),
  person: z.string().nullable(),
  answeredById: id.nullable(),
  answeredBy: z.string().nullable(),
  answeredOn: z.string().nullable(),
  /** Days past the deadline without an answer; null: not overdue. */
  late: z.number().nullable(),
  files: z.number(),
  voidReason: z.string().nullable(),
});
const typeFields = {
  name: requiredText(100),
  nameEn: text(100).nullable().default(null),
  symbol: text(20).nullable().default(null),
};
const typeRow = z.object({ id, version, code: z.string(), ...typeFields, used: z.number() });
const ruleFields = {
  fromYear: year,
  /** True: each type has its own row of numbers. */
  perType: z.boolean(),
  pattern: z
    .string()
    .min(4)
    .max(60)
    .regex(/\{so\}/),
  /** Whether "12a" may stand between 12 and 13. */
  insertions: z.boolean(),
};
const given = saved.extend({ number: z.number(), suffix: z.string(), code: z.string() });
const filter = {
  direction,
  search,
  year: year.nullable().default(null),
  typeId: id.nullable().default(null),
  check: z.enum(DOCUMENT_CHECKS).nullable().default(null),
};

export const documents = {
  'documents.list': query({
    input: z.strictObject({ ...filter, ...paging }),
    output: z.object({ total: z.number(), overdue: z.number(), rows: z.array(documentRow) }),
    access: access.everyone,
    doc: 'Outgoing or incoming papers, the latest number first; how many of those wait past their deadline.',
  }),
  'documents.get': query({
    input: z.strictObject({ id }),
    output: z.object({
      document: documentRow,
      deletedAt: z.string().nullable(),
      /** Incoming papers this one answers. */
      answers: z.array(z.object({ id, code: z.string().nullable(), subject: z.string().nullable() })),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One document with what it answers.',
  }),
  'documents.of': query({
    input: z.strictObject({ entity: z.enum(DOCUMENT_LINKS), id }),
    output: z.object({ rows: z.array(documentRow) }),
    access: access.everyone,
    doc: 'Documents that belong to a record, in the order of their days.',
  }),
  'documents.next': query({
    input: z.strictObject({
      direction,
      typeId: id.nullable().default(null),
      /** Instead of typeId: 'decision', 'minutes' … */
      typeCode: z.string().max(40).nullable().default(null),
      onDate: isoDate,
    }),
    output: z.object({
      typeId: id,
      number: z.number(),
      code: z.string(),
      /** Nothing has a number in this row yet: any number can be the first. */
      first: z.boolean(),
      /** The latest day that has a number, when the asked day is before it. */
      backDated: z.string().nullable(),
      /** "12a", where the office allows it and the day is before the latest. */
      between: z.string().nullable(),
      signer: z.string().nullable(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'The next number of a type on a day, and whether that day is before one that has a number already.',
  }),
  'documents.create': command({
    input: z.strictObject({
      direction,
      ...documentFields,
      /** Typed by hand; null: the next one. */
      number: z.int().min(1).max(999_999).nullable().default(null),
      /** "12a" beside the last number of an earlier day. */
      between: z.boolean().default(false),
      /** Only keeps the number. */
      reserved: z.boolean().default(false),
    }),
    output: given,
    errors: [
      'NOT_FOUND',
      'NUMBER_TAKEN',
      'DOCUMENT_GAP',
      'DOCUMENT_BETWEEN',
      'DOCUMENT_SUBJECT',
      'DATE_ORDER',
    ],
    touches,
    access: editors,
    doc: 'Enters a paper with the next number of its row, or reserves that number.',
  }),
  'documents.take': command({
    input: z.strictObject({
      typeCode: z.string().min(1).max(40),
      onDate: isoDate,
      subject: requiredText(500),
      link,
      number: z.int().min(1).max(999_999).nullable().default(null),
    }),
    output: given,
    errors: ['NOT_FOUND', 'NUMBER_TAKEN', 'DOCUMENT_GAP'],
    touches,
    access: editors,
    doc: 'Gives a paper the program makes its number: one for each type and record; asked again, the same one.',
  }),
  'documents.update': command({
    input: z.strictObject({ id, version, ...documentFields, reserved: z.boolean().default(false) }),
    output: saved,
    errors: [
      'NOT_FOUND',
      'VERSION_CONFLICT',
      'DOCUMENT_SERIES',
      'DOCUMENT_VOID',
      'DOCUMENT_SUBJECT',
      'DATE_ORDER',
    ],
    touches,
    access: editors,
    doc: 'Saves what is known of a paper; its number and year stay.',
  }),
  'documents.void': command({
    input: z.strictObject({ id, version, reason: requiredText(300) }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DOCUMENT_VOID'],
    touches,
    access: editors,
    doc: 'Says that a number is not used, and why; it stays in the register and is never given again.',
  }),
  'documents.unvoid': command({
    input: z.strictObject({ id, version, reserved: z.boolean().default(false) }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches,
    access: editors,
    doc: 'Takes the voiding of a number back.',
  }),
  'documents.takeBack': command({
    input: z.strictObject({ ids }),
    output: changedCount,
    errors: ['NOT_FOUND'],
    touches,
    access: editors,
    doc: 'Takes entries back that were a slip: the last number of a row becomes free, any other stays with its entry in the trash.',
  }),
  'documents.answer': command({
    input: z.strictObject({
      id,
      version,
      answeredOn: isoDate.nullable(),
      answeredById: id.nullable().default(null),
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DOCUMENT_ANSWER', 'DATE_ORDER'],
    touches,
    access: editors,
    doc: 'Says when a paper was answered or settled, and by which outgoing one; null: not yet.',
  }),
  ...trashing(
    { trash: 'documents.trash', restore: 'documents.restore' },
    { touches, access: editors },
    { errors: ['NOT_FOUND'], doc: 'Moves documents to the trash; their numbers stay taken.' },
    { doc: 'Takes documents back from the trash, with their numbers; one without gets the next.' },
  ),
  'documents.register': job({
    input: z.strictObject({
      direction,
      year,
      typeId: filter.typeId,
      format: z.enum(['pdf', 'xlsx']).default('pdf'),
    }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The register of a year, landscape, as PDF or XLSX: every number in its order, void ones too.',
  }),
  'documents.years': query({
    input: z.strictObject({ direction }),
    output: z.object({ rows: z.array(z.object({ year: z.number(), count: z.number() })) }),
    access: access.everyone,
    doc: 'Years that have documents, the latest first.',
  }),
  'documents.types': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(typeRow) }),
    access: access.everyone,
    doc: 'Types of paper with their abbreviations, and how many documents each has.',
  }),
  'documents.saveType': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...typeFields,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DUPLICATE'],
    touches,
    access: editors,
    doc: 'Adds a type of paper, or changes one; documents keep the symbol they have.',
  }),
  ...trashing(
    { trash: 'documents.trashTypes', restore: 'documents.restoreTypes' },
    { touches, access: editors },
    { errors: ['NOT_FOUND', 'IN_USE'], doc: 'Moves types without documents to the trash.' },
    { doc: 'Takes types of paper back from the trash.' },
  ),
  'documents.rules': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(z.object({ ...ruleFields, example: z.string(), used: z.number() })) }),
    access: access.everyone,
    doc: 'How papers are numbered, the latest rule first, each with an example.',
  }),
  'documents.setRule': command({
    input: z.strictObject(ruleFields),
    output: changedCount,
    errors: ['IN_USE'],
    touches,
    access: editors,
    doc: 'Says how papers are numbered from a year on; rows that have numbers stay one or many.',
  }),
  'documents.dropRule': command({
    input: z.strictObject({ fromYear: year }),
    output: changedCount,
    errors: ['NOT_FOUND', 'IN_USE'],
    touches,
    access: editors,
    doc: 'Takes a rule back; the one before is in force again.',
  }),
} satisfies Operations;
