/** What agreements are made of, as their operations take and give it. */
import { z } from 'zod';
import {
  AGREEMENT_STATES,
  COMMITMENT_MEASURES,
  COMMITMENT_STATES,
  DELIVERED_ENTITIES,
  SCORE_SIDES,
} from '../domain/agreements';
import { COUNT_FLAGS } from '../domain/eventFigures';
import { id, isoDate, longText, money, partialDate, requiredText, text, version } from './fields';

export const flag = z.enum(COUNT_FLAGS);
export const entity = z.enum(DELIVERED_ENTITIES);
export const figure = z.number().min(0).max(1_000_000_000_000);
export const days = z.int().min(1).max(3650);

export const party = z.strictObject({
  name: requiredText(200),
  own: z.boolean().default(false),
  /** Who signs: a member, or only a name. */
  memberId: id.nullable().default(null),
  signer: text(150).nullable().default(null),
  /** Of the day of signing. */
  signerPost: text(200).nullable().default(null),
});
export const agreementFields = {
  title: requiredText(400),
  number: text(80).nullable().default(null),
  signedOn: partialDate.nullable().default(null),
  place: text(200).nullable().default(null),
  /** The ceremony. */
  eventId: id.nullable().default(null),
  startsOn: partialDate,
  endsOn: partialDate,
  predecessorId: id.nullable().default(null),
  scaleId: id.nullable().default(null),
  note: longText(2000).nullable().default(null),
  parties: z.array(party).min(1).max(20),
};
export const contentFields = { name: requiredText(500), detail: longText(3000).nullable().default(null) };
export const commitmentFields = {
  name: requiredText(1000),
  party: text(200).nullable().default(null),
  memberId: id.nullable().default(null),
  personName: text(150).nullable().default(null),
  yearly: z.boolean().default(false),
  /** Of a yearly one the day and month that count; null: the end of each year. */
  dueOn: isoDate.nullable().default(null),
  measure: z.enum(COMMITMENT_MEASURES).default('text'),
  /** "suất", "lớp" */
  unit: text(40).nullable().default(null),
  target: figure.positive().nullable().default(null),
  targetText: text(300).nullable().default(null),
  droppedOn: isoDate.nullable().default(null),
  dropReason: text(500).nullable().default(null),
  note: longText(2000).nullable().default(null),
};
export const progressFields = {
  onDate: isoDate,
  figure: figure.nullable().default(null),
  flag: flag.default('exact'),
  result: longText(2000).nullable().default(null),
  /** With this the commitment is kept, that of its year where it is yearly. */
  done: z.boolean().default(false),
};
export const deliveryFields = {
  contentId: id.nullable().default(null),
  /** A record of the office; null: a line of its own. */
  record: z.strictObject({ entity, id }).nullable().default(null),
  label: text(300).nullable().default(null),
  onDate: partialDate.nullable().default(null),
  /** Đồng; null: not known, or nothing to do with money. */
  amount: money.nullable().default(null),
  flag: flag.default('exact'),
  /** Where the figure comes from. */
  source: text(300).nullable().default(null),
  note: text(500).nullable().default(null),
};
export const one = { id: id.nullable().default(null), version: version.nullable().default(null) };

export const sum = z.object({ total: z.number().nullable(), flag, unknown: z.number() });
export const agreementRow = z.object({
  id,
  version,
  title: z.string(),
  number: z.string().nullable(),
  parties: z.array(z.string()),
  signedOn: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string(),
  closedOn: z.string().nullable(),
  state: z.enum(AGREEMENT_STATES),
  /** "năm thứ 3/5" while it runs. */
  at: z.number().nullable(),
  of: z.number().nullable(),
  /** Days to its last day; negative after it. */
  left: z.number(),
  /** The reminder reached: 90 of 180, 90, 30. */
  reminder: z.number().nullable(),
  contents: z.number(),
  commitments: z.number(),
  kept: z.number(),
  overdue: z.number(),
  delivered: z.number(),
  money: sum,
});
export const standing = z.object({
  state: z.enum(COMMITMENT_STATES),
  sum: z.number().nullable(),
  flag,
  lateDays: z.number().nullable(),
  nextDue: z.string().nullable(),
  keptYear: z.number().nullable(),
  deadlines: z.array(
    z.object({
      year: z.number().nullable(),
      dueOn: z.string().nullable(),
      sum: z.number().nullable(),
      flag,
      state: z.enum(COMMITMENT_STATES),
    }),
  ),
});
export const progressRow = z.object({ id, version, ...progressFields, files: z.number() });
export const commitmentRow = z.object({
  id,
  version,
  contentId: id,
  ...commitmentFields,
  /** A member by today's name, or the name typed. */
  person: z.string().nullable(),
  standing,
  progress: z.array(progressRow),
});
export const deliveryRow = z.object({
  id,
  version,
  contentId: id.nullable(),
  record: z.object({ entity, id }).nullable(),
  /** The record is in the trash: what was known of it stands. */
  gone: z.boolean(),
  label: z.string(),
  onDate: z.string(),
  amount: z.number().nullable(),
  flag,
  source: z.string().nullable(),
  note: z.string().nullable(),
  /** Its day has not come: it adds nothing yet. */
  ahead: z.boolean(),
  /** The line that counts the same money already; this one adds nothing. */
  countedIn: z.string().nullable(),
});
export const scoreRow = z.object({
  contentId: id,
  year: z.number(),
  side: z.enum(SCORE_SIDES),
  score: z.number(),
  note: z.string().nullable(),
});
export const grade = z.strictObject({
  least: z.number().min(0).max(1000),
  name: requiredText(60),
  nameEn: text(60).nullable().default(null),
});
export const scaleFields = {
  name: requiredText(100),
  nameEn: text(100).nullable().default(null),
  most: z.number().positive().max(1000),
  step: z.number().positive().max(100),
  grades: z.array(grade).max(10).default([]),
};
export const scaleRow = z.object({ id, version, ...scaleFields, used: z.number() });
export const neighbour = z
  .object({
    id,
    title: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
    /** Days between the two, or that they share; null: one takes over from the other. */
    seam: z.object({ kind: z.enum(['gap', 'overlap']), days: z.number() }).nullable(),
  })
  .nullable();
