import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';

const FIXTURES = 'test/fixtures/members';
const truth = JSON.parse(readFileSync(join(FIXTURES, 'truth.json'), 'utf8'));

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore();
});
afterEach(() => t.close());

const storePath = (dir: string) =>
  join(dir, readdirSync(dir).find((name) => /\.(db|sqlite|socd)$/.test(name)) ?? '');

const open = (file: string) =>
  t.job('members.importOpen', { token: t.core.files.registerPicked(join(FIXTURES, file)).token });

async function preview(file: string) {
  const opened = await open(file);
  const seen = await t.job('members.importPreview', {
    importId: opened.importId,
    mapping: opened.columns.map(({ index, field }) => ({ index, field })),
  });
  return { ...opened, ...seen };
}

async function bringIn(file: string) {
  const seen = await preview(file);
  const { sums } = await t.job('members.importCommit', { importId: seen.importId });
  return { ...seen, sums };
}

const switchOn = (group: 'party' | 'money' | 'ethnicity') =>
  t.invoke('members.setSensitive', { group, enabled: true, purpose: 'Thử nhập danh sách' });
const idNumberOf = async (id: number) =>
  (await t.invoke('members.reveal', { id, fields: ['idNumber'] })).values.idNumber;

const register = async () => {
  const rows = [];
  for (let offset = 0; ; offset += 500) {
    const page = await t.invoke('members.list', { offset, limit: 500 });
    rows.push(...page.rows);
    if (page.rows.length < 500) return rows;
  }
};

const FILES = [
  ['members-clean.xlsx', 312],
  ['members-office.xlsx', 268],
  ['members-tcvn3.xlsx', 84],
  ['members-semicolon.csv', 57],
  ['members-web-export.xls', 41],
] as const;

it('is written after one copy, made while the list is read; what was recorded meanwhile is in another', async () => {
  const copies = async () =>
    (await t.invoke('backup.list', {})).copies.filter(({ reason }) => reason === 'before-import').length;
  await bringIn('members-semicolon.csv');
  expect(await copies()).toBe(1);
  const second = await preview('members-web-export.xls');
  await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Mắt' });
  await t.job('members.importCommit', { importId: second.importId });
  expect(await copies()).toBe(3);
});

it('lets words after an apostrophe be found by themselves', async () => {
  const list = 'Họ và tên;Ngày sinh\nH’Hen Niê;12/05/1990\nH’Nguyễn Thị Hòa An;03/04/1991\n';
  const path = join(t.dir, 'buon.csv');
  writeFileSync(path, list);
  const { token } = t.core.files.registerPicked(path);
  const { importId, columns } = await t.job('members.importOpen', { token });
  await t.job('members.importPreview', {
    importId,
    mapping: columns.map(({ index, field }) => ({ index, field })),
  });
  await t.job('members.importCommit', { importId });
  const found = async (search: string) =>
    (await t.invoke('members.list', { search })).rows.map((row) => row.fullName);
  expect(await found('hen nie')).toEqual(['H’Hen Niê']);
  expect(await found('nguyen thi hoa')).toEqual(['H’Nguyễn Thị Hòa An']);
});

describe.each(FILES)('%s', (file, people) => {
  it('brings in everybody once, with a sum that adds up, and a second time changes nothing', async () => {
    const { sums } = await bringIn(file);
    expect(sums.created).toBe(people);
    expect(sums.rows).toBe(sums.created + sums.updated + sums.same + sums.merged + sums.skipped);
    expect(await register()).toHaveLength(people);
    const again = await preview(file);
    expect(again.counts).toMatchObject({ new: 0, changed: 0 });
    expect(again.newDepartments).toEqual([]);
  });

  it('is taken back with one step', async () => {
    const { importId } = await bringIn(file);
    const result = await t.invoke('members.importUndo', { importId });
    expect(result).toEqual({ removed: people, reverted: 0, kept: 0 });
    expect(await register()).toEqual([]);
    expect((await t.invoke('organisation.units', {})).rows).toEqual([]);
    const again = await bringIn(file);
    expect(again.sums.created).toBe(people);
  });
});

describe('what the register holds equals the truth', () => {
  it('members-clean.xlsx', async () => {
    await switchOn('party');
    const { sums } = await bringIn('members-clean.xlsx');
    const rows = await register();
    const t1 = truth['members-clean.xlsx'];
    expect(rows.filter((r) => r.gender === 'female')).toHaveLength(t1.female);
    expect((await t.invoke('members.list', { party: true })).total).toBe(t1.party);
    expect(sums.departmentsCreated).toBe(t1.departments);
    expect(rows.find((r) => r.fullName === t1.first)?.birthDate).toBe(
      t1.firstBorn.split('/').reverse().join('-'),
    );
    const last = rows.find((r) => r.fullName === t1.last);
    expect(await idNumberOf(last!.id)).toBe(t1.lastId);
  });

  it('members-office.xlsx, whose repeated rows only add what the first lacks', async () => {
    await switchOn('party');
    const { sums, counts } = await bringIn('members-office.xlsx');
    const rows = await register();
    const t2 = truth['members-office.xlsx'];
    expect(counts.suspect).toBe(t2.duplicates);
    expect(sums.merged).toBe(t2.duplicates);
    expect(rows).toHaveLength(t2.people);
    expect(rows.filter((r) => r.gender === 'female')).toHaveLength(t2.female);
    expect((await t.invoke('members.list', { party: true })).total).toBe(t2.party);
    expect(sums.departmentsCreated).toBe(t2.departments);
    expect(rows.filter((r) => r.birthDate?.length === 4)).toHaveLength(t2.yearOnlyPeople);
  });

  it('members-tcvn3.xlsx, semicolon.csv and web-export.xls', async () => {
    await bringIn('members-tcvn3.xlsx');
    const t3 = truth['members-tcvn3.xlsx'];
    const names = (await register()).map((r) => r.fullName);
    expect([...names].sort()).toEqual([...t3.names].sort());
    expect((await t.invoke('members.list', { search: t3.first })).rows[0]?.department).toBe(t3.firstDept);
    await t.reopen();
  });

  it('restores the zeros a spreadsheet dropped', async () => {
    await bringIn('members-semicolon.csv');
    expect(
      (await t.invoke('members.list', { search: truth['members-semicolon.csv'].firstPhone.slice(-6) }))
        .rows[0]?.phone,
    ).toBe(truth['members-semicolon.csv'].firstPhone);
    await bringIn('members-web-export.xls');
    const { lastId } = truth['members-web-export.xls'];
    const found = await t.invoke('members.list', { search: lastId.slice(-6) });
    expect(await Promise.all(found.rows.map((r) => idNumberOf(r.id)))).toContain(lastId);
  });
});

describe('nothing half-done', () => {
  it('refuses to write while a suspect is undecided, and a name alone never merges', async () => {
    const a = await t.invoke('members.create', { fullName: 'Ngô Bá Mạnh', birthDate: '1977' });
    const seen = await preview('members-clean.xlsx');
    expect(seen.counts.suspect).toBe(1);
    expect(await t.raw('members.importCommit', { importId: seen.importId })).toMatchObject({
      ok: false,
      error: { code: 'IMPORT_UNDECIDED' },
    });
    const { rows } = await t.invoke('members.importRows', { importId: seen.importId, show: 'attention' });
    expect(rows[0]).toMatchObject({ verdict: 'suspect', candidates: [{ memberId: a.id }] });
    const left = await t.invoke('members.importDecide', {
      importId: seen.importId,
      lines: [rows[0]!.line],
      decision: 'merge',
      memberId: a.id,
    });
    expect(left.undecided).toBe(0);
    const { sums } = await t.job('members.importCommit', { importId: seen.importId });
    expect(sums).toMatchObject({ rows: 312, created: 311, merged: 1 });
    expect((await t.invoke('members.get', { id: a.id })).fields.birthDate).toBe('1977-07-28');
    const undone = await t.invoke('members.importUndo', { importId: seen.importId });
    expect(undone).toEqual({ removed: 311, reverted: 1, kept: 0 });
    expect((await t.invoke('members.get', { id: a.id })).fields.birthDate).toBe('1977');
  });

  it('refuses to write over a register that changed since the preview, and judges again', async () => {
    const seen = await preview('members-semicolon.csv');
    const { rows } = await t.invoke('members.importRows', { importId: seen.importId, limit: 1 });
    await t.invoke('members.create', { fullName: String(rows[0]!.values.fullName), phone: '0900000000' });
    expect(await t.raw('members.importCommit', { importId: seen.importId })).toMatchObject({
      ok: false,
      error: { code: 'IMPORT_STALE' },
    });
    expect(await register()).toHaveLength(1);
    const mapping = seen.columns.map(({ index, field }) => ({ index, field }));
    const again = await t.job('members.importPreview', { importId: seen.importId, mapping });
    expect(again.counts.new + again.counts.suspect + again.counts.changed).toBe(57);
    expect(again.counts.new).toBeLessThan(57);
  });

  it('leaves the register as it was when it is cancelled in the middle', async () => {
    const seen = await preview('members-clean.xlsx');
    const stop = new AbortController();
    await expect(
      t.job(
        'members.importCommit',
        { importId: seen.importId },
        { signal: stop.signal, onProgress: () => stop.abort() },
      ),
    ).rejects.toThrow('CANCELLED');
    expect(await register()).toEqual([]);
    const { sums } = await t.job('members.importCommit', { importId: seen.importId });
    expect(sums.created).toBe(312);
  });

  it('removes at the next start what a crash left half-written, and what was taken back', async () => {
    const { importId } = await bringIn('members-clean.xlsx');
    await t.invoke('members.importUndo', { importId });
    const seen = await preview('members-semicolon.csv');
    await t.core.close();
    const { default: Database } = await import('better-sqlite3');
    const file = new Database(storePath(t.dir));
    file.exec(`INSERT INTO import_hidden VALUES (${seen.importId}, 'writing');
      UPDATE import SET state = 'writing' WHERE id = ${seen.importId};
      INSERT INTO member (uid, unit_id, full_name, given_name, sort_key, name_key, name_tones, import_id, created_at, updated_at)
      VALUES ('half', 1, 'Nguyễn Thị Nửa', 'Nửa', 'x', 'x', 'x', ${seen.importId}, '', '')`);
    file.pragma('wal_checkpoint(TRUNCATE)');
    file.close();
    t = await t.reopen();
    if (t.core.state().kind === 'rescue') await t.invoke('rescue.openAnyway', { confirm: true });
    expect(await register()).toEqual([]);
    const db = new Database(storePath(t.dir), { readonly: true });
    expect(db.prepare('SELECT count(*) FROM member').pluck().get()).toBe(0);
    expect(db.prepare('SELECT count(*) FROM import_hidden').pluck().get()).toBe(0);
    db.close();
  });

  it('keeps people edited since, and says how many', async () => {
    const { importId } = await bringIn('members-clean.xlsx');
    const [first] = await register();
    const got = await t.invoke('members.get', { id: first!.id });
    await t.invoke('members.update', {
      id: first!.id,
      version: got.version,
      ...got.fields,
      phone: '0900000000',
    });
    expect(await t.invoke('members.importUndo', { importId })).toEqual({
      removed: 311,
      reverted: 0,
      kept: 1,
    });
    expect((await register()).map((r) => r.id)).toEqual([first!.id]);
  });

  it('reads the file again when a column is given another field', async () => {
    const opened = await open('members-clean.xlsx');
    const mapping = opened.columns.map(({ index, field }) => ({
      index,
      field: field === 'department' ? null : field,
    }));
    const seen = await t.job('members.importPreview', { importId: opened.importId, mapping });
    expect(seen).toMatchObject({ total: 312, newDepartments: [] });
  });
});
