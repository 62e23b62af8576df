/** Days off that were announced for a year: around Tết, beside 2/9, and working days swapped for weekend days. */
import { z } from 'zod';
import { isoDate, longText, version, year } from './fields';
import { access, command, type Operations, query } from './kernel';

const announced = z.strictObject({
  /** The first of the five days of Tết; null is by habit. */
  tetFrom: isoDate.nullable(),
  /** The day off beside 2/9; null is by habit. */
  beside: isoDate.nullable(),
  swaps: z.array(z.strictObject({ off: isoDate, work: isoDate.nullable() })).max(10),
  /** Where it was announced. */
  note: longText(300).nullable(),
});

export const holidays = {
  'settings.holidays': query({
    input: z.strictObject({}),
    output: z.strictObject({
      years: z.array(z.strictObject({ year, version, announced: announced.nullable() })),
    }),
    access: access.everyone,
    doc: 'Years with announced days off; all other years go by the habit of the announcements (Bộ luật Lao động 2019, Điều 112).',
  }),
  'settings.setHolidays': command({
    input: z.strictObject({ year, version: version.default(0), announced: announced.nullable() }),
    output: z.strictObject({ year, version }),
    errors: [
      'VERSION_CONFLICT',
      'HOLIDAY_OTHER_YEAR',
      'HOLIDAY_NOT_BESIDE',
      'SWAP_ON_WEEKEND',
      'SWAP_NOT_WEEKEND',
    ],
    touches: ['settings', 'events', 'members'],
    access: access.editors,
    doc: 'Sets the days off announced for a year, used by the calendar, working days and deadlines; null goes by habit again.',
  }),
} satisfies Operations;
