/** The year-end pack (hồ sơ cuối năm): every paper of a year, what each still waits for, and all of them in one ZIP. */
import { z } from 'zod';
import { PACK_GAPS, PACK_PAPERS, PACK_STATES } from '../domain/yearEnd';
import { outgoingFile, year } from './fields';
import { access, job, type Operations, query } from './kernel';

const row = z.object({
  /** "01", "06.2" */
  no: z.string(),
  paper: z.enum(PACK_PAPERS),
  state: z.enum(PACK_STATES),
  /** Of the report, the review or the agreement it is made from. */
  recordId: z.number().nullable(),
  /** Its subject as recorded. */
  subject: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Last day its figures count. */
  asOf: z.string().nullable(),
  /** Symbol in the register and the day of the paper. */
  code: z.string().nullable(),
  onDate: z.string().nullable(),
  /** Closed or issued: what it says stays. */
  closed: z.boolean(),
  /** Of agreements the closing review instead of the year's. */
  closing: z.boolean(),
  /** Targets, items of the plan, documents; sessions held. */
  count: z.number().nullable(),
  gaps: z.array(z.object({ gap: z.enum(PACK_GAPS), count: z.number() })),
});

export const yearEnd = {
  'yearEnd.state': query({
    input: z.strictObject({ year }),
    output: z.object({ year: z.number(), today: z.string(), rows: z.array(row) }),
    access: access.everyone,
    doc: 'The papers of a year-end pack: what each is made from, its number and day, and what is still missing.',
  }),
  'yearEnd.pack': job({
    input: z.strictObject({ year }),
    output: outgoingFile.extend({
      papers: z.number(),
      files: z.number(),
      /** Files that could not be made, named in the index with the reason. */
      failed: z.array(z.object({ no: z.string(), paper: z.enum(PACK_PAPERS), code: z.string() })),
    }),
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'Every paper of a year as PDF, Word and XLSX in one ZIP with an index and SHA-256 sums; what is not there is named in the index.',
  }),
} satisfies Operations;
