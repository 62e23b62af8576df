/** Dated facts of members: joining, moves, leaving, discipline, absence; the register as of any day. */
import { z } from 'zod';
import {
  ABSENCE_KINDS,
  DATED_KINDS,
  DISCIPLINE_FORMS,
  DISCIPLINE_SIDES,
  FACT_KINDS,
} from '../domain/memberHistory';
import { id, ids, isoDate, partialDate, requiredText, saved, text, version } from './fields';
import { access, command, type Operations, query } from './kernel';
import { trashing } from './trashing';

const decision = {
  /** Số quyết định, ngày quyết định. */
  decisionNo: text(80).nullable().default(null),
  decisionDate: partialDate.nullable().default(null),
  reason: text(300).nullable().default(null),
};

/** How a change of department, group, job, post or contract in a record is meant. */
export const datedChange = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('from'), onDate: partialDate, ...decision }),
  z.strictObject({ how: z.literal('correct') }),
  z.strictObject({ how: z.enum(['revert', 'restore']), batchId: id }),
]);

const factFields = {
  kind: z.enum(FACT_KINDS),
  /** Null when the day is not known. */
  onDate: partialDate.nullable().default(null),
  /** Id of a department or group, the text of a job, post or contract; null for none and for membership. */
  value: z
    .union([id, requiredText(120)])
    .nullable()
    .default(null),
  /** Transferred in from, transferred out to; where admitted. */
  place: text(200).nullable().default(null),
  ...decision,
};
const fact = z.object({
  /** Null for the admission, which stands in the record; its version is the record's. */
  id: id.nullable(),
  version,
  kind: z.enum(FACT_KINDS),
  onDate: z.string().nullable(),
  value: z.union([z.number(), z.string()]).nullable(),
  /** Department or group by the name it had that day; else the text. */
  valueName: z.string().nullable(),
  place: z.string().nullable(),
  decisionNo: z.string().nullable(),
  decisionDate: z.string().nullable(),
  reason: z.string().nullable(),
  /** ahead: its day has not come. start: what held before the first dated change. */
  state: z.enum(['now', 'past', 'ahead', 'start']),
});

const disciplineFields = {
  side: z.enum(DISCIPLINE_SIDES),
  form: z.enum(DISCIPLINE_FORMS),
  onDate: partialDate,
  effectUntil: isoDate.nullable().default(null),
  ...decision,
};
const discipline = z.object({
  id,
  version,
  side: z.enum(DISCIPLINE_SIDES),
  form: z.enum(DISCIPLINE_FORMS),
  onDate: z.string(),
  effectUntil: z.string().nullable(),
  decisionNo: z.string().nullable(),
  decisionDate: z.string().nullable(),
  reason: z.string().nullable(),
  inEffect: z.boolean(),
});

const absenceFields = {
  kind: z.enum(ABSENCE_KINDS),
  fromDate: isoDate,
  toDate: isoDate.nullable().default(null),
  /** Working days as typed; null: counted Monday to Friday. */
  days: z.int().min(0).max(5000).nullable().default(null),
  note: text(300).nullable().default(null),
};
const absence = z.object({
  id,
  version,
  kind: z.enum(ABSENCE_KINDS),
  fromDate: z.string(),
  toDate: z.string().nullable(),
  days: z.number().nullable(),
  /** Working days up to today: typed or counted. */
  workingDays: z.number(),
  note: z.string().nullable(),
});

const saving = { id: id.nullable().default(null), version: version.nullable().default(null), memberId: id };
const batch = z.strictObject({ batchId: id });
const counted = z.object({ count: z.number() });
const write = { touches: ['members', 'organisation'], access: access.editors } as const;

export const memberHistory = {
  'members.facts': query({
    input: z.strictObject({ memberId: id }),
    output: z.object({ rows: z.array(fact) }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Dated facts of a member, the newest first: admission, transfers, moves, job and contract changes, leaving.',
  }),
  'members.saveFact': command({
    input: z.strictObject({ ...saving, ...factFields }),
    output: z.object({ id: id.nullable(), version }),
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'INVALID_INPUT'],
    ...write,
    doc: 'Adds a dated fact, or corrects one when id is given (the admission has none). The record shows what holds today.',
  }),
  'members.trashFacts': command({
    input: z.strictObject({ ids }),
    output: counted,
    errors: ['NOT_FOUND'],
    ...write,
    doc: 'Moves dated facts to the trash; the record then shows what the remaining facts say of today.',
  }),
  'members.restoreFacts': command({
    input: z.strictObject({ ids }),
    output: counted,
    ...write,
    doc: 'Takes dated facts back from the trash.',
  }),
  'members.recordMoves': command({
    input: z.strictObject({
      moves: z
        .array(
          z.strictObject({
            memberId: id,
            kind: z.enum(DATED_KINDS),
            to: z.union([id, requiredText(120)]).nullable(),
            onDate: partialDate,
            ...decision,
          }),
        )
        .min(1)
        .max(20_000),
    }),
    output: z.object({ batchId: id }),
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
    ...write,
    doc: 'Moves members, or changes their job, post or contract, from a day on; a day ahead is taken over when it comes.',
  }),
  'members.revertMoves': command({
    input: batch,
    output: counted,
    ...write,
    doc: 'Takes a batch of dated changes back, whatever was recorded since.',
  }),
  'members.restoreMoves': command({
    input: batch,
    output: counted,
    ...write,
    doc: 'Brings a batch of dated changes again that was taken back.',
  }),
  'members.disciplines': query({
    input: z.strictObject({ memberId: id }),
    output: z.object({ rows: z.array(discipline) }),
    errors: ['NOT_FOUND'],
    access: { roles: access.everyone.roles, sensitive: ['politics'] },
    doc: 'Discipline of a member, the newest first; that of the Party only while its fields are switched on.',
  }),
  'members.saveDiscipline': command({
    input: z.strictObject({ ...saving, ...disciplineFields }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'INVALID_INPUT', 'DATE_ORDER', 'FIELD_OFF'],
    touches: ['members'],
    access: access.editors,
    doc: 'Records or corrects a discipline: side, form, day, decision, effect until, reason.',
  }),
  ...trashing(
    { trash: 'members.trashDisciplines', restore: 'members.restoreDisciplines' },
    { touches: ['members'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves disciplines to the trash.' },
    { doc: 'Takes disciplines back from the trash.' },
  ),
  'members.absences': query({
    input: z.strictObject({ memberId: id }),
    output: z.object({
      rows: z.array(absence),
      /** Working days away this calendar year up to today. */
      year: z.object({ year: z.number(), days: z.number(), withoutMaternity: z.number() }),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Absences of a member, the newest first, with working days typed or counted Monday to Friday.',
  }),
  'members.saveAbsence': command({
    input: z.strictObject({ ...saving, ...absenceFields }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DATE_ORDER'],
    touches: ['members'],
    access: access.editors,
    doc: 'Records or corrects an absence; maternity is a kind of its own because gates leave it out.',
  }),
  ...trashing(
    { trash: 'members.trashAbsences', restore: 'members.restoreAbsences' },
    { touches: ['members'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves absences to the trash.' },
    { doc: 'Takes absences back from the trash.' },
  ),
} satisfies Operations;
