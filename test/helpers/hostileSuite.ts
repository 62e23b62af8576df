/** The cases of one half of the contract; the halves are files of their own, so that two cores run at once. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contract } from '../../shared/contract';
import type { Operation } from '../../shared/contract/kernel';
import { APART, assail, closeDoors, type Doors, HOSTILE_RUNS, openDoors } from './hostileRun';

/** Operations before a fresh store takes over: ten thousand accepted commands would make a register of giants. */
const PER_STORE = HOSTILE_RUNS > 1000 ? 10 : 400;
/** What all requests may leave behind in the process, in MB. */
const MEMORY_MB = 400;

function heapMb(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 1_048_576;
}

export function hostileSuite(kinds: readonly Operation['kind'][]): void {
  const operations = (Object.entries(contract) as [string, Operation][]).filter(
    ([name, { kind }]) => kinds.includes(kind) && !APART.has(name),
  );
  let doors: Doors;
  let tried = 0;
  let before = 0;
  const total = { desktop: 0, http: 0, uncloneable: 0, taken: 0, spared: 0 };
  const close = async () => {
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += doors.counts[key];
    await closeDoors(doors);
  };
  beforeAll(async () => {
    before = heapMb();
    doors = await openDoors();
  });
  afterAll(async () => {
    await close();
    const grown = heapMb() - before;
    const counted = Object.entries(total).map(([key, count]) => `${count} ${key}`);
    console.log(
      `hostile requests to ${operations.length} operations (${kinds}): ${counted.join(', ')}; heap +${grown.toFixed(0)} MB`,
    );
    expect(grown, 'MB left behind').toBeLessThan(MEMORY_MB);
  });

  it.each(operations)(
    `%s answers ${HOSTILE_RUNS} hostile requests with envelopes`,
    async (name, operation) => {
      if (++tried % PER_STORE === 0) {
        await close();
        doors = await openDoors();
      }
      await assail(doors, name, operation);
    },
    900_000,
  );
}
