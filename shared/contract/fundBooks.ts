/** The books of a fund: running balance, closings, budget, statement, checks, papers, and an older book read in. */
import { z } from 'zod';
import { BOOK_COLUMNS } from '../domain/cashBook';
import { FUND_PERIOD } from '../domain/funds';
import { id, ids, isoDate, money, outgoingFile, requiredText, text, year } from './fields';
import { amount, fundCheck, holding, voucherKind, voucherRow } from './fundFields';
import { type Access, access, command, job, type Operations, query } from './kernel';

/** Why a row of an older book cannot be written as it is. */
export const BOOK_PROBLEMS = ['noDate', 'bothSides', 'noReason', 'early', 'closed', 'known'] as const;

const keepers: Access = { roles: ['chair', 'treasurer', 'clerk'] };
const period = z.string().regex(FUND_PERIOD);
const bookInput = {
  fundId: id,
  holding: holding.nullable().default(null),
  from: isoDate,
  to: isoDate,
};
const closing = z.object({
  id,
  fundId: id,
  period: z.string(),
  fromDate: z.string(),
  toDate: z.string(),
  cash: z.number(),
  bank: z.number(),
  closedAt: z.string(),
  closedBy: z.string(),
  reopenedAt: z.string().nullable(),
  reopenedBy: z.string().nullable(),
  reopenReason: z.string().nullable(),
});
const budgetLine = z.strictObject({
  categoryId: id,
  /** null takes the line out. */
  amount: money.nullable(),
  note: text(200).nullable().default(null),
});
const statementLine = z.object({
  /** null: vouchers without a category. */
  categoryId: id.nullable(),
  name: z.string().nullable(),
  nameEn: z.string().nullable(),
  direction: z.enum(['in', 'out']),
  internal: z.boolean(),
  budget: z.number().nullable(),
  actual: z.number(),
  vouchers: z.number(),
  budgetNote: z.string().nullable(),
});

export const fundBooks = {
  'funds.book': query({
    input: z.strictObject(bookInput),
    output: z.object({
      opening: z.number(),
      received: z.number(),
      paid: z.number(),
      closing: z.number(),
      /** Days, then receipts before payments; each row with the balance after it. */
      rows: z.array(z.object({ voucher: voucherRow, balance: z.number() })),
    }),
    errors: ['NOT_FOUND', 'DATE_ORDER'],
    access: access.everyone,
    doc: 'The cash book (sổ quỹ) of days: opening, each numbered voucher with the running balance, closing; cancelled ones stand without money.',
  }),
  'funds.closings': query({
    input: z.strictObject({ fundId: id }),
    output: z.object({ rows: z.array(closing) }),
    access: access.everyone,
    doc: 'Closings of a fund, the latest first, those opened again with who, when and why.',
  }),
  'funds.close': command({
    input: z.strictObject({ fundId: id, period }),
    output: closing,
    errors: ['NOT_FOUND', 'PERIOD_CLOSED', 'PERIOD_DRAFTS', 'PERIOD_FUTURE', 'VOUCHER_BEFORE_OPENING'],
    touches: ['funds'],
    access: { roles: ['chair', 'treasurer'] },
    doc: 'Closes the book up to the end of a month, quarter or year; enforced by the store on every path.',
  }),
  'funds.reopen': command({
    input: z.strictObject({ id, reason: requiredText(300) }),
    output: closing,
    errors: ['NOT_FOUND', 'CLOSING_KEPT'],
    touches: ['funds'],
    access: { roles: ['chair', 'treasurer'] },
    doc: 'Opens the latest closing again; who, when and why stay on record.',
  }),
  'funds.setBudget': command({
    input: z.strictObject({ fundId: id, year, lines: z.array(budgetLine).min(1).max(200) }),
    output: z.object({ count: z.number() }),
    errors: ['NOT_FOUND'],
    touches: ['funds'],
    access: keepers,
    doc: 'Writes the year’s budget (dự toán) by category.',
  }),
  'funds.statement': query({
    input: z.strictObject({ fundId: id, year }),
    output: z.object({
      opening: z.object({ cash: z.number(), bank: z.number() }),
      closing: z.object({ cash: z.number(), bank: z.number() }),
      income: z.number(),
      spending: z.number(),
      incomeBudget: z.number().nullable(),
      spendingBudget: z.number().nullable(),
      lines: z.array(statementLine),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'A year’s income, spending and balance by category against the budget; corrections count on the category they correct.',
  }),
  'funds.checks': query({
    input: z.strictObject({ fundId: id.nullable().default(null), year: year.nullable().default(null) }),
    output: z.object({
      rows: z.array(z.object({ check: fundCheck, count: z.number(), explained: z.number() })),
      /** Days whose balance is below nothing. */
      negative: z.array(z.object({ fundId: id, holding, onDate: z.string(), balance: z.number() })),
      /** What other areas found: a gift batch without a voucher. */
      others: z.array(
        z.object({ key: z.string(), label: z.string(), path: z.string(), explained: z.string().nullable() }),
      ),
    }),
    access: access.everyone,
    doc: 'What an inspector would ask about: spending without a source or papers, drafts, balances below nothing; with how many are explained.',
  }),
  'funds.printVouchers': job({
    input: z.strictObject({
      ids,
      /** Both halves of a sheet hold the same voucher: one to keep, one to hand over. */
      twoCopies: z.boolean().default(true),
    }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'TOO_MANY_TO_PRINT', 'CANCELLED'],
    touches: ['funds'],
    access: keepers,
    doc: 'Receipts and payments as PDF after forms C40-BB and C41-BB, two halves of an A4 sheet.',
  }),
  'funds.bookPaper': job({
    input: z.strictObject({ ...bookInput, format: z.enum(['pdf', 'xlsx']).default('pdf') }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'DATE_ORDER', 'CANCELLED'],
    access: access.everyone,
    doc: 'The cash book as PDF with totals carried from page to page, or as XLSX for the accountant.',
  }),
  'funds.statementPaper': job({
    input: z.strictObject({ fundId: id, year }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'CANCELLED'],
    access: access.everyone,
    doc: 'The year statement (thu, chi, tồn) by category against the budget, as PDF.',
  }),
  'funds.readBook': job({
    input: z.strictObject({
      token: z.string().max(200),
      fundId: id,
      sheet: z.int().min(0).max(200).default(0),
      /** Columns chosen by hand, from 0; the others are taken from their heads. */
      columns: z.partialRecord(z.enum(BOOK_COLUMNS), z.int().min(0).max(500).nullable()).default({}),
    }),
    output: z.object({
      fileName: z.string(),
      sheets: z.array(z.string()),
      heads: z.array(z.string()),
      columns: z.record(z.enum(BOOK_COLUMNS), z.number().nullable()),
      skipped: z.number(),
      rows: z.array(
        z.object({
          line: z.number(),
          onDate: z.string().nullable(),
          kind: voucherKind,
          amount: z.number(),
          oldNumber: z.string().nullable(),
          reason: z.string().nullable(),
          person: z.string().nullable(),
          /** null: it can be written. */
          problem: z.enum(BOOK_PROBLEMS).nullable(),
        }),
      ),
    }),
    errors: [
      'NOT_FOUND',
      'FILE_TOKEN_UNKNOWN',
      'FILE_EMPTY',
      'FILE_BROKEN',
      'FILE_ENCRYPTED',
      'FILE_TOO_LARGE',
      'FILE_NOT_TABLE',
      'CANCELLED',
    ],
    access: keepers,
    doc: 'Reads an older cash book from a table file and says what each row would become; writes nothing.',
  }),
  'funds.importBook': command({
    input: z.strictObject({
      fundId: id,
      fileName: requiredText(200),
      rows: z
        .array(
          z.strictObject({
            onDate: isoDate,
            kind: voucherKind,
            amount,
            oldNumber: text(40).nullable().default(null),
            reason: requiredText(300),
            person: text(150).nullable().default(null),
          }),
        )
        .min(1)
        .max(5000),
    }),
    output: z.object({ count: z.number(), received: z.number(), paid: z.number() }),
    errors: ['NOT_FOUND', 'PERIOD_CLOSED', 'VOUCHER_BEFORE_OPENING'],
    touches: ['funds', 'dashboard'],
    access: keepers,
    doc: 'Writes the rows of an older book as numbered vouchers by day, all or none; their old numbers are kept beside.',
  }),
} satisfies Operations;
