/** The books of a fund: running balance, closings, budget against actual, and what an inspector would ask about. */
import { AppError } from '../../../shared/contract/errors';
import { addDays } from '../../../shared/domain/dateMath';
import { formatDate } from '../../../shared/domain/dates';
import { FUND_CHECKS, type FundCheck, periodDays } from '../../../shared/domain/funds';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './booksRepository';
import { liveFund, toVoucherRow } from './record';
import { categoryById, closedTo } from './repository';
import { bookRows, countCheck, sumsBefore, type VoucherConditions } from './vouchersRepository';

type Holdings = { cash: number; bank: number };

/** What a fund holds at the beginning of a day. */
function balancesBefore(ctx: Pick<Ctx, 'db'>, fundId: number, day: string): Holdings {
  const fund = liveFund(ctx, fundId);
  if (day <= fund.opened_on) return { cash: fund.opening_cash, bank: fund.opening_bank };
  const moved = sumsBefore(ctx.db, fundId, day);
  return { cash: fund.opening_cash + moved.cash, bank: fund.opening_bank + moved.bank };
}

/** The cash book of days; cancelled vouchers stand in it without money. */
export function book(input: ParsedInputOf<'funds.book'>, ctx: Pick<Ctx, 'db'>): OutputOf<'funds.book'> {
  if (input.to < input.from) throw new AppError('DATE_ORDER', { fields: { to: 'DATE_ORDER' } });
  const { cash, bank } = balancesBefore(ctx, input.fundId, input.from);
  const opening = input.holding === null ? cash + bank : { cash, bank }[input.holding];
  let balance = opening;
  let [received, paid] = [0, 0];
  const rows = bookRows(ctx.db, input).map((row) => {
    const counts = row.status === 'numbered' ? row.amount : 0;
    if (row.kind === 'receipt') received += counts;
    else paid += counts;
    balance += row.kind === 'receipt' ? counts : -counts;
    return { voucher: toVoucherRow(row), balance };
  });
  return { opening, received, paid, closing: balance, rows };
}

function toClosing(r: repo.ClosingRecord): OutputOf<'funds.close'> {
  return {
    id: r.id,
    fundId: r.fund_id,
    period: r.period,
    fromDate: r.from_date,
    toDate: r.to_date,
    cash: r.closing_cash,
    bank: r.closing_bank,
    closedAt: r.closed_at,
    closedBy: r.closed_by,
    reopenedAt: r.reopened_at,
    reopenedBy: r.reopened_by,
    reopenReason: r.reopen_reason,
  };
}

function close(input: ParsedInputOf<'funds.close'>, ctx: Ctx): OutputOf<'funds.close'> {
  const fund = liveFund(ctx, input.fundId);
  const { to } = periodDays(input.period);
  const before = closedTo(ctx.db, fund.id);
  if (to < fund.opened_on)
    throw new AppError('VOUCHER_BEFORE_OPENING', { details: { day: formatDate(fund.opened_on) } });
  if (before !== null && to <= before)
    throw new AppError('PERIOD_CLOSED', { details: { day: formatDate(before) } });
  if (to >= ctx.today()) throw new AppError('PERIOD_FUTURE', { details: { day: formatDate(to) } });
  const count = repo.draftsUpTo(ctx.db, fund.id, to);
  if (count > 0) throw new AppError('PERIOD_DRAFTS', { details: { count } });
  const { cash, bank } = balancesBefore(ctx, fund.id, addDays(to, 1));
  const id = repo.insertClosing(ctx.db, {
    fund_id: fund.id,
    period: input.period,
    from_date: before === null ? fund.opened_on : addDays(before, 1),
    to_date: to,
    closing_cash: cash,
    closing_bank: bank,
    closed_at: ctx.now(),
    closed_by: ctx.user.name,
  });
  recordChange(ctx, {
    entity: 'fund_closing',
    entityId: id,
    action: 'close',
    after: { name: fund.name, period: input.period, toDate: to, cash, bank },
  });
  ctx.undo('funds.reopen', { id, reason: 'Hoàn tác khóa sổ' });
  return toClosing(repo.closingById(ctx.db, id)!);
}

function reopen(input: ParsedInputOf<'funds.reopen'>, ctx: Ctx): OutputOf<'funds.reopen'> {
  const row = repo.closingById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  const fund = liveFund(ctx, row.fund_id);
  if (row.reopened_at !== null || row.to_date !== closedTo(ctx.db, row.fund_id))
    throw new AppError('CLOSING_KEPT');
  repo.reopenClosing(ctx.db, { id: row.id, at: ctx.now(), by: ctx.user.name, reason: input.reason });
  recordChange(ctx, {
    entity: 'fund_closing',
    entityId: row.id,
    action: 'reopen',
    after: { name: fund.name, period: row.period, toDate: row.to_date, reason: input.reason },
  });
  ctx.undo('funds.close', { fundId: row.fund_id, period: row.period });
  return toClosing(repo.closingById(ctx.db, row.id)!);
}

function setBudget(input: ParsedInputOf<'funds.setBudget'>, ctx: Ctx): OutputOf<'funds.setBudget'> {
  const fund = liveFund(ctx, input.fundId);
  const before = new Map(repo.budget(ctx.db, fund.id, input.year).map((line) => [line.category_id, line]));
  const old = input.lines.map(({ categoryId }) => {
    const line = before.get(categoryId);
    return { categoryId, amount: line?.amount ?? null, note: line?.note ?? null };
  });
  for (const line of input.lines) {
    if (!categoryById(ctx.db, line.categoryId)) throw new AppError('NOT_FOUND');
    repo.setBudgetLine(ctx.db, { ...line, fundId: fund.id, year: input.year });
  }
  recordChange(ctx, {
    entity: 'fund_budget',
    entityId: fund.id,
    action: 'update',
    before: { name: fund.name, year: input.year, lines: old },
    after: { name: fund.name, year: input.year, lines: input.lines },
  });
  ctx.undo('funds.setBudget', { fundId: fund.id, year: input.year, lines: old });
  return { count: input.lines.length };
}

const totalOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value): value is number => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
};

/** A year's statement; what only changed its place is shown and not counted. */
export function statement(
  input: ParsedInputOf<'funds.statement'>,
  ctx: Pick<Ctx, 'db'>,
): OutputOf<'funds.statement'> {
  const lines = repo
    .statementLines(ctx.db, input.fundId, input.year)
    .map((line) => ({ ...line, internal: line.internal === 1 }));
  const side = (direction: 'in' | 'out') =>
    lines.filter((line) => line.direction === direction && !line.internal);
  return {
    opening: balancesBefore(ctx, input.fundId, `${input.year}-01-01`),
    closing: balancesBefore(ctx, input.fundId, `${input.year + 1}-01-01`),
    income: totalOf(side('in').map((line) => line.actual)) ?? 0,
    spending: totalOf(side('out').map((line) => line.actual)) ?? 0,
    incomeBudget: totalOf(side('in').map((line) => line.budget)),
    spendingBudget: totalOf(side('out').map((line) => line.budget)),
    lines,
  };
}

type OtherFinding = OutputOf<'funds.checks'>['others'][number];
const otherChecks: ((ctx: Ctx, year: number | null) => OtherFinding[])[] = [];

/** Lets another area name what has no voucher: a gift batch, a visit. The explanation, when there is one, comes along. */
export function addFundCheck(find: (ctx: Ctx, year: number | null) => OtherFinding[]): void {
  otherChecks.push(find);
}

const ANY: VoucherConditions = {
  fundId: null,
  words: [],
  kind: null,
  status: null,
  holding: null,
  year: null,
  from: null,
  to: null,
  categoryId: null,
  check: null,
  source: null,
  ids: null,
};

function checks(input: ParsedInputOf<'funds.checks'>, ctx: Ctx): OutputOf<'funds.checks'> {
  const negative = repo
    .negativeDays(ctx.db, input.fundId)
    .filter((row) => input.year === null || row.onDate.startsWith(String(input.year)));
  const found = (check: FundCheck) =>
    check === 'negative'
      ? { count: negative.length, explained: 0 }
      : countCheck(ctx.db, { ...ANY, ...input, check });
  return {
    rows: FUND_CHECKS.map((check) => ({ check, ...found(check) })),
    negative,
    others: otherChecks.flatMap((find) => find(ctx, input.year)),
  };
}

export const bookHandlers = {
  'funds.book': book,
  'funds.closings': (input: ParsedInputOf<'funds.closings'>, ctx: Ctx): OutputOf<'funds.closings'> => ({
    rows: repo.closings(ctx.db, input.fundId).map(toClosing),
  }),
  'funds.close': close,
  'funds.reopen': reopen,
  'funds.setBudget': setBudget,
  'funds.statement': statement,
  'funds.checks': checks,
};
