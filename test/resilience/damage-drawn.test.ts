/**
 * Damage drawn by a seed: flipped bits, pages torn or mixed up, files cut, emptied, missing, stale or another
 * program's, in the store and its companions. Each ends open with exactly the rows that were there, or in rescue with
 * the files untouched, a copy that can be put back, and the damaged files byte-identical in quarantine.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestCore } from '../helpers/core';
import { dump, hashes, LOG_TABLES, STORE, seeded } from '../helpers/store';
import { quickFolder } from './lib/children';
import { SEED, tell, trials } from './lib/tally';

const CASES = trials('damaged', 120, 1000, 5000);
const LOG = `${STORE}-wal`;
const INDEX = `${STORE}-shm`;

let root: string;
let rows: string;
/** Bytes that may come into the place of others. */
let foreign: Buffer[];
let copyRows: Record<string, string>;

beforeAll(async () => {
  root = quickFolder('damage');
  const base = join(root, 'clean');
  const store = await openTestCore({ dataDir: base, keep: true });
  const add = (n: number) =>
    store.invoke('members.create', { fullName: `Lò Thị Nga ${n}`, note: 'x'.repeat(n * 9) });
  for (let n = 0; n < 30; n++) await add(n);
  await store.job('backup.create', {});
  const staleLog = readFileSync(join(base, LOG));
  for (let n = 30; n < 60; n++) await add(n);
  cpSync(base, join(root, 'unclean'), { recursive: true });
  await store.close();
  rows = dump(join(base, STORE));
  const other = new Database(join(root, 'other.db'));
  other.exec('CREATE TABLE notes (t); INSERT INTO notes VALUES (1)');
  other.close();
  const copies = readdirSync(join(base, 'backups')).filter((name) => name.endsWith('.db'));
  const older = readFileSync(join(base, 'backups', copies.sort()[0] as string));
  foreign = [
    Buffer.alloc(0),
    Buffer.from('Kính gửi Ban Chấp hành '.repeat(300)),
    readFileSync(join(root, 'other.db')),
    Buffer.alloc(9000, 7),
    staleLog,
    older,
  ];
  copyRows = Object.fromEntries(
    copies.map((name) => [name.slice(0, -3), dump(join(base, 'backups', name), LOG_TABLES)]),
  );
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Pick = (bound: number) => number;

function spoil(bytes: Buffer, pick: Pick): Buffer {
  const page = (at: number) => bytes.subarray(at * 4096, at * 4096 + 4096);
  const pages = Math.max(1, Math.floor(bytes.length / 4096));
  const kind = pick(7);
  if (kind === 0) return bytes.subarray(0, pick(bytes.length));
  if (kind === 1) return foreign[pick(foreign.length)] as Buffer;
  if (kind === 2) return Buffer.concat([bytes, Buffer.alloc(1 + pick(9000), pick(256))]);
  const result = Buffer.from(bytes);
  if (kind === 3) page(pick(pages)).copy(result, pick(pages) * 4096);
  else if (kind === 4) result.fill(pick(256), pick(pages) * 4096 + pick(4096));
  else if (kind === 5) result.fill(0, pick(pages) * 4096, pick(pages) * 4096 + 4096);
  else
    for (let bit = 1 + pick(20); bit > 0; bit--) {
      const at = pick(bytes.length);
      result[at] = (result[at] as number) ^ (1 << pick(8));
    }
  return result;
}

/** After a clean exit the store itself may be hit; after an unclean one its log and index, which tell of it. */
function damage(dir: string, clean: boolean, pick: Pick): string {
  const name = clean ? STORE : pick(4) === 0 ? INDEX : LOG;
  const path = join(dir, name);
  if (pick(12) === 0) {
    rmSync(path);
    if (!clean && pick(2) === 0) rmSync(join(dir, INDEX), { force: true });
    return `${name} missing`;
  }
  if (clean && pick(10) === 0) {
    writeFileSync(join(dir, pick(2) === 0 ? LOG : INDEX), foreign[pick(foreign.length)] as Buffer);
    return 'foreign companion';
  }
  writeFileSync(path, spoil(readFileSync(path), pick));
  return `${name} spoilt, ${statSync(path).size} bytes`;
}

async function judge(dir: string): Promise<'equal' | 'rescue'> {
  const before = hashes(dir);
  const begun = performance.now();
  const store = await openTestCore({ dataDir: dir, keep: true });
  try {
    expect(performance.now() - begun, 'no hang').toBeLessThan(10_000);
    const state = store.core.state();
    if (state.kind === 'ready') {
      expect(dump(join(dir, STORE))).toBe(rows);
      return 'equal';
    }
    expect(hashes(dir)).toEqual(before);
    const id = state.copies[0]?.id as string;
    expect(await store.job('rescue.restore', { id })).toEqual({ kind: 'ready' });
    expect(dump(join(dir, STORE), LOG_TABLES)).toBe(copyRows[id]);
    const [kept] = readdirSync(join(dir, 'quarantine'));
    expect(hashes(join(dir, 'quarantine', kept as string))).toEqual(before);
    return 'rescue';
  } finally {
    await store.close();
  }
}

it(`${CASES} damaged stores`, async () => {
  let begun = performance.now();
  let untold = 0;
  const outcomes = { equal: 0, rescue: 0 };
  /** In hundreds, so that a run that is stopped has counted too. */
  const count = (note?: string) => {
    tell({ promise: 'damaged', tried: untold, held: untold, ms: performance.now() - begun, note });
    untold = 0;
    begun = performance.now();
  };
  for (let n = 0; n < CASES; n++) {
    const pick = seeded((SEED + n) * 2_654_435_761);
    const clean = n % 3 !== 0;
    const dir = mkdtempSync(join(root, 'case-'));
    cpSync(join(root, clean ? 'clean' : 'unclean'), dir, { recursive: true });
    const what = damage(dir, clean, pick);
    try {
      outcomes[await judge(dir)]++;
    } catch (error) {
      throw new Error(`case ${n}, seed ${SEED}: ${what}: ${(error as Error).message.slice(0, 600)}`);
    }
    rmSync(dir, { recursive: true, force: true });
    untold++;
    if (untold === 100) count();
  }
  const note = `${outcomes.equal} mở ra đúng như cũ, ${outcomes.rescue} vào cửa sổ cứu dữ liệu`;
  count(note);
}, 3_600_000);
