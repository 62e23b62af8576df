/**
 * The door of the browser host, tried from outside with raw bytes: one host, one table. Refusals say a bare status and
 * nothing else, and the host still answers an honest page afterwards.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sameSecret } from '../../electron/hosts/browser/guard';
import { type BrowserHost, serveBrowserHost } from '../../electron/hosts/browser/server';
import { createGate } from '../../electron/hosts/gate';
import { openTestCore, type TestCore } from '../helpers/core';

interface Raw {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Sends exactly these bytes; answers the status and the whole text. */
function send(host: { url: string }, raw: Raw): Promise<{ status: number; text: string }> {
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

const keyPath = (host: { url: string }) => new URL(host.url).pathname;
const json = { 'Content-Type': 'application/json' };
const infoCall = JSON.stringify({ operation: 'host.info', input: {} });

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
  ['a secret beside the page', 404, (key) => ({ path: `${key}%2e%2e/secret.txt` })],
  ['a secret by backslashes', 404, (key) => ({ path: `${key}..%5csecret.txt` })],
  ['a secret by an absolute path', 404, (key) => ({ path: `${key}%2fetc%2fpasswd` })],
  ['a secret by doubled encoding', 404, (key) => ({ path: `${key}%252e%252e/secret.txt` })],
  ['a path that is no UTF-8', 404, (key) => ({ path: `${key}%ff%fe` })],
  ['the key in the query', 404, (key) => ({ path: `/?key=${key}` })],
  ['the key encoded', 404, (key) => ({ path: `/%${key.charCodeAt(1).toString(16)}${key.slice(2)}` })],
  ['the key and a null byte', 404, (key) => ({ path: `${key.slice(0, -1)}%00/` })],
  [
    'Host in other letters with a dot',
    403,
    (_, origin) => ({ path: '/', headers: { Host: `127.0.0.1.:${new URL(origin).port}` } }),
  ],
  [
    'Host as a number',
    403,
    (key, origin) => ({ path: key, headers: { Host: `2130706433:${new URL(origin).port}` } }),
  ],
  ['Host of IPv6', 403, (key, origin) => ({ path: key, headers: { Host: `[::1]:${new URL(origin).port}` } })],
  [
    'an origin that begins like ours',
    403,
    (key, origin) => ({ path: key, headers: { Origin: `${origin}.evil.example.com` } }),
  ],
  [
    'our origin over TLS',
    403,
    (key, origin) => ({ path: key, headers: { Origin: origin.replace('http', 'https') } }),
  ],
  [
    'a step of a person into an operation',
    405,
    (key) => ({ path: `${key}api/invoke`, headers: { 'Sec-Fetch-Site': 'same-origin' } }),
  ],
  [
    'a stream for another site',
    403,
    (key) => ({ path: `${key}api/events`, headers: { 'Sec-Fetch-Site': 'same-site' } }),
  ],
  [
    'a file for another site',
    403,
    (key) => ({
      path: `${key}api/file/00000000-0000-0000-0000-000000000000`,
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    }),
  ],
  ['HEAD', 405, (key) => ({ method: 'HEAD', path: key })],
  ['CONNECT through it', 0, () => ({ method: 'CONNECT', path: 'example.com:443' })],
  ['a method of its own', 400, (key) => ({ method: 'STEAL', path: key })],
  [
    'an upgrade to a socket',
    0,
    (key, origin) => ({
      path: key,
      headers: { Connection: 'Upgrade', Upgrade: 'websocket', Origin: origin },
    }),
  ],
  [
    'two lengths',
    400,
    (key) => ({
      method: 'POST',
      path: `${key}api/invoke`,
      headers: { ...json, 'Content-Length': '5', 'content-length': '6' },
      body: '{"a":',
    }),
  ],
  [
    'a length and chunks',
    400,
    (key) => ({
      method: 'POST',
      path: `${key}api/invoke`,
      headers: { ...json, 'Transfer-Encoding': 'chunked', 'Content-Length': '4' },
      body: '0\r\n\r\n',
    }),
  ],
  [
    'an upload without a name',
    400,
    (key) => ({
      method: 'POST',
      path: `${key}api/upload`,
      headers: { 'Content-Type': 'application/octet-stream' },
      body: 'x',
    }),
  ],
  [
    'an upload with a name of 400 letters',
    400,
    (key) => ({
      method: 'POST',
      path: `${key}api/upload?name=${'x'.repeat(400)}`,
      headers: { 'Content-Type': 'application/octet-stream' },
      body: 'x',
    }),
  ],
  [
    'JSON in another charset',
    400,
    (key) => ({ method: 'POST', path: `${key}api/invoke`, headers: json, body: '\u0000{' }),
  ],
  [
    'a hundred thousand brackets',
    200,
    (key) => ({
      method: 'POST',
      path: `${key}api/invoke`,
      headers: json,
      body: `{"operation":"members.list","input":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    }),
  ],
  ['a path as a file token', 404, (key) => ({ path: `${key}api/file/..%2f..%2fstore` })],
];

let store: TestCore;
let host: BrowserHost;
beforeAll(async () => {
  store = await openTestCore();
  const renderer = join(store.dir, 'page');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><head></head><title>Sổ</title>');
  writeFileSync(join(store.dir, 'secret.txt'), 'secret');
  const gate = createGate(store.core, {
    'host.info': () => ({ host: 'browser', version: '0', platform: 'test', runtime: 'test', demo: false }),
  });
  host = await serveBrowserHost({
    gate,
    files: store.core.files,
    folders: { renderer, fonts: join(renderer, 'fonts') },
    headMs: 600,
  });
});
afterAll(async () => {
  await host.close();
  await store.close();
});

const honest = async () => (await send(host, { path: keyPath(host) })).status;

describe('the door', () => {
  it.each(REFUSED)('refuses %s with %i', async (_, status, make) => {
    const reply = await send(host, make(keyPath(host), new URL(host.url).origin));
    expect(reply.status).toBe(status);
    expect(reply.text).not.toMatch(/Access-Control|secret|node_modules|root:/i);
    if (status === 200) expect(reply.text).toContain('"ok":false');
  });

  it('compares keys by their digests, whatever the length', () => {
    for (const guess of ['', 'x', 'key', 'keyx', 'k'.repeat(10_000)])
      expect(sameSecret(guess, 'key')).toBe(guess === 'key');
  });

  it('cuts off a request that dribbles, while the page is answered', async () => {
    const { port, host: authority } = new URL(host.url);
    const begun = Date.now();
    const slow = Array.from({ length: 40 }, () => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.write(`GET ${keyPath(host)} HTTP/1.1\r\nHost: ${authority}\r\nX-Slow: `);
      const drip = setInterval(() => socket.writable && socket.write('x'), 100);
      return new Promise<void>((resolve) => {
        socket.on('error', () => undefined);
        socket.on('data', () => undefined);
        socket.on('close', () => {
          clearInterval(drip);
          resolve();
        });
      });
    });
    expect(await honest()).toBe(200);
    await Promise.all(slow);
    expect(Date.now() - begun).toBeLessThan(15_000);
  });

  it('lives on after more connections than it takes', async () => {
    const { port } = new URL(host.url);
    const sockets = Array.from({ length: 300 }, () =>
      connect(Number(port), '127.0.0.1').on('error', () => undefined),
    );
    await Promise.all(
      sockets.map(
        (socket) => new Promise((resolve) => socket.once('connect', resolve).once('close', resolve)),
      ),
    );
    for (const socket of sockets) socket.destroy();
    await expect.poll(honest, { timeout: 5_000 }).toBe(200);
  });

  it('answers requests sent in one breath one by one, each judged by itself', async () => {
    const { host: authority } = new URL(host.url);
    const second = `GET /wrong/ HTTP/1.1\r\nHost: ${authority}\r\nConnection: close\r\n\r\n`;
    const both = await send(host, {
      path: keyPath(host),
      headers: { Connection: 'keep-alive', 'X-End': `1\r\n\r\n${second.trimEnd()}` },
    });
    expect(both.text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404']);
  });

  it('cuts off a body that grows past the limit, and a head without end', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const grown = await send(host, {
      method: 'POST',
      path: `${keyPath(host)}api/invoke`,
      headers: { ...json, 'Transfer-Encoding': 'chunked', 'Content-Length': '' },
      body: chunk.repeat(250),
    });
    expect([413, 0]).toContain(grown.status);
    const long = await send(host, { path: keyPath(host), headers: { 'X-Long': 'x'.repeat(40_000) } });
    expect([431, 0]).toContain(long.status);
    expect(await honest()).toBe(200);
  });
});
