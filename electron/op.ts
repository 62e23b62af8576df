/**
 * The command line of the core: one operation in, its envelope out.
 *   npm run op -- OPERATION [JSON] [--data DIR] [--out DIR]
 *   npm run op -- --list
 * A string "@PATH" anywhere in the JSON stands for a file the user picked. Progress of a job goes to stderr.
 * Exit code: 0 for a result, 1 for an error envelope, 2 for a wrong command line.
 */
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { contract, findOperation } from '../shared/contract';
import type { Operation } from '../shared/contract/kernel';
import { createGate } from './hosts/gate';
import { readOptions } from './hosts/options';
import { programFolders, startCore } from './hosts/start';
import type { FileStore } from './ipc/files';

const USAGE = 'npm run op -- OPERATION [JSON] [--data DIR] [--out DIR]   |   npm run op -- --list';

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), ['out']);
  if (options.flags.has('list')) {
    print(listOperations());
    return 0;
  }
  const [name, json = '{}'] = options.rest;
  const input = parse(json);
  if (name === undefined || input === undefined) {
    console.error(USAGE);
    return 2;
  }
  const core = await startCore(options, programFolders(__dirname));
  try {
    const gate = createGate(core, {});
    gate.on((event) => {
      if (event.type === 'progress')
        console.error(`${event.done}${event.total === null ? '' : `/${event.total}`} ${event.label ?? ''}`);
    });
    const isJob = findOperation(name)?.kind === 'job';
    const given = withFiles(input, core.files);
    const envelope = await gate.invoke({
      operation: name,
      input: given,
      ...(isJob ? { jobId: randomUUID() } : {}),
    });
    if (envelope.ok && options.values.out) saveFiles(envelope.data, core.files, resolve(options.values.out));
    print(envelope);
    return envelope.ok ? 0 : 1;
  } finally {
    await core.close();
    options.cleanUp();
  }
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

/** Puts a token in place of every "@PATH"; "@@" at the start stands for a plain "@". */
function withFiles(value: unknown, files: FileStore): unknown {
  if (typeof value === 'string') {
    if (value.startsWith('@@')) return value.slice(1);
    if (!value.startsWith('@')) return value;
    const path = resolve(value.slice(1));
    if (!existsSync(path)) throw new Error(`No such file: ${path}`);
    return files.registerPicked(path).token;
  }
  if (Array.isArray(value)) return value.map((item) => withFiles(item, files));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withFiles(item, files)]));
}

/** Saves every produced file the answer names into `folder`. */
function saveFiles(value: unknown, files: FileStore, folder: string): void {
  if (value === null || typeof value !== 'object') return;
  const { token, name } = value as { token?: unknown; name?: unknown };
  if (typeof token === 'string' && typeof name === 'string') {
    const file = files.outgoing(token);
    mkdirSync(folder, { recursive: true });
    copyFileSync(file.path, join(folder, file.name));
    console.error(join(folder, file.name));
    return;
  }
  for (const item of Object.values(value)) saveFiles(item, files, folder);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error((error as Error)?.message ?? error);
    process.exit(1);
  },
);
