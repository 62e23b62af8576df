/** Schemas of visits and cases of help. */
import { z } from 'zod';
import { CARE_WHO, CASE_CHECKS, CASE_SOURCES, CASE_STATES, RELATIONS, VISIT_CHECKS } from '../domain/care';
import { GIFT_SOURCES } from '../domain/welfare';
import { id, isoDate, longText, money, partialDate, requiredText, text, version } from './fields';

/** Who it is for; the name of a member or of a department is taken from the register when none is typed. */
export const recipientFields = {
  who: z.enum(CARE_WHO).default('member'),
  /** The member, or whose relative it is. */
  memberId: id.nullable().default(null),
  orgUnitId: id.nullable().default(null),
  name: text(150).nullable().default(null),
  /** What the person is to the member. */
  relation: z.enum(RELATIONS).default('self'),
  address: text(200).nullable().default(null),
};

/** One who went; the post of the day is filled in when none is typed. */
export const visitor = z.strictObject({
  memberId: id.nullable().default(null),
  name: text(150).nullable().default(null),
  post: text(200).nullable().default(null),
});

export const visitFields = {
  ...recipientFields,
  reasonId: id,
  /** What the slip says after the reason; no name of an illness. */
  words: text(200).nullable().default(null),
  onDate: isoDate,
  place: text(200).nullable().default(null),
  visitors: z.array(visitor).max(30).default([]),
  cash: money.default(0),
  kindText: text(200).nullable().default(null),
  kindValue: money.default(0),
  source: z.enum(GIFT_SOURCES).default('own'),
  sourceName: text(200).nullable().default(null),
  /** The event of visiting it was part of: the two are counted once. */
  eventId: id.nullable().default(null),
  note: longText(1000).nullable().default(null),
  /** Why the same person is visited again for the same reason. */
  again: text(300).nullable().default(null),
};
/** About somebody's health: left as it is when not sent. */
export const healthDetail = text(500).nullable().optional();

const dated = z.object({ memberId: id.nullable(), orgUnitId: id.nullable() });
export const visitRow = z.object({
  id,
  version,
  /** "TH 112". */
  code: z.string(),
  year: z.number(),
  who: z.enum(CARE_WHO),
  ...dated.shape,
  name: z.string(),
  /** Name of the member whose relative was visited. */
  member: z.string().nullable(),
  relation: z.enum(RELATIONS),
  departmentId: id.nullable(),
  department: z.string().nullable(),
  address: z.string().nullable(),
  reasonId: id,
  reason: z.string(),
  reasonEn: z.string().nullable(),
  words: z.string().nullable(),
  /** Something is written about health; it is only told by `care.reveal`. */
  hasHealth: z.boolean(),
  onDate: z.string(),
  place: z.string().nullable(),
  visitors: z.array(z.object({ memberId: id.nullable(), name: z.string(), post: z.string().nullable() })),
  cash: z.number(),
  kindText: z.string().nullable(),
  kindValue: z.number(),
  source: z.enum(GIFT_SOURCES),
  sourceName: z.string().nullable(),
  eventId: id.nullable(),
  event: z.string().nullable(),
  note: z.string().nullable(),
  again: z.string().nullable(),
  voucher: z.object({ id, code: z.string().nullable() }).nullable(),
  exception: z.string().nullable(),
  printedAt: z.string().nullable(),
});

/** Conditions of the list of visits; all must hold. */
export const visitFilter = {
  search: z.string().max(200).default(''),
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  reasonId: id.nullable().default(null),
  who: z.enum(CARE_WHO).nullable().default(null),
  source: z.enum(GIFT_SOURCES).nullable().default(null),
  departmentId: id.nullable().default(null),
  memberId: id.nullable().default(null),
  check: z.enum(VISIT_CHECKS).nullable().default(null),
  ids: z.array(id).max(5000).nullable().default(null),
};

export const reasonFields = {
  name: requiredText(100),
  nameEn: text(100).nullable().default(null),
  /** The detail of such a visit is about health. */
  health: z.boolean().default(false),
};
export const normFields = {
  reasonId: id,
  /** null: whoever it is. */
  relation: z.enum(RELATIONS).nullable().default(null),
  cash: money,
  kindText: text(200).nullable().default(null),
  validFrom: partialDate.nullable().default(null),
  validTo: partialDate.nullable().default(null),
  /** Where the office wrote it down: its own rules, a minute. */
  source: text(300).nullable().default(null),
};
export const kindFields = {
  name: requiredText(150),
  nameEn: text(150).nullable().default(null),
  /** Ends with a record of handing over. */
  handover: z.boolean().default(false),
  steps: z.array(requiredText(150)).min(1).max(20),
};

export const caseStep = z.strictObject({
  /** null: a new step. */
  id: id.nullable().default(null),
  name: requiredText(150),
  plannedOn: isoDate.nullable().default(null),
  doneOn: isoDate.nullable().default(null),
  note: longText(1000).nullable().default(null),
});
export const caseMoney = z.strictObject({
  source: z.enum(CASE_SOURCES),
  name: text(200).nullable().default(null),
  amount: z.int().min(1).max(9_000_000_000_000),
  onDate: isoDate.nullable().default(null),
  /** Things instead of money: cement, working days. */
  kindText: text(200).nullable().default(null),
  voucherId: id.nullable().default(null),
  /** Money given for one purpose that it comes out of. */
  earmarkId: id.nullable().default(null),
  /** Why there is no voucher. */
  exception: text(300).nullable().default(null),
  note: text(300).nullable().default(null),
});
export const caseFields = {
  ...recipientFields,
  kindId: id,
  title: requiredText(200),
  openedOn: isoDate,
  /** What is built, bought or given; printed on the record of handing over. */
  object: text(300).nullable().default(null),
  budget: money.nullable().default(null),
  decision: text(200).nullable().default(null),
  note: longText(2000).nullable().default(null),
  money: z.array(caseMoney).max(100).default([]),
};
/** What the family lives through: left as it is when not sent. */
export const circumstances = longText(3000).nullable().optional();

export const caseRow = z.object({
  id,
  version,
  kindId: id,
  kind: z.string(),
  kindEn: z.string().nullable(),
  handover: z.boolean(),
  title: z.string(),
  who: z.enum(CARE_WHO),
  ...dated.shape,
  name: z.string(),
  member: z.string().nullable(),
  relation: z.enum(RELATIONS),
  department: z.string().nullable(),
  openedOn: z.string(),
  state: z.enum(CASE_STATES),
  closedOn: z.string().nullable(),
  total: z.number(),
  /** The step it stands at; null when all are done. */
  step: z.string().nullable(),
  stepPlannedOn: z.string().nullable(),
  stepsDone: z.number(),
  steps: z.number(),
  overdue: z.boolean(),
  /** Papers attached to the case and to its steps. */
  papers: z.number(),
  missingHandover: z.boolean(),
});
export const caseFilter = {
  search: z.string().max(200).default(''),
  kindId: id.nullable().default(null),
  state: z.enum(CASE_STATES).nullable().default(null),
  /** Days on which a case was open, or was closed when `state` asks for closed ones. */
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  source: z.enum(CASE_SOURCES).nullable().default(null),
  memberId: id.nullable().default(null),
  check: z.enum(CASE_CHECKS).nullable().default(null),
};
