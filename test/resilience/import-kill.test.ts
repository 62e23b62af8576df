/**
 * The program is killed while it writes new people of a list, while it changes known ones, and while it shows them all.
 * After the next start the register is as before or as after, nobody is hidden or there twice, and the history says which.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeLayout } from '../../electron/db/layout';
import { bundleChild } from '../helpers/bundle';
import { openTestCore, type TestCore, WORKER_FILE } from '../helpers/core';

const KNOWN = 300;
const NEW = 900;
const KILLS = Number(process.env.IMPORT_KILLS ?? 3);
const STAGES = ['writing', 'updating', 'showing'] as const;
type Stage = (typeof STAGES)[number];

let root: string;
let base: string;
let list: string;
let childFile: string;
let before: string;
let after: string;

const HEADER = ['Họ và tên', 'Ngày sinh', 'Số thẻ', 'Khoa, phòng', 'Điện thoại'];
const person = (n: number, place: string, tail: string) => [
  `Nguyễn Văn Thứ ${n}`,
  `${1 + (n % 28)}/0${1 + (n % 9)}/19${60 + (n % 35)}`,
  `CD${100000 + n}`,
  place,
  `09${tail}0${100000 + n}`,
];
async function write(name: string, rows: string[][]): Promise<string> {
  const path = join(root, name);
  writeFileSync(path, await writeXlsx({ sheets: [{ name: 'DS', rows: [HEADER, ...rows] }] }));
  return path;
}

async function bringIn(store: TestCore, path: string): Promise<void> {
  const { token } = store.core.files.registerPicked(path);
  const { importId, columns } = await store.job('members.importOpen', { token });
  const mapping = columns.map(({ index, field }) => ({ index, field }));
  await store.job('members.importPreview', { importId, mapping });
  await store.job('members.importCommit', { importId });
}

/** The register as a screen shows it, and its dated stretches. */
async function register(store: TestCore): Promise<string> {
  const rows: unknown[] = [];
  for (let offset = 0; ; offset += 500) {
    const page = await store.invoke('members.list', { statuses: [], limit: 500, offset });
    rows.push(...page.rows.map((row) => [row.fullName, row.cardNo, row.department, row.phone]));
    if (rows.length >= page.total) break;
  }
  const places = (await store.invoke('organisation.units', {})).rows.map(({ name, members }) => [
    name,
    members,
  ]);
  const found = (await store.invoke('members.list', { search: 'thu', statuses: [] })).total;
  const raw = new Database(storeLayout(store.dir).db, { readonly: true });
  const stretches = raw
    .prepare(
      `SELECT m.card_no, d.name, s.from_date, s.to_date FROM member_state s JOIN member m ON m.id = s.member_id
       LEFT JOIN org_unit d ON d.id = s.department_id ORDER BY m.card_no, s.from_date`,
    )
    .raw()
    .all();
  raw.close();
  return JSON.stringify({
    rows: rows.map(String).sort(),
    places: places.map(String).sort(),
    found,
    stretches,
  });
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'so-import-kill-'));
  base = join(root, 'base');
  childFile = await bundleChild('test/resilience/importKillChild.ts');
  const known = Array.from({ length: KNOWN }, (_, n) => person(n, 'Khoa Nội', '1'));
  list = await write('moi.xlsx', [
    ...Array.from({ length: NEW }, (_, n) => person(KNOWN + n, 'Khoa Mắt', '1')),
    ...known.map((_, n) => person(n, n % 2 ? 'Khoa Ngoại' : 'Khoa Nội', '2')),
  ]);
  const store = await openTestCore({ dataDir: base, keep: true });
  await bringIn(store, await write('cu.xlsx', known));
  before = await register(store);
  await store.close();
  const whole = await openTestCore({ dataDir: copy('whole'), keep: true });
  await bringIn(whole, list);
  after = await register(whole);
  await whole.close();
  expect(after).not.toBe(before);
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

function copy(name: string): string {
  const dir = join(root, name);
  cpSync(base, dir, { recursive: true });
  return dir;
}

/** Kills the child at a step of a stage; answers the steps it told. */
function runAndKill(dir: string, stage: Stage, share: number): Promise<{ told: string[]; done: boolean }> {
  return new Promise((resolve, reject) => {
    const args = [childFile, dir, WORKER_FILE, list, share > 0.5 ? 'yes' : 'no'];
    const child: ChildProcess = spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    });
    const told: string[] = [];
    let rest = '';
    const onLine = (line: string) => {
      told.push(line);
      const [kind, , done, total] = line.split(' ');
      if (kind === 'E') reject(new Error(line));
      if (kind !== 'P') return;
      const [n, of] = [Number(done), Number(total)];
      const all = of === KNOWN;
      if (stage === 'writing' && !all && n >= share * of) child.kill('SIGKILL');
      if (stage === 'updating' && all && n >= share * of && n < of) child.kill('SIGKILL');
      if (stage === 'showing' && all && n === of) setTimeout(() => child.kill('SIGKILL'), share * 40);
    };
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    });
    child.on('error', reject);
    child.on('close', () => resolve({ told, done: told.includes('D') }));
  });
}

describe.each(STAGES)('killed while %s', (stage) => {
  it.each(Array.from({ length: KILLS }, (_, n) => n))(
    'kill %i',
    async (n) => {
      const dir = copy(`${stage}-${n}`);
      const { told, done } = await runAndKill(dir, stage, (n + 0.3) / KILLS);
      expect(told.some((line) => line.startsWith('P writing'))).toBe(true);
      const store = await openTestCore({ dataDir: dir });
      expect(store.core.state()).toEqual({ kind: 'ready' });
      const held = await register(store);
      expect([before, after]).toContain(held);
      if (done) expect(held).toBe(after);
      const [newest] = (await store.invoke('members.importHistory', {})).rows;
      expect(newest).toMatchObject({
        fileName: 'moi.xlsx',
        state: held === after ? 'committed' : 'interrupted',
      });
      const raw = new Database(storeLayout(dir).db, { readonly: true });
      const count = (sql: string) => raw.prepare(sql).pluck().get();
      expect(count('SELECT count(*) FROM import_hidden')).toBe(0);
      expect(count('SELECT count(*) FROM member')).toBe(held === after ? KNOWN + NEW : KNOWN);
      expect(count('SELECT count(*) - count(DISTINCT card_no) FROM member')).toBe(0);
      expect(count('SELECT count(*) FROM pragma_foreign_key_check')).toBe(0);
      raw.close();
      // What was interrupted can be done again, whole.
      if (held === before && n === 0) {
        await bringIn(store, list);
        expect(await register(store)).toBe(after);
      }
      await store.close();
    },
    60_000,
  );
});
