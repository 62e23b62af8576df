/**
 * npm run pictures: draws every screen of the demo store into docs/pictures, at 1366 × 768, by headless Chromium on
 * the browser host; and the first run on an empty store.
 *   npm run pictures -- [--out DIR] [--only NAME,NAME] [--language vi|en] [--zoom 200]
 */
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { outDir, root } from './lib/paths.mjs';
import { foreground, prepare } from './lib/prepare.mjs';

/** Screens by file name. A path may be made from what the store answers; one without an answer is left out. */
const SCREENS = [
  { name: 'dashboard', path: '/dashboard' },
  { name: 'members', path: '/members' },
  { name: 'member', from: ['members.list', pagings], path: (data) => idPath('/members', data) },
  { name: 'member-new', path: '/members/new' },
  { name: 'import', path: '/members/import' },
  { name: 'organisation', path: '/organisation' },
  { name: 'events', path: '/events' },
  { name: 'event', from: ['events.list', pagings], path: (data) => idPath('/events', data) },
  { name: 'event-new', path: '/events/new' },
  { name: 'awards', path: '/awards' },
  { name: 'award', link: { on: '/awards', to: /#\/awards\/\d+$/ } },
  { name: 'certificates', path: '/certificates' },
  { name: 'review', path: '/review' },
  { name: 'review-open', link: { on: '/review', to: /#\/review\/\d+/ } },
  { name: 'settings', path: '/settings' },
  { name: 'settings-backup', path: '/settings/backup' },
  { name: 'settings-about', path: '/settings/about' },
  { name: 'trash', path: '/trash' },
];

/** Inputs to try in turn: a list's own paging differs from area to area. */
function pagings() {
  return [{}, { offset: 0, limit: 1 }, { page: 1, pageSize: 1 }];
}

function idPath(prefix, data) {
  const rows = data?.rows ?? data?.items ?? data;
  const id = Array.isArray(rows) ? rows[0]?.id : undefined;
  return id === undefined ? undefined : `${prefix}/${id}`;
}

function option(argv, name) {
  const at = argv.findIndex((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`));
  return at < 0 ? undefined : (argv[at].split('=')[1] ?? argv[at + 1]);
}

function startHost(args) {
  return new Promise((resolveHost, reject) => {
    const child = fork(join(outDir, 'main', 'serve.cjs'), ['--no-window', ...args], { silent: true });
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const url = /^(http:\S+\/)$/m.exec(said)?.[1];
      if (url)
        resolveHost({ url, stop: () => new Promise((done) => child.once('exit', done).kill('SIGINT')) });
    });
    child.stderr.pipe(process.stderr);
    child.on('exit', (code) => reject(new Error(`the browser host ended with ${code}`)));
  });
}

async function openBrowser() {
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: ['--headless=shell', '--no-sandbox', '--disable-gpu', '--lang=vi'],
  });
}

function invoke(page, operation, input) {
  return page.evaluate(
    async (request) => {
      const reply = await fetch('./api/invoke', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      return reply.json();
    },
    { operation, input },
  );
}

/** Waits until the screen has stopped changing: no grey bars, fonts there, two equal looks. */
async function settle(page) {
  await page.evaluate(() => document.fonts.ready.then(() => true));
  let last = '';
  for (let i = 0; i < 40; i++) {
    await page.waitForTimeout(150);
    const now = await page.evaluate(() => document.body.innerHTML);
    if (now === last && i > 2) return;
    last = now;
  }
}

async function addressOf(page, screen) {
  if (screen.path && typeof screen.path === 'string') return screen.path;
  if (screen.link) {
    await page.evaluate((to) => {
      location.hash = to;
    }, screen.link.on);
    await settle(page);
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('a[href]')].map((link) => link.href),
    );
    const found = links.find((link) => screen.link.to.test(link));
    return found ? new URL(found).hash.slice(1) : undefined;
  }
  const [operation, inputs] = screen.from;
  for (const input of inputs()) {
    const reply = await invoke(page, operation, input);
    if (reply.ok) return screen.path(reply.data);
  }
  return undefined;
}

async function draw(argv) {
  const folder = resolve(option(argv, 'out') ?? join(root, 'docs', 'pictures'));
  const only = option(argv, 'only')?.split(',');
  const zoom = Number(option(argv, 'zoom') ?? 100) / 100;
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width: Math.round(1366 / zoom), height: Math.round(768 / zoom) },
    deviceScaleFactor: zoom,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const wanted = (name) => !only || only.includes(name);
  const shoot = async (page, name) => {
    await settle(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    console.log(`${name}.png`);
  };

  const empty = mkdtempSync(join(tmpdir(), 'so-pictures-'));
  if (wanted('first-run')) {
    const host = await startHost(['--data', empty]);
    const page = await context.newPage();
    await page.goto(host.url);
    await shoot(page, 'first-run');
    await page.close();
    await host.stop();
  }
  rmSync(empty, { recursive: true, force: true, maxRetries: 5 });

  const host = await startHost(['--demo']);
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`  ${error.message}`));
  await page.goto(host.url);
  const language = option(argv, 'language');
  if (language) {
    const { data } = await invoke(page, 'settings.get', {});
    await invoke(page, 'settings.update', { version: data.version, language });
    await page.reload();
  }
  for (const screen of SCREENS) {
    if (!wanted(screen.name)) continue;
    const address = await addressOf(page, screen);
    if (address === undefined) {
      console.log(`${screen.name}: nothing to show`);
      continue;
    }
    await page.evaluate((to) => {
      location.hash = to;
    }, address);
    await shoot(page, screen.name);
  }
  await browser.close();
  await host.stop();
}

const argv = process.argv.slice(2);
if (argv.includes('--inside')) await draw(argv.filter((argument) => argument !== '--inside'));
else
  try {
    const node = await prepare();
    const self = join(root, 'build', 'pictures.mjs');
    process.exitCode = (await foreground(node, [self, '--inside', ...argv])).code;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
