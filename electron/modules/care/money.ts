/** The money of visits: one voucher for one or many, a link to one that is there, or an explanation. */
import { AppError } from '../../../shared/contract/errors';
import { formatDate } from '../../../shared/domain/dates';
import { voucherCode } from '../../../shared/domain/funds';
import { formatMoney } from '../../../shared/text/numbers';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { createVoucher, fundsHandlers, linkVoucher } from '../funds/service';
import { unpaidCaseMoney, unpaidVisits } from './figuresRepository';
import { slipCode } from './record';
import * as repo from './repository';
import { liveVisit, VISIT } from './visits';

const MOST_NAMES = 3;

/** "Thăm hỏi Lò Thị Ón, Cà Văn Pản và 3 lượt khác". */
function reasonOf(rows: readonly repo.VisitRecord[]): string {
  const [first] = rows;
  if (rows.length === 1 && first) return `Thăm hỏi ${first.name}: ${first.reason}`.slice(0, 300);
  const named = rows.slice(0, MOST_NAMES).map((row) => row.name);
  const rest = rows.length - named.length;
  return `Thăm hỏi ${named.join(', ')}${rest > 0 ? ` và ${rest} lượt khác` : ''}`.slice(0, 300);
}

function pay(input: ParsedInputOf<'care.pay'>, ctx: Ctx): OutputOf<'care.pay'> {
  const rows = [...new Set(input.ids)].map((id) => liveVisit(ctx, id));
  const paid = rows.find((row) => row.paid === 1);
  if (paid) {
    const code =
      paid.voucher_number === null ? slipCode(paid.number) : voucherCode('payment', paid.voucher_number);
    throw new AppError('CARE_PAID', { details: { code } });
  }
  const amount = rows.reduce((sum, row) => sum + row.cash, 0);
  if (amount === 0) throw new AppError('CARE_NO_MONEY');
  const [first] = rows;
  const carrier = repo.visitorsOf(ctx.db, [first!.id]).get(first!.id)?.[0];
  const codes = rows.map((row) => slipCode(row.number)).join(', ');
  const made = createVoucher(ctx, {
    fundId: input.fundId,
    kind: 'payment',
    onDate: input.onDate,
    holding: input.holding,
    categoryId: input.categoryId,
    amount,
    reason: input.reason ?? reasonOf(rows),
    memberId: input.personName === null ? (carrier?.member_id ?? null) : null,
    personName: input.personName ?? carrier?.name ?? first!.name,
    papers: `Phiếu thăm hỏi ${codes}`.slice(0, 300),
    paperCount: Math.min(rows.length, 999),
    source: { entity: VISIT, id: first!.id, label: sourceLabel(rows) },
    numbered: input.numbered,
  });
  for (const row of rows) {
    repo.setVoucher(ctx.db, row.id, made.id, ctx.now());
    const after = { voucher: made.code ?? '…' };
    recordChange(ctx, {
      entity: VISIT,
      entityId: row.id,
      action: 'update',
      before: { voucher: null },
      after,
    });
  }
  if (input.numbered) ctx.undo('funds.takeBack', { ids: [made.id], trash: true });
  else ctx.undo('funds.trashVouchers', { ids: [made.id] });
  return { ...made, amount };
}

const sourceLabel = (rows: readonly { name: string }[]): string =>
  rows.length === 1 ? `Thăm hỏi ${rows[0]!.name}`.slice(0, 200) : `Thăm hỏi: ${rows.length} lượt`;

/** A voucher tells of the visits that point at it, and of nothing when none does. */
function tellVoucher(ctx: Ctx, voucherId: number): void {
  const { voucher } = fundsHandlers['funds.voucher']({ id: voucherId }, ctx);
  if (voucher.source !== null && voucher.source.entity !== VISIT) return;
  const rows = repo.visitsPaidBy(ctx.db, voucherId);
  if (rows.length === 0 && voucher.source === null) return;
  const [first] = rows;
  linkVoucher(
    ctx,
    voucherId,
    first ? { entity: VISIT, id: first.id, label: sourceLabel(rows) } : null,
    first ? null : voucher.exception,
  );
}

function setVouchers(input: ParsedInputOf<'care.setVouchers'>, ctx: Ctx): OutputOf<'care.setVouchers'> {
  const told = new Set<number>();
  const before = input.rows.map(({ id, voucherId }) => {
    const row = liveVisit(ctx, id);
    for (const one of [row.paid === 1 ? row.voucher_id : null, voucherId]) if (one !== null) told.add(one);
    if (
      voucherId !== null &&
      fundsHandlers['funds.voucher']({ id: voucherId }, ctx).voucher.status === 'cancelled'
    )
      throw new AppError('VOUCHER_CANCELLED');
    repo.setVoucher(ctx.db, id, voucherId, ctx.now());
    recordChange(ctx, {
      entity: VISIT,
      entityId: id,
      action: 'update',
      before: { voucher: row.voucher_number === null ? null : voucherCode('payment', row.voucher_number) },
      after: { voucher: codeOf(ctx, voucherId) },
    });
    return { id, voucherId: row.paid === 1 ? row.voucher_id : null };
  });
  for (const voucherId of told) tellVoucher(ctx, voucherId);
  ctx.undo('care.setVouchers', { rows: before });
  return { count: input.rows.length };
}

const codeOf = (ctx: Ctx, voucherId: number | null): string | null =>
  voucherId === null ? null : fundsHandlers['funds.voucher']({ id: voucherId }, ctx).voucher.code;

function setExceptions(input: ParsedInputOf<'care.setExceptions'>, ctx: Ctx): OutputOf<'care.setExceptions'> {
  const before = input.rows.map(({ id, exception }) => {
    const row = liveVisit(ctx, id);
    repo.setException(ctx.db, id, exception, ctx.now());
    recordChange(ctx, {
      entity: VISIT,
      entityId: id,
      action: 'update',
      before: { exception: row.exception },
      after: { exception },
    });
    return { id, exception: row.exception };
  });
  ctx.undo('care.setExceptions', { rows: before });
  return { count: input.rows.length };
}

/** Visits and sums of cases that the book of the fund does not know, for the checks of funds. */
export function unpaidFindings(ctx: Ctx, year: number | null) {
  const span = { from: `${year ?? 1990}-01-01`, to: year === null ? ctx.today() : `${year}-12-31` };
  const visits = unpaidVisits(ctx.db, span).map((row) => ({
    key: `care-${row.id}`,
    label: `Thăm hỏi ${row.name} ngày ${formatDate(row.onDate)} (${slipCode(row.number)}): ${formatMoney(row.cash)} chưa có phiếu chi`,
    path: `/welfare?tab=visits&visit=${row.id}`,
    explained: row.exception,
  }));
  const cases = unpaidCaseMoney(ctx.db, span).map((row) => ({
    key: `care-case-${row.id}-${row.ordinal}`,
    label: `${row.title}: khoản ${formatMoney(row.amount)} ngày ${formatDate(row.onDate)} chưa có phiếu chi`,
    path: `/welfare/cases/${row.id}`,
    explained: row.exception,
  }));
  return [...visits, ...cases];
}

export const moneyHandlers = {
  'care.pay': pay,
  'care.setVouchers': setVouchers,
  'care.setExceptions': setExceptions,
};
