/** A pool that keeps what it is asked until it is told to begin, and then does it all in a few threads. */
import { AppError } from '../../shared/contract/errors';
import type { RunOptions, WorkerPool } from './pool';
import type { TogetherInput, TogetherMessage } from './together';

interface Asked {
  thread: number;
  name: string;
  input: unknown;
  resolve(result: never): void;
  reject(error: unknown): void;
}

export interface GatheredPool {
  /** What is asked of it is done in this thread: work that needs the same libraries belongs in one. */
  thread(number: number): Pick<WorkerPool, 'run'>;
  /** Tasks asked for so far. */
  count(): number;
  /** Does them; settles when each is done or has failed. Errors: CANCELLED, and what ended a thread. */
  begin(options: Pick<RunOptions, 'signal'> & { onDone(): void }): Promise<void>;
}

const of = (tasks: readonly (TogetherInput['tasks'][number] & { thread: number })[], thread: number) =>
  ({
    tasks: tasks.filter((task) => task.thread === thread).map(({ at, name, input }) => ({ at, name, input })),
  }) satisfies TogetherInput;

export function gatheredPool(pool: WorkerPool): GatheredPool {
  const asked: Asked[] = [];
  const take = (message: TogetherMessage): void => {
    const task = asked[message.at]!;
    if ('code' in message) task.reject(new AppError(message.code, { details: message.details }));
    else task.resolve(message.result as never);
  };
  return {
    thread: (thread) => ({
      run: (name, input) =>
        new Promise((resolve, reject) => {
          asked.push({ thread, name, input, resolve: resolve as Asked['resolve'], reject });
        }),
    }),
    count: () => asked.length,
    async begin({ signal, onDone }) {
      const tasks = asked.map(({ thread, name, input }, at) => ({ thread, at, name, input }));
      const runs = [...new Set(tasks.map(({ thread }) => thread))].map((thread) =>
        pool.run('together', of(tasks, thread), {
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
