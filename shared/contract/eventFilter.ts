/** Conditions a list of events is asked for with. */
import { z } from 'zod';
import { EVENT_CATEGORIES, EVENT_KIND_CODES } from '../domain/eventKinds';
import { id, isoDate, year } from './fields';

/** Conditions of the list; all must hold. */
export const eventFilter = {
  search: z.string().max(200).default(''),
  year: year.nullable().default(null),
  /** Only events that surely began in the period. */
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  kinds: z.array(z.enum(EVENT_KIND_CODES)).max(100).default([]),
  categories: z.array(z.enum(EVENT_CATEGORIES)).max(20).default([]),
  /** Only events whose participation is recorded, or is not. */
  recorded: z.boolean().nullable().default(null),
  memberId: id.nullable().default(null),
};
