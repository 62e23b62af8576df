/** Emulation movements (phong trào thi đua): launching, registrations, results by person and unit, sum-up. */
import { z } from 'zod';
import { changedCount, level, nullable } from './awardFields';
import {
  id,
  longText,
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
import { trashing } from './trashing';

export const movementFields = {
  /** Exactly as in the launching paper: quotes, dashes and accents are kept. */
  name: requiredText(300),
  theme: text(500).nullable().default(null),
  level: level.default('unit'),
  launchedBy: text(200).nullable().default(null),
  launchedOn: partialDate.nullable().default(null),
  startsOn: partialDate.nullable().default(null),
  endsOn: partialDate.nullable().default(null),
  /** Number of the launching paper: "12/KH-CĐCS". */
  paperNo: text(80).nullable().default(null),
  summedUpOn: partialDate.nullable().default(null),
  note: longText(2000).nullable().default(null),
};
const movementRow = z.object({
  id,
  version,
  ...movementFields,
  /** Registered people and units. */
  people: z.number(),
  units: z.number(),
  /** Entries with a result. */
  results: z.number(),
  achieved: z.number(),
  decisions: z.number(),
});

const entryKind = z.enum(['person', 'unit']);
const figure = z.number().min(-1_000_000_000).max(1_000_000_000_000);
/** What is known of an entry besides whose it is; a field left out stays as it is, null empties it. */
const entryChanges = {
  undertakes: text(500).nullable().optional(),
  registeredOn: partialDate.nullable().optional(),
  achieved: z.boolean().nullable().optional(),
  figure: figure.nullable().optional(),
  /** "sáng kiến", "%" */
  figureUnit: text(40).nullable().optional(),
  /** "Nhất", "Hoàn thành xuất sắc" */
  rank: text(120).nullable().optional(),
  resultOn: partialDate.nullable().optional(),
  note: text(500).nullable().optional(),
};
const entryState = {
  undertakes: z.string().max(600).nullable(),
  registeredOn: partialDate.nullable(),
  achieved: z.boolean().nullable(),
  figure: figure.nullable(),
  figureUnit: z.string().max(60).nullable(),
  rank: z.string().max(200).nullable(),
  resultOn: partialDate.nullable(),
  note: z.string().max(600).nullable(),
};
const entryRow = z.object({
  id: id.nullable(),
  version: version.nullable(),
  kind: entryKind,
  memberId: id.nullable(),
  orgUnitId: id.nullable(),
  name: z.string(),
  /** Department of a person. */
  department: z.string().nullable(),
  ...entryState,
});
const wholeEntry = z.strictObject({
  id,
  kind: entryKind,
  memberId: id.nullable(),
  orgUnitId: id.nullable(),
  name: requiredText(200),
  ...entryState,
});
const touches = ['awards', 'members', 'dashboard'] as const;

export const movements = {
  'movements.list': query({
    input: z.strictObject({
      search: z.string().max(200).default(''),
      /** Launched or running in the year. */
      year: year.nullable().default(null),
      level: level.nullable().default(null),
      ...paging,
    }),
    output: z.object({ total: z.number(), rows: z.array(movementRow) }),
    access: access.everyone,
    doc: 'Emulation movements, the latest first, with registrations, results and award decisions.',
  }),
  'movements.get': query({
    input: z.strictObject({ id }),
    output: z.object({
      movement: movementRow,
      deletedAt: z.string().nullable(),
      /** "Sơ kết, tổng kết" awards: decisions linked to it. */
      decisions: z.array(
        z.object({
          id,
          number: z.string().nullable(),
          decidedOn: z.string().nullable(),
          level,
          form: z.string(),
          formEn: z.string().nullable(),
          status: z.enum(['draft', 'issued']),
          collective: nullable,
          individual: nullable,
          household: nullable,
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One movement with its award decisions; unknown counts are null.',
  }),
  'movements.save': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...movementFields,
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DATE_ORDER'],
    touches,
    access: access.editors,
    doc: 'Records a movement, or changes one when id is given; the name is kept to the letter.',
  }),
  ...trashing(
    { trash: 'movements.trash', restore: 'movements.restore' },
    { touches, access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves movements to the trash with their registrations and results.' },
    { doc: 'Takes movements back from the trash.' },
  ),
  'movements.entries': query({
    input: z.strictObject({
      id,
      kind: entryKind.nullable().default(null),
      search: z.string().max(200).default(''),
      /** Departments without an entry are listed too, to be typed into. */
      everyDepartment: z.boolean().default(false),
      offset: paging.offset,
      limit: z.int().min(1).max(1000).default(500),
    }),
    output: z.object({ total: z.number(), rows: z.array(entryRow) }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Registrations and results of a movement: units in their order, then people by name.',
  }),
  'movements.saveEntries': command({
    input: z.strictObject({
      id,
      rows: z
        .array(
          z.strictObject({
            entryId: id.nullable().default(null),
            memberId: id.nullable().default(null),
            orgUnitId: id.nullable().default(null),
            /** Somebody or a unit outside the register. */
            name: text(200).nullable().default(null),
            kind: entryKind.default('unit'),
            ...entryChanges,
          }),
        )
        .min(1)
        .max(2000),
    }),
    output: z.object({ ids: z.array(id), created: z.number() }),
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
    touches,
    access: access.editors,
    doc: 'Records what people and units undertake and what came of it; one already in the movement is changed.',
  }),
  'movements.putEntries': command({
    input: z.strictObject({
      id,
      put: z.array(wholeEntry).max(2000).default([]),
      drop: z.array(id).max(2000).default([]),
    }),
    output: changedCount,
    errors: ['NOT_FOUND'],
    touches,
    access: access.editors,
    doc: 'Puts entries back exactly as they were, and takes others off.',
  }),
  ...trashing(
    { trash: 'movements.trashEntries', restore: 'movements.restoreEntries' },
    { touches, access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves registrations and results to the trash.' },
    { doc: 'Takes registrations and results back from the trash.' },
  ),
  'movements.sumUpPdf': job({
    input: z.strictObject({ id, kind: z.enum(['interim', 'final']).default('final') }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'CANCELLED'],
    access: access.everyone,
    doc: 'Interim or final sum-up (sơ kết, tổng kết) as PDF: registrations, results by unit and person, awards.',
  }),
  'movements.sumUpDocx': job({
    input: z.strictObject({ id, kind: z.enum(['interim', 'final']).default('final') }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'CANCELLED'],
    access: access.everyone,
    doc: 'Interim or final sum-up (sơ kết, tổng kết) as Word.',
  }),
} satisfies Operations;
