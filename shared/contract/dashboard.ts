/** Dashboard (tổng quan): figures of a period, each with the list behind it, and what is due or missing. */
import { z } from 'zod';
import { AWARD_LEVELS } from '../domain/awards';
import { DUE_KINDS, SLICES } from '../domain/dashboard';
import { INDICATOR_IDS } from '../domain/indicators';
import { isoDate, paging } from './fields';
import { figure, figureRecord } from './figures';
import { access, type Operations, query } from './kernel';

const period = { from: isoDate, to: isoDate };
const bar = z.object({
  /** Names the slice in `dashboard.records`; 'none' where it is not recorded. */
  key: z.string(),
  label: z.string().nullable(),
  value: z.number(),
});

/** One part of a breakdown: the bar that was clicked. */
const slice = z.strictObject({ by: z.enum(SLICES), key: z.string().min(1).max(200) });

export const dashboard = {
  'dashboard.figures': query({
    input: z.strictObject({ ...period }),
    output: z.object({
      ...period,
      /** Last day counted. */
      asOf: z.string(),
      today: z.string(),
      figures: z.record(z.string(), figure),
      gender: z.array(bar),
      departments: z.array(bar),
      professions: z.array(bar),
      /** Oldest band first; unknown sex is counted apart. */
      ages: z.array(z.object({ key: z.string(), female: z.number(), male: z.number(), unknown: z.number() })),
      months: z.array(z.object({ month: z.string(), events: z.number(), turns: z.number() })),
      awards: z.array(
        z.object({
          level: z.enum(AWARD_LEVELS),
          collective: z.number().nullable(),
          individual: z.number().nullable(),
          household: z.number().nullable(),
        }),
      ),
    }),
    errors: ['DATE_ORDER'],
    access: access.everyone,
    doc: 'Figures of a period: members by sex, department, profession and age; events and turns by month; awards by level.',
  }),
  'dashboard.due': query({
    input: z.strictObject({ ...period }),
    output: z.object({
      rows: z.array(
        z.object({
          kind: z.enum(DUE_KINDS),
          urgency: z.enum(['late', 'soon', 'look']),
          count: z.number().nullable(),
          /** Opens the records. */
          indicator: z.enum(INDICATOR_IDS).nullable(),
          /** Last day to do it, ISO. */
          due: z.string().nullable(),
          /** Review it is about. */
          reviewId: z.number().nullable(),
        }),
      ),
    }),
    errors: ['DATE_ORDER'],
    access: access.everyone,
    doc: 'What is due and what is missing: records with gaps, events without participation, criteria, printing, copies, setup.',
  }),
  'dashboard.review': query({
    input: z.strictObject({ year: z.int().min(1990).max(2100) }),
    output: z.object({
      review: z
        .object({
          id: z.number(),
          year: z.number(),
          to: z.string(),
          closedAt: z.string().nullable(),
          score: z.number().nullable(),
          max: z.number(),
          rank: z.string().nullable(),
          rankEn: z.string().nullable(),
          confirmed: z.boolean(),
          counts: z.object({ ok: z.number(), missing: z.number(), open: z.number() }),
          groups: z.array(
            z.object({
              code: z.string(),
              title: z.string(),
              titleEn: z.string().nullable(),
              max: z.number(),
              score: z.number().nullable(),
              ok: z.number(),
              missing: z.number(),
              open: z.number(),
            }),
          ),
        })
        .nullable(),
    }),
    access: access.everyone,
    doc: 'Progress of the review of a year: points, provisional rank, criteria with and without evidence.',
  }),
  'dashboard.indicator': query({
    input: z.strictObject({ id: z.enum(INDICATOR_IDS), ...period }),
    output: figure,
    errors: ['DATE_ORDER'],
    access: access.everyone,
    doc: 'One figure of the catalogue in a period.',
  }),
  'dashboard.records': query({
    input: z.strictObject({
      id: z.enum(INDICATOR_IDS),
      ...period,
      slice: slice.nullable().default(null),
      ...paging,
    }),
    output: z.object({
      figure,
      total: z.number(),
      /** Sum of what the records add; equals the figure of counts and turns. */
      amount: z.number(),
      rows: z.array(figureRecord),
    }),
    errors: ['DATE_ORDER', 'INVALID_INPUT'],
    access: { roles: access.everyone.roles, sensitive: ['politics'] },
    doc: 'The records behind a figure, or behind one part of its breakdown, a page at a time.',
  }),
} satisfies Operations;
