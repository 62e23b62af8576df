/** Receipts and payments of dues, drives and gifts in the cash book: made, taken back, given again. */
import { formatDate } from '../../../shared/domain/dates';
import type { Holding } from '../../../shared/domain/funds';
import type { Ctx } from '../../ipc/context';
import {
  categoryOf,
  createVoucher,
  linkVoucher,
  liveVoucher,
  numberVouchers,
  takeVouchersBack,
} from '../funds/service';

export interface Booking {
  fundId: number;
  onDate: string;
  holding: Holding;
}
interface About {
  /** Category code of the receipt. */
  code: string;
  /** Below nothing: money goes back. */
  amount: number;
  reason: string;
  personName?: string | null;
  address?: string | null;
  papers?: string | null;
  correctsId?: number | null;
}

/** A receipt, or a payment when money goes back. Errors: those of createVoucher. */
export function book(ctx: Ctx, where: Booking, about: About) {
  const receipt = about.amount > 0;
  const { correctsId = null } = about;
  return createVoucher(ctx, {
    ...where,
    kind: receipt ? 'receipt' : 'payment',
    amount: Math.abs(about.amount),
    reason: about.reason.slice(0, 300),
    categoryId: receipt || correctsId !== null ? categoryOf(ctx, about.code, where.onDate) : null,
    personName: about.personName ?? null,
    address: about.address ?? null,
    papers: about.papers ?? null,
    correctsId,
  });
}

/** Says on the voucher what it is about. */
export function tie(ctx: Ctx, voucherId: number, entity: string, id: number, label: string): void {
  linkVoucher(ctx, voucherId, { entity, id, label: label.slice(0, 200) });
}

/** Takes numbered vouchers back into the trash, the latest first. Errors: PERIOD_CLOSED, VOUCHER_KEPT. */
export function unbook(ctx: Ctx, voucherIds: readonly number[]): void {
  if (voucherIds.length > 0)
    takeVouchersBack(
      ctx,
      [...voucherIds].sort((a, b) => a - b),
      true,
    );
}

/** Gives the vouchers back with the next numbers. Errors: PERIOD_CLOSED. */
export function rebook(ctx: Ctx, voucherIds: readonly number[]): void {
  if (voucherIds.length > 0)
    numberVouchers(
      ctx,
      [...voucherIds].sort((a, b) => a - b),
      true,
    );
}

/** Where a voucher stands, for a correction beside it. */
export function placeOf(ctx: Ctx, voucherId: number): { fundId: number; holding: Holding } {
  const row = liveVoucher(ctx, voucherId);
  return { fundId: row.fund_id, holding: row.holding };
}

/** "tháng 10/2026", "tháng 8, 9, 10/2026" */
export function monthWords(months: readonly string[]): string {
  const years = new Map<string, string[]>();
  for (const month of [...new Set(months)].sort()) {
    const year = month.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), String(Number(month.slice(5)))]);
  }
  return [...years].map(([year, of]) => `tháng ${of.join(', ')}/${year}`).join('; ');
}

export const dayWords = (day: string): string => formatDate(day);
