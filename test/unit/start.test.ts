/** The start script on a machine with Node and npm only: no Python, no compiler, perhaps no internet. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obtainElectron } from '../../build/lib/electron.mjs';
import { isInstalled } from '../../build/lib/install.mjs';
import { electronBinary, nodeBinary } from '../../build/lib/paths.mjs';
import { run } from '../../build/lib/process.mjs';

const HIDDEN = /^(?:python|g\+\+|gcc|cc|c\+\+|clang|make|cmake|ninja|ld|as)[\d.+-]*$/;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-start-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}, 600_000);

/** A PATH whose folders hold everything of this machine's but compilers and Python. */
function pathWithoutCompilers(): string {
  const made = join(folder, 'bin');
  mkdirSync(made);
  for (const place of (process.env.PATH ?? '').split(delimiter)) {
    if (place.includes('node_modules') || !existsSync(place)) continue;
    for (const name of readdirSync(place))
      if (!HIDDEN.test(name) && !/pyenv/.test(name) && !existsSync(join(made, name)))
        try {
          symlinkSync(join(place, name), join(made, name));
        } catch {
          // A broken link of the machine's own.
        }
  }
  return made;
}

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('npm start without Python and a compiler', () => {
  it('installs everything, and SQLite loads', () => {
    const clone = join(folder, 'clone');
    mkdirSync(clone);
    for (const name of ['package.json', 'package-lock.json', '.npmrc'])
      cpSync(resolve(name), join(clone, name));
    cpSync(resolve('build'), join(clone, 'build'), { recursive: true });
    const PATH = pathWithoutCompilers();
    const env: NodeJS.ProcessEnv = { ...process.env, PATH };
    for (const name of Object.keys(env)) if (/^npm_|^ELECTRON_|^NODE/.test(name)) delete env[name];
    env.npm_config_prefer_offline = 'true';
    for (const tool of ['python3', 'g++', 'make', 'cc'])
      expect(spawnSync(tool, ['--version'], { env }).error, `${tool} is hidden`).toBeDefined();

    const started = spawnSync('node', ['build/start.mjs', '--packages-only'], {
      cwd: clone,
      env,
      encoding: 'utf8',
      timeout: 280_000,
    });
    expect(started.status, started.stderr).toBe(0);
    const node = nodeBinary(clone);
    expect(node).toBeDefined();
    const version = spawnSync(node!, ['--version'], { encoding: 'utf8' }).stdout;
    expect(version).toMatch(/^v24\./);
    const probe =
      "const D = require('better-sqlite3'); console.log(new D(':memory:').prepare('select 42').pluck().get())";
    expect(spawnSync(node!, ['-e', probe], { cwd: clone, encoding: 'utf8' }).stdout.trim()).toBe('42');
    expect(isInstalled(clone)).toBe(true);
  }, 300_000);
});

describe('what counts as installed', () => {
  const project = (lock: object, hidden?: object) => {
    const base = mkdtempSync(join(folder, 'project-'));
    mkdirSync(join(base, 'node_modules'));
    writeFileSync(join(base, 'package-lock.json'), JSON.stringify({ packages: lock }));
    if (hidden)
      writeFileSync(join(base, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: hidden }));
    return base;
  };
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/w': { version: '2.0.0', optional: true },
  };

  it('nothing there', () => expect(isInstalled(project(wanted))).toBe(false));
  it('all of it, but what is for other systems', () =>
    expect(isInstalled(project(wanted, { 'node_modules/a': { version: '1.0.0' } }))).toBe(true));
  it('another version', () =>
    expect(isInstalled(project(wanted, { 'node_modules/a': { version: '1.0.1' } }))).toBe(false));
});

describe('Electron', () => {
  const fake = (script: string) => {
    const base = mkdtempSync(join(folder, 'electron-'));
    const package_ = join(base, 'node_modules', 'electron');
    mkdirSync(package_, { recursive: true });
    writeFileSync(join(package_, 'package.json'), JSON.stringify({ version: `0.0.${Date.now()}` }));
    writeFileSync(join(package_, 'install.js'), script);
    return { base, package_ };
  };

  it('is looked for in the file system only', () => {
    const { base, package_ } = fake('');
    expect(electronBinary(base, {})).toBeUndefined();
    mkdirSync(join(package_, 'dist'));
    writeFileSync(join(package_, 'path.txt'), 'electron-here');
    writeFileSync(join(package_, 'dist', 'electron-here'), '');
    expect(electronBinary(base, {})).toBe(join(package_, 'dist', 'electron-here'));
    expect(electronBinary(base, { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' })).toBeUndefined();
  });

  it('is given up when fetching hangs, and nothing of the attempt lives on', async () => {
    const before = process.env.ELECTRON_OVERRIDE_DIST_PATH;
    delete process.env.ELECTRON_OVERRIDE_DIST_PATH;
    const { base } = fake(
      `const { spawn } = require('node:child_process');
       const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
       require('node:fs').writeFileSync(require('node:path').join(__dirname, 'pids'), process.pid + ' ' + child.pid);
       setInterval(() => {}, 1000);`,
    );
    const said: string[] = [];
    const started = Date.now();
    const found = await obtainElectron({
      node: process.execPath,
      base,
      limitMs: 1_500,
      again: true,
      say: (line) => said.push(line),
    });
    if (before) process.env.ELECTRON_OVERRIDE_DIST_PATH = before;
    expect(found).toBeUndefined();
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(said).toHaveLength(1);
    await new Promise((done) => setTimeout(done, 200));
    const pids = readFileSync(join(base, 'node_modules', 'electron', 'pids'), 'utf8')
      .split(' ')
      .map(Number);
    for (const pid of pids) expect(isRunning(pid)).toBe(false);
  }, 20_000);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const state = existsSync(`/proc/${pid}/stat`)
    ? readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0]
    : '';
  return state !== 'Z';
}

describe('running a command', () => {
  it('answers its exit code, and 127 when there is no such command', async () => {
    expect(await run(process.execPath, ['-e', 'process.exit(3)'])).toBe(3);
    expect(await run('no-such-command-anywhere', [])).toBe(127);
  });
});
