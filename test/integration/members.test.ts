import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';
import { STORE } from '../helpers/store';

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore();
});
afterEach(() => t.close());

const add = (fullName: string, more: Record<string, unknown> = {}) =>
  t.invoke('members.create', { fullName, ...more });
const names = async (input: Record<string, unknown> = {}) =>
  (await t.invoke('members.list', input)).rows.map((row) => row.fullName);

describe('the register', () => {
  it('sorts by given name in Vietnamese order, with a per-person sort word', async () => {
    for (const name of ['Trần Văn Ân', 'Lê Thị Ánh', 'Đặng Thị An', 'Vũ Đức Đức', 'Bùi Văn Dũng'])
      await add(name);
    await add('Y Bảo Niê', { sortName: 'Bảo' });
    expect(await names()).toEqual([
      'Đặng Thị An',
      'Lê Thị Ánh',
      'Trần Văn Ân',
      'Y Bảo Niê',
      'Bùi Văn Dũng',
      'Vũ Đức Đức',
    ]);
  });

  it('finds without tones and with đ, exact tones first, by initials and by the tail of numbers', async () => {
    await add('Nguyễn Thị Hoa', { phone: '0915 318 881', cardNo: 'CD1322406' });
    await add('Nguyễn Thị Hòa', { idNumber: '011189004567' });
    await add('Nguyễn Thị Hoá');
    await add('Đỗ Đình Đức');
    expect(await names({ search: 'nguyen thi hoa' })).toEqual([
      'Nguyễn Thị Hoa',
      'Nguyễn Thị Hòa',
      'Nguyễn Thị Hoá',
    ]);
    expect((await names({ search: 'hoà' }))[0]).toBe('Nguyễn Thị Hòa');
    expect(await names({ search: 'dinh duc' })).toEqual(['Đỗ Đình Đức']);
    expect(await names({ search: 'nth' })).toHaveLength(3);
    expect(await names({ search: '8881' })).toEqual(['Nguyễn Thị Hoa']);
    expect(await names({ search: 'cd1322406' })).toEqual(['Nguyễn Thị Hoa']);
    expect(await names({ search: '4567' })).toEqual(['Nguyễn Thị Hòa']);
    expect(await names({ search: 'Nguyễn'.normalize('NFD') })).toHaveLength(3);
    expect(await names({ search: '"*() OR' })).toEqual([]);
  });

  it('finds words after an apostrophe by themselves, in stores of older versions too', async () => {
    const { id } = await add('H’Hen Niê');
    await add("H'Nguyễn Thị Hòa An");
    const typed = { 'hen nie': 'H’Hen Niê', 'nguyen thi hoa': "H'Nguyễn Thị Hòa An", hhen: 'H’Hen Niê' };
    const found = async () => {
      for (const [search, name] of Object.entries(typed)) expect(await names({ search })).toEqual([name]);
    };
    await found();
    const store = new Database(join(t.dir, STORE));
    store.exec(`DELETE FROM meta WHERE key = 'search_words_after_signs';
      INSERT OR REPLACE INTO member_search (rowid, name, initials, codes) VALUES (${id}, 'hhen nie', 'hhn', '')`);
    store.close();
    expect(await names({ search: 'hen nie' })).toEqual([]);
    t = await t.reopen();
    await found();
  });

  it('puts whole words before the beginnings of longer ones', async () => {
    for (const name of ['Hoàng Thị Ánh', 'Lê Thị Hoa', 'Trần Thị Hòa']) await add(name);
    expect(await names({ search: 'hoa' })).toEqual(['Lê Thị Hoa', 'Trần Thị Hòa', 'Hoàng Thị Ánh']);
    expect(await names({ search: 'hoà' })).toEqual(['Trần Thị Hòa', 'Lê Thị Hoa', 'Hoàng Thị Ánh']);
  });

  it('filters by department, sex, Party, age and what is missing', async () => {
    const khoa = await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Nội' });
    await t.invoke('members.setSensitive', { group: 'party', enabled: true, purpose: 'Báo cáo' });
    await add('Lê Thị Lan', {
      gender: 'female',
      birthDate: '1990-05-01',
      departmentId: khoa.id,
      isParty: true,
    });
    await add('Lê Văn Lâm', { gender: 'male', birthDate: '1960' });
    expect(await names({ departmentIds: [khoa.id] })).toEqual(['Lê Thị Lan']);
    expect(await names({ genders: ['male'] })).toEqual(['Lê Văn Lâm']);
    expect(await names({ party: true })).toEqual(['Lê Thị Lan']);
    expect(await names({ ageFrom: 20, ageTo: 50 })).toEqual(['Lê Thị Lan']);
    expect(await names({ missing: 'department' })).toEqual(['Lê Văn Lâm']);
  });

  it('refuses a card that another member has, and names its owner', async () => {
    await add('Nguyễn Thị Hoa', { cardNo: 'CD1', birthDate: '1989' });
    const reply = await t.raw('members.create', { fullName: 'Lê Văn Tám', cardNo: 'CD1' });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'CARD_TAKEN', details: { name: 'Nguyễn Thị Hoa', year: '1989' } },
    });
  });

  it('keeps versions apart and takes an update back', async () => {
    const { id } = await add('Nguyễn Thị Hoa', { phone: '0900000001' });
    const { fields, version } = await t.invoke('members.get', { id });
    const reply = await t.raw('members.update', { id, version, ...fields, phone: '0900000002' });
    expect(reply.ok && reply.undo).toBeTruthy();
    expect(await t.raw('members.update', { id, version, ...fields })).toMatchObject({
      ok: false,
      error: { code: 'VERSION_CONFLICT' },
    });
    if (reply.ok && reply.undo)
      expect(await t.raw(reply.undo.operation, reply.undo.input)).toMatchObject({ ok: true });
    expect((await t.invoke('members.get', { id })).fields.phone).toBe('0900000001');
  });

  it('moves to the trash, out of lists and search, and back', async () => {
    const { id } = await add('Nguyễn Thị Hoa');
    await t.invoke('members.trash', { ids: [id] });
    expect(await names()).toEqual([]);
    expect(await names({ search: 'hoa' })).toEqual([]);
    const trash = await t.invoke('trash.list', {});
    expect(trash.rows).toMatchObject([
      { entity: 'member', label: 'Nguyễn Thị Hoa', restoreOperation: 'members.restore' },
    ]);
    await t.invoke('members.restore', { ids: [id] });
    expect(await names({ search: 'hoa' })).toEqual(['Nguyễn Thị Hoa']);
  });

  it('tells one person’s story: joining, moving, leaving', async () => {
    const a = await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Nội' });
    const b = await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Ngoại' });
    const { id, version } = await add('Nguyễn Thị Hoa', { departmentId: a.id, unionJoinDate: '2012-06-12' });
    const { fields } = await t.invoke('members.get', { id });
    const moved = await t.invoke('members.update', { id, version, ...fields, departmentId: b.id });
    await t.invoke('members.setStatus', {
      id,
      version: moved.version,
      status: 'retired',
      statusDate: '2026-10-01',
    });
    const { rows } = await t.invoke('members.timeline', { id });
    expect(rows.map((row) => row.kind)).toEqual(
      expect.arrayContaining(['joined', 'moved', 'status', 'created']),
    );
    expect(rows.find((row) => row.kind === 'moved')?.detail).toBe('Khoa Nội → Khoa Ngoại');
    expect((await t.invoke('members.counts', {})).active).toBe(0);
  });

  it('does not let a department with people go to the trash', async () => {
    const khoa = await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Nội' });
    const { id } = await add('Nguyễn Thị Hoa', { departmentId: khoa.id });
    expect(await t.raw('organisation.trash', { ids: [khoa.id] })).toMatchObject({
      ok: false,
      error: { code: 'IN_USE' },
    });
    await t.invoke('members.trash', { ids: [id] });
    expect(await t.raw('organisation.trash', { ids: [khoa.id] })).toMatchObject({ ok: true });
  });
});

describe('the exported list', () => {
  it('is a workbook with the chosen columns in the order of the list', async () => {
    await add('Trần Văn Bình', { phone: '0912000111', birthDate: '1989' });
    await add('Lê Thị An', { idNumber: '001189004567' });
    const file = await t.job('members.exportList', {
      columns: ['fullName', 'birthDate', 'idNumber', 'phone'],
      purpose: 'Đối chiếu thẻ bảo hiểm',
    });
    const { read, utils } = await import('@e965/xlsx');
    const { readFileSync } = await import('node:fs');
    const book = read(readFileSync(t.core.files.outgoing(file.token).path));
    const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, raw: false });
    const header = rows.findIndex((row) => row.includes('Họ và tên'));
    expect(rows.slice(header + 1).map((row) => row.slice(1))).toEqual(
      [
        ['Lê Thị An', '', '001189004567'],
        ['Trần Văn Bình', '1989', '', '0912000111'],
      ].map((row) => expect.arrayContaining(row.filter(Boolean))),
    );
    expect(file.name).toMatch(/^Danh sách đoàn viên .*\.xlsx$/);
  });
});

describe('the trash', () => {
  it('gives nobody back whose card another member has by now, and names the other', async () => {
    const { id } = await add('Nguyễn Thị Hoa', { cardNo: 'CD1' });
    await t.invoke('members.trash', { ids: [id] });
    await add('Lê Văn Tám', { cardNo: 'CD1' });
    expect(await t.raw('members.restore', { ids: [id] })).toMatchObject({
      ok: false,
      error: { code: 'CARD_TAKEN', details: { name: 'Lê Văn Tám' } },
    });
    expect(await names()).toEqual(['Lê Văn Tám']);
  });
});
