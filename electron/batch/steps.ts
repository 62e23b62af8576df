/**
 * Reads a file of operations, one JSON object a line: {"op": NAME, "input": {…}, "as": NAME}. Empty lines and lines
 * that begin with # are passed over. Everything that can be known before the first line is run is checked here: JSON,
 * names of operations, references, files, and the input against the contract with references left open.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { findOperation } from '../../shared/contract';
import { pathIn } from './files';
import { mapReferences } from './references';
import * as words from './words';

export interface Step {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly as: string | null;
  readonly op: string;
  readonly input: unknown;
  /** Stays the same while the line does. */
  readonly mark: string;
}
export interface Fault {
  readonly line: number;
  readonly op: string | null;
  /** One sentence or more, in Vietnamese. */
  readonly text: string;
}

const shape = z.strictObject({
  op: z.string().min(1),
  input: z.unknown().default({}),
  as: z
    .string()
    .regex(/^[\p{L}\p{N}_-]+$/u)
    .optional(),
});

/** The steps of a file and what is wrong with it; steps must not be run while there is a fault. */
export function readSteps(text: string): { steps: Step[]; faults: Fault[] } {
  const steps: Step[] = [];
  const faults: Fault[] = [];
  const named = new Map<string, number>();
  for (const [at, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (raw.trim() === '' || raw.trimStart().startsWith('#')) continue;
    const line = at + 1;
    const step = readStep(raw, line);
    if (typeof step === 'string') {
      faults.push({ line, op: null, text: step });
      continue;
    }
    const found = [...faultsOf(step, named)];
    if (step.as !== null) {
      const first = named.get(step.as);
      if (first !== undefined) found.push(words.nameTwice(step.as, first));
      named.set(step.as, line);
    }
    for (const one of found) faults.push({ line, op: step.op, text: one });
    steps.push(step);
  }
  return { steps, faults };
}

function readStep(raw: string, line: number): Step | string {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return words.NOT_JSON;
  }
  const parsed = shape.safeParse(value);
  if (!parsed.success) return words.NOT_A_STEP;
  const mark = createHash('sha256').update(raw.trim()).digest('hex').slice(0, 16);
  return { line, as: parsed.data.as ?? null, op: parsed.data.op, input: parsed.data.input, mark };
}

function* faultsOf(step: Step, named: ReadonlyMap<string, number>): Generator<string> {
  const operation = findOperation(step.op);
  if (!operation) {
    yield words.unknownOperation(step.op);
    return;
  }
  const open: string[] = [];
  const unknown: string[] = [];
  const input = mapReferences(step.input, (reference, place) => {
    open.push(place.join('.'));
    if (reference === null) unknown.push(words.BAD_REFERENCE);
    else if (!named.has(reference.name)) unknown.push(words.unknownName(reference.name));
    return 1;
  });
  yield* unknown;
  for (const path of pathsIn(step.input)) if (!existsSync(path)) yield words.noFile(path);
  const parsed = operation.input.safeParse(input);
  if (parsed.success) return;
  for (const issue of parsed.error.issues) {
    const place = issue.path.map(String).join('.');
    const ofReference = open.some(
      (one) =>
        `${place}.`.startsWith(`${one}.`) || (issue.code === 'invalid_union' && `${one}.`.startsWith(place)),
    );
    if (!ofReference) yield words.badField(place, issue);
  }
}

function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return [pathIn(value)].filter((path) => path !== null);
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(pathsIn);
}
