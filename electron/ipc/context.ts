/** What a service function is given besides its input. */
import type { InputOf, NamesOfKind, OperationName, OutputOf, ParsedInputOf } from '../../shared/contract';
import type { Role } from '../../shared/contract/kernel';
import type { BackupService } from '../db/backup';
import type { Db } from '../db/database';
import type { WorkerPool } from '../jobs/pool';
import type { FileStore } from './files';
import type { Session } from './session';

export interface User {
  readonly name: string;
  readonly role: Role;
}

/** Progress and cancel of the job being run. */
export interface JobControl {
  readonly signal: AbortSignal;
  /** done of total units; label is a locale key under `jobs`. */
  progress(done: number, total: number | null, label?: string): void;
}

export interface Ctx {
  readonly db: Db;
  readonly user: User;
  readonly requestId: string;
  readonly files: FileStore;
  readonly jobs: WorkerPool;
  readonly backups: BackupService;
  /** Who is at the PC, and whether the screen is locked. */
  readonly session: Session;
  /** Folders: where resources (fonts, layouts) lie and where the store is. Never sent to the renderer except dataDir. */
  readonly paths: { readonly resources: string; readonly data: string };
  /** UTC instant, ISO. */
  now(): string;
  /** Today in Vietnam (UTC+7), ISO date. */
  today(): string;
  /** Names the operation that takes this command back. */
  undo(operation: OperationName, input: unknown): void;
  /** Runs a group of writes from a job as one command-like transaction, and announces the areas. */
  write<T>(fn: () => T): T;
  /** Runs `work` from a job when no other job runs; commands and jobs that come meanwhile wait for it. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  readonly job?: JobControl;
}

export type Handler<N extends OperationName> = (
  input: ParsedInputOf<N>,
  ctx: Ctx,
) => N extends NamesOfKind<'job'> ? Promise<OutputOf<N>> : OutputOf<N>;

/** Handlers of one area: a missing one does not compile. */
export type HandlersOf<A extends string> = {
  [N in Extract<OperationName, `${A}.${string}`>]: Handler<N>;
};
export type Handlers = { [N in OperationName]: Handler<N> };
export type { InputOf, OperationName, OutputOf, ParsedInputOf };
