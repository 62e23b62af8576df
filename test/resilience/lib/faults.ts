/** The layer of faults.c: built where there is a C compiler, armed by opening names it listens to. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';

/** once: one step fails. stay: all from it on. kill: the program dies in its place. */
export type FaultMode = 'once' | 'stay' | 'kill';
export const ERRNO = {
  ENOSPC: constants.errno.ENOSPC,
  EROFS: constants.errno.EROFS,
  EIO: constants.errno.EIO,
};
export type Fault = keyof typeof ERRNO;

/** A number no run reaches: steps are counted, none fails. */
export const NEVER = 1_000_000_000;

/** Builds the layer; undefined where it cannot be: it needs Linux and a C compiler. */
export function buildLayer(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const dir = resolve('.cache', 'faults');
  const file = resolve(dir, `faults-${process.pid}.so`);
  mkdirSync(dir, { recursive: true });
  try {
    execFileSync(
      'cc',
      ['-shared', '-fPIC', '-O1', '-o', file, resolve('test/resilience/lib/faults.c'), '-ldl'],
      {
        stdio: 'ignore',
      },
    );
    return file;
  } catch {
    return undefined;
  }
}

/** Environment of a child whose files below `folder` pass through the layer. */
export const layerEnvironment = (layer: string | undefined, folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  ...(layer ? { LD_PRELOAD: layer, SO_FAULT_FOLDER: folder } : {}),
});

function ask(words: string): void {
  try {
    openSync(`/so-fault/${words}`, 'r');
  } catch {
    // The layer always answers that there is no such file.
  }
}
export const arm = (mode: FaultMode, fault: Fault, at: number): void => ask(`${mode}/${ERRNO[fault]}/${at}`);
export const disarm = (): void => ask('off');

/** Steps since the layer was armed, and how many of them were refused. */
export function seen(): { refused: number; steps: string[] } {
  const [refused, ...steps] = readFileSync('/so-fault/seen', 'utf8').trimEnd().split('\n');
  return { refused: Number(refused), steps };
}

/** Numbers of the steps worth failing at: of each stretch of like steps the first two, the middle and the last. */
export function placesOf(steps: readonly string[]): number[] {
  const places = new Set<number>();
  for (let from = 0; from < steps.length; ) {
    let to = from;
    while (to + 1 < steps.length && steps[to + 1] === steps[from]) to++;
    for (const at of [from, from + 1, (from + to) >> 1, to]) if (at <= to) places.add(at + 1);
    from = to + 1;
  }
  return [...places].sort((a, b) => a - b);
}
