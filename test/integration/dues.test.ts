/** Dues by dated rates: what is owed and why, one receipt for each collection, a closed period that stays closed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dueOf, wholeDue } from '../../shared/domain/dues';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';
import { STORE } from '../helpers/store';

let t: TestCore;
let fundId: number;
const ids: Record<string, number> = {};
const OCTOBER = '2026-10';

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  const { invoke } = t;
  await invoke('organisation.saveProfile', {
    ...{
      name: 'CĐCS Suối Mơ',
      shortName: 'CĐCS Suối Mơ',
      symbol: 'CĐCS',
      place: 'Suối Mơ',
      validFrom: '2020',
    },
  });
  await invoke('organisation.saveTerm', {
    startsOn: '2025',
    chairName: 'Hoàng Minh Tuệ',
    chairTitle: 'Chủ tịch',
  });
  fundId = (await invoke('funds.save', { name: 'Quỹ công đoàn', openedOn: '2026-01-01' })).id;
  for (const name of ['Khoa Nội', 'Khoa Ngoại'])
    ids[name] = (await invoke('organisation.createUnit', { kind: 'department', name })).id;
  const people = [
    ['Lò Thị Hoa', 'Khoa Nội', '2015-03-01'],
    ['Vàng A Chẩu', 'Khoa Nội', '2015-03-01'],
    ['Nguyễn Văn An', 'Khoa Nội', '2026-10-17'],
    ['Trần Thị Bích', 'Khoa Ngoại', '2015-03-01'],
    ['Đỗ Thị Sinh', 'Khoa Ngoại', '2015-03-01'],
  ] as const;
  for (const [fullName, department, unionJoinDate] of people)
    ids[fullName] = (
      await invoke('members.create', { fullName, departmentId: ids[department]!, unionJoinDate })
    ).id;
  await invoke('members.saveAbsence', {
    ...{ memberId: ids['Đỗ Thị Sinh']!, kind: 'maternity', fromDate: '2026-06-01', toDate: '2026-11-30' },
  });
}, 60_000);
afterAll(() => t.close());

const rowsOf = async (month = OCTOBER) => (await t.invoke('dues.month', { month })).rows;
const person = async (name: string, month = OCTOBER) =>
  (await rowsOf(month)).find((row) => row.fullName === name)!;
const balance = async () => (await t.invoke('funds.list', {})).rows[0]!.cash;

describe('what is due', () => {
  const rate = { kind: 'percent', points: 100, amount: null, ceiling: null, partial: 'days' } as const;
  const always = [{ from: '2015', to: null }];
  const facts = { month: OCTOBER, rate, base: 7_850_000, stays: always, away: [], override: null };
  it('is 1% of the base, half a đồng up, and no more than the ceiling', () => {
    expect(wholeDue(rate, 7_850_000)).toBe(78_500);
    expect(wholeDue(rate, 7_850_050)).toBe(78_501);
    expect(wholeDue({ ...rate, ceiling: 60_000 }, 7_850_000)).toBe(60_000);
    expect(wholeDue(rate, null)).toBeNull();
  });
  it('is nothing for an absence of a month or more, and counts the days around it', () => {
    const away = [{ kind: 'maternity', from: '2026-10-16', to: '2026-11-20' }];
    expect(dueOf({ ...facts, away })).toMatchObject({
      amount: Math.round((78_500 * 15) / 31),
      payable: 15,
      reasons: ['maternity'],
    });
    expect(dueOf({ ...facts, away: [{ ...away[0]!, to: '2026-11-14' }] })).toMatchObject({
      amount: 78_500,
      reasons: [],
    });
    expect(dueOf({ ...facts, away: [{ kind: 'sick', from: '2026-09-01', to: null }] })?.amount).toBe(0);
    expect(dueOf({ ...facts, away: [{ kind: 'study', from: '2026-09-01', to: null }] })?.amount).toBe(78_500);
  });
  it('of a month somebody came or left in goes by the days, the whole or nothing, as the rate says', () => {
    const stays = [{ from: '2026-10-17', to: null }];
    expect(dueOf({ ...facts, stays })).toMatchObject({
      amount: Math.round((78_500 * 15) / 31),
      reasons: ['joined'],
    });
    expect(dueOf({ ...facts, stays, rate: { ...rate, partial: 'whole' } })?.amount).toBe(78_500);
    expect(dueOf({ ...facts, stays, rate: { ...rate, partial: 'none' } })?.amount).toBe(0);
    expect(dueOf({ ...facts, stays: [{ from: '2015', to: '2026-10-11' }] })).toMatchObject({
      payable: 10,
      reasons: ['left'],
    });
    expect(dueOf({ ...facts, stays: [{ from: '2026-11-01', to: null }] })).toBeNull();
  });
});

describe('a month', () => {
  it('knows no sum while pay is not kept, and refuses to keep it', async () => {
    expect((await person('Lò Thị Hoa')).due).toBeNull();
    const rows = [{ memberId: ids['Lò Thị Hoa']!, fromMonth: '2026-01', amount: 7_850_000 }];
    expect(await t.raw('dues.setBases', { rows })).toMatchObject({ ok: false, error: { code: 'FIELD_OFF' } });
  });

  it('counts from pay by its month, once that is switched on', async () => {
    await t.invoke('members.setSensitive', { group: 'money', enabled: true, purpose: 'Thu đoàn phí' });
    const base = (name: string, fromMonth: string, amount: number | null) => ({
      memberId: ids[name]!,
      fromMonth,
      amount,
    });
    await t.invoke('dues.setBases', {
      rows: [
        base('Lò Thị Hoa', '2026-01', 7_850_000),
        base('Lò Thị Hoa', '2026-11', 8_000_000),
        base('Vàng A Chẩu', '2026-01', 6_000_000),
        base('Nguyễn Văn An', '2026-01', 6_200_000),
        base('Đỗ Thị Sinh', '2026-01', 9_000_000),
      ],
    });
    expect((await person('Lò Thị Hoa')).due).toBe(78_500);
    expect((await person('Lò Thị Hoa', '2026-11')).due).toBe(80_000);
    expect(await person('Nguyễn Văn An')).toMatchObject({
      due: 30_000,
      payable: 15,
      days: 31,
      reasons: ['joined'],
    });
    expect(await person('Đỗ Thị Sinh')).toMatchObject({ due: 0, state: 'exempt', reasons: ['maternity'] });
    expect(await person('Trần Thị Bích')).toMatchObject({ due: null, state: 'open', reasons: ['noBase'] });
    expect((await rowsOf('2026-09')).map((row) => row.fullName)).not.toContain('Nguyễn Văn An');
  });

  it('takes what is set by hand, with a reason, and gives it back', async () => {
    const about = { memberId: ids['Vàng A Chẩu']!, month: OCTOBER, amount: 20_000 };
    expect(await t.raw('dues.setDue', about)).toMatchObject({
      ok: false,
      error: { code: 'REASON_REQUIRED' },
    });
    const reply = await t.raw('dues.setDue', { ...about, reason: 'Hoàn cảnh khó khăn, Ban Chấp hành giảm' });
    expect(await person('Vàng A Chẩu')).toMatchObject({
      due: 20_000,
      said: 'Hoàn cảnh khó khăn, Ban Chấp hành giảm',
    });
    if (!reply.ok) throw new Error('refused');
    await t.raw(reply.undo!.operation, reply.undo!.input);
    expect(await person('Vàng A Chẩu')).toMatchObject({ due: 60_000, said: null });
  });
});

describe('collections', () => {
  let first: number;
  it('settle people and enter the cash book with one receipt; a part stays missing', async () => {
    const made = await t.invoke('dues.collect', {
      ...{ fundId, onDate: '2026-10-30', payer: 'Tổ công đoàn số 01' },
      lines: [
        { memberId: ids['Lò Thị Hoa']!, month: OCTOBER, amount: 78_500 },
        { memberId: ids['Vàng A Chẩu']!, month: OCTOBER, amount: 40_000 },
      ],
    });
    first = made.id;
    expect(made).toMatchObject({ code: 'PT 001', amount: 118_500 });
    expect(await balance()).toBe(118_500);
    expect((await person('Lò Thị Hoa')).state).toBe('paid');
    expect(await person('Vàng A Chẩu')).toMatchObject({ state: 'part', paid: 40_000 });
    const { voucher } = await t.invoke('funds.voucher', { id: made.voucherId });
    expect(voucher).toMatchObject({
      reason: 'Thu đoàn phí tháng 10/2026 (2 người)',
      source: { entity: 'dues_collection', id: first },
    });
    expect(voucher.category).toBe('Đoàn phí công đoàn');
    const { rows } = await t.invoke('members.timeline', { id: ids['Lò Thị Hoa']! });
    expect(rows.some((row) => row.kind === 'dues' && row.title === 'Nộp đoàn phí tháng 10/2026')).toBe(true);
  });

  it('refuse the same person twice in a month, and nobody', async () => {
    const line = { memberId: ids['Lò Thị Hoa']!, month: '2026-11', amount: 1 };
    for (const lines of [
      [line, line],
      [{ month: '2026-11', amount: 1 }],
      [{ ...line, departmentId: ids['Khoa Nội']!, people: 2 }],
    ])
      expect(await t.raw('dues.collect', { fundId, onDate: '2026-11-01', lines })).toMatchObject({
        ok: false,
        error: { code: 'DUES_LINE' },
      });
  });

  it('of a department in one sum settle as many people as they are for', async () => {
    const month = '2026-09';
    await t.invoke('dues.collect', {
      ...{ fundId, onDate: '2026-10-31', payer: 'Phòng Tài chính - Kế toán' },
      lines: [{ departmentId: ids['Khoa Nội']!, month, people: 1, amount: 78_500 }],
    });
    const view = await t.invoke('dues.month', { month });
    expect(view.departments.find((one) => one.name === 'Khoa Nội')).toMatchObject({
      ...{ people: 2, settled: 1, open: 1, paid: 78_500, due: 138_500, missing: 60_000 },
      together: { people: 1, amount: 78_500 },
    });
    expect(view.rows.filter((row) => row.department === 'Khoa Nội').map((row) => row.state)).toEqual([
      'department',
      'department',
    ]);
  });

  it('are put right by a new entry of an open day; the first stays', async () => {
    await t.invoke('funds.close', { fundId, period: OCTOBER });
    expect(await t.raw('dues.trashCollections', { ids: [first] })).toMatchObject({
      ok: false,
      error: { code: 'PERIOD_CLOSED' },
    });
    const late = {
      fundId,
      onDate: '2026-10-31',
      lines: [{ memberId: ids['Trần Thị Bích']!, month: OCTOBER, amount: 50_000 }],
    };
    expect(await t.raw('dues.collect', late)).toMatchObject({ ok: false, error: { code: 'PERIOD_CLOSED' } });
    const right = {
      id: first,
      memberId: ids['Lò Thị Hoa']!,
      month: OCTOBER,
      amount: 70_000,
      reason: 'Ghi nhầm số tiền',
    };
    expect(await t.raw('dues.correct', { ...right, onDate: '2026-10-31' })).toMatchObject({ ok: false });
    const made = await t.invoke('dues.correct', { ...right, onDate: '2026-11-02' });
    expect(made).toMatchObject({ code: 'PC 001', amount: -8_500 });
    expect(await person('Lò Thị Hoa')).toMatchObject({ paid: 70_000, state: 'part' });
    expect((await t.invoke('dues.collection', { id: first })).collection.amount).toBe(118_500);
    expect(await t.raw('dues.correct', { ...right, onDate: '2026-11-02' })).toMatchObject({
      ok: false,
      error: { code: 'VOUCHER_SAME' },
    });
    await t.invoke('dues.correct', { ...right, amount: 78_500, onDate: '2026-11-02' });
    expect((await person('Lò Thị Hoa')).paid).toBe(78_500);
  });

  it('of a closed period stay as they are on every path', () => {
    const store = new Database(join(t.dir, STORE));
    for (const sql of [
      `UPDATE dues_line SET amount = 1 WHERE collection_id = ${first}`,
      `DELETE FROM dues_line WHERE collection_id = ${first}`,
      `INSERT INTO dues_line (collection_id, month, member_id, amount) VALUES (${first}, '2026-10', ${ids['Lò Thị Hoa']}, 5)`,
      `UPDATE dues_collection SET deleted_at = 'x' WHERE id = ${first}`,
    ])
      expect(() => store.exec(sql)).toThrow('PERIOD_CLOSED');
    store.close();
  });

  it('count no more once their voucher is cancelled, and the checks tell of it', async () => {
    const lines = [{ memberId: ids['Trần Thị Bích']!, month: OCTOBER, amount: 50_000 }];
    const made = await t.invoke('dues.collect', { fundId, onDate: '2026-11-03', lines });
    const { voucher } = await t.invoke('funds.voucher', { id: made.voucherId });
    expect((await person('Trần Thị Bích')).state).toBe('paid');
    await t.invoke('funds.cancelVoucher', { id: voucher.id, version: voucher.version, reason: 'Ghi trùng' });
    expect((await person('Trần Thị Bích')).state).toBe('open');
    const { others } = await t.invoke('funds.checks', {});
    expect(others.map((one) => one.label)).toContain(
      'Lần thu đoàn phí ngày 03/11/2026 không khớp phiếu thu trong sổ quỹ',
    );
  });

  it('are taken back and given again with the next number', async () => {
    const lines = [{ memberId: ids['Vàng A Chẩu']!, month: OCTOBER, amount: 20_000 }];
    const reply = await t.raw('dues.collect', { fundId, onDate: '2026-11-04', lines });
    if (!reply.ok) throw new Error('refused');
    const before = await balance();
    const back = await t.raw(reply.undo!.operation, reply.undo!.input);
    expect(await balance()).toBe(before - 20_000);
    if (!back.ok) throw new Error('refused');
    await t.raw(back.undo!.operation, back.undo!.input);
    expect(await balance()).toBe(before);
    expect((await person('Vàng A Chẩu')).state).toBe('paid');
  });
});

describe('who is behind', () => {
  it('is everybody owing since the dues are kept, by department, the longest first', async () => {
    await t.invoke('dues.setStart', { month: '2026-08' });
    const view = await t.invoke('dues.behind', {});
    expect(view).toMatchObject({ from: '2026-08', until: '2026-10' });
    expect(view.rows[0]).toMatchObject({ fullName: 'Trần Thị Bích', unknown: 3, amount: 0 });
    expect(view.rows[0]!.months.map((one) => one.month)).toEqual(['2026-08', '2026-09', '2026-10']);
    expect(view.rows.find((row) => row.fullName === 'Lò Thị Hoa')).toMatchObject({ amount: 78_500 });
    expect(view.rows.map((row) => row.fullName)).not.toContain('Đỗ Thị Sinh');
    expect(view.departments.reduce((sum, part) => sum + part.people, 0)).toBe(view.total);
    expect((await t.invoke('dues.behind', { leastMonths: 3 })).total).toBe(1);
    expect((await t.invoke('dues.board', {})).longBehind).toBe(1);
  });

  it('changes with the rate of the month', async () => {
    const fixed = {
      kind: 'fixed',
      amount: 30_000,
      validFrom: '2026-10',
      source: 'Nghị quyết Ban Chấp hành',
    } as const;
    const made = await t.raw('dues.saveRate', fixed);
    expect((await person('Trần Thị Bích')).due).toBe(30_000);
    expect((await person('Trần Thị Bích', '2026-09')).due).toBeNull();
    expect(await t.raw('dues.saveRate', fixed)).toMatchObject({ ok: false, error: { code: 'DUPLICATE' } });
    if (!made.ok) throw new Error('refused');
    await t.raw(made.undo!.operation, made.undo!.input);
    expect((await person('Trần Thị Bích')).due).toBeNull();
  });
});

describe('papers', () => {
  const bytesOf = (file: { token: string }) =>
    new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
  it('list a month by department and a year by month', async () => {
    const file = await t.job('dues.list', { month: OCTOBER });
    expect(file.name).toBe('Đoàn phí tháng 10 năm 2026.pdf');
    const text = (await readPdf(bytesOf(file)))
      .flatMap((page) => page.texts.map((one) => one.text))
      .join(' ');
    for (const word of [
      'DANH SÁCH THU ĐOÀN PHÍ',
      'Khoa Ngoại',
      'Lò Thị Hoa',
      '78.500',
      'Nghỉ thai sản',
      'THỦ QUỸ',
    ])
      expect(text).toContain(word);
    const year = await t.job('dues.yearPaper', { year: 2026, format: 'xlsx' });
    expect(year.name).toBe('Sổ thu đoàn phí năm 2026.xlsx');
    expect(year.size).toBeGreaterThan(3000);
  });
});
