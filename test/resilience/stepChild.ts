/**
 * Does one step of lib/steps.ts on a prepared folder. `kill N`: dies at its N-th step on the disk, or when it is killed
 * from outside. `fault`: reads trials from fd 0 and does and judges one after another while single steps on the disk
 * fail. Lines on fd 3: `A what` for what was acknowledged, `B` and `C` around transactions, `G` when it begins, `T n` the
 * steps on the disk when it was not killed; for trials `R` with the result as JSON.
 */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openTestCore, type TestCore } from '../helpers/core';
import { arm, disarm, type Fault, type FaultMode, NEVER, seen } from './lib/faults';
import { type Facts, judge, lay, OPENINGS, type Step, work } from './lib/steps';

const say = (line: string) => writeSync(3, `${line}\n`);
const [kind, root, stepName, at = '0'] = process.argv.slice(2) as [string, string, string, string];
const step = stepName as Step;
const facts = JSON.parse(readFileSync(join(root, 'facts.json'), 'utf8')) as Facts;

/** Waiting for a file that another program holds takes no time here: nobody will let go of it. */
const wait = globalThis.setTimeout;
const shortWait = (then: () => void, ms?: number) => wait(then, ms === 250 ? 1 : ms);
globalThis.setTimeout = Object.assign(shortWait, wait) as unknown as typeof wait;

type Body = (...args: unknown[]) => unknown;
function tellTransactions(): void {
  const original = Database.prototype.transaction as unknown as (this: unknown, fn: Body) => Body;
  (Database.prototype as { transaction: unknown }).transaction = function transaction(
    this: unknown,
    fn: Body,
  ) {
    const wrapped = original.call(this, (...args: unknown[]) => {
      say('B');
      return fn(...args);
    }) as Body & { immediate: Body };
    const ended =
      (run: Body): Body =>
      (...args) => {
        try {
          return run(...args);
        } finally {
          say('C');
        }
      };
    return Object.assign(ended(wrapped), { immediate: ended(wrapped.immediate) });
  };
}

/** Opens, begins and works; `opened` is told of the core, which is open even when the work is refused. */
async function perform(
  dir: string,
  begin: () => void,
  told: (what: string) => void,
  opened: (store: TestCore) => void,
): Promise<void> {
  if (OPENINGS.has(step)) begin();
  const store = await openTestCore({ dataDir: dir, keep: true });
  opened(store);
  if (!OPENINGS.has(step)) begin();
  await work(step, store, root, facts, told);
}

async function dieAt(dir: string): Promise<void> {
  tellTransactions();
  const begin = () => {
    arm('kill', 'EROFS', Number(at) || NEVER);
    say('G');
  };
  await perform(
    dir,
    begin,
    (what) => say(`A ${what}`),
    () => undefined,
  );
  const { steps } = Number(at) ? { steps: [] } : seenOrNone();
  say(`T ${steps.length}`);
  process.kill(process.pid, 'SIGKILL');
}

function seenOrNone(): { steps: string[] } {
  try {
    return seen();
  } catch {
    return { steps: [] };
  }
}

interface Trial {
  mode: FaultMode;
  fault: Fault;
  at: number;
  /** The program is closed while the disk still fails. */
  closes: boolean;
}

async function tryOne(dir: string, { mode, fault, at: place, closes }: Trial) {
  const told: string[] = [];
  let refusal: string | null = null;
  let store: TestCore | undefined;
  lay(root, step, dir);
  try {
    await perform(
      dir,
      () => arm(mode, fault, place),
      (what) => told.push(what),
      (core) => {
        store = core;
      },
    );
    const state = store?.core.state();
    if (state?.kind === 'rescue') refusal = `rescue ${state.reason} ${state.cause}`;
  } catch (error) {
    refusal = (error as { code?: string }).code ?? (error as Error).message;
  }
  if (closes) await store?.core.close();
  const { refused, steps } = seen();
  disarm();
  await store?.core.close();
  await judge(step, dir, facts, told);
  return { refused, steps: place === NEVER ? steps : [], refusal };
}

async function faults(dir: string): Promise<void> {
  for (const line of readFileSync(0, 'utf8').trim().split('\n')) {
    const trial = JSON.parse(line) as Trial;
    try {
      say(`R ${JSON.stringify({ ...trial, ...(await tryOne(dir, trial)) })}`);
    } catch (error) {
      disarm();
      say(`R ${JSON.stringify({ ...trial, broken: (error as Error).message })}`);
    }
  }
}

const dir = join(root, kind === 'kill' ? (process.argv[6] as string) : `trial-${step}`);
void (kind === 'kill' ? dieAt(dir) : faults(dir)).catch((error) => {
  say(`E ${(error as { code?: string }).code ?? ''} ${(error as Error).message}`);
  process.exit(1);
});
