/** The door of the browser host, tried from outside with raw requests. Needs no browser. */

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

const REFUSED: readonly [string, number, (key: string, origin: string) => Raw][] = [
  ['no key', 404, () => ({ path: '/' })],
  ['no key, a known file', 404, () => ({ path: '/index.html' })],
  [
    'no key, an operation',
    404,
    () => ({ method: 'POST', path: '/api/invoke', headers: json, body: infoCall }),
  ],
  ['a guessed key', 404, () => ({ path: `/${'A'.repeat(43)}/` })],
  ['half of the key', 404, (key) => ({ path: `${key.slice(0, 20)}/` })],
  ['the key and one letter', 404, (key) => ({ path: `${key.slice(0, -1)}x/` })],
  [
    'the key in other letters',
    404,
    (key) => ({ path: key.toUpperCase() === key ? key.toLowerCase() : key.toUpperCase() }),
  ],
  ['the key behind a second slash', 400, (key) => ({ path: `/${key}` })],
  ['a whole address as the path', 400, (key, origin) => ({ path: `${origin}${key}` })],
  ['DNS rebinding: another Host', 403, (key) => ({ path: key, headers: { Host: 'evil.example.com' } })],
  [
    'Host with our port',
    403,
    (key, origin) => ({ path: key, headers: { Host: `evil.example.com:${new URL(origin).port}` } }),
  ],
  [
    'Host localhost',
    403,
    (key, origin) => ({ path: key, headers: { Host: `localhost:${new URL(origin).port}` } }),
  ],
  ['Host without a port', 403, (key) => ({ path: key, headers: { Host: '127.0.0.1' } })],
  ['no Host', 400, (key) => ({ path: key, headers: { Host: '' } })],
  [
    'POST from another origin',
    403,
    (key) => ({
      method: 'POST',
      path: `${key}api/invoke`,
      headers: { ...json, Origin: 'https://evil.example.com' },
      body: infoCall,
    }),
  ],
  [
    'POST from another local port',
    403,
    (key) => ({
      method: 'POST',
      path: `${key}api/invoke`,
      headers: { ...json, Origin: 'http://127.0.0.1:1' },
      body: infoCall,
    }),
  ],
  [
    'POST from origin null',
    403,
    (key) => ({
      method: 'POST',
      path: `${key}api/invoke`,
      headers: { ...json, Origin: 'null' },
      body: infoCall,
    }),
  ],
  [
    'POST without an origin',
    403,
    (key) => ({ method: 'POST', path: `${key}api/invoke`, headers: { ...json, Origin: '' }, body: infoCall }),
  ],
  ['GET from another origin', 403, (key) => ({ path: key, headers: { Origin: 'https://evil.example.com' } })],
  [
    'a request another site caused',
    403,
    (key) => ({ path: `${key}api/events`, headers: { 'Sec-Fetch-Site': 'cross-site' } }),
  ],
  [
    'a request a neighbouring port caused',
    403,
    (key) => ({ path: key, headers: { 'Sec-Fetch-Site': 'same-site' } }),
  ],
  ['an operation by GET', 405, (key) => ({ path: `${key}api/invoke` })],
  ['an upload by GET', 405, (key) => ({ path: `${key}api/upload?name=x` })],
  [
    'OPTIONS (a preflight)',
    405,
    (key) => ({
      method: 'OPTIONS',
      path: `${key}api/invoke`,
      headers: { Origin: 'https://evil.example.com' },
    }),
  ],
  ['PUT', 405, (key) => ({ method: 'PUT', path: `${key}index.html`, body: 'x' })],
  ['DELETE', 405, (key) => ({ method: 'DELETE', path: `${key}index.html` })],
  ['TRACE', 405, (key) => ({ method: 'TRACE', path: key })],
  [
    'a form instead of JSON',
    415,
    (key) => ({
      method: 'POST',
      path: `${key}api/invoke`,
      headers: { 'Content-Type': 'text/plain' },
      body: infoCall,
    }),
  ],
  ['broken JSON', 400, (key) => ({ method: 'POST', path: `${key}api/invoke`, headers: json, body: '{' })],
  [
    'a body said to be huge',
    413,
    (key) => ({
      method: 'POST',
      path: `${key}api/invoke`,
      headers: { ...json, 'Content-Length': '999999999999' },
    }),
  ],
  [
    'an upload said to be huge',
    413,
    (key) => ({
      method: 'POST',
      path: `${key}api/upload?name=x`,
      headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': '999999999999' },
    }),
  ],
  [
    'an upload that is a form',
    400,
    (key) => ({
      method: 'POST',
      path: `${key}api/upload?name=x`,
      headers: { 'Content-Type': 'multipart/form-data' },
      body: 'x',
    }),
  ],
  ['a path out of the page', 404, (key) => ({ path: `${key}../main/serve.cjs` })],
  ['an encoded path out of the page', 404, (key) => ({ path: `${key}..%2f..%2fpackage.json` })],
  ['fonts as a way out', 404, (key) => ({ path: `${key}fonts/%2e%2e/%2e%2e/main/serve.cjs` })],
  ['a null byte', 404, (key) => ({ path: `${key}index.html%00.js` })],
  ['an unknown file token', 404, (key) => ({ path: `${key}api/file/00000000-0000-0000-0000-000000000000` })],
  ['a path as a file token', 404, (key) => ({ path: `${key}api/file/..%2f..%2fstore` })],
];

for (const [name, status, make] of REFUSED)
  test(`refused: ${name}`, async ({ host }) => {
    const { origin } = new URL(host.url);
    const reply = await send(host, make(keyPath(host), origin));
    expect(reply.status).toBe(status);
    expect(reply.text).not.toMatch(/Access-Control|serve\.cjs|node_modules/i);
  });

test('a body that grows past the limit is cut off', async ({ host }) => {
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const reply = await send(host, {
    method: 'POST',
    path: `${keyPath(host)}api/invoke`,
    headers: { ...json, 'Transfer-Encoding': 'chunked', 'Content-Length': '' },
    body: chunk.repeat(250),
  });
  expect([413, 0]).toContain(reply.status);
  expect((await send(host, { path: keyPath(host) })).status).toBe(200);
});

test('a header block without end is refused and the host lives on', async ({ host }) => {
  const reply = await send(host, { path: keyPath(host), headers: { 'X-Long': 'x'.repeat(40_000) } });
  expect([431, 0]).toContain(reply.status);
  expect((await send(host, { path: keyPath(host) })).status).toBe(200);
});

test('each start has a key of its own', async ({ host }) => {
  const folder = mkdtempSync(join(tmpdir(), 'so-e2e-'));
  const other = await startBrowserHost(join(folder, 'data'));
  expect(keyPath(other)).not.toBe(keyPath(host));
  expect((await send(other, { path: keyPath(host) })).status).toBe(404);
  await other.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
