/**
 * The folder of the data in trouble: written by a newer program, locked by another one, opened twice, pulled out while in
 * use, in a cloud or on the network; and the clock of the machine wrong.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { looksShared } from '../../electron/db/folderKind';
import { migrate, migrations, SCHEMA_VERSION } from '../../electron/db/migrate';
import { openTestCore, type TestCore } from '../helpers/core';
import { hashes, STORE, seeded } from '../helpers/store';
import { quickFolder } from './lib/children';
import { SEED, tell, trials } from './lib/tally';

const EACH = trials('folders', 3, 20, 50);
const YEAR = 365 * 86_400_000;
let root: string;

beforeAll(async () => {
  root = quickFolder('folder');
  const store = await openTestCore({ dataDir: join(root, 'base'), keep: true });
  await store.invoke('members.create', { fullName: 'Quàng Thị Pầng' });
  await store.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Does a trial `times` times on a fresh copy of the folder, and tells that it held. */
async function often(promise: string, times: number, trial: (dir: string, n: number) => Promise<void>) {
  const begun = performance.now();
  for (let n = 0; n < times; n++) {
    const dir = join(root, `${promise}-${n}`);
    cpSync(join(root, 'base'), dir, { recursive: true });
    await trial(dir, n);
    rmSync(dir, { recursive: true, force: true });
  }
  tell({ promise, tried: times, held: times, ms: performance.now() - begun });
}

const open = (dir: string, more = {}) => openTestCore({ dataDir: dir, keep: true, ...more });
const add = async (store: TestCore, fullName: string) =>
  (await store.invoke('members.create', { fullName })).id;
const total = async (store: TestCore) => (await store.invoke('members.list', {})).total;

it(
  'a newer file is refused and left as it is',
  () =>
    often('newer', EACH, async (dir, n) => {
      const raw = new Database(join(dir, STORE));
      if (n % 2 === 1) raw.pragma('journal_mode = WAL');
      raw.pragma(`user_version = ${SCHEMA_VERSION + 1 + n}`);
      if (n % 2 === 1) cpSync(dir, `${dir}-log`, { recursive: true });
      raw.close();
      const place = n % 2 === 1 ? `${dir}-log` : dir;
      const before = hashes(place);
      const store = await open(place);
      expect(store.core.state()).toMatchObject({ kind: 'rescue', reason: 'newer' });
      for (const operation of ['rescue.retry', 'rescue.openAnyway', 'rescue.startNew', 'members.list'])
        await store.raw(
          operation,
          operation === 'rescue.retry' || operation === 'members.list' ? {} : { confirm: true },
        );
      await store.close();
      expect(hashes(place)).toEqual(before);
      rmSync(`${dir}-log`, { recursive: true, force: true });
    }),
  300_000,
);

it('a migration begins with a checked copy, and not without one', async () => {
  const versions = migrations.slice(0, -1).filter(({ version }) => EACH > 3 || version % 20 === 0);
  const begun = performance.now();
  for (const { version } of versions)
    for (const possible of [true, false]) {
      const dir = join(root, `copy-first-${version}-${possible}`);
      mkdirSync(dir);
      const raw = new Database(join(dir, STORE));
      migrate(
        raw,
        migrations.filter((one) => one.version <= version),
      );
      raw.close();
      // A file where the folder of copies should be.
      if (!possible) writeFileSync(join(dir, 'backups'), '');
      const store = await open(dir);
      if (possible) {
        expect(store.core.state()).toEqual({ kind: 'ready' });
        const { copies } = await store.invoke('backup.list', {});
        expect(copies.at(-1)).toMatchObject({ reason: 'before-migration', schemaVersion: version });
      } else
        expect(store.core.state()).toMatchObject({
          kind: 'rescue',
          reason: 'migration',
          fileVersion: version,
        });
      await store.close();
      if (!possible) {
        const left = new Database(join(dir, STORE), { readonly: true });
        expect(left.pragma('user_version', { simple: true })).toBe(version);
        left.close();
      }
      rmSync(dir, { recursive: true, force: true });
    }
  const times = versions.length * 2;
  tell({ promise: 'copy-first', tried: times, held: times, ms: performance.now() - begun });
}, 600_000);

it(
  'a store locked by another program opens when it lets go, and says so when it does not',
  () =>
    often('locked', EACH > 3 ? 6 : 1, async (dir, n) => {
      const other = new Database(join(dir, STORE));
      other.pragma('locking_mode = EXCLUSIVE');
      other.exec('BEGIN EXCLUSIVE');
      const forEver = n === 5;
      if (!forEver) setTimeout(() => other.close(), 400 + n * 1500);
      const begun = performance.now();
      const store = await open(dir);
      expect(performance.now() - begun).toBeLessThan(15_000);
      if (forEver) {
        expect(store.core.state()).toMatchObject({ kind: 'rescue', reason: 'unreadable' });
        other.close();
        await store.job('rescue.retry', {});
      }
      expect(store.core.state()).toEqual({ kind: 'ready' });
      expect(await total(store)).toBe(1);
      await store.close();
    }),
  300_000,
);

it(
  'a wrong clock loses no work, and its copies do not push out newer ones',
  () =>
    often('clock', EACH, async (dir, n) => {
      const pick = seeded(SEED + n);
      let ahead = 0;
      const clock = () => new Date(Date.now() + ahead);
      const store = await open(dir, { clock });
      let people = await total(store);
      for (let jump = 0; jump < 8; jump++) {
        ahead = jump % 2 === 0 ? pick(5 * YEAR) : -pick(5 * YEAR);
        await add(store, `Vì Văn ${jump}`);
        people++;
        const made = await store.job('backup.create', {});
        const { copies } = await store.invoke('backup.list', {});
        expect(
          copies.map(({ id }) => id),
          `seed ${SEED + n}`,
        ).toContain(made.id);
      }
      ahead = 0;
      const made = [];
      for (let copy = 0; copy < 2; copy++) {
        await add(store, `Vì Thị ${copy}`);
        people++;
        made.push((await store.job('backup.create', {})).id);
      }
      const { copies } = await store.invoke('backup.list', {});
      expect(
        copies.map(({ id }) => id),
        `seed ${SEED + n}`,
      ).toEqual(expect.arrayContaining(made));
      expect((await store.invoke('backup.status', {})).last?.id).toBe(made.at(-1));
      expect((await store.job('audit.verify', {})).problems).toEqual([]);
      await store.close();
      const again = await open(dir);
      expect(await total(again)).toBe(people);
      await again.close();
    }),
  300_000,
);

it(
  'a folder pulled out while in use holds what was acknowledged, and none is begun in its place',
  () =>
    often('pulled', EACH, async (dir, n) => {
      const store = await open(dir);
      for (let before = 0; before < n % 3; before++) await add(store, `Lù Thị ${before}`);
      renameSync(dir, `${dir}-away`);
      const reply = await store.raw('members.create', { fullName: 'Lù Văn Phớ' });
      const people = 1 + (n % 3) + (reply.ok ? 1 : 0);
      await store.core.close();
      const found = await open(`${dir}-away`);
      expect(found.core.state()).toEqual({ kind: 'ready' });
      expect(await total(found)).toBe(people);
      await found.close();
      if (existsSync(dir) && readdirSync(dir).some((name) => name === 'backups')) {
        const place = await open(dir);
        expect(place.core.state()).toMatchObject({ kind: 'rescue', reason: 'unreadable' });
        await place.close();
      }
      rmSync(`${dir}-away`, { recursive: true, force: true });
    }),
  300_000,
);

it(
  'one folder is opened by one program only',
  () =>
    often('two-instances', EACH, async (dir) => {
      const tries = await Promise.allSettled(Array.from({ length: 4 }, () => open(dir)));
      const opened = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(opened).toHaveLength(1);
      for (const one of tries)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'BUSY' });
      await opened[0]?.close();
    }),
  300_000,
);

it('folders in a cloud or on the network are known by their names', () => {
  const shared = [
    'C:\\Users\\hoa\\OneDrive\\So',
    'C:\\Users\\hoa\\OneDrive - Benh vien\\So',
    'D:\\Dropbox\\So',
    'C:\\Users\\hoa\\Google Drive\\So',
    'G:\\My Drive\\So',
    'G:\\Drive của tôi\\So',
    '/home/hoa/Nextcloud/so',
    '/Users/hoa/Library/Mobile Documents/com~apple~CloudDocs/so',
    '\\\\maychu\\chung\\So',
    '//maychu/chung/So',
    '/run/user/1000/gvfs/smb-share:server=maychu,share=chung/so',
  ];
  const own = [
    'C:\\Users\\hoa\\Documents\\So',
    'D:\\So cong doan',
    '/home/hoa/so',
    '/mnt/usb/so',
    'E:\\boxes\\so',
  ];
  const begun = performance.now();
  for (const dir of shared) expect(looksShared(dir), dir).toBe(true);
  for (const dir of own) expect(looksShared(dir), dir).toBe(false);
  const tried = shared.length + own.length;
  tell({
    promise: 'shared-folder',
    tried,
    held: tried,
    ms: performance.now() - begun,
    note: 'chỉ thử theo tên thư mục',
  });
});
