/**
 * Imports a list into a prepared store until it is killed. Lines on fd 3: `P label done total` for each step of the
 * writing, `D` when the import was answered. Every so often another command commits what the import has open.
 */
import { writeSync } from 'node:fs';
import { openCore } from '../../electron/core';
import type { InputOf, OperationName, OutputOf } from '../../shared/contract';

const say = (line: string) => writeSync(3, `${line}\n`);
const [dir, workerFile, list, interfere] = process.argv.slice(2) as [string, string, string, string];

async function main(): Promise<void> {
  const core = await openCore({ dataDir: dir, resourcesDir: dir, workerFile, backupMinutes: 0 });
  const caller = { user: core.user };
  const ask = async <N extends OperationName>(
    operation: N,
    input: InputOf<N>,
    progress: (done: number, total: number | null, label?: string) => void = () => undefined,
  ): Promise<OutputOf<N>> => {
    const job = { signal: new AbortController().signal, progress };
    const reply = await core.router.dispatch(operation, input, caller, job);
    if (!reply.ok) throw new Error(`${operation} ${reply.error.code}`);
    return reply.data as OutputOf<N>;
  };
  const { token } = core.files.registerPicked(list);
  const { importId, columns } = await ask('members.importOpen', { token });
  const mapping = columns.map(({ index, field }) => ({ index, field }));
  await ask('members.importPreview', { importId, mapping });
  let steps = 0;
  await ask('members.importCommit', { importId }, (done, total, label) => {
    say(`P ${label} ${done} ${total}`);
    steps += 1;
    if (interfere === 'yes' && steps % 3 === 0)
      void ask('settings.get', {}).then(({ version, twoDigits }) =>
        ask('settings.update', { version, twoDigits: !twoDigits }),
      );
  });
  say('D');
  await core.close();
}

void main().catch((error) => {
  say(`E ${(error as Error).message}`);
  process.exit(1);
});
