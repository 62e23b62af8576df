/** Visits (thăm hỏi) with their slips and money; cases of help stand beside them (domain.md 7, C01-TLĐ). */
import { z } from 'zod';
import { CASE_SOURCES, RELATIONS } from '../domain/care';
import { GIFT_SOURCES } from '../domain/welfare';
import { careCases } from './careCases';
import { caseRow, healthDetail, recipientFields, visitFields, visitFilter, visitRow } from './careFields';
import { paidOut, payErrors, payFields } from './carePay';
import { keepers, readers } from './careRoles';
import { id, ids, isoDate, outgoingFile, paging, saved, text, version } from './fields';
import { command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

const changed = z.object({ count: z.number() });
const visitErrors = ['NOT_FOUND', 'CARE_PERSON', 'CARE_AGAIN', 'FIELD_OFF'] as const;
const touches = ['welfare', 'members', 'funds'] as const;
const sum = { visits: z.number(), money: z.number() };

export const VISIT_SORTS = ['date', 'name', 'amount', 'number'] as const;
export const CARE_LETTERS = ['condolence', 'thankYou'] as const;

export const care = {
  'care.visits': query({
    input: z.strictObject({
      ...visitFilter,
      sort: z.enum(VISIT_SORTS).default('date'),
      descending: z.boolean().default(true),
      ...paging,
    }),
    output: z.object({
      total: z.number(),
      /** Cash of all that were found, whole đồng. */
      money: z.number(),
      /** Worth of gifts in kind. */
      kindValue: z.number(),
      people: z.number(),
      /** Visits of relatives without a name: the people are at least so many when there are any. */
      unnamed: z.number(),
      rows: z.array(visitRow),
    }),
    access: readers,
    doc: 'A page of the visits that meet the conditions, with what they add up to; search ignores tones.',
  }),
  'care.visit': query({
    input: z.strictObject({ id }),
    output: z.object({ row: visitRow, deletedAt: z.string().nullable(), inWords: z.string() }),
    errors: ['NOT_FOUND'],
    access: readers,
    doc: 'One visit with its amount in words.',
  }),
  'care.advise': query({
    input: z.strictObject({
      /** The visit being changed, so that it is not compared with itself. */
      id: id.nullable().default(null),
      who: recipientFields.who,
      memberId: recipientFields.memberId,
      orgUnitId: recipientFields.orgUnitId,
      name: recipientFields.name,
      relation: z.enum(RELATIONS).default('self'),
      reasonId: id,
      onDate: isoDate,
    }),
    output: z.object({
      norm: z
        .object({ cash: z.number(), kindText: z.string().nullable(), source: z.string().nullable() })
        .nullable(),
      recent: z.array(z.object({ id, code: z.string(), onDate: z.string(), cash: z.number() })),
    }),
    access: readers,
    doc: 'What the office’s own norms propose for a visit, and visits of the same person for the same reason within 90 days.',
  }),
  'care.createVisit': command({
    input: z.strictObject({ ...visitFields, healthDetail }),
    output: saved.extend({ code: z.string(), name: z.string() }),
    errors: [...visitErrors],
    touches: [...touches],
    access: keepers,
    doc: 'Records a visit under the next number of the year; the posts of that day are written beside those who went.',
  }),
  'care.updateVisit': command({
    input: z.strictObject({ id, version, ...visitFields, healthDetail }),
    output: saved,
    errors: ['VERSION_CONFLICT', ...visitErrors],
    touches: [...touches],
    access: keepers,
    doc: 'Changes a visit; it keeps its number within the year.',
  }),
  ...trashing(
    { trash: 'care.trashVisits', restore: 'care.restoreVisits' },
    { touches: [...touches], access: keepers },
    { errors: ['NOT_FOUND'], doc: 'Moves visits to the trash; their numbers are not used again.' },
    { doc: 'Takes visits back from the trash.' },
  ),
  'care.reveal': command({
    input: z.strictObject({ entity: z.enum(['care_visit', 'care_case']), id }),
    output: z.object({ text: z.string().nullable() }),
    errors: ['NOT_FOUND', 'FIELD_OFF'],
    touches: [],
    access: keepers,
    doc: 'Tells the health detail of a visit, or what the family of a case lives through, and writes down who looked.',
  }),
  'care.pay': command({
    input: z.strictObject({ ids, ...payFields }),
    output: paidOut,
    errors: [...payErrors],
    touches: ['welfare', 'members', 'funds', 'dashboard'],
    access: keepers,
    doc: 'One payment voucher (phiếu chi) for one visit or for many.',
  }),
  'care.setVouchers': command({
    input: z.strictObject({
      rows: z
        .array(z.strictObject({ id, voucherId: id.nullable() }))
        .min(1)
        .max(5000),
    }),
    output: changed,
    errors: ['NOT_FOUND', 'VOUCHER_CANCELLED'],
    touches: ['welfare', 'members', 'funds', 'dashboard'],
    access: keepers,
    doc: 'Links visits to a payment voucher that is there already, or takes the link off.',
  }),
  'care.setExceptions': command({
    input: z.strictObject({
      rows: z
        .array(z.strictObject({ id, exception: text(300).nullable() }))
        .min(1)
        .max(5000),
    }),
    output: changed,
    errors: ['NOT_FOUND'],
    touches: ['welfare', 'funds', 'dashboard'],
    access: keepers,
    doc: 'Explains why visits with money have no voucher, or takes the explanation back.',
  }),
  'care.figures': query({
    input: z.strictObject({ from: isoDate, to: isoDate }),
    output: z.object({
      ...sum,
      kindValue: z.number(),
      people: z.number(),
      unnamed: z.number(),
      reasons: z.array(z.object({ reasonId: id, name: z.string(), nameEn: z.string().nullable(), ...sum })),
      sources: z.array(z.object({ source: z.enum(GIFT_SOURCES), ...sum })),
      noVoucher: z.object(sum),
      cases: z.object({
        open: z.number(),
        finished: z.number(),
        money: z.number(),
        overdue: z.number(),
        noHandover: z.number(),
      }),
      caseSources: z.array(z.object({ source: z.enum(CASE_SOURCES), amount: z.number() })),
    }),
    errors: ['DATE_ORDER'],
    access: readers,
    doc: 'Visits of a period by reason and by whose money, people visited; cases open on its last day, finished in it, their money.',
  }),
  'care.ofMember': query({
    input: z.strictObject({ memberId: id }),
    output: z.object({
      gifts: z.array(
        z.object({
          campaignId: id,
          name: z.string(),
          onDate: z.string(),
          cash: z.number(),
          kindText: z.string().nullable(),
          kindValue: z.number(),
        }),
      ),
      visits: z.array(visitRow),
      cases: z.array(caseRow),
      total: z.number(),
    }),
    errors: ['NOT_FOUND'],
    access: readers,
    doc: 'What the union gave a member and the family: gifts signed for, visits, cases.',
  }),
  'care.slips': job({
    input: z.strictObject({ ids, format: z.enum(['pdf', 'docx']).default('pdf') }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'TOO_MANY_TO_PRINT', 'CANCELLED'],
    access: readers,
    doc: 'Visit slips (phiếu thăm hỏi, after form C01-TLĐ), two on a sheet.',
  }),
  'care.exportVisits': job({
    input: z.strictObject({
      ...visitFilter,
      /** With what is written about health. */
      sensitive: z.boolean().default(false),
    }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'FIELD_OFF', 'CANCELLED'],
    access: readers,
    doc: 'Visits as a workbook; the health detail only when asked for, and the export is written down.',
  }),
  'care.letter': job({
    input: z.strictObject({
      template: z.enum(CARE_LETTERS),
      visitId: id.nullable().default(null),
      caseId: id.nullable().default(null),
      /** Values of the template's fields that the office typed; the others come from the record. */
      values: z.record(z.string().max(40), z.string().max(500)).default({}),
    }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'TEXT_OVERFLOW', 'FILE_MISSING', 'FILE_ALTERED', 'DOCX_BROKEN', 'CANCELLED'],
    access: readers,
    doc: 'A letter of condolence for a visit from the office’s Word template, or of thanks for what a case was given, on its layout where one is chosen.',
  }),
  ...careCases,
} satisfies Operations;
