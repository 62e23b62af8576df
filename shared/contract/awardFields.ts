/** Schemas of awards: forms, decisions, recipients, and the conditions of the register and the table. */
import { z } from 'zod';
import { AWARD_LEVELS, AWARD_SIDES, AWARD_THEMES, FORM_KINDS, RECIPIENT_KINDS } from '../domain/awards';
import {
  count,
  id,
  isoDate,
  longText,
  money,
  partialDate,
  requiredText,
  text,
  version,
  year,
} from './fields';

export const side = z.enum(AWARD_SIDES);
export const level = z.enum(AWARD_LEVELS);
export const recipientKind = z.enum(RECIPIENT_KINDS);
export const status = z.enum(['draft', 'issued']);
export const nullable = z.number().nullable();
export const counts = z.object({ collective: nullable, individual: nullable, household: nullable });
export const changedCount = z.object({ count: z.number() });

/** A form or title (hình thức, danh hiệu) of domain.md 3.2: dated, editable data. */
export const formFields = {
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
  /** The grantor or the rule still is to be checked against a published text. */
  toCheck: z.boolean().default(false),
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
  toCheck: z.boolean(),
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
  /** Emulation movement it answers. */
  movementId: id.nullable().default(null),
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
  movementId: id.nullable(),
  reason: z.string().nullable(),
  /** The wording as it will be, or was, printed. */
  reasonText: z.string().nullable(),
  amount: z.number().nullable(),
  /** "041/2026"; null until issued. */
  register: z.string().nullable(),
  /** The day its last valid certificate was made void. */
  withdrawnOn: z.string().nullable(),
  warnings: z.array(z.object({ code: z.enum(RECIPIENT_WARNINGS), detail: z.string().nullable() })),
});

export const recipientFields = {
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
  /** Movement this line answers, instead of the decision's own. */
  movementId: id.nullable().default(null),
  reason: text(500).nullable().default(null),
  amount: money.nullable().default(null),
};
/** A recipient to add. With a member or a department, what is left out is taken from the register. */
export const newRecipient = z.strictObject({ ...recipientFields, name: text(200).nullable().default(null) });
/** A recipient exactly as it stood, to be put back. */
export const wholeRecipient = z.strictObject({
  ...recipientFields,
  id,
  uid: z.string().max(60),
  ordinal: z.int().min(0),
  registerYear: year.nullable(),
  registerNo: z.int().min(1).nullable(),
});

/** Conditions of the register and of the lists behind figures; all must hold. */
export const registerFilter = {
  year: year.nullable().default(null),
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  side: side.nullable().default(null),
  level: level.nullable().default(null),
  formId: id.nullable().default(null),
  kind: recipientKind.nullable().default(null),
  memberId: id.nullable().default(null),
  /** A department or group: its own awards and those of its people on the day. */
  orgUnitId: id.nullable().default(null),
  search: z.string().max(200).default(''),
};
export const tableInput = z.strictObject({
  year: year.nullable().default(null),
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  side: side.nullable().default(null),
});
