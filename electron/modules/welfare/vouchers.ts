/** What a campaign leaves in the books: its payment, money of others that went through the fund, what has no paper. */
import { AppError } from '../../../shared/contract/errors';
import type { GiftSource } from '../../../shared/domain/welfare';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { categoryOf, createVoucher, vouchersFor } from '../funds/service';
import { liveCampaign } from './record';
import * as repo from './repository';

const ENTITY = 'welfare_campaign';

/** Kind of income for money of others that goes through the fund, and who it is from where no name is written. */
const THROUGH: Record<Exclude<GiftSource, 'own'>, { category: string; from: string }> = {
  above: { category: 'T-CT', from: 'Công đoàn cấp trên' },
  employer: { category: 'T-CM', from: 'Chuyên môn' },
  sponsor: { category: 'T-UH', from: 'Nhà tài trợ' },
};
const SPENT = 'C-QT';

function payments(ctx: Ctx, id: number) {
  return vouchersFor(ctx, ENTITY, id).filter((voucher) => voucher.kind === 'payment');
}

function make(input: ParsedInputOf<'welfare.makeVouchers'>, ctx: Ctx): OutputOf<'welfare.makeVouchers'> {
  const campaign = liveCampaign(ctx, input.id);
  if (campaign.kind === 'count') throw new AppError('WELFARE_COUNT_ONLY');
  const made = payments(ctx, campaign.id);
  if (made.length > 0)
    throw new AppError('WELFARE_PAID', {
      details: { codes: made.map(({ code }) => code ?? '…').join(', ') },
    });
  const all = repo.sourcesOf(ctx.db, campaign.id);
  const chosen = input.sources.map((at) => all[at]);
  if (chosen.some((source) => source === undefined)) throw new AppError('NOT_FOUND');
  const amount = chosen.reduce((sum, source) => sum + source!.amount, 0);
  if (amount === 0) throw new AppError('WELFARE_EMPTY');
  const shared = {
    fundId: input.fundId,
    onDate: input.onDate,
    holding: input.holding,
    source: { entity: ENTITY, id: campaign.id, label: campaign.name },
  };
  const receipts = chosen.flatMap((source) => {
    if (!source || source.kind === 'own' || source.amount === 0) return [];
    const { category, from } = THROUGH[source.kind];
    const personName = source.name ?? from;
    return createVoucher(ctx, {
      ...shared,
      kind: 'receipt',
      amount: source.amount,
      personName,
      reason: `${personName} hỗ trợ ${campaign.name}`.slice(0, 300),
      categoryId: categoryOf(ctx, category, input.onDate),
    });
  });
  const { gifts } = repo.sumsOf(ctx.db, campaign.id);
  const payment = createVoucher(ctx, {
    ...shared,
    kind: 'payment',
    amount,
    personName: campaign.preparer ?? campaign.treasurer,
    reason: `Chi ${campaign.name} (${gifts} suất)`.slice(0, 300),
    papers: 'Danh sách ký nhận',
    categoryId: categoryOf(ctx, SPENT, input.onDate),
  });
  ctx.undo('funds.takeBack', { ids: [...receipts, payment].map(({ id }) => id), trash: true });
  return { id: payment.id, code: payment.code, amount, receipts: receipts.length };
}

/** Campaigns given out without a payment, for the checks of the funds; with the explanation where there is one. */
export function campaignsUnpaid(ctx: Ctx, year: number | null) {
  return repo.unpaid(ctx.db, year).map((row) => ({
    key: `${ENTITY}:${row.id}`,
    label: row.name,
    path: `/welfare/${row.id}?tab=papers`,
    explained: row.exception,
  }));
}

export const voucherHandlers = { 'welfare.makeVouchers': make };
