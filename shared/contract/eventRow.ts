/** What lists and pages show of an event: its facts and how many took part. */
import { z } from 'zod';
import { COUNT_FLAGS, PARTICIPATION_UNITS } from '../domain/eventFigures';
import { EVENT_KIND_CODES, EVENT_MODES, ORGANISER_LEVELS } from '../domain/eventKinds';
import { id, version } from './fields';

/** How many took part. whole and asOf are null where nothing was counted against. */
export const participation = z.object({
  value: z.number(),
  unit: z.enum(PARTICIPATION_UNITS),
  flag: z.enum(COUNT_FLAGS),
  whole: z.number().nullable(),
  asOf: z.string().nullable(),
});
/** A figure entered without names. value is null where only its words are known: "hàng trăm". */
export const plainCount = z.object({
  value: z.number().nullable(),
  wording: z.string().nullable(),
  /** Where it was read: "báo cáo số 12/BC-CĐCS". */
  source: z.string().nullable(),
  unit: z.enum(PARTICIPATION_UNITS),
  flag: z.enum(COUNT_FLAGS),
  denominator: z.number().nullable(),
  denominatorOn: z.string().nullable(),
});

export const eventRow = z.object({
  id,
  version,
  kind: z.enum(EVENT_KIND_CODES),
  name: z.string(),
  mode: z.enum(EVENT_MODES),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  place: z.string().nullable(),
  organiserLevel: z.enum(ORGANISER_LEVELS).nullable(),
  organiserName: z.string().nullable(),
  sequence: z.number().nullable(),
  /** null until recorded. */
  participation: participation.nullable(),
  /** What is said where no number is known: "hàng trăm người". */
  wording: z.string().nullable(),
});
