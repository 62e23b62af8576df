/** Schemas of dialogues, labour agreements, staff conferences, taking part and regulations. */
import { z } from 'zod';
import { DIALOGUE_KINDS, LABOUR_REMIND_DAYS, LABOUR_STATES, PARTICIPATION_KINDS } from '../domain/democracy';
import { count, id, isoDate, longText, requiredText, text, version, year } from './fields';
import { recordLink } from './opinions';

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .nullable()
  .default(null);
const counted = count.nullable().default(null);
const line = (max = 200) => text(max).nullable().default(null);
const lines = (max = 3000) => longText(max).nullable().default(null);
const day = isoDate.nullable().default(null);
const reference = id.nullable().default(null);

export const dialogueFields = {
  kind: z.enum(DIALOGUE_KINDS).default('regular'),
  onDate: isoDate,
  startsAt: clock,
  endsAt: clock,
  place: line(),
  title: requiredText(200),
  /** At whose request. */
  askedBy: line(),
  employerLead: line(),
  workerLead: line(),
  /** One a line: name, post. */
  employerPeople: lines(),
  workerPeople: lines(),
  employerCount: counted,
  workerCount: counted,
  secretary: line(),
  content: lines(5000),
  conclusions: lines(5000),
  /** What the sides did not agree on. */
  openPoints: lines(),
  /** The event it is recorded as too: the two are counted once. */
  eventId: reference,
  note: lines(2000),
};
export const dialogueRow = z.object({
  id,
  version,
  ...dialogueFields,
  event: z.string().nullable(),
  /** Opinions raised at it, and how many of them are answered. */
  opinions: z.number(),
  answered: z.number(),
  files: z.number(),
});

const article = z.strictObject({
  /** "Điều 7". */
  article: line(60),
  text: requiredText(500),
  /** What the law gives. */
  law: line(500),
});
export const labourFields = {
  number: line(60),
  title: requiredText(200),
  /** Of an affiliated unit; null: the office's own. */
  orgUnitId: reference,
  employer: line(),
  employerSigner: line(),
  workerSigner: line(),
  signedOn: isoDate,
  fromOn: isoDate,
  toOn: day,
  /** Ended before its time. */
  endedOn: day,
  /** Sent to the authority that keeps them. */
  sentOn: day,
  classId: reference,
  /** People it covers. */
  covered: counted,
  remindDays: z.int().min(0).max(1000).default(LABOUR_REMIND_DAYS),
  predecessorId: reference,
  /** What is better than the law. */
  articles: z.array(article).max(200).default([]),
  note: lines(2000),
};
export const labourRow = z.object({
  id,
  version,
  ...labourFields,
  orgUnit: z.string().nullable(),
  className: z.string().nullable(),
  classNameEn: z.string().nullable(),
  predecessor: z.string().nullable(),
  successorId: id.nullable(),
  state: z.enum(LABOUR_STATES),
  /** Days until its last day; null: none is told, or it is over. */
  daysLeft: z.number().nullable(),
  files: z.number(),
});
export const classFields = {
  name: requiredText(60),
  nameEn: line(60),
  /** What earns it. */
  meaning: line(300),
};

export const conferenceFields = {
  orgUnitId: reference,
  year,
  held: z.boolean(),
  heldOn: day,
  invited: counted,
  present: counted,
  chair: line(150),
  result: lines(2000),
  /** Why it was not held. */
  reason: line(300),
  eventId: reference,
  note: lines(1000),
};
export const conferenceRow = z.object({ id, version, ...conferenceFields, files: z.number() });

export const participationFields = {
  kind: z.enum(PARTICIPATION_KINDS),
  onDate: isoDate,
  title: requiredText(300),
  /** Whose draft or meeting it was. */
  organiser: line(),
  who: line(),
  given: counted,
  taken: counted,
  result: lines(2000),
  eventId: reference,
  link: recordLink.nullable().default(null),
  note: lines(1000),
};
export const participationRow = z.object({
  id,
  version,
  ...participationFields,
  event: z.string().nullable(),
  files: z.number(),
});

export const regulationFields = {
  name: requiredText(200),
  number: line(60),
  issuedOn: isoDate,
  issuer: line(),
  /** The staff were asked before it was issued. */
  consulted: z.boolean().default(false),
  endedOn: day,
  replacesId: reference,
  note: lines(1000),
};
export const regulationRow = z.object({
  id,
  version,
  ...regulationFields,
  replaces: z.string().nullable(),
  replacedById: id.nullable(),
  inForce: z.boolean(),
  files: z.number(),
});
