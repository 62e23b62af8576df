/** Prints a batch in a prepared store until it is killed. Lines on fd 3: `P label done` for each step, `D` when it was answered. */
import { writeSync } from 'node:fs';
import { openCore } from '../../electron/core';

const say = (line: string) => writeSync(3, `${line}\n`);
const [dir, resources, workerFile, decision] = process.argv.slice(2) as [string, string, string, string];

async function main(): Promise<void> {
  const core = await openCore({ dataDir: dir, resourcesDir: resources, workerFile, backupMinutes: 0 });
  const job = {
    signal: new AbortController().signal,
    progress: (done: number, _: number | null, label?: string) => say(`P ${label} ${done}`),
  };
  const input = { decisionId: Number(decision), output: 'each' as const };
  const reply = await core.router.dispatch('certificates.print', input, { user: core.user }, job);
  if (!reply.ok) throw new Error(reply.error.code);
  say('D');
  await core.close();
}

void main().catch((error) => {
  say(`E ${(error as Error).message}`);
  process.exit(1);
});
