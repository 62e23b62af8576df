/**
 * The browser host: the core on 127.0.0.1 for the PC's own browser. Its address holds a random key that is
 * checked on every request (see guard.ts); nothing is shared with other origins, and nothing is cached.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CoreEvent } from '../../../shared/contract/bridge';
import type { FileStore } from '../../ipc/files';
import { MAX_REQUEST_CHARS } from '../../ipc/router';
import { type AssetFolders, findAsset } from '../assets';
import { contentSecurityPolicy, createNonce, FILE_POLICY, SECURITY_HEADERS, withNonce } from '../csp';
import type { Gate } from '../gate';
import { readBody } from './body';
import { type Address, judge } from './guard';
import { sendFile, takeUpload } from './transfer';

/** A request's JSON: every character can take up to three bytes. */
const MAX_INVOKE_BYTES = MAX_REQUEST_CHARS * 3;
const HEARTBEAT_MS = 15_000;
/** A request that dribbles its head for longer is cut off, so that idle connections cannot crowd out the page. */
const HEAD_MS = 10_000;
const MAX_CONNECTIONS = 128;

export interface BrowserHost {
  /** The whole address with its key: whoever has it can use the program. */
  readonly url: string;
  /** Ends streams and connections and stops listening. */
  close(): Promise<void>;
}

export interface BrowserHostOptions {
  readonly gate: Gate;
  readonly files: FileStore;
  readonly folders: AssetFolders;
  /** How long a request may take to say its head, in ms; shorter in tests. */
  readonly headMs?: number;
}

export async function serveBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const key = randomBytes(32).toString('base64url');
  const streams = new Set<ServerResponse>();
  let address: Address = { key, authority: '' };
  const headMs = options.headMs ?? HEAD_MS;
  const limits = { maxHeaderSize: 16_384, keepAliveTimeout: 5_000, connectionsCheckingInterval: headMs / 2 };
  const server = createServer(limits, (request, response) => {
    answer(request, response, address, options, streams).catch(() => {
      if (!response.headersSent) refuse(response, 500);
      else response.destroy();
    });
  });
  server.headersTimeout = headMs;
  server.requestTimeout = 120_000;
  server.maxConnections = MAX_CONNECTIONS;
  server.on('upgrade', (_request, socket) => socket.destroy());
  await listen(server);
  address = { key, authority: `127.0.0.1:${(server.address() as AddressInfo).port}` };

  const stop = options.gate.on((event) => broadcast(streams, event));
  const heartbeat = setInterval(() => {
    for (const stream of streams) stream.write('\n');
  }, HEARTBEAT_MS);

  return {
    url: `http://${address.authority}/${key}/`,
    async close() {
      stop();
      clearInterval(heartbeat);
      for (const stream of streams) stream.end();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}

function broadcast(streams: ReadonlySet<ServerResponse>, event: CoreEvent): void {
  const line = `${JSON.stringify(event)}\n`;
  for (const stream of streams) stream.write(line);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  address: Address,
  options: BrowserHostOptions,
  streams: Set<ServerResponse>,
): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  response.setHeader('Cache-Control', 'no-store');
  const verdict = judge(request, address);
  if (!verdict.ok) {
    refuse(response, verdict.status);
    return;
  }
  const { path } = verdict;
  if (path === '') {
    response.writeHead(307, { Location: `/${address.key}/` }).end();
  } else if (path === '/api/invoke') await answerInvoke(request, response, options.gate);
  else if (path === '/api/events') openStream(request, response, streams);
  else if (/^\/api\/(?:upload$|file\/)/.test(path) && !options.gate.open()) refuse(response, 403);
  else if (path === '/api/upload')
    await takeUpload(request, response, options.files, verdict.search.get('name'));
  else if (path.startsWith('/api/file/')) {
    if (request.method !== 'GET') {
      refuse(response, 405);
      return;
    }
    response.setHeader('Content-Security-Policy', FILE_POLICY);
    sendFile(response, options.files, path.slice('/api/file/'.length), verdict.search.has('inline'));
  } else if (request.method !== 'GET') refuse(response, 405);
  else sendAsset(response, options.folders, path);
}

async function answerInvoke(request: IncomingMessage, response: ServerResponse, gate: Gate): Promise<void> {
  if (request.method !== 'POST') {
    refuse(response, 405);
    return;
  }
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json') {
    refuse(response, 415);
    return;
  }
  const body = await readBody(request, MAX_INVOKE_BYTES);
  if (body === undefined) {
    refuse(response, 413);
    return;
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    refuse(response, 400);
    return;
  }
  const envelope = await gate.invoke(parsed);
  const bytes = Buffer.from(JSON.stringify(envelope));
  response.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': bytes.length,
  });
  response.end(bytes);
}

/** One line of JSON for each event; an empty line now and then keeps the connection awake. */
function openStream(request: IncomingMessage, response: ServerResponse, streams: Set<ServerResponse>): void {
  if (request.method !== 'GET') {
    refuse(response, 405);
    return;
  }
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' });
  response.write('\n');
  streams.add(response);
  response.on('close', () => streams.delete(response));
}

function sendAsset(response: ServerResponse, folders: AssetFolders, path: string): void {
  const asset = findAsset(folders, path);
  if (!asset) {
    refuse(response, 404);
    return;
  }
  const nonce = createNonce();
  const body = asset.isPage ? Buffer.from(withNonce(asset.bytes.toString('utf8'), nonce)) : asset.bytes;
  response.writeHead(200, {
    'Content-Type': asset.mime,
    'Content-Length': body.length,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
  });
  response.end(body);
}

/** A bare status; the rest of the request is not read. */
export function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain', Connection: 'close' });
  response.end();
}
