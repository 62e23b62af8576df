/** Drives whose contributors are the members of the cut-off day, and donors with money for one purpose (rows 7 and 37). */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatPercent } from '../../shared/text/numbers';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let t: TestCore;
let fundId: number;
const ids: Record<string, number> = {};
const bytesOf = (file: { token: string }) =>
  new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
const textOf = async (file: { token: string }) =>
  (await readPdf(bytesOf(file))).flatMap((page) => page.texts.map((one) => one.text)).join(' ');

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
  fundId = (
    await invoke('funds.save', { name: 'Quỹ tình nghĩa', openedOn: '2026-01-01', openingBank: 30_000_000 })
  ).id;
  for (const [name, size] of [
    ['Khoa Nội', 150],
    ['Khoa Ngoại', 100],
  ] as const) {
    ids[name] = (await invoke('organisation.createUnit', { kind: 'department', name })).id;
    for (let n = 1; n <= size; n++)
      ids[`${name} ${n}`] = (
        await invoke('members.create', {
          fullName: `Lò Thị ${name === 'Khoa Nội' ? 'Hoa' : 'Mai'} Số ${n}`,
          departmentId: ids[name]!,
          unionJoinDate: '2015-01-01',
        })
      ).id;
  }
  ids.late = (
    await invoke('members.create', {
      fullName: 'Vàng A Chẩu',
      departmentId: ids['Khoa Nội']!,
      unionJoinDate: '2026-11-01',
    })
  ).id;
}, 120_000);
afterAll(() => t.close());

describe('a drive', () => {
  let id: number;
  const state = async () => (await t.invoke('drives.get', { id })).drive;
  it('asks the members of the cut-off day: 249 of 250 is 99,6%, not 100%', async () => {
    id = (
      await t.invoke('drives.save', {
        ...{
          name: 'Mái ấm tình thương',
          launchedOn: '2026-10-01',
          cutOff: '2026-10-15',
          deadline: '2026-11-15',
          fundId,
        },
      })
    ).id;
    const people = Array.from({ length: 149 }, (_, at) => ids[`Khoa Nội ${at + 1}`]!);
    await t.invoke('drives.record', {
      id,
      gifts: [
        ...people.map((memberId) => ({ memberId, onDate: '2026-10-20', amount: 100_000 })),
        { departmentId: ids['Khoa Ngoại']!, people: 100, onDate: '2026-10-21', amount: 10_000_000 },
        { name: 'Bếp ăn từ thiện', onDate: '2026-10-22', amount: 5_000_000 },
        { memberId: ids.late!, onDate: '2026-11-02', amount: 100_000 },
      ],
    });
    expect(await state()).toMatchObject({
      ...{ members: 250, given: 249, missing: 1, outsiders: 2, late: true },
      amount: 14_900_000 + 10_000_000 + 5_000_000 + 100_000,
    });
    expect(formatPercent(249, 250)).toBe('99,6%');
    const listed = async (input: { year?: number; late?: boolean }) =>
      (await t.invoke('drives.list', input)).rows.map((row) => row.id);
    expect(await listed({ late: true })).toContain(id);
    expect(await listed({ year: 2025 })).toContain(id);
    const missing = await t.invoke('drives.missing', { id });
    expect(missing.rows.map((row) => row.fullName)).toEqual(['Lò Thị Hoa Số 150']);
    expect(await textOf(await t.job('drives.paper', { id, list: 'missing' }))).toContain('Lò Thị Hoa Số 150');
  });

  it('is at 100% only when nobody is missing; a department short of people names how many', async () => {
    await t.invoke('drives.record', {
      id,
      gifts: [{ memberId: ids['Khoa Nội 150']!, onDate: '2026-11-20', amount: 50_000 }],
    });
    expect(await state()).toMatchObject({ given: 250, missing: 0, late: false });
    expect((await t.invoke('drives.list', { late: true })).total).toBe(0);
    expect((await t.invoke('drives.list', { year: 2025 })).total).toBe(0);
    expect((await t.invoke('drives.list', { year: 2026 })).total).toBe(1);
    expect((await t.invoke('drives.missing', { id })).total).toBe(0);
    const { rows } = await t.invoke('drives.gifts', { id, search: 'khoa ngoai' });
    const {
      departmentId,
      people: _,
      onDate,
      amount,
      version,
      id: giftId,
    } = rows.find((row) => row.departmentId !== null)!;
    await t.invoke('drives.updateGift', { id: giftId, version, departmentId, people: 97, onDate, amount });
    expect(await state()).toMatchObject({ given: 247, missing: 3 });
    expect((await t.invoke('drives.missing', { id })).unnamed).toMatchObject([
      { name: 'Khoa Ngoại', people: 3 },
    ]);
  });

  it('enters the cash book with one receipt, after which a gift stays as it is', async () => {
    const reply = await t.raw('drives.book', { id, fundId, onDate: '2026-11-20' });
    expect(reply).toMatchObject({ ok: true, data: { code: 'PT 001', amount: 30_050_000, count: 153 } });
    expect(await state()).toMatchObject({ unbooked: 0, booked: 30_050_000 });
    const [gift] = (await t.invoke('drives.gifts', { id })).rows;
    expect(await t.raw('drives.trashGifts', { ids: [gift!.id] })).toMatchObject({
      ok: false,
      error: { code: 'GIFT_BOOKED' },
    });
    expect(await t.raw('drives.book', { id, fundId, onDate: '2026-11-20' })).toMatchObject({
      ok: false,
      error: { code: 'NOTHING_TO_BOOK' },
    });
    if (!reply.ok) throw new Error('refused');
    const back = await t.raw(reply.undo!.operation, reply.undo!.input);
    expect(await state()).toMatchObject({ unbooked: 30_050_000 });
    if (!back.ok) throw new Error('refused');
    expect(await t.raw(back.undo!.operation, back.undo!.input)).toMatchObject({ ok: true });
    const text = await textOf(await t.job('drives.paper', { id }));
    expect(text).toContain('Ba mươi triệu không trăm năm mươi nghìn đồng');
  });
});

describe('a donor', () => {
  it('gives 100.000.000 đ for one purpose; it is never part of the general fund', async () => {
    const { invoke } = t;
    const donor = await invoke('donors.save', {
      name: 'Công ty Dược Thảo Nguyên',
      addressForm: 'Quý Công ty',
    });
    const earmark = await invoke('donors.saveEarmark', {
      name: 'Nhà ở cán bộ y tế',
      beneficiary: 'Trạm Y tế Nà Lùng',
      fundId,
    });
    ids.earmark = earmark.id;
    const before = (await invoke('donors.earmarks', {})).funds[0]!;
    const gift = await invoke('donors.saveGift', {
      ...{ donorId: donor.id, onDate: '2026-11-10', amount: 100_000_000, earmarkId: earmark.id },
      book: { fundId, holding: 'bank' },
    });
    ids.gift = gift.id;
    expect(gift.code).toBe('PT 002');
    const after = (await invoke('donors.earmarks', {})).funds[0]!;
    expect(after).toMatchObject({
      holds: before.holds + 100_000_000,
      earmarked: 100_000_000,
      free: before.free,
    });
    const { inWords, entries } = await invoke('donors.earmark', { id: earmark.id });
    expect(inWords).toBe('Một trăm triệu đồng');
    expect(entries).toMatchObject([{ kind: 'gift', amount: 100_000_000, left: 100_000_000, code: 'PT 002' }]);
  });

  it('sees what was spent of it, by payment and by gift campaign, and a balance below nothing is told', async () => {
    const { invoke } = t;
    const earmarkId = ids.earmark!;
    const paid = await invoke('funds.createVoucher', {
      ...{
        fundId,
        kind: 'payment',
        onDate: '2026-11-12',
        amount: 70_000_000,
        holding: 'bank',
        reason: 'Dựng nhà đợt 1',
      },
    });
    const use = {
      earmarkId,
      onDate: '2026-11-12',
      amount: 70_000_000,
      what: 'Dựng nhà đợt 1',
      voucherId: paid.id,
    };
    expect((await invoke('donors.saveUse', use)).left).toBe(30_000_000);
    expect(await t.raw('donors.saveUse', use)).toMatchObject({ ok: false, error: { code: 'EARMARK_TWICE' } });
    expect((await invoke('donors.saveUse', { ...use, voucherId: null, amount: 40_000_000 })).left).toBe(
      -10_000_000,
    );
    expect((await invoke('dues.board', {})).overspent).toBe(1);
  });

  it('is left what a gift campaign takes for its source, once', async () => {
    const earmarkId = ids.earmark!;
    const before = (await t.invoke('donors.earmark', { id: earmarkId })).earmark.left;
    const { id } = await t.invoke('welfare.createCampaign', {
      ...{ name: 'Quà cán bộ vùng cao', year: 2026, onDate: '2026-11-18' },
      sources: [{ kind: 'sponsor', amount: 6_000_000, earmarkId }],
    });
    expect((await t.invoke('donors.earmark', { id: earmarkId })).earmark.left).toBe(before - 6_000_000);
    await t.invoke('welfare.trash', { ids: [id] });
    expect((await t.invoke('donors.earmark', { id: earmarkId })).earmark.left).toBe(before);
  });

  it('is thanked by letter, one for each, and not when unnamed', async () => {
    const { invoke } = t;
    const unnamed = await invoke('donors.save', {
      name: 'Một người giấu tên',
      kind: 'person',
      anonymous: true,
    });
    const quiet = await invoke('donors.saveGift', {
      donorId: unnamed.id,
      onDate: '2026-11-11',
      amount: 1_000_000,
    });
    expect(await t.raw('donors.letters', { ids: [quiet.id] })).toMatchObject({
      ok: false,
      error: { code: 'NOTHING_TO_PRINT' },
    });
    expect((await invoke('dues.board', {})).notThanked).toBe(1);
    const letter = await t.job('donors.letters', { ids: [ids.gift!, quiet.id] });
    expect(letter.name).toBe('Thư cảm ơn Công ty Dược Thảo Nguyên.docx');
    expect((await invoke('dues.board', {})).notThanked).toBe(0);
    const list = await textOf(await t.job('donors.yearList', { year: 2026 }));
    expect(list).toContain('Nhà hảo tâm không nêu tên');
    expect(list).not.toContain('Một người giấu tên');
    expect(list).toMatch(/Một trăm (linh|lẻ) một triệu đồng/);
  });

  it('has gifts that go to the trash with their receipt and come back', async () => {
    const balance = async () => (await t.invoke('funds.list', {})).rows[0]!.cash;
    const before = await balance();
    const donor = (await t.invoke('donors.list', {})).rows[0]!;
    const gift = await t.invoke('donors.saveGift', {
      ...{ donorId: donor.id, onDate: '2026-11-15', amount: 2_000_000, book: { fundId } },
    });
    expect(await balance()).toBe(before + 2_000_000);
    await t.invoke('donors.trashGifts', { ids: [gift.id] });
    expect(await balance()).toBe(before);
    await t.invoke('donors.restoreGifts', { ids: [gift.id] });
    expect(await balance()).toBe(before + 2_000_000);
  });
});
