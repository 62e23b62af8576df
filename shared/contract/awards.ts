/** Awards (thi đua, khen thưởng): forms of award, decisions, recipients, the register, the table by level and kind. */
import { z } from 'zod';
import { AWARD_LEVELS, AWARD_SIDES, AWARD_THEMES, FORM_KINDS, RECIPIENT_KINDS } from '../domain/awards';
import {
  count,
  id,
  ids,
  isoDate,
  longText,
  money,
  outgoingFile,
  paging,
  partialDate,
  requiredText,
  saved,
  text,
  version,
  year,
} from './fields';
import { access, command, job, type Operations, query } from './kernel';

const side = z.enum(AWARD_SIDES);
const level = z.enum(AWARD_LEVELS);
export const recipientKind = z.enum(RECIPIENT_KINDS);
const status = z.enum(['draft', 'issued']);
const nullable = z.number().nullable();
const counts = z.object({ collective: nullable, individual: nullable, household: nullable });
const changedCount = z.object({ count: z.number() });

/** A form or title (hình thức, danh hiệu) of domain.md 3.2: dated, editable data. */
const formFields = {
  code: requiredText(20),
  name: requiredText(200),
  nameEn: text(200).nullable().default(null),
  kind: z.enum(FORM_KINDS).default('form'),
  side,
  level,
  /** What figures of the review count it under. */
  theme: z.enum(AWARD_THEMES).nullable().default(null),
  forIndividual: z.boolean().default(true),
  forCollective: z.boolean().default(true),
  forHousehold: z.boolean().default(false),
  grantor: text(200).nullable().default(null),
  /** Wording proposed for certificates, with {năm}. */
  reasonTemplate: text(500).nullable().default(null),
  validFrom: partialDate.nullable().default(null),
  validTo: partialDate.nullable().default(null),
  /** Law or rule it comes from. */
  source: text(300).nullable().default(null),
};
export const awardForm = z.object({
  id,
  version,
  code: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  kind: z.enum(FORM_KINDS),
  side,
  level,
  theme: z.enum(AWARD_THEMES).nullable(),
  forIndividual: z.boolean(),
  forCollective: z.boolean(),
  forHousehold: z.boolean(),
  grantor: z.string().nullable(),
  reasonTemplate: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  source: z.string().nullable(),
  /** Decisions made with it. */
  decisions: z.number(),
});

/** What is recorded of a decision besides its recipients. Unknown is null. */
export const decisionFields = {
  number: text(60).nullable().default(null),
  /** Date of the decision; ISO, of less precision for what others decided. */
  decidedOn: partialDate.nullable().default(null),
  side: side.default('union'),
  level: level.default('unit'),
  formId: id,
  /** Body that decides. */
  authority: text(200).nullable().default(null),
  /** TM. BAN CHẤP HÀNH */
  signerFor: text(80).nullable().default(null),
  signerTitle: text(80).nullable().default(null),
  signerName: text(100).nullable().default(null),
  /** What it is given for, on screen and in the subject. */
  occasion: text(300).nullable().default(null),
  /** Wording on the certificate, with {năm}. */
  reasonTemplate: text(500).nullable().default(null),
  /** Year the award is for: the {năm} of the wording and the year of the tables. */
  awardYear: year,
  /** Đồng for one recipient. */
  moneyIndividual: money.nullable().default(null),
  moneyCollective: money.nullable().default(null),
  moneyHousehold: money.nullable().default(null),
  moneySource: text(200).nullable().default(null),
  /** Căn cứ, one a line. */
  basis: longText(3000).nullable().default(null),
  note: longText(2000).nullable().default(null),
  /** Recorded as numbers only, without names; each number is null while unknown. */
  countsOnly: z.boolean().default(false),
  countCollective: count.nullable().default(null),
  countIndividual: count.nullable().default(null),
  countHousehold: count.nullable().default(null),
};
export type DecisionFieldName = keyof typeof decisionFields;

export const decisionRow = z.object({
  id,
  version,
  number: z.string().nullable(),
  decidedOn: z.string().nullable(),
  side,
  level,
  formId: id,
  form: z.string(),
  formEn: z.string().nullable(),
  authority: z.string().nullable(),
  occasion: z.string().nullable(),
  awardYear: z.number(),
  status,
  countsOnly: z.boolean(),
  counts,
});

export const RECIPIENT_WARNINGS = [
  'duplicate',
  'alsoAwarded',
  'notActive',
  'noHonorific',
  'nameDiffers',
  'formNotFor',
] as const;

export const recipientRow = z.object({
  id,
  version,
  ordinal: z.number(),
  kind: recipientKind,
  memberId: id.nullable(),
  spouseId: id.nullable(),
  orgUnitId: id.nullable(),
  honorific: z.string().nullable(),
  name: z.string(),
  spouseHonorific: z.string().nullable(),
  spouseName: z.string().nullable(),
  post: z.string().nullable(),
  unitName: z.string().nullable(),
  reason: z.string().nullable(),
  /** The wording as it will be, or was, printed. */
  reasonText: z.string().nullable(),
  amount: z.number().nullable(),
  /** "041/2026"; null until issued. */
  register: z.string().nullable(),
  warnings: z.array(z.object({ code: z.enum(RECIPIENT_WARNINGS), detail: z.string().nullable() })),
});

const recipientFields = {
  kind: recipientKind,
  memberId: id.nullable().default(null),
  spouseId: id.nullable().default(null),
  orgUnitId: id.nullable().default(null),
  honorific: text(20).nullable().default(null),
  name: requiredText(200),
  spouseHonorific: text(20).nullable().default(null),
  spouseName: text(100).nullable().default(null),
  post: text(200).nullable().default(null),
  unitName: text(200).nullable().default(null),
  reason: text(500).nullable().default(null),
  amount: money.nullable().default(null),
};
/** A recipient to add. With a member or a department, what is left out is taken from the register. */
const newRecipient = z.strictObject({ ...recipientFields, name: text(200).nullable().default(null) });
/** A recipient exactly as it stood, to be put back. */
const wholeRecipient = z.strictObject({
  ...recipientFields,
  id,
  uid: z.string().max(60),
  ordinal: z.int().min(0),
  registerYear: year.nullable(),
  registerNo: z.int().min(1).nullable(),
});

/** Conditions of the register and of the lists behind figures; all must hold. */
const registerFilter = {
  year: year.nullable().default(null),
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  side: side.nullable().default(null),
  level: level.nullable().default(null),
  formId: id.nullable().default(null),
  kind: recipientKind.nullable().default(null),
  memberId: id.nullable().default(null),
  search: z.string().max(200).default(''),
};
const tableInput = z.strictObject({
  year: year.nullable().default(null),
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  side: side.nullable().default(null),
});

export const awards = {
  'awards.forms': query({
    input: z.strictObject({ /** Only forms in force on the day. */ on: isoDate.nullable().default(null) }),
    output: z.object({ rows: z.array(awardForm) }),
    access: access.everyone,
    doc: 'Forms and titles of award (domain.md 3.2) in the order of the catalogue.',
  }),
  'awards.saveForm': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...formFields,
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DUPLICATE', 'DATE_ORDER'],
    touches: ['awards', 'certificates'],
    access: access.editors,
    doc: 'Adds a form of award, or corrects one when id is given. Issued decisions keep the name they had.',
  }),
  'awards.trashForms': command({
    input: z.strictObject({ ids }),
    output: changedCount,
    errors: ['NOT_FOUND', 'IN_USE'],
    touches: ['awards'],
    access: access.editors,
    doc: 'Moves forms that no decision uses to the trash.',
  }),
  'awards.restoreForms': command({
    input: z.strictObject({ ids }),
    output: changedCount,
    errors: ['DUPLICATE'],
    touches: ['awards'],
    access: access.editors,
    doc: 'Takes forms of award back from the trash.',
  }),
  'awards.years': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(z.object({ year: z.number(), decisions: z.number() })) }),
    access: access.everyone,
    doc: 'Years that have decisions, the latest first.',
  }),
  'awards.defaults': query({
    input: z.strictObject({
      formId: id.nullable().default(null),
      decidedOn: isoDate.nullable().default(null),
    }),
    output: z.object({
      formId: id.nullable(),
      side,
      level,
      /** The next free number of the year: "46/QĐ-CĐCS". */
      number: z.string().nullable(),
      authority: z.string().nullable(),
      signerFor: z.string().nullable(),
      signerTitle: z.string().nullable(),
      signerName: z.string().nullable(),
      reasonTemplate: z.string().nullable(),
      awardYear: z.number(),
    }),
    access: access.everyone,
    doc: 'What a new decision is proposed with on a day: number, body, and the signer of that day’s committee term.',
  }),
  'awards.list': query({
    input: z.strictObject({
      search: z.string().max(200).default(''),
      year: year.nullable().default(null),
      side: side.nullable().default(null),
      levels: z.array(level).max(10).default([]),
      status: status.nullable().default(null),
      ...paging,
    }),
    output: z.object({ total: z.number(), drafts: z.number(), rows: z.array(decisionRow) }),
    access: access.everyone,
    doc: 'Award decisions, the latest first, each with how many collectives, individuals and households.',
  }),
  'awards.get': query({
    input: z.strictObject({ id }),
    output: z.object({
      id,
      version,
      uid: z.string(),
      deletedAt: z.string().nullable(),
      status,
      issuedAt: z.string().nullable(),
      form: z.string(),
      formEn: z.string().nullable(),
      fields: z.object(decisionFields),
      counts,
      /** Total money, null when no amount is known. */
      moneyTotal: z.number().nullable(),
      moneyInWords: z.string().nullable(),
      /** The wording with the year filled in. */
      reasonText: z.string().nullable(),
      warnings: z.number(),
      /** Another decision of the year with this number. */
      sameNumber: id.nullable(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One award decision with its totals and warnings.',
  }),
  'awards.create': command({
    input: z.strictObject({ ...decisionFields }),
    output: saved,
    errors: ['NOT_FOUND', 'NUMBER_TAKEN'],
    touches: ['awards', 'certificates'],
    access: access.editors,
    doc: 'Records an award decision as a draft.',
  }),
  'awards.update': command({
    input: z.strictObject({ id, version, ...decisionFields }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'CLOSED', 'NUMBER_TAKEN', 'IN_USE'],
    touches: ['awards', 'certificates'],
    access: access.editors,
    doc: 'Saves a draft decision; an issued one is CLOSED.',
  }),
  'awards.trash': command({
    input: z.strictObject({ ids }),
    output: changedCount,
    errors: ['NOT_FOUND'],
    touches: ['awards', 'certificates', 'members'],
    access: access.editors,
    doc: 'Moves decisions to the trash with their recipients; their register numbers are not given again.',
  }),
  'awards.restore': command({
    input: z.strictObject({ ids }),
    output: changedCount,
    touches: ['awards', 'certificates', 'members'],
    access: access.editors,
    doc: 'Takes decisions back from the trash.',
  }),
  'awards.issue': command({
    input: z.strictObject({ id, version }),
    output: saved.extend({ registered: z.number() }),
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'CLOSED', 'INVALID_INPUT', 'NUMBER_TAKEN', 'NOTHING_TO_PRINT'],
    touches: ['awards', 'certificates', 'members'],
    access: access.editors,
    doc: 'Issues a decision: gives register numbers in ceremony order and keeps the names, bodies and wording as they are now.',
  }),
  'awards.reopen': command({
    input: z.strictObject({ id, version, reason: text(300).nullable().default(null) }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND'],
    touches: ['awards', 'certificates', 'members'],
    access: access.editors,
    doc: 'Makes an issued decision a draft again, with the reason in the change log; register numbers stay with their people.',
  }),
  'awards.recipients': query({
    input: z.strictObject({
      id,
      search: z.string().max(200).default(''),
      kind: recipientKind.nullable().default(null),
      /** Only those with a warning. */
      flagged: z.boolean().default(false),
      offset: paging.offset,
      limit: z.int().min(1).max(1000).default(500),
    }),
    output: z.object({ total: z.number(), rows: z.array(recipientRow) }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Recipients of a decision in ceremony order, with what should be looked at.',
  }),
  'awards.addRecipients': command({
    input: z.strictObject({ id, items: z.array(newRecipient).min(1).max(2000) }),
    output: z.object({ ids: z.array(id), skipped: z.number() }),
    errors: ['NOT_FOUND', 'CLOSED', 'INVALID_INPUT'],
    touches: ['awards', 'certificates'],
    access: access.editors,
    doc: 'Adds people, collectives or households at the end of a draft; a member already in it is skipped.',
  }),
  'awards.updateRecipient': command({
    input: z.strictObject({ id, version, ...recipientFields }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'CLOSED'],
    touches: ['awards', 'certificates'],
    access: access.editors,
    doc: 'Corrects one recipient of a draft: the name, post and unit as they will be printed.',
  }),
  'awards.removeRecipients': command({
    input: z.strictObject({ ids }),
    output: changedCount,
    errors: ['NOT_FOUND', 'CLOSED'],
    touches: ['awards', 'certificates'],
    access: access.editors,
    doc: 'Takes recipients off a draft.',
  }),
  'awards.putRecipients': command({
    input: z.strictObject({ decisionId: id, rows: z.array(wholeRecipient).min(1).max(2000) }),
    output: changedCount,
    errors: ['NOT_FOUND', 'CLOSED', 'DUPLICATE'],
    touches: ['awards', 'certificates'],
    access: access.editors,
    doc: 'Puts recipients that were taken off back exactly where they stood.',
  }),
  'awards.orderRecipients': command({
    input: z.strictObject({
      id,
      /** Every recipient, in the new order. */
      order: z.array(id).max(5000).nullable().default(null),
      /** Or by a rule: kinds as in a ceremony, then department, then given name. */
      by: z.enum(['name', 'department']).nullable().default(null),
    }),
    output: changedCount,
    errors: ['NOT_FOUND', 'CLOSED', 'INVALID_INPUT'],
    touches: ['awards', 'certificates'],
    access: access.editors,
    doc: 'Sets the ceremony order of a draft, by hand or by a rule.',
  }),
  'awards.table': query({
    input: tableInput,
    output: z.object({
      rows: z.array(
        z.object({
          side,
          level,
          formId: id,
          form: z.string(),
          formEn: z.string().nullable(),
          counts,
          /** Decisions whose numbers are not all known. */
          unknown: z.number(),
          decisions: z.number(),
        }),
      ),
      levels: z.array(z.object({ side, level, counts, certificates: nullable })),
      total: counts,
      /** One certificate for each recipient. */
      certificates: nullable,
      unknown: z.number(),
      drafts: z.number(),
    }),
    access: access.everyone,
    doc: 'Issued awards by level and form (cases.md row 23); what is unknown is null and not added.',
  }),
  'awards.register': query({
    input: z.strictObject({ ...registerFilter, ...paging }),
    output: z.object({
      total: z.number(),
      /** Sum of amounts of the rows: recipients, and the numbers of decisions without names. */
      amount: z.number(),
      rows: z.array(
        z.object({
          key: z.string(),
          decisionId: id,
          recipientId: id.nullable(),
          memberId: id.nullable(),
          register: z.string().nullable(),
          number: z.string().nullable(),
          decidedOn: z.string().nullable(),
          side,
          level,
          form: z.string(),
          formEn: z.string().nullable(),
          signer: z.string().nullable(),
          kind: recipientKind,
          /** null for a number without names. */
          name: z.string().nullable(),
          post: z.string().nullable(),
          reasonText: z.string().nullable(),
          money: z.number().nullable(),
          prints: z.number(),
          amount: z.number(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'The register (sổ khen thưởng) of issued decisions; with conditions, the records behind a figure.',
  }),
  'awards.decisionDocx': job({
    input: z.strictObject({ id }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The decision with its attached list as Word (NĐ 30/2020 format).',
  }),
  'awards.decisionPdf': job({
    input: z.strictObject({ id }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The decision with its attached list as PDF.',
  }),
  'awards.tableDocx': job({
    input: tableInput,
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The table by level and form as Word.',
  }),
  'awards.tablePdf': job({
    input: tableInput,
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The table by level and form as PDF.',
  }),
  'awards.registerXlsx': job({
    input: z.strictObject({ ...registerFilter }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The register as a workbook.',
  }),
} satisfies Operations;
