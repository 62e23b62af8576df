/**
 * The disk is full, may not be written, or fails, at each single step of what the program does with its files: a clear
 * answer, nothing acknowledged lost, nothing half there, and work goes on when the disk is well again.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleChild } from '../helpers/bundle';
import { seeded } from '../helpers/store';
import { quickFolder, start } from './lib/children';
import { buildLayer, type Fault, type FaultMode, layerEnvironment, NEVER, placesOf } from './lib/faults';
import { makeBases, STEPS, type Step } from './lib/steps';
import { SEED, tell, trials } from './lib/tally';

const IN_RUN = 3;
/** Trials of each step; with `--long` every place, fault and mode. */
const EACH = trials('faults', IN_RUN, 40, 1_000_000);
const FAULTS: readonly Fault[] = ['ENOSPC', 'EROFS', 'EIO'];
const MODES: readonly FaultMode[] = ['stay', 'once'];
const PROMISE: Record<Fault, string> = { ENOSPC: 'full-disk', EROFS: 'read-only', EIO: 'failing-disk' };
/** Answers that tell the user nothing. */
const MUTE = /INTERNAL|^[A-Z]{3,}$|^SQLITE|undefined/;
const CODES = /^(E[A-Z]+|SQLITE_\w+)$/;

interface Trial {
  mode: FaultMode;
  fault: Fault;
  at: number;
  closes: boolean;
}
interface Result extends Trial {
  refused: number;
  steps: string[];
  refusal: string | null;
  broken?: string;
}

const layer = buildLayer();
if (!layer) console.log('faults of the disk cannot be tried here: they need Linux and a C compiler');
let root: string;
let childFile: string;

beforeAll(async () => {
  if (!layer) return;
  root = quickFolder('fault');
  childFile = await bundleChild('test/resilience/stepChild.ts');
  writeFileSync(join(root, 'facts.json'), JSON.stringify(await makeBases(root)));
}, 120_000);
afterAll(() => root && rmSync(root, { recursive: true, force: true }));

async function run(step: Step, list: readonly Trial[]): Promise<Result[]> {
  const results: Result[] = [];
  const input = list.map((one) => `${JSON.stringify(one)}\n`).join('');
  const environment = layerEnvironment(layer, join(root, `trial-${step}`));
  const onLine = (line: string) => {
    if (line.startsWith('R ')) results.push(JSON.parse(line.slice(2)) as Result);
    else if (line.startsWith('E ')) throw new Error(`${step}: ${line}`);
  };
  await start(childFile, ['fault', root, step], environment, onLine, input).ended;
  expect(results.length, `${step}: trials answered`).toBe(list.length);
  return results;
}

/** The steps on the disk of each kind of fault: reading counts only for a disk that fails. */
async function choose(step: Step): Promise<Trial[]> {
  const dry = FAULTS.map((fault): Trial => ({ mode: 'once', fault, at: NEVER, closes: true }));
  const found = await run(step, dry);
  for (const { broken, refusal } of found) expect(broken ?? refusal, step).toBeNull();
  const all = found.flatMap(({ fault, steps }) =>
    placesOf(steps).flatMap((at) =>
      MODES.map((mode): Trial => ({ mode, fault, at, closes: (at + mode.length) % 2 === 0 })),
    ),
  );
  const pick = seeded(SEED + step.length);
  while (all.length > EACH) all.splice(pick(all.length), 1);
  return all;
}

it.skipIf(!layer).each(STEPS)(
  '%s',
  async (step) => {
    const begun = performance.now();
    const results = await run(step, await choose(step));
    const each = (performance.now() - begun) / Math.max(1, results.length);
    const unclear = ({ refusal }: Result) => refusal !== null && (MUTE.test(refusal) || CODES.test(refusal));
    for (const fault of FAULTS) {
      const of = results.filter((one) => one.fault === fault);
      const held = of.filter((one) => one.broken === undefined && !unclear(one)).length;
      tell({ promise: PROMISE[fault], tried: of.length, held, ms: each * of.length });
    }
    const wrong = results.filter((one) => one.broken !== undefined || unclear(one));
    expect(
      wrong.map(({ mode, fault, at, closes, broken, refusal }) => ({
        mode,
        fault,
        at,
        closes,
        broken,
        refusal,
      })),
      `${step}, seed ${SEED}`,
    ).toEqual([]);
  },
  1_800_000,
);
