/** A thread that loops or fills memory is ended alone: its job answers with a code, and the next one runs. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createWorkerPool, type WorkerLimits, type WorkerPool } from '../../electron/jobs/pool';
import { removeAtExit } from '../helpers/store';

const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
parentPort.on('message', () => undefined);
if (workerData.input === 'loop') for (;;);
if (workerData.input === 'fill') { const kept = []; for (;;) kept.push({ at: kept.length, text: String(kept.length) }); }
if (workerData.input === 'talk') {
  let said = 0;
  const timer = setInterval(() => {
    parentPort.postMessage({ type: 'progress', done: ++said, total: 8 });
    if (said === 8) { clearInterval(timer); parentPort.postMessage({ type: 'result', result: 'said' }); }
  }, 300);
}
if (workerData.input === 'work') parentPort.postMessage({ type: 'result', result: 'done' });
`;
const dir = mkdtempSync(join(tmpdir(), 'so-thread-'));
removeAtExit(dir);
const file = join(dir, 'thread.cjs');
writeFileSync(file, THREAD);
const pool = (limits: Partial<WorkerLimits>) => {
  const made = createWorkerPool(
    file,
    { dbPath: '', resources: '' },
    { memoryMb: 32, silenceMs: 60_000, ...limits },
  );
  pools.push(made);
  return made;
};
const pools: WorkerPool[] = [];
afterAll(async () => {
  for (const one of pools) expect(await one.close(), 'threads left').toBe(0);
});

it('a reader that would go on for ever is ended', async () => {
  const own = pool({ silenceMs: 1_000 });
  await expect(own.run('importMembers', 'loop')).rejects.toMatchObject({ code: 'JOB_TOO_LONG' });
});

it('a job that fills memory is ended alone, and the next one runs', async () => {
  const own = pool({});
  await expect(own.run('printCertificates', 'fill')).rejects.toMatchObject({ code: 'JOB_TOO_HEAVY' });
  expect(await own.run('importMembers', 'work')).toBe('done');
});

it('a reader that takes long but tells of it goes on', async () => {
  expect(await pool({ silenceMs: 2_000 }).run('importMembers', 'talk')).toBe('said');
});
