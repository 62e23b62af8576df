/** Entry of every worker thread: opens a read-only connection when the job asks, runs the named job, reports. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/contract/errors';
import { type Db, wrapDatabase } from '../db/database';
import { jobEntries } from './entries';
import '../webCrypto';

/** What a job entry can use. */
export interface JobTools {
  /** Read-only connection to the store, opened on first use. */
  db(): Db;
  readonly resources: string;
  progress(done: number, total: number | null, label?: string): void;
  /** Sends rows to the main process and waits until it has taken them (back-pressure). */
  send(message: unknown): Promise<void>;
}

/** One long piece of work: reads and computes only; the main process does all writing. */
export type JobEntry = (input: never, tools: JobTools) => Promise<unknown>;

async function main(): Promise<void> {
  const port = parentPort;
  if (!port) return;
  const { dbPath, resources, name, input } = workerData as {
    dbPath: string;
    resources: string;
    name: string;
    input: never;
  };
  let connection: Db | undefined;
  let next = 0;
  const waiting = new Map<number, () => void>();
  port.on('message', ({ ack }: { ack: number }) => {
    waiting.get(ack)?.();
    waiting.delete(ack);
  });
  const tools: JobTools = {
    db() {
      if (!connection) {
        const raw = new Database(dbPath, { readonly: true });
        raw.pragma('trusted_schema = OFF');
        raw.pragma('cache_size = -32768');
        connection = wrapDatabase(raw);
      }
      return connection;
    },
    resources,
    progress: (done, total, label) => port.postMessage({ type: 'progress', done, total, label }),
    send: (message) =>
      new Promise((resolve) => {
        const id = next++;
        waiting.set(id, resolve);
        port.postMessage({ type: 'message', message, id });
      }),
  };
  try {
    const entry = await jobEntries[name]?.();
    if (!entry) throw new AppError('INTERNAL');
    const result = await entry(input, tools);
    port.postMessage({ type: 'result', result });
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError('INTERNAL');
    if (known.code === 'INTERNAL') console.error('job failed', name, (error as Error)?.name);
    port.postMessage({ type: 'error', code: known.code, details: known.details });
  } finally {
    connection?.raw.close();
  }
}

void main();
