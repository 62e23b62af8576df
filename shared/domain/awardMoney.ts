/** Award money (tiền thưởng): a coefficient of the base wage on the decision's day, rounded up to 10.000 đ. */

/** Sums are rounded up to this many đồng. */
export const AWARD_MONEY_STEP = 10_000;

/** `hundredths` of the base wage, rounded up; whole numbers all the way, so that 0,3 is 0,3. */
export function awardMoney(hundredths: number, baseWage: number): number {
  const exact = hundredths * baseWage;
  return Math.ceil(exact / (100 * AWARD_MONEY_STEP)) * AWARD_MONEY_STEP;
}
