/**
 * npm start: installs what is missing, builds what is out of date and opens the program, in Electron where its
 * binary can be had, otherwise in the browser host. Runs on Node 20 with nothing installed: built-ins only.
 *   npm start -- [--browser] [--electron] [--data DIR] [--demo] [--install-only | --packages-only]
 * --electron tries once more to fetch Electron even if that failed today; --install-only ends after the packages and
 * Electron, --packages-only after the packages.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { obtainElectron } from './lib/electron.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { defaultDataDir, nodeBinary, outDir, root } from './lib/paths.mjs';
import { foreground, prepare } from './lib/prepare.mjs';

/** An Electron that ends sooner than this with a failure could not start at all on this PC. */
const STILLBORN_MS = 8_000;

async function main(argv) {
  const own = new Set(['--browser', '--electron']);
  const passed = argv.filter((argument) => !own.has(argument));
  if (argv.includes('--packages-only')) {
    await ensureInstalled();
    return 0;
  }
  if (argv.includes('--install-only')) {
    await ensureInstalled();
    const electron = await obtainElectron({ node: nodeBinary(), again: true });
    console.log(electron ? `Electron: ${electron}` : 'Electron: không có');
    return 0;
  }
  const node = await prepare();
  const demo = passed.includes('--demo');
  if (!demo && !passed.some((argument) => /^--data(=|$)/.test(argument)))
    passed.push('--data', defaultDataDir());
  const reason = await runElectron(node, argv, passed);
  if (reason === undefined) return 0;
  if (reason) console.error(`${reason} Mở bằng trình duyệt của máy.`);
  const problem = nativeProblem(node);
  if (problem) throw new Error(`Không nạp được SQLite (better-sqlite3) trên máy này: ${problem}`);
  return (await foreground(node, [join(outDir, 'main', 'serve.cjs'), ...passed])).code;
}

/** Opens the program in Electron; answers why not, '' when the browser host was asked for. */
async function runElectron(node, argv, passed) {
  if (argv.includes('--browser')) return '';
  if (process.platform === 'linux') {
    if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
      return 'Máy này không có màn hình cho Electron.';
    if (process.getuid?.() === 0) return 'Electron không chạy an toàn dưới quyền root.';
  }
  const electron = await obtainElectron({ node, again: argv.includes('--electron') });
  if (!electron) return 'Không lấy được Electron.';
  const started = Date.now();
  const { code, signal } = await foreground(electron, [root, ...passed]);
  const failed = code !== 0 && (signal === null || signal === 'SIGTRAP' || signal === 'SIGSEGV');
  return failed && Date.now() - started < STILLBORN_MS ? 'Electron không chạy được trên máy này.' : undefined;
}

/** Why better-sqlite3 does not load, in its own words; undefined when it does. */
function nativeProblem(node) {
  const test = "new (require('better-sqlite3'))(':memory:').close()";
  const result = spawnSync(node, ['-e', test], { cwd: root, encoding: 'utf8' });
  if (result.status === 0) return undefined;
  const line = (result.stderr ?? '').split('\n').find((text) => /Error/.test(text));
  return line?.trim() ?? `mã ${result.status}`;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
