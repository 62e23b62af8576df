/** The second place for copies: a stick that is there, gone, pulled out, full, read-only; reminders; copies of years. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createCopyRounds } from '../../electron/copyRounds';
import { storeLayout } from '../../electron/db/layout';
import { retain } from '../../electron/db/retention';
import { shownName, underOtherLetters, warningsOf } from '../../electron/db/secondPlace';
import { openTestCore, type TestCore } from '../helpers/core';
import { removeAtExit } from '../helpers/store';

const DAY = 86_400_000;
let store: TestCore;
let folder: string;
let now = Date.parse('2026-11-23T03:00:00Z');
let sticks = 0;

const stick = () => {
  const path = join(folder, `stick-${++sticks}`, 'Sao lưu');
  mkdirSync(path, { recursive: true });
  return path;
};
const choose = (path: string, more: object = {}) =>
  store.job('backup.choosePlace', {
    folder: store.core.files.registerFolder(path).token,
    passphrase: null,
    ...more,
  });
const status = () => store.invoke('backup.place', {});
const put = () => store.raw('backup.putInPlace', {});
const visible = (path: string) => readdirSync(path).filter((name) => !name.startsWith('.'));
const due = async () => {
  const { rows } = await store.invoke('dashboard.due', { from: '2026-01-01', to: '2026-12-31' });
  return rows.filter((row) => row.kind.startsWith('copyAway')).map(({ kind, count }) => [kind, count]);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-place-'));
  removeAtExit(folder);
  store = await openTestCore({ clock: () => new Date(now) });
  await store.invoke('members.create', { fullName: 'Đinh Thị Lan' });
});
afterAll(() => store.close());

describe('a second place', () => {
  it('takes a locked copy that is told by date, and never shows where it lies', async () => {
    const path = stick();
    const place = await choose(path, { passphrase: 'bốn từ chẳng liên quan', days: 5 });
    expect(place).toMatchObject({ present: true, encrypted: true, remindDays: 5, last: null, copies: [] });
    expect(place.name).toBe(`stick-${sticks} › Sao lưu`);
    expect(place.warnings).toEqual(['sameDisk']);
    expect(await put()).toMatchObject({
      ok: true,
      data: { place: { error: null, last: { at: expect.anything() } } },
    });
    const [name] = visible(path);
    expect(name).toMatch(/^so-cong-doan-[0-9a-f]{6}-20261123-100000\.sod$/);
    expect(readFileSync(join(path, name as string)).includes('Đinh Thị Lan')).toBe(false);
    expect(JSON.stringify(await status())).not.toContain(folder);
    expect(readFileSync(join(store.dir, 'second-place.json'), 'utf8')).not.toContain('bốn từ');
    expect(readFileSync(join(store.dir, 'log.txt'), 'utf8')).not.toContain(folder);
    const token = store.core.files.registerPicked(join(path, name as string)).token;
    const look = await store.job('rescue.lookAtFile', { token, passphrase: 'bốn từ chẳng liên quan' });
    expect(look.inside?.counts.members).toBe(1);
  });

  it('that is missing is said, reminded of after its days, and found again', async () => {
    const path = stick();
    await choose(path);
    await put();
    renameSync(path, `${path}-xa`);
    expect(await status()).toMatchObject({ present: false, copies: [], freeBytes: null });
    await store.invoke('members.create', { fullName: 'Mai Văn Cường' });
    expect(await put()).toMatchObject({ ok: false, error: { code: 'PLACE_MISSING' } });
    expect(await due()).toEqual([]);
    now += 8 * DAY;
    expect(await due()).toEqual([['copyAwayOld', 8]]);
    // Another stick at the same place is not the one that was chosen.
    mkdirSync(path, { recursive: true });
    expect((await status()).present).toBe(false);
    renameSync(path, `${path}-khac`);
    renameSync(`${path}-xa`, path);
    expect(await put()).toMatchObject({ ok: true });
    expect(await due()).toEqual([]);
  });

  it('is left without half a copy when the writing is stopped, and the leavings of a crash go', async () => {
    const path = stick();
    await choose(path);
    writeFileSync(join(path, '.dang-ghi-so-cong-doan-000000-20261101-100000.sod'), 'nửa chừng');
    const control = new AbortController();
    const stopped = store.job(
      'backup.putInPlace',
      {},
      { signal: control.signal, onProgress: () => control.abort() },
    );
    await expect(stopped).rejects.toThrow('CANCELLED');
    expect(readdirSync(path)).toEqual(['.so-cong-doan-noi-giu.json']);
    await put();
    expect(visible(path)).toHaveLength(1);
  });

  it('pulled out while it is being written is said to be missing, and holds no half copy', async () => {
    const path = stick();
    await choose(path);
    const away = `${path}-rut`;
    const pulled = store.job(
      'backup.putInPlace',
      {},
      { onProgress: () => existsSync(path) && renameSync(path, away) },
    );
    await expect(pulled).rejects.toThrow('PLACE_MISSING');
    expect(visible(away)).toEqual([]);
    renameSync(away, path);
    expect((await status()).last).toBeNull();
    expect(await put()).toMatchObject({ ok: true });
  });

  it('that cannot be written is refused', async () => {
    if (process.platform !== 'linux') return;
    const refused = store.job('backup.choosePlace', {
      folder: store.core.files.registerFolder('/sys').token,
      passphrase: null,
    });
    await expect(refused).rejects.toThrow('PLACE_READ_ONLY');
    expect((await status()).present).toBe(true);
  });

  it('warns of a folder inside the data folder, on the same disk, or copied into the cloud', () => {
    expect(warningsOf(store.dir, join(store.dir, 'backups'))).toEqual(['inside']);
    expect(warningsOf(store.dir, store.dir)).toEqual(['inside']);
    const cloud = join(folder, 'OneDrive - Bệnh viện', 'sao');
    mkdirSync(cloud, { recursive: true });
    expect(warningsOf(store.dir, cloud)).toEqual(['sameDisk', 'cloud']);
    expect(underOtherLetters('E:\\Sao lưu', 'win32')).toContain('F:\\Sao lưu');
    expect(underOtherLetters('E:\\Sao lưu', 'win32')).not.toContain('E:\\Sao lưu');
    expect(shownName('E:\\Sao lưu')).toBe('E: › Sao lưu');
  });

  it('gets one copy a day while it is there, and the program goes on when it is not', async () => {
    const path = stick();
    await choose(path);
    const layout = storeLayout(store.dir);
    const told: string[] = [];
    const backups = { list: () => [], createIfChanged: async () => undefined } as never;
    const rounds = createCopyRounds({
      layout,
      log: { write: (event: string) => told.push(event), failure: () => undefined } as never,
      clock: () => new Date(now),
      working: () => ({ db: { pluck: () => undefined } as never, backups, jobs: undefined as never }),
      onCopy: () => told.push('copied'),
    });
    await rounds.round();
    await rounds.round();
    expect(visible(path)).toHaveLength(1);
    now += DAY;
    await rounds.round();
    expect(visible(path), 'nothing new').toHaveLength(1);
    await store.invoke('members.create', { fullName: 'Hà Thị Thu' });
    await store.job('backup.create', {});
    renameSync(path, `${path}-xa`);
    await rounds.round();
    renameSync(`${path}-xa`, path);
    await rounds.round();
    expect(visible(path)).toHaveLength(2);
    expect(told).toEqual(['copied', 'copied']);
  });
});

describe('a full stick', () => {
  let disk: string | undefined;
  afterEach(() => {
    if (disk) spawnSync('umount', ['--lazy', disk]);
  });

  it('loses its oldest copies first, keeps the two newest, and says when even that is too little', async () => {
    disk = mkdtempSync(join(tmpdir(), 'so-stick-'));
    removeAtExit(disk);
    const { size } = (await store.job('backup.packFile', { id: null, passphrase: null })).file;
    const room = Math.ceil((size * 3.5 + (6 << 20)) / 1024);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${room}k`, 'tmpfs', disk]).status !== 0) {
      disk = undefined;
      return;
    }
    expect((await choose(disk)).warnings).toEqual([]);
    const names: string[][] = [];
    for (let n = 0; n < 5; n++) {
      now += DAY;
      await store.invoke('members.create', { fullName: `Tạ Thị Vân ${n}` });
      expect(await put()).toMatchObject({ ok: true });
      names.push(visible(disk));
    }
    expect(names.at(-1)?.length).toBeGreaterThanOrEqual(3);
    expect(names.at(-1)).not.toContain(names[0]?.[0]);
    writeFileSync(join(disk, 'phim'), Buffer.alloc(Math.floor(size * 1.4)));
    now += DAY;
    await store.invoke('members.create', { fullName: 'Tạ Thị Vân' });
    expect(await put()).toMatchObject({ ok: false, error: { code: 'PLACE_FULL' } });
    expect(visible(disk).filter((name) => name.endsWith('.sod')).length).toBeGreaterThanOrEqual(2);
    expect((await status()).error).toBe('PLACE_FULL');
  });
});

describe('the copy of a year', () => {
  it('is made once in the new year, kept for good, and listed by its year', async () => {
    let day = '2026-12-30T03:00:00Z';
    const core = await openTestCore({ clock: () => new Date(day) });
    await core.invoke('members.create', { fullName: 'Vũ Thị Hoa' });
    const byHand = await core.job('backup.keepYear', { year: 2026 });
    expect(byHand).toMatchObject({ reason: 'yearly', year: 2026 });
    day = '2027-01-04T01:00:00Z';
    const next = await core.reopen({ backupMinutes: 0.0005 });
    const years = async () =>
      (await next.invoke('backup.list', {})).copies
        .filter(({ reason }) => reason === 'yearly')
        .map(({ at, year }) => [at.slice(0, 4), year]);
    await expect.poll(years, { timeout: 10_000 }).toEqual([
      ['2027', 2026],
      ['2026', 2026],
    ]);
    day = '2031-06-01T01:00:00Z';
    await next.invoke('members.create', { fullName: 'Vũ Thị Hồng' });
    await next.job('backup.create', {});
    expect(await years()).toEqual(expect.arrayContaining([['2027', 2026]]));
    await next.close();
  });

  it('outlives every thinning', () => {
    const copies = Array.from({ length: 30 }, (_, n) => ({
      id: `y${n}`,
      at: `${2000 + n}-01-02T01:00:00.000Z`,
      reason: 'yearly' as const,
    }));
    expect(retain(copies, new Date('2040-01-01')).size).toBe(30);
  });
});

it('draws the recovery sheet without a path or a passphrase, with whom to call', async () => {
  const { file } = await store.job('backup.recoverySheet', {
    contact: 'Chị Ngọc, phòng Tin học, 0900 000 000',
  });
  const { path } = store.core.files.outgoing(file.token);
  const text = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).stdout;
  for (const said of [
    'PHIẾU KHÔI PHỤC SỔ',
    'Chị Ngọc, phòng Tin học',
    'Khôi phục từ bản sao',
    'Cụm mật khẩu cất ở',
  ])
    expect(text.replace(/\s+/g, ' ')).toContain(said);
  expect(text).not.toContain(folder);
  expect(spawnSync('pdfinfo', [path], { encoding: 'utf8' }).stdout).toMatch(/Pages:\s+1\b/);
  expect((await status()).contact).toContain('Chị Ngọc');
});
