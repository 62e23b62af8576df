/** Words and arithmetic of funds: kinds of voucher, their codes, and periods that are closed. */
export const VOUCHER_KINDS = ['receipt', 'payment'] as const;
export type VoucherKind = (typeof VOUCHER_KINDS)[number];
export const VOUCHER_STATUSES = ['draft', 'numbered', 'cancelled'] as const;
export type VoucherStatus = (typeof VOUCHER_STATUSES)[number];
/** Where the money lies: tiền mặt, tiền gửi. */
export const HOLDINGS = ['cash', 'bank'] as const;
export type Holding = (typeof HOLDINGS)[number];
export const CATEGORY_DIRECTIONS = ['in', 'out'] as const;
export type CategoryDirection = (typeof CATEGORY_DIRECTIONS)[number];
/** What an inspector would ask about. */
export const FUND_CHECKS = ['noSource', 'noPapers', 'noCategory', 'draft', 'negative'] as const;
export type FundCheck = (typeof FUND_CHECKS)[number];

const PREFIX: Record<VoucherKind, string> = { receipt: 'PT', payment: 'PC' };

/** "PT 027". */
export function voucherCode(kind: VoucherKind, number: number): string {
  return `${PREFIX[kind]} ${String(number).padStart(3, '0')}`;
}

/** A month '2026-03', a quarter '2026-Q1' or a year '2026'. */
export const FUND_PERIOD = /^(19|20)\d\d(-(0[1-9]|1[0-2]|Q[1-4]))?$/;

const lastDayOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** First and last day of a period. */
export function periodDays(period: string): { from: string; to: string } {
  const year = Number(period.slice(0, 4));
  const part = period.slice(5);
  const two = (n: number) => String(n).padStart(2, '0');
  if (part === '') return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (part.startsWith('Q')) {
    const first = (Number(part.slice(1)) - 1) * 3 + 1;
    return { from: `${year}-${two(first)}-01`, to: lastDayOf(year, first + 2) };
  }
  return { from: `${year}-${part}-01`, to: lastDayOf(year, Number(part)) };
}
