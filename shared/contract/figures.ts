/** Schemas of computed figures and of the records behind them, shared by the areas that show them. */
import { z } from 'zod';
import { COUNT_FLAGS } from '../domain/eventFigures';
import { LISTED_ENTITIES } from '../domain/indicator';
import { INDICATOR_IDS } from '../domain/indicators';

export const FIGURE_GAPS = ['noWhole', 'partOverWhole', 'noSource', 'fieldOff', 'someUnknown'] as const;

export const recordEntity = z.enum(['member', 'event', 'award', 'org_unit']);

/** A computed figure; a rate has its fraction and the day of its whole. Unknown is null. */
export const figure = z.object({
  id: z.enum(INDICATOR_IDS),
  unit: z.enum([
    'member',
    'person',
    'turn',
    'event',
    'collective',
    'individual',
    'household',
    'award',
    'decision',
    'movement',
    'unit',
    'case',
    'opinion',
    'document',
    'gift',
    'blood',
    'agreement',
    'commitment',
    'work',
    'money',
    'percent',
  ]),
  value: z.number().nullable(),
  part: z.number().nullable(),
  whole: z.number().nullable(),
  wholeOn: z.string().nullable(),
  asOf: z.string(),
  gap: z.enum(FIGURE_GAPS).nullable(),
  flag: z.enum(COUNT_FLAGS).optional(),
  wording: z.string().optional(),
  unknown: z.number().optional(),
  typed: z.object({ id: z.number(), source: z.string(), computed: z.number().nullable() }).optional(),
});

/** A record behind a figure. */
export const figureRecord = z.object({
  entity: z.enum(LISTED_ENTITIES),
  id: z.number(),
  label: z.string(),
  date: z.string().nullable(),
  detail: z.string().nullable(),
  amount: z.number(),
});
