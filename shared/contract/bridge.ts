/** The one shape both hosts speak: a single invoke, a single stream of events. */
import type { Envelope } from './errors';
import type { Area } from './kernel';

export interface InvokeRequest {
  operation: string;
  input: unknown;
  /** Chosen by the caller for a job: names it in progress events and in host.cancelJob. */
  jobId?: string;
}

/** What the core tells its windows. */
export type CoreEvent =
  | { type: 'changed'; areas: readonly Area[] }
  | { type: 'progress'; jobId: string; done: number; total: number | null; label?: string }
  /** A verified copy was made. */
  | { type: 'backup'; at: string }
  /** The store was opened, closed for rescue or replaced, or events may have been missed: everything must be read again. */
  | { type: 'state'; state: 'ready' | 'rescue' }
  /** Somebody logged in, left, or the screen was locked or unlocked. */
  | { type: 'session' };

export interface Bridge {
  invoke(request: InvokeRequest): Promise<Envelope<unknown>>;
  /** Answers the function that stops listening. */
  on(listener: (event: CoreEvent) => void): () => void;
}
