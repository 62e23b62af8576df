/** Changes of the organisation from a day on: rename, merge, split, move, close; the tree as of any day; handover. */
import { z } from 'zod';
import {
  id,
  isoDate,
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

export const ORG_KINDS = ['section', 'group', 'department'] as const;
/** Yearly classes (xếp loại): hoàn thành xuất sắc, tốt, hoàn thành, không hoàn thành nhiệm vụ. */
export const ORG_CLASSES = ['excellent', 'good', 'done', 'failed'] as const;
export const ORG_CHANGES = ['open', 'rename', 'move', 'merge', 'split', 'close'] as const;

const kind = z.enum(ORG_KINDS);
const dayOrToday = isoDate.nullable().default(null);
const unitRef = id.nullable().default(null);
const newPart = {
  name: requiredText(150),
  shortName: text(60).nullable().default(null),
  /** Section over a group, department over a department; null stands right under the unit. */
  parentId: unitRef,
};
const on = isoDate;

/** What is to change from a day on. */
export const orgChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), on, unitKind: kind, departmentId: unitRef, ...newPart }),
  z.strictObject({
    kind: z.literal('rename'),
    on,
    unitId: id,
    name: newPart.name,
    shortName: newPart.shortName,
  }),
  z.strictObject({ kind: z.literal('move'), on, unitId: id, parentId: unitRef }),
  z.strictObject({
    kind: z.literal('merge'),
    on,
    unitIds: z.array(id).min(1).max(200),
    /** An open part that takes the others in; null for a new one. */
    targetId: unitRef,
    into: z.strictObject(newPart).nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('split'),
    on,
    unitId: id,
    parts: z
      .array(
        z.strictObject({
          ...newPart,
          targetId: unitRef,
          memberIds: z.array(id).max(100_000).default([]),
          /** Parts right under it that go along. */
          childIds: z.array(id).max(500).default([]),
        }),
      )
      .min(1)
      .max(50),
    /** Which of the parts takes everybody else, and closes what is split; null leaves it open with them. */
    restTo: z.int().min(0).max(49).nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('close'),
    on,
    unitId: id,
    /** Where its people and parts go; may be null when nobody is left in it. */
    targetId: unitRef,
  }),
]);
export type OrgChangeInput = z.input<typeof orgChange>;

const changeErrors = [
  'NOT_FOUND',
  'DUPLICATE',
  'ORG_NOT_OPEN',
  'ORG_CLOSED_LATER',
  'ORG_CYCLE',
  'ORG_KIND',
  'ORG_TARGET_NEEDED',
  'ORG_NOT_INSIDE',
  'ORG_NOTHING',
] as const;

const counted = z.object({
  /** Open on the day. */
  open: z.number(),
  /** Open and with at least one active member. */
  active: z.number(),
  /** Closed up to the day. */
  closed: z.number(),
});
const node = z.object({
  id,
  version,
  kind,
  name: z.string(),
  shortName: z.string().nullable(),
  parentId: z.number().nullable(),
  departmentId: z.number().nullable(),
  open: z.boolean(),
  openedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  /** Active members of the day in it and in the parts under it. */
  members: z.number(),
});
const person = z.object({
  id,
  fullName: z.string(),
  givenName: z.string(),
  birthDate: z.string().nullable(),
  jobTitle: z.string().nullable(),
  department: z.string().nullable(),
  group: z.string().nullable(),
});
const side = z.object({
  name: z.string(),
  parent: z.string().nullable(),
  open: z.boolean(),
  members: z.number(),
});
const change = z.object({
  id,
  kind: z.enum(ORG_CHANGES),
  on: z.string(),
  decisionNo: z.string().nullable(),
  decisionDate: z.string().nullable(),
  note: z.string().nullable(),
  /** Names as they were on that day: what changed, and what came of it. */
  from: z.array(z.string()),
  to: z.array(z.string()),
  moved: z.number(),
  at: z.string(),
  undoneAt: z.string().nullable(),
});

export const organisationTree = {
  'organisation.tree': query({
    input: z.strictObject({ asOf: dayOrToday, withClosed: z.boolean().default(false) }),
    output: z.object({
      asOf: z.string(),
      /** What the unit itself was called that day. */
      unitName: z.string().nullable(),
      units: z.array(node),
      figures: z.object({
        members: z.number(),
        section: counted,
        group: counted,
        department: counted,
        /** Active members without a group, or in one that is closed; the same for departments. */
        withoutGroup: z.number(),
        withoutDepartment: z.number(),
      }),
    }),
    access: access.everyone,
    doc: 'The tree unit, section (công đoàn bộ phận), group (tổ) and the departments as they stood on a day, with head counts and the number of parts open and active (cases.md row 20).',
  }),
  'organisation.unitPeople': query({
    input: z.strictObject({
      /** Null for those without a group or department, by `kind`. */
      unitId: unitRef,
      kind,
      asOf: dayOrToday,
      search: z.string().max(200).default(''),
      ...paging,
    }),
    output: z.object({ total: z.number(), rows: z.array(person) }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Active members of a part and the parts under it as of a day, by given name.',
  }),
  'organisation.previewChange': query({
    input: z.strictObject({ change: orgChange }),
    output: z.object({
      lines: z.array(
        z.object({
          id: z.number(),
          kind,
          before: side.nullable(),
          after: side.nullable(),
          created: z.boolean(),
        }),
      ),
      moves: z.array(z.object({ from: z.string(), to: z.string(), members: z.number() })),
      /** Members who move, each counted once. */
      moved: z.number(),
    }),
    errors: changeErrors,
    access: access.everyone,
    doc: 'What a change of the organisation would do: each part before and after, and how many members follow.',
  }),
  'organisation.change': command({
    input: z.strictObject({
      change: orgChange,
      decisionNo: text(60).nullable().default(null),
      decisionDate: partialDate.nullable().default(null),
      note: text(500).nullable().default(null),
    }),
    output: z.object({ id, moved: z.number(), created: z.array(id) }),
    errors: changeErrors,
    touches: ['organisation', 'members', 'dashboard'],
    access: access.editors,
    doc: 'Opens, renames, merges, splits, moves or closes parts of the organisation from a day on; members follow as dated moves, issued papers keep the old names.',
  }),
  'organisation.revertChange': command({
    input: z.strictObject({ id }),
    output: z.object({ id }),
    errors: ['NOT_FOUND', 'ORG_LATER_CHANGE', 'IN_USE', 'VERSION_CONFLICT'],
    touches: ['organisation', 'members', 'dashboard'],
    access: access.editors,
    doc: 'Takes a change of the organisation back as if it had not been; refused while a later change builds on it.',
  }),
  'organisation.repeatChange': command({
    input: z.strictObject({ id }),
    output: z.object({ id }),
    errors: changeErrors,
    touches: ['organisation', 'members', 'dashboard'],
    access: access.editors,
    doc: 'Brings a change of the organisation again that was taken back.',
  }),
  'organisation.changes': query({
    input: z.strictObject({ unitId: unitRef }),
    output: z.object({ rows: z.array(change) }),
    access: access.everyone,
    doc: 'Changes of the organisation, or of one part, the latest day first; those taken back are marked.',
  }),
  'organisation.classes': query({
    input: z.strictObject({ unitId: unitRef, year: year.nullable().default(null) }),
    output: z.object({
      rows: z.array(
        z.object({
          id,
          version,
          unitId: z.number().nullable(),
          unitName: z.string().nullable(),
          year: z.number(),
          class: z.enum(ORG_CLASSES),
          decisionNo: z.string().nullable(),
          decisionDate: z.string().nullable(),
          note: z.string().nullable(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Yearly classes (xếp loại) of sections, groups and the unit itself, the latest year first (cases.md row 10).',
  }),
  'organisation.saveClass': command({
    input: z.strictObject({
      id: unitRef,
      version: version.nullable().default(null),
      unitId: unitRef,
      year,
      class: z.enum(ORG_CLASSES),
      decisionNo: text(60).nullable().default(null),
      decisionDate: partialDate.nullable().default(null),
      note: text(300).nullable().default(null),
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'CLASS_TAKEN'],
    touches: ['organisation'],
    access: access.editors,
    doc: 'Records or corrects the class of a part of the union, or of the unit, in a year: one class per part per year.',
  }),
  ...trashing(
    { trash: 'organisation.trashClasses', restore: 'organisation.restoreClasses' },
    { touches: ['organisation'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves yearly classes to the trash.' },
    { errors: ['CLASS_TAKEN'], doc: 'Takes yearly classes back from the trash.' },
  ),
  'organisation.handover': job({
    input: z.strictObject({
      /** The part that ends or is handed over; null for the whole unit. */
      unitId: unitRef,
      asOf: dayOrToday,
      reason: text(300).nullable().default(null),
      /** Who hands over, who takes over, who witnesses: name and post, as to be printed. */
      fromName: text(100).nullable().default(null),
      fromPost: text(100).nullable().default(null),
      toName: text(100).nullable().default(null),
      toPost: text(100).nullable().default(null),
    }),
    output: outgoingFile.extend({ members: z.number() }),
    errors: ['NOT_FOUND'],
    access: access.editors,
    doc: 'Closing snapshot and handover (biên bản bàn giao) of a unit or part as of a day: one ZIP with the paper as PDF and Word, and the data as XLSX and JSON with their checksums.',
  }),
} satisfies Operations;
