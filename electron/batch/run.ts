/**
 * Runs the steps of a file one after the other, each in its own transaction, and stops at the first that fails: it
 * has left nothing, those before it stay. With a results file a later run goes on where this one stopped.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Envelope } from '../../shared/contract/errors';
import { follow, mapReferences } from './references';
import type { Fault, Step } from './steps';
import * as words from './words';

export interface Outcome {
  /** Steps done now, in order. */
  readonly done: readonly Step[];
  /** Steps an earlier run had done. */
  readonly before: number;
  readonly fault: Fault | null;
}

export interface RunOptions {
  invoke(step: Step, input: unknown): Promise<Envelope<unknown>>;
  /** File the answers are written to, a line each. */
  results?: string | null;
  onDone?(step: Step, data: unknown, count: number): void;
}

const entry = z.object({ line: z.number(), as: z.string().nullable(), mark: z.string(), data: z.unknown() });

export async function runSteps(steps: readonly Step[], options: RunOptions): Promise<Outcome> {
  const { results = null } = options;
  const answers = new Map<string, unknown>();
  const earlier = results === null ? [] : readResults(results);
  if (earlier === null) return { done: [], before: 0, fault: { line: 0, op: null, text: words.CUT_OFF } };
  for (const [at, one] of earlier.entries()) {
    if (steps[at]?.mark !== one.mark)
      return {
        done: [],
        before: 0,
        fault: {
          line: steps[at]?.line ?? one.line,
          op: steps[at]?.op ?? null,
          text: words.otherLine(one.line),
        },
      };
    if (one.as !== null) answers.set(one.as, one.data);
  }
  const done: Step[] = [];
  const before = earlier.length;
  for (const step of steps.slice(before)) {
    const fault = (text: string): Outcome => ({
      done,
      before,
      fault: { line: step.line, op: step.op, text },
    });
    const missing: string[] = [];
    const input = mapReferences(step.input, (reference) => {
      const value = reference && follow(reference, answers);
      if (value === undefined) missing.push(reference?.text ?? '');
      return value;
    });
    if (missing.length > 0) return fault(words.noAnswer(missing[0]!));
    const reply = await options.invoke(step, input);
    if (!reply.ok) return fault(words.sentenceOf(reply.error));
    if (step.as !== null) answers.set(step.as, reply.data);
    if (results !== null) writeResult(results, step, reply.data);
    done.push(step);
    options.onDone?.(step, reply.data, done.length);
  }
  return { done, before, fault: null };
}

const writeResult = (file: string, { line, as, op, mark }: Step, data: unknown): void =>
  appendFileSync(file, `${JSON.stringify({ line, as, op, mark, data })}\n`);

/** What earlier runs wrote; null when the last line was cut off: that step was done, what it answered is lost. */
function readResults(file: string): z.output<typeof entry>[] | null {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  if (text !== '' && !text.endsWith('\n')) return null;
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => entry.parse(JSON.parse(line)));
}
