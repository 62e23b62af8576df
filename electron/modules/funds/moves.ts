/**
 * Money that only changes its place: from a fund to another, between cash and the account. A payment and a receipt,
 * each the source of the other, made together and cancelled together; in no sum of income or spending.
 */
import { AppError } from '../../../shared/contract/errors';
import type { CategoryDirection } from '../../../shared/domain/funds';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { HALF, liveFund } from './record';
import { categories } from './repository';
import { createVoucher, linkVoucher } from './vouchers';

function internalCategory(ctx: Ctx, direction: CategoryDirection, day: string): number {
  const row = categories(ctx.db, day).find((one) => one.direction === direction && one.internal === 1);
  if (!row) throw new AppError('VOUCHER_CATEGORY');
  return row.id;
}

function move(input: ParsedInputOf<'funds.moveMoney'>, ctx: Ctx): OutputOf<'funds.moveMoney'> {
  const { fromFundId, fromHolding, toFundId, toHolding, ...shared } = input;
  if (fromFundId === toFundId && fromHolding === toHolding)
    throw new AppError('MOVE_SAME_PLACE', { fields: { toHolding: 'MOVE_SAME_PLACE' } });
  const from = liveFund(ctx, fromFundId);
  const to = liveFund(ctx, toFundId);
  const payment = createVoucher(ctx, {
    ...shared,
    kind: 'payment',
    fundId: from.id,
    holding: fromHolding,
    categoryId: internalCategory(ctx, 'out', input.onDate),
  });
  const legOf = (id: number, code: string | null, fund: string) => ({
    entity: HALF,
    id,
    label: from.id === to.id ? code : `${code}, ${fund}`,
  });
  const receipt = createVoucher(ctx, {
    ...shared,
    kind: 'receipt',
    fundId: to.id,
    holding: toHolding,
    categoryId: internalCategory(ctx, 'in', input.onDate),
    source: legOf(payment.id, payment.code, from.name),
  });
  linkVoucher(ctx, payment.id, legOf(receipt.id, receipt.code, to.name));
  ctx.undo('funds.takeBack', { ids: [payment.id, receipt.id], trash: true });
  return { payment: { id: payment.id, code: payment.code }, receipt: { id: receipt.id, code: receipt.code } };
}

export const moveHandlers = { 'funds.moveMoney': move };
