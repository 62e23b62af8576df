/**
 * A corpus of damaged stores. Each case must end either open with exactly the rows that were there, or in rescue with
 * the files untouched, and after choosing a copy with them byte-identical in quarantine. Never an empty store.
 * Not promised, because SQLite keeps no checksum of its pages: finding a flipped bit inside a value of the main
 * file after an unclean exit. After a clean exit every flipped bit is found.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestCore } from '../helpers/core';
import { copyFolder, dump, hashes, LOG_TABLES, STORE, seeded } from '../helpers/store';

let clean: string;
let unclean: string;
let expected: string;
let older: Buffer;
let foreignStore: string;
const made: string[] = [];

beforeAll(async () => {
  const store = await openTestCore({ keep: true });
  const add = async (from: number, to: number) => {
    for (let n = from; n < to; n++)
      await store.invoke('members.create', {
        fullName: `Trần Thị Bích ${n}`,
        cardNo: `CD${n}`,
        note: 'x'.repeat(n * 7),
      });
  };
  await add(0, 60);
  await store.job('backup.create', {});
  older = readFileSync(join(store.dir, STORE));
  await add(60, 120);
  unclean = copyFolder(store.dir);
  await store.core.close();
  clean = store.dir;
  older = readFileSync(join(clean, 'backups', `${copies(clean).at(0)}.db`));
  expected = dump(join(clean, STORE));
  expect(dump(join(unclean, STORE))).toBe(expected);
  foreignStore = join(tmpdir(), `foreign-${process.pid}.db`);
  const other = new Database(foreignStore);
  other.exec('CREATE TABLE notes (t); INSERT INTO notes VALUES (1)');
  other.close();
  made.push(clean, unclean, foreignStore);
}, 60_000);

afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

const copies = (dir: string) =>
  readdirSync(join(dir, 'backups'))
    .filter((name) => name.endsWith('.db'))
    .map((name) => name.slice(0, -3))
    .sort();

type Damage = (dir: string) => void;
const edit = (name: string, change: (bytes: Buffer) => Buffer | undefined) => (dir: string) => {
  const path = join(dir, name);
  const bytes = readFileSync(path);
  writeFileSync(path, change(bytes) ?? bytes);
};
const flip = (name: string, seed: number, bits: number): Damage =>
  edit(name, (bytes) => {
    const pick = seeded(seed);
    for (let n = 0; n < bits; n++) {
      const at = pick(bytes.length);
      bytes[at] = (bytes[at] as number) ^ (1 << pick(8));
    }
    return bytes;
  });
const cut =
  (name: string, part: number): Damage =>
  (dir) => {
    const path = join(dir, name);
    truncateSync(path, Math.floor(readFileSync(path).length * part));
  };
const page = (number: number, fill: (old: Buffer) => Buffer): Damage =>
  edit(STORE, (bytes) => {
    const pages = bytes.length / 4096;
    const at = (number % pages) * 4096;
    fill(bytes.subarray(at, at + 4096)).copy(bytes, at);
    return bytes;
  });
const zero: (old: Buffer) => Buffer = (old) => Buffer.alloc(old.length);
const torn = (old: Buffer): Buffer => Buffer.concat([old.subarray(0, 2048), Buffer.alloc(2048, 0xa5)]);
const remove =
  (...names: string[]): Damage =>
  (dir) => {
    for (const name of names) rmSync(join(dir, name), { force: true });
  };
const put =
  (name: string, bytes: () => Buffer): Damage =>
  (dir) =>
    writeFileSync(join(dir, name), bytes());

function afterCleanExit(): [string, Damage][] {
  const cases: [string, Damage][] = [];
  for (let seed = 1; seed <= 16; seed++) cases.push([`${seed} flipped bits`, flip(STORE, seed, seed)]);
  for (const part of [0.001, 0.1, 0.5, 0.9, 0.999]) cases.push([`cut to ${part}`, cut(STORE, part)]);
  for (const n of [0, 1, 2, 5, 9, 14, 20]) {
    cases.push([`page ${n} zeroed`, page(n, zero)]);
    cases.push([`page ${n} torn`, page(n, torn)]);
  }
  return [
    ...cases,
    ['zero length', put(STORE, () => Buffer.alloc(0))],
    ['a text file in its place', put(STORE, () => Buffer.from('xin chào '.repeat(400)))],
    ["another program's store", put(STORE, () => readFileSync(foreignStore))],
    ['garbage appended', edit(STORE, (bytes) => Buffer.concat([bytes, Buffer.alloc(4096, 7)]))],
    ['an older copy in its place', put(STORE, () => older)],
    ['missing', remove(STORE)],
    ['missing with its notes', remove(STORE, 'closed.json')],
    ['a log from an unclean time', put(`${STORE}-wal`, () => readFileSync(join(unclean, `${STORE}-wal`)))],
    ['a garbage log', put(`${STORE}-wal`, () => Buffer.alloc(9000, 3))],
    ['a garbage index', put(`${STORE}-shm`, () => Buffer.alloc(32_768, 3))],
    ['an empty log', put(`${STORE}-wal`, () => Buffer.alloc(0))],
    ['an unreadable fingerprint', put('closed.json', () => Buffer.from('{'))],
    ['no fingerprint', remove('closed.json')],
  ];
}

function afterUncleanExit(): [string, Damage][] {
  const cases: [string, Damage][] = [];
  const log = `${STORE}-wal`;
  for (let seed = 1; seed <= 12; seed++)
    cases.push([`${seed} flipped bits in the log`, flip(log, seed * 31, seed)]);
  for (const part of [0, 0.001, 0.2, 0.5, 0.9, 0.99]) cases.push([`log cut to ${part}`, cut(log, part)]);
  return [
    ...cases,
    ['nothing', () => undefined],
    ['log missing', remove(log)],
    ['index missing', remove(`${STORE}-shm`)],
    ['both companions missing', remove(log, `${STORE}-shm`)],
    ['index zeroed', put(`${STORE}-shm`, () => Buffer.alloc(32_768))],
    ['index garbage', put(`${STORE}-shm`, () => Buffer.alloc(32_768, 0x5a))],
    ['store missing', remove(STORE)],
    ['store emptied', put(STORE, () => Buffer.alloc(0))],
    ['store cut in half', cut(STORE, 0.5)],
    ["another program's store", put(STORE, () => readFileSync(foreignStore))],
    ['marker unreadable', put('running.json', () => Buffer.from(''))],
  ];
}

async function judge(base: string, damage: Damage): Promise<'equal' | 'rescue'> {
  const dir = copyFolder(base);
  made.push(dir);
  damage(dir);
  const before = hashes(dir);
  const store = await openTestCore({ dataDir: dir });
  const state = store.core.state();
  if (state.kind === 'ready') {
    const now = dump(join(dir, STORE));
    await store.close();
    expect(now).toBe(expected);
    return 'equal';
  }
  expect(hashes(dir)).toEqual(before);
  const copy = state.copies[0];
  expect(copy).toBeDefined();
  const wanted = dump(join(dir, 'backups', `${copy?.id}.db`), LOG_TABLES);
  expect((await store.raw('settings.get', {})).ok).toBe(false);
  expect(await store.job('rescue.restore', { id: copy?.id as string })).toEqual({ kind: 'ready' });
  expect(dump(join(dir, STORE), LOG_TABLES)).toBe(wanted);
  const [kept] = readdirSync(join(dir, 'quarantine'));
  expect(hashes(join(dir, 'quarantine', kept as string))).toEqual(before);
  await store.close();
  return 'rescue';
}

const CASES = [
  ...afterCleanExit().map(([name, damage]) => ({ name: `clean exit: ${name}`, base: () => clean, damage })),
  ...afterUncleanExit().map(([name, damage]) => ({
    name: `unclean exit: ${name}`,
    base: () => unclean,
    damage,
  })),
];

it('holds at least 60 cases', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(60);
});

/** Harmless to what is kept: these must open. */
const HARMLESS =
  /: (nothing|index missing|index zeroed|index garbage|an empty log|a garbage index|no fingerprint|an unreadable fingerprint|marker unreadable)$/;
const outcomes = { equal: 0, rescue: 0 };

it.each(CASES)(
  '$name',
  async ({ name, base, damage }) => {
    const outcome = await judge(base(), damage);
    outcomes[outcome]++;
    if (HARMLESS.test(name)) expect(outcome).toBe('equal');
  },
  10_000,
);

it('ended every case in one of the two ways', () => {
  console.log(`damaged stores: ${outcomes.equal} opened equal, ${outcomes.rescue} in rescue`);
  expect(outcomes.equal + outcomes.rescue).toBe(CASES.length);
});

it('opens an older file put in place by hand only when asked to', async () => {
  const dir = copyFolder(clean);
  writeFileSync(join(dir, STORE), older);
  const store = await openTestCore({ dataDir: dir });
  expect(store.core.state()).toMatchObject({ kind: 'rescue', reason: 'damaged', cause: 'changed-outside' });
  expect(await store.job('rescue.openAnyway', { confirm: true })).toEqual({ kind: 'ready' });
  await store.close();
});

it('leaves a newer file as it is, in the store or still in its log', async () => {
  for (const inLog of [false, true]) {
    const dir = copyFolder(clean);
    const raw = new Database(join(dir, STORE));
    raw.pragma('journal_mode = WAL');
    raw.pragma('user_version = 9999');
    const snapshot = inLog ? copyFolder(dir) : dir;
    raw.close();
    const before = hashes(snapshot);
    const store = await openTestCore({ dataDir: snapshot });
    expect(store.core.state()).toMatchObject({ kind: 'rescue', reason: 'newer', fileVersion: 9999 });
    expect(await store.raw('members.list', {})).toMatchObject({ error: { code: 'STORE_NEWER' } });
    expect(await store.raw('rescue.startNew', { confirm: true })).toMatchObject({
      error: { code: 'STORE_NEWER' },
    });
    await store.core.close();
    expect(hashes(snapshot)).toEqual(before);
    await store.close();
  }
});

it('begins an empty store beside damaged files only when asked to', async () => {
  const dir = copyFolder(clean);
  writeFileSync(join(dir, STORE), '');
  const store = await openTestCore({ dataDir: dir });
  expect(await store.job('rescue.retry', {})).toMatchObject({ kind: 'rescue', reason: 'damaged' });
  expect(await store.job('rescue.startNew', { confirm: true })).toEqual({ kind: 'ready' });
  expect(existsSync(join(dir, 'quarantine'))).toBe(true);
  await store.close();
});

it('salvages the rows that can still be read', async () => {
  const dir = copyFolder(clean);
  page(20, zero)(dir);
  const store = await openTestCore({ dataDir: dir });
  expect(store.core.state().kind).toBe('rescue');
  const { file, tables } = await store.job('rescue.salvage', {});
  expect(tables.find((table) => table.name === 'member')?.rows).toBeGreaterThan(20);
  expect(file.size).toBeGreaterThan(1000);
  await store.close();
});

it('says that a folder is in use, and that it is not a store', async () => {
  const first = await openTestCore();
  await expect(openTestCore({ dataDir: first.dir })).rejects.toMatchObject({ code: 'BUSY' });
  await first.core.close();
  rmSync(join(first.dir, STORE));
  mkdirSync(join(first.dir, STORE));
  const second = await openTestCore({ dataDir: first.dir });
  expect(second.core.state()).toMatchObject({ kind: 'rescue', reason: 'unreadable' });
  await second.close();
});
