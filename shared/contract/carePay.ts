/** What a payment voucher for visits, or for a case, is made from. */
import { z } from 'zod';
import { id, isoDate, requiredText, text, version } from './fields';
import { holding } from './fundFields';

export const payFields = {
  fundId: id,
  onDate: isoDate,
  holding: holding.default('cash'),
  categoryId: id.nullable().default(null),
  /** Who received the money: for visits the first who went, for a case whom it is for, unless told. */
  personName: text(150).nullable().default(null),
  reason: requiredText(300).nullable().default(null),
  numbered: z.boolean().default(true),
};
export const paidOut = z.object({
  id,
  version,
  number: z.number().nullable(),
  code: z.string().nullable(),
  amount: z.number(),
});
export const payErrors = [
  'NOT_FOUND',
  'CARE_PAID',
  'CARE_NO_MONEY',
  'PERIOD_CLOSED',
  'VOUCHER_BEFORE_OPENING',
  'VOUCHER_CATEGORY',
] as const;
