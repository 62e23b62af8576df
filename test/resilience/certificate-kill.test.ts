/**
 * The program is killed, or the job cancelled, in the middle of printing a batch. No half file stays, the log tells of
 * no print that did not happen, every register number stays with its person and the next one follows.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storeLayout } from '../../electron/db/layout';
import { bundleChild } from '../helpers/bundle';
import { openTestCore, RESOURCES_DIR, type TestCore, WORKER_FILE } from '../helpers/core';

const COUNT = 120;
let root: string;
let base: string;
let childFile: string;
let decisionId: number;

async function decide(store: TestCore, number: string, count: number): Promise<number> {
  const form = (await store.invoke('awards.forms', {})).rows.find((row) => row.code === 'GK-CS')!;
  const made = await store.invoke('awards.create', {
    formId: form.id,
    number,
    decidedOn: '2026-11-20',
    awardYear: 2026,
    signerName: 'Hoàng Minh Tuệ',
  });
  const items = Array.from({ length: count }, (_, n) => ({
    kind: 'individual' as const,
    name: `Lường Thị Thứ ${n + 1}`,
    honorific: 'Bà',
  }));
  await store.invoke('awards.addRecipients', { id: made.id, items });
  await store.invoke('awards.issue', made);
  return made.id;
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'so-certificate-kill-'));
  base = join(root, 'base');
  childFile = await bundleChild('test/resilience/certificateKillChild.ts');
  const store = await openTestCore({ dataDir: base, keep: true });
  decisionId = await decide(store, '45/QĐ-CĐCS', COUNT);
  await store.close();
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Kills the printing child at the first step that `when` takes; answers whether it had answered. */
function runAndKill(dir: string, when: (label: string, done: number) => boolean): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const args = [childFile, dir, RESOURCES_DIR, WORKER_FILE, String(decisionId)];
    const child: ChildProcess = spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    });
    let answered = false;
    let rest = '';
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [kind, label = '', done] = line.split(' ');
        if (kind === 'E') reject(new Error(line));
        if (kind === 'D') answered = true;
        if (kind === 'P' && when(label, Number(done))) child.kill('SIGKILL');
      }
    });
    child.on('error', reject);
    child.on('close', () => resolve(answered));
  });
}

const papersIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true })
    .map(String)
    .filter((name) => /\.(pdf|zip|part|tmp)$/i.test(name));

it.each([
  ['at the first sheets', (label: string) => label === 'drawing'],
  ['in the middle of drawing', (label: string, done: number) => label === 'drawing' && done >= 60],
  ['while one file is made of each', (label: string, done: number) => label === 'splitting' && done >= 20],
])(
  'killed %s',
  async (name, when) => {
    const dir = join(root, name.replaceAll(' ', '-'));
    cpSync(base, dir, { recursive: true });
    expect(await runAndKill(dir, when)).toBe(false);
    const store = await openTestCore({ dataDir: dir, keep: true });
    expect(store.core.state()).toEqual({ kind: 'ready' });
    expect(papersIn(dir)).toEqual([]);
    expect((await store.invoke('certificates.runs', {})).rows).toEqual([]);
    const { rows } = await store.invoke('certificates.get', { decisionId });
    expect(rows.map((row) => Number.parseInt(row.register ?? '', 10))).toEqual(rows.map((_, i) => i + 1));
    expect(rows.every((row) => row.prints === 0)).toBe(true);
    const next = await decide(store, '46/QĐ-CĐCS', 1);
    const [after] = (await store.invoke('certificates.get', { decisionId: next })).rows;
    expect(after?.register).toBe(`${COUNT + 1}/2026`);
    const made = await store.job('certificates.print', { decisionId });
    expect(made.pages).toBe(COUNT);
    await store.close();
    const raw = new Database(storeLayout(dir).db, { readonly: true });
    const count = (sql: string) => raw.prepare(sql).pluck().get();
    expect(count('SELECT count(*) FROM pragma_foreign_key_check')).toBe(0);
    expect(count('SELECT count(*) FROM certificate_print')).toBe(COUNT);
    expect(count('SELECT count(*) FROM certificate_print WHERE certificate_id IS NULL')).toBe(0);
    raw.close();
  },
  120_000,
);

it('cancelled in the middle of drawing', async () => {
  const dir = join(root, 'cancelled');
  cpSync(base, dir, { recursive: true });
  const store = await openTestCore({ dataDir: dir, keep: true });
  const stop = new AbortController();
  const reply = await store.core.router.dispatch(
    'certificates.print',
    { decisionId },
    { user: store.core.user },
    { signal: stop.signal, progress: (done) => done >= 40 && stop.abort() },
  );
  expect(reply).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
  expect(papersIn(dir)).toEqual([]);
  expect((await store.invoke('certificates.runs', {})).rows).toEqual([]);
  expect((await store.job('certificates.print', { decisionId })).pages).toBe(COUNT);
  await store.close();
}, 120_000);
