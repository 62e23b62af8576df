/** Figures of dues, drives and donors in a year, and what is due. */
import { LONG_BEHIND } from '../../../shared/domain/dues';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { giftTotals } from './donorsRepository';
import { toDrive } from './drives';
import { driveList } from './drivesRepository';
import { listEarmarks } from './earmarks';
import { collectedIn } from './ledgerRepository';
import { behindRows, expectedIn } from './ledgerViews';

const EVERY_GIFT = { words: [], year: null, donorId: null, earmarkId: null, notThanked: false };

const drivesOf = (ctx: Pick<Ctx, 'db' | 'today'>) =>
  driveList(ctx.db, [], { offset: 0, limit: 500 }).map((row) => toDrive(ctx, row));

function board(input: ParsedInputOf<'dues.board'>, ctx: Ctx): OutputOf<'dues.board'> {
  const year = input.year ?? Number(ctx.today().slice(0, 4));
  const behind = behindRows(ctx).rows;
  const gifts = giftTotals(ctx.db, { ...EVERY_GIFT, year });
  const earmarks = listEarmarks(ctx, true);
  return {
    year,
    ...expectedIn(ctx, year),
    collected: collectedIn(ctx.db, `${year}-01`, `${year}-12`),
    behind: behind.length,
    longBehind: behind.filter((row) => row.months.length >= LONG_BEHIND).length,
    drives: drivesOf(ctx)
      .filter((drive) => drive.launchedOn.startsWith(String(year)) || drive.late)
      .map(({ id, name, members, given, amount, late }) => ({ id, name, members, given, amount, late })),
    gifts: gifts.total,
    giftMoney: gifts.money,
    notThanked: giftTotals(ctx.db, { ...EVERY_GIFT, notThanked: true }).total,
    earmarked: earmarks.reduce((sum, row) => sum + row.left, 0),
    overspent: earmarks.filter((row) => row.left < 0).length,
  };
}

/** What the first page reminds of: people long behind, drives past their day, gifts without thanks, overspent purposes. */
export function duesDue(ctx: Pick<Ctx, 'db' | 'today'>) {
  return {
    duesBehind: behindRows(ctx).rows.filter((row) => row.months.length >= LONG_BEHIND).length,
    drivesLate: drivesOf(ctx).filter((drive) => drive.late).length,
    donorsNotThanked: giftTotals(ctx.db, { ...EVERY_GIFT, notThanked: true }).total,
    earmarksOver: listEarmarks(ctx, true).filter((row) => row.left < 0).length,
  };
}

export const boardHandlers = { 'dues.board': board };
