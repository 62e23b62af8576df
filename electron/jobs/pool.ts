/**
 * Worker threads for long work. A job entry is registered by name in jobs/worker.ts; it computes with a read-only
 * connection and posts messages back. Cancelling ends the thread, so a cancel is answered at once.
 */
import { Worker } from 'node:worker_threads';
import { AppError, ERROR_CODES, type ErrorCode } from '../../shared/contract/errors';

/** Room for objects that die young: jobs make millions of small ones, and little room means constant clearing. */
const YOUNG_MEMORY_MB = 64;

/**
 * The most one thread may keep of its own, in MB: the largest list taken in needs about a third of it. A thread that
 * outgrows it ends alone, and its job fails with JOB_TOO_HEAVY; unpacked bytes lie outside of it and have their own
 * limits (documents/tables/limits.ts, documents/word/container.ts).
 */
const OLD_MEMORY_MB = 1_536;

/** A thread that reads such a file and has said nothing for so long will never end: its job fails with JOB_TOO_LONG. */
const SILENCE_MS = 180_000;

/** Jobs that read files from outside; the others read the store, which may be large and its disk slow. */
const READERS = new Set(['importMembers', 'readCashBook', 'readProposalList', 'reviewSet', 'wordTemplate']);

/** How long `close` waits for threads that were ended. In Electron one in some dozens never is, idle as it stands. */
const FAREWELL_MS = 1_500;

export interface RunOptions {
  signal?: AbortSignal;
  progress?(done: number, total: number | null, label?: string): void;
  /** Receives what the job posts besides progress; may be slow: the next message waits for its promise. */
  onMessage?(message: unknown): void | Promise<void>;
}

export interface WorkerPool {
  /** Runs the job entry `name` in a thread; resolves with its result. Errors: CANCELLED or the job's own codes. */
  run<T>(name: string, input: unknown, options?: RunOptions): Promise<T>;
  /**
   * Ends every thread and waits until they are gone, but not for ever; what they were doing fails with SHUTTING_DOWN.
   * Answers how many are still clearing up.
   */
  close(): Promise<number>;
}

export type FromWorker =
  | { type: 'progress'; done: number; total: number | null; label?: string }
  | { type: 'message'; message: unknown; id: number }
  | { type: 'result'; result: unknown }
  | { type: 'error'; code: string; details?: Record<string, string | number> };

/** What a thread may use before it is ended. */
export interface WorkerLimits {
  memoryMb: number;
  silenceMs: number;
}

const LIMITS: WorkerLimits = { memoryMb: OLD_MEMORY_MB, silenceMs: SILENCE_MS };

/** Makes the pool. `workerFile` is the built jobs/worker entry; `workerData` is given to each thread. */
export function createWorkerPool(
  workerFile: string,
  workerData: { dbPath: string; resources: string },
  limits: WorkerLimits = LIMITS,
): WorkerPool {
  const live = new Map<Worker, () => void>();
  const ending = new Set<Promise<unknown>>();
  let left = 0;
  const end = (worker: Worker) => {
    const gone = worker.terminate().finally(() => ending.delete(gone));
    ending.add(gone);
  };
  return {
    run<T>(name: string, input: unknown, options: RunOptions = {}): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        if (options.signal?.aborted) return reject(new AppError('CANCELLED'));
        const worker = new Worker(workerFile, {
          workerData: { ...workerData, name, input },
          resourceLimits: {
            maxYoungGenerationSizeMb: YOUNG_MEMORY_MB,
            maxOldGenerationSizeMb: limits.memoryMb,
          },
        });
        const stuck = () => settle(() => reject(new AppError('JOB_TOO_LONG')));
        const watch = () => (READERS.has(name) ? setTimeout(stuck, limits.silenceMs) : undefined);
        let clock = watch();
        const settle = (finish: () => void) => {
          clearTimeout(clock);
          options.signal?.removeEventListener('abort', cancel);
          live.delete(worker);
          end(worker);
          finish();
        };
        const cancel = () => settle(() => reject(new AppError('CANCELLED')));
        live.set(worker, () => settle(() => reject(new AppError('SHUTTING_DOWN'))));
        options.signal?.addEventListener('abort', cancel);
        let chain: Promise<void> = Promise.resolve();
        worker.on('message', (message: FromWorker) => {
          clearTimeout(clock);
          clock = watch();
          if (message.type === 'progress') options.progress?.(message.done, message.total, message.label);
          else if (message.type === 'message') {
            chain = chain
              .then(() => options.onMessage?.(message.message))
              .then(() => worker.postMessage({ ack: message.id }))
              .catch((error) => settle(() => reject(error)));
          } else if (message.type === 'result')
            chain.then(() => settle(() => resolve(message.result as T))).catch(() => undefined);
          else settle(() => reject(new AppError(asCode(message.code), { details: message.details })));
        });
        worker.on('error', (error) =>
          settle(() => reject(outgrown(error) ? new AppError('JOB_TOO_HEAVY') : error)),
        );
        worker.on('exit', () => settle(() => reject(new AppError('INTERNAL'))));
      });
    },
    async close() {
      for (const stop of [...live.values()]) stop();
      await settledOrLate([...ending], FAREWELL_MS);
      left += ending.size;
      ending.clear();
      return left;
    },
  };
}

const outgrown = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Resolves when every promise has settled, or after `ms`. */
function settledOrLate(promises: readonly Promise<unknown>[], ms: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, ms);
    void Promise.allSettled(promises).then(() => {
      clearTimeout(late);
      resolve();
    });
  });
}

function asCode(code: string): ErrorCode {
  return (ERROR_CODES as readonly string[]).includes(code) ? (code as ErrorCode) : 'INTERNAL';
}
