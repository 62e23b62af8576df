/** Child programs of trials: a fresh root for them, and what they say on fd 3. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { removeAtExit } from '../../helpers/store';

/** Memory is quicker than a disk, and a killed program leaves what it wrote in either. */
export const QUICK = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export function quickFolder(name: string): string {
  const dir = mkdtempSync(join(QUICK, `so-${name}-`));
  removeAtExit(dir);
  return dir;
}

export interface Child {
  process: ChildProcess;
  /** Resolves when it has ended, however. */
  ended: Promise<void>;
}

/** Starts a bundled child; `onLine` is given each line of fd 3, `input` goes to its fd 0. */
export function start(
  file: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  onLine: (line: string, child: ChildProcess) => void,
  input?: string,
): Child {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'inherit', 'pipe'],
    env: { ...environment, TMPDIR: QUICK, NODE_COMPILE_CACHE: resolve('.cache', 'compiled') },
  });
  if (input !== undefined) child.stdin?.end(input);
  let rest = '';
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line, child);
  });
  const ended = new Promise<void>((done, fail) => {
    child.on('error', fail);
    child.on('close', () => done());
  });
  return { process: child, ended };
}

/** Runs jobs side by side, `lanes` at a time. */
export async function inLanes<T>(items: readonly T[], lanes: number, run: (item: T) => Promise<void>) {
  const queue = [...items];
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await run(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
