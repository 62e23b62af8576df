/** Funds: gapless numbers, a balance that is the sum of its entries, and a closed book that stays closed on every path. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';

let t: TestCore;
let fundId: number;
const categories: Record<string, number> = {};

type NewVoucher = InputOf<'funds.createVoucher'>;
const voucher = (more: Partial<NewVoucher> = {}): NewVoucher => ({
  fundId,
  kind: 'receipt',
  onDate: '2026-03-05',
  amount: 1_000_000,
  reason: 'Thu đoàn phí tháng 3',
  categoryId: categories[more.kind === 'payment' ? 'C-TH' : 'T-DP']!,
  ...more,
});

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  for (const row of (await t.invoke('funds.categories', {})).rows) categories[row.code] = row.id;
  fundId = (
    await t.invoke('funds.save', {
      name: 'Quỹ công đoàn cơ sở',
      openedOn: '2026-01-01',
      openingCash: 5_000_000,
      openingBank: 40_000_000,
    })
  ).id;
}, 60_000);
afterAll(() => t.close());

const balance = async () => {
  const fund = (await t.invoke('funds.list', {})).rows.find((row) => row.id === fundId)!;
  return { cash: fund.cash, bank: fund.bank };
};

describe('vouchers', () => {
  it('are numbered by kind and year, and move the balance', async () => {
    const first = await t.invoke('funds.createVoucher', voucher());
    const second = await t.invoke('funds.createVoucher', voucher({ amount: 500_000 }));
    const paid = await t.invoke('funds.createVoucher', voucher({ kind: 'payment', amount: 300_000 }));
    expect([first.code, second.code, paid.code]).toEqual(['PT 001', 'PT 002', 'PC 001']);
    expect(await balance()).toEqual({ cash: 6_200_000, bank: 40_000_000 });
  });
});
