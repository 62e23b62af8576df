/**
 * Self-review (tự kiểm tra, chấm điểm, xếp loại): criteria sets as versioned data, a review of a period with figures,
 * proposed and own scores, evidence, ranks and papers. Rules: domain.md 1.
 */
import { z } from 'zod';
import { INDICATOR_IDS } from '../domain/indicators';
import { scoringRule } from '../domain/scoring';
import { id, ids, isoDate, longText, outgoingFile, requiredText, saved, text, version, year } from './fields';
import { figure, recordEntity } from './figures';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

export const REVIEW_PARTS = ['year', 'firstHalf'] as const;
export const ITEM_STATES = ['ok', 'missing', 'open'] as const;

const part = z.enum(REVIEW_PARTS);
const points = z.number().min(0).max(1000).multipleOf(0.25);
/** Identity of a criterion in every edition of its set. */
const criterionUid = z.string().min(1).max(60);
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
});

const setFields = {
  name: requiredText(150),
  nameEn: english(150),
  /** Day from which the set applies. */
  validFrom: isoDate.nullable().default(null),
  /** Where it comes from: number of the guide. */
  source: text(300).nullable().default(null),
  groups: z.array(groupFields).min(1).max(20),
  ranks: z.array(rankFields).min(1).max(10),
};

const setRow = z.object({
  id,
  version,
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

const evidence = z.object({
  id,
  kind: z.enum(['file', 'record']),
  label: z.string(),
  /** Bytes of a file. */
  size: z.number().nullable(),
  entity: recordEntity.nullable(),
  recordId: id.nullable(),
  createdAt: z.string(),
});

const totals = z.object({ max: z.number(), proposed: z.number().nullable(), score: z.number().nullable() });

const item = z.object({
  uid: criterionUid,
  code: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  max: z.number(),
  evidenceNeeded: z.string().nullable(),
  evidenceNeededEn: z.string().nullable(),
  figures: z.array(figure),
  /** "4 cuộc họp"; null where nothing is known. */
  figureText: z.string().nullable(),
  figureTextEn: z.string().nullable(),
  /** Records behind the figures. */
  records: z.number(),
  proposed: z.number().nullable(),
  reason: z.string(),
  reasonEn: z.string(),
  score: z.number().nullable(),
  note: z.string().nullable(),
  /** Version of the officer's line; 0 before the first score. */
  version,
  evidence: z.array(evidence),
  state: z.enum(ITEM_STATES),
});
const group = z.object({
  code: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  bonus: z.boolean(),
  totals,
  items: z.array(item),
});
const rank = z.object({ name: z.string(), nameEn: z.string().nullable(), min: z.number() });

/** The whole review as shown and printed; a closed one is exactly what it was when closed. */
export const reviewSheet = z.object({
  id,
  version,
  year: z.number(),
  part,
  from: z.string(),
  to: z.string(),
  /** Last day counted. */
  asOf: z.string(),
  set: z.object({
    id,
    name: z.string(),
    nameEn: z.string().nullable(),
    edition: z.number(),
    validFrom: z.string().nullable(),
    confirmedOn: z.string().nullable(),
  }),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  groups: z.array(group),
  totals,
  ranks: z.array(rank),
  /** Rank of the own scores; provisional while criteria are open. */
  rank: rank.nullable(),
  counts: z.object({ ok: z.number(), missing: z.number(), open: z.number() }),
  /** Names on the paper. */
  unit: z.object({
    name: z.string().nullable(),
    /** How the unit stands in the heading of papers. */
    shortName: z.string().nullable(),
    upperName: z.string().nullable(),
    place: z.string().nullable(),
    chairName: z.string().nullable(),
    chairTitle: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
  }),
});
export type ReviewSheet = z.output<typeof reviewSheet>;

const itemKey = { reviewId: id, criterion: criterionUid };
const exportInput = z.strictObject({ id });
const many = z.object({ count: z.number() });

export const review = {
  'review.sets': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(setRow) }),
    access: access.everyone,
    doc: 'Criteria sets (bộ tiêu chí), the newest edition first.',
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
  'review.copySet': command({
    input: z.strictObject({ id, name: requiredText(150) }),
    output: saved,
    errors: ['NOT_FOUND'],
    touches: ['review'],
    access: access.editors,
    doc: 'Makes a new set from another.',
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
  'review.list': query({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        z.object({
          id,
          version,
          year: z.number(),
          part,
          from: z.string(),
          to: z.string(),
          closedAt: z.string().nullable(),
          setName: z.string(),
        }),
      ),
      /** Year of the period that runs today. */
      currentYear: z.number(),
    }),
    access: access.everyone,
    doc: 'Reviews, the latest period first.',
  }),
  'review.create': command({
    input: z.strictObject({
      year,
      part: part.default('year'),
      /** null: the newest set. */ setId: id.nullable().default(null),
    }),
    output: saved,
    errors: ['DUPLICATE', 'NOT_FOUND'],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'Opens the review of a year or its first half; the year starts as the settings say (calendar or union year).',
  }),
  'review.useSet': command({
    input: z.strictObject({ id, version, setId: id }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'CLOSED'],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'Puts an open review on another criteria set; scores of criteria both sets have are kept.',
  }),
  'review.get': query({
    input: z.strictObject({ id }),
    output: reviewSheet,
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'The review with computed figures, proposed scores and their reasons, own scores, evidence, totals and rank.',
  }),
  'review.setItem': command({
    input: z.strictObject({
      ...itemKey,
      version,
      /** Left out: unchanged; null: not scored. */
      score: points.nullable().optional(),
      note: longText(2000).nullable().optional(),
    }),
    output: z.object({ version }),
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'CLOSED', 'SCORE_OVER_MAX', 'SCORE_NEEDS_EVIDENCE'],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'The officer’s own score and note. Full points need records, evidence or an explanation.',
  }),
  'review.addFile': command({
    input: z.strictObject({
      ...itemKey,
      token: z.string().min(1).max(100),
      label: text(200).nullable().default(null),
    }),
    output: z.object({ id }),
    errors: [
      'NOT_FOUND',
      'CLOSED',
      'FILE_TOKEN_UNKNOWN',
      'FILE_TOO_LARGE',
      'FILE_BLANK',
      'FILE_LIMIT',
      'FILE_KIND',
    ],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'Attaches a picked file as evidence; kept once by its hash with all other files, at most 50 MB.',
  }),
  'review.addRecord': command({
    input: z.strictObject({ ...itemKey, entity: recordEntity, recordId: id, label: requiredText(200) }),
    output: z.object({ id }),
    errors: ['NOT_FOUND', 'CLOSED', 'DUPLICATE'],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'Links a record of the register as evidence.',
  }),
  'review.removeEvidence': command({
    input: z.strictObject({ ids }),
    output: many,
    errors: ['NOT_FOUND', 'CLOSED'],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'Takes evidence off a criterion; the file stays in the data folder.',
  }),
  'review.restoreEvidence': command({
    input: z.strictObject({ ids }),
    output: many,
    errors: ['CLOSED'],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'Puts evidence back.',
  }),
  'review.openEvidence': job({
    input: z.strictObject({ id }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'FILE_MISSING', 'FILE_ALTERED'],
    access: access.everyone,
    doc: 'An evidence file on its way out, after its bytes were compared with their hash; a lost one is taken from the copies.',
  }),
  'review.close': command({
    input: z.strictObject({ id, version }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'CLOSED'],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'Closes a review (chốt): figures, record counts, scores and texts are frozen.',
  }),
  'review.reopen': command({
    input: z.strictObject({ id, version }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'Opens a closed review again; its figures are computed anew.',
  }),
  ...trashing(
    { trash: 'review.trash', restore: 'review.restore' },
    { touches: ['review', 'dashboard'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves reviews to the trash.' },
    { errors: ['DUPLICATE'], doc: 'Takes reviews back from the trash.' },
  ),
  'review.exportDocx': job({
    input: exportInput,
    output: outgoingFile,
    errors: ['NOT_FOUND', 'CANCELLED'],
    access: access.everyone,
    doc: 'The self-review as a Word file in the format of NĐ 30/2020.',
  }),
  'review.exportPdf': job({
    input: exportInput,
    output: outgoingFile,
    errors: ['NOT_FOUND', 'CANCELLED'],
    access: access.everyone,
    doc: 'The self-review as PDF in the format of NĐ 30/2020.',
  }),
  'review.exportXlsx': job({
    input: exportInput,
    output: outgoingFile,
    errors: ['NOT_FOUND', 'CANCELLED'],
    access: access.everyone,
    doc: 'The self-review as a workbook, scores as numbers.',
  }),
} satisfies Operations;
