/**
 * What both hosts put before the router: the shape of a request, the host's own operations, and the jobs under
 * way with their progress and cancel. It never throws; whatever comes in, an envelope goes out.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CoreEvent } from '../../shared/contract/bridge';
import { AppError, type Envelope } from '../../shared/contract/errors';
import {
  type HostInputOf,
  type HostOperationName,
  type HostOutputOf,
  host,
} from '../../shared/contract/host';
import type { Core } from '../core';
import { asAppError } from '../ipc/asAppError';
import { failure } from '../ipc/router';

/** How this host answers its own operations; what it leaves out answers UNKNOWN_OPERATION. */
export type HostHandlers = {
  [N in Exclude<HostOperationName, 'host.cancelJob'>]?: (
    input: HostInputOf<N>,
  ) => HostOutputOf<N> | Promise<HostOutputOf<N>>;
};

export interface Gate {
  invoke(request: unknown): Promise<Envelope<unknown>>;
  /** Events of the core and progress of jobs. Answers the function that stops listening. */
  on(listener: (event: CoreEvent) => void): () => void;
  /** Cancels every job under way. */
  cancelAll(): void;
  /** Whether files may be handed out and taken in: not while the screen is locked. */
  open(): boolean;
  /** Number of jobs under way. */
  running(): number;
}

const requestShape = z.strictObject({
  operation: z.string().max(80),
  input: z.unknown(),
  jobId: z.string().min(1).max(64).optional(),
});

/** Progress reports closer together than this are dropped, save the last of a job. */
const PROGRESS_INTERVAL_MS = 80;

/** What a host answers while the screen is locked: facts about itself, and the end of work under way. */
const WHILE_LOCKED: ReadonlySet<string> = new Set(['host.info', 'host.cancelJob']);

export function createGate(core: Core, handlers: HostHandlers): Gate {
  const listeners = new Set<(event: CoreEvent) => void>();
  const jobs = new Map<string, AbortController>();
  const emit = (event: CoreEvent) => {
    for (const listener of listeners) listener(event);
  };
  core.onEvent(emit);

  async function invoke(request: unknown): Promise<Envelope<unknown>> {
    const parsed = requestShape.safeParse(request);
    if (!parsed.success) return refusal(new AppError('INVALID_INPUT'));
    const { operation, input, jobId } = parsed.data;
    if (operation.startsWith('host.')) return invokeHost(operation, input);
    if (jobId === undefined) return core.router.dispatch(operation, input, {});
    if (jobs.has(jobId)) return refusal(new AppError('BUSY'));
    return invokeJob(operation, input, jobId);
  }

  async function invokeJob(operation: string, input: unknown, jobId: string) {
    const control = new AbortController();
    jobs.set(jobId, control);
    let last = 0;
    try {
      return await core.router.dispatch(
        operation,
        input,
        {},
        {
          signal: control.signal,
          progress(done, total, label) {
            const now = Date.now();
            if (now - last < PROGRESS_INTERVAL_MS && done !== total) return;
            last = now;
            emit({ type: 'progress', jobId, done, total, ...(label === undefined ? {} : { label }) });
          },
        },
      );
    } finally {
      jobs.delete(jobId);
    }
  }

  async function invokeHost(name: string, input: unknown): Promise<Envelope<unknown>> {
    try {
      if (!Object.hasOwn(host, name)) throw new AppError('UNKNOWN_OPERATION');
      if (!core.session.open && !WHILE_LOCKED.has(name)) throw new AppError('LOCKED');
      const declared = host[name as HostOperationName];
      const parsed = declared.input.safeParse(input);
      if (!parsed.success) throw new AppError('INVALID_INPUT');
      if (name === 'host.cancelJob') return { ok: true, data: cancel(parsed.data as { jobId: string }) };
      const handler = handlers[name as keyof HostHandlers] as ((i: unknown) => unknown) | undefined;
      if (!handler) throw new AppError('UNKNOWN_OPERATION');
      return { ok: true, data: await handler(parsed.data) };
    } catch (error) {
      return refusal(asAppError(error));
    }
  }

  function cancel({ jobId }: { jobId: string }) {
    const control = jobs.get(jobId);
    control?.abort();
    return { cancelled: control !== undefined };
  }

  return {
    invoke,
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cancelAll: () => {
      for (const control of jobs.values()) control.abort();
    },
    open: () => core.session.open,
    running: () => jobs.size,
  };
}

/** The envelope of a refusal before the router. */
export const refusal = (error: AppError): Envelope<never> => failure(error, randomUUID());
