/** Agreements (quy chế, chương trình phối hợp): parties, contents, commitments, what was delivered, scores, closing review. */
import { z } from 'zod';
import { AGREEMENT_STATES, SCORE_SIDES } from '../domain/agreements';
import {
  agreementFields,
  agreementRow,
  commitmentFields,
  commitmentRow,
  contentFields,
  days,
  deliveryFields,
  deliveryRow,
  entity,
  flag,
  neighbour,
  one,
  party,
  progressFields,
  scaleFields,
  scaleRow,
  scoreRow,
  sum,
} from './agreementFields';
import { id, isoDate, longText, money, outgoingFile, paging, saved, text, version, year } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { changedCount, trashing } from './trashing';

const touches = ['agreements', 'dashboard'] as const;
const editors = access.editors;

export const agreements = {
  'agreements.list': query({
    input: z.strictObject({
      search: z.string().max(200).default(''),
      state: z.enum(AGREEMENT_STATES).nullable().default(null),
      /** Only those with a commitment past its day. */
      overdue: z.boolean().default(false),
      ...paging,
    }),
    output: z.object({
      total: z.number(),
      /** Of all, whatever is asked: those that wait for something. */
      waiting: z.number(),
      rows: z.array(agreementRow),
    }),
    access: access.everyone,
    doc: 'Agreements, those in force first, with their year, commitments and the money delivered under them.',
  }),
  'agreements.get': query({
    input: z.strictObject({ id }),
    output: z.object({
      agreement: agreementRow.extend({
        place: z.string().nullable(),
        eventId: id.nullable(),
        eventName: z.string().nullable(),
        predecessorId: id.nullable(),
        scaleId: id.nullable(),
        note: z.string().nullable(),
        summary: z.string().nullable(),
        proposals: z.string().nullable(),
        stated: z.object({ amount: z.number(), flag }).nullable(),
        /** False: the records no longer bear the stated figure. */
        statedTrue: z.boolean(),
        /** The sum in words for a text: "hơn 800 triệu đồng"; null: no figure. */
        said: z.string().nullable(),
      }),
      parties: z.array(party),
      predecessor: neighbour,
      successors: z.array(neighbour.unwrap()),
      contents: z.array(
        z.object({
          id,
          version,
          ...contentFields,
          commitments: z.array(commitmentRow),
          delivered: z.number(),
          money: sum,
        }),
      ),
      deliveries: z.array(deliveryRow),
      byYear: z.array(z.object({ year: z.number(), delivered: z.number(), money: sum })),
      /** Problems solved together: follow-ups under the agreement. */
      problems: z.object({ total: z.number(), solved: z.number(), meanDays: z.number().nullable() }),
      scores: z.array(scoreRow),
      scale: scaleRow.nullable(),
      deletedAt: z.string().nullable(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One agreement whole: contents with their commitments and progress, what was delivered, sums by year, scores.',
  }),
  'agreements.of': query({
    input: z.strictObject({ entity, id }),
    output: z.object({ rows: z.array(z.object({ id, title: z.string() })) }),
    access: access.everyone,
    doc: 'Agreements a record was delivered under.',
  }),
  'agreements.findRecords': query({
    input: z.strictObject({ search: z.string().max(200) }),
    output: z.object({
      rows: z.array(
        z.object({
          entity,
          id,
          label: z.string(),
          onDate: z.string().nullable(),
          amount: z.number().nullable(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Records that can be delivered under an agreement, by words of their names.',
  }),
  'agreements.save': command({
    input: z.strictObject({ ...one, ...agreementFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DATE_ORDER', 'AGREEMENT_CIRCLE'],
    touches,
    access: editors,
    doc: 'Records an agreement with its parties, or changes one when id is given.',
  }),
  ...trashing(
    { trash: 'agreements.trash', restore: 'agreements.restore' },
    { touches, access: editors },
    { errors: ['NOT_FOUND'], doc: 'Moves agreements to the trash with everything under them.' },
    { doc: 'Takes agreements back from the trash.' },
  ),
  'agreements.saveContent': command({
    input: z.strictObject({ ...one, agreementId: id, ...contentFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches,
    access: editors,
    doc: 'Adds a content at the end, or changes one.',
  }),
  'agreements.orderContents': command({
    input: z.strictObject({ agreementId: id, ids: z.array(id).min(1).max(200) }),
    output: changedCount,
    errors: ['NOT_FOUND'],
    touches,
    access: editors,
    doc: 'Puts the contents of an agreement in an order.',
  }),
  ...trashing(
    { trash: 'agreements.trashContents', restore: 'agreements.restoreContents' },
    { touches, access: editors },
    { errors: ['NOT_FOUND'], doc: 'Moves contents to the trash with their commitments.' },
    { doc: 'Takes contents back from the trash.' },
  ),
  'agreements.saveCommitment': command({
    input: z.strictObject({ ...one, contentId: id, ...commitmentFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'AGREEMENT_DROP', 'AGREEMENT_TARGET'],
    touches,
    access: editors,
    doc: 'Adds a commitment to a content, or changes one; one given up tells the day and why.',
  }),
  ...trashing(
    { trash: 'agreements.trashCommitments', restore: 'agreements.restoreCommitments' },
    { touches, access: editors },
    { errors: ['NOT_FOUND'], doc: 'Moves commitments to the trash with their progress.' },
    { doc: 'Takes commitments back from the trash.' },
  ),
  'agreements.saveProgress': command({
    input: z.strictObject({ ...one, commitmentId: id, ...progressFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'AGREEMENT_PROGRESS'],
    touches,
    access: editors,
    doc: 'Records what was reached on a day: a figure with its wording, a result in words, or that the commitment is kept.',
  }),
  ...trashing(
    { trash: 'agreements.trashProgress', restore: 'agreements.restoreProgress' },
    { touches, access: editors },
    { errors: ['NOT_FOUND'], doc: 'Moves progress entries to the trash.' },
    { doc: 'Takes progress entries back from the trash.' },
  ),
  'agreements.saveDelivery': command({
    input: z.strictObject({ ...one, agreementId: id, ...deliveryFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DUPLICATE', 'AGREEMENT_DELIVERY'],
    touches,
    access: editors,
    doc: 'Puts a record under an agreement, or a line with its day, money and source.',
  }),
  ...trashing(
    { trash: 'agreements.trashDeliveries', restore: 'agreements.restoreDeliveries' },
    { touches, access: editors },
    { errors: ['NOT_FOUND'], doc: 'Takes records and lines off an agreement, into the trash.' },
    { doc: 'Takes records and lines of agreements back from the trash.' },
  ),
  'agreements.setScores': command({
    input: z.strictObject({
      id,
      year,
      rows: z
        .array(
          z.strictObject({
            contentId: id,
            side: z.enum(SCORE_SIDES),
            /** null: not scored. */
            score: z.number().min(0).max(1000).nullable(),
            note: text(300).nullable().default(null),
          }),
        )
        .min(1)
        .max(400),
    }),
    output: changedCount,
    errors: ['NOT_FOUND', 'AGREEMENT_SCORE'],
    touches,
    access: editors,
    doc: 'Writes what each side gives the contents for a year; null takes a score off.',
  }),
  'agreements.close': command({
    input: z.strictObject({
      id,
      version,
      /** null: the agreement is open again. */
      closedOn: isoDate.nullable(),
      summary: longText(6000).nullable().default(null),
      proposals: longText(4000).nullable().default(null),
      stated: z.strictObject({ amount: money.positive(), flag }).nullable().default(null),
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'AGREEMENT_STATED', 'DATE_ORDER'],
    touches,
    access: editors,
    doc: 'Writes the closing review; a rounded figure that the records do not bear ("hơn 800 triệu") is refused.',
  }),
  'agreements.scales': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(scaleRow) }),
    access: access.everyone,
    doc: 'Scales contents are scored by.',
  }),
  'agreements.saveScale': command({
    input: z.strictObject({ ...one, ...scaleFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DUPLICATE'],
    touches,
    access: editors,
    doc: 'Adds a scale of scores, or changes one.',
  }),
  ...trashing(
    { trash: 'agreements.trashScales', restore: 'agreements.restoreScales' },
    { touches, access: editors },
    { errors: ['NOT_FOUND', 'IN_USE'], doc: 'Moves scales that no agreement uses to the trash.' },
    { doc: 'Takes scales back from the trash.' },
  ),
  'agreements.reminders': query({
    input: z.strictObject({}),
    output: z.object({ days: z.array(z.number()) }),
    access: access.everyone,
    doc: 'Days before its end on which an agreement is called to mind, the most first.',
  }),
  'agreements.setReminders': command({
    input: z.strictObject({ days: z.array(days).max(10) }),
    output: changedCount,
    touches,
    access: editors,
    doc: 'Sets on which days before its end an agreement is called to mind.',
  }),
  'agreements.sheet': job({
    input: z.strictObject({
      id,
      /** sheet: as it stands; year: the review of a year; closing: the review of the whole. */
      kind: z.enum(['sheet', 'year', 'closing']).default('sheet'),
      year: year.nullable().default(null),
      format: z.enum(['pdf', 'docx']).default('pdf'),
    }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'CANCELLED'],
    access: access.everyone,
    doc: 'The sheet of an agreement, its review of a year or its closing review as PDF or Word.',
  }),
  'agreements.listPaper': job({
    input: z.strictObject({
      state: z.enum(AGREEMENT_STATES).nullable().default(null),
      format: z.enum(['pdf', 'xlsx']).default('pdf'),
    }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The list of agreements with how each stands, landscape, as PDF or XLSX.',
  }),
} satisfies Operations;
