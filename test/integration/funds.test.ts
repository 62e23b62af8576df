/** Funds: gapless numbers, a balance that is the sum of its entries, and a closed book that stays closed on every path. */
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';
import { STORE } from '../helpers/store';

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

describe('numbers', () => {
  it('stay whole: drafts have none, a numbered voucher is cancelled and never deleted', async () => {
    const draft = await t.invoke('funds.createVoucher', voucher({ numbered: false, reason: 'Nháp' }));
    expect(draft.code).toBeNull();
    const before = await balance();
    const { rows } = await t.invoke('funds.numberVouchers', { ids: [draft.id] });
    expect(rows[0]!.code).toBe('PT 003');
    expect((await balance()).cash).toBe(before.cash + 1_000_000);
    expect(await t.raw('funds.trashVouchers', { ids: [draft.id] })).toMatchObject({
      ok: false,
      error: { code: 'VOUCHER_KEPT' },
    });
    const { voucher: row } = await t.invoke('funds.voucher', { id: draft.id });
    const cancelled = await t.raw('funds.cancelVoucher', {
      id: row.id,
      version: row.version,
      reason: 'Ghi trùng',
    });
    expect(await balance()).toEqual(before);
    expect((await t.invoke('funds.createVoucher', voucher())).code).toBe('PT 004');
    if (!cancelled.ok) throw new Error('not cancelled');
    await t.raw(cancelled.undo!.operation, cancelled.undo!.input);
    expect((await balance()).cash).toBe(before.cash + 2_000_000);
  });

  it('are taken back only from the end of their series, and not after printing', async () => {
    const one = await t.raw('funds.createVoucher', voucher({ reason: 'Một' }));
    const two = await t.invoke('funds.createVoucher', voucher({ reason: 'Hai' }));
    if (!one.ok) throw new Error('not made');
    const refused = await t.raw(one.undo!.operation, one.undo!.input);
    expect(refused).toMatchObject({ ok: false, error: { code: 'VOUCHER_KEPT' } });
    const undone = await t.raw('funds.takeBack', { ids: [two.id] });
    if (!undone.ok) throw new Error('not taken back');
    expect((await t.invoke('trash.list', { area: 'funds' })).rows.map((row) => row.label)).toContain('Hai');
    await t.raw(undone.undo!.operation, undone.undo!.input);
    expect((await t.invoke('funds.voucher', { id: two.id })).voucher.code).toBe(two.code);
    await t.job('funds.printVouchers', { ids: [two.id] });
    expect(await t.raw('funds.takeBack', { ids: [two.id] })).toMatchObject({
      error: { code: 'VOUCHER_KEPT' },
    });
  });

  it('keep fund, kind and year; a category of the other side is refused', async () => {
    const made = await t.invoke('funds.createVoucher', voucher());
    const change = { ...voucher(), id: made.id, version: made.version };
    const moved = await t.raw('funds.updateVoucher', { ...change, onDate: '2027-01-02' });
    expect(moved).toMatchObject({ error: { code: 'VOUCHER_SERIES' } });
    expect(await t.raw('funds.updateVoucher', { ...change, categoryId: categories['C-TH'] })).toMatchObject({
      error: { code: 'VOUCHER_CATEGORY' },
    });
    expect(await t.raw('funds.createVoucher', voucher({ onDate: '2025-12-31' }))).toMatchObject({
      error: { code: 'VOUCHER_BEFORE_OPENING', details: { day: '01/01/2026' } },
    });
  });
});

describe('a closed book', () => {
  let fund: number;
  let kept: number;
  let waiting: number;
  const of = (more: Partial<NewVoucher> = {}) => voucher({ fundId: fund, ...more });
  const closed = { ok: false, error: { code: 'PERIOD_CLOSED' } };

  beforeAll(async () => {
    const opening = { name: 'Quỹ tình nghĩa', openedOn: '2026-01-01', openingCash: 1_000_000 };
    fund = (await t.invoke('funds.save', opening)).id;
    kept = (await t.invoke('funds.createVoucher', of({ onDate: '2026-03-31' }))).id;
    waiting = (await t.invoke('funds.createVoucher', of({ onDate: '2026-03-01', numbered: false }))).id;
    expect(await t.raw('funds.close', { fundId: fund, period: '2026-Q1' })).toMatchObject({
      error: { code: 'PERIOD_DRAFTS', details: { count: 1 } },
    });
    await t.invoke('funds.trashVouchers', { ids: [waiting] });
    const closing = await t.invoke('funds.close', { fundId: fund, period: '2026-Q1' });
    expect(closing).toMatchObject({ fromDate: '2026-01-01', toDate: '2026-03-31', cash: 2_000_000, bank: 0 });
  });

  it('refuses every path: new, edit, moving a date, number, cancel, restore, undo, import, opening balance', async () => {
    const { voucher: row } = await t.invoke('funds.voucher', { id: kept });
    expect(row.closed).toBe(true);
    const late = await t.invoke('funds.createVoucher', of({ onDate: '2026-04-01' }));
    const same = { id: kept, version: row.version };
    const rows = [{ onDate: '2026-02-01', kind: 'receipt', amount: 5000, reason: 'Sổ cũ' }];
    const paths: [string, unknown][] = [
      ['funds.createVoucher', of({ onDate: '2026-03-31' })],
      ['funds.createVoucher', of({ onDate: '2026-01-15', numbered: false })],
      ['funds.updateVoucher', { ...of({ onDate: '2026-03-31', amount: 5 }), ...same }],
      ['funds.updateVoucher', { ...of({ onDate: '2026-04-02' }), ...same }],
      ['funds.updateVoucher', { ...of({ onDate: '2026-03-30' }), id: late.id, version: late.version }],
      ['funds.cancelVoucher', { ...same, reason: 'Nhầm' }],
      ['funds.takeBack', { ids: [kept] }],
      ['funds.restoreVouchers', { ids: [waiting] }],
      ['funds.numberVouchers', { ids: [waiting], restore: true }],
      ['funds.importBook', { fundId: fund, fileName: 'so.xlsx', rows }],
      ['funds.save', { id: fund, name: 'Quỹ', openedOn: '2026-01-01', openingCash: 9 }],
      ['funds.close', { fundId: fund, period: '2026-02' }],
    ];
    for (const [operation, input] of paths)
      expect(await t.raw(operation, input), operation).toMatchObject(closed);
    expect((await t.invoke('funds.voucher', { id: kept })).voucher).toMatchObject({
      amount: 1_000_000,
      version: 2,
    });
  });

  it('is kept by the store itself, whoever writes to the file', () => {
    const raw = new Database(join(t.dir, STORE));
    const refused = (sql: string, word: RegExp) => expect(() => raw.exec(sql), sql).toThrow(word);
    refused(`UPDATE fund_voucher SET amount = 1 WHERE id = ${kept}`, /PERIOD_CLOSED/);
    refused(`UPDATE fund_voucher SET deleted_at = NULL WHERE id = ${waiting}`, /PERIOD_CLOSED/);
    refused(`DELETE FROM fund_voucher WHERE id = ${kept}`, /VOUCHER_KEPT/);
    refused(`DELETE FROM fund_closing`, /CLOSING_KEPT/);
    refused(`UPDATE fund_closing SET to_date = '2026-01-31'`, /CLOSING_KEPT/);
    refused(`UPDATE fund SET opening_cash = 5 WHERE id = ${fund}`, /PERIOD_CLOSED/);
    refused(
      `UPDATE fund_voucher SET number = 90 WHERE fund_id = ${fundId} AND kind = 'receipt' AND number = 1`,
      /VOUCHER_NUMBER_GAP/,
    );
    raw.close();
  });

  it('is not changed from the change log either', async () => {
    const other = (await t.invoke('funds.save', { name: 'Quỹ xã hội', openedOn: '2026-01-01' })).id;
    const own = voucher({ fundId: other, onDate: '2026-03-05' });
    const made = await t.invoke('funds.createVoucher', own);
    await t.invoke('funds.updateVoucher', { ...own, amount: 7, id: made.id, version: made.version });
    await t.invoke('funds.close', { fundId: other, period: '2026-Q1' });
    const { rows } = await t.invoke('audit.changes', { entity: 'fund_voucher', action: 'update' });
    const row = rows.find((one) => one.changes.some((change) => change.field === 'amount'))!;
    for (const change of row.changes) {
      expect(change.revertable).toBe(false);
      expect((await t.raw('audit.revertField', { id: row.id, field: change.field })).ok).toBe(false);
    }
    expect((await t.invoke('funds.voucher', { id: made.id })).voucher.amount).toBe(7);
  });

  it('is corrected by a new entry of a later day, on the same category', async () => {
    const refused = await t.raw('funds.correctVoucher', {
      id: kept,
      onDate: '2026-03-31',
      amount: 1,
      reason: 'x',
    });
    expect(refused).toMatchObject(closed);
    const less = { id: kept, onDate: '2026-04-05', amount: 400_000, reason: 'Điều chỉnh PT 001' };
    const made = await t.invoke('funds.correctVoucher', less);
    expect(made.code).toBe('PC 001');
    const more = await t.invoke('funds.correctVoucher', { ...less, amount: 1_500_000 });
    expect(await t.invoke('funds.voucher', { id: more.id })).toMatchObject({
      voucher: { kind: 'receipt', amount: 1_100_000, categoryId: categories['T-DP'] },
      corrects: { id: kept, code: 'PT 001' },
    });
    expect(await t.raw('funds.correctVoucher', { ...less, amount: 1_500_000 })).toMatchObject({
      error: { code: 'VOUCHER_SAME' },
    });
    const { lines } = await t.invoke('funds.statement', { fundId: fund, year: 2026 });
    expect(lines.map((line) => [line.direction, line.actual])).toEqual([['in', 2_500_000]]);
  });

  it('opens again from the latest, with a reason that stays on record', async () => {
    const april = await t.invoke('funds.close', { fundId: fund, period: '2026-04' });
    expect(april.fromDate).toBe('2026-04-01');
    const { rows } = await t.invoke('funds.closings', { fundId: fund });
    expect(await t.raw('funds.reopen', { id: rows[1]!.id, reason: 'Sai' })).toMatchObject({
      error: { code: 'CLOSING_KEPT' },
    });
    const reopened = await t.invoke('funds.reopen', { id: april.id, reason: 'Thiếu một hóa đơn' });
    expect(reopened).toMatchObject({ reopenReason: 'Thiếu một hóa đơn', reopenedBy: t.core.user.name });
    expect((await t.invoke('funds.createVoucher', of({ onDate: '2026-04-30' }))).code).not.toBeNull();
    expect(await t.raw('funds.close', { fundId: fund, period: '2026' })).toMatchObject({
      error: { code: 'PERIOD_FUTURE' },
    });
  });
});

describe('what a voucher was for', () => {
  it('is linked or explained, also by other areas, and checked', async () => {
    const paid = await t.invoke('funds.createVoucher', voucher({ kind: 'payment', amount: 200_000 }));
    const checks = async () =>
      (await t.invoke('funds.checks', { fundId, year: 2026 })).rows.find((row) => row.check === 'noSource')!;
    const before = await checks();
    await t.invoke('funds.linkVoucher', { id: paid.id, source: null, exception: 'Chi theo nghị quyết' });
    expect(await checks()).toEqual({ ...before, explained: before.explained + 1 });
    const source = { entity: 'event', id: 7, label: 'Hội thao' };
    const linked = await t.raw('funds.linkVoucher', { id: paid.id, source });
    expect((await checks()).count).toBe(before.count - 1);
    const found = await t.invoke('funds.vouchers', { source: { entity: 'event', id: 7 } });
    expect(found.rows.map((row) => row.id)).toEqual([paid.id]);
    if (!linked.ok) throw new Error('not linked');
    await t.raw(linked.undo!.operation, linked.undo!.input);
    expect((await t.invoke('funds.voucher', { id: paid.id })).voucher).toMatchObject({
      source: null,
      exception: 'Chi theo nghị quyết',
    });
  });

  it('reads amounts in the style of the settings, and offers the reasons typed before', async () => {
    const { version } = await t.invoke('settings.get', {});
    await t.invoke('settings.update', { version, oddWord: 'linh', thousandWord: 'ngan', evenWord: true });
    const made = await t.invoke(
      'funds.createVoucher',
      voucher({ kind: 'payment', amount: 105_000, reason: 'Mua hoa' }),
    );
    expect((await t.invoke('funds.voucher', { id: made.id })).inWords).toBe(
      'Một trăm linh năm ngàn đồng chẵn',
    );
    const { rows } = await t.invoke('funds.reasons', { kind: 'payment', text: 'mua h' });
    expect(rows).toEqual([{ reason: 'Mua hoa', categoryId: categories['C-TH'], amount: 105_000, times: 1 }]);
  });
});

describe('an older book', () => {
  it('is read from a workbook with two head rows, written once, and taken back whole', async () => {
    const { id } = await t.invoke('funds.save', {
      name: 'Quỹ cũ',
      openedOn: '2026-01-01',
      openingCash: 500_000,
    });
    const sheet = utils.aoa_to_sheet([
      ['SỔ QUỸ TIỀN MẶT'],
      ['Ngày', 'Số phiếu', null, 'Diễn giải', 'Số tiền', null, null],
      [null, 'Thu', 'Chi', null, 'Thu', 'Chi', 'Tồn'],
      [null, null, null, 'Số dư đầu kỳ', null, null, 500_000],
      ['05/01/2026', 'PT 27', null, 'Thu đoàn phí', 2_868_500, null, 3_368_500],
      ['06/01/2026', null, 'PC 31', 'Thăm đoàn viên ốm', null, '500.000', 2_868_500],
      [null, null, 'PC 32', 'Mua hoa', null, 200_000, 2_668_500],
      ['32/01/2026', null, 'PC 33', 'Ngày sai', null, 100_000, null],
      ['07/01/2026', 'PT 28', null, 'Ủng hộ', 1_000_000, null, null],
      [null, null, null, 'Cộng phát sinh', 3_868_500, 800_000, null],
    ]);
    sheet['!merges'] = [
      { s: { r: 1, c: 1 }, e: { r: 1, c: 2 } },
      { s: { r: 1, c: 4 }, e: { r: 1, c: 6 } },
    ];
    const book = utils.book_new(sheet, 'Sổ quỹ');
    const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }));
    const token = () => t.core.files.registerUpload('so-quy.xlsx', bytes).token;
    const preview = await t.job('funds.readBook', { token: token(), fundId: id });
    expect(preview.rows.map((row) => [row.onDate, row.kind, row.amount, row.oldNumber, row.problem])).toEqual(
      [
        ['2026-01-05', 'receipt', 2_868_500, 'PT 27', null],
        ['2026-01-06', 'payment', 500_000, 'PC 31', null],
        ['2026-01-06', 'payment', 200_000, 'PC 32', null],
        [null, 'payment', 100_000, 'PC 33', 'noDate'],
        ['2026-01-07', 'receipt', 1_000_000, 'PT 28', null],
      ],
    );
    const rows = preview.rows.flatMap(({ line: _l, problem, onDate, reason, ...row }) =>
      problem === null && onDate && reason ? [{ ...row, onDate, reason }] : [],
    );
    const done = await t.raw('funds.importBook', { fundId: id, fileName: 'so-quy.xlsx', rows });
    expect(done).toMatchObject({ ok: true, data: { count: 4, received: 3_868_500, paid: 700_000 } });
    const found = await t.invoke('funds.book', { fundId: id, from: '2026-01-01', to: '2026-12-31' });
    expect(found).toMatchObject({ opening: 500_000, closing: 3_668_500 });
    expect(found.rows.map((row) => row.voucher.code)).toEqual(['PT 027', 'PC 031', 'PC 032', 'PT 028']);
    const again = await t.job('funds.readBook', { token: token(), fundId: id });
    expect(again.rows.filter((row) => row.problem === null)).toEqual([]);
    if (!done.ok) throw new Error('not imported');
    await t.raw(done.undo!.operation, done.undo!.input);
    expect((await t.invoke('funds.vouchers', { fundId: id })).total).toBe(0);
  });
});

it('a random sequence of work leaves the balance the sum of its entries and the numbers without gaps', async () => {
  const { id: own } = await t.invoke('funds.save', {
    name: 'Thử',
    openedOn: '2026-01-01',
    openingBank: 7_000_000,
  });
  const step = fc.record({
    what: fc.constantFrom(
      'new',
      'draft',
      'number',
      'cancel',
      'hold',
      'takeBack',
      'correct',
      'edit',
      'trash',
      'close',
    ),
    kind: fc.constantFrom('receipt' as const, 'payment' as const),
    holding: fc.constantFrom('cash' as const, 'bank' as const),
    amount: fc.integer({ min: 1, max: 9_000_000 }),
    month: fc.integer({ min: 1, max: 10 }),
    which: fc.nat(1000),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      for (const { what, kind, holding, amount, month, which } of steps) {
        const onDate = `2026-${String(month).padStart(2, '0')}-15`;
        const { rows } = await t.invoke('funds.vouchers', { fundId: own, limit: 500 });
        const row = rows[which % Math.max(1, rows.length)];
        const fresh = voucher({ fundId: own, kind, holding, amount, onDate, reason: 'Thử' });
        if (what === 'new') await t.raw('funds.createVoucher', fresh);
        else if (what === 'draft') await t.raw('funds.createVoucher', { ...fresh, numbered: false });
        else if (what === 'close' && which < 40)
          await t.raw('funds.close', { fundId: own, period: onDate.slice(0, 7) });
        else if (row) {
          const { id, version } = row;
          const edit = { ...fresh, kind: row.kind, categoryId: row.categoryId, id, version };
          if (what === 'number') await t.raw('funds.numberVouchers', { ids: [id] });
          if (what === 'cancel') await t.raw('funds.cancelVoucher', { id, version, reason: 'Thử' });
          if (what === 'hold') await t.raw('funds.cancelVoucher', { id, version, reason: null });
          if (what === 'takeBack') await t.raw('funds.takeBack', { ids: [id], trash: which % 2 === 0 });
          if (what === 'correct') await t.raw('funds.correctVoucher', { id, onDate, amount, reason: 'Thử' });
          if (what === 'edit') await t.raw('funds.updateVoucher', edit);
          if (what === 'trash') await t.raw('funds.trashVouchers', { ids: [id] });
        }
      }
      const { rows } = await t.invoke('funds.vouchers', { fundId: own, limit: 500 });
      const counted = rows.filter((row) => row.status === 'numbered');
      const sum = (of: string) =>
        counted
          .filter((row) => row.holding === of)
          .reduce((total, row) => total + (row.kind === 'receipt' ? row.amount : -row.amount), 0);
      const fund = (await t.invoke('funds.list', {})).rows.find((one) => one.id === own)!;
      expect([fund.cash, fund.bank]).toEqual([sum('cash'), 7_000_000 + sum('bank')]);
      const book = await t.invoke('funds.book', { fundId: own, from: '2026-01-01', to: '2026-12-31' });
      expect(book.closing).toBe(fund.cash + fund.bank);
      const { opening, closing, income, spending } = await t.invoke('funds.statement', {
        fundId: own,
        year: 2026,
      });
      expect(closing.cash + closing.bank).toBe(opening.cash + opening.bank + income - spending);
      for (const kind of ['receipt', 'payment']) {
        const numbers = rows
          .filter((row) => row.kind === kind && row.number !== null)
          .map((row) => row.number!);
        expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1));
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
