/**
 * npm run pictures: draws every screen into docs/pictures at 1366 × 768, by headless Chromium on the browser host: the
 * first run on an empty store, the demo store, a copy of it on a new PC, the same damaged, and a page of each paper
 * (papers need pdftoppm, Word papers LibreOffice too). The scenes are in build/lib/scenes.mjs.
 *   npm run pictures -- [--out DIR] [--only NAME,NAME] [--language vi|en] [--zoom 200] [--theme dark]
 */
import { fork, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { outDir, root } from './lib/paths.mjs';
import { foreground, prepare } from './lib/prepare.mjs';
import { lockedCopy, NEW_PC_SCENES, USER_PAPERS } from './lib/safeScenes.mjs';
import { DAMAGED_SCENES, DEMO_SCENES, EMPTY_SCENES, PAPERS, spoil } from './lib/scenes.mjs';

const PAPER_WIDTH = 1000;

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

/** What a scene can do: call an operation, go to an address, press a button, change the look. */
function stageOf(page) {
  const ask = async (operation, input, jobId) => {
    const reply = await page.evaluate(
      async (request) => {
        const answer = await fetch('./api/invoke', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(request),
        });
        return answer.json();
      },
      { operation, input, ...(jobId ? { jobId } : {}) },
    );
    if (!reply.ok) throw new Error(`${operation}: ${reply.error.code}`);
    return reply.data;
  };
  const stage = {
    page,
    invoke: (operation, input) => ask(operation, input),
    job: (operation, input) => ask(operation, input, crypto.randomUUID()),
    async go(address) {
      await page.evaluate((to) => {
        location.hash = to;
      }, address);
      await settle(page);
    },
    press: (name) => page.getByRole('button', { name }).first().click(),
    async theme(theme) {
      await page.evaluate((value) => {
        const kept = JSON.parse(localStorage.getItem('so.prefs') ?? '{}');
        localStorage.setItem('so.prefs', JSON.stringify({ ...kept, theme: value }));
      }, theme);
      await page.reload();
    },
    async language(language) {
      const { version } = await stage.invoke('settings.get', {});
      await stage.invoke('settings.update', { version, language });
      await page.reload();
    },
  };
  return stage;
}

/** A Word file as LibreOffice sets it. */
function asPdf(file, pdf) {
  const folder = mkdtempSync(join(tmpdir(), 'so-word-'));
  writeFileSync(join(folder, 'paper.docx'), file);
  const made = spawnSync('soffice', [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    '--headless',
    ...['--convert-to', 'pdf', '--outdir', folder, join(folder, 'paper.docx')],
  ]);
  if (made.error) throw new Error('LibreOffice is not installed');
  writeFileSync(pdf, readFileSync(join(folder, 'paper.pdf')));
  rmSync(folder, { recursive: true, force: true });
}

class Studio {
  constructor(argv) {
    this.folder = resolve(option(argv, 'out') ?? join(root, 'docs', 'pictures'));
    this.only = option(argv, 'only')?.split(',');
    this.language = option(argv, 'language');
    this.theme = option(argv, 'theme');
    this.zoom = Number(option(argv, 'zoom') ?? 100) / 100;
    this.failed = 0;
    mkdirSync(this.folder, { recursive: true });
  }

  /** The named scenes, with those they follow. */
  chosen(scenes) {
    if (!this.only) return scenes;
    const wanted = new Set(this.only);
    for (const scene of [...scenes].reverse())
      if (scene.follows && wanted.has(scene.name)) wanted.add(scene.follows);
    return scenes.filter((scene) => wanted.has(scene.name));
  }

  async open(args) {
    const host = await startHost(args);
    this.browser ??= await openBrowser();
    const context = await this.browser.newContext({
      viewport: { width: Math.round(1366 / this.zoom), height: Math.round(768 / this.zoom) },
      deviceScaleFactor: this.zoom,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`  ${error.message}`));
    await page.goto(host.url);
    await settle(page);
    const close = async () => {
      await context.close();
      await host.stop();
    };
    return { stage: stageOf(page), close };
  }

  async play(stage, scenes) {
    for (const scene of this.chosen(scenes)) {
      try {
        if ((await scene.play(stage)) === false) {
          console.log(`${scene.name}: nothing to show`);
          continue;
        }
        await settle(stage.page);
        await stage.page.screenshot({ path: join(this.folder, `${scene.name}.png`) });
        console.log(`${scene.name}.png`);
        await scene.after?.(stage);
      } catch (error) {
        this.failed++;
        console.error(`${scene.name}: ${error.message.split('\n')[0]}`);
      }
    }
  }

  /** First page of each paper, as the program makes it. */
  async papers(stage, papers) {
    if (this.chosen(papers).length === 0) return;
    if (spawnSync('pdftoppm', ['-v']).error) {
      console.error('papers: pdftoppm is not installed');
      return;
    }
    for (const paper of this.chosen(papers)) {
      try {
        const answer = await stage.job(paper.operation, await paper.input(stage));
        const { token } = answer.file ?? answer;
        const bytes = await stage.page.evaluate(async (path) => {
          const reply = await fetch(path);
          return [...new Uint8Array(await reply.arrayBuffer())];
        }, `./api/file/${token}`);
        const pdf = join(this.folder, `${paper.name}.pdf`);
        const file = Uint8Array.from(bytes);
        if (paper.word) asPdf(file, pdf);
        else writeFileSync(pdf, paper.unpack?.(file) ?? file);
        const size = ['-scale-to-x', String(PAPER_WIDTH), '-scale-to-y', '-1'];
        const drawn = spawnSync('pdftoppm', [
          '-png',
          '-singlefile',
          ...size,
          pdf,
          join(this.folder, paper.name),
        ]);
        rmSync(pdf);
        if (drawn.status !== 0) throw new Error(String(drawn.stderr));
        console.log(`${paper.name}.png`);
      } catch (error) {
        this.failed++;
        console.error(`${paper.name}: ${error.message.split('\n')[0]}`);
      }
    }
  }
}

async function draw(argv) {
  const studio = new Studio(argv);
  const data = mkdtempSync(join(tmpdir(), 'so-pictures-'));
  const [empty, demo] = [join(data, 'empty'), join(data, 'demo')];
  if (studio.chosen(EMPTY_SCENES).length > 0) {
    const { stage, close } = await studio.open(['--data', empty]);
    const [first, ...rest] = EMPTY_SCENES;
    await studio.play(stage, [first]);
    await stage.invoke('organisation.finishSetup', { done: true });
    await stage.page.reload();
    await studio.play(stage, rest);
    await close();
  }
  const { stage, close } = await studio.open(['--demo', '--data', demo]);
  if (studio.language) await stage.language(studio.language);
  if (studio.theme) await stage.theme(studio.theme);
  await studio.papers(stage, PAPERS);
  const copy = studio.chosen(NEW_PC_SCENES).length > 0 && (await lockedCopy(stage, data));
  await studio.play(stage, DEMO_SCENES);
  await studio.papers(stage, USER_PAPERS);
  await close();
  if (copy) {
    const fresh = await studio.open(['--data', join(data, 'fresh')]);
    fresh.stage.copy = copy;
    await studio.play(fresh.stage, NEW_PC_SCENES);
    await fresh.close();
  }
  if (studio.chosen(DAMAGED_SCENES).length > 0) {
    const file = join(demo, 'so-cong-doan.db');
    spoil(file, readFileSync(file));
    const rescued = await studio.open(['--data', demo]);
    await studio.play(rescued.stage, DAMAGED_SCENES);
    await rescued.close();
  }
  await studio.browser?.close();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  return studio.failed === 0 ? 0 : 1;
}

const argv = process.argv.slice(2);
if (argv.includes('--inside')) process.exitCode = await draw(argv.filter((one) => one !== '--inside'));
else
  try {
    const node = await prepare();
    const self = join(root, 'build', 'pictures.mjs');
    process.exitCode = (await foreground(node, [self, '--inside', ...argv])).code;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
