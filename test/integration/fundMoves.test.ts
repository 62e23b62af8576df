/** Money that only changes its place, and the closed book on the paths that other areas take. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';

let t: TestCore;
let own: number;
let help: number;

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  const open = { openedOn: '2026-01-01', openingCash: 5_000_000, openingBank: 40_000_000 };
  own = (await t.invoke('funds.save', { name: 'Quỹ công đoàn cơ sở', ...open })).id;
  help = (await t.invoke('funds.save', { name: 'Quỹ tình nghĩa', openedOn: '2026-01-01' })).id;
}, 60_000);
afterAll(() => t.close());

const held = async (id: number) => {
  const fund = (await t.invoke('funds.list', {})).rows.find((row) => row.id === id)!;
  return [fund.cash, fund.bank, fund.income, fund.spending];
};
const move = (more = {}) => ({
  fromFundId: own,
  fromHolding: 'bank' as const,
  toFundId: own,
  toHolding: 'cash' as const,
  amount: 10_000_000,
  onDate: '2026-05-04',
  reason: 'Rút tiền gửi về quỹ tiền mặt',
  ...more,
});

it('moves between the account and cash, and to another fund, in neither income nor spending', async () => {
  const made = await t.raw('funds.moveMoney', move());
  expect(made).toMatchObject({
    ok: true,
    data: { payment: { code: 'PC 001' }, receipt: { code: 'PT 001' } },
  });
  expect(await held(own)).toEqual([15_000_000, 30_000_000, 0, 0]);
  const across = await t.invoke(
    'funds.moveMoney',
    move({ toFundId: help, fromHolding: 'cash', amount: 4_000_000 }),
  );
  expect(await held(own)).toEqual([11_000_000, 30_000_000, 0, 0]);
  expect(await held(help)).toEqual([4_000_000, 0, 0, 0]);
  const out = (await t.invoke('funds.voucher', { id: across.payment.id })).voucher;
  expect(out.source).toMatchObject({
    entity: 'fund_voucher',
    id: across.receipt.id,
    label: 'PT 001, Quỹ tình nghĩa',
  });
  const checks = await t.invoke('funds.checks', { fundId: own, year: 2026 });
  expect(checks.rows.filter((row) => row.count > 0)).toEqual([]);
  expect(await t.raw('funds.moveMoney', move({ toHolding: 'bank' }))).toMatchObject({
    error: { code: 'MOVE_SAME_PLACE' },
  });
});

it('is undone and done again in one step, both halves', async () => {
  const before = [await held(own), await held(help)];
  const made = await t.raw('funds.moveMoney', move({ toFundId: help }));
  if (!made.ok || !made.undo) throw new Error('no undo');
  const back = await t.raw(made.undo.operation, made.undo.input);
  expect([await held(own), await held(help)]).toEqual(before);
  if (!back.ok || !back.undo) throw new Error('no redo');
  await t.raw(back.undo.operation, back.undo.input);
  expect((await held(help))[0]).toBe(before[1]![0]! + 10_000_000);
});

it('is cancelled whole, and half of it is never changed alone', async () => {
  const before = [await held(own), await held(help)];
  const { payment, receipt } = await t.invoke('funds.moveMoney', move({ toFundId: help, amount: 777_000 }));
  const { voucher } = await t.invoke('funds.voucher', { id: payment.id });
  const alone = { ok: false, error: { code: 'VOUCHER_MOVE' } };
  const { fundId, kind, onDate, holding, categoryId, reason } = voucher;
  const same = {
    fundId,
    kind,
    onDate,
    holding,
    categoryId,
    reason,
    id: voucher.id,
    version: voucher.version,
  };
  expect(await t.raw('funds.updateVoucher', { ...same, amount: 1 })).toMatchObject(alone);
  expect(
    await t.raw('funds.correctVoucher', { id: receipt.id, onDate: '2026-06-01', amount: 1, reason: 'Nhầm' }),
  ).toMatchObject(alone);
  expect(await t.raw('funds.linkVoucher', { id: receipt.id, source: null })).toMatchObject(alone);
  const cancelled = await t.raw('funds.cancelVoucher', {
    id: voucher.id,
    version: voucher.version,
    reason: 'Nhầm quỹ',
  });
  expect([await held(own), await held(help)]).toEqual(before);
  expect((await t.invoke('funds.voucher', { id: receipt.id })).voucher.status).toBe('cancelled');
  if (!cancelled.ok || !cancelled.undo) throw new Error('no undo');
  expect(await t.raw(cancelled.undo.operation, cancelled.undo.input)).toMatchObject({ ok: true });
  expect((await t.invoke('funds.voucher', { id: receipt.id })).voucher.status).toBe('numbered');
});

it('stays out of a closed book on either side, also when undone later', async () => {
  const made = await t.raw('funds.moveMoney', move({ toFundId: help, onDate: '2026-06-30' }));
  await t.invoke('funds.close', { fundId: help, period: '2026-06' });
  const closed = { ok: false, error: { code: 'PERIOD_CLOSED' } };
  const before = [await held(own), await held(help)];
  expect(await t.raw('funds.moveMoney', move({ toFundId: help, onDate: '2026-06-30' }))).toMatchObject(
    closed,
  );
  if (!made.ok || !made.undo) throw new Error('no undo');
  expect(await t.raw(made.undo.operation, made.undo.input)).toMatchObject(closed);
  const half = (made.data as { payment: { id: number } }).payment.id;
  const { voucher } = await t.invoke('funds.voucher', { id: half });
  expect(
    await t.raw('funds.cancelVoucher', { id: half, version: voucher.version, reason: 'Nhầm' }),
  ).toMatchObject(closed);
  expect([await held(own), await held(help)]).toEqual(before);
});

it('keeps its figures when the people of a closed voucher are merged, and the merge is taken back', async () => {
  const [kept, gone] = await Promise.all(
    ['Lò Thị Uyên', 'Lò Thị Uyên'].map(async (fullName, at) => {
      const cardNo = String(1_000_000 + at);
      return (await t.invoke('members.create', { fullName, birthDate: '1980-02-03', cardNo })).id;
    }),
  );
  const { id } = await t.invoke('funds.createVoucher', {
    fundId: own,
    kind: 'payment',
    onDate: '2026-02-10',
    amount: 500_000,
    reason: 'Thăm ốm',
    memberId: gone!,
  });
  await t.invoke('funds.close', { fundId: own, period: '2026-Q1' });
  const before = (await t.invoke('funds.voucher', { id })).voucher;
  const merged = await t.raw('members.merge', await mergeInput(kept!, gone!));
  expect(merged.ok ? null : merged.error).toBeNull();
  const after = (await t.invoke('funds.voucher', { id })).voucher;
  expect(after).toEqual({ ...before, memberId: kept });
  if (!merged.ok || !merged.undo) throw new Error('no undo');
  expect(await t.raw(merged.undo.operation, merged.undo.input)).toMatchObject({ ok: true });
  expect((await t.invoke('funds.voucher', { id })).voucher).toEqual(before);
});

async function mergeInput(keptId: number, goneId: number) {
  const versionOf = async (id: number) => (await t.invoke('members.get', { id })).version;
  return { keptId, goneId, keptVersion: await versionOf(keptId), goneVersion: await versionOf(goneId) };
}
