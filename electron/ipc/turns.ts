/**
 * Work that has to be alone with the store. It begins when no other job runs and no other such work is under way;
 * commands and jobs that come meanwhile wait, questions do not.
 */
import { findOperation } from '../../shared/contract';

export interface Turns {
  /** Resolves when nothing has the store for itself. */
  over(): Promise<void>;
  /** Runs `work` alone. A job that waits for its turn is in nobody's way. */
  take<T>(requestId: string, work: () => Promise<T>): Promise<T>;
}

export function createTurns(
  running: ReadonlyMap<string, { readonly name: string; readonly work: Promise<unknown> }>,
): Turns {
  let current: Promise<unknown> | undefined;
  const waiting = new Set<string>();
  const over = async () => {
    while (current) await current.catch(() => undefined);
  };
  const othersJobs = () =>
    [...running].filter(([id, { name }]) => !waiting.has(id) && findOperation(name)?.kind === 'job');
  const clear = async () => {
    for (;;) {
      await over();
      const jobs = othersJobs();
      if (jobs.length === 0) return;
      await Promise.allSettled(jobs.map(([, job]) => job.work));
    }
  };
  return {
    over,
    async take(requestId, work) {
      waiting.add(requestId);
      try {
        await clear();
        const turn = work();
        current = turn;
        try {
          return await turn;
        } finally {
          current = undefined;
        }
      } finally {
        waiting.delete(requestId);
      }
    },
  };
}
