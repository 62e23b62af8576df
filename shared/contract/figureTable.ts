/** Figures (số liệu): the annex over any period beside the year before, typed figures, and changes in how figures are counted. */
import { z } from 'zod';
import { COUNT_FLAGS } from '../domain/eventFigures';
import { INDICATOR_IDS } from '../domain/indicators';
import { id, isoDate, longText, outgoingFile, requiredText, saved, text, version } from './fields';
import { figure } from './figures';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

const touches = ['dashboard', 'review'] as const;
const editors = access.editors;
const indicator = z.enum(INDICATOR_IDS);

const period = {
  from: isoDate,
  to: isoDate,
  /** Everything as it stood on this day of the period; null: today, or the period's end. */
  on: isoDate.nullable().default(null),
};

const typedFields = {
  indicator,
  from: isoDate,
  to: isoDate,
  /** In the unit of the indicator; null where the source gave only words. */
  value: z.number().min(0).max(9_000_000_000_000).nullable().default(null),
  /** Of a percentage, where the fraction is known; the value is then made of it. */
  part: z.int().min(0).max(10_000_000).nullable().default(null),
  whole: z.int().min(1).max(10_000_000).nullable().default(null),
  flag: z.enum(COUNT_FLAGS).default('exact'),
  /** "hàng trăm": the words of a source that gives no number. */
  wording: text(60).nullable().default(null),
  source: requiredText(300),
  /** Stands instead of what the records give. */
  instead: z.boolean().default(false),
  note: longText(1000).nullable().default(null),
};
const typedRow = z.object({
  id,
  version,
  ...typedFields,
  /** Attached files. */
  files: z.number(),
});
const changeFields = {
  /** Null: every figure. */
  indicator: indicator.nullable().default(null),
  validFrom: isoDate,
  what: requiredText(300),
};
const changeRow = z.object({ id, version, ...changeFields });

export const NOTE_KINDS = ['definition', 'whole', 'source', 'unknownBefore'] as const;
const note = z.object({
  kind: z.enum(NOTE_KINDS),
  /** Of a definition: the day it changed and how. */
  on: z.string().nullable(),
  what: z.string().nullable(),
  /** Of a whole: this year's and last year's, with their days. Of a source: 1 typed, 0 counted. */
  now: z.number().nullable(),
  before: z.number().nullable(),
  nowOn: z.string().nullable(),
  beforeOn: z.string().nullable(),
});
const line = z.object({
  code: z.string(),
  /** C: a figure of this kind stands in published reports; B: the office's own; null: beside the annex. */
  mark: z.enum(['B', 'C']).nullable(),
  figure,
  before: figure,
  /** Null where one of the two is not known exactly; of rates in percentage points. */
  difference: z.number().nullable(),
  notes: z.array(note),
  /** What was typed for this period, used or not. */
  typed: z.array(typedRow.extend({ used: z.boolean() })),
});
const span = z.object({ from: z.string(), to: z.string(), asOf: z.string() });

export const figureTable = {
  'figures.table': query({
    input: z.strictObject({
      ...period,
      /** Also the figures the annex does not have. */
      more: z.boolean().default(false),
    }),
    output: z.object({
      now: span,
      before: span,
      sections: z.array(
        z.object({ code: z.string(), title: z.string(), titleEn: z.string(), lines: z.array(line) }),
      ),
    }),
    errors: ['DATE_ORDER'],
    access: access.everyone,
    doc: 'The figures of the annex over a period, each beside the same of a year before, with what makes them differ.',
  }),
  'figures.paper': job({
    input: z.strictObject({ ...period, format: z.enum(['pdf', 'docx', 'xlsx']).default('pdf') }),
    output: outgoingFile,
    errors: ['DATE_ORDER', 'CANCELLED'],
    access: access.everyone,
    doc: 'The statistical annex of a period as PDF, DOCX or XLSX; lines that are not official are marked.',
  }),
  'figures.typed': query({
    input: z.strictObject({ indicator: indicator.nullable().default(null), id: id.nullable().default(null) }),
    output: z.object({ rows: z.array(typedRow) }),
    access: access.everyone,
    doc: 'Typed figures, of one indicator or all, the latest period first.',
  }),
  'figures.saveTyped': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...typedFields,
    }),
    output: saved,
    errors: [
      'NOT_FOUND',
      'VERSION_CONFLICT',
      'DATE_ORDER',
      'FIGURE_TWICE',
      'FIGURE_VALUE',
      'COUNT_OVER_DENOMINATOR',
    ],
    touches,
    access: editors,
    doc: 'Types a figure of a day or period with its source, or changes one; one of each period and indicator.',
  }),
  ...trashing(
    { trash: 'figures.trashTyped', restore: 'figures.restoreTyped' },
    { touches, access: editors },
    { errors: ['NOT_FOUND'], doc: 'Moves typed figures to the trash.' },
    { errors: ['FIGURE_TWICE'], doc: 'Takes typed figures back from the trash.' },
  ),
  'figures.changes': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(changeRow) }),
    access: access.everyone,
    doc: 'What changed in how figures are counted, the latest first.',
  }),
  'figures.saveChange': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...changeFields,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches,
    access: editors,
    doc: 'Notes that a figure, or every figure, is counted otherwise from a day on.',
  }),
  ...trashing(
    { trash: 'figures.trashChanges', restore: 'figures.restoreChanges' },
    { touches, access: editors },
    { errors: ['NOT_FOUND'], doc: 'Moves notes of changed counting to the trash.' },
    { doc: 'Takes notes of changed counting back from the trash.' },
  ),
} satisfies Operations;
