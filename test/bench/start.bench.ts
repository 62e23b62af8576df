/** From starting the browser host to a usable list of 50,000 members, against an empty window of the same host. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Browser, chromium } from 'playwright-core';
import { memberList } from './list';
import { type BenchRow, limitRow, middleRound, type Pair, ratioRow } from './row';
import { call, importFile, open } from './tasks';
import type { Workshop } from './workshop';

const PEOPLE = 50_000;
const ROUNDS = 3;
const EMPTY_HOST = `require('node:http').createServer((_, reply) => {
  reply.setHeader('content-type', 'text/html');
  reply.end('<!doctype html><title>.</title><main>.</main>');
}).listen(0, '127.0.0.1', function () { console.log('http://127.0.0.1:' + this.address().port + '/'); });`;

interface Started {
  ms: number;
  /** Resident memory of the host process, in MB; undefined where the system does not tell. */
  memory: number | undefined;
}

/** Starts a host, opens its address in a fresh browser, and waits for `usable`. */
async function start(args: readonly string[], path: string, usable: string): Promise<Started> {
  const started = performance.now();
  const host = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let browser: Browser | undefined;
  try {
    const url = await addressOf(host);
    browser = await chromium.launch({
      executablePath: process.env.SO_CHROMIUM,
      args: ['--headless=shell', '--no-sandbox', '--disable-gpu', '--lang=vi'],
    });
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
    await page.goto(`${url}${path}`);
    await page.waitForSelector(usable, { timeout: 120_000 });
    return { ms: performance.now() - started, memory: residentMemory(host.pid) };
  } finally {
    await browser?.close();
    await ended(host);
  }
}

function addressOf(host: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let output = '';
    host.stdout?.on('data', (text: Buffer) => {
      output += String(text);
      const url = /^(http:\/\/127\.0\.0\.1:\d+\/\S*)$/m.exec(output)?.[1];
      if (url) done(url);
    });
    host.on('exit', (code) => failed(new Error(`the host ended with ${code}`)));
  });
}

function ended(host: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (host.exitCode !== null || host.signalCode !== null) return done();
    host.once('exit', () => done());
    host.kill('SIGINT');
  });
}

function residentMemory(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

async function prepareStore(shop: Workshop): Promise<string> {
  const places = shop.places('start');
  const file = join(shop.folder, 'start.xlsx');
  writeFileSync(file, await memberList(PEOPLE));
  const core = await open(places);
  await call(core, 'organisation.saveProfile', {
    name: 'Công đoàn cơ sở Bệnh viện Suối Mơ',
    shortName: 'CĐCS BV Suối Mơ',
    symbol: 'CĐCS',
    employer: 'Bệnh viện Suối Mơ',
    validFrom: '2025-07-01',
  });
  await call(core, 'organisation.finishSetup', { done: true });
  await importFile(core, file);
  await core.close();
  return places.dataDir;
}

async function unpackChromium(): Promise<void> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x';
  const { default: packed } = await import('@sparticuz/chromium');
  process.env.SO_CHROMIUM ??= await packed.executablePath();
}

export async function run(shop: Workshop): Promise<BenchRow[]> {
  await unpackChromium();
  const dataDir = await prepareStore(shop);
  const program = [resolve('out/main/serve.cjs'), '--no-window', '--data', dataDir];
  const rounds: (Pair & { memory: number | undefined })[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const peer = await start(['-e', EMPTY_HOST], '', 'main');
    const ours = await start(program, '#/members', '[data-index="0"] input.so-check');
    shop.say(`start ${i + 1}: ${Math.round(ours.ms)} / ${Math.round(peer.ms)} ms, ${ours.memory} MB`);
    rounds.push({ ours: ours.ms, peer: peer.ms, memory: ours.memory });
  }
  const middle = middleRound(rounds);
  const memory = 'start: resident memory of the core after it';
  return [
    ratioRow('start: to a usable list of 50,000 members, against an empty window', 'ms', middle, null),
    middle.memory === undefined
      ? {
          name: memory,
          unit: 'MB',
          ours: null,
          peer: null,
          ratio: null,
          target: null,
          held: null,
          reason: 'not told here',
        }
      : limitRow(memory, 'MB', middle.memory, null),
  ];
}
