/** Yearly ratings (chấm điểm, xếp loại) of all union groups and of the members of a group, each in one grid. */
import { z } from 'zod';
import { halvesFormula } from '../domain/scoringRanks';
import { id, longText, outgoingFile, saved, version, year } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { criterionUid, paperUnit, points, rankLevel } from './reviewSheet';
import { trashing } from './trashing';

export const RATING_KINDS = ['group', 'member'] as const;
/** Whose scores: the rated ones' own, the group's, and the union's committee. */
export const RATERS = ['self', 'group', 'upper'] as const;
export type Rater = (typeof RATERS)[number];
const rater = z.enum(RATERS);

const summary = {
  id,
  version,
  kind: z.enum(RATING_KINDS),
  year: z.number(),
  orgUnitId: id.nullable(),
  /** Name of the group whose members are rated. */
  orgUnitName: z.string().nullable(),
  closedAt: z.string().nullable(),
};

const total = z.object({ score: z.number(), rated: z.number() });
const line = z.object({
  /** Id of the group or of the member. */
  subjectId: id,
  name: z.string(),
  /** Job title of a member, head of a group. */
  detail: z.string().nullable(),
  /** Scores by criterion, then by who gave them. */
  scores: z.record(
    z.string(),
    z.object({ self: z.number().nullable(), group: z.number().nullable(), upper: z.number().nullable() }),
  ),
  totals: z.object({ self: total.nullable(), group: total.nullable(), upper: total.nullable() }),
  /** Points of the last who checked. */
  final: z.number().nullable(),
  /** Who gave them. */
  finalBy: rater.nullable(),
  rank: rankLevel.nullable(),
  /** Higher ranks the points would give, and why not. */
  blocked: z.array(
    z.object({
      name: z.string(),
      nameEn: z.string(),
      reasons: z.array(z.string()),
      reasonsEn: z.array(z.string()),
    }),
  ),
  note: z.string().nullable(),
});

export const ratingSheet = z.object({
  ...summary,
  from: z.string(),
  to: z.string(),
  closedBy: z.string().nullable(),
  set: z.object({
    id,
    name: z.string(),
    nameEn: z.string().nullable(),
    edition: z.number(),
    confirmedOn: z.string().nullable(),
  }),
  formula: halvesFormula.nullable(),
  groups: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      titleEn: z.string().nullable(),
      max: z.number(),
      bonus: z.boolean(),
      criteria: z.array(
        z.object({
          uid: criterionUid,
          code: z.string(),
          title: z.string(),
          titleEn: z.string().nullable(),
          max: z.number(),
        }),
      ),
    }),
  ),
  max: z.number(),
  ranks: z.array(rankLevel),
  lines: z.array(line),
  /** How many reached each rank, and how many have none. */
  counts: z.array(z.object({ name: z.string(), nameEn: z.string(), count: z.number() })),
  unrated: z.number(),
  overQuota: z.array(z.object({ name: z.string(), nameEn: z.string(), count: z.number(), most: z.number() })),
  unit: paperUnit,
});
export type RatingSheet = z.output<typeof ratingSheet>;

const exportInput = z.strictObject({ id });

export const reviewRatings = {
  'review.ratings': query({
    input: z.strictObject({ year: year.nullable().default(null) }),
    output: z.object({
      rows: z.array(
        z.object({
          ...summary,
          lines: z.number(),
          rated: z.number(),
          counts: z.array(z.object({ name: z.string(), nameEn: z.string(), count: z.number() })),
        }),
      ),
      /** Groups whose members have no rating in the year asked for. */
      groups: z.array(z.object({ id, name: z.string(), members: z.number(), ratingId: id.nullable() })),
    }),
    access: access.everyone,
    doc: 'Yearly ratings with how many are rated and reached each rank, and the groups of the year.',
  }),
  'review.openRating': command({
    input: z.strictObject({
      kind: z.enum(RATING_KINDS),
      year,
      /** The group whose members are rated. */
      orgUnitId: id.nullable().default(null),
      /** null: the newest set of the kind. */ setId: id.nullable().default(null),
    }),
    output: saved,
    errors: ['NOT_FOUND', 'DUPLICATE', 'INVALID_INPUT'],
    touches: ['review'],
    access: access.editors,
    doc: 'Opens the yearly rating of all union groups, or of the members of one group.',
  }),
  'review.rating': query({
    input: z.strictObject({ id }),
    output: ratingSheet,
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'A rating as a grid of the rated and the criteria with totals, ranks and their counts; a closed one is what it was when closed.',
  }),
  'review.setRatingScores': command({
    input: z.strictObject({
      id,
      who: rater,
      cells: z
        .array(z.strictObject({ subjectId: id, criterion: criterionUid, score: points.nullable() }))
        .min(1)
        .max(5000),
    }),
    output: z.object({ count: z.number() }),
    errors: ['NOT_FOUND', 'CLOSED', 'SCORE_OVER_MAX'],
    touches: ['review'],
    access: access.editors,
    doc: 'Scores of one column of the rated, cell by cell; null takes a score away.',
  }),
  'review.setRatingNote': command({
    input: z.strictObject({ id, subjectId: id, note: longText(1000).nullable() }),
    output: z.object({ count: z.number() }),
    errors: ['NOT_FOUND', 'CLOSED'],
    touches: ['review'],
    access: access.editors,
    doc: 'The remark (giải trình) of one group or member.',
  }),
  'review.closeRating': command({
    input: z.strictObject({ id, version }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'CLOSED'],
    touches: ['review', 'organisation', 'dashboard'],
    access: access.editors,
    doc: 'Closes a rating: it is frozen, and the ranks of groups become their yearly classes (cases.md row 10).',
  }),
  'review.reopenRating': command({
    input: z.strictObject({ id, version }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches: ['review', 'organisation', 'dashboard'],
    access: access.editors,
    doc: 'Opens a closed rating again and takes the yearly classes back that it wrote.',
  }),
  ...trashing(
    { trash: 'review.trashRatings', restore: 'review.restoreRatings' },
    { touches: ['review'], access: access.editors },
    { errors: ['NOT_FOUND', 'CLOSED'], doc: 'Moves ratings to the trash; a closed one is opened first.' },
    { errors: ['DUPLICATE'], doc: 'Takes ratings back from the trash.' },
  ),
  'review.exportRating': job({
    input: z.strictObject({ ...exportInput.shape, kind: z.enum(['docx', 'pdf', 'xlsx']) }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'CANCELLED'],
    access: access.everyone,
    doc: 'The rating as a table on paper or as a workbook, with ranks counted.',
  }),
} satisfies Operations;
