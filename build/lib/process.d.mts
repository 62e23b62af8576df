import type { ChildProcess, SpawnOptions } from 'node:child_process';
export function killTree(child: ChildProcess, signal?: NodeJS.Signals): void;
export function run(
  command: string,
  args: readonly string[],
  options?: SpawnOptions & { timeoutMs?: number },
): Promise<number>;
export function npmCommand(environment?: NodeJS.ProcessEnv): {
  command: string;
  prefix: string[];
  shell: boolean;
};
