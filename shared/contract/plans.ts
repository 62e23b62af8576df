/** The work plan of a year (chương trình công tác) by month, and the guided union year (cases.md row 52; section 3, 22). */
import { z } from 'zod';
import { EVENT_KIND_CODES } from '../domain/eventKinds';
import { PLAN_CHECKS, PLAN_LINKS, PLAN_STATUSES, STEP_OPENS } from '../domain/plans';
import { id, ids, isoDate, longText, outgoingFile, requiredText, saved, text, version, year } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { changedCount, trashing } from './trashing';

const touches = ['plans', 'dashboard'] as const;
const editors = access.editors;
const both = { touches, access: editors };
const month = z.int().min(1).max(12);
const link = z.strictObject({ entity: z.enum(PLAN_LINKS), id, label: requiredText(200) });

const itemFields = {
  year,
  month,
  /** The day in that month, where one is known. */
  onDate: isoDate.nullable().default(null),
  text: requiredText(500),
  /** Who does it: a body, a person, or both. */
  committeeId: id.nullable().default(null),
  memberId: id.nullable().default(null),
  personName: text(150).nullable().default(null),
  /** Where it comes from: a gap of the self-review, a resolution. */
  origin: text(300).nullable().default(null),
  note: text(500).nullable().default(null),
};
const report = {
  status: z.enum(PLAN_STATUSES).default('todo'),
  result: longText(2000).nullable().default(null),
  /** Left out of something done: today. */
  doneOn: isoDate.nullable().default(null),
  /** The record that fulfils it. */
  link: link.nullable().default(null),
};
const itemRow = z.object({
  id,
  version,
  ...itemFields,
  ...report,
  committee: z.string().nullable(),
  person: z.string().nullable(),
  /** "Ban nữ công – Lò Thị Mai" */
  owner: z.string().nullable(),
  due: z.string(),
  /** Days past its day or month; null: not late. */
  late: z.number().nullable(),
  /** It was copied into the year after already. */
  copiedOn: z.boolean(),
  files: z.number(),
});
const header = z.object({
  year,
  version,
  number: z.string().nullable(),
  signedOn: z.string().nullable(),
  focus: z.string().nullable(),
});
const stepFields = {
  month,
  name: requiredText(200),
  nameEn: text(200).nullable().default(null),
  hint: text(300).nullable().default(null),
  hintEn: text(300).nullable().default(null),
  /** A rule names the date. */
  official: z.boolean().default(false),
  opens: z.enum(STEP_OPENS),
  /** The kind of event, the occasion of gifts, or the page. */
  what: z.string().min(1).max(60),
};
const seen = z.object({
  entity: z.enum(['event', 'welfare_campaign', 'award_round', 'review', 'plan']),
  id: z.number(),
  label: z.string(),
  date: z.string().nullable(),
});

export const plans = {
  'plans.list': query({
    input: z.strictObject({
      year,
      search: z.string().max(200).default(''),
      check: z.enum(PLAN_CHECKS).nullable().default(null),
    }),
    output: z.object({
      header,
      today: z.string(),
      /** Of the whole year. */
      counts: z.object({
        all: z.number(),
        open: z.number(),
        done: z.number(),
        overdue: z.number(),
        soon: z.number(),
      }),
      /** Of the year before, not copied yet. */
      copyable: z.number(),
      rows: z.array(itemRow),
    }),
    access: access.everyone,
    doc: 'The work plan of a year in the order of its months, with what is late and what can be copied from the year before.',
  }),
  'plans.get': query({
    input: z.strictObject({ id }),
    output: z.object({ item: itemRow, deletedAt: z.string().nullable() }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One item of a plan.',
  }),
  'plans.years': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(z.object({ year: z.number(), count: z.number() })) }),
    access: access.everyone,
    doc: 'Years that have a plan, the latest first.',
  }),
  'plans.save': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...itemFields,
      ...report,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'PLAN_DAY', 'PLAN_DONE_ON'],
    ...both,
    doc: 'Enters or corrects an item of a plan.',
  }),
  'plans.report': command({
    input: z.strictObject({ id, version, ...report }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'PLAN_DONE_ON'],
    ...both,
    doc: 'What has become of an item: status, result, day, and the record that fulfils it.',
  }),
  'plans.addItems': command({
    input: z.strictObject({
      items: z.array(z.strictObject(itemFields)).min(1).max(500),
    }),
    output: z.object({ ids: z.array(id), count: z.number() }),
    errors: ['NOT_FOUND', 'PLAN_DAY'],
    ...both,
    doc: 'Enters several items at once, as from the gaps of a self-review; what the year has under the same words already is left out.',
  }),
  'plans.copy': command({
    input: z.strictObject({ ids, year }),
    output: changedCount,
    errors: ['NOT_FOUND'],
    ...both,
    doc: 'Copies items into another year, with their months, days and owners; what was copied already is left out.',
  }),
  ...trashing(
    { trash: 'plans.trash', restore: 'plans.restore' },
    both,
    { errors: ['NOT_FOUND'], doc: 'Moves items of plans to the trash.' },
    { doc: 'Takes items of plans back from the trash.' },
  ),
  'plans.saveHeader': command({
    input: z.strictObject({
      year,
      version,
      number: text(60).nullable().default(null),
      signedOn: isoDate.nullable().default(null),
      focus: longText(3000).nullable().default(null),
    }),
    output: z.object({ year, version }),
    errors: ['VERSION_CONFLICT'],
    ...both,
    doc: 'Number, day and main tasks that stand over the plan of a year on paper.',
  }),
  'plans.paper': job({
    input: z.strictObject({
      year,
      results: z.boolean().default(false),
      format: z.enum(['pdf', 'docx']).default('pdf'),
    }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The work plan of a year on A4 landscape, PDF or DOCX; with results where asked.',
  }),
  'plans.unionYear': query({
    input: z.strictObject({ year }),
    output: z.object({
      today: z.string(),
      months: z.array(
        z.object({
          month,
          steps: z.array(
            z.object({
              id,
              version,
              ...stepFields,
              eventKind: z.enum(EVENT_KIND_CODES).nullable(),
              /** What the year before has of it, and what this year has already. */
              last: z.array(seen),
              now: z.array(seen),
            }),
          ),
          plan: z.array(z.object({ id, text: z.string(), status: z.enum(PLAN_STATUSES), late: z.boolean() })),
          /** Items of last year's plan in that month that were not copied. */
          left: z.array(z.object({ id, text: z.string() })),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'The twelve months of a union’s year: what is usually done, what the year before did, what this year has.',
  }),
  'plans.saveStep': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...stepFields,
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'PLAN_STEP'],
    ...both,
    doc: 'Enters or corrects what is usually done in a month.',
  }),
  ...trashing(
    { trash: 'plans.trashSteps', restore: 'plans.restoreSteps' },
    both,
    { errors: ['NOT_FOUND'], doc: 'Moves steps of the union’s year to the trash.' },
    { doc: 'Takes steps of the union’s year back from the trash.' },
  ),
} satisfies Operations;
