/**
 * A batch of certificates at hand: order of the ceremony, its papers, and what becomes of one certificate later:
 * made void (thu hồi), given again (cấp lại). A register number is never given twice.
 */
import { z } from 'zod';
import { recipientKind } from './awardFields';
import { id, isoDate, outgoingFile, requiredText, text, version } from './fields';
import { access, command, job, type Operations, query } from './kernel';

export const REISSUE_NUMBERS = ['new', 'same'] as const;
export const CEREMONY_PAPERS = ['calling', 'seats', 'receipt'] as const;

/** What the number of a certificate tells, wherever one is listed. */
export const certificateNumber = {
  register: z.string(),
  /** n: "Bản cấp lại lần n" under the same number; 0 for the first. */
  copy: z.number(),
};

const state = z.strictObject({
  id,
  voidedOn: isoDate.nullable(),
  voidReason: text(300).nullable(),
});

export const batchOperations = {
  'certificates.story': query({
    input: z.strictObject({ recipientId: id }),
    output: z.object({
      recipientId: id,
      decisionId: id,
      kind: recipientKind,
      name: z.string(),
      number: z.string().nullable(),
      decidedOn: z.string().nullable(),
      issued: z.boolean(),
      /** How the office numbers a certificate given again. */
      reissue: z.enum(REISSUE_NUMBERS),
      /** The first given first; the last is the one in force, unless it is void. */
      certificates: z.array(
        z.object({
          id,
          version,
          ...certificateNumber,
          givenOn: z.string().nullable(),
          /** Number of the certificate it was given instead of, and why. */
          replaces: z.string().nullable(),
          reason: z.string().nullable(),
          voidedOn: z.string().nullable(),
          voidReason: z.string().nullable(),
          /** True once what stands on it is kept: from its first official print. */
          kept: z.boolean(),
          prints: z.array(
            z.object({
              runId: id,
              at: z.string(),
              actor: z.string(),
              mode: z.enum(['full', 'blank']),
              cause: z.string().nullable(),
              layout: z.string().nullable(),
              layoutVersion: z.number().nullable(),
            }),
          ),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Every certificate one recipient was given: its number, what it replaces, when and why it was made void, its prints.',
  }),
  'certificates.void': command({
    input: z.strictObject({ id, version, on: isoDate, reason: requiredText(300) }),
    output: z.object({ id, version, voidedOn: z.string() }),
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'CERTIFICATE_VOID', 'DECISION_DRAFT', 'DATE_ORDER'],
    touches: ['certificates', 'awards', 'members'],
    access: access.editors,
    doc: 'Makes a certificate void with a day and a reason. It is no longer printed nor counted; its number is not given again.',
  }),
  'certificates.reissue': command({
    input: z.strictObject({
      recipientId: id,
      on: isoDate,
      reason: requiredText(300),
      /** Absent: as the office has set it. */
      number: z.enum(REISSUE_NUMBERS).optional(),
    }),
    output: z.object({ id, ...certificateNumber, replaces: z.string() }),
    errors: ['NOT_FOUND', 'DECISION_DRAFT', 'DATE_ORDER'],
    touches: ['certificates', 'awards', 'members'],
    access: access.editors,
    doc: 'Gives a certificate again: the one in force becomes void for the same reason; the new one has a new number, or the same with "Bản cấp lại lần n".',
  }),
  'certificates.setStates': command({
    input: z.strictObject({ recipientId: id, rows: z.array(state).min(1).max(100) }),
    output: z.object({ count: z.number() }),
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
    touches: ['certificates', 'awards', 'members'],
    access: access.editors,
    doc: 'Puts certificates of one recipient back into an earlier state: the undo of making void and of giving again. At most one is in force.',
  }),
  'certificates.orderCeremony': command({
    input: z.strictObject({
      decisionId: id,
      /** Every recipient once; null with `by` null goes back to the order of the decision. */
      order: z.array(id).max(5000).nullable().default(null),
      by: z.enum(['name', 'department']).nullable().default(null),
    }),
    output: z.object({ count: z.number() }),
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
    touches: ['certificates', 'awards'],
    access: access.editors,
    doc: 'Order of the ceremony, also after the decision was issued: the decision and its list keep theirs.',
  }),
  'certificates.ceremonyPaper': job({
    input: z.strictObject({
      decisionId: id,
      paper: z.enum(CEREMONY_PAPERS),
      format: z.enum(['pdf', 'docx']).default('pdf'),
    }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED'],
    touches: [],
    access: access.everyone,
    doc: 'Papers of a ceremony in its order: the host’s calling list, seat cards (PDF only), the list to sign on receiving.',
  }),
  'certificates.printVoided': job({
    input: z.strictObject({ id }),
    output: z.object({ file: outgoingFile }),
    errors: ['NOT_FOUND', 'CERTIFICATE_IN_FORCE', 'CANCELLED'],
    touches: ['certificates', 'awards'],
    access: access.editors,
    doc: 'A void certificate for the files, with “ĐÃ THU HỒI” across it; the only way one is printed. Enters the print log.',
  }),
} satisfies Operations;
