/**
 * npm test: installs and builds what is missing and runs everything. Prints for each suite and host how many tests
 * ran, and which suites could not run and why; the last line is the sum.
 *   npm test -- [--only NAME,NAME]   names: lint, law, types, unit, component, contract, migrations, integration,
 *                                    fuzz, resilience, browser, electron
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { cacheDir, electronBinary, root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run } from './lib/process.mjs';

const VITEST_GROUPS = ['unit', 'component', 'contract', 'migrations', 'integration', 'fuzz', 'resilience'];
const SUITE_LIMIT_MS = 40 * 60_000;
const reports = join(cacheDir, 'reports');

/** One line of the table. `note` says why a suite could not run; `failures` names what failed, and how. */
const result = (suite, passed, failed, skipped, note = '', failures = []) => ({
  suite,
  passed,
  failed,
  skipped,
  note,
  failures,
});

async function checks(node, name, args) {
  const code = await run(node, args, { cwd: root, timeoutMs: SUITE_LIMIT_MS });
  return result(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1, 0);
}

function hasTests(folder, ending) {
  const path = join(root, folder);
  return existsSync(path) && readdirSync(path, { recursive: true }).some((name) => ending.test(String(name)));
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The failed tests of a Vitest report, and the files that failed as a whole: `name`, and the message of each. */
function vitestFailures(report) {
  return report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0 && file.status === 'failed') return [{ name: file.name, message: file.message }];
    return failed.map((one) => ({ name: one.fullName, message: one.failureMessages.join('\n') }));
  });
}

/** The failed tests of one suite of a Playwright report and of the suites inside it. */
function playwrightFailures(suite) {
  const inside = (suite.suites ?? []).flatMap(playwrightFailures);
  const failed = (suite.specs ?? []).filter((spec) => !spec.ok);
  const own = failed.map((spec) => ({
    name: `${spec.file}:${spec.line} ${spec.title}`,
    message: spec.tests
      .flatMap((test) => test.results.flatMap((one) => one.errors.map((error) => error.message)))
      .join('\n'),
  }));
  return [...own, ...inside];
}

/** Runs the wanted groups in one go, so that no core waits for the last file of each; answers a line for each group. */
async function vitest(node, groups) {
  const file = join(reports, 'vitest.json');
  rmSync(file, { force: true });
  const code = await run(
    node,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...groups.map((group) => `test/${group}/`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { cwd: root, timeoutMs: SUITE_LIMIT_MS },
  );
  const report = readReport(file);
  if (!report) return [result('vitest', 0, 1, 0, code === 124 ? 'took too long' : 'did not run')];
  const lines = groups.map((group) => vitestGroup(report, group));
  // A run that fails without a failed test: an error outside of them, such as a promise nobody waited for.
  if (code !== 0 && lines.every(({ failed }) => failed === 0))
    lines.push(result('vitest', 0, 1, 0, 'an error outside of the tests: see above'));
  return lines;
}

function vitestGroup(report, group) {
  const files = report.testResults.filter(({ name }) =>
    name.replaceAll('\\', '/').includes(`/test/${group}/`),
  );
  const failures = vitestFailures({ testResults: files });
  const of = (...wanted) =>
    files.flatMap((one) => one.assertionResults).filter(({ status }) => wanted.includes(status));
  const count = (...wanted) => of(...wanted).length;
  const skipped = of('pending', 'todo', 'skipped');
  const ms = files.reduce((sum, one) => sum + one.endTime - one.startTime, 0);
  const line = result(
    group,
    count('passed'),
    failures.length,
    skipped.length,
    skipped.length > 0 ? `skipped: ${skipped.map(({ title }) => title).join('; ')}` : '',
    failures,
  );
  return { ...line, ms };
}

/** How Electron can be shown here, or why not. Without a display each worker starts an Xvfb of its own. */
function electronDisplay() {
  if (!electronBinary()) return { reason: 'Electron has no binary here (see README: testing)' };
  // Windows on one display take the focus, and a syllable being composed, from each other.
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
    return { workers: ['--workers=1'] };
  const there = spawnSync('sh', ['-c', 'command -v Xvfb'], { stdio: 'ignore' }).status === 0;
  return there ? {} : { reason: 'no display, and Xvfb is not installed' };
}

async function playwright(node, host) {
  const suite = `end-to-end, ${host}`;
  if (!hasTests('test/e2e', /\.spec\.ts$/)) return result(suite, 0, 0, 0, 'no tests yet');
  const file = join(reports, `e2e-${host}.json`);
  rmSync(file, { force: true });
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const { reason, workers = [] } = host === 'electron' ? electronDisplay() : {};
  if (reason) return result(suite, 0, 0, 0, `could not run: ${reason}`);
  const args = [cli, 'test', `--project=${host}`, ...workers, '--reporter=list,json'];
  const code = await run(node, args, {
    cwd: root,
    timeoutMs: SUITE_LIMIT_MS,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  const report = readReport(file);
  const stats = report?.stats;
  if (!stats) return result(suite, 0, 1, 0, code === 124 ? 'took too long' : 'did not run');
  const failed = stats.unexpected + stats.flaky;
  const failures = report.suites.flatMap(playwrightFailures);
  const note =
    host === 'electron' ? 'what the host makes a difference to; the rest runs in the browser host only' : '';
  return result(suite, stats.expected, failed || (code === 0 ? 0 : 1), stats.skipped, note, failures);
}

/** What can be run, by name, in this order; each answers its lines of the table. */
function suites(node) {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return [
    { names: ['lint'], run: () => checks(node, 'format and lint', [biome, 'check', '.']) },
    {
      names: ['law'],
      run: () => checks(node, 'import law', [join(root, 'build', 'lint', 'import-law.mjs')]),
    },
    { names: ['types'], run: () => checks(node, 'types', [tsc, '--noEmit', '--checkers', '1', '-p', '.']) },
    { names: VITEST_GROUPS, run: (wanted) => vitest(node, wanted) },
    { names: ['browser'], run: () => playwright(node, 'browser') },
    { names: ['electron'], run: () => playwright(node, 'electron') },
  ];
}

const FAILURE_LINES = 25;

function printFailures(results) {
  for (const { suite, failures } of results)
    for (const { name, message } of failures) {
      const lines = stripVTControlCharacters(message ?? '').split('\n');
      console.log(`\n✘ ${suite} › ${name}\n  ${lines.slice(0, FAILURE_LINES).join('\n  ')}`);
    }
}

/** Minutes and seconds. */
const clock = (ms) => {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`.padStart(5);
};

function printTable(results) {
  const width = Math.max(...results.map(({ suite }) => suite.length));
  console.log(`\n${'suite'.padEnd(width)}  passed  failed  skipped   time`);
  for (const { suite, passed, failed, skipped, note, ms } of results)
    console.log(
      `${suite.padEnd(width)}  ${String(passed).padStart(6)}  ${String(failed).padStart(6)}  ${String(skipped).padStart(7)}  ${clock(ms)}  ${note}`.trimEnd(),
    );
  if (process.getuid?.() === 0)
    console.log(
      'Tests ran as root: the operating system’s sandbox was off; the settings of each window were asserted instead.',
    );
}

async function main(argv) {
  const at = argv.findIndex((argument) => argument.startsWith('--only'));
  const only = at < 0 ? undefined : (argv[at].split('=')[1] ?? argv[at + 1] ?? '').split(',');
  const node = await prepare(['main', 'preload', 'renderer', 'resources', 'worker']);
  process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  mkdirSync(reports, { recursive: true });
  const results = [];
  const begun = Date.now();
  for (const suite of suites(node)) {
    const wanted = suite.names.filter((name) => !only || only.includes(name));
    if (wanted.length === 0) continue;
    console.log(`\n── ${wanted.join(', ')}`);
    const started = Date.now();
    const lines = [await suite.run(wanted)].flat();
    results.push(...lines.map((line) => ({ ms: Date.now() - started, ...line })));
  }
  printFailures(results);
  printTable(results);
  console.log(`\nWhole run: ${clock(Date.now() - begun).trim()}. Times of the groups run together overlap.`);
  const sum = (key) => results.reduce((total, one) => total + one[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  console.log('\n0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
