/** Operations of criteria sets (bộ tiêu chí): made, copied, compared, sent and taken in as workbooks. */
import { z } from 'zod';
import { INDICATOR_IDS } from '../domain/indicators';
import { scoringRule } from '../domain/scoring';
import { halvesFormula, rankCondition } from '../domain/scoringRanks';
import { id, isoDate, outgoingFile, requiredText, saved, text, version } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { ORG_CLASSES } from './organisationTree';
import { criterionUid, points } from './reviewSheet';
import { trashing } from './trashing';

/** Whom a set rates: the union, its groups, or members. */
export const SET_KINDS = ['union', 'group', 'member'] as const;
export const setKind = z.enum(SET_KINDS);

const english = (max: number) => text(max).nullable().default(null);

const criterionFields = z.strictObject({
  /** null: a new criterion. */
  uid: criterionUid.nullable().default(null),
  code: requiredText(12),
  title: requiredText(300),
  titleEn: english(300),
  max: z.number().positive().max(1000).multipleOf(0.25),
  /** What proves it (minh chứng). */
  evidence: text(300).nullable().default(null),
  evidenceEn: english(300),
  /** Figures shown for it; empty: scored by hand. */
  indicators: z.array(z.enum(INDICATOR_IDS)).max(20).default([]),
  rule: scoringRule.nullable().default(null),
});
const groupFields = z.strictObject({
  code: requiredText(12),
  title: requiredText(300),
  titleEn: english(300),
  /** Cap of the group's sum. */
  max: points,
  bonus: z.boolean().default(false),
  criteria: z.array(criterionFields).max(100),
});
const rankFields = z.strictObject({
  name: requiredText(100),
  nameEn: english(100),
  /** Least points. */ min: points,
  /** Yearly class of the organisation it stands for. */
  class: z.enum(ORG_CLASSES).nullable().default(null),
  /** What it asks for besides points. */
  conditions: z.array(rankCondition).max(6).default([]),
});

export const setFields = {
  name: requiredText(150),
  nameEn: english(150),
  kind: setKind.default('union'),
  /** Day from which the set applies. */
  validFrom: isoDate.nullable().default(null),
  /** Where it comes from: number of the guide. */
  source: text(300).nullable().default(null),
  /** Weights of two half-years; null: the year is scored directly. */
  formula: halvesFormula.nullable().default(null),
  /** Most of the points a criterion without evidence counts, 0 to 1; null: anything below full. */
  unprovenShare: z.number().min(0).max(1).nullable().default(null),
  groups: z.array(groupFields).min(1).max(20),
  ranks: z.array(rankFields).min(1).max(10),
};
export const setFieldsObject = z.strictObject(setFields);
export type SetFields = z.output<typeof setFieldsObject>;

const setRow = z.object({
  id,
  version,
  kind: setKind,
  name: z.string(),
  nameEn: z.string().nullable(),
  edition: z.number(),
  /** null: for reference, not yet compared with the union above. */
  confirmedOn: z.string().nullable(),
  criteria: z.number(),
  max: z.number(),
  openReviews: z.number(),
  closedReviews: z.number(),
});

export const SET_CHANGES = ['added', 'removed', 'changed', 'same'] as const;
const side = z.object({ code: z.string(), title: z.string(), max: z.number() });

/** What is wrong in a workbook of criteria, and where. */
export const SET_FILE_PROBLEMS = [
  'noSheet',
  'noColumn',
  'noTitle',
  'noCode',
  'twinCode',
  'badPoints',
  'badNumber',
  'noGroup',
  'badIndicator',
  'badRule',
  'badClass',
  'badDate',
  'badCondition',
  'tooLong',
] as const;

export const reviewSets = {
  'review.sets': query({
    input: z.strictObject({ kind: setKind.nullable().default('union') }),
    output: z.object({ rows: z.array(setRow) }),
    access: access.everyone,
    doc: 'Criteria sets (bộ tiêu chí) of one kind or of all, the newest edition first.',
  }),
  'review.set': query({
    input: z.strictObject({ id }),
    output: z.object({
      id,
      version,
      edition: z.number(),
      confirmedOn: z.string().nullable(),
      /** A closed review uses it: saving makes a new edition. */
      locked: z.boolean(),
      fields: z.object(setFields),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One criteria set with its groups, criteria, scoring rules and rank thresholds.',
  }),
  'review.saveSet': command({
    input: z.strictObject({ id, version, ...setFields }),
    output: z.object({ id, version, /** A new edition was made. */ copied: z.boolean() }),
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DUPLICATE'],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'Saves a criteria set. One that a closed review uses stays as it is: a new edition is made and open reviews go over to it.',
  }),
  'review.createSet': command({
    input: setFieldsObject,
    output: saved,
    errors: ['DUPLICATE'],
    touches: ['review'],
    access: access.editors,
    doc: 'Makes a set of its own, for instance one read from a workbook.',
  }),
  'review.copySet': command({
    input: z.strictObject({ id, name: requiredText(150) }),
    output: saved,
    errors: ['NOT_FOUND'],
    touches: ['review'],
    access: access.editors,
    doc: 'Makes a new set from another.',
  }),
  'review.compareSets': query({
    input: z.strictObject({ id, otherId: id }),
    output: z.object({
      rows: z.array(
        z.object({
          uid: criterionUid,
          change: z.enum(SET_CHANGES),
          before: side.nullable(),
          after: side.nullable(),
          /** Other things that differ: evidence, figures, rule, group. */
          also: z.array(z.enum(['evidence', 'figures', 'rule', 'group'])),
        }),
      ),
      ranksChanged: z.boolean(),
      formulaChanged: z.boolean(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'What changed from one set or edition (otherId) to another (id), criterion by criterion.',
  }),
  'review.confirmSet': command({
    input: z.strictObject({ id, version, confirmedOn: isoDate.nullable() }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'Records the day the set was compared with the union above; null makes it a reference again.',
  }),
  ...trashing(
    { trash: 'review.trashSets', restore: 'review.restoreSets' },
    { touches: ['review'], access: access.editors },
    {
      errors: ['NOT_FOUND', 'IN_USE'],
      doc: 'Moves criteria sets to the trash; open reviews go back to the edition before, a set without one that is used is IN_USE.',
    },
    { doc: 'Takes criteria sets back from the trash.' },
  ),
  'review.exportSet': job({
    input: z.strictObject({ id }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'CANCELLED'],
    access: access.everyone,
    doc: 'The whole set as a workbook that review.readSet reads back exactly.',
  }),
  'review.readSet': job({
    input: z.strictObject({ token: z.string().min(1).max(100) }),
    output: z.object({
      fileName: z.string(),
      /** null while there are problems. */
      fields: z.object(setFields).nullable(),
      problems: z.array(
        z.object({
          code: z.enum(SET_FILE_PROBLEMS),
          sheet: z.string(),
          /** As in the workbook, from 1; null: the sheet itself. */
          row: z.number().nullable(),
          /** Letter of the column. */
          column: z.string().nullable(),
          /** What stands there or is lacking. */
          value: z.string().nullable(),
        }),
      ),
    }),
    errors: [
      'FILE_TOKEN_UNKNOWN',
      'FILE_EMPTY',
      'FILE_BROKEN',
      'FILE_ENCRYPTED',
      'FILE_TOO_LARGE',
      'FILE_NOT_TABLE',
      'CANCELLED',
    ],
    access: access.editors,
    doc: 'Reads a criteria set from a workbook; nothing is stored. What is wrong is told by sheet, row and column.',
  }),
} satisfies Operations;
