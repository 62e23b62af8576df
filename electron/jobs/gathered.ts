/** A pool that keeps what it is asked until it is told to begin, and then does it all in a few threads. */
import { AppError } from '../../shared/contract/errors';
import type { RunOptions, WorkerPool } from './pool';
import type { TogetherInput, TogetherMessage } from './together';

interface Asked {
  name: string;
  input: unknown;
  resolve(result: never): void;
  reject(error: unknown): void;
}

export interface GatheredPool {
  readonly pool: Pick<WorkerPool, 'run'>;
  /** Tasks asked for so far. */
  count(): number;
  /** Does them; settles when each is done or has failed. Errors: CANCELLED, and what ended a thread. */
  begin(options: Pick<RunOptions, 'signal'> & { onDone(): void }): Promise<void>;
}

/** Tasks of one name go to one thread where that keeps the threads about equally busy. */
function shared(asked: readonly Asked[], threads: number): TogetherInput['tasks'][] {
  const sorted = asked
    .map(({ name, input }, at) => ({ at, name, input }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.at - b.at));
  const each = Math.ceil(sorted.length / threads);
  return Array.from({ length: threads }, (_, at) => sorted.slice(at * each, (at + 1) * each)).filter(
    (tasks) => tasks.length > 0,
  );
}

export function gatheredPool(pool: WorkerPool, threads: number): GatheredPool {
  const asked: Asked[] = [];
  const take = (message: TogetherMessage): void => {
    const task = asked[message.at]!;
    if ('code' in message) task.reject(new AppError(message.code, { details: message.details }));
    else task.resolve(message.result as never);
  };
  return {
    pool: {
      run: (name, input) =>
        new Promise((resolve, reject) => {
          asked.push({ name, input, resolve: resolve as Asked['resolve'], reject });
        }),
    },
    count: () => asked.length,
    async begin({ signal, onDone }) {
      const runs = shared(asked, threads).map((tasks) =>
        pool.run('together', { tasks } satisfies TogetherInput, {
          signal,
          onMessage(message) {
            take(message as TogetherMessage);
            onDone();
          },
        }),
      );
      try {
        await Promise.all(runs);
      } catch (error) {
        for (const task of asked) task.reject(error);
        throw error;
      }
    },
  };
}
