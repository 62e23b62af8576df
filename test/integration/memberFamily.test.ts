/** Families on a real store: one marriage for a couple, children counted once, ages on a day, households, the list. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { wrapDatabase } from '../../electron/db/database';
import { householdsOf } from '../../electron/modules/members/family/service';
import { openTestCore, type TestCore } from '../helpers/core';
import { STORE } from '../helpers/store';

const NOW = '2026-11-22';
let t: TestCore;
let ids: Record<string, number>;
beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date(`${NOW}T05:00:00Z`) });
  ids = {};
  for (const name of ['Trần Văn Nam', 'Lê Thị Hồng', 'Phạm Thị Mai', 'Hoàng Văn Tú'])
    ids[name] = (await t.invoke('members.create', { fullName: name })).id;
});
afterEach(() => t.close());
const id = (name: string) => ids[name]!;

it('keeps one marriage for two members, seen from both sides, and refuses a second while it lasts', async () => {
  const made = await t.invoke('members.saveMarriage', {
    memberId: id('Trần Văn Nam'),
    spouseId: id('Lê Thị Hồng'),
    marriedOn: '2012',
  });
  const his = await t.invoke('members.family', { id: id('Trần Văn Nam') });
  const hers = await t.invoke('members.family', { id: id('Lê Thị Hồng') });
  expect(his.marriages[0]).toMatchObject({ id: made.id, spouse: { fullName: 'Lê Thị Hồng' }, current: true });
  expect(hers.marriages[0]).toMatchObject({ id: made.id, spouse: { fullName: 'Trần Văn Nam' } });
  await expect(
    t.invoke('members.saveMarriage', { memberId: id('Hoàng Văn Tú'), spouseId: id('Lê Thị Hồng') }),
  ).rejects.toThrow(/SPOUSE_TAKEN.*Trần Văn Nam/);
  await expect(
    t.invoke('members.saveMarriage', { memberId: id('Hoàng Văn Tú'), spouseId: id('Hoàng Văn Tú') }),
  ).rejects.toThrow(/SPOUSE_SELF/);
  await expect(t.invoke('members.saveMarriage', { memberId: id('Hoàng Văn Tú') })).rejects.toThrow(
    /SPOUSE_MISSING/,
  );
  await t.invoke('members.saveMarriage', {
    ...{ id: made.id, version: made.version, memberId: id('Trần Văn Nam'), spouseId: id('Lê Thị Hồng') },
    marriedOn: '2012',
    endKind: 'divorced',
    endedOn: '2020-06-01',
  });
  await t.invoke('members.saveMarriage', {
    memberId: id('Hoàng Văn Tú'),
    spouseId: id('Lê Thị Hồng'),
    marriedOn: '2022-01-09',
  });
  const households = async (day: string) => (await t.invoke('members.households', { day })).rows;
  expect((await households('2019-01-01'))[0]?.couple.map((p) => p.fullName).sort()).toEqual([
    'Lê Thị Hồng',
    'Trần Văn Nam',
  ]);
  expect(await households('2021-01-01')).toEqual([]);
  expect((await households(NOW))[0]?.couple.map((p) => p.id)).toContain(id('Hoàng Văn Tú'));
  expect(await t.invoke('members.households', {})).toMatchObject({ members: 4, households: 3, total: 1 });
  await t.invoke('members.trash', { ids: [id('Hoàng Văn Tú')] });
  expect(await t.invoke('members.households', {})).toMatchObject({ members: 3, households: 3, total: 0 });
});

it('gives every member one household, whatever marriages are recorded', async () => {
  await t.invoke('members.saveMarriage', { memberId: id('Trần Văn Nam'), spouseId: id('Lê Thị Hồng') });
  await t.invoke('members.saveMarriage', { memberId: id('Phạm Thị Mai'), spouseName: 'Đỗ Văn Ngoài' });
  const raw = new Database(join(t.dir, STORE), { readonly: true });
  const db = wrapDatabase(raw);
  const all = Object.values(ids);
  expect(householdsOf({ db }, all, NOW)).toEqual([
    [id('Trần Văn Nam'), id('Lê Thị Hồng')],
    [id('Phạm Thị Mai')],
    [id('Hoàng Văn Tú')],
  ]);
  expect(householdsOf({ db }, [id('Lê Thị Hồng')], NOW)).toEqual([[id('Lê Thị Hồng')]]);
  raw.close();
});

it('counts a child of two members once, with ages on the day and what is not certain', async () => {
  await t.invoke('members.saveMarriage', { memberId: id('Trần Văn Nam'), spouseId: id('Lê Thị Hồng') });
  const both = [id('Trần Văn Nam'), id('Lê Thị Hồng')];
  const an = await t.invoke('members.saveChild', {
    parentIds: both,
    fullName: 'Trần Hồng An',
    birthDate: '2010-11-22',
  });
  await t.invoke('members.saveChild', {
    parentIds: both,
    fullName: 'Trần Bảo Bình',
    birthDate: '2010-11-23',
  });
  await t.invoke('members.saveChild', {
    parentIds: [id('Phạm Thị Mai')],
    fullName: 'Đỗ Gia Huy',
    birthDate: '2010',
  });
  await t.invoke('members.saveChild', { parentIds: [id('Phạm Thị Mai')], fullName: 'Đỗ Khánh Linh' });
  const list = await t.invoke('members.children', {});
  expect(list.rows.map((row) => [row.fullName, row.age])).toEqual([
    ['Trần Bảo Bình', { min: 15, max: 15 }],
    ['Đỗ Gia Huy', { min: 15, max: 16 }],
    ['Đỗ Khánh Linh', null],
  ]);
  expect(list).toMatchObject({ total: 3, uncertain: 2 });
  expect((await t.invoke('members.children', { day: '2026-11-21' })).total).toBe(4);
  expect((await t.invoke('members.children', { under: null })).total).toBe(4);
  expect(
    (await t.invoke('members.children', { under: null, search: 'hong' })).rows.map((r) => r.fullName),
  ).toEqual(['Trần Hồng An', 'Trần Bảo Bình']);
  await expect(
    t.invoke('members.saveChild', {
      parentIds: [id('Lê Thị Hồng')],
      fullName: 'Trần hồng An',
      birthDate: '2010',
    }),
  ).rejects.toThrow(/CHILD_RECORDED/);
  await t.invoke('members.trash', { ids: [id('Lê Thị Hồng')] });
  expect((await t.invoke('members.children', { under: null })).total).toBe(4);
  const { version } = await t.invoke('members.get', { id: id('Phạm Thị Mai') });
  await t.invoke('members.setStatus', {
    id: id('Phạm Thị Mai'),
    version,
    status: 'left',
    statusDate: '2026-03-01',
  });
  expect((await t.invoke('members.children', { under: null })).total).toBe(2);
  expect((await t.invoke('members.children', { under: null, formerParents: true })).total).toBe(4);
  expect((await t.invoke('members.children', { under: null, day: '2026-01-01' })).total).toBe(4);
  await t.invoke('members.trashChildren', { ids: [an.id] });
  expect((await t.invoke('members.family', { id: id('Trần Văn Nam') })).children).toHaveLength(1);
  expect((await t.invoke('trash.list', {})).rows).toContainEqual(
    expect.objectContaining({ entity: 'child', label: 'Trần Hồng An (2010)' }),
  );
  await t.invoke('members.restoreChildren', { ids: [an.id] });
  const back = (await t.invoke('members.family', { id: id('Trần Văn Nam') })).children[0];
  expect(back?.parentIds).toEqual(expect.arrayContaining(both));
});

it('offers a child recorded for the spouse only, and links a grown child to the own membership', async () => {
  await t.invoke('members.saveMarriage', { memberId: id('Trần Văn Nam'), spouseId: id('Lê Thị Hồng') });
  const child = await t.invoke('members.saveChild', {
    parentIds: [id('Lê Thị Hồng')],
    fullName: 'Hoàng Văn Tú',
    birthDate: '2003',
    memberId: id('Hoàng Văn Tú'),
  });
  const his = await t.invoke('members.family', { id: id('Trần Văn Nam') });
  expect(his.children).toEqual([]);
  expect(his.spouseChildren.map((c) => c.id)).toEqual([child.id]);
  const grown = await t.invoke('members.family', { id: id('Hoàng Văn Tú') });
  expect(grown.childOf).toMatchObject([{ childId: child.id, parents: [{ fullName: 'Lê Thị Hồng' }] }]);
  await expect(
    t.invoke('members.saveChild', {
      parentIds: [id('Phạm Thị Mai')],
      fullName: 'X',
      memberId: id('Phạm Thị Mai'),
    }),
  ).rejects.toThrow(/CHILD_SELF/);
});

it('takes each step back and brings it again, and refuses a stale one', async () => {
  const reply = await t.raw('members.saveChild', { parentIds: [id('Phạm Thị Mai')], fullName: 'Đỗ Gia Huy' });
  if (!reply.ok) throw new Error('not saved');
  const { id: childId } = reply.data as { id: number };
  const first = await t.invoke('members.saveSchoolResult', { childId, schoolYear: 2025, result: 'good' });
  const second = await t.raw('members.saveSchoolResult', {
    ...first,
    childId,
    schoolYear: 2025,
    result: 'excellent',
    prize: 'Giải Ba Toán',
    prizeLevel: 'province',
  });
  if (!second.ok || !second.undo) throw new Error('not saved');
  await expect(
    t.invoke('members.saveSchoolResult', { ...first, childId, schoolYear: 2024, result: 'fair' }),
  ).rejects.toThrow(/VERSION_CONFLICT/);
  const listed = { schoolYear: 2025, results: ['excellent' as const], withPrize: true };
  expect((await t.invoke('members.children', listed)).total).toBe(1);
  await t.raw(second.undo.operation, second.undo.input);
  expect((await t.invoke('members.children', listed)).total).toBe(0);
  expect((await t.invoke('members.children', { ...listed, results: ['good'], withPrize: false })).total).toBe(
    1,
  );
  await t.raw(reply.undo!.operation, reply.undo!.input);
  expect((await t.invoke('members.children', {})).total).toBe(0);
});

it('writes the list as a workbook with the ages of the day', async () => {
  await t.invoke('members.saveChild', {
    parentIds: [id('Phạm Thị Mai')],
    fullName: 'Đỗ Gia Huy',
    birthDate: '2015-03-02',
  });
  await t.invoke('members.saveChild', {
    parentIds: [id('Phạm Thị Mai')],
    fullName: '=1+1',
    birthDate: '2012',
  });
  const file = await t.job('members.exportChildren', { day: '2027-06-01' });
  expect(file.name).toBe('Danh sách con đoàn viên 01-06-2027.xlsx');
  const sheet = (await readXlsx(readFileSync(t.core.files.outgoing(file.token).path))).sheets[0]!;
  const text = sheet.rows.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString() : cell)));
  expect(JSON.stringify(text)).toContain('DƯỚI 16 TUỔI (tính đến ngày 01/06/2027)');
  const huy = text.find((row) => row.includes('Đỗ Gia Huy'));
  expect(huy).toEqual(expect.arrayContaining(['Đỗ Gia Huy', '12', 'Phạm Thị Mai']));
  expect(text.find((row) => row.includes('=1+1'))).toEqual(expect.arrayContaining(['14–15']));
});
