/**
 * Power is cut, so to speak, again and again at moments drawn by a seed under a stream of commands. Nothing acknowledged may be
 * missing and nothing may be half there.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { bundleChild } from '../helpers/bundle';
import { openTestCore, WORKER_FILE } from '../helpers/core';
import { seeded } from '../helpers/store';
import { SEED, tell, trials } from './lib/tally';

const KILLS = trials('kills', 60, 200, 700);
/** Stores killed side by side: a killed program mostly waits for its moment. */
const LANES = 2;
let childFile: string;
beforeAll(async () => {
  childFile = await bundleChild('test/resilience/killChild.ts');
});

interface Run {
  acknowledged: string[];
  state: unknown;
  insideTransaction: boolean;
  commands: number;
  error?: string;
}

/** `aim`: kill at a `B` line seen after `delay`; otherwise simply after `delay`. */
function runAndKill(dir: string, start: number, delay: number, aim: boolean): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(process.execPath, [childFile, dir, WORKER_FILE, String(start)], {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    });
    const run: Run = { acknowledged: [], state: undefined, insideTransaction: false, commands: 0 };
    let rest = '';
    let armed = false;
    const timer = setTimeout(() => {
      armed = true;
      if (!aim) child.kill('SIGKILL');
    }, delay);
    const onLine = (line: string) => {
      const [kind, ...words] = line.split(' ');
      if (kind === 'S') run.state = JSON.parse(words.join(' '));
      else if (kind === 'B') run.insideTransaction = true;
      else if (kind === 'C') {
        run.insideTransaction = false;
        run.commands++;
      } else if (kind === 'A') run.acknowledged.push(words.join(' '));
      else if (kind === 'E') run.error = line;
    };
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
      if (aim && armed && run.insideTransaction) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      resolve(run);
    });
  });
}

interface Tally {
  inside: number;
  commands: number;
}

/** Kills a program on one store again and again, and looks at what is left. */
async function killOften(kills: number, seed: number): Promise<Tally> {
  const pick = seeded(seed);
  const dir = mkdtempSync(join(tmpdir(), 'so-kill-'));
  const acknowledged = new Set<string>();
  const tally: Tally = { inside: 0, commands: 0 };
  try {
    for (let kill = 0; kill < kills; kill++) {
      const aim = kill % 4 !== 0;
      const delay = aim ? 250 + pick(250) : pick(700);
      const run = await runAndKill(dir, 1000 * kill, delay, aim);
      expect(run.error).toBeUndefined();
      if (run.state) expect(run.state).toEqual({ kind: 'ready' });
      for (const one of run.acknowledged) acknowledged.add(one);
      if (run.insideTransaction) tally.inside++;
      tally.commands += run.commands;
    }
    await verify(dir, acknowledged);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  return tally;
}

it(`loses nothing acknowledged and leaves nothing half-applied over ${KILLS} kills`, async () => {
  const begun = performance.now();
  const lanes = await Promise.all(
    Array.from({ length: LANES }, (_, n) => killOften(KILLS / LANES, SEED + n)),
  );
  const sum = (key: keyof Tally) => lanes.reduce((total, lane) => total + lane[key], 0);
  console.log(
    `kills ${KILLS}, inside a transaction ${sum('inside')}, commands ${sum('commands')}, lost 0, half-applied 0`,
  );
  const note = `${sum('inside')} lần đúng lúc đang ghi; ${sum('commands')} lệnh đã nhận, mất 0`;
  tell({ promise: 'kill-commands', tried: KILLS, held: KILLS, ms: performance.now() - begun, note });
  expect(sum('inside'), `seed ${SEED}`).toBeGreaterThanOrEqual(KILLS * 0.3);
}, 3_600_000);

async function verify(dir: string, acknowledged: Set<string>): Promise<void> {
  const store = await openTestCore({ dataDir: dir });
  expect(store.core.state()).toEqual({ kind: 'ready' });
  const settings = await store.invoke('settings.get', {});
  const days = new Set(settings.unionYearHistory.map((row) => row.from));
  const audits = await allAudits(store);
  const members = new Set(audits.filter((row) => row.entity === 'member').map((row) => String(row.entityId)));
  const lost = [...acknowledged].filter((one) => {
    const [kind, key = ''] = one.split(' ');
    return (kind === 'setting' && !days.has(key)) || (kind === 'member' && !members.has(key));
  });
  expect(lost).toEqual([]);
  // One settings command writes four rows: each is there as often as the others, or the command is half-applied.
  const updates = audits.filter((row) => row.entity === 'settings').length;
  expect(settings.version).toBe(1 + updates);
  expect(days.size).toBe(updates);
  const { total } = (await store.invoke('members.list', {} as never)) as { total: number };
  expect(total).toBe(members.size);
  await store.close();
}

async function allAudits(store: Awaited<ReturnType<typeof openTestCore>>) {
  const rows: { entity: string; entityId: number | null }[] = [];
  for (let before: number | undefined; ; ) {
    const page = await store.invoke('audit.list', { limit: 200, before });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    before = page.next;
  }
}
