/** Calls operations of the contract with their types. A refusal becomes an OpError, never a bare string. */
import type { InputOf, OperationName, OutputOf } from '../../shared/contract';
import type { EnvelopeError, ErrorCode, UndoStep } from '../../shared/contract/errors';
import { bridge } from './bridge';
import { doorOpened } from './door';
import { currentText, type Translate, type Values } from './i18n';

/** A refused operation: code, marked fields and placeholder values of its sentence. */
export class OpError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string>;
  readonly details: Values;
  readonly requestId: string;
  constructor(error: EnvelopeError) {
    super(error.code);
    this.name = 'OpError';
    this.code = error.code;
    this.fields = error.fields ?? {};
    this.details = error.details ?? {};
    this.requestId = error.requestId;
  }
}

/** The sentence of a failure in the chosen language. */
export function sentenceOf(error: unknown, t: Translate = currentText()): string {
  if (!(error instanceof OpError)) return t('errors.INTERNAL');
  return t.any(`errors.${error.code}`, error.details) || t('errors.INTERNAL');
}

/** A short code for support, at the end of an error; empty for mistakes the user can mend alone. */
export function supportCode(error: unknown): string {
  if (!(error instanceof OpError)) return 'WINDOW';
  return error.code === 'INTERNAL' ? `INTERNAL ${error.requestId.slice(0, 8)}` : '';
}

export interface Reply<T> {
  data: T;
  undo?: UndoStep;
}

const isDoorShut = (code: ErrorCode): boolean => code === 'LOCKED' || code === 'NOT_LOGGED_IN';

/** Calls an operation by a name known only at run time (undo steps, host operations). */
export async function invokeAny(operation: string, input: unknown, jobId?: string): Promise<Reply<unknown>> {
  const envelope = await bridge().invoke(jobId ? { operation, input, jobId } : { operation, input });
  if (!envelope.ok && isDoorShut(envelope.error.code) && !operation.startsWith('users.')) {
    await doorOpened();
    return invokeAny(operation, input, jobId);
  }
  if (!envelope.ok) throw new OpError(envelope.error);
  return envelope.undo ? { data: envelope.data, undo: envelope.undo } : { data: envelope.data };
}

/** Calls one operation of the contract. Rejects with OpError. */
export function invoke<N extends OperationName>(
  name: N,
  input: InputOf<N>,
  jobId?: string,
): Promise<Reply<OutputOf<N>>> {
  return invokeAny(name, input, jobId) as Promise<Reply<OutputOf<N>>>;
}
