/** The built browser host from outside; its door is tried in full by test/integration/browser-door.test.ts. Needs no browser. */

import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type RunningHost, startBrowserHost } from './fixtures/launch';

const test = base.extend<object, { host: RunningHost }>({
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function names
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'so-e2e-'));
      const host = await startBrowserHost(join(folder, 'data'));
      await use(host);
      await host.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker' },
  ],
});

interface Raw {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Sends exactly these bytes; answers the status and the whole text. */
function send(host: RunningHost, raw: Raw): Promise<{ status: number; text: string }> {
  const { port, host: authority, origin } = new URL(host.url);
  const headers: Record<string, string> = { Host: authority, Connection: 'close', ...raw.headers };
  if (raw.method === 'POST' && headers.Origin === undefined) headers.Origin = origin;
  if (raw.body !== undefined) headers['Content-Length'] ??= String(Buffer.byteLength(raw.body));
  const head = Object.entries(headers)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    let text = '';
    socket.setTimeout(15_000, () => socket.destroy());
    socket.on('data', (part) => {
      text += String(part);
    });
    socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text }));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      text || error.code === 'EPIPE' || error.code === 'ECONNRESET' ? undefined : reject(error),
    );
    socket.write(`${raw.method ?? 'GET'} ${raw.path} HTTP/1.1\r\n${head}\r\n${raw.body ?? ''}`);
  });
}

const keyPath = (host: RunningHost) => new URL(host.url).pathname;
const json = { 'Content-Type': 'application/json' };
const infoCall = JSON.stringify({ operation: 'host.info', input: {} });

test('it listens on loopback only', async ({ host }) => {
  expect(new URL(host.url).hostname).toBe('127.0.0.1');
  expect(keyPath(host)).toMatch(/^\/[\w-]{43}\/$/);
});

test('the page and an honest call are answered, with every header', async ({ host }) => {
  const page = await send(host, { path: keyPath(host) });
  expect(page.status).toBe(200);
  for (const header of [
    "Content-Security-Policy: default-src 'none'",
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: no-referrer',
    'Cross-Origin-Resource-Policy: same-origin',
    'Cross-Origin-Opener-Policy: same-origin',
    'Cache-Control: no-store',
  ])
    expect(page.text).toContain(header);
  expect(page.text).not.toMatch(/Access-Control/i);
  const call = await send(host, {
    method: 'POST',
    path: `${keyPath(host)}api/invoke`,
    headers: json,
    body: infoCall,
  });
  expect(call.status).toBe(200);
});

test('each start has a key of its own', async ({ host }) => {
  const folder = mkdtempSync(join(tmpdir(), 'so-e2e-'));
  const other = await startBrowserHost(join(folder, 'data'));
  expect(keyPath(other)).not.toBe(keyPath(host));
  expect((await send(other, { path: keyPath(host) })).status).toBe(404);
  await other.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
