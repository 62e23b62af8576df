/** Figures of welfare over a period, and whether gifts are shared out fairly. */
import { AppError } from '../../../shared/contract/errors';
import { meanWorth, PASSED_YEARS } from '../../../shared/domain/welfare';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './boardRepository';
import { registerOn } from './choose';
import { liveCampaign, occasionFacts } from './record';

function figures(input: ParsedInputOf<'welfare.figures'>, ctx: Ctx): OutputOf<'welfare.figures'> {
  if (input.to < input.from) throw new AppError('DATE_ORDER', { fields: { to: 'DATE_ORDER' } });
  const span = { from: input.from, to: input.to };
  const { campaigns, gifts, total, unsigned } = repo.givenIn(ctx.db, span);
  return {
    campaigns,
    gifts,
    total,
    mean: meanWorth(total, gifts),
    sources: repo.sourcesIn(ctx.db, span),
    occasions: repo.occasionsIn(ctx.db, span).map((row) => {
      const { occasionName, occasionNameEn } = occasionFacts(ctx, row.occasion, Number(input.to.slice(0, 4)));
      return { ...row, name: occasionName, nameEn: occasionNameEn };
    }),
    counts: repo.countsIn(ctx.db, span),
    preparing: repo.preparingIn(ctx.db, span),
    unsigned,
    unsignedCampaigns: repo.unsignedCampaigns(ctx.db, span),
    withoutVoucher: repo.withoutVoucher(ctx.db, span),
  };
}

/** Today in the running year, else the last day of the year. */
const dayOf = (ctx: Ctx, year: number): string => {
  const end = `${year}-12-31`;
  return ctx.today() < end ? ctx.today() : end;
};

function board(input: ParsedInputOf<'welfare.board'>, ctx: Ctx): OutputOf<'welfare.board'> {
  const asOf = input.id === null ? dayOf(ctx, input.year) : liveCampaign(ctx, input.id).on_date;
  const rows = repo.shares(ctx.db, registerOn(ctx, asOf), { year: input.year, campaign: input.id });
  return {
    asOf,
    gifts: rows.reduce((sum, row) => sum + row.gifts, 0),
    people: rows.reduce((sum, row) => sum + row.people, 0),
    rows,
  };
}

function neverGiven(input: ParsedInputOf<'welfare.neverGiven'>, ctx: Ctx): OutputOf<'welfare.neverGiven'> {
  const from = `${input.year - PASSED_YEARS + 1}-01-01`;
  const to = dayOf(ctx, input.year);
  const conditions = { from, to, departments: JSON.stringify(input.departmentIds) };
  return {
    total: repo.countNever(ctx.db, conditions),
    from,
    to,
    since: repo.firstCampaign(ctx.db),
    rows: repo.listNever(ctx.db, conditions, { offset: input.offset, limit: input.limit }),
  };
}

/** Gifts given out up to today that nobody signed for, and how many campaigns they are in. */
export function unsignedGifts(ctx: Ctx): { gifts: number; campaigns: number } {
  const span = { from: '1990-01-01', to: ctx.today() };
  return { gifts: repo.givenIn(ctx.db, span).unsigned, campaigns: repo.unsignedCampaigns(ctx.db, span) };
}

export const boardHandlers = {
  'welfare.figures': figures,
  'welfare.board': board,
  'welfare.givenLines': (
    input: ParsedInputOf<'welfare.givenLines'>,
    ctx: Ctx,
  ): OutputOf<'welfare.givenLines'> => ({
    total: repo.countGiven(ctx.db, input),
    rows: repo.listGiven(ctx.db, input, input),
  }),
  'welfare.neverGiven': neverGiven,
};
