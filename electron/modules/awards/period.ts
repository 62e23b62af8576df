/** The period of a list or a paper of awards: a year, or from a day to a day. */
import { formatDate } from '../../../shared/domain/dates';

export type Period = { year: number | null; from: string | null; to: string | null };

/** The days of a period: a year, or from a day to a day. */
export function daysOf(input: Period): { from: string | null; to: string | null } {
  if (input.year === null) return { from: input.from, to: input.to };
  return { from: `${input.year}-01-01`, to: `${input.year}-12-31` };
}

/** "năm 2026", "từ 01/01/2024 đến 30/06/2024". */
export function periodText(input: Period): string {
  if (input.year !== null) return `năm ${input.year}`;
  if (input.from === null && input.to === null) return 'các năm';
  const day = (iso: string | null) => (iso === null ? '…' : formatDate(iso));
  return `từ ${day(input.from)} đến ${day(input.to)}`;
}
