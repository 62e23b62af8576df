/** Files attached to records: kept once by their hash, told of, opened, copied with the store and brought back. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';
import { removeAtExit } from '../helpers/store';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let t: TestCore;
let event: number;
const upload = (name: string, bytes: Uint8Array) => t.core.files.registerUpload(name, bytes).token;
const attach = (name: string, bytes: Uint8Array, facts: object = {}) =>
  t.invoke('files.attach', { entity: 'event', entityId: event, token: upload(name, bytes), ...facts });
const rowsOf = async (id = event) => (await t.invoke('files.list', { entity: 'event', entityId: id })).rows;
const placeOf = (bytes: Uint8Array, ...folder: string[]) =>
  join(t.dir, ...(folder.length ? folder : ['files']), hashOf(bytes).slice(0, 2), hashOf(bytes));
const outgoing = (token: string) => readFileSync(t.core.files.outgoing(token).path);

beforeEach(async () => {
  t = await openTestCore();
  event = (
    await t.invoke('events.create', { kind: 'contest', name: 'Hội thi tay nghề', startsOn: '2026-11-20' })
  ).id;
});
afterEach(() => t.close());

describe('attaching', () => {
  it('keeps bytes once, read-only, under their hash, and opens them again', async () => {
    const other = (await t.invoke('events.create', { kind: 'other', name: 'Việc khác', startsOn: '2026' }))
      .id;
    const first = await attach('Quyết định.pdf', PDF);
    await t.invoke('files.attach', { entity: 'event', entityId: other, token: upload('Bản hai.PDF', PDF) });
    expect(readFileSync(placeOf(PDF))).toEqual(PDF);
    expect(statSync(placeOf(PDF)).mode & 0o222).toBe(0);
    expect(readdirSync(join(t.dir, 'files'))).toEqual([hashOf(PDF).slice(0, 2)]);
    const out = await t.job('files.open', { id: first.id });
    expect(out).toMatchObject({ name: 'Quyết định.pdf', mime: 'application/pdf', size: PDF.length });
    expect(outgoing(out.token)).toEqual(PDF);
  });

  it('lists pictures first with author, date and source, and keeps the ending of a new name', async () => {
    await attach('Danh sách ký.pdf', PDF);
    const { id, version } = await attach('IMG_001.png', PNG);
    const facts = {
      kind: 'photo' as const,
      takenOn: '2026-11-20',
      author: 'Lê Thị Mai',
      source: 'Trang tin của Sở Y tế, syt.example.vn/tin-1',
      note: null,
    };
    await t.invoke('files.update', { id, version, name: 'Trao giải nhất', ...facts });
    const rows = await rowsOf();
    expect(rows.map((row) => row.name)).toEqual(['Trao giải nhất.png', 'Danh sách ký.pdf']);
    expect(rows[0]).toMatchObject({ ...facts, version: 2, present: true, mime: 'image/png' });
    const stale = await t.raw('files.update', { id, version, name: 'X.png', ...facts });
    expect(stale).toMatchObject({ error: { code: 'VERSION_CONFLICT' } });
  });

  it('answers what it does not keep with the name and the limit', async () => {
    const send = (name: string, bytes: Uint8Array) =>
      t.raw('files.attach', { entity: 'event', entityId: event, token: upload(name, bytes) });
    for (const name of ['cai-dat.exe', 'bang.xlsm', 'lenh.bat', 'khong-duoi', 'trang.html'])
      expect(await send(name, PDF)).toMatchObject({ error: { code: 'FILE_KIND', details: { name } } });
    expect(await send('trống.pdf', new Uint8Array())).toMatchObject({ error: { code: 'FILE_BLANK' } });
    expect(await send('phim.mp4', Buffer.alloc(51 * 1024 * 1024, 1))).toMatchObject({
      error: { code: 'FILE_LIMIT', details: { name: 'phim.mp4', size: 51, limit: 50 } },
    });
    await attach('a.pdf', PDF);
    expect(await send('b.pdf', PDF)).toMatchObject({
      error: { code: 'DUPLICATE', details: { name: 'a.pdf' } },
    });
    for (const entity of ['sqlite_schema', 'no_such_table', 'meta'])
      expect(await t.raw('files.attach', { entity, entityId: 1, token: upload('c.pdf', PDF) })).toMatchObject(
        {
          error: { code: 'NOT_FOUND' },
        },
      );
    expect((await rowsOf()).length).toBe(1);
  });

  it('keeps a small picture beside the store, and hands the whole one until then', async () => {
    const { id } = await attach('a.png', PNG);
    expect(await t.invoke('files.picture', { id })).toMatchObject({
      data: PNG.toString('base64'),
      small: false,
    });
    const refused = await t.raw('files.keepSmall', { id, data: PDF.toString('base64') });
    expect(refused).toMatchObject({ error: { code: 'FILE_NOT_PICTURE' } });
    const jpeg = Buffer.from('ffd8ffc0000b080010001001011100ffd9', 'hex');
    await t.invoke('files.keepSmall', { id, data: jpeg.toString('base64') });
    expect(await t.invoke('files.picture', { id })).toEqual({
      data: jpeg.toString('base64'),
      mime: 'image/jpeg',
      small: true,
    });
    const paper = await attach('b.pdf', PDF);
    expect((await t.invoke('files.picture', { id: paper.id })).data).toBeNull();
  });
});

describe('lost and changed bytes', () => {
  it('are told with what to do, and come back from the copies where those hold them', async () => {
    const { id } = await attach('a.pdf', PDF);
    const lose = () => rmSync(placeOf(PDF), { force: true });
    lose();
    expect((await rowsOf())[0]?.present).toBe(false);
    expect(await t.raw('files.open', { id })).toMatchObject({ error: { code: 'FILE_MISSING' } });
    writeFileSync(placeOf(PDF), 'khác');
    expect(await t.raw('files.open', { id })).toMatchObject({ error: { code: 'FILE_ALTERED' } });
    expect(await t.job('files.check', {})).toMatchObject({
      count: 1,
      missing: 0,
      altered: 1,
      names: [{ name: 'a.pdf', altered: true }],
    });
    const other = (await t.invoke('events.create', { kind: 'other', name: 'Khác', startsOn: '2026' })).id;
    await t.invoke('files.attach', { entity: 'event', entityId: other, token: upload('a.pdf', PDF) });
    expect(outgoing((await t.job('files.open', { id })).token)).toEqual(PDF);
    await t.job('backup.create', {});
    lose();
    expect(outgoing((await t.job('files.open', { id })).token)).toEqual(PDF);
    expect((await rowsOf())[0]?.present).toBe(true);
  });

  it('keeps what the trash holds and clears what nothing points at', async () => {
    const { id } = await attach('a.pdf', PDF);
    await t.invoke('files.trash', { ids: [id] });
    const stray = hashOf(PNG);
    mkdirSync(join(t.dir, 'files', stray.slice(0, 2)), { recursive: true });
    writeFileSync(join(t.dir, 'files', stray.slice(0, 2), stray), PNG);
    expect(await t.job('files.check', {})).toMatchObject({ count: 1, unused: 1, unusedBytes: PNG.length });
    expect(await t.job('files.purge', {})).toEqual({ count: 1, bytes: PNG.length });
    expect(existsSync(placeOf(PNG))).toBe(false);
    await t.invoke('files.restore', { ids: [id] });
    expect(outgoing((await t.job('files.open', { id })).token)).toEqual(PDF);
  });
});

describe('copies', () => {
  it('hold the files once, say how many, and tell a lost or changed one', async () => {
    await attach('a.pdf', PDF);
    await attach('b.png', PNG);
    const first = await t.job('backup.create', {});
    expect(first.files).toMatchObject({ count: 2, bytes: PDF.length + PNG.length, missing: 0 });
    const copied = placeOf(PDF, 'backups', 'files');
    const { mtimeMs, ino } = statSync(copied);
    const second = await t.job('backup.create', {});
    expect(statSync(copied)).toMatchObject({ mtimeMs, ino });
    expect(second.files?.sha256).toBe(first.files?.sha256);
    expect(await t.job('backup.verify', { id: first.id })).toEqual({
      store: true,
      count: 2,
      missing: 0,
      altered: 0,
      names: [],
    });
    chmodSync(copied, 0o600);
    writeFileSync(copied, 'x'.repeat(PDF.length));
    rmSync(placeOf(PNG, 'backups', 'files'));
    expect(await t.job('backup.verify', { id: first.id })).toMatchObject({
      store: true,
      missing: 1,
      altered: 1,
      names: [
        { name: 'b.png', altered: false },
        { name: 'a.pdf', altered: true },
      ],
    });
  });

  it('say a file that was lost before, and are made all the same', async () => {
    await attach('a.pdf', PDF);
    await attach('b.png', PNG);
    rmSync(placeOf(PNG));
    expect((await t.job('backup.create', {})).files).toMatchObject({ count: 2, missing: 1 });
  });

  it('bring the files back into a changed data folder', async () => {
    const { id } = await attach('a.pdf', PDF);
    const copy = await t.job('backup.create', {});
    await t.invoke('files.trash', { ids: [id] });
    chmodSync(placeOf(PDF), 0o600);
    writeFileSync(placeOf(PDF), 'x'.repeat(PDF.length));
    const restored = await t.job('backup.restore', { id: copy.id });
    expect(restored).toMatchObject({ filesBack: 1, filesMissing: 0 });
    expect(readFileSync(placeOf(PDF))).toEqual(PDF);
    expect((await rowsOf()).map((row) => row.present)).toEqual([true]);
  });

  it('bring everything into a new folder that has nothing but the copies', async () => {
    await attach('a.pdf', PDF);
    const copy = await t.job('backup.create', {});
    const dir = mkdtempSync(join(tmpdir(), 'so-new-'));
    removeAtExit(dir);
    cpSync(join(t.dir, 'backups'), join(dir, 'backups'), { recursive: true });
    const fresh = await openTestCore({ dataDir: dir });
    try {
      expect(fresh.core.state().kind).toBe('rescue');
      expect(await fresh.raw('rescue.restore', { id: copy.id })).toMatchObject({ data: { kind: 'ready' } });
      const { rows } = await fresh.invoke('files.list', { entity: 'event', entityId: event });
      expect(rows).toMatchObject([{ name: 'a.pdf', present: true }]);
      const out = await fresh.job('files.open', { id: rows[0]!.id });
      expect(readFileSync(fresh.core.files.outgoing(out.token).path)).toEqual(PDF);
    } finally {
      await fresh.close();
    }
  });

  it('let go of files that no copy needs any more', async () => {
    let now = new Date('2026-01-05T02:00:00Z');
    await t.close();
    t = await openTestCore({ clock: () => now });
    const made = await t.invoke('events.create', { kind: 'other', name: 'A', startsOn: '2026' });
    event = made.id;
    await t.job('backup.create', {});
    const { id } = await attach('a.pdf', PDF);
    await t.job('backup.create', {});
    await t.invoke('files.trash', { ids: [id] });
    expect(existsSync(placeOf(PDF, 'backups', 'files'))).toBe(true);
    const { default: Database } = await import('better-sqlite3');
    const raw = new Database(join(t.dir, 'so-cong-doan.db'));
    raw.exec('DELETE FROM attachment');
    raw.close();
    await t.job('files.purge', {});
    for (let month = 1; month < 16; month++) {
      now = new Date(Date.UTC(2026, month, 5, 2));
      await t.invoke('events.create', { kind: 'other', name: `B${month}`, startsOn: '2026' });
      await t.job('backup.create', {});
    }
    expect(existsSync(placeOf(PDF, 'backups', 'files'))).toBe(false);
  });
});

it('takes over evidence kept by earlier versions, with its bytes', async () => {
  const { default: Database } = await import('better-sqlite3');
  const { migrate, migrations } = await import('../../electron/db/migrate');
  const dir = mkdtempSync(join(tmpdir(), 'so-old-'));
  removeAtExit(dir);
  const raw = new Database(join(dir, 'so-cong-doan.db'));
  migrate(
    raw,
    migrations.filter((one) => one.version < 20),
  );
  raw.exec(`INSERT INTO review (id, uid, unit_id, set_id, year, part, from_day, to_day, created_at, updated_at)
      VALUES (1, 'r', 1, 1, 2025, 'year', '2025-01-01', '2025-12-31', '2025', '2025');
    INSERT INTO evidence_file (id, sha256, size, created_at) VALUES (7, '${hashOf(PDF)}', ${PDF.length}, '2025');
    INSERT INTO review_evidence (id, review_id, criterion_uid, kind, label, file_id, created_at)
      VALUES (3, 1, 'default-1.2', 'file', 'Quy chế.pdf', 7, '2025');
    INSERT INTO review_evidence (id, review_id, criterion_uid, kind, label, entity, record_id, created_at)
      VALUES (4, 1, 'default-1.4', 'record', 'Hội thao', 'event', 1, '2025');`);
  raw.close();
  const old = join(dir, 'evidence', hashOf(PDF).slice(0, 2));
  mkdirSync(old, { recursive: true });
  writeFileSync(join(old, hashOf(PDF)), PDF);
  const core = await openTestCore({ dataDir: dir });
  try {
    const out = await core.job('review.openEvidence', { id: 3 });
    expect(out).toMatchObject({ name: 'Quy chế.pdf', mime: 'application/pdf' });
    expect(readFileSync(core.core.files.outgoing(out.token).path)).toEqual(PDF);
    expect((await core.job('backup.create', {})).files).toMatchObject({ count: 1, missing: 0 });
    expect((await core.job('files.check', {})).unused).toBe(0);
  } finally {
    await core.close();
  }
});
