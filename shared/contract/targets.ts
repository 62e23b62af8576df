/**
 * Targets (chỉ tiêu) by resolution (nghị quyết), level and term: what is asked of the term and of each year, what is
 * reached by now from a figure of the catalogue or typed with its source (cases.md rows 17, 25, 35, 36).
 */
import { z } from 'zod';
import { INDICATOR_IDS } from '../domain/indicators';
import {
  RESOLUTION_LEVELS,
  TARGET_COUNTINGS,
  TARGET_DIRECTIONS,
  TARGET_PACES,
  TARGET_PERIODS,
  TARGET_STATES,
} from '../domain/targets';
import {
  id,
  isoDate,
  longText,
  outgoingFile,
  partialDate,
  requiredText,
  saved,
  text,
  version,
  year,
} from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

const touches = ['targets', 'dashboard'] as const;
const editors = access.editors;
const both = { touches, access: editors };
const amount = z.number().min(0).max(9_000_000_000_000);
const flag = z.enum(['exact', 'atLeast', 'almost', 'about']);
/** A year, or null for the whole term. */
const when = year.nullable().default(null);

const resolutionFields = {
  name: requiredText(300),
  level: z.enum(RESOLUTION_LEVELS),
  /** Who passed it. */
  body: text(200).nullable().default(null),
  number: text(60).nullable().default(null),
  passedOn: partialDate.nullable().default(null),
  fromYear: year,
  toYear: year,
  note: longText(2000).nullable().default(null),
};
const congress = z.object({ body: z.string(), number: z.number(), fromYear: z.number(), toYear: z.number() });
const finding = z.object({
  at: z.number(),
  length: z.number(),
  text: z.string(),
  body: z.string(),
  number: z.number(),
  fromYear: z.number(),
  toYear: z.number(),
  byTerm: congress.nullable(),
  byNumber: congress.nullable(),
});
const resolutionRow = z.object({
  id,
  version,
  ...resolutionFields,
  targets: z.number(),
  /** Congresses in its name that do not fit its years, with both readings. */
  findings: z.array(finding),
});

const targetFields = {
  resolutionId: id,
  text: requiredText(500),
  /** The word after the number: "đoàn viên"; of a percentage what it is a share of, or nothing. */
  unit: z.string().trim().max(60),
  percent: z.boolean().default(false),
  direction: z.enum(TARGET_DIRECTIONS).default('atLeast'),
  counting: z.enum(TARGET_COUNTINGS).default('sum'),
  pace: z.enum(TARGET_PACES).default('linear'),
  /** Null: typed, with its source. */
  indicator: z.enum(INDICATOR_IDS).nullable().default(null),
  period: z.enum(TARGET_PERIODS).default('calendar'),
  note: longText(2000).nullable().default(null),
};
const askedValue = z.strictObject({
  year: when,
  value: amount,
  /** Twelve sums to be reached by the end of each month of the year. */
  months: z.array(amount).length(12).nullable().default(null),
});
const values = z.array(askedValue).max(40);
const actual = z.object({
  value: z.number().nullable(),
  part: z.number().nullable(),
  whole: z.number().nullable(),
  wholeOn: z.string().nullable(),
  flag,
  /** The last day it counts. */
  onDay: z.string().nullable(),
  /** Null: nothing is known. */
  from: z.enum(['indicator', 'typed']).nullable(),
  source: z.string().nullable(),
});
/** A target in a year, or in the term. */
const reading = {
  year: year.nullable(),
  from: z.string(),
  to: z.string(),
  /** Null: nothing is asked of this year. */
  value: z.number().nullable(),
  actual,
  /** To keep pace today; null where only the end counts. */
  expected: z.number().nullable(),
  /** Null: nothing is asked. */
  state: z.enum(TARGET_STATES).nullable(),
  /** "≥ 40 đoàn viên" */
  asked: z.string().nullable(),
  /** "08/40", "99,6%" */
  shown: z.string().nullable(),
  /** "20%", or the fraction of a percentage. */
  rate: z.string().nullable(),
};
const targetRow = z.object({ id, version, ...targetFields, ...reading, resolution: z.string() });
const actualFields = {
  onDay: isoDate,
  /** Reached so far in the year of that day; null: said in words only. */
  value: amount.nullable().default(null),
  part: z.int().min(0).nullable().default(null),
  whole: z.int().min(1).nullable().default(null),
  flag: flag.default('exact'),
  source: requiredText(300),
  note: text(300).nullable().default(null),
};
const actualRow = z.object({ id, version, targetId: id, ...actualFields, files: z.number() });

export const targets = {
  'targets.list': query({
    input: z.strictObject({
      year: when,
      search: z.string().max(200).default(''),
      state: z.enum(TARGET_STATES).nullable().default(null),
      resolutionId: id.nullable().default(null),
    }),
    output: z.object({
      today: z.string(),
      total: z.number(),
      counts: z.record(z.enum(TARGET_STATES), z.number()),
      rows: z.array(targetRow),
    }),
    access: access.everyone,
    doc: 'Targets of a year, or of whole terms, by resolution, with what is reached today, its pace and state.',
  }),
  'targets.get': query({
    input: z.strictObject({ id }),
    output: z.object({
      target: z.object({ id, version, ...targetFields, resolution: z.string() }),
      deletedAt: z.string().nullable(),
      values: z.array(askedValue),
      /** The term first, then its years. */
      readings: z.array(z.object(reading)),
      actuals: z.array(actualRow),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'A target with what is asked and reached in its term and in each year, and the actuals that were typed.',
  }),
  'targets.save': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...targetFields,
      values,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'TARGET_YEAR', 'TARGET_PERCENT'],
    ...both,
    doc: 'Enters or corrects a target and what is asked of its term and years. Every target has one resolution.',
  }),
  ...trashing(
    { trash: 'targets.trash', restore: 'targets.restore' },
    both,
    { errors: ['NOT_FOUND'], doc: 'Moves targets to the trash.' },
    { doc: 'Takes targets back from the trash.' },
  ),
  'targets.saveActual': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      targetId: id,
      ...actualFields,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'TARGET_FUTURE', 'TARGET_PART'],
    ...both,
    doc: 'Types what a target reached up to a day, with its source; the latest day of a year counts.',
  }),
  ...trashing(
    { trash: 'targets.trashActuals', restore: 'targets.restoreActuals' },
    both,
    { errors: ['NOT_FOUND'], doc: 'Moves typed actuals to the trash.' },
    { doc: 'Takes typed actuals back from the trash.' },
  ),
  'targets.resolutions': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(resolutionRow) }),
    access: access.everyone,
    doc: 'Resolutions, the latest term first, highest level first, with how many targets each has.',
  }),
  'targets.saveResolution': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...resolutionFields,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DATE_ORDER'],
    ...both,
    doc: 'Enters or corrects a resolution.',
  }),
  ...trashing(
    { trash: 'targets.trashResolutions', restore: 'targets.restoreResolutions' },
    both,
    { errors: ['NOT_FOUND'], doc: 'Moves resolutions with their targets to the trash.' },
    { doc: 'Takes resolutions with their targets back from the trash.' },
  ),
  'targets.checkTerms': query({
    input: z.strictObject({ text: z.string().max(20_000) }),
    output: z.object({ findings: z.array(finding) }),
    access: access.everyone,
    doc: 'Congresses in a text that do not fit the years beside them (XII or XIII for 2023-2028), with both readings.',
  }),
  'targets.congresses': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(congress.extend({ id, version })) }),
    access: access.everyone,
    doc: 'Which congress belongs to which term, by body.',
  }),
  'targets.saveCongress': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      body: requiredText(120),
      number: z.int().min(1).max(99),
      fromYear: z.int().min(1900).max(2100),
      toYear: z.int().min(1900).max(2100),
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DATE_ORDER', 'DUPLICATE'],
    ...both,
    doc: 'Enters or corrects which term a congress belongs to.',
  }),
  ...trashing(
    { trash: 'targets.trashCongresses', restore: 'targets.restoreCongresses' },
    both,
    { errors: ['NOT_FOUND'], doc: 'Moves congresses to the trash.' },
    { errors: ['DUPLICATE'], doc: 'Takes congresses back from the trash.' },
  ),
  'targets.paper': job({
    input: z.strictObject({
      year: when,
      resolutionId: id.nullable().default(null),
      format: z.enum(['pdf', 'xlsx']).default('pdf'),
    }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The table of targets by resolution with what is reached, as PDF or XLSX.',
  }),
} satisfies Operations;
