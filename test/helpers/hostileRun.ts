/**
 * Sends hostile requests through both hosts' doors to a real core and judges every answer: an envelope, a known code,
 * never INTERNAL, and no stack, path or SQL in it. The desktop's door is tried as Electron hands messages over, by a
 * structured clone; the browser host's over HTTP.
 */
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { type BrowserHost, serveBrowserHost } from '../../electron/hosts/browser/server';
import { createGate, type Gate } from '../../electron/hosts/gate';
import { MAX_REQUEST_CHARS, weigh } from '../../electron/ipc/weigh';
import { type Envelope, ERROR_CODES } from '../../shared/contract/errors';
import type { Operation } from '../../shared/contract/kernel';
import { openTestCore, type TestCore } from './core';
import { hostileInputs } from './hostile';
import { RUN_SEED, seeded } from './seeded';
import { STORE } from './store';

/** Requests to each operation through the desktop's door; a quarter as many more go over HTTP. 10,000 on demand. */
export const HOSTILE_RUNS = Number(process.env.HOSTILE ?? 16);

/** Time that requests which are taken may use for each operation; after that only those that are refused are sent. */
const WORK_MS = HOSTILE_RUNS > 1000 ? 8_000 : 250;

/** Operations that replace the store, end the session, or write whole copies: their own tests try them. */
export const APART: ReadonlySet<string> = new Set([
  'users.create',
  'backup.restore',
  'backup.create',
  'rescue.startNew',
  'rescue.restore',
  'rescue.restoreFile',
  'backup.restoreFile',
]);

export interface Doors {
  store: TestCore;
  gate: Gate;
  host: BrowserHost;
  agent: Agent;
  counts: { desktop: number; http: number; uncloneable: number; taken: number; spared: number };
}

export async function openDoors(): Promise<Doors> {
  const store = await openTestCore();
  const { files } = store.core;
  const gate = createGate(store.core, {
    'host.info': () => ({ host: 'desktop', version: '0', platform: 'test', runtime: 'test', demo: false }),
    'host.pickFile': () => null,
    'host.pickFiles': () => [],
    'host.takeFile': ({ name, bytes }) => files.registerUpload(name, bytes),
    'host.openFile': ({ token }) => ({ opened: files.outgoing(token).size < 0 }),
    'host.saveFile': ({ token }) => ({ saved: false, name: files.outgoing(token).name }),
    'host.printFile': ({ token }) => ({ opened: files.outgoing(token).size < 0 }),
    'host.openDataFolder': () => ({ opened: false }),
  });
  const none = join(store.dir, 'none');
  const host = await serveBrowserHost({ gate, files, folders: { renderer: none, fonts: none } });
  for (const [cardNo, fullName] of [
    ['CD1', 'Đỗ Thị Hường'],
    ['CD2', 'Đặng Văn Ơn'],
  ] as const)
    await store.invoke('members.create', { fullName, cardNo });
  const counts = { desktop: 0, http: 0, uncloneable: 0, taken: 0, spared: 0 };
  return { store, gate, host, agent: new Agent({ keepAlive: true, maxSockets: 4 }), counts };
}

export async function closeDoors({ store, gate, host, agent }: Doors): Promise<void> {
  gate.cancelAll();
  agent.destroy();
  await host.close();
  expect(verdictOf(store)).toEqual({ integrity: 'ok', foreign: 0 });
  await store.close();
}

/** What SQLite says of the store. */
function verdictOf({ dir }: TestCore): { integrity: unknown; foreign: number } {
  const raw = new Database(join(dir, STORE), { readonly: true });
  try {
    const foreign = (raw.pragma('foreign_key_check') as unknown[]).length;
    return { integrity: raw.pragma('integrity_check', { simple: true }), foreign };
  } finally {
    raw.close();
  }
}

interface HttpReply {
  status: number;
  text: string;
}

/** The request as a page of the browser host would send it. */
export function post(doors: Doors, body: string): Promise<HttpReply> {
  const url = new URL('api/invoke', doors.host.url);
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent: doors.agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          origin: url.origin,
        },
      },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('end', () =>
          resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
        );
        reply.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const GIVEAWAYS =
  /\n\s+at |node_modules|\.[cm]?[jt]s:\d|SQLITE_|no such (?:table|column)|constraint failed|\/(?:tmp|root|home|work)\//;
const ERROR_KEYS = new Set(['code', 'messageKey', 'fields', 'details', 'requestId']);

/** Why an envelope is not what it must be; null when it is. */
export function wrongWith(reply: unknown, dir: string): string | null {
  const envelope = reply as Envelope<unknown>;
  if (typeof envelope !== 'object' || envelope === null || typeof envelope.ok !== 'boolean')
    return 'no envelope';
  if (envelope.ok) return JSON.stringify(envelope).includes(dir) ? 'names the data folder' : null;
  const { error } = envelope;
  if (!ERROR_CODES.includes(error.code)) return `unknown code ${error.code}`;
  if (error.code === 'INTERNAL') return 'INTERNAL';
  if (!Object.keys(error).every((key) => ERROR_KEYS.has(key))) return 'more than an error has';
  const text = JSON.stringify(envelope);
  return GIVEAWAYS.test(text) || text.includes(dir) ? `gives away: ${text.slice(0, 300)}` : null;
}

/** Whether a value can be written out at all: shared parts can make a small one endless as text. */
function isWritable(value: unknown): boolean {
  try {
    weigh(value, 2 * MAX_REQUEST_CHARS);
    return true;
  } catch {
    return false;
  }
}

const shown = (value: unknown): string =>
  isWritable(value) ? (JSON.stringify(value) ?? 'undefined').slice(0, 600) : 'a value beyond all text';

/** Tries one operation; throws what was wrong, with the seed and the request that shows it. */
export async function assail(doors: Doors, name: string, operation: Pick<Operation, 'input'>): Promise<void> {
  const draw = seeded(name);
  const make = hostileInputs(operation.input);
  const { counts, store } = doors;
  let worked = 0;
  for (let at = 0; at < HOSTILE_RUNS; at++) {
    let input = make(draw);
    if (worked > WORK_MS)
      for (
        let tries = 0;
        tries < 20 && isWritable(input) && operation.input.safeParse(input).success;
        tries++
      ) {
        counts.spared += tries === 0 ? 1 : 0;
        input = make(draw);
      }
    const fail = (why: string) => {
      throw new Error(`${name}: ${why}; seed ${RUN_SEED}, request ${at}: ${shown(input)}`);
    };
    let message: unknown;
    try {
      message = structuredClone({ operation: name, input });
    } catch {
      counts.uncloneable++;
      continue;
    }
    const begun = performance.now();
    const reply = await doors.gate.invoke(message);
    worked += performance.now() - begun;
    counts.desktop++;
    if (reply.ok) counts.taken++;
    const why = wrongWith(reply, store.dir);
    if (why) fail(why);
    if (at % 4 === 0) await assailOverHttp(doors, name, input, fail);
  }
}

async function assailOverHttp(
  doors: Doors,
  name: string,
  input: unknown,
  fail: (why: string) => void,
): Promise<void> {
  if (!isWritable(input)) return;
  const body = JSON.stringify({ operation: name, input });
  const reply = await post(doors, body);
  doors.counts.http++;
  if (reply.status === 413 || reply.status === 400) return;
  if (reply.status !== 200) fail(`HTTP ${reply.status}`);
  const why = wrongWith(JSON.parse(reply.text), doors.store.dir);
  if (why) fail(`over HTTP: ${why}`);
}
