/** What visits, cases, dues, the drive and donors of a year add up to. */
import { type CareAndDues, DUE, driveSum } from './careAndDues';
import type { CareTotals } from './totals';

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

export function expectedCare(made: CareAndDues): CareTotals {
  const { visits, cases, drive, gifts, donors } = made;
  const moneyOf = (some: CareAndDues['visits']) => sum(some.map((visit) => visit.cash));
  const open = visits.filter((visit) => visit.cash > 0 && visit.voucher === null && !visit.explained);
  const reasons: Record<string, number> = {};
  for (const visit of visits) reasons[visit.reason] = (reasons[visit.reason] ?? 0) + visit.cash;
  const together = sum(drive.together.map((one) => one.people));
  return {
    care: {
      figures: {
        ...{
          visits: visits.length,
          money: moneyOf(visits),
          people: new Set(visits.map((one) => one.person)).size,
        },
        kindValue: sum(visits.map((visit) => visit.kindValue)),
        ...{ noVoucher: open.length, noVoucherMoney: moneyOf(open) },
        casesOpen: cases.filter((one) => one.closedOn === null).length,
        casesFinished: cases.filter((one) => one.closedOn !== null).length,
        caseMoney: sum(cases.flatMap((one) => one.money.map((part) => part.amount))),
      },
      reasons,
    },
    dues: made.dues.map(({ departments }) => {
      const people = sum(departments.map((one) => one.people));
      return [people, people * DUE, people * DUE];
    }),
    drive: {
      ...{ members: together + drive.single.length + 2, given: together + drive.single.length, missing: 2 },
      ...{ amount: driveSum(drive), outsiders: drive.outsiders.length, booked: driveSum(drive), unbooked: 0 },
    },
    donors: {
      ...{ donors: donors.length, gifts: gifts.length },
      money: sum(gifts.filter((gift) => !gift.goods).map((gift) => gift.amount)),
    },
  };
}
