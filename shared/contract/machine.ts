/** Taking everything out in open formats, checking the machine, and the licences of what the program is made of. */
import { z } from 'zod';
import { SELF_TESTS, TEST_STATES } from '../domain/selfTest';
import { outgoingFile } from './fields';
import { access, job, type Operations, query } from './kernel';

const all = ['identity', 'politics', 'health', 'money'] as const;

const testLine = z.object({
  key: z.enum(SELF_TESTS),
  state: z.enum(TEST_STATES),
  /** Numbers, codes and instants that fill the sentence of the line. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type TestLine = z.output<typeof testLine>;
const selfTest = z.object({
  at: z.string(),
  version: z.string(),
  schemaVersion: z.number(),
  lines: z.array(testLine),
});
export type SelfTest = z.output<typeof selfTest>;

const licence = z.object({
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  text: z.string(),
});
export type Licence = z.output<typeof licence>;

export const machine = {
  'machine.exportFacts': query({
    input: z.strictObject({}),
    output: z.object({
      tables: z.number(),
      rows: z.number(),
      files: z.number(),
      /** Bytes of the attached files. */
      bytes: z.number(),
      /** Instant of the last export of everything; null if there was none. */
      last: z.string().nullable(),
    }),
    access: access.editors,
    doc: 'How much an export of everything holds, and when the last one was made.',
  }),
  'machine.exportAll': job({
    input: z.strictObject({
      /** With the private values of people; without them the export cannot be made into a store again. */
      complete: z.boolean().default(true),
    }),
    output: z.object({
      file: outgoingFile,
      tables: z.number(),
      rows: z.number(),
      files: z.number(),
      /** Attached files that are lost or changed on this PC. */
      lost: z.number(),
    }),
    errors: ['CANCELLED', 'DISK_FULL', 'FILE_TOO_LARGE', 'BUSY'],
    touches: ['settings'],
    access: { roles: access.chair.roles, sensitive: all },
    doc: 'Everything in one ZIP: workbooks, a JSON file of every table, attached files, and a list of contents with hashes; the log keeps that it was made.',
  }),
  'machine.selfTest': job({
    input: z.strictObject({}),
    output: selfTest,
    errors: ['CANCELLED'],
    access: access.everyone,
    doc: 'Checks the store, the change log, copies, disk, clock, memory, fonts and printing to PDF; each line says whether it holds.',
  }),
  'machine.report': job({
    input: z.strictObject({}),
    output: z.object({
      file: outgoingFile,
      /** What is in the file, to be read before it is sent. */
      parts: z.array(z.object({ name: z.string(), text: z.string() })),
    }),
    errors: ['CANCELLED'],
    access: access.editors,
    doc: 'The self-test with versions, counts and the end of the log as a small ZIP that is safe to send: no name, number or path is in it.',
  }),
  'machine.licences': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(licence) }),
    access: access.everyone,
    doc: 'Every library and font the program was built from, with version, licence and its text; written by the build.',
  }),
} satisfies Operations;
