/**
 * Self-review (tự kiểm tra, chấm điểm, xếp loại): criteria sets as versioned data, a review of a period with figures,
 * proposed and own scores, evidence, ranks and papers. Rules: domain.md 1.
 */
import { z } from 'zod';
import { id, ids, isoDate, longText, outgoingFile, requiredText, saved, text, version, year } from './fields';
import { figure, recordEntity } from './figures';
import { access, command, job, type Operations, query } from './kernel';
import { reviewRatings } from './reviewRatings';
import { reviewSets } from './reviewSets';
import {
  CHECK_COLUMNS,
  criterionUid,
  reviewPart as part,
  points,
  rankLevel,
  reviewSheet,
} from './reviewSheet';
import { trashing } from './trashing';

export { ITEM_STATES, type ReviewSheet } from './reviewSheet';

const itemKey = { reviewId: id, criterion: criterionUid };
const exportInput = z.strictObject({ id });
const many = z.object({ count: z.number() });
const task = {
  memberId: id.nullable().default(null),
  name: text(120).nullable().default(null),
  dueOn: isoDate.nullable().default(null),
};
const compared = z.object({
  score: z.number().nullable(),
  max: z.number(),
  figureText: z.string().nullable(),
  figureTextEn: z.string().nullable(),
  figures: z.array(figure),
  evidence: z.number(),
});

/** What a criterion can leave for the next year. */
export const GAP_KINDS = ['open', 'missing', 'low'] as const;

export const review = {
  ...reviewSets,
  ...reviewRatings,
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
    errors: ['DUPLICATE', 'NOT_FOUND', 'INVALID_INPUT'],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'Opens the review of a year or of one of its halves; the year starts as the settings say (calendar or union year).',
  }),
  'review.useSet': command({
    input: z.strictObject({ id, version, setId: id }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'CLOSED', 'INVALID_INPUT'],
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
    errors: [
      'NOT_FOUND',
      'VERSION_CONFLICT',
      'CLOSED',
      'SCORE_OVER_MAX',
      'SCORE_NEEDS_EVIDENCE',
      'SCORE_FROM_HALVES',
    ],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'The officer’s own score and note. Without records or evidence only what the set allows can be given, never full points.',
  }),
  'review.setCheck': command({
    input: z.strictObject({
      ...itemKey,
      version,
      column: z.enum(CHECK_COLUMNS),
      /** null: not checked. */ score: points.nullable(),
    }),
    output: z.object({ version }),
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'CLOSED', 'SCORE_OVER_MAX', 'SCORE_FROM_HALVES'],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'A score of those who check: the group (or cross check) or the union above, with who gave it and when.',
  }),
  'review.setCheckers': command({
    input: z.strictObject({
      id,
      version,
      groupBy: text(120).nullable().default(null),
      groupOn: isoDate.nullable().default(null),
      upperBy: text(120).nullable().default(null),
      upperOn: isoDate.nullable().default(null),
      /** Day until which evidence is to be there; null: the last day of the period. */
      evidenceDue: isoDate.nullable().default(null),
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'CLOSED'],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'Who checks in the two other columns and when, and the day until which evidence is to be there.',
  }),
  'review.assign': command({
    input: z.strictObject({
      reviewId: id,
      tasks: z
        .array(z.strictObject({ criterion: criterionUid, ...task }))
        .min(1)
        .max(500),
    }),
    output: many,
    errors: ['NOT_FOUND', 'CLOSED', 'INVALID_INPUT'],
    touches: ['review', 'dashboard'],
    access: access.editors,
    doc: 'Gives criteria to people with a day: a member, or somebody by name; without anything the task is taken off.',
  }),
  'review.compare': query({
    input: z.strictObject({
      id,
      /** null: the same period of the year before. */ otherId: id.nullable().default(null),
    }),
    output: z.object({
      other: z.object({ id, year: z.number(), closedAt: z.string().nullable() }).nullable(),
      rows: z.array(
        z.object({
          uid: criterionUid,
          code: z.string(),
          title: z.string(),
          titleEn: z.string().nullable(),
          now: compared,
          /** null: not in the other review's set. */
          before: compared.nullable(),
        }),
      ),
      totals: z.object({ now: z.number().nullable(), before: z.number().nullable() }),
      ranks: z.object({ now: rankLevel.nullable(), before: rankLevel.nullable() }),
      /** The sets differ, so that points may not mean the same. */
      setDiffers: z.boolean(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Two reviews side by side, criterion by criterion: scores, figures and evidence of both years.',
  }),
  'review.gaps': query({
    input: z.strictObject({ id }),
    output: z.object({
      /** Year the work goes over to. */
      year: z.number(),
      rows: z.array(
        z.object({
          criterion: criterionUid,
          code: z.string(),
          title: z.string(),
          titleEn: z.string().nullable(),
          kinds: z.array(z.enum(GAP_KINDS)),
          max: z.number(),
          score: z.number().nullable(),
          /** What has to be done, in words. */
          text: z.string(),
          textEn: z.string(),
          /** Whose task it was. */
          memberId: id.nullable(),
          person: z.string().nullable(),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'What a review leaves for the next year: criteria not scored, without evidence, or below their points (cases.md row 52).',
  }),
  'review.exportGaps': job({
    input: z.strictObject({ id, kind: z.enum(['docx', 'pdf']) }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'CANCELLED'],
    access: access.everyone,
    doc: 'The list of work that goes over to the next year, on paper.',
  }),
  'review.exportEvidence': job({
    input: exportInput,
    output: outgoingFile,
    errors: ['NOT_FOUND', 'FILE_MISSING', 'FILE_ALTERED', 'FILE_TOO_LARGE', 'CANCELLED'],
    access: access.everyone,
    doc: 'All evidence as a folder in one ZIP: files named by criterion, with an index to open.',
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
    touches: ['review', 'dashboard', 'organisation'],
    access: access.editors,
    doc: 'Closes a review (chốt): figures, record counts, scores and texts are frozen; the rank of a whole year becomes the union’s class.',
  }),
  'review.reopen': command({
    input: z.strictObject({ id, version }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches: ['review', 'dashboard', 'organisation'],
    access: access.editors,
    doc: 'Opens a closed review again; its figures are computed anew and the yearly class it wrote is taken back.',
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
