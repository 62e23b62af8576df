/** Democracy at the workplace: dialogues, labour agreements, staff conferences, taking part, regulations. */
import { z } from 'zod';
import {
  CONFERENCE_SCOPES,
  DEMOCRACY_LISTS,
  DIALOGUE_KINDS,
  LABOUR_STATES,
  PARTICIPATION_KINDS,
} from '../domain/democracy';
import {
  classFields,
  conferenceFields,
  conferenceRow,
  dialogueFields,
  dialogueRow,
  labourFields,
  labourRow,
  participationFields,
  participationRow,
  regulationFields,
  regulationRow,
} from './democracyFields';
import type { ErrorCode } from './errors';
import { id, ids, isoDate, outgoingFile, paging, saved, version, year } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { own } from './opinions';
import { changedCount, trashing } from './trashing';

const touches = ['opinions', 'events', 'dashboard'] as const;
const editors = access.editors;
const both = { touches, access: editors };
const search = z.string().max(200).default('');
const span = { from: isoDate.nullable().default(null), to: isoDate.nullable().default(null) };
const saveErrors = ['NOT_FOUND', 'VERSION_CONFLICT', 'DATE_ORDER'] as const;

/** A command that adds a row, or changes the one named. */
const saving = <S extends z.core.$ZodShape>(
  fields: S,
  what: string,
  errors: readonly ErrorCode[] = saveErrors,
) => command({ input: z.strictObject({ ...own, ...fields }), output: saved, errors, ...both, doc: what });

const dialogues = {
  'democracy.dialogues': query({
    input: z.strictObject({
      search,
      ...span,
      kind: z.enum(DIALOGUE_KINDS).nullable().default(null),
      ...paging,
    }),
    output: z.object({ total: z.number(), rows: z.array(dialogueRow) }),
    access: access.everyone,
    doc: 'Dialogues at the workplace, the latest first.',
  }),
  'democracy.dialogue': query({
    input: z.strictObject({ id }),
    output: z.object({ dialogue: dialogueRow, deletedAt: z.string().nullable() }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One dialogue; its opinions are listed by opinions.list.',
  }),
  'democracy.saveDialogue': saving(dialogueFields, 'Adds a dialogue or changes one.'),
  ...trashing(
    { trash: 'democracy.trashDialogues', restore: 'democracy.restoreDialogues' },
    both,
    { errors: ['NOT_FOUND'], doc: 'Moves dialogues to the trash; opinions raised there stay.' },
    { doc: 'Takes dialogues back from the trash.' },
  ),
  'democracy.minutes': job({
    input: z.strictObject({ id, format: z.enum(['pdf', 'docx']).default('pdf') }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'CANCELLED'],
    access: access.everyone,
    doc: 'The minutes of a dialogue as PDF or Word: sides, opinions raised with their answers, conclusions; no names of who gave one.',
  }),
} satisfies Operations;

const labour = {
  'democracy.labour': query({
    input: z.strictObject({
      search,
      state: z.enum(LABOUR_STATES).nullable().default(null),
      orgUnitId: id.nullable().default(null),
      ...paging,
    }),
    output: z.object({
      total: z.number(),
      ending: z.number(),
      rows: z.array(labourRow),
    }),
    access: access.everyone,
    doc: 'Collective labour agreements, those that end soonest first; how many are near their end.',
  }),
  'democracy.labourAgreement': query({
    input: z.strictObject({ id }),
    output: z.object({ agreement: labourRow, deletedAt: z.string().nullable() }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One labour agreement with the articles better than the law.',
  }),
  'democracy.saveLabour': saving(labourFields, 'Adds a labour agreement or changes one.'),
  ...trashing(
    { trash: 'democracy.trashLabour', restore: 'democracy.restoreLabour' },
    both,
    { errors: ['NOT_FOUND'], doc: 'Moves labour agreements to the trash.' },
    { doc: 'Takes labour agreements back from the trash.' },
  ),
  'democracy.classes': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(z.object({ id, version, ...classFields, used: z.number() })) }),
    access: access.everyone,
    doc: 'Quality classes of labour agreements, each with how many have it.',
  }),
  'democracy.saveClass': command({
    input: z.strictObject({ ...own, ...classFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DUPLICATE'],
    ...both,
    doc: 'Adds a quality class or changes one.',
  }),
  ...trashing(
    { trash: 'democracy.trashClasses', restore: 'democracy.restoreClasses' },
    both,
    { errors: ['NOT_FOUND', 'IN_USE'], doc: 'Moves classes that no agreement has to the trash.' },
    { doc: 'Takes classes back from the trash.' },
  ),
} satisfies Operations;

const conferences = {
  'democracy.conferences': query({
    input: z.strictObject({ year }),
    output: z.object({
      scope: z.enum(CONFERENCE_SCOPES),
      /** Day on which the parts were counted. */
      asOf: z.string(),
      units: z.number(),
      held: z.number(),
      /** Names of the parts that have not held it, in their order. */
      missing: z.array(z.string()),
      /** The conference of the whole office. */
      whole: conferenceRow.nullable(),
      rows: z.array(
        z.object({
          orgUnitId: id,
          name: z.string(),
          conference: conferenceRow.nullable(),
          open: z.boolean(),
        }),
      ),
      /** Turns of those held that told how many came. */
      present: z.number(),
    }),
    access: access.everyone,
    doc: 'Staff conferences of a year, one row for each part that has to hold it; a part without one is missing.',
  }),
  'democracy.conferenceYears': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(z.object({ year: z.number(), held: z.number(), units: z.number() })) }),
    access: access.everyone,
    doc: 'Years with staff conferences, the latest first, and how many parts held it.',
  }),
  'democracy.saveConference': command({
    input: z.strictObject({ ...own, ...conferenceFields }),
    output: saved,
    errors: [
      'NOT_FOUND',
      'VERSION_CONFLICT',
      'DUPLICATE',
      'CONFERENCE_HELD',
      'CONFERENCE_PRESENT',
      'CONFERENCE_YEAR',
    ],
    ...both,
    doc: 'Says whether a part held its staff conference of a year, when, and with how many.',
  }),
  'democracy.recordConferences': command({
    input: z.strictObject({ year, orgUnitIds: ids, heldOn: isoDate }),
    output: changedCount,
    errors: ['NOT_FOUND', 'CONFERENCE_YEAR'],
    ...both,
    doc: 'Says of many parts at once that they held it on a day; those recorded already stay.',
  }),
  ...trashing(
    { trash: 'democracy.trashConferences', restore: 'democracy.restoreConferences' },
    both,
    { errors: ['NOT_FOUND'], doc: 'Moves staff conferences to the trash.' },
    {
      errors: ['DUPLICATE'],
      doc: 'Takes staff conferences back from the trash, unless the part has another.',
    },
  ),
  'democracy.setScope': command({
    input: z.strictObject({ fromYear: year, scope: z.enum(CONFERENCE_SCOPES).nullable() }),
    output: changedCount,
    errors: ['NOT_FOUND'],
    ...both,
    doc: 'Says which parts hold the staff conference from a year on; null goes by the years before again.',
  }),
} satisfies Operations;

const participation = {
  'democracy.participation': query({
    input: z.strictObject({
      search,
      ...span,
      kind: z.enum(PARTICIPATION_KINDS).nullable().default(null),
      linkEntity: z.string().max(40).nullable().default(null),
      linkId: id.nullable().default(null),
      ...paging,
    }),
    output: z.object({
      total: z.number(),
      /** Of all that meet the conditions but the kind. */
      kinds: z.record(z.enum(PARTICIPATION_KINDS), z.number()),
      given: z.number(),
      taken: z.number(),
      rows: z.array(participationRow),
    }),
    access: access.everyone,
    doc: 'Where the union took part: drafts commented, programmes, meetings, supervision, rights; counts of each.',
  }),
  'democracy.participationEntry': query({
    input: z.strictObject({ id }),
    output: z.object({ entry: participationRow }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One entry of taking part.',
  }),
  'democracy.saveParticipation': saving(participationFields, 'Adds an entry of taking part or changes one.', [
    ...saveErrors,
    'OPINIONS_TAKEN',
  ]),
  ...trashing(
    { trash: 'democracy.trashParticipation', restore: 'democracy.restoreParticipation' },
    both,
    { errors: ['NOT_FOUND'], doc: 'Moves entries of taking part to the trash.' },
    { doc: 'Takes entries of taking part back from the trash.' },
  ),
} satisfies Operations;

const regulations = {
  'democracy.regulations': query({
    input: z.strictObject({ search, inForce: z.boolean().nullable().default(null), ...paging }),
    output: z.object({ total: z.number(), rows: z.array(regulationRow) }),
    access: access.everyone,
    doc: 'Regulations of democracy at the workplace, the latest first.',
  }),
  'democracy.saveRegulation': saving(regulationFields, 'Adds a regulation or changes one.'),
  ...trashing(
    { trash: 'democracy.trashRegulations', restore: 'democracy.restoreRegulations' },
    both,
    { errors: ['NOT_FOUND'], doc: 'Moves regulations to the trash.' },
    { doc: 'Takes regulations back from the trash.' },
  ),
} satisfies Operations;

export const democracy = {
  ...dialogues,
  ...labour,
  ...conferences,
  ...participation,
  ...regulations,
  'democracy.paper': job({
    input: z.strictObject({
      list: z.enum(DEMOCRACY_LISTS),
      from: isoDate,
      to: isoDate,
      format: z.enum(['pdf', 'xlsx']).default('pdf'),
    }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'DATE_ORDER', 'CANCELLED'],
    access: access.everyone,
    doc: 'A list of a period as PDF or XLSX; of staff conferences the year of its last day, with the parts that are missing.',
  }),
} satisfies Operations;
