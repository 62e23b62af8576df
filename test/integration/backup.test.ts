import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreEvent } from '../../shared/contract/bridge';
import { openTestCore, type TestCore } from '../helpers/core';
import { copyFolder, dump, LOG_TABLES, STORE } from '../helpers/store';

let store: TestCore;
beforeEach(async () => {
  store = await openTestCore();
});
afterEach(async () => store.close());

const add = (n: number) =>
  store.invoke('members.create', { fullName: `Phạm Văn Đức ${n}`, cardNo: `CD${n}` });
const copyOf = (id: string) => join(store.dir, 'backups', `${id}.db`);

describe('a copy', () => {
  it('holds the same rows as one file, with a manifest that says what is in it', async () => {
    for (let n = 0; n < 5; n++) await add(n);
    const events: CoreEvent[] = [];
    store.core.onEvent((event) => events.push(event));
    const made = await store.job('backup.create', {});
    expect(made).toMatchObject({ reason: 'manual', counts: { members: 5 } });
    expect(dump(copyOf(made.id))).toBe(dump(join(store.dir, STORE)));
    expect(readdirSync(join(store.dir, 'backups')).sort()).toEqual([`${made.id}.db`, `${made.id}.json`]);
    expect(events).toContainEqual({ type: 'backup', at: made.at });
    const status = await store.invoke('backup.status', {});
    expect(status).toMatchObject({ changedSince: false, lastError: null, count: 1, cloudFolder: false });
    await add(9);
    expect((await store.invoke('backup.status', {})).changedSince).toBe(true);
  });

  it('is made on closing if something changed, and not otherwise', async () => {
    await add(1);
    store = await store.reopen();
    expect((await store.invoke('backup.list', {})).copies.map((copy) => copy.reason)).toEqual(['quit']);
    store = await store.reopen();
    expect((await store.invoke('backup.list', {})).copies).toHaveLength(1);
  });

  it('before a list is the last copy again while nothing changed, and of the store when that copy was altered', async () => {
    const copies = async () => (await store.invoke('backup.list', {})).copies;
    const beforeList = async (nth: number) => {
      const path = join(store.dir, 'list.csv');
      writeFileSync(path, 'Họ và tên;Ngày sinh\nLò Thị Hoa;12/05/1990\n');
      await store.job('members.importOpen', { token: store.core.files.registerPicked(path).token });
      const made = async () => (await copies()).filter(({ reason }) => reason === 'before-import');
      await expect.poll(async () => (await made()).length).toBe(nth);
      return (await made())[0]!;
    };
    await add(1);
    store = await store.reopen();
    const quit = (await copies())[0]!;
    const again = await beforeList(1);
    expect(again).toMatchObject({ sha256: quit.sha256, counts: { members: 1 } });
    expect(readFileSync(copyOf(again.id)).equals(readFileSync(copyOf(quit.id)))).toBe(true);
    store = await store.reopen();
    const last = (await copies())[0]!;
    writeFileSync(copyOf(last.id), readFileSync(copyOf(last.id)).fill(0, 4096, 8192));
    const sound = await beforeList(2);
    expect(sound.sha256).not.toBe(last.sha256);
    expect(dump(copyOf(sound.id)).split('\n').length).toBeGreaterThan(10);
  });

  it('is made by the clock if something changed', async () => {
    await add(1);
    store = await store.reopen({ backupMinutes: 0.002 });
    await add(2);
    await expect
      .poll(
        async () => (await store.invoke('backup.list', {})).copies.filter((c) => c.reason === 'auto').length,
      )
      .toBe(1);
  });

  it('without its manifest, or of another size, is not offered', async () => {
    const made = await store.job('backup.create', {});
    writeFileSync(copyOf(made.id), Buffer.concat([readFileSync(copyOf(made.id)), Buffer.alloc(10)]));
    expect((await store.invoke('backup.list', {})).copies).toEqual([]);
  });

  it('that cannot be made says so and leaves nothing half-made', async () => {
    writeFileSync(join(store.dir, 'backups'), 'in the way');
    expect(await store.raw('backup.create', {})).toMatchObject({
      ok: false,
      error: { code: 'BACKUP_FAILED' },
    });
    rmSync(join(store.dir, 'backups'));
    await store.job('backup.create', {});
  });
});

describe('restore', () => {
  it('brings back the rows of the copy, and its undo brings back the present', async () => {
    await add(1);
    const copy = await store.job('backup.create', {});
    const then = dump(join(store.dir, STORE), LOG_TABLES);
    await add(2);
    const present = dump(join(store.dir, STORE), LOG_TABLES);
    const reply = await store.raw('backup.restore', { id: copy.id });
    expect(reply.ok).toBe(true);
    expect(dump(join(store.dir, STORE), LOG_TABLES)).toBe(then);
    expect((await store.invoke('members.list', {})).total).toBe(1);
    const undo = reply.ok ? reply.undo : undefined;
    expect(undo?.operation).toBe('backup.restore');
    expect((await store.raw(undo?.operation as string, undo?.input)).ok).toBe(true);
    expect(dump(join(store.dir, STORE), LOG_TABLES)).toBe(present);
    expect(existsSync(join(store.dir, 'restore.json'))).toBe(false);
    await add(3);
    store = await store.reopen();
    expect((await store.invoke('members.list', {})).total).toBe(3);
  });

  it('lets requests wait while it runs', async () => {
    await add(1);
    const copy = await store.job('backup.create', {});
    await add(2);
    const restoring = store.job('backup.restore', { id: copy.id });
    const replies = await Promise.all(Array.from({ length: 20 }, () => store.raw('members.list', {})));
    await restoring;
    expect(replies.every((reply) => reply.ok)).toBe(true);
    expect((await store.invoke('members.list', {})).total).toBe(1);
  });

  it('refuses a copy that was changed, and goes on with the present', async () => {
    await add(1);
    const copy = await store.job('backup.create', {});
    const bytes = readFileSync(copyOf(copy.id));
    bytes[bytes.length - 10] = (bytes[bytes.length - 10] as number) ^ 1;
    writeFileSync(copyOf(copy.id), bytes);
    expect(await store.raw('backup.restore', { id: copy.id })).toMatchObject({
      error: { code: 'BACKUP_NOT_VALID' },
    });
    expect(await store.raw('backup.restore', { id: '20200101T000000000Z-auto' })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect((await store.invoke('members.list', {})).total).toBe(1);
    await add(2);
  });
});

it('answers commands while a copy of a large store is being made', async () => {
  await store.core.close();
  const raw = new Database(join(store.dir, STORE));
  raw.pragma('journal_mode = WAL');
  const insert = raw.prepare("INSERT INTO meta (key, value) VALUES ('filler' || ?, hex(randomblob(2000)))");
  raw.transaction(() => {
    for (let n = 0; n < 15_000; n++) insert.run(n);
  })();
  raw.close();
  rmSync(join(store.dir, 'closed.json'));
  store = await openTestCore({ dataDir: store.dir });
  const waits: number[] = [];
  let done = false;
  const copying = store.job('backup.create', {}).then((copy) => {
    done = true;
    return copy;
  });
  for (let n = 0; !done; n++) {
    const started = performance.now();
    await add(n);
    waits.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const copy = await copying;
  waits.sort((a, b) => a - b);
  const p95 = waits[Math.floor(waits.length * 0.95)] ?? 0;
  console.log(
    `copy of ${Math.round(copy.size / 1e6)} MB: ${waits.length} commands meanwhile, p95 ${p95.toFixed(1)} ms, longest ${waits.at(-1)?.toFixed(1)} ms`,
  );
  expect(copy.size).toBeGreaterThan(60_000_000);
  expect(waits.length).toBeGreaterThan(10);
  store = await store.reopen();
  expect((await store.invoke('backup.status', {})).last?.reason).toBe('quit');
}, 60_000);

it('survives its folder being copied while in use', async () => {
  for (let n = 0; n < 20; n++) await add(n);
  const dir = copyFolder(store.dir);
  const copy = await openTestCore({ dataDir: dir });
  expect(copy.core.state()).toEqual({ kind: 'ready' });
  expect((await copy.invoke('members.list', {})).total).toBe(20);
  await copy.close();
});
