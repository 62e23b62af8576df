/**
 * The program is killed in the middle of an import, a copy, a migration, a restore and a rescue: half of the times at
 * a step on the disk drawn by a seed, half by the clock. What is found afterwards is the old state or the new one.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleChild } from '../helpers/bundle';
import { seeded } from '../helpers/store';
import { inLanes, quickFolder, start } from './lib/children';
import { buildLayer, layerEnvironment } from './lib/faults';
import { type Facts, judge, lay, makeBases, type Step } from './lib/steps';
import { SEED, tell, trials } from './lib/tally';

const KILLED = ['import', 'copy', 'migration', 'restore', 'rescue'] as const satisfies readonly Step[];
const EACH = trials('stepkills', 8, 20, 60);
const LANES = 2;

const layer = buildLayer();
let root: string;
let childFile: string;
let facts: Facts;

beforeAll(async () => {
  root = quickFolder('stepkill');
  childFile = await bundleChild('test/resilience/stepChild.ts');
  facts = await makeBases(root);
  writeFileSync(join(root, 'facts.json'), JSON.stringify(facts));
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Killed {
  told: string[];
  inside: boolean;
  /** Steps on the disk, and milliseconds, of a run to its end. */
  steps: number;
  ms: number;
  error?: string;
}

/** Runs the step in `name` until its step number `at` on the disk, or `after` milliseconds from its beginning. */
async function runAndKill(step: Step, name: string, at: number, after?: number): Promise<Killed> {
  lay(root, step, join(root, name));
  const killed: Killed = { told: [], inside: false, steps: 0, ms: 0 };
  /** Transactions lie inside each other. */
  let depth = 0;
  let begun = 0;
  let timer: NodeJS.Timeout | undefined;
  const args = ['kill', root, step, String(at), name];
  const child = start(childFile, args, layerEnvironment(layer, join(root, name)), (line, process) => {
    const [kind, ...words] = line.split(' ');
    if (kind === 'B' || kind === 'C') depth += kind === 'B' ? 1 : -1;
    else if (kind === 'A') killed.told.push(words.join(' '));
    else if (kind === 'T') killed.steps = Number(words[0]);
    else if (kind === 'E') killed.error = line;
    else if (kind === 'G') {
      begun = performance.now();
      if (after !== undefined) timer = setTimeout(() => process.kill('SIGKILL'), after);
    }
  });
  await child.ended;
  clearTimeout(timer);
  killed.ms = performance.now() - begun;
  killed.inside = depth > 0;
  return killed;
}

it.each(KILLED)(
  '%s',
  async (step) => {
    const begun = performance.now();
    const whole = await runAndKill(step, `kill-${step}-whole`, 0);
    expect(whole.error).toBeUndefined();
    expect(whole.told.length, step).toBe(step === 'migration' ? 0 : 1);
    const pick = seeded(SEED + KILLED.indexOf(step));
    const plans = Array.from({ length: EACH }, (_, n) => {
      const onDisk = layer !== undefined && n % 2 === 0;
      return {
        n,
        at: onDisk ? 1 + pick(whole.steps) : 0,
        after: onDisk ? undefined : pick(Math.ceil(whole.ms)),
      };
    });
    let inside = 0;
    await inLanes(plans, LANES, async ({ n, at, after }) => {
      const name = `kill-${step}-${n}`;
      const killed = await runAndKill(step, name, at, after);
      const place = `${step}, step ${at}, ${after} ms, seed ${SEED}`;
      expect(killed.error, place).toBeUndefined();
      if (killed.inside) inside++;
      await judge(step, join(root, name), facts, killed.told).catch((error) => {
        throw new Error(`${place}: ${(error as Error).message}`);
      });
      rmSync(join(root, name), { recursive: true, force: true });
    });
    const note = `${inside} lần đúng lúc đang ghi vào sổ`;
    tell({ promise: `kill-${step}`, tried: EACH, held: EACH, ms: performance.now() - begun, note });
  },
  3_600_000,
);
