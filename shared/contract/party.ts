/** Party development (phát triển Đảng): counts that everybody may see, names that only the chair opens, each time logged. */
import { z } from 'zod';
import { PARTY_CHECKS, PARTY_STAGES } from '../domain/party';
import {
  id,
  ids,
  isoDate,
  longText,
  outgoingFile,
  paging,
  partialDate,
  requiredText,
  text,
  version,
  year,
} from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

const touches = ['members', 'dashboard'] as const;
const stage = z.enum(PARTY_STAGES);
/** Names are opened by the chair alone (cases.md 18). */
const named = { roles: access.chair.roles, sensitive: ['politics'] } as const;

const stepFields = {
  onDate: partialDate,
  decisionNo: text(100).nullable().default(null),
  /** The class on political theory that was gone to. */
  eventId: id.nullable().default(null),
  note: longText(1000).nullable().default(null),
};
const step = z.strictObject(stepFields);
const stages = z.record(stage, z.number());

/** A file without its person. */
const maskedRow = z.object({
  id,
  version,
  number: z.number(),
  stage,
  /** Year of the latest step. */
  since: z.number(),
  state: z.enum(['open', 'official', 'stopped']),
  next: stage.nullable(),
  due: z.string().nullable(),
  late: z.number().nullable(),
  /** Admitted, but the member's own record has another day or none. */
  unwritten: z.boolean(),
});
const openedRow = z.object({
  id,
  version,
  memberId: id,
  fullName: z.string(),
  givenName: z.string(),
  birthDate: z.string().nullable(),
  department: z.string().nullable(),
  stoppedOn: z.string().nullable(),
  stopReason: z.string().nullable(),
  steps: z.array(z.object({ ...stepFields, stage, event: z.string().nullable() })),
});
const kept = z.object({ id, version, file: openedRow });
const stageRow = z.object({
  id,
  version,
  code: stage,
  name: z.string(),
  nameEn: z.string().nullable(),
  months: z.number().nullable(),
});
const filter = {
  check: z.enum(PARTY_CHECKS).nullable().default(null),
  /** Has this step; with a year, in that year. */
  reached: stage.nullable().default(null),
  year: year.nullable().default(null),
};

export const party = {
  'party.overview': query({
    input: z.strictObject({ year }),
    output: z.object({
      /** The group of Party fields is in use: files can be kept and opened. */
      enabled: z.boolean(),
      year: z.number(),
      /** People whose step surely lies in the year. */
      counts: stages,
      /** Of those admitted, people without a file that tells of it: their own record has the day. */
      recordOnly: z.number(),
      /** Files open now, by their latest step. */
      now: stages,
      open: z.number(),
      overdue: z.number(),
      official: z.number(),
      stopped: z.number(),
      unwritten: z.number(),
      years: z.array(z.object({ year: z.number(), counts: stages })),
      stages: z.array(stageRow),
    }),
    access: access.everyone,
    doc: 'How many were put forward, went to the class, were reviewed, admitted and made official in a year, how many wait; no names.',
  }),
  'party.list': query({
    input: z.strictObject({ ...filter, ...paging }),
    output: z.object({ total: z.number(), rows: z.array(maskedRow) }),
    errors: ['FIELD_OFF'],
    access: access.editors,
    doc: 'Files by number with the step they are at, without the person; the latest first.',
  }),
  'party.reveal': command({
    input: z.strictObject({ ids: ids.max(500) }),
    output: z.object({ rows: z.array(openedRow) }),
    errors: ['NOT_FOUND', 'FIELD_OFF'],
    access: named,
    doc: 'Opens files with names, dates and decisions; who looked at how many is written to the change log.',
  }),
  'party.create': command({
    input: z.strictObject({
      memberId: id,
      steps: z
        .array(z.strictObject({ stage, ...stepFields }))
        .min(1)
        .max(PARTY_STAGES.length),
    }),
    output: kept,
    errors: ['NOT_FOUND', 'FIELD_OFF', 'PARTY_OPEN_FILE', 'DUPLICATE', 'DATE_ORDER', 'PARTY_CLASS'],
    touches,
    access: named,
    doc: 'Opens a file for a member with the steps already done; one open file for each person.',
  }),
  'party.setStep': command({
    input: z.strictObject({ id, version, stage, step: step.nullable() }),
    output: kept,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'FIELD_OFF', 'DATE_ORDER', 'PARTY_LAST_STEP', 'PARTY_CLASS'],
    touches,
    access: named,
    doc: 'Records a step with its day and decision, changes it, or takes it out (null).',
  }),
  'party.stop': command({
    input: z.strictObject({
      id,
      version,
      stopped: z.strictObject({ onDate: isoDate, reason: requiredText(500) }).nullable(),
    }),
    output: kept,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'FIELD_OFF', 'PARTY_OPEN_FILE'],
    touches,
    access: named,
    doc: 'Stops a file with a reason; null goes on with it.',
  }),
  'party.writeMember': command({
    input: z.strictObject({ id }),
    output: z.object({ memberId: id, partyDate: z.string() }),
    errors: ['NOT_FOUND', 'FIELD_OFF', 'VERSION_CONFLICT'],
    touches,
    access: named,
    doc: 'Writes the day of admission into the member’s own record; never done by itself.',
  }),
  ...trashing(
    { trash: 'party.trash', restore: 'party.restore' },
    { touches, access: named },
    { errors: ['NOT_FOUND'], doc: 'Moves files to the trash.' },
    { errors: ['PARTY_OPEN_FILE'], doc: 'Takes files back from the trash.' },
  ),
  'party.saveStage': command({
    input: z.strictObject({
      id,
      version,
      name: requiredText(80),
      nameEn: text(80).nullable().default(null),
      months: z.int().min(1).max(120).nullable().default(null),
    }),
    output: z.object({ id, version }),
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches,
    access: access.editors,
    doc: 'How a step is called here, and within how many months after the one before it is expected.',
  }),
  'party.register': job({
    input: z.strictObject({
      ...filter,
      /** With people and days; needs a purpose and the chair. */
      names: z.boolean().default(false),
      purpose: text(300).nullable().default(null),
      format: z.enum(['pdf', 'xlsx']).default('pdf'),
    }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'FIELD_OFF', 'FORBIDDEN', 'EXPORT_PURPOSE', 'CANCELLED'],
    access: { roles: access.editors.roles, sensitive: ['politics'] },
    doc: 'The register of Party development, landscape, as PDF or XLSX; names and days only when asked for, and logged.',
  }),
} satisfies Operations;
