/**
 * Runs the steps of a file one after the other, each in its own transaction, and stops at the first that fails: it
 * has left nothing, those before it stay. With a results file a later run goes on where this one stopped.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { findOperation } from '../../shared/contract';
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
  /** What to do with a line an earlier run was cut off in: it may or may not be in the store. */
  cutOff?: 'again' | 'skip' | null;
  onDone?(step: Step, data: unknown, count: number): void;
}

const entry = z.object({
  line: z.number(),
  as: z.string().nullable(),
  mark: z.string(),
  /** Written before a line is run; its answer follows. */
  begun: z.literal(true).optional(),
  data: z.unknown().optional(),
});
type Entry = z.output<typeof entry>;

export async function runSteps(steps: readonly Step[], options: RunOptions): Promise<Outcome> {
  const { results = null } = options;
  const answers = new Map<string, unknown>();
  const { done: earlier, open } = readResults(results);
  for (const [at, one] of earlier.entries()) {
    if (steps[at]?.mark !== one.mark)
      return nothing(steps[at] ?? { line: one.line }, words.otherLine(one.line));
    if (one.as !== null) answers.set(one.as, one.data);
  }
  if (open && !options.cutOff && isWriting(steps[earlier.length]))
    return nothing(steps[earlier.length]!, words.CUT_OFF);
  const skipped = open && options.cutOff === 'skip' ? 1 : 0;
  const before = earlier.length + skipped;
  if (skipped && results !== null) write(results, steps[earlier.length]!, { data: null });
  const done: Step[] = [];
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
    if (results !== null) write(results, step, { begun: true });
    const reply = await options.invoke(step, input);
    if (!reply.ok) {
      if (results !== null) write(results, step, { refused: true });
      return fault(words.sentenceOf(reply.error));
    }
    if (step.as !== null) answers.set(step.as, reply.data);
    if (results !== null) write(results, step, { data: reply.data });
    done.push(step);
    options.onDone?.(step, reply.data, done.length);
  }
  return { done, before, fault: null };
}

const nothing = ({ line, op = null }: { line: number; op?: string | null }, text: string): Outcome => ({
  done: [],
  before: 0,
  fault: { line, op, text },
});
const isWriting = (step: Step | undefined): boolean =>
  step !== undefined && findOperation(step.op)?.kind !== 'query';

const write = (file: string, { line, as, op, mark }: Step, more: object): void =>
  appendFileSync(file, `${JSON.stringify({ line, as, op, mark, ...more })}\n`);

/**
 * What earlier runs wrote: the lines done with their answers, and whether the last of them was cut off in a line of
 * which nobody knows if it is in the store. A line of the file itself that was cut off belongs to that one.
 */
function readResults(file: string | null): { done: Entry[]; open: boolean } {
  if (file === null || !existsSync(file)) return { done: [], open: false };
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole !== text) writeFileSync(file, whole);
  const lines = whole.split('\n').slice(0, -1);
  const entries = lines.map((line) => entry.parse(JSON.parse(line)));
  return { done: entries.filter((one) => 'data' in one), open: entries.at(-1)?.begun === true };
}
