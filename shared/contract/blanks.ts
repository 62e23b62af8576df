/** Pre-printed blanks (phôi), the calibration sheet and trial prints. Sizes in millimetres. */
import { z } from 'zod';
import { isSheet } from '../domain/layout/straighten';
import { displayPage, layoutId } from './certificateFields';
import { id, outgoingFile, requiredText, saved, version } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

/** Largest scan or photo of a blank taken in, in bytes. */
export const MAX_SCAN_BYTES = 12 * 1024 * 1024;

const side = z.number().min(50).max(1200);
const page = { w: side, h: side };
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** p' = (dx, dy) + scale · p. */
export const adjustment = z.strictObject({
  dx: z.number().min(-20).max(20),
  dy: z.number().min(-20).max(20),
  scale: z.number().min(0.95).max(1.05),
});
const noAdjustment = adjustment.nullable().default(null);

const share = z.number().min(0).max(1);

/** Where the whole picture lies on the sheet, and by how many degrees it is turned to stand straight. */
const place = z.strictObject({
  x: z.number().min(-1200).max(1200),
  y: z.number().min(-1200).max(1200),
  w: z.number().min(10).max(2400),
  h: z.number().min(10).max(2400),
  turn: z.number().min(-180).max(180).default(0),
  /**
   * Corners of the sheet in a photo taken askew, as shares of its width and height, clockwise from the top left:
   * then the sheet is filled with what lies between them and the rest of `place` says nothing.
   */
  corners: z
    .array(z.strictObject({ x: share, y: share }))
    .length(4)
    .refine(isSheet)
    .nullable()
    .default(null),
});

const blankFields = {
  name: requiredText(100),
  ...page,
  /** A picture kept by `certificates.addScan`. */
  scan: hash.nullable().default(null),
  place,
  /** Items of layouts that stand on the blank already and are not printed. */
  off: z.array(z.string().min(1).max(80)).max(100).default([]),
  /** Layouts it is for; none: any. */
  layouts: z.array(layoutId).max(100).default([]),
};

/** What a sheet is seen or tried with: one recipient, else the invented sample of the layout. */
const onBlank = {
  layoutId,
  recipientId: id.nullable().default(null),
  blankId: id.nullable().default(null),
  adjustment: noAdjustment,
};

export const blankOperations = {
  'certificates.blanks': query({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        z.object({
          id,
          version,
          name: z.string(),
          w: z.number(),
          h: z.number(),
          scan: z.string().nullable(),
          place: z.object({
            x: z.number(),
            y: z.number(),
            w: z.number(),
            h: z.number(),
            turn: z.number(),
            corners: z.array(z.object({ x: z.number(), y: z.number() })).nullable(),
          }),
          off: z.array(z.string()),
          layouts: z.array(z.string()),
          /** The adjustment it was printed with last. */
          lastPrinterId: id.nullable(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Pre-printed blanks with what stands on them already and the adjustment used last.',
  }),
  'certificates.scan': query({
    input: z.strictObject({ hash }),
    output: z.object({ mime: z.string(), width: z.number(), height: z.number(), data: z.string() }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'The scan of a blank as base64, to be shown under the text on screen.',
  }),
  'certificates.addScan': command({
    input: z.strictObject({ token: z.string().min(1).max(100) }),
    output: z.object({ hash: z.string(), width: z.number(), height: z.number() }),
    errors: ['FILE_TOKEN_UNKNOWN', 'FILE_TOO_LARGE', 'FILE_NOT_PICTURE'],
    access: access.editors,
    doc: 'Keeps a PNG or JPEG of at most 12 MB as the scan of a blank; size in pixels.',
  }),
  'certificates.saveBlank': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...blankFields,
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND'],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Adds or corrects a blank.',
  }),
  ...trashing(
    { trash: 'certificates.trashBlanks', restore: 'certificates.restoreBlanks' },
    { touches: ['certificates'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves blanks to the trash; adjustments made for them stay.' },
    { doc: 'Takes blanks back from the trash.' },
  ),
  'certificates.calibrationSheet': job({
    input: z.strictObject({
      w: z.number().min(100).max(1200),
      h: z.number().min(100).max(1200),
      adjustment: noAdjustment,
    }),
    output: z.object({ file: outgoingFile }),
    errors: ['CANCELLED'],
    access: access.everyone,
    doc: 'The calibration sheet of a page size as PDF at true size; with an adjustment, to prove it.',
  }),
  'certificates.onBlank': query({
    input: z.strictObject({ ...onBlank }),
    output: z.object({ page: displayPage }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'What is printed onto a blank, as a display list: without the items that stand on it, adjusted.',
  }),
  'certificates.trial': job({
    input: z.strictObject({ ...onBlank }),
    output: z.object({ file: outgoingFile }),
    errors: ['NOT_FOUND', 'CANCELLED'],
    access: access.everyone,
    doc: 'One sheet for plain paper, marked “BẢN THỬ”, with faint outlines of the page and of every item; not in the print log.',
  }),
} satisfies Operations;
