/**
 * The command line of the core: one operation in, its envelope out.
 *   npm run op -- OPERATION [JSON] [--data DIR] [--out DIR]
 *   npm run op -- --file FILE [--results FILE [--again | --skip]] [--data DIR] [--out DIR]
 *   npm run op -- --list
 * A file holds one operation a line, {"op": NAME, "input": {…}, "as": NAME}; {"$ref": NAME} stands for the id of what
 * the line of that name answered (batch/references.ts). It is checked as a whole before anything is written.
 * With a results file a later run goes on where one stopped.
 * A string "@PATH" anywhere in the JSON stands for a file the user picked. Progress of a job goes to stderr.
 * Where the store has users, --user NAME logs in; the password is read from the environment (SO_PASSWORD).
 * Exit code: 0 for a result, 1 for an error envelope, 2 for a wrong command line.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { contract, findOperation } from '../shared/contract';
import type { Envelope } from '../shared/contract/errors';
import type { Operation } from '../shared/contract/kernel';
import { saveFiles, withFiles } from './batch/files';
import { runSteps } from './batch/run';
import { type Fault, readSteps } from './batch/steps';
import * as words from './batch/words';
import type { Core } from './core';
import { createGate, type Gate } from './hosts/gate';
import { type Options, readOptions } from './hosts/options';
import { programFolders, startCore } from './hosts/start';

const USAGE =
  'npm run op -- OPERATION [JSON] [--data DIR] [--out DIR]   |   npm run op -- --file FILE [--results FILE]   |   npm run op -- --list';
/** A long file says how far it is after so many lines. */
const TELL_EVERY = 200;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), ['out', 'file', 'results', 'user']);
  if (options.flags.has('list')) {
    print(listOperations());
    return 0;
  }
  if (options.values.file) return runFile(options.values.file, options);
  const [name, json = '{}'] = options.rest;
  const input = parse(json);
  if (name === undefined || input === undefined) {
    console.error(USAGE);
    return 2;
  }
  return withCore(options, async (core, gate) => {
    const envelope = await run(core, gate, name, input, options);
    print(envelope);
    return envelope.ok ? 0 : 1;
  });
}

/** Opens the store, does the work with it, and closes it whatever happens. */
async function withCore(
  options: Options,
  work: (core: Core, gate: Gate) => Promise<number>,
): Promise<number> {
  const core = await startCore(options, programFolders(__dirname));
  try {
    const gate = createGate(core, {});
    gate.on((event) => {
      if (event.type === 'progress')
        console.error(`${event.done}${event.total === null ? '' : `/${event.total}`} ${event.label ?? ''}`);
    });
    await logIn(gate, options.values.user);
    return await work(core, gate);
  } finally {
    await core.close();
    options.cleanUp();
  }
}

/** Logs in by name; without one, or with a wrong password, every operation answers that nobody is logged in. */
async function logIn(gate: Gate, name: string | undefined): Promise<void> {
  if (name === undefined) return;
  const state = await gate.invoke({ operation: 'users.state', input: {} });
  if (!state.ok) return;
  const { people } = state.data as { people: { id: number; name: string }[] };
  const id = people.find((one) => one.name === name.normalize('NFC'))?.id;
  const password = process.env.SO_PASSWORD;
  if (id === undefined || !password) return;
  const reply = await gate.invoke({ operation: 'users.login', input: { id, password } });
  if (!reply.ok) console.error(reply.error.code);
}

async function run(
  core: Core,
  gate: Gate,
  operation: string,
  input: unknown,
  options: Options,
): Promise<Envelope<unknown>> {
  const job = findOperation(operation)?.kind === 'job' ? { jobId: randomUUID() } : {};
  const envelope = await gate.invoke({ operation, input: withFiles(input, core.files), ...job });
  if (envelope.ok && options.values.out) saveFiles(envelope.data, core.files, resolve(options.values.out));
  return envelope;
}

/** Every line of a file, or none when something is wrong with it; what a line stopped at is said with its number. */
async function runFile(file: string, options: Options): Promise<number> {
  if (file !== '-' && !existsSync(file)) {
    console.error(words.noFile(resolve(file)));
    return 2;
  }
  const { steps, faults } = readSteps(readFileSync(file === '-' ? 0 : file, 'utf8'));
  if (faults.length > 0) {
    tell(faults);
    console.error(words.NOTHING_WRITTEN);
    return 2;
  }
  const results = options.values.results ? resolve(options.values.results) : null;
  return withCore(options, async (core, gate) => {
    const { done, before, fault } = await runSteps(steps, {
      results,
      cutOff: options.flags.has('again') ? 'again' : options.flags.has('skip') ? 'skip' : null,
      invoke: (step, input) => run(core, gate, step.op, input, options),
      onDone: (_step, _data, count) => {
        if (count % TELL_EVERY === 0) console.error(`${count}/${steps.length}`);
      },
    });
    if (fault) tell([fault]);
    const left = steps.length - before - done.length;
    console.error(fault ? words.stopped(done, left, results) : words.allWritten(done.length, before));
    print({ ok: fault === null, lines: steps.length, before, done: done.length, fault });
    return fault ? 1 : 0;
  });
}

function tell(faults: readonly Fault[]): void {
  for (const fault of faults.slice(0, 50)) console.error(words.faultLine(fault));
}

function print(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Every operation by name: kind, sentence, access, what it touches, and its schemas as JSON Schema. */
function listOperations(): Record<string, unknown> {
  const schema = (type: z.ZodType, io: 'input' | 'output') =>
    z.toJSONSchema(type, { io, unrepresentable: 'any', reused: 'inline' });
  return Object.fromEntries(
    Object.entries(contract as Record<string, Operation>).map(([name, operation]) => [
      name,
      {
        kind: operation.kind,
        doc: operation.doc,
        access: operation.access,
        touches: operation.touches,
        errors: operation.errors,
        input: schema(operation.input, 'input'),
        output: schema(operation.output, 'output'),
      },
    ]),
  );
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error((error as Error)?.message ?? error);
    process.exit(1);
  },
);
