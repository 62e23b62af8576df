/** The real core on a folder of its own, for tests. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { type Core, type CoreOptions, openCore } from '../../electron/core';
import { findOperation, type InputOf, type OperationName, type OutputOf } from '../../shared/contract';
import type { Envelope, ErrorCode } from '../../shared/contract/errors';
import { removeAtExit, STORE } from './store';

/** Built once before all tests by test/helpers/globalSetup.ts. */
export const WORKER_FILE = resolve('.cache/worker/worker.cjs');
export const RESOURCES_DIR = resolve('resources');

export interface TestCore {
  core: Core;
  dir: string;
  /** The data of the reply; throws an Error that shows the code when it is an error. */
  invoke<N extends OperationName>(operation: N, input: InputOf<N>): Promise<OutputOf<N>>;
  /** The same for a job, with progress and cancel. */
  job<N extends OperationName>(
    operation: N,
    input: InputOf<N>,
    options?: { signal?: AbortSignal; onProgress?(done: number, total: number | null, label?: string): void },
  ): Promise<OutputOf<N>>;
  /** The whole envelope, whatever is sent. */
  raw(operation: string, input: unknown): Promise<Envelope<unknown>>;
  /** Closes the core and removes the folder. */
  close(): Promise<void>;
  /** Closes the core and opens the same folder again; answers the new one. */
  reopen(options?: Partial<CoreOptions>): Promise<TestCore>;
}

export interface TestCoreOptions extends Partial<CoreOptions> {
  /** Keep the folder after `close`. */
  keep?: boolean;
}

export async function openTestCore(options: TestCoreOptions = {}): Promise<TestCore> {
  const dir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'so-test-'));
  if (!options.dataDir) {
    removeAtExit(dir);
    if (!options.migrations) cpSync(await emptyStore(), join(dir, STORE));
  }
  const core = await openCore({
    dataDir: dir,
    resourcesDir: RESOURCES_DIR,
    workerFile: WORKER_FILE,
    backupMinutes: 0,
    ...options,
  });
  const caller = { user: core.user };
  return {
    core,
    dir,
    async invoke(operation, input) {
      return unwrap(operation, await core.router.dispatch(operation, input, caller)) as never;
    },
    async job(operation, input, { signal, onProgress } = {}) {
      const reply = await core.router.dispatch(operation, input, caller, {
        signal: signal ?? new AbortController().signal,
        progress: onProgress ?? (() => undefined),
      });
      return unwrap(operation, reply) as never;
    },
    async raw(operation, input) {
      const reply = await core.router.dispatch(operation, input, caller);
      assertFits(operation, reply);
      return reply;
    },
    async close() {
      await core.close();
      if (!options.keep) rmSync(dir, { recursive: true, force: true });
    },
    async reopen(more = {}) {
      await core.close();
      return openTestCore({ ...options, ...more, dataDir: dir });
    },
  };
}

let made: Promise<string> | undefined;

/** The file of an empty store, migrated once in each process and copied for each test. */
function emptyStore(): Promise<string> {
  made ??= (async () => {
    const dir = mkdtempSync(join(tmpdir(), 'so-empty-'));
    removeAtExit(dir);
    const core = await openCore({
      dataDir: dir,
      resourcesDir: RESOURCES_DIR,
      workerFile: WORKER_FILE,
      backupMinutes: 0,
    });
    await core.close();
    return join(dir, STORE);
  })();
  return made;
}

function unwrap(operation: string, reply: Envelope<unknown>): unknown {
  assertFits(operation, reply);
  if (reply.ok) return reply.data;
  const { code, fields, details } = reply.error;
  throw new Error(`${operation}: ${code} ${JSON.stringify({ ...fields, ...details })}`);
}

/** Errors that any operation may answer with: of the request, of the core's state, of the disk. */
const ANYWHERE: ReadonlySet<ErrorCode> = new Set([
  'INTERNAL',
  'UNKNOWN_OPERATION',
  'INVALID_INPUT',
  'DATE_INVALID',
  'INPUT_TOO_LARGE',
  'FORBIDDEN',
  'NOT_LOGGED_IN',
  'LOCKED',
  'BUSY',
  'CANCELLED',
  'SHUTTING_DOWN',
  'JOB_TOO_HEAVY',
  'JOB_TOO_LONG',
  'DISK_FULL',
  'READ_ONLY',
  'DISK_FAILED',
  'STORE_DAMAGED',
  'STORE_NEWER',
]);

/**
 * Every reply holds what its schema declares and nothing more, every error is a declared one, and an undo names a
 * call that would be accepted.
 */
function assertFits(operation: string, reply: Envelope<unknown>): void {
  if (!reply.ok) {
    const declared = findOperation(operation)?.errors ?? [];
    if (!ANYWHERE.has(reply.error.code) && !declared.includes(reply.error.code))
      throw new Error(`${operation}: ${reply.error.code} is not among its declared errors`);
    return;
  }
  const plain = (value: unknown) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
  const output = parse(operation, 'output', plain(reply.data));
  if (!isDeepStrictEqual(plain(output), plain(reply.data)))
    throw new Error(`${operation}: the reply holds more than its schema declares`);
  if (reply.undo) parse(reply.undo.operation, 'input', plain(reply.undo.input));
}

function parse(name: string, side: 'input' | 'output', value: unknown): unknown {
  const operation = findOperation(name);
  if (!operation) throw new Error(`${name}: not in the contract`);
  const result = (operation[side] as z.ZodType).safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${name}: ${side} does not fit at ${issue?.path.join('.')}: ${issue?.message}`);
}
