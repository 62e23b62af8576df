/** Certificates (giấy khen): layouts, preview, printing in ceremony order, the emblem, printer adjustments, the log. */
import { z } from 'zod';
import { recipientKind } from './awards';
import { batchOperations, REISSUE_NUMBERS } from './batches';
import { blankOperations } from './blanks';
import { displayPage, layoutId } from './certificateFields';
import { id, ids, outgoingFile, requiredText, saved, text, version, year } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { layoutOperations } from './layouts';
import { proofOperations } from './proof';

export const PRINT_MODES = ['full', 'blank'] as const;
/** Largest emblem taken in, in bytes. */
export const MAX_EMBLEM_BYTES = 2 * 1024 * 1024;

const mode = z.enum(PRINT_MODES);
const changedCount = z.object({ count: z.number() });
const layouts = z.object({ individual: z.string(), collective: z.string(), household: z.string() });

const problem = z.object({
  recipientId: id,
  ordinal: z.number(),
  name: z.string(),
  /** Item of the layout: name, post, achievement … */
  item: z.string(),
  reason: z.enum(['overflow', 'letters', 'qr']),
});

const printer = z.object({
  id,
  version,
  name: z.string(),
  dx: z.number(),
  dy: z.number(),
  scale: z.number(),
  printer: z.string().nullable(),
  tray: z.string().nullable(),
  blankId: id.nullable(),
});

/** Which certificates, and how: no ids means all, in ceremony order. */
const batch = {
  decisionId: id,
  recipientIds: z.array(id).max(5000).default([]),
  mode: mode.default('full'),
  printerId: id.nullable().default(null),
  /** A pre-printed blank: what stands on it already is not printed. */
  blankId: id.nullable().default(null),
  /** Items of the layout switched off. */
  skip: z.array(z.string().max(60)).max(50).default([]),
  /** Layouts as they are now, although an earlier version was printed before. */
  fresh: z.boolean().default(false),
};

export const certificates = {
  'certificates.layouts': query({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          nameEn: z.string(),
          paper: z.string(),
          orientation: z.enum(['portrait', 'landscape']),
          w: z.number(),
          h: z.number(),
          kinds: z.array(recipientKind),
          /** Items that a pre-printed blank leaves to be printed. */
          blankItems: z.array(z.string()),
          /** Version in use. */
          number: z.number(),
          /** The office's own; null for one that comes with the program. */
          own: z.object({ id, version, draftAt: z.string().nullable() }).nullable(),
        }),
      ),
      chosen: layouts,
    }),
    access: access.everyone,
    doc: 'Layouts that come with the program, the office’s own, and the one chosen for each kind of recipient. Sizes in millimetres.',
  }),
  'certificates.sample': query({
    input: z.strictObject({ layoutId }),
    output: z.object({ page: displayPage }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'A layout filled with its invented sample, as a display list.',
  }),
  'certificates.list': query({
    input: z.strictObject({ year: year.nullable().default(null) }),
    output: z.object({
      rows: z.array(
        z.object({
          decisionId: id,
          number: z.string().nullable(),
          decidedOn: z.string().nullable(),
          status: z.enum(['draft', 'issued']),
          form: z.string(),
          formEn: z.string().nullable(),
          occasion: z.string().nullable(),
          awardYear: z.number(),
          recipients: z.number(),
          /** Recipients printed at least once. */
          printed: z.number(),
          lastPrintedAt: z.string().nullable(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Decisions of the unit with named recipients: what there is to print and what was printed.',
  }),
  'certificates.get': query({
    input: z.strictObject({ decisionId: id }),
    output: z.object({
      decisionId: id,
      number: z.string().nullable(),
      decidedOn: z.string().nullable(),
      status: z.enum(['draft', 'issued']),
      form: z.string(),
      formEn: z.string().nullable(),
      occasion: z.string().nullable(),
      layouts,
      rows: z.array(
        z.object({
          id,
          ordinal: z.number(),
          kind: recipientKind,
          name: z.string(),
          post: z.string().nullable(),
          register: z.string().nullable(),
          /** n: "Bản cấp lại lần n" under the same number. */
          copy: z.number(),
          /** The day it was made void. */
          voidedOn: z.string().nullable(),
          /** Prints of the certificate in force. */
          prints: z.number(),
          lastPrintedAt: z.string().nullable(),
          /** The layout is printed in an earlier version, as it was the first time. */
          oldLayout: z.boolean(),
        }),
      ),
      /** The ceremony has an order of its own. */
      ownOrder: z.boolean(),
      /** The recipient whose name is widest. */
      longestId: id.nullable(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'What a decision has to print, in ceremony order, with how often each was printed.',
  }),
  'certificates.preview': query({
    input: z.strictObject({
      recipientId: id,
      layoutId: layoutId.nullable().default(null),
      mode: mode.default('full'),
      printerId: id.nullable().default(null),
      blankId: batch.blankId,
      skip: batch.skip,
      fresh: batch.fresh,
    }),
    output: z.object({
      page: displayPage,
      layoutId: z.string(),
      /** Shown in the version it was printed in before. */
      oldLayout: z.boolean(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'The certificate of one recipient as a display list: the very positions the PDF gets.',
  }),
  'certificates.check': job({
    input: z.strictObject({ ...batch }),
    output: z.object({ checked: z.number(), problems: z.array(problem) }),
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CERTIFICATE_VOID', 'CANCELLED'],
    access: access.everyone,
    doc: 'Lays every certificate out and answers those whose text does not fit, before anything is printed.',
  }),
  'certificates.print': job({
    input: z.strictObject({
      ...batch,
      /** One PDF for all, or a ZIP with one PDF each. */
      output: z.enum(['one', 'each']).default('one'),
      /** Print although some text does not fit; those names were shown. */
      acceptOverflow: z.boolean().default(false),
      /** Why it is printed again, for the log. */
      cause: text(200).nullable().default(null),
    }),
    output: z.object({
      file: outgoingFile,
      pages: z.number(),
      /** True for a draft: a trial, not in the print log. */
      trial: z.boolean(),
      problems: z.array(problem),
    }),
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CERTIFICATE_VOID', 'TEXT_OVERFLOW', 'CANCELLED'],
    touches: ['certificates', 'awards'],
    access: access.editors,
    doc: 'Certificates as PDF in ceremony order. Text beyond its floor is TEXT_OVERFLOW unless accepted. Issued ones enter the print log; void ones are refused by name and left out of the whole.',
  }),
  'certificates.runs': query({
    input: z.strictObject({
      decisionId: id.nullable().default(null),
      limit: z.int().min(1).max(500).default(50),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          id,
          decisionId: id,
          number: z.string().nullable(),
          at: z.string(),
          actor: z.string(),
          mode,
          output: z.enum(['one', 'each']),
          pages: z.number(),
          overflows: z.number(),
          /** "041/2026 – Nguyễn Thị Hoa", at most 20. */
          names: z.array(z.string()),
          /** Register numbers of the run, runs of numbers joined: "001–072/2026, 075/2026". */
          numbers: z.string(),
          /** Why it was printed again. */
          cause: z.string().nullable(),
          /** Printer adjustment and blank used. */
          printer: z.string().nullable(),
          blank: z.string().nullable(),
          /** Layouts used, with their versions; none where it was not yet noted. */
          layouts: z.array(z.object({ name: z.string(), number: z.number() })),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'The print log, the latest first.',
  }),
  'certificates.setLayout': command({
    input: z.strictObject({
      /** null: for every decision without a choice of its own. */
      decisionId: id.nullable().default(null),
      kind: recipientKind,
      /** null takes the choice back. */
      layoutId: layoutId.nullable(),
    }),
    output: layouts,
    errors: ['NOT_FOUND'],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Chooses the layout of a kind of recipient, for one decision or for all.',
  }),
  'certificates.settings': query({
    input: z.strictObject({}),
    output: z.object({
      version,
      /** Print Quốc hiệu and Tiêu ngữ. */
      national: z.boolean(),
      /** Print a QR code with the register number and the decision. */
      code: z.boolean(),
      /** What a certificate given again is numbered with. */
      reissue: z.enum(REISSUE_NUMBERS),
      emblem: z
        .object({
          id,
          name: z.string(),
          mime: z.string(),
          width: z.number(),
          height: z.number(),
          data: z.string(),
        })
        .nullable(),
    }),
    access: access.everyone,
    doc: 'Choices of the unit for its certificates; the emblem as base64.',
  }),
  'certificates.saveSettings': command({
    input: z.strictObject({
      version,
      national: z.boolean(),
      code: z.boolean(),
      /** Absent: as it is. */
      reissue: z.enum(REISSUE_NUMBERS).optional(),
    }),
    output: z.object({ version }),
    errors: ['VERSION_CONFLICT'],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Saves whether the national title and the code are printed, and how a certificate given again is numbered.',
  }),
  'certificates.setEmblem': command({
    input: z.strictObject({ token: z.string().max(200).nullable() }),
    output: z.object({ id: id.nullable() }),
    errors: ['FILE_TOKEN_UNKNOWN', 'FILE_TOO_LARGE', 'FILE_BROKEN'],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Takes a PNG or JPEG of at most 2 MB as the unit’s emblem; null prints the placeholder again.',
  }),
  'certificates.useEmblem': command({
    input: z.strictObject({ id: id.nullable() }),
    output: z.object({ id: id.nullable() }),
    errors: ['NOT_FOUND'],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Goes back to an emblem used before, or to none.',
  }),
  'certificates.printers': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(printer) }),
    access: access.everyone,
    doc: 'Adjustments by printer, tray and blank: shift in millimetres and scale.',
  }),
  'certificates.savePrinter': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      name: requiredText(100),
      dx: z.number().min(-20).max(20).default(0),
      dy: z.number().min(-20).max(20).default(0),
      scale: z.number().min(0.95).max(1.05).default(1),
      printer: text(100).nullable().default(null),
      tray: text(100).nullable().default(null),
      /** The blank it was measured for. */
      blankId: id.nullable().default(null),
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND'],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Adds or corrects the adjustment of a printer.',
  }),
  'certificates.trashPrinters': command({
    input: z.strictObject({ ids }),
    output: changedCount,
    errors: ['NOT_FOUND'],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Moves printer adjustments to the trash.',
  }),
  'certificates.restorePrinters': command({
    input: z.strictObject({ ids }),
    output: changedCount,
    touches: ['certificates'],
    access: access.editors,
    doc: 'Takes printer adjustments back from the trash.',
  }),
  ...layoutOperations,
  ...batchOperations,
  ...blankOperations,
  ...proofOperations,
} satisfies Operations;
