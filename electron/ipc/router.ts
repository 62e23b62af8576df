/**
 * The one gate to the core. Order: known operation → session → size limit → schema (strict) → access → handler.
 * A command runs in one IMMEDIATE transaction and its reply leaves only after commit; a failure inside
 * leaves nothing written. Nothing that escapes from here names a path or a stack.
 */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { findOperation, type OperationName } from '../../shared/contract';
import { AppError, type Envelope, type ErrorCode, type UndoStep } from '../../shared/contract/errors';
import type { Area, Operation } from '../../shared/contract/kernel';
import { asAppError } from './asAppError';
import type { Ctx, Handlers, JobControl, User } from './context';
import { isWork } from './session';
import { createTurns } from './turns';
import { weigh } from './weigh';

export { MAX_REQUEST_CHARS } from './weigh';

export interface Caller {
  /** Who asks, for a caller inside the program; without one it is whoever the session says. */
  readonly user?: User;
}

export interface JobCall {
  readonly signal: AbortSignal;
  readonly progress: JobControl['progress'];
}

export interface Router {
  /** Runs one operation; never throws. */
  dispatch(name: string, input: unknown, caller: Caller, job?: JobCall): Promise<Envelope<unknown>>;
  /** Waits for the requests under way but `except`. Errors: BUSY if one of them is a job. */
  drain(except?: string): Promise<void>;
  /** Refuses further requests, waits for those under way, then resolves. */
  close(): Promise<void>;
}

/** Everything of Ctx that is not per request. */
export type CoreParts = Omit<Ctx, 'user' | 'requestId' | 'undo' | 'job' | 'write' | 'alone'>;

export interface RouterOptions {
  handlers: Handlers;
  core: CoreParts;
  /** Told after commit, with the areas that changed. */
  onChanged(areas: readonly Area[]): void;
  /** Told of internal failures: code and operation only, never values. */
  onFailure?(info: { requestId: string; operation: string; error: unknown }): void;
  /** Names why an operation cannot be answered in the state the core is in. */
  refuse?(name: string): AppError | undefined;
}

export function createRouter(options: RouterOptions): Router {
  let closing = false;
  const running = new Map<string, { name: string; work: Promise<unknown> }>();
  const alone = createTurns(running);

  async function dispatch(name: string, input: unknown, caller: Caller, job?: JobCall) {
    const requestId = randomUUID();
    if (closing) return failure(new AppError('SHUTTING_DOWN'), requestId);
    const work = run(name, input, caller, requestId, job);
    running.set(requestId, { name, work });
    try {
      return await work;
    } finally {
      running.delete(requestId);
    }
  }

  async function run(name: string, input: unknown, caller: Caller, requestId: string, job?: JobCall) {
    try {
      const operation = findOperation(name);
      if (!operation) throw new AppError('UNKNOWN_OPERATION');
      const refusal = options.refuse?.(name);
      if (refusal) throw refusal;
      const { session } = options.core;
      const user = caller.user ?? session.userFor(name);
      if (!caller.user && isWork(name, operation.kind)) session.active();
      const parsed = parseInput(operation, input);
      if (!operation.access.roles.includes(user.role)) throw new AppError('FORBIDDEN');
      if (operation.kind !== 'query') await alone.over();
      return await execute(name as OperationName, operation, parsed, user, requestId, job);
    } catch (error) {
      const known = asAppError(error);
      if (known.code === 'INTERNAL')
        options.onFailure?.({ requestId, operation: String(name).slice(0, 80), error });
      return failure(known, requestId);
    }
  }

  async function execute(
    name: OperationName,
    operation: Operation,
    input: unknown,
    user: User,
    requestId: string,
    job?: JobCall,
  ): Promise<Envelope<unknown>> {
    let undo: UndoStep | undefined;
    let changed = false;
    const ctx: Ctx = {
      ...options.core,
      user,
      requestId,
      undo: (op, undoInput) => {
        undo = { operation: op, input: undoInput };
      },
      write: (fn) => {
        const result = options.core.db.immediate(fn);
        changed = true;
        return result;
      },
      alone: (work) => alone.take(requestId, work),
      ...(operation.kind === 'job' ? { job: job ?? silentJob() } : {}),
    };
    const handler = options.handlers[name] as (i: unknown, c: Ctx) => unknown;
    try {
      const data =
        operation.kind === 'command' ? ctx.write(() => handler(input, ctx)) : await handler(input, ctx);
      return undo ? { ok: true, data, undo } : { ok: true, data };
    } finally {
      if (changed && operation.touches.length > 0) options.onChanged(operation.touches);
    }
  }

  return {
    dispatch,
    async drain(except) {
      const others = [...running].filter(([requestId]) => requestId !== except).map(([, request]) => request);
      if (others.some((request) => findOperation(request.name)?.kind === 'job')) throw new AppError('BUSY');
      await Promise.allSettled(others.map((request) => request.work));
    },
    async close() {
      closing = true;
      await Promise.allSettled([...running.values()].map((request) => request.work));
    },
  };
}

function silentJob(): JobControl {
  return { signal: new AbortController().signal, progress: () => undefined };
}

function parseInput(operation: Operation, input: unknown): unknown {
  weigh(input);
  const result = (operation.input as z.ZodType).safeParse(input);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues.slice(0, 20)) {
    const custom = issue.code === 'custom' ? issue.message : undefined;
    fields[issue.path.map(String).join('.') || '_'] =
      custom && /^[A-Z_]+$/.test(custom) ? custom : 'INVALID_INPUT';
  }
  const first = Object.values(fields).find((code) => code !== 'INVALID_INPUT') as ErrorCode | undefined;
  throw new AppError(first ?? 'INVALID_INPUT', { fields });
}

/** The envelope of an error. */
export function failure(error: AppError, requestId: string): Envelope<never> {
  return {
    ok: false,
    error: {
      code: error.code,
      messageKey: `errors.${error.code}`,
      ...(error.fields ? { fields: error.fields } : {}),
      ...(error.details ? { details: error.details } : {}),
      requestId,
    },
  };
}
