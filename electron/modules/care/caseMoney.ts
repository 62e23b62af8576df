/** The money of cases in the book of the fund: one voucher for one sum or for many. */
import { AppError } from '../../../shared/contract/errors';
import { voucherCode } from '../../../shared/domain/funds';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { createVoucher } from '../funds/service';
import { liveCase } from './cases';
import * as repo from './casesRepository';

function payCase(input: ParsedInputOf<'care.payCase'>, ctx: Ctx): OutputOf<'care.payCase'> {
  const { id, version, rows: asked, ...how } = input;
  const row = liveCase(ctx, id);
  const money = repo.moneyOf(ctx.db, id);
  const places = [...new Set(asked)];
  const chosen = places.map((at) => money[at]);
  if (chosen.includes(undefined)) throw new AppError('NOT_FOUND');
  const sums = chosen as repo.MoneyRecord[];
  const paid = sums.find(({ voucher_id }) => voucher_id !== null);
  if (paid) {
    const code = paid.voucher_number === null ? '…' : voucherCode('payment', paid.voucher_number);
    throw new AppError('CARE_PAID', { details: { code } });
  }
  if (sums.some(({ source, kind_text }) => source === 'family' || kind_text !== null))
    throw new AppError('CARE_NO_MONEY');
  if (!repo.touchCase(ctx.db, id, version, ctx.now())) throw new AppError('VERSION_CONFLICT');
  const amount = sums.reduce((sum, one) => sum + one.amount, 0);
  const made = createVoucher(ctx, {
    fundId: how.fundId,
    kind: 'payment',
    onDate: how.onDate,
    holding: how.holding,
    categoryId: how.categoryId,
    amount,
    reason: how.reason ?? row.title,
    memberId: how.personName === null ? row.member_id : null,
    personName: how.personName ?? row.name,
    papers: row.decision,
    paperCount: row.decision === null ? null : 1,
    source: { entity: 'care_case', id, label: row.title },
    numbered: how.numbered,
  });
  for (const at of places) repo.setMoneyVoucher(ctx.db, id, at, made.id);
  recordChange(ctx, {
    entity: 'care_case',
    entityId: id,
    action: 'update',
    before: { voucher: null },
    after: { voucher: made.code ?? '…' },
  });
  if (how.numbered) ctx.undo('funds.takeBack', { ids: [made.id], trash: true });
  else ctx.undo('funds.trashVouchers', { ids: [made.id] });
  return { ...made, amount };
}

export const caseMoneyHandlers = { 'care.payCase': payCase };
