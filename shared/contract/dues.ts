/** Dues by dated rates: what is owed, paid and missing by month; collections with their receipt (domain.md 7). */
import { z } from 'zod';
import { DUE_REASONS, DUE_STATES, MONTH, PARTIAL_RULES, RATE_KINDS } from '../domain/dues';
import { id, isoDate, money, outgoingFile, paging, requiredText, saved, text, version, year } from './fields';
import { holding } from './fundFields';
import { type Access, access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

/** Those who keep the money's book; what somebody owes tells of their pay. */
export const treasury: Access = { roles: ['chair', 'treasurer', 'clerk'], sensitive: ['money'] };
const keepers: Access = { roles: ['chair', 'treasurer', 'clerk'] };
export const BOOKING_ERRORS = [
  'NOT_FOUND',
  'PERIOD_CLOSED',
  'VOUCHER_BEFORE_OPENING',
  'VOUCHER_CATEGORY',
] as const;

export const month = z.string().regex(MONTH);
export const changed = z.object({ count: z.number() });
const departmentId = id.nullable().default(null);
const search = z.string().max(200).default('');

const rateFields = {
  kind: z.enum(RATE_KINDS),
  /** Hundredths of a percent of the base. */
  points: z.int().min(1).max(10_000).nullable().default(null),
  amount: money.nullable().default(null),
  ceiling: money.nullable().default(null),
  partial: z.enum(PARTIAL_RULES).default('days'),
  validFrom: month,
  source: text(300).nullable().default(null),
};
const rateRow = z.object({ id, version, ...rateFields });

/** Where the money of a receipt goes. */
export const bookingFields = { fundId: id, onDate: isoDate, holding: holding.default('cash') };

const dueCell = z.object({
  month: z.string(),
  departmentId: id.nullable(),
  department: z.string().nullable(),
  /** Whole đồng; null: not known. */
  due: z.number().nullable(),
  paid: z.number(),
  state: z.enum(DUE_STATES),
  payable: z.number(),
  days: z.number(),
  reasons: z.array(z.enum(DUE_REASONS)),
  /** Why it was set by hand. */
  said: z.string().nullable(),
});
const person = { memberId: id, fullName: z.string(), givenName: z.string() };
const sums = {
  people: z.number(),
  due: z.number(),
  /** People whose due is not known. */
  unknown: z.number(),
  paid: z.number(),
  missing: z.number(),
  settled: z.number(),
  open: z.number(),
  exempt: z.number(),
};
const line = z.strictObject({
  memberId: id.nullable().default(null),
  departmentId: id.nullable().default(null),
  month,
  /** Of a department's sum. */
  people: z.int().min(1).max(100_000).nullable().default(null),
  amount: z.int().min(1).max(9_000_000_000_000),
});
const collectionRow = z.object({
  id,
  version,
  onDate: z.string(),
  payer: z.string().nullable(),
  note: z.string().nullable(),
  amount: z.number(),
  people: z.number(),
  months: z.array(z.string()),
  departments: z.array(z.string()),
  voucherId: id.nullable(),
  code: z.string().nullable(),
  /** False once its voucher is cancelled or a draft again. */
  counts: z.boolean(),
  closed: z.boolean(),
  correctsId: id.nullable(),
});
const format = z.enum(['pdf', 'xlsx']).default('pdf');

export const dues = {
  'dues.rates': query({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(rateRow),
      start: z.string().nullable(),
      startSet: z.boolean(),
      /** Whether pay may be kept; without it only fixed rates are counted by person. */
      basesOn: z.boolean(),
      withBase: z.number(),
    }),
    access: access.everyone,
    doc: 'Rates of the dues by the month they begin, the latest first, and the month the dues are kept from.',
  }),
  'dues.saveRate': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...rateFields,
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DUPLICATE', 'DUES_RATE'],
    touches: ['funds', 'dashboard'],
    access: keepers,
    doc: 'Adds a rate in force from a month, or corrects one.',
  }),
  ...trashing(
    { trash: 'dues.trashRates', restore: 'dues.restoreRates' },
    { touches: ['funds', 'dashboard'], access: keepers },
    { errors: ['NOT_FOUND'], doc: 'Moves rates to the trash; the rate before is in force again.' },
    { errors: ['DUPLICATE'], doc: 'Takes rates back from the trash.' },
  ),
  'dues.setStart': command({
    input: z.strictObject({ month: month.nullable() }),
    output: z.object({ month: z.string().nullable() }),
    touches: ['funds', 'dashboard'],
    access: keepers,
    doc: 'Says from which month dues are kept here; null: from the first month collected.',
  }),
  'dues.setBases': command({
    input: z.strictObject({
      rows: z
        .array(z.strictObject({ memberId: id, fromMonth: month, amount: money.nullable() }))
        .min(1)
        .max(5000),
    }),
    output: changed,
    errors: ['NOT_FOUND', 'FIELD_OFF'],
    touches: ['funds', 'dashboard'],
    access: treasury,
    doc: 'Writes the pay dues are counted from, from a month on; null takes an entry out.',
  }),
  'dues.setDue': command({
    input: z.strictObject({
      memberId: id,
      month,
      /** null: as the rate says. */
      amount: money.nullable(),
      reason: text(300).nullable().default(null),
    }),
    output: changed,
    errors: ['NOT_FOUND', 'REASON_REQUIRED'],
    touches: ['funds', 'dashboard'],
    access: treasury,
    doc: 'Sets what one person owes for one month, with the reason; 0 frees the person.',
  }),
  'dues.month': query({
    input: z.strictObject({
      month,
      departmentId,
      search,
      state: z.enum(DUE_STATES).nullable().default(null),
      ...paging,
    }),
    output: z.object({
      month: z.string(),
      rate: rateRow.nullable(),
      figures: z.object(sums),
      departments: z.array(
        z.object({
          id: id.nullable(),
          name: z.string().nullable(),
          ...sums,
          /** Handed in as one sum: for how many people, how much. */
          together: z.object({ people: z.number(), amount: z.number() }).nullable(),
        }),
      ),
      total: z.number(),
      rows: z.array(z.object({ ...person, ...dueCell.shape })),
    }),
    access: treasury,
    doc: 'Dues of a month: owed, paid and missing in whole đồng, by department and by person, each with its reason.',
  }),
  'dues.year': query({
    input: z.strictObject({ year, departmentId, search, ...paging }),
    output: z.object({
      months: z.array(z.object({ month: z.string(), due: z.number(), paid: z.number() })),
      due: z.number(),
      paid: z.number(),
      total: z.number(),
      rows: z.array(
        z.object({
          ...person,
          department: z.string().nullable(),
          /** Twelve; null: no member that month. */
          cells: z.array(dueCell.nullable()),
          due: z.number(),
          paid: z.number(),
        }),
      ),
    }),
    access: treasury,
    doc: 'Twelve months of dues by person.',
  }),
  'dues.behind': query({
    input: z.strictObject({
      departmentId,
      search,
      leastMonths: z.int().min(1).max(600).default(1),
      /** Last month looked at; the last full one unless told. */
      until: month.nullable().default(null),
      ...paging,
    }),
    output: z.object({
      from: z.string().nullable(),
      until: z.string(),
      months: z.number(),
      amount: z.number(),
      unknown: z.number(),
      departments: z.array(
        z.object({ id: id.nullable(), name: z.string().nullable(), people: z.number(), amount: z.number() }),
      ),
      total: z.number(),
      rows: z.array(
        z.object({
          ...person,
          departmentId: id.nullable(),
          department: z.string().nullable(),
          months: z.array(z.object({ month: z.string(), missing: z.number().nullable() })),
          amount: z.number(),
          unknown: z.number(),
        }),
      ),
    }),
    access: treasury,
    doc: 'Who is behind with dues: months and sum, by department; months whose due is not known are counted apart.',
  }),
  'dues.collections': query({
    input: z.strictObject({
      year: year.nullable().default(null),
      month: month.nullable().default(null),
      ids: z.array(id).max(500).nullable().default(null),
      ...paging,
    }),
    output: z.object({ total: z.number(), amount: z.number(), rows: z.array(collectionRow) }),
    access: treasury,
    doc: 'Collections of dues, the latest first, each with its receipt.',
  }),
  'dues.collection': query({
    input: z.strictObject({ id }),
    output: z.object({
      collection: collectionRow,
      lines: z.array(
        z.object({
          memberId: id.nullable(),
          departmentId: id.nullable(),
          name: z.string(),
          department: z.string().nullable(),
          month: z.string(),
          people: z.number().nullable(),
          amount: z.number(),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
    access: treasury,
    doc: 'One collection with its lines.',
  }),
  'dues.collect': command({
    input: z.strictObject({
      ...bookingFields,
      lines: z.array(line).min(1).max(5000),
      payer: text(150).nullable().default(null),
      note: text(300).nullable().default(null),
    }),
    output: z.object({ id, voucherId: id, code: z.string().nullable(), amount: z.number() }),
    errors: [...BOOKING_ERRORS, 'DUES_LINE', 'DUES_FUTURE'],
    touches: ['funds', 'dashboard'],
    access: treasury,
    doc: 'Records dues handed in, by person or in one sum by department, with one receipt in the cash book.',
  }),
  ...trashing(
    { trash: 'dues.trashCollections', restore: 'dues.restoreCollections' },
    { touches: ['funds', 'dashboard'], access: treasury },
    {
      errors: ['NOT_FOUND', 'PERIOD_CLOSED', 'VOUCHER_KEPT', 'IN_USE'],
      doc: 'Takes the latest collections back with their receipts, while these are not printed and their period is open.',
    },
    {
      errors: ['NOT_FOUND', 'PERIOD_CLOSED'],
      doc: 'Takes collections back from the trash with a receipt of the next number.',
    },
  ),
  'dues.correct': command({
    input: z.strictObject({
      id,
      memberId: id.nullable().default(null),
      departmentId,
      month,
      /** What it should have been. */
      amount: money,
      people: z.int().min(0).max(100_000).nullable().default(null),
      onDate: isoDate,
      reason: requiredText(300),
    }),
    output: z.object({ id, voucherId: id, code: z.string().nullable(), amount: z.number() }),
    errors: [...BOOKING_ERRORS, 'VOUCHER_SAME', 'VOUCHER_CANCELLED'],
    touches: ['funds', 'dashboard'],
    access: treasury,
    doc: 'Puts a line of a collection right by a new entry of an open day: a receipt or a payment of the difference.',
  }),
  'dues.list': job({
    input: z.strictObject({ month, departmentId, format }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: treasury,
    doc: 'List of the dues of a month by department with room to sign, as PDF or XLSX.',
  }),
  'dues.yearPaper': job({
    input: z.strictObject({ year, departmentId, format }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: treasury,
    doc: 'Twelve months of dues by person, as PDF or XLSX.',
  }),
  'dues.board': query({
    input: z.strictObject({ year: year.nullable().default(null) }),
    output: z.object({
      year: z.number(),
      /** Of the months of the year that are over or running. */
      expected: z.number(),
      collected: z.number(),
      unknown: z.number(),
      behind: z.number(),
      longBehind: z.number(),
      drives: z.array(
        z.object({
          id,
          name: z.string(),
          members: z.number(),
          given: z.number(),
          amount: z.number(),
          late: z.boolean(),
        }),
      ),
      gifts: z.number(),
      giftMoney: z.number(),
      notThanked: z.number(),
      earmarked: z.number(),
      overspent: z.number(),
    }),
    access: treasury,
    doc: 'Figures of dues, drives and donors in a year; each opens its list.',
  }),
} satisfies Operations;
