/** Schemas of funds: the fund, its dated categories, vouchers, and the conditions of the voucher list. */
import { z } from 'zod';
import { CATEGORY_DIRECTIONS, FUND_CHECKS, HOLDINGS, VOUCHER_KINDS, VOUCHER_STATUSES } from '../domain/funds';
import { id, isoDate, longText, money, partialDate, requiredText, text, version, year } from './fields';

export const holding = z.enum(HOLDINGS);
export const voucherKind = z.enum(VOUCHER_KINDS);
export const voucherStatus = z.enum(VOUCHER_STATUSES);
export const fundCheck = z.enum(FUND_CHECKS);
/** More than nothing, in whole đồng. */
export const amount = z.int().min(1).max(9_000_000_000_000);

/** A fund (quỹ): what it began with on a day, and who signs its vouchers. */
export const fundFields = {
  name: requiredText(150),
  openedOn: isoDate,
  openingCash: money.default(0),
  openingBank: money.default(0),
  bookNumber: text(20).nullable().default(null),
  accountHolder: text(100).nullable().default(null),
  accountant: text(100).nullable().default(null),
  preparer: text(100).nullable().default(null),
  treasurer: text(100).nullable().default(null),
  note: longText(1000).nullable().default(null),
};

/** A kind of income or spending; dated data of the office, with where it comes from. */
export const categoryFields = {
  code: requiredText(20),
  name: requiredText(150),
  nameEn: text(150).nullable().default(null),
  direction: z.enum(CATEGORY_DIRECTIONS),
  /** Money that only changes its place: no income, no spending. */
  internal: z.boolean().default(false),
  validFrom: partialDate.nullable().default(null),
  validTo: partialDate.nullable().default(null),
  source: text(300).nullable().default(null),
};

/** What a voucher was for: a record of another area. */
export const voucherSource = z.strictObject({
  entity: z.string().regex(/^[a-z_]{2,40}$/),
  id,
  /** Name of the record as it was then. */
  label: text(200).nullable().default(null),
});

/** A receipt (phiếu thu) or a payment (phiếu chi). */
export const voucherFields = {
  fundId: id,
  kind: voucherKind,
  onDate: isoDate,
  holding: holding.default('cash'),
  categoryId: id.nullable().default(null),
  amount,
  memberId: id.nullable().default(null),
  /** Who paid or received; the member's name when only a member is given. */
  personName: text(150).nullable().default(null),
  address: text(200).nullable().default(null),
  reason: requiredText(300),
  /** Chứng từ gốc kèm theo. */
  papers: text(300).nullable().default(null),
  paperCount: z.int().min(0).max(999).nullable().default(null),
  note: longText(1000).nullable().default(null),
};

export const voucherRow = z.object({
  id,
  version,
  fundId: id,
  kind: voucherKind,
  status: voucherStatus,
  year: z.number(),
  number: z.number().nullable(),
  /** "PT 027"; null for a draft. */
  code: z.string().nullable(),
  oldNumber: z.string().nullable(),
  onDate: z.string(),
  holding,
  categoryId: id.nullable(),
  category: z.string().nullable(),
  amount: z.number(),
  memberId: id.nullable(),
  personName: z.string().nullable(),
  address: z.string().nullable(),
  reason: z.string(),
  papers: z.string().nullable(),
  paperCount: z.number().nullable(),
  note: z.string().nullable(),
  correctsId: id.nullable(),
  source: z.object({ entity: z.string(), id, label: z.string().nullable() }).nullable(),
  /** Why there is no source. */
  exception: z.string().nullable(),
  cancelReason: z.string().nullable(),
  printedAt: z.string().nullable(),
  /** In a closed period: it stays as it is. */
  closed: z.boolean(),
});

/** Conditions of the voucher list; all must hold. */
export const voucherFilter = {
  fundId: id.nullable().default(null),
  search: z.string().max(200).default(''),
  kind: voucherKind.nullable().default(null),
  status: voucherStatus.nullable().default(null),
  holding: holding.nullable().default(null),
  year: year.nullable().default(null),
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  /** 'none': vouchers without a category. */
  categoryId: z
    .union([id, z.literal('none')])
    .nullable()
    .default(null),
  /** Only what the check finds. */
  check: fundCheck.nullable().default(null),
  source: z
    .strictObject({ entity: z.string().max(40), id })
    .nullable()
    .default(null),
  ids: z.array(id).max(1000).nullable().default(null),
};
