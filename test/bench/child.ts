/** Runs one task of the bench in a fresh process. */
import { fork } from 'node:child_process';
import type { Tasks } from './tasks';

/** @returns what the task answers; rejects when its process fails. */
export function inChild<N extends keyof Tasks>(
  name: N,
  ...input: Parameters<Tasks[N]>
): Promise<Awaited<ReturnType<Tasks[N]>>> {
  return new Promise((resolve, reject) => {
    const child = fork(process.argv[1] as string, ['--task', name, JSON.stringify(input)]);
    let answer: unknown;
    child.on('message', (message) => {
      answer = message;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0 && answer !== undefined) resolve(answer as never);
      else reject(new Error(`${name} ended with ${code}`));
    });
  });
}
