/** The self-review as shown and printed: schemas of its lines, columns, totals, ranks and people. */
import { z } from 'zod';
import { REVIEW_PARTS } from '../domain/reviewPeriod';
import { halvesFormula, rankCondition } from '../domain/scoringRanks';
import { id, version } from './fields';
import { figure, recordEntity } from './figures';
import { ORG_CLASSES } from './organisationTree';

export const ITEM_STATES = ['ok', 'missing', 'open'] as const;
/** Columns checked after the own score: by the group or in a cross check, and by the union above. */
export const CHECK_COLUMNS = ['group', 'upper'] as const;

export const reviewPart = z.enum(REVIEW_PARTS);
export const points = z.number().min(0).max(1000).multipleOf(0.25);
/** Identity of a criterion in every edition of its set. */
export const criterionUid = z.string().min(1).max(60);

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

const totals = z.object({
  max: z.number(),
  proposed: z.number().nullable(),
  score: z.number().nullable(),
  group: z.number().nullable(),
  upper: z.number().nullable(),
});

const check = z.object({ score: z.number(), by: z.string().nullable(), on: z.string().nullable() });
const halves = z.object({ first: z.number().nullable(), second: z.number().nullable() });

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
  /** Most points it can count with the evidence there is. */
  cap: z.number(),
  /** What counts of the own score. */
  counted: z.number().nullable(),
  checks: z.object({ group: check.nullable(), upper: check.nullable() }),
  /** Of a year made of two half-years: what they gave. */
  halves: halves.nullable(),
  /** Who is to score it and gather its evidence, until when. */
  task: z
    .object({ memberId: id.nullable(), name: z.string().nullable(), dueOn: z.string().nullable() })
    .nullable(),
  /** Day its missing score or evidence is due; null when nothing is missing. */
  due: z.string().nullable(),
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
export const rankLevel = z.object({
  name: z.string(),
  nameEn: z.string(),
  min: z.number(),
  class: z.enum(ORG_CLASSES).nullable(),
  conditions: z.array(rankCondition),
});
const blockedRank = z.object({
  name: z.string(),
  nameEn: z.string(),
  reasons: z.array(z.string()),
  reasonsEn: z.array(z.string()),
});

/** Work of one person in a review. */
const personProgress = z.object({
  memberId: id.nullable(),
  /** null: criteria nobody was given. */
  name: z.string().nullable(),
  given: z.number(),
  scored: z.number(),
  proven: z.number(),
  overdue: z.number(),
  /** Earliest day of what is missing. */
  due: z.string().nullable(),
});

/** Names on the paper. */
export const paperUnit = z.object({
  name: z.string().nullable(),
  /** How the unit stands in the heading of papers. */
  shortName: z.string().nullable(),
  upperName: z.string().nullable(),
  place: z.string().nullable(),
  chairName: z.string().nullable(),
  chairTitle: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
});

/** The whole review as shown and printed; a closed one is exactly what it was when closed. */
export const reviewSheet = z.object({
  id,
  version,
  year: z.number(),
  part: reviewPart,
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
    /** Most of the points a criterion without evidence counts; null: anything below full. */
    unprovenShare: z.number().nullable(),
  }),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  /** Day until which evidence is to be there. */
  evidenceDue: z.string(),
  checkers: z.object({
    groupBy: z.string().nullable(),
    groupOn: z.string().nullable(),
    upperBy: z.string().nullable(),
    upperOn: z.string().nullable(),
  }),
  /** Of a year made of two half-years: the weights and the reviews it is made of. */
  formula: halvesFormula.nullable(),
  parts: z.array(
    z.object({
      part: reviewPart,
      id: id.nullable(),
      score: z.number().nullable(),
      closedAt: z.string().nullable(),
    }),
  ),
  groups: z.array(group),
  totals,
  ranks: z.array(rankLevel),
  /** Rank of the own scores; provisional while criteria are open. */
  rank: rankLevel.nullable(),
  /** Higher ranks the points would give, and why not. */
  blocked: z.array(blockedRank),
  /** Rank of the scores of the union above. */
  upperRank: rankLevel.nullable(),
  counts: z.object({ ok: z.number(), missing: z.number(), open: z.number(), overdue: z.number() }),
  people: z.array(personProgress),
  unit: paperUnit,
});
export type ReviewSheet = z.output<typeof reviewSheet>;
