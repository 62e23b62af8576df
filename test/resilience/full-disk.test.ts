/** A disk that is full at different moments: a clear answer, nothing lost, and work goes on when there is room. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';

const MEGABYTES = 12;
let disk: string;

function mount(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const dir = mkdtempSync(join(tmpdir(), 'so-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', dir]);
  if (status === 0) return dir;
  rmdirSync(dir);
  return undefined;
}
function unmount(dir: string): void {
  spawnSync('umount', ['--lazy', dir]);
  rmdirSync(dir);
}

const first = mount();
if (first) unmount(first);
else console.log('full-disk tests cannot run: a small disk cannot be mounted here');

describe.skipIf(!first)('a full disk', () => {
  beforeEach(() => {
    disk = mount() as string;
  });
  afterEach(() => unmount(disk));

  const filler = () => join(disk, 'filler');
  /** Leaves about `free` bytes. */
  function fill(free: number): void {
    rmSync(filler(), { force: true });
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler(), Buffer.alloc(Math.max(0, bavail * bsize - free)));
  }
  const makeRoom = () => rmSync(filler());
  const add = (store: TestCore, n: number) =>
    store.raw('members.create', { fullName: `Cao Thị Chính ${n}`, note: 'ghi chú '.repeat(200) });
  const total = async (store: TestCore) => (await store.invoke('members.list', {})).total;

  it.each([0, 20_000, 100_000, 400_000])('under commands, with %i bytes left', async (free) => {
    const store = await openTestCore({ dataDir: join(disk, 'data'), keep: true });
    let done = 0;
    for (; done < 5; done++) expect((await add(store, done)).ok).toBe(true);
    fill(free);
    let refused: unknown;
    for (let n = 0; n < 2000 && !refused; n++) {
      const reply = await add(store, done);
      if (reply.ok) done++;
      else refused = reply.error.code;
    }
    expect(refused).toBe('DISK_FULL');
    expect(await total(store)).toBe(done);
    expect(await store.raw('backup.create', {})).toMatchObject({ ok: false, error: { code: 'DISK_FULL' } });
    expect(readdirSync(join(disk, 'data', 'backups')).filter((name) => name.startsWith('.'))).toEqual([]);
    makeRoom();
    expect((await add(store, done++)).ok).toBe(true);
    await store.core.close();
    const again = await openTestCore({ dataDir: join(disk, 'data'), keep: true });
    expect(again.core.state()).toEqual({ kind: 'ready' });
    expect(await total(again)).toBe(done);
    await again.close();
  });

  it('on closing and on the next start', async () => {
    const store = await openTestCore({ dataDir: join(disk, 'data'), keep: true });
    expect((await add(store, 1)).ok).toBe(true);
    fill(0);
    await store.core.close();
    fill(0);
    const full = await openTestCore({ dataDir: join(disk, 'data'), keep: true });
    expect(full.core.state()).toMatchObject({ kind: 'rescue', reason: 'no-space' });
    makeRoom();
    expect(await full.job('rescue.retry', {})).toEqual({ kind: 'ready' });
    expect(await total(full)).toBe(1);
    await full.close();
  });

  it('while a store is being made', async () => {
    fill(30_000);
    const store = await openTestCore({ dataDir: join(disk, 'data'), keep: true });
    expect(store.core.state()).toMatchObject({ kind: 'rescue', reason: 'no-space' });
    makeRoom();
    expect(await store.job('rescue.retry', {})).toEqual({ kind: 'ready' });
    await store.close();
  });

  it('while a copy is being put in place', async () => {
    const store = await openTestCore({ dataDir: join(disk, 'data'), keep: true });
    await add(store, 1);
    const copy = await store.job('backup.create', {});
    await add(store, 2);
    fill(50_000);
    expect(await store.raw('backup.restore', { id: copy.id })).toMatchObject({
      ok: false,
      error: { code: 'DISK_FULL' },
    });
    expect(await total(store)).toBe(2);
    makeRoom();
    await store.job('backup.restore', { id: copy.id });
    expect(await total(store)).toBe(1);
    await store.close();
  });
});
