/** Funds: cash book, vouchers, closed periods, budget, year statement (domain.md 7). */
import { z } from 'zod';
import { dues } from './dues';
import { id, ids, isoDate, longText, paging, requiredText, saved, text, version, year } from './fields';
import { fundBooks } from './fundBooks';
import {
  amount,
  categoryFields,
  fundFields,
  holding,
  voucherFields,
  voucherFilter,
  voucherKind,
  voucherRow,
  voucherSource,
} from './fundFields';
import { type Access, access, command, type Operations, query } from './kernel';
import { trashing } from './trashing';

/** Those who keep the money's book. */
export const keepers: Access = { roles: ['chair', 'treasurer', 'clerk'] };

const changed = z.object({ count: z.number() });
const fundRow = z.object({
  id,
  version,
  ...fundFields,
  /** Now, from the opening balance and every numbered voucher. */
  cash: z.number(),
  bank: z.number(),
  /** Of the year asked; money that only changed its place is left out. */
  income: z.number(),
  spending: z.number(),
  vouchers: z.number(),
  drafts: z.number(),
  /** Last day of the closed book. */
  closedTo: z.string().nullable(),
});
const movedHalf = z.object({ id, code: z.string().nullable() });
const given = z.object({ id, version, number: z.number().nullable(), code: z.string().nullable() });

export const VOUCHER_SORTS = ['date', 'number', 'amount', 'person'] as const;

export const funds = {
  'funds.list': query({
    input: z.strictObject({ /** This year unless told. */ year: year.nullable().default(null) }),
    output: z.object({ year: z.number(), rows: z.array(fundRow) }),
    access: access.everyone,
    doc: 'Funds with their balance today in cash and at the bank, and a year’s income and spending; whole đồng.',
  }),
  'funds.save': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...fundFields,
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'PERIOD_CLOSED', 'VOUCHER_BEFORE_OPENING'],
    touches: ['funds', 'dashboard'],
    access: keepers,
    doc: 'Opens a fund with its balance of a day, or changes one; the opening balance stays once a period is closed.',
  }),
  ...trashing(
    { trash: 'funds.trash', restore: 'funds.restore' },
    { touches: ['funds', 'dashboard'], access: keepers },
    { errors: ['NOT_FOUND', 'IN_USE', 'PERIOD_CLOSED'], doc: 'Moves funds without vouchers to the trash.' },
    { doc: 'Takes funds back from the trash.' },
  ),
  'funds.categories': query({
    input: z.strictObject({ /** Only those in force on the day. */ on: isoDate.nullable().default(null) }),
    output: z.object({
      rows: z.array(z.object({ id, version, ...categoryFields, vouchers: z.number() })),
    }),
    access: access.everyone,
    doc: 'Kinds of income and spending (domain.md 7): dated data of the office, to be checked against the year’s guidance.',
  }),
  'funds.saveCategory': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...categoryFields,
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DUPLICATE', 'DATE_ORDER', 'IN_USE'],
    touches: ['funds'],
    access: keepers,
    doc: 'Adds a kind of income or spending, or corrects one; its direction stays once vouchers use it.',
  }),
  ...trashing(
    { trash: 'funds.trashCategories', restore: 'funds.restoreCategories' },
    { touches: ['funds'], access: keepers },
    {
      errors: ['NOT_FOUND', 'IN_USE'],
      doc: 'Moves kinds of income and spending that no voucher uses to the trash.',
    },
    { errors: ['DUPLICATE'], doc: 'Takes kinds of income and spending back from the trash.' },
  ),
  'funds.vouchers': query({
    input: z.strictObject({
      ...voucherFilter,
      sort: z.enum(VOUCHER_SORTS).default('date'),
      descending: z.boolean().default(true),
      ...paging,
    }),
    output: z.object({
      total: z.number(),
      /** Sums of the numbered vouchers found. */
      received: z.number(),
      paid: z.number(),
      rows: z.array(voucherRow),
    }),
    access: access.everyone,
    doc: 'A page of the vouchers that meet the conditions, with what they add up to; search ignores tones.',
  }),
  'funds.voucher': query({
    input: z.strictObject({ id }),
    output: z.object({
      voucher: voucherRow,
      /** "Một trăm tám mươi mốt triệu đồng", in the style of the settings. */
      inWords: z.string(),
      fundName: z.string(),
      /** Of the voucher this one corrects, and of those that correct it. */
      corrects: z.object({ id, code: z.string().nullable() }).nullable(),
      correctedBy: z.array(z.object({ id, code: z.string().nullable() })),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One voucher with its amount in words.',
  }),
  'funds.reasons': query({
    input: z.strictObject({ kind: voucherKind, text: z.string().max(200).default('') }),
    output: z.object({
      rows: z.array(
        z.object({ reason: z.string(), categoryId: id.nullable(), amount: z.number(), times: z.number() }),
      ),
    }),
    access: access.everyone,
    doc: 'Reasons typed before, the most used first, each with its last category and amount.',
  }),
  'funds.createVoucher': command({
    input: z.strictObject({
      ...voucherFields,
      /** Gives it the next number at once; else it is a draft. */
      numbered: z.boolean().default(true),
      /** Number to begin with when the fund has none of the kind in the year. */
      firstNumber: z.int().min(1).max(99_999).nullable().default(null),
      source: voucherSource.nullable().default(null),
      exception: text(300).nullable().default(null),
    }),
    output: given,
    errors: ['NOT_FOUND', 'PERIOD_CLOSED', 'VOUCHER_BEFORE_OPENING', 'VOUCHER_CATEGORY'],
    touches: ['funds', 'welfare', 'dashboard'],
    access: keepers,
    doc: 'Records a receipt or a payment; a closed period refuses it.',
  }),
  'funds.updateVoucher': command({
    input: z.strictObject({ id, version, ...voucherFields }),
    output: saved,
    errors: [
      'VERSION_CONFLICT',
      'NOT_FOUND',
      'PERIOD_CLOSED',
      'VOUCHER_BEFORE_OPENING',
      'VOUCHER_CATEGORY',
      'VOUCHER_SERIES',
      'VOUCHER_CANCELLED',
      'VOUCHER_MOVE',
    ],
    touches: ['funds', 'dashboard'],
    access: keepers,
    doc: 'Corrects a voucher of an open period; a numbered one keeps its fund, kind and year.',
  }),
  'funds.numberVouchers': command({
    input: z.strictObject({
      ids,
      /** Takes drafts back from the trash first. */
      restore: z.boolean().default(false),
    }),
    output: z.object({ rows: z.array(given) }),
    errors: ['NOT_FOUND', 'PERIOD_CLOSED'],
    touches: ['funds', 'welfare', 'dashboard'],
    access: keepers,
    doc: 'Gives drafts the next numbers of their fund, kind and year, in the order given.',
  }),
  'funds.takeBack': command({
    input: z.strictObject({
      ids,
      /** Into the trash, instead of leaving drafts. */ trash: z.boolean().default(true),
    }),
    output: changed,
    errors: ['NOT_FOUND', 'PERIOD_CLOSED', 'VOUCHER_KEPT'],
    touches: ['funds', 'welfare', 'dashboard'],
    access: keepers,
    doc: 'Takes back vouchers just numbered: only the last of their series, not printed, in an open period.',
  }),
  ...trashing(
    { trash: 'funds.trashVouchers', restore: 'funds.restoreVouchers' },
    { touches: ['funds', 'welfare'], access: keepers },
    {
      errors: ['NOT_FOUND', 'VOUCHER_KEPT', 'PERIOD_CLOSED'],
      doc: 'Moves drafts to the trash; a numbered voucher is cancelled instead.',
    },
    { errors: ['PERIOD_CLOSED'], doc: 'Takes drafts back from the trash.' },
  ),
  'funds.cancelVoucher': command({
    input: z.strictObject({ id, version, /** null: it holds again. */ reason: requiredText(300).nullable() }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'PERIOD_CLOSED', 'VOUCHER_DRAFT'],
    touches: ['funds', 'welfare', 'dashboard'],
    access: keepers,
    doc: 'Cancels a numbered voucher of an open period, of a move of money both halves: the number stays and counts nothing.',
  }),
  'funds.correctVoucher': command({
    input: z.strictObject({
      id,
      /** Day of the correction, in an open period. */
      onDate: isoDate,
      /** What the amount should have been; 0 takes all of it out. */
      amount: z.union([amount, z.literal(0)]),
      reason: requiredText(300),
    }),
    output: given,
    errors: [
      'NOT_FOUND',
      'PERIOD_CLOSED',
      'VOUCHER_DRAFT',
      'VOUCHER_SAME',
      'VOUCHER_BEFORE_OPENING',
      'VOUCHER_MOVE',
    ],
    touches: ['funds', 'dashboard'],
    access: keepers,
    doc: 'Corrects the amount of a voucher by a new one for the difference, on the same category; the only way after closing.',
  }),
  'funds.moveMoney': command({
    input: z.strictObject({
      fromFundId: id,
      fromHolding: holding,
      toFundId: id,
      toHolding: holding,
      amount,
      onDate: isoDate,
      reason: requiredText(300),
      personName: text(150).nullable().default(null),
      papers: text(300).nullable().default(null),
      paperCount: z.int().min(0).max(999).nullable().default(null),
    }),
    output: z.object({ payment: movedHalf, receipt: movedHalf }),
    errors: ['NOT_FOUND', 'PERIOD_CLOSED', 'VOUCHER_BEFORE_OPENING', 'VOUCHER_CATEGORY', 'MOVE_SAME_PLACE'],
    touches: ['funds', 'dashboard'],
    access: keepers,
    doc: 'Moves money to another fund, or between cash and the account: a payment and a receipt bound together, neither income nor spending.',
  }),
  'funds.linkVoucher': command({
    input: z.strictObject({
      id,
      source: voucherSource.nullable(),
      exception: longText(300).nullable().default(null),
    }),
    output: saved,
    errors: ['NOT_FOUND', 'VOUCHER_CANCELLED', 'VOUCHER_MOVE'],
    touches: ['funds', 'welfare'],
    access: keepers,
    doc: 'Says what a voucher was for, or explains why it has no source; closed periods keep their figures.',
  }),
  ...fundBooks,
  ...dues,
} satisfies Operations;
