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

async function vitest(node, group) {
  if (!hasTests(`test/${group}`, /\.test\.tsx?$/)) return result(group, 0, 0, 0, 'no tests yet');
  const file = join(reports, `${group}.json`);
  rmSync(file, { force: true });
  const code = await run(
    node,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      `test/${group}/`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { cwd: root, timeoutMs: SUITE_LIMIT_MS },
  );
  const report = readReport(file);
  if (!report) return result(group, 0, 1, 0, code === 124 ? 'took too long' : 'did not run');
  const { numPassedTests, numPendingTests = 0, numTodoTests = 0 } = report;
  const failures = vitestFailures(report);
  const skipped = numPendingTests + numTodoTests;
  return result(group, numPassedTests, failures.length || (code === 0 ? 0 : 1), skipped, '', failures);
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
  return result(suite, stats.expected, failed || (code === 0 ? 0 : 1), stats.skipped, '', failures);
}

function suites(node) {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return {
    lint: () => checks(node, 'format and lint', [biome, 'check', '.']),
    law: () => checks(node, 'import law', [join(root, 'build', 'lint', 'import-law.mjs')]),
    types: () => checks(node, 'types', [tsc, '--noEmit', '-p', '.']),
    ...Object.fromEntries(VITEST_GROUPS.map((group) => [group, () => vitest(node, group)])),
    browser: () => playwright(node, 'browser'),
    electron: () => playwright(node, 'electron'),
  };
}

const FAILURE_LINES = 25;

function printFailures(results) {
  for (const { suite, failures } of results)
    for (const { name, message } of failures) {
      const lines = stripVTControlCharacters(message ?? '').split('\n');
      console.log(`\n✘ ${suite} › ${name}\n  ${lines.slice(0, FAILURE_LINES).join('\n  ')}`);
    }
}

function printTable(results) {
  const width = Math.max(...results.map(({ suite }) => suite.length));
  console.log(`\n${'suite'.padEnd(width)}  passed  failed  skipped`);
  for (const { suite, passed, failed, skipped, note } of results)
    console.log(
      `${suite.padEnd(width)}  ${String(passed).padStart(6)}  ${String(failed).padStart(6)}  ${String(skipped).padStart(7)}  ${note}`.trimEnd(),
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
  for (const [name, suite] of Object.entries(suites(node))) {
    if (only && !only.includes(name)) continue;
    console.log(`\n── ${name}`);
    results.push(await suite());
  }
  printFailures(results);
  printTable(results);
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
