/** A restore interrupted at any step ends in the old store or the new one, never in neither. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storeLayout } from '../../electron/db/layout';
import { stageCopy, swapIn } from '../../electron/db/restore';
import { openTestCore } from '../helpers/core';
import { copyFolder, dump, STORE } from '../helpers/store';

const STEPS = [
  'journal',
  'forget',
  `aside ${STORE}`,
  `aside ${STORE}-wal`,
  `aside ${STORE}-shm`,
  'place',
  'placed',
];
let base: string;
let copyId: string;
let older: string;
let present: string;
const made: string[] = [];

beforeAll(async () => {
  const store = await openTestCore({ keep: true });
  await store.invoke('members.create', { fullName: 'Bùi Thị Xuân' });
  copyId = (await store.job('backup.create', {})).id;
  older = dump(join(store.dir, STORE));
  await store.invoke('members.create', { fullName: 'Võ Thị Sáu' });
  // In use, so that a log and an index lie beside the store as after a crash.
  base = copyFolder(store.dir);
  present = dump(join(base, STORE));
  await store.close();
  rmSync(store.dir, { recursive: true, force: true });
  made.push(base);
});
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

it.each(STEPS.flatMap((step) => [true, false].map((keep) => ({ step, keep }))))(
  'interrupted at "$step", keeping the old files: $keep',
  async ({ step, keep }) => {
    const dir = copyFolder(base);
    made.push(dir);
    const layout = storeLayout(dir);
    stageCopy(layout, copyId);
    const crash = swapIn(layout, { aside: 'test', keep }, (at) => {
      if (at === step) throw new Error('crash');
    });
    await expect(crash).rejects.toThrow('crash');
    const store = await openTestCore({ dataDir: dir });
    expect(store.core.state()).toEqual({ kind: 'ready' });
    const now = dump(join(dir, STORE));
    expect([older, present]).toContain(now);
    if (step === 'placed') expect(now).toBe(older);
    if (step === 'journal') expect(now).toBe(present);
    expect(existsSync(layout.restoreJournal)).toBe(false);
    expect(existsSync(layout.staged)).toBe(false);
    if (keep && now === older) expect(readdirSync(join(layout.quarantine, 'test'))).toContain(STORE);
    await store.core.close();
  },
);

it('is told in the log of the copy put back, also when it was interrupted', async () => {
  const dir = copyFolder(base);
  made.push(dir);
  const layout = storeLayout(dir);
  stageCopy(layout, copyId);
  const putBack = {
    copyAt: '2026-11-19T01:00:00.000Z',
    reason: 'manual' as const,
    at: '2026-11-20T01:00:00.000Z',
    requestId: 'r',
    user: { name: 'Lò Thị Hoa', role: 'chair' as const },
  };
  const crash = swapIn(layout, { aside: 'test', keep: false, putBack }, (at) => {
    if (at === 'placed') throw new Error('crash');
  });
  await expect(crash).rejects.toThrow('crash');
  const store = await openTestCore({ dataDir: dir });
  const { rows } = await store.invoke('audit.changes', { entity: 'store' });
  expect(rows).toMatchObject([{ actor: 'Lò Thị Hoa', at: putBack.at, action: 'restore' }]);
  expect((await store.job('audit.verify', {})).problems).toEqual([]);
  await store.core.close();
});
