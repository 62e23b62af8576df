/**
 * Reports (báo cáo): parts in order, sentences whose figures open their records, proof-reading, papers as Word, PDF and
 * XLSX. A closed report says for good what it said when it was closed.
 */
import { z } from 'zod';
import { PROOF_RULES } from '../domain/proofread';
import { PART_KINDS, REPORT_HEADINGS, REPORT_KINDS } from '../domain/reports';
import { SENTENCE_AREAS } from '../domain/sentenceCatalogue';
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
  year,
} from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { changedCount, trashing } from './trashing';

const touches = ['reports'] as const;
const editors = access.editors;
const kind = z.enum(REPORT_KINDS);
const level = z.int().min(1).max(4);

const headFields = {
  subject: requiredText(300),
  from: isoDate,
  to: isoDate,
  /** Last day its figures count. */
  asOf: isoDate,
  addressee: text(200).nullable().default(null),
  /** Nơi nhận: a line for each. */
  recipients: longText(1000).nullable().default(null),
  /** Day of the paper; null leaves room to write it. */
  onDate: isoDate.nullable().default(null),
};
const head = z.object({
  id,
  version,
  kind,
  model: z.boolean(),
  year: z.number(),
  ...headFields,
  subject: z.string(),
  copiedFrom: id.nullable(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  /** Its number in the register of documents: "05/BC-CĐCS". */
  code: z.string().nullable(),
  documentId: id.nullable(),
});

/** Where a figure's records are. */
const source = z.object({
  kind: z.enum(['indicator', 'event', 'campaign', 'target']),
  /** Of an indicator its id, of a record its number. */
  key: z.string(),
});
const run = z.object({
  text: z.string(),
  /** The figure's tag; null for words. */
  tag: z.string().nullable(),
  source: source.nullable(),
  /** What the figure is now, where that is not what stands here. */
  now: z.string().nullable(),
});
const line = z.object({
  /** A part of the table: a row of its own. */
  group: z.boolean(),
  no: z.string(),
  label: z.string(),
  labelEn: z.string(),
  unit: z.string(),
  value: z.string().nullable(),
  indicator: z.string().nullable(),
  now: z.string().nullable(),
});
const part = z.object({
  id,
  uid: z.string(),
  version,
  kind: z.enum(PART_KINDS),
  level: z.number().nullable(),
  /** "II."; null for what has no number. */
  number: z.string().nullable(),
  runs: z.array(run),
  lines: z.array(line),
  /** Its figures are not on record. */
  unknown: z.boolean(),
  /** Words of the catalogue changed by hand. */
  byHand: z.boolean(),
  /** Figures differ from the records of now. */
  changed: z.boolean(),
  /** Taken from another report and not looked at since. */
  copied: z.boolean(),
  template: z.string(),
  /** As the catalogue has it; null for what was typed. */
  original: z.string().nullable(),
});
export type ReportPart = z.output<typeof part>;

const finding = z.object({
  /** Names the finding while its place says the same. */
  key: z.string(),
  rule: z.enum(PROOF_RULES),
  partId: id.nullable(),
  /** Characters around it, and itself. */
  before: z.string(),
  excerpt: z.string(),
  after: z.string(),
  /** What to write instead; null: to be settled by hand. */
  proposal: z.string().nullable(),
  details: z.record(z.string(), z.string()),
  ignored: z.boolean(),
});
const change = z.object({
  partId: id,
  tag: z.string(),
  label: z.string(),
  was: z.string().nullable(),
  now: z.string().nullable(),
});
const partText = z.string().max(20_000);
const sentence = z.object({
  key: z.string(),
  area: z.enum([...SENTENCE_AREAS, 'record', 'indicator']),
  name: z.string(),
  nameEn: z.string(),
  template: z.string(),
  preview: z.string(),
  known: z.boolean(),
});
const style = {
  heading: z.enum(REPORT_HEADINGS),
  /** pt */
  bodySize: z.union([z.literal(13), z.literal(13.5), z.literal(14)]),
  /** Years count to 30/11 and halves to 31/5, instead of the calendar's. */
  unionYear: z.boolean(),
  recipients: longText(1000).nullable(),
};
const LIVE = ['NOT_FOUND', 'REPORT_CLOSED'] as const;
const CHANGED = [...LIVE, 'VERSION_CONFLICT'] as const;

export const reports = {
  'reports.list': query({
    input: z.strictObject({
      search: z.string().max(200).default(''),
      kind: kind.nullable().default(null),
      year: year.nullable().default(null),
      /** Outlines of the office instead of reports. */
      models: z.boolean().default(false),
      closed: z.boolean().nullable().default(null),
      ...paging,
    }),
    output: z.object({ total: z.number(), open: z.number(), rows: z.array(head) }),
    access: access.everyone,
    doc: 'Reports, the latest first, or the outlines an office keeps; how many reports are not closed.',
  }),
  'reports.get': query({
    input: z.strictObject({ id }),
    output: head.extend({ deletedAt: z.string().nullable(), parts: z.array(part) }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'A report with its parts as they read, and which of their figures differ from the records of now.',
  }),
  'reports.create': command({
    input: z.strictObject({
      kind,
      year,
      ...headFields,
      subject: text(300).nullable().default(null),
      from: isoDate.nullable().default(null),
      to: isoDate.nullable().default(null),
      asOf: isoDate.nullable().default(null),
      /** Another report or an outline of the office; null: the usual outline of the kind. */
      copyFrom: id.nullable().default(null),
      /** Kept as an outline of the office. */
      model: z.boolean().default(false),
    }),
    output: saved,
    errors: ['NOT_FOUND', 'DATE_ORDER'],
    touches,
    access: editors,
    doc: 'Begins a report from the usual outline, from an outline of the office or from another report; years are moved on and figures counted.',
  }),
  'reports.update': command({
    input: z.strictObject({ id, version, ...headFields }),
    output: saved,
    errors: [...CHANGED, 'DATE_ORDER'],
    touches,
    access: editors,
    doc: 'Saves subject, days, addressee and recipients; figures stay until they are counted again.',
  }),
  'reports.addPart': command({
    input: z.strictObject({
      reportId: id,
      /** Under this part; null: at the beginning. */
      afterId: id.nullable(),
      kind: z.enum(PART_KINDS).default('text'),
      level: level.nullable().default(null),
      /** A template: words with figures in braces. */
      template: partText.default(''),
      /** The sentence's name, said while its figures are unknown. */
      name: text(200).nullable().default(null),
      /** It comes from the catalogue: changes by hand are marked. */
      sentence: z.boolean().default(false),
    }),
    output: saved,
    errors: [...LIVE, 'INVALID_INPUT'],
    touches,
    access: editors,
    doc: 'Adds a heading, a paragraph or a table of figures, counted at once.',
  }),
  'reports.savePart': command({
    input: z.strictObject({
      id,
      version,
      /** As it reads now: figures that still stand stay figures. */
      text: partText.nullable().default(null),
      /** Instead of text: words with figures in braces. */
      template: partText.nullable().default(null),
      level: level.nullable().default(null),
      copied: z.boolean().default(false),
    }),
    output: saved,
    errors: CHANGED,
    touches,
    access: editors,
    doc: 'Saves a part as it was written by hand, or its template.',
  }),
  'reports.movePart': command({
    input: z.strictObject({ id, /** Under this part; null: to the beginning. */ afterId: id.nullable() }),
    output: changedCount,
    errors: LIVE,
    touches,
    access: editors,
    doc: 'Puts a part in another place of its report.',
  }),
  ...trashing(
    { trash: 'reports.trashParts', restore: 'reports.restoreParts' },
    { touches, access: editors },
    { errors: [...LIVE], doc: 'Takes parts out of a report.' },
    { errors: [...LIVE], doc: 'Puts parts back where they were.' },
  ),
  'reports.recalculate': command({
    input: z.strictObject({ id, partIds: ids.nullable().default(null) }),
    output: changedCount,
    errors: LIVE,
    touches,
    access: editors,
    doc: 'Counts the figures of a report again, or those of some of its parts; words changed by hand stay.',
  }),
  'reports.putFigures': command({
    input: z.strictObject({
      id,
      parts: z.array(z.strictObject({ id, figures: z.string().max(100_000) })).max(2000),
    }),
    output: changedCount,
    errors: [...LIVE, 'INVALID_INPUT'],
    touches,
    access: editors,
    doc: 'Puts figures back as they were before they were counted again.',
  }),
  'reports.sentences': query({
    input: z.strictObject({
      id,
      search: z.string().max(200).default(''),
      /** With a sentence for each figure of the catalogue; those that fit a search are always offered. */
      figures: z.boolean().default(false),
    }),
    output: z.object({ rows: z.array(sentence) }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Sentences that can be put into a report, as they would read: of the catalogue, of records of its days, of any figure.',
  }),
  'reports.check': query({
    input: z.strictObject({ id }),
    output: z.object({
      findings: z.array(finding),
      changes: z.array(change),
      byHand: z.number(),
      unknown: z.number(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Proof-reads a report and compares its figures with the records of now.',
  }),
  'reports.ignore': command({
    input: z.strictObject({ id, key: z.string().min(1).max(600), ignored: z.boolean() }),
    output: changedCount,
    errors: LIVE,
    touches,
    access: editors,
    doc: 'Leaves a finding as it is, or takes it up again.',
  }),
  'reports.accept': command({
    input: z.strictObject({ id, key: z.string().min(1).max(600) }),
    output: saved,
    errors: [...LIVE, 'VERSION_CONFLICT'],
    touches,
    access: editors,
    doc: 'Writes what a finding proposes; figures beside it stay figures.',
  }),
  'reports.close': command({
    input: z.strictObject({
      id,
      version,
      onDate: isoDate,
      /** Takes its number in the register of documents. */
      number: z.boolean().default(true),
    }),
    output: saved.extend({ code: z.string().nullable() }),
    errors: [...CHANGED, 'NUMBER_TAKEN', 'DOCUMENT_GAP'],
    touches: ['reports', 'documents'],
    access: editors,
    doc: 'Closes a report: what it says and the names of the office stay for good; it takes its number.',
  }),
  'reports.reopen': command({
    input: z.strictObject({ id, version }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches,
    access: editors,
    doc: 'Opens a closed report again; its number stays its own.',
  }),
  ...trashing(
    { trash: 'reports.trash', restore: 'reports.restore' },
    { touches, access: editors },
    { errors: ['NOT_FOUND'], doc: 'Moves reports to the trash.' },
    { doc: 'Takes reports back from the trash.' },
  ),
  'reports.paper': job({
    input: z.strictObject({ id, format: z.enum(['docx', 'pdf', 'xlsx']) }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED', 'DOCX_BROKEN', 'FILE_MISSING', 'FILE_ALTERED'],
    access: access.everyone,
    doc: 'The report as a Word file from the template in use, as PDF, or its annex of figures as XLSX.',
  }),
  'reports.style': query({
    input: z.strictObject({}),
    output: z.object({ version, ...style }),
    access: access.everyone,
    doc: 'How reports look: heading, size of the text, days of a year, usual recipients.',
  }),
  'reports.setStyle': command({
    input: z.strictObject({ version, ...style }),
    output: z.object({ version }),
    errors: ['VERSION_CONFLICT'],
    touches,
    access: editors,
    doc: 'Says how reports look.',
  }),
} satisfies Operations;
