/** Cases of help (hoàn cảnh khó khăn, Mái ấm công đoàn), and the office's lists for visits and cases. */
import { z } from 'zod';
import { CASE_STATES } from '../domain/care';
import {
  caseFields,
  caseFilter,
  caseMoney,
  caseRow,
  caseStep,
  circumstances,
  kindFields,
  normFields,
  reasonFields,
} from './careFields';
import { paidOut, payErrors, payFields } from './carePay';
import { keepers, readers } from './careRoles';
import { id, ids, isoDate, outgoingFile, paging, saved, text, version } from './fields';
import { access, command, job, type Operations, query } from './kernel';

const changed = z.object({ count: z.number() });
const touches = ['welfare', 'members'] as const;
const own = { id: id.nullable().default(null), version: version.nullable().default(null) };

/** To the trash and back. */
const trashed = (what: string) =>
  ({
    trash: command({
      input: z.strictObject({ ids }),
      output: changed,
      errors: ['NOT_FOUND', 'IN_USE'],
      touches: [...touches],
      access: keepers,
      doc: `Moves ${what} to the trash.`,
    }),
    restore: command({
      input: z.strictObject({ ids }),
      output: changed,
      touches: [...touches],
      access: keepers,
      doc: `Takes ${what} back from the trash.`,
    }),
  }) as const;
const cases = trashed('cases with their steps and papers');
const reasons = trashed('reasons of visits');
const norms = trashed('norms of visits');
const kinds = trashed('kinds of cases');

const saveErrors = ['VERSION_CONFLICT', 'NOT_FOUND', 'CARE_PERSON', 'FIELD_OFF'] as const;
const listErrors = ['VERSION_CONFLICT', 'NOT_FOUND', 'DUPLICATE'] as const;

export const careCases = {
  'care.cases': query({
    input: z.strictObject({ ...caseFilter, ...paging }),
    output: z.object({ total: z.number(), money: z.number(), rows: z.array(caseRow) }),
    access: readers,
    doc: 'Cases of help that meet the conditions, open ones first, with the đồng given to them; search ignores tones.',
  }),
  'care.case': query({
    input: z.strictObject({ id }),
    output: z.object({
      row: caseRow,
      deletedAt: z.string().nullable(),
      address: z.string().nullable(),
      object: z.string().nullable(),
      budget: z.number().nullable(),
      decision: z.string().nullable(),
      note: z.string().nullable(),
      closeReason: z.string().nullable(),
      /** Written down, and only told by `care.reveal`; null while the group is off. */
      hasCircumstances: z.boolean().nullable(),
      steps: z.array(caseStep.extend({ id, overdue: z.boolean(), papers: z.number() })),
      money: z.array(
        caseMoney.extend({
          voucherCode: z.string().nullable(),
          earmark: z.string().nullable(),
          /** Money of the union’s own, or of one purpose, that no voucher tells of. */
          unpaid: z.boolean(),
        }),
      ),
      bySource: z.array(z.object({ source: caseMoney.shape.source, amount: z.number() })),
      inWords: z.string(),
    }),
    errors: ['NOT_FOUND'],
    access: readers,
    doc: 'One case with its steps, its money by source and what is attached.',
  }),
  'care.createCase': command({
    input: z.strictObject({ ...caseFields, circumstances }),
    output: saved,
    errors: [...saveErrors],
    touches: [...touches],
    access: keepers,
    doc: 'Opens a case with the steps of its kind.',
  }),
  'care.updateCase': command({
    input: z.strictObject({ id, version, ...caseFields, circumstances }),
    output: saved,
    errors: [...saveErrors],
    touches: [...touches],
    access: keepers,
    doc: 'Changes a case and its money.',
  }),
  'care.saveSteps': command({
    input: z.strictObject({ id, version, steps: z.array(caseStep).max(40) }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND'],
    touches: [...touches],
    access: keepers,
    doc: 'Plans the steps of a case, puts them in order and says which are done; papers of a step taken off are kept.',
  }),
  'care.setCaseState': command({
    input: z.strictObject({
      id,
      version,
      state: z.enum(CASE_STATES),
      /** Today unless told; nothing for an open case. */
      closedOn: isoDate.nullable().default(null),
      reason: text(300).nullable().default(null),
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DATE_ORDER'],
    touches: [...touches],
    access: keepers,
    doc: 'Finishes a case, stops it, or opens it again.',
  }),
  'care.payCase': command({
    input: z.strictObject({
      id,
      version,
      /** Places in the list of its money. */
      rows: z.array(z.int().min(0).max(99)).min(1).max(100),
      ...payFields,
    }),
    output: paidOut,
    errors: ['VERSION_CONFLICT', ...payErrors],
    touches: ['welfare', 'members', 'funds', 'dashboard'],
    access: keepers,
    doc: 'One payment voucher for sums of a case.',
  }),
  'care.trashCases': cases.trash,
  'care.restoreCases': cases.restore,
  'care.casePaper': job({
    input: z.strictObject({
      id,
      /** The record of the case, or of handing over. */
      paper: z.enum(['record', 'handover']),
      format: z.enum(['pdf', 'docx']).default('pdf'),
      /** Prints what the family lives through on the record; it is written down who did. */
      sensitive: z.boolean().default(false),
      /** Present on the employer's and on the receiving side. */
      witnesses: z.array(z.string().max(200)).max(10).default([]),
    }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'FIELD_OFF', 'CANCELLED'],
    access: readers,
    doc: 'The record of a case (hồ sơ), or of handing over what was built or given (biên bản bàn giao).',
  }),
  'care.exportCases': job({
    input: z.strictObject({ ...caseFilter }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: readers,
    doc: 'Cases as a workbook, without what the families live through; the export is written down.',
  }),
  'care.catalogue': query({
    input: z.strictObject({}),
    output: z.object({
      reasons: z.array(
        z.object({
          id,
          version,
          ...reasonFields,
          /** Of a reason that came with the program. */
          code: z.string().nullable(),
          used: z.number(),
        }),
      ),
      norms: z.array(z.object({ id, version, ...normFields })),
      kinds: z.array(z.object({ id, version, ...kindFields, used: z.number() })),
    }),
    access: access.everyone,
    doc: 'Reasons of visits, the norms the office wrote itself, kinds of cases with their steps.',
  }),
  'care.saveReason': command({
    input: z.strictObject({ ...own, ...reasonFields }),
    output: saved,
    errors: [...listErrors],
    touches: [...touches],
    access: keepers,
    doc: 'Adds a reason of visits, or changes one.',
  }),
  'care.trashReasons': reasons.trash,
  'care.restoreReasons': reasons.restore,
  'care.saveNorm': command({
    input: z.strictObject({ ...own, ...normFields }),
    output: saved,
    errors: [...listErrors, 'DATE_ORDER'],
    touches: [...touches],
    access: keepers,
    doc: 'Writes what the office gives on such a visit from a day on; it proposes the amount and never refuses another.',
  }),
  'care.trashNorms': norms.trash,
  'care.restoreNorms': norms.restore,
  'care.saveKind': command({
    input: z.strictObject({ ...own, ...kindFields }),
    output: saved,
    errors: [...listErrors],
    touches: [...touches],
    access: keepers,
    doc: 'Adds a kind of case with its usual steps, or changes one; cases there are keep their own steps.',
  }),
  'care.trashKinds': kinds.trash,
  'care.restoreKinds': kinds.restore,
} satisfies Operations;
