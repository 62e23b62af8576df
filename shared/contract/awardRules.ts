/** Conditions of commending: rules as rows, what they say of a list, going past one, people not considered for a time. */
import { z } from 'zod';
import { QUOTA_BASES, RULE_KINDS, RULE_MARKS, UNKNOWNS, VERDICTS, YEAR_ENDS } from '../domain/awardRules';
import { AWARD_LEVELS, RECIPIENT_KINDS } from '../domain/awards';
import { id, isoDate, partialDate, requiredText, saved, text, version } from './fields';
import { access, command, type Operations, query } from './kernel';
import { changedCount, trashing } from './trashing';

const codes = z.array(z.string().min(1).max(20)).max(40);
/** Known by its uid, so that it comes back with what was said of it. */
const subjectUid = z.string().min(1).max(60);
const both = { touches: ['awards'] as const, access: access.editors };
const saving = { id: id.nullable().default(null), version: version.nullable().default(null) };

const ruleFields = {
  kind: z.enum(RULE_KINDS),
  name: requiredText(200),
  nameEn: text(200).nullable().default(null),
  enabled: z.boolean().default(true),
  /** Years, working days, months, percent or how many, by the kind. */
  threshold: z.int().min(0).max(100_000).nullable().default(null),
  yearEnd: z.enum(YEAR_ENDS).default('either'),
  base: z.enum(QUOTA_BASES).default('members'),
  /** Codes of forms of award it asks for; any will do. */
  needs: codes.default([]),
  /** Codes of forms, levels and kinds of recipient it is for; empty is all. */
  forms: codes.default([]),
  levels: z.array(z.enum(AWARD_LEVELS)).max(10).default([]),
  recipients: z.array(z.enum(RECIPIENT_KINDS)).max(3).default([]),
  source: text(300).nullable().default(null),
  mark: z.enum(RULE_MARKS).default('toCheck'),
  validFrom: partialDate.nullable().default(null),
  validTo: partialDate.nullable().default(null),
  note: text(500).nullable().default(null),
};
const ruleRow = z.object({
  id,
  version,
  kind: z.enum(RULE_KINDS),
  name: z.string(),
  nameEn: z.string().nullable(),
  enabled: z.boolean(),
  threshold: z.number().nullable(),
  yearEnd: z.enum(YEAR_ENDS),
  base: z.enum(QUOTA_BASES),
  needs: z.array(z.string()),
  forms: z.array(z.string()),
  levels: z.array(z.enum(AWARD_LEVELS)),
  recipients: z.array(z.enum(RECIPIENT_KINDS)),
  source: z.string().nullable(),
  mark: z.enum(RULE_MARKS),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  note: z.string().nullable(),
  /** In force today. */
  inForce: z.boolean(),
});

const holdFields = {
  memberId: id.nullable().default(null),
  orgUnitId: id.nullable().default(null),
  fromOn: isoDate,
  untilOn: isoDate.nullable().default(null),
  reason: text(300).nullable().default(null),
};
const holdRow = z.object({
  id,
  version,
  memberId: id.nullable(),
  orgUnitId: id.nullable(),
  name: z.string(),
  department: z.string().nullable(),
  fromOn: z.string(),
  untilOn: z.string().nullable(),
  reason: z.string().nullable(),
  /** Holds today. */
  open: z.boolean(),
});

const record = z.object({
  kind: z.enum(['decision', 'absence', 'discipline', 'member', 'movement', 'hold', 'registration']),
  id,
  memberId: id.nullable(),
  /** Data as written; of an absence its kind, of a discipline its form. */
  label: z.string().nullable(),
  on: z.string().nullable(),
  until: z.string().nullable(),
  days: z.number().nullable(),
});
const override = z.object({
  id,
  reason: z.string(),
  decidedBy: z.string(),
  decidedOn: z.string(),
});
const line = z.object({
  ruleId: id,
  kind: z.enum(RULE_KINDS),
  name: z.string(),
  nameEn: z.string().nullable(),
  mark: z.enum(RULE_MARKS),
  source: z.string().nullable(),
  threshold: z.number().nullable(),
  verdict: z.enum(VERDICTS),
  why: z.enum(UNKNOWNS).nullable(),
  figure: z.number().nullable(),
  /** What the figure is part of; of a quota, how many it allows. */
  of: z.number().nullable(),
  records: z.array(record),
  override: override.nullable(),
});
const subject = z.object({
  uid: z.string(),
  /** Recipient of a decision, or a proposal. */
  id,
  kind: z.enum(RECIPIENT_KINDS),
  name: z.string(),
  unitName: z.string().nullable(),
  memberId: id.nullable(),
  orgUnitId: id.nullable(),
  /** look: a rule is not met and nobody went past it. */
  state: z.enum(['look', 'unknown', 'overridden', 'met']),
  lines: z.array(line),
});
/** The findings of a list: of the list as a whole, and of everybody on it. */
export const checkOutput = z.object({
  day: z.string(),
  rules: z.number(),
  look: z.number(),
  unknown: z.number(),
  overridden: z.number(),
  general: z.array(line),
  rows: z.array(subject),
});

export const awardRules = {
  'awardRules.list': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(ruleRow) }),
    access: access.everyone,
    doc: 'Rules of eligibility in the order of the catalogue: on or off, number, for what, source and how sure it is.',
  }),
  'awardRules.save': command({
    input: z.strictObject({ ...saving, ...ruleFields }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DATE_ORDER', 'INVALID_INPUT'],
    touches: ['awards'],
    access: access.editors,
    doc: 'Adds a rule of eligibility, or changes one when id is given.',
  }),
  ...trashing(
    { trash: 'awardRules.trash', restore: 'awardRules.restore' },
    both,
    { errors: ['NOT_FOUND'], doc: 'Moves rules to the trash.' },
    { doc: 'Takes rules back from the trash.' },
  ),
  'awardRules.check': query({
    input: z.strictObject({ decisionId: id }),
    output: checkOutput,
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'What the rules say of everybody a decision names: met, not met or not known, the figure and the records behind it.',
  }),
  'awardRules.checkRound': query({
    input: z.strictObject({ roundId: id }),
    output: checkOutput,
    access: access.everyone,
    doc: 'What the rules say of the proposals of a round, each for its own form, as of today.',
  }),
  'awardRules.override': command({
    input: z.strictObject({
      subjects: z.array(subjectUid).min(1).max(2000),
      ruleId: id,
      reason: requiredText(500),
      /** Who decided; the user unless told. */
      decidedBy: text(200).nullable().default(null),
    }),
    output: changedCount,
    errors: ['NOT_FOUND', 'DUPLICATE'],
    touches: ['awards'],
    access: access.editors,
    doc: 'Goes past a rule for recipients or proposals by decision of somebody, with the reason.',
  }),
  ...trashing(
    { trash: 'awardRules.trashOverrides', restore: 'awardRules.restoreOverrides' },
    both,
    { errors: ['NOT_FOUND'], doc: 'Takes back that a rule was gone past.' },
    { errors: ['DUPLICATE'], doc: 'Lets what was decided past a rule stand again.' },
  ),
  'awardRules.holds': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(holdRow) }),
    access: access.everyone,
    doc: 'People and collectives that are not considered for a time, the latest first.',
  }),
  'awardRules.saveHold': command({
    input: z.strictObject({ ...saving, ...holdFields }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DATE_ORDER', 'INVALID_INPUT'],
    touches: ['awards'],
    access: access.editors,
    doc: 'Records that somebody is not considered from a day on, or corrects it.',
  }),
  ...trashing(
    { trash: 'awardRules.trashHolds', restore: 'awardRules.restoreHolds' },
    both,
    { errors: ['NOT_FOUND'], doc: 'Moves such records to the trash.' },
    { doc: 'Takes such records back from the trash.' },
  ),
} satisfies Operations;
