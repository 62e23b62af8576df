/** Which fund and year the page shows, kept in the address; the first fund and this year unless told. */
import type { OutputOf } from '../../../shared/contract';
import { useQueryOp } from '../../client';
import { todayIso, useAddressConditions } from '../../ui';

export type Fund = OutputOf<'funds.list'>['rows'][number];
export type Voucher = OutputOf<'funds.vouchers'>['rows'][number];
export type Category = OutputOf<'funds.categories'>['rows'][number];

export function useFund() {
  const { params, set } = useAddressConditions();
  const thisYear = Number(todayIso().slice(0, 4));
  const text = params.get('year') ?? '';
  const year = /^(19|20)\d\d$/.test(text) ? Number(text) : thisYear;
  const query = useQueryOp('funds.list', { year }, { keep: true });
  const funds = query.data?.rows ?? [];
  const fund = funds.find((row) => String(row.id) === params.get('fund')) ?? funds[0] ?? null;
  return { params, set, year, thisYear, query, funds, fund };
}
export type FundState = ReturnType<typeof useFund>;

/** Days of the book shown: a month '03', a quarter 'Q1' or the whole year. */
export function daysOf(year: number, part: string | null): { from: string; to: string } {
  if (part === null) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const first = part.startsWith('Q') ? (Number(part.slice(1)) - 1) * 3 + 1 : Number(part);
  const last = part.startsWith('Q') ? first + 2 : first;
  const end = new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10);
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: end };
}
