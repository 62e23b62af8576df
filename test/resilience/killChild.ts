/**
 * Runs the core under a stream of commands until it is killed. Lines on fd 3: `S json` once at start (what the store
 * holds), `B n` inside a transaction that has begun, `C n` after its commit, `A kind key` after the reply.
 */
import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { openCore } from '../../electron/core';

const say = (line: string) => writeSync(3, `${line}\n`);
const [dir, workerFile, start] = process.argv.slice(2) as [string, string, string];

let transactions = 0;
type Body = (...args: unknown[]) => unknown;
const original = Database.prototype.transaction as unknown as (this: unknown, fn: Body) => Body;
let watched = false;
(Database.prototype as { transaction: unknown }).transaction = function transaction(this: unknown, fn: Body) {
  const wrapped = original.call(this, (...args: unknown[]) => {
    if (watched) say(`B ${++transactions}`);
    return fn(...args);
  }) as Body & { immediate: Body };
  const immediate = (...args: unknown[]) => {
    const result = wrapped.immediate(...args);
    if (watched) say(`C ${transactions}`);
    return result;
  };
  return Object.assign(wrapped.bind(null), { immediate });
};

function dayOf(n: number): string {
  return new Date(Date.UTC(1900, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
}

async function main(): Promise<void> {
  const core = await openCore({ dataDir: dir, resourcesDir: dir, workerFile, backupMinutes: 0 });
  const caller = { user: core.user };
  const ask = async (operation: string, input: unknown) => {
    const reply = await core.router.dispatch(operation, input, caller);
    if (!reply.ok) throw new Error(`${operation} ${reply.error.code}`);
    return reply.data as never;
  };
  say(`S ${JSON.stringify(core.state())}`);
  watched = true;
  let n = Number(start);
  let { version } = (await ask('settings.get', {})) as { version: number };
  for (;;) {
    n++;
    if (n % 3 === 0) {
      const { id } = (await ask('members.create', { fullName: `Nguyễn Văn ${n}`, cardNo: `CD${n}` })) as {
        id: number;
      };
      say(`A member ${id}`);
    } else {
      const unionYear = { from: dayOf(n), start: '01-01' };
      const update = { version, unionYear, twoDigits: n % 2 === 0, oddWord: n % 2 === 0 ? 'le' : 'linh' };
      ({ version } = (await ask('settings.update', update)) as { version: number });
      say(`A setting ${dayOf(n)}`);
    }
    if (n % 40 === 0) {
      await ask('backup.create', {});
      say(`A backup ${n}`);
    }
  }
}

void main().catch((error) => {
  say(`E ${(error as Error).message}`);
  process.exit(1);
});
