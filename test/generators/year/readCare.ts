/** Reads visits, cases, dues, the drive and donors of a year from a store; nothing of a year without visits. */
import { mapped } from './expected';
import { YEAR } from './facts';
import type { Ask } from './readTotals';
import type { CareTotals } from './totals';

const SPAN = { from: `${YEAR}-01-01`, to: `${YEAR}-12-31` };

async function dues(ask: Ask): Promise<CareTotals['dues']> {
  const rows: number[][] = [];
  for (let at = 1; at <= 12; at++) {
    const month = `${YEAR}-${String(at).padStart(2, '0')}`;
    const { figures } = await ask('dues.month', { month, limit: 1 });
    rows.push([figures.people, figures.due, figures.paid]);
  }
  return rows;
}

export async function readCare(ask: Ask): Promise<Partial<CareTotals>> {
  const care = await ask('care.figures', SPAN);
  if (care.visits === 0) return {};
  const { visits, money, people, kindValue, noVoucher, cases } = care;
  const [drive] = (await ask('drives.list', {})).rows;
  const {
    members = 0,
    given = 0,
    missing = 0,
    amount = 0,
    outsiders = 0,
    booked = 0,
    unbooked = 0,
  } = drive ?? {};
  const gifts = await ask('donors.gifts', { year: YEAR });
  return {
    care: {
      figures: {
        ...{ visits, money, people, kindValue },
        ...{ noVoucher: noVoucher.visits, noVoucherMoney: noVoucher.money },
        ...{ casesOpen: cases.open, casesFinished: cases.finished, caseMoney: cases.money },
      },
      reasons: mapped(
        care.reasons.filter((one) => one.visits > 0),
        (one) => one.name,
        (one) => one.money,
      ),
    },
    dues: await dues(ask),
    drive: { members, given, missing, amount, outsiders, booked, unbooked },
    donors: { donors: (await ask('donors.list', {})).total, gifts: gifts.total, money: gifts.money },
  };
}
