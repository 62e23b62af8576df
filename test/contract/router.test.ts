/** The one gate: what it refuses, and that nothing that leaves it names a path, a stack or an unexpected failure. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_REQUEST_CHARS } from '../../electron/ipc/router';
import { contract } from '../../shared/contract';
import { type Envelope, ERROR_CODES } from '../../shared/contract/errors';
import type { Operation } from '../../shared/contract/kernel';
import { openTestCore, type TestCore } from '../helpers/core';
import { anyPayload, nearPayload } from '../helpers/payloads';
import { STORE } from '../helpers/store';
import { tell } from '../resilience/lib/tally';

/** 10,000 in the nightly run. */
const RUNS = Number(process.env.PAYLOADS ?? 50);
/** Whatever is asked of these, most requests set a second or more of work going: they get a tenth. */
const LONG_WORK = new Set([
  'machine.selfTest',
  'machine.report',
  'machine.exportAll',
  'members.consentSheet',
  'backup.recoverySheet',
  'review.exportSet',
  'audit.verify',
  'awards.formsXlsx',
  'wordTemplates.saveCopy',
]);
/** These replace the store or take seconds; their own tests try them. */
const APART = new Set(['users.create', 'backup.restore', 'backup.create']);
const operations = (Object.entries(contract) as [string, Operation][]).filter(([name]) => !APART.has(name));

let store: TestCore;
let watcher: Database.Database;
/** Changes whenever a transaction of another connection has written something. */
const dataVersion = () => watcher.pragma('data_version', { simple: true }) as number;
beforeAll(async () => {
  store = await openTestCore();
  watcher = new Database(join(store.dir, STORE), { readonly: true });
  await store.invoke('members.create', { fullName: 'Đỗ Thị Hường', cardNo: 'CD1' });
  await store.invoke('members.create', { fullName: 'Đặng Văn Ơn', cardNo: 'CD2' });
});
afterAll(async () => {
  watcher.close();
  await store.close();
});

describe('the gate refuses', () => {
  const code = (reply: Envelope<unknown>) => (reply.ok ? 'ok' : reply.error.code);

  it('an operation that is not declared', async () => {
    for (const name of [
      'nothing.here',
      '',
      'constructor',
      '__proto__',
      'toString',
      'members',
      'members.create ',
      'x'.repeat(9999),
    ])
      expect(code(await store.raw(name, {}))).toBe('UNKNOWN_OPERATION');
    expect(code(await store.raw(undefined as never, {}))).toBe('UNKNOWN_OPERATION');
  });

  it('a request over the size limit, or one that is not JSON', async () => {
    const big = { search: 'x'.repeat(MAX_REQUEST_CHARS) };
    expect(code(await store.raw('members.list', big))).toBe('INPUT_TOO_LARGE');
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(code(await store.raw('members.list', circle))).toBe('INVALID_INPUT');
    expect(code(await store.raw('members.list', { search: 1n }))).toBe('INVALID_INPUT');
  });

  it('unknown fields, naming none of their values', async () => {
    const reply = await store.raw('members.list', { search: '', secret: '079085001234' });
    expect(code(reply)).toBe('INVALID_INPUT');
    expect(JSON.stringify(reply)).not.toContain('079085001234');
  });

  it('a role without the right', async () => {
    const viewer = { user: { name: 'xem', role: 'viewer' as const } };
    const reply = await store.core.router.dispatch('members.create', { fullName: 'A' }, viewer);
    expect(code(reply)).toBe('FORBIDDEN');
    expect(code(await store.core.router.dispatch('audit.list', {}, viewer))).toBe('FORBIDDEN');
    expect(code(await store.core.router.dispatch('settings.get', {}, viewer))).toBe('ok');
  });

  it('a stale version', async () => {
    expect(code(await store.raw('settings.update', { version: 999, twoDigits: true }))).toBe(
      'VERSION_CONFLICT',
    );
  });
});

describe('events', () => {
  it('come once after a command, with its areas, and not after a refusal', async () => {
    const seen: unknown[] = [];
    const stop = store.core.onEvent((event) => seen.push(event));
    const { version } = await store.invoke('settings.get', {});
    await store.invoke('settings.update', { version, density: 'wide' });
    await store.raw('settings.update', { version, density: 'wide' });
    stop();
    expect(seen).toEqual([{ type: 'changed', areas: ['settings'] }]);
  });
});

describe.each(operations)('made-up requests to %s', (name, operation) => {
  const runs = LONG_WORK.has(name) ? Math.ceil(RUNS / 10) : RUNS;
  const payloads = fc.oneof({ weight: 3, arbitrary: nearPayload(operation) }, anyPayload);

  async function judge(payload: unknown): Promise<void> {
    const command = operation.kind === 'command';
    const audits = command ? await auditCount() : 0;
    const version = dataVersion();
    const reply = await store.raw(name, payload);
    checkEnvelope(reply, operation);
    if (!command) return;
    const written = dataVersion() !== version;
    if (!reply.ok) expect(written, 'nothing written').toBe(false);
    // What touches no area is a draft of the one who asks, not a record.
    else if (written && operation.touches.length > 0)
      expect(await auditCount(), 'a row in the change log').toBeGreaterThan(audits);
  }

  it(`are answered by an envelope that gives nothing away (${runs})`, async () => {
    const begun = performance.now();
    await fc.assert(fc.asyncProperty(payloads, judge), { numRuns: runs, endOnFailure: true });
    tell({ promise: 'ipc', tried: runs, held: runs, ms: performance.now() - begun });
  }, 600_000);
});

async function auditCount(): Promise<number> {
  const { rows } = await store.invoke('audit.list', { limit: 1 });
  return rows[0]?.id ?? 0;
}

function checkEnvelope(reply: Envelope<unknown>, operation: Operation): void {
  if (reply.ok) {
    const parsed = operation.output.safeParse(reply.data);
    expect(parsed.error?.issues ?? []).toEqual([]);
    return;
  }
  expect(
    Object.keys(reply.error).every((key) =>
      ['code', 'messageKey', 'fields', 'details', 'requestId'].includes(key),
    ),
  ).toBe(true);
  expect(ERROR_CODES).toContain(reply.error.code);
  expect(reply.error.code).not.toBe('INTERNAL');
  const text = JSON.stringify(reply);
  expect(text).not.toContain(store.dir);
  expect(text).not.toMatch(/\s+at .*:\d+|node_modules|\.ts:|\.cjs|SQLITE_|\/tmp\//);
}
