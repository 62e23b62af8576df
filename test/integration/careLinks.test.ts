/** What visits and cases are linked to: events, relatives without a name, merged records, a person made anonymous. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';

let t: TestCore;
let departmentId: number;
let reasonId: number;
let kindId: number;
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  departmentId = (await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Nhi' })).id;
  const lists = await t.invoke('care.catalogue', {});
  reasonId = lists.reasons.find((row) => row.name.startsWith('Ốm đau'))!.id;
  kindId = lists.kinds.find((row) => row.handover)!.id;
}, 120_000);
afterAll(() => t.close());

const person = async (fullName: string, more: Partial<InputOf<'members.create'>> = {}): Promise<number> =>
  (await t.invoke('members.create', { fullName, departmentId, ...more })).id;
const visit = (memberId: number, onDate: string, more: Partial<InputOf<'care.createVisit'>> = {}) =>
  t.invoke('care.createVisit', { memberId, reasonId, onDate, cash: 300_000, ...more });
const value = async (id: InputOf<'dashboard.indicator'>['id']) =>
  (await t.invoke('dashboard.indicator', { id, ...YEAR })).value;
const people = async () => {
  const { people: count, unnamed } = await t.invoke('care.figures', YEAR);
  expect(await value('welfare.visitedPeople')).toBe(count);
  expect((await t.invoke('care.visits', YEAR)).people).toBe(count);
  return { count, unnamed };
};

it('counts an event of visiting and the slips linked to it once', async () => {
  const event = { kind: 'visit', startsOn: '2026-03-08' } as const;
  const linked = await t.invoke('events.create', { ...event, name: 'Thăm đoàn viên ốm dịp 8/3' });
  await t.invoke('events.create', { ...event, name: 'Thăm đơn vị bạn' });
  const ban = await person('Lò Thị Ban');
  expect(await value('welfare.visitsOnce')).toBe(2);
  const made = await visit(ban, '2026-03-08', { eventId: linked.id });
  await visit(await person('Lò Thị Chom'), '2026-03-08', { eventId: linked.id });
  expect(await value('events.kind.visit')).toBe(2);
  expect(await value('welfare.visitsOnce')).toBe(3);
  expect((await t.invoke('care.visit', { id: made.id })).row.event).toBe('Thăm đoàn viên ốm dịp 8/3');
  const records = await t.invoke('dashboard.records', { id: 'welfare.visitsOnce', ...YEAR });
  expect(records.rows.map((row) => row.label).sort()).toEqual([
    'Lò Thị Ban',
    'Lò Thị Chom',
    'Thăm đơn vị bạn',
  ]);
  const unknown = await t.raw('care.createVisit', {
    memberId: ban,
    reasonId,
    onDate: '2026-09-01',
    eventId: 999,
  });
  expect(unknown).toMatchObject({ ok: false, error: { fields: { eventId: 'NOT_FOUND' } } });
});

it('counts relatives without a name as few as they can be, and says so', async () => {
  const before = await people();
  const den = await person('Lò Văn Đen');
  const kin = { who: 'family', relation: 'parent' } as const;
  const first = await visit(den, '2026-02-01', kin);
  await visit(den, '2026-08-01', kin);
  expect(await people()).toEqual({ count: before.count + 1, unnamed: 2 });
  await visit(den, '2026-09-01', { ...kin, name: 'Lò Văn Pú', again: 'Ra viện' });
  expect(await people()).toEqual({ count: before.count + 1, unnamed: 2 });
  const { row } = await t.invoke('care.visit', { id: first.id });
  expect(row.name).toBe('Cha, mẹ của Lò Văn Đen');
  const named = { memberId: den, reasonId, onDate: '2026-02-01', ...kin, name: 'Quàng Thị Ín' };
  await t.invoke('care.updateVisit', { ...named, id: row.id, version: row.version });
  expect(await people()).toEqual({ count: before.count + 2, unnamed: 1 });
});

it('is one person after a merge, and two again when it is taken apart', async () => {
  const kept = await person('Cà Văn Hặc', { cardNo: '0123456701' });
  const twin = await person('Cà Văn Hặc', { birthDate: '1990' });
  await visit(kept, '2026-04-01');
  await visit(twin, '2026-05-20', { again: 'Nằm viện lần hai' });
  await visit(await person('Cà Thị Ngoan'), '2026-05-21', { visitors: [{ memberId: twin }] });
  await t.invoke('care.createCase', {
    kindId,
    title: 'Sửa nhà anh Hặc',
    memberId: twin,
    openedOn: '2026-05-01',
  });
  const before = await people();
  const { version: keptVersion } = await t.invoke('members.get', { id: kept });
  const { version: goneVersion } = await t.invoke('members.get', { id: twin });
  const merged = await t.raw('members.merge', { keptId: kept, keptVersion, goneId: twin, goneVersion });
  expect(merged).toMatchObject({ ok: true });
  expect((await people()).count).toBe(before.count - 1);
  const told = await t.invoke('care.ofMember', { memberId: kept });
  expect([told.visits.length, told.cases.length]).toEqual([2, 1]);
  const { undo } = merged as { undo: { operation: string; input: object } };
  expect(await t.raw(undo.operation, undo.input)).toMatchObject({ ok: true });
  expect((await people()).count).toBe(before.count);
  expect((await t.invoke('care.ofMember', { memberId: twin })).cases).toHaveLength(1);
});

it('takes money of a case out of a purpose and the book of the fund by one voucher', async () => {
  const fund = { name: 'Quỹ công đoàn', openedOn: '2026-01-01', openingCash: 90_000_000 };
  const { id: fundId } = await t.invoke('funds.save', fund);
  const { id: earmarkId } = await t.invoke('donors.saveEarmark', { name: 'Mái ấm 2026' });
  const title = 'Mái ấm gia đình chị Ngân';
  const { id } = await t.invoke('care.createCase', {
    kindId,
    title,
    memberId: await person('Lường Thị Ngân'),
    openedOn: '2026-06-01',
    money: [
      { source: 'own', amount: 10_000_000, onDate: '2026-06-10' },
      { source: 'sponsor', amount: 40_000_000, onDate: '2026-06-11', earmarkId },
      { source: 'above', amount: 50_000_000 },
    ],
  });
  const loose = async () =>
    (await t.invoke('funds.checks', { year: 2026 })).others.filter((row) => row.label.startsWith(title));
  const earmark = async () => (await t.invoke('donors.earmark', { id: earmarkId })).earmark;
  expect((await loose()).map((row) => row.path)).toEqual([`/welfare/cases/${id}`, `/welfare/cases/${id}`]);
  expect(await earmark()).toMatchObject({ spent: 40_000_000, left: -40_000_000 });
  const due = async () =>
    (await t.invoke('dashboard.due', { from: '2026-01-01', to: '2026-12-31' })).rows.map((one) => one.kind);
  expect(await due()).toContain('casesUnpaid');
  expect((await t.invoke('care.cases', { check: 'noVoucher' })).rows.map((one) => one.id)).toContain(id);
  const { row, money } = await t.invoke('care.case', { id });
  expect(money.map((one) => one.unpaid)).toEqual([true, true, false]);
  const how = { id, version: row.version, rows: [0, 1], fundId, onDate: '2026-06-12' };
  const paid = await t.raw('care.payCase', how);
  expect(paid).toMatchObject({ ok: true, data: { amount: 50_000_000 } });
  expect(await loose()).toEqual([]);
  expect((await t.invoke('care.cases', { check: 'noVoucher' })).rows.map((one) => one.id)).not.toContain(id);
  const voucherId = (paid as { data: { id: number } }).data.id;
  const { voucher } = await t.invoke('funds.voucher', { id: voucherId });
  expect(voucher.source).toMatchObject({ entity: 'care_case', id, label: title });
  const use = { earmarkId, onDate: '2026-06-12', amount: 50_000_000, what: 'Mái ấm', voucherId };
  expect(await t.raw('donors.saveUse', use)).toMatchObject({ error: { code: 'EARMARK_TWICE' } });
  const again = await t.raw('care.payCase', { ...how, version: row.version + 1 });
  expect(again).toMatchObject({ ok: false, error: { code: 'CARE_PAID' } });
  const { undo } = paid as { undo: { operation: string; input: object } };
  await t.raw(undo.operation, undo.input);
  expect(await loose()).toHaveLength(2);
  await t.invoke('care.trashCases', { ids: [id] });
  expect([(await earmark()).spent, await loose()]).toEqual([0, []]);
});

it('stands in the record of the member, and leaves no name behind when the member is made anonymous', async () => {
  const id = await person('Tòng Văn Hiêng');
  const { id: fundId } = (await t.invoke('funds.list', {})).rows[0]!;
  const kin = { who: 'family', relation: 'parent', name: 'Tòng Văn Inh' } as const;
  const seen = await visit(id, '2026-02-10', { ...kin, words: 'nằm viện tỉnh' });
  const money = [{ source: 'own' as const, amount: 5_000_000 }];
  const help = await t.invoke('care.createCase', {
    kindId,
    title: 'Sửa nhà anh Hiêng bản Pó',
    memberId: id,
    openedOn: '2026-03-01',
    money,
  });
  const how = { fundId, onDate: '2026-03-02' };
  const forVisit = await t.invoke('care.pay', { ids: [seen.id], ...how });
  const forCase = await t.invoke('care.payCase', { id: help.id, version: 1, rows: [0], ...how });
  const file = await t.job('members.recordFile', { id, format: 'json' });
  const record = readFileSync(t.core.files.outgoing(file.token).path, 'utf8');
  for (const words of [
    'Tòng Văn Inh',
    'nằm viện tỉnh',
    '300.000 đồng',
    'Sửa nhà anh Hiêng bản Pó',
    '5.000.000',
  ])
    expect(record).toContain(words);
  const { version } = await t.invoke('members.get', { id });
  await t.invoke('members.setStatus', { id, version, status: 'retired', statusDate: '2011-01-01' });
  await t.invoke('members.setRetention', { years: 5 });
  await t.job('members.anonymise', { ids: [id], confirm: '1' });
  const left = [
    await t.invoke('funds.voucher', { id: forVisit.id }),
    await t.invoke('funds.voucher', { id: forCase.id }),
    await t.invoke('care.ofMember', { memberId: id }),
  ];
  for (const name of ['Hiêng', 'Inh', 'nằm viện tỉnh']) expect(JSON.stringify(left)).not.toContain(name);
  expect(left[2]).toMatchObject({ visits: [{ cash: 300_000 }], cases: [{ total: 5_000_000 }] });
});
