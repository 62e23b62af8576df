/** Funds: cash book, vouchers, closed periods, budget, year statement (domain.md 7). */
import { dues } from './dues';
import type { Operations } from './kernel';

export const funds = {
  ...dues,
} satisfies Operations;
