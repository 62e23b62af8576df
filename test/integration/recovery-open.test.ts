import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { assertSqliteVersion, connect } from '../../electron/db/connection';
import { APPLICATION_ID } from '../../electron/db/migrate';
import { createWorkerPool } from '../../electron/jobs/pool';
import { openTestCore, type TestCore, WORKER_FILE } from '../helpers/core';

let open: TestCore | undefined;
afterEach(async () => open?.close());

it('makes a store in an empty folder, keeps what was written, and finds it again', async () => {
  open = await openTestCore();
  expect(open.core.state()).toEqual({ kind: 'ready' });
  const before = await open.invoke('settings.get', {});
  await open.invoke('settings.update', { version: before.version, oddWord: 'linh' });
  open = await open.reopen();
  expect(open.core.state()).toEqual({ kind: 'ready' });
  expect((await open.invoke('settings.get', {})).oddWord).toBe('linh');
  const log = await open.invoke('audit.list', {});
  expect(log.rows).toHaveLength(1);
  expect((await open.invoke('backup.status', {})).last?.reason).toBe('quit');
});

it('keeps the work when the file is deleted under it', async () => {
  open = await openTestCore();
  await open.invoke('members.create', { fullName: 'Hồ Thị Kỷ' });
  rmSync(join(open.dir, 'so-cong-doan.db'));
  await open.invoke('members.create', { fullName: 'Ngô Văn Sở' });
  open = await open.reopen();
  const state = open.core.state();
  expect(state).toMatchObject({ kind: 'rescue', reason: 'unreadable', cause: 'missing' });
  const copy = state.kind === 'rescue' ? state.copies[0] : undefined;
  expect(copy?.counts.members).toBe(2);
  await open.job('rescue.restore', { id: copy?.id as string });
  expect((await open.invoke('members.list', {})).total).toBe(2);
});

it('lets go of a folder on closing, and refuses requests from then on', async () => {
  open = await openTestCore();
  const { core, dir } = open;
  await Promise.all([core.close(), core.close()]);
  expect(await open.raw('settings.get', {})).toMatchObject({ ok: false, error: { code: 'SHUTTING_DOWN' } });
  expect(readdirSync(dir).sort()).toEqual(['backups', 'closed.json', 'lock', 'log.txt', 'so-cong-doan.db']);
});

it('sets every pragma that the promises rest on', async () => {
  open = await openTestCore();
  const raw = connect(join(open.dir, 'so-cong-doan.db'));
  const value = (name: string) => raw.pragma(name, { simple: true });
  expect(value('journal_mode')).toBe('wal');
  expect(value('synchronous')).toBe(2);
  expect(value('foreign_keys')).toBe(1);
  expect(value('trusted_schema')).toBe(0);
  expect(value('cell_size_check')).toBe(1);
  expect(value('busy_timeout')).toBe(0);
  expect(value('cache_size')).toBe(-65_536);
  expect(value('mmap_size')).toBe(0);
  expect(value('application_id')).toBe(APPLICATION_ID);
  raw.close();
  expect(() => assertSqliteVersion('3.51.2')).toThrow();
  expect(() => assertSqliteVersion('3.51.3')).not.toThrow();
  expect(() => assertSqliteVersion('4.0.0')).not.toThrow();
});

it('answers what a worker in a thread found in a copy', async () => {
  open = await openTestCore();
  const pool = createWorkerPool(WORKER_FILE, { dbPath: join(open.dir, 'so-cong-doan.db'), resources: '' });
  const copy = await open.job('backup.create', {});
  const from = join(open.dir, 'backups', `${copy.id}.db`);
  const again = join(open.dir, 'again.db');
  const facts = await pool.run('makeCopy', { from, to: again });
  expect(facts).toMatchObject({ schemaVersion: copy.schemaVersion, size: copy.size, counts: copy.counts });
  expect(facts).toMatchObject({ sha256: createHash('sha256').update(readFileSync(again)).digest('hex') });
  const torn = join(open.dir, 'torn.db');
  writeFileSync(torn, 'x'.repeat(9000));
  await expect(pool.run('makeCopy', { from: torn, to: join(open.dir, 'not.db') })).rejects.toMatchObject({
    code: 'STORE_DAMAGED',
  });
  const cancelled = new AbortController();
  const running = pool.run('makeCopy', { from, to: join(open.dir, 'late.db') }, { signal: cancelled.signal });
  cancelled.abort();
  await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
  await pool.close();
});

it('says that a folder cannot be written, without failing', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'so-test-'));
  writeFileSync(join(dir, 'file'), '');
  open = await openTestCore({ dataDir: join(dir, 'file', 'inside') });
  expect(open.core.state()).toMatchObject({
    kind: 'rescue',
    reason: 'unreadable',
    cause: 'folder-not-writable',
  });
  expect(await open.raw('rescue.startNew', { confirm: true })).toMatchObject({
    error: { code: 'READ_ONLY' },
  });
  rmSync(dir, { recursive: true, force: true });
});
