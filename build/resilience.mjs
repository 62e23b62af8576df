/**
 * npm run resilience: builds what is missing, tries each promise on the safety of the data a counted number of times,
 * prints the table and writes it into docs/do-ben.md.
 *   npm run resilience -- [--long] [--only=KEY,KEY] [--seed=N] [--NAME=N]
 *   --long   a thousand kills, every place of every fault
 *   --only   these promises (build/lib/promises.mjs); the other rows of the document stay
 *   --told=FILE,FILE   runs nothing: only writes what such files (.cache/reports/resilience.jsonl) have counted, for
 *            instance those of a run that was stopped
 *   --kills=N --stepkills=N --damaged=N --faults=N   so many trials
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run } from './lib/process.mjs';
import { NOT_RUN, PROMISES } from './lib/promises.mjs';

const DOCUMENT = join(root, 'docs', 'do-ben.md');
const [BEGIN, END] = ['<!-- bảng: đầu -->', '<!-- bảng: cuối -->'];
const reports = join(cacheDir, 'reports');
const LIMIT_MS = 6 * 3_600_000;

function options(argv) {
  const value = (name) => argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1];
  const numbers = ['kills', 'stepkills', 'damaged', 'faults'].flatMap((name) =>
    value(name) ? [[`RESILIENCE_${name.toUpperCase()}`, value(name)]] : [],
  );
  return {
    only: value('only')?.split(','),
    told: value('told')?.split(','),
    environment: {
      RESILIENCE: argv.includes('--long') ? 'long' : 'full',
      RESILIENCE_SEED: value('seed') ?? '20260101',
      ...Object.fromEntries(numbers),
    },
  };
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs the files of the promises; answers what they counted, and each file's own tests. */
async function vitest(node, files, environment) {
  const told = join(reports, 'resilience.jsonl');
  const report = join(reports, 'resilience.json');
  for (const file of [told, report]) rmSync(file, { force: true });
  appendFileSync(told, '');
  const args = [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...files.map((file) => `test/${file}`),
  ];
  const env = { ...process.env, ...environment, RESILIENCE_REPORT: told };
  await run(node, [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
    cwd: root,
    env,
    timeoutMs: LIMIT_MS,
  });
  const counted = linesOf(told);
  const tests = (readJson(report)?.testResults ?? []).map(
    ({ name, assertionResults, startTime, endTime }) => ({
      file: name.replaceAll('\\', '/').split('/test/')[1],
      tried: assertionResults.filter(({ status }) => status === 'passed' || status === 'failed').length,
      held: assertionResults.filter(({ status }) => status === 'passed').length,
      ms: endTime - startTime,
    }),
  );
  return { counted, tests };
}

/** Runs the files of a promise that needs the window. */
async function playwright(node, files) {
  const report = join(reports, 'resilience-e2e.json');
  rmSync(report, { force: true });
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  await run(node, [cli, 'test', '--project=electron', '--workers=1', '--reporter=list,json', ...files], {
    cwd: root,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    timeoutMs: LIMIT_MS,
  });
  const { stats } = readJson(report) ?? {};
  const failed = stats ? stats.unexpected + stats.flaky : 1;
  const passed = stats?.expected ?? 0;
  return { tried: passed + failed, held: passed, ms: stats?.duration ?? 0 };
}

/** A row: what was tried and held, by its own count and by the tests of files that count nothing. */
function rowOf({ key, says, files }, { counted, tests }) {
  const own = counted.filter((one) => one.promise === key);
  const keyed = new Set(PROMISES.flatMap((one) => (one.files.length === 1 ? [] : one.files.slice(1))));
  const plain = tests.filter(({ file }) => files.includes(file) && (own.length === 0 || keyed.has(file)));
  const parts = [...own, ...plain];
  const sum = (what) => parts.reduce((total, one) => total + one[what], 0);
  // A file in which a test failed before it could count has broken its promise.
  const broken = tests.filter(({ file, tried, held }) => files.includes(file) && held < tried).length;
  const tried = sum('tried') || 1;
  const held = Math.min(sum('held'), own.length > 0 && broken > 0 ? tried - broken : tried);
  return {
    key,
    says,
    tried,
    held,
    ms: sum('ms'),
    note: own
      .map(({ note }) => note)
      .filter(Boolean)
      .join('; '),
  };
}

const cells = (row) => `| ${row.join(' | ')} |`;
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, '.');

function tableRow({ key, says, tried, held, ms, note }, day) {
  const seconds = grouped(Math.max(1, Math.round(ms / 1000)));
  return cells([`${says}<!-- ${key} -->`, grouped(tried), grouped(held), seconds, day, note || '–']);
}

/** Rows of an earlier run that was not repeated now, by their key. */
function earlierRows() {
  const text = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : '';
  return new Map([...text.matchAll(/^\|.*<!-- (\S+) -->.*$/gm)].map((match) => [match[1], match[0]]));
}

function write(rows, { environment }) {
  const day = new Date().toISOString().slice(0, 10).split('-').reverse().join('/');
  const { version } = readJson(join(root, 'package.json'));
  const kept = earlierRows();
  for (const row of rows) kept.set(row.key, tableRow(row, day));
  const table = [
    `Phiên bản ${version}, Node ${process.versions.node}, ${process.platform}; hạt giống ${environment.RESILIENCE_SEED}.`,
    '',
    cells(['Lời hứa', 'Đã thử', 'Giữ được', 'Giây', 'Ngày thử', 'Ghi chú']),
    cells(['---', '---:', '---:', '---:', '---', '---']),
    ...PROMISES.map(({ key, says }) => kept.get(key) ?? cells([says, '0', '0', '–', '–', 'chưa chạy'])),
    ...NOT_RUN.map(([says, why]) => cells([says, '0', '0', '–', '–', why])),
  ].join('\n');
  const text = readFileSync(DOCUMENT, 'utf8');
  const from = text.indexOf(BEGIN) + BEGIN.length;
  writeFileSync(DOCUMENT, `${text.slice(0, from)}\n${table}\n${text.slice(text.indexOf(END))}`);
  return table;
}

const linesOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** Writes what was counted already. */
function writeTold(chosen) {
  const found = { counted: chosen.told.flatMap(linesOf), tests: [] };
  const known = new Set(found.counted.map(({ promise }) => promise));
  const rows = PROMISES.filter(({ key }) => known.has(key)).map((promise) => rowOf(promise, found));
  console.log(write(rows, chosen).replaceAll(/<!--.*?-->/g, ''));
  return 0;
}

async function main(argv) {
  const chosen = options(argv);
  if (chosen.told) return writeTold(chosen);
  const wanted = PROMISES.filter(({ key }) => !chosen.only || chosen.only.includes(key));
  const windows = wanted.filter(({ host }) => host === 'electron');
  const node = await prepare(
    windows.length > 0 ? ['main', 'preload', 'renderer', 'resources', 'worker'] : ['worker'],
  );
  mkdirSync(reports, { recursive: true });
  const plain = wanted.filter(({ host }) => !host);
  const files = [...new Set(plain.flatMap((one) => one.files))];
  const found = files.length > 0 ? await vitest(node, files, chosen.environment) : { counted: [], tests: [] };
  const rows = plain.map((promise) => rowOf(promise, found));
  for (const { key, says, files: specs } of windows)
    rows.push({ key, says, ...(await playwright(node, specs)) });
  console.log(`\n${write(rows, chosen).replaceAll(/<!--.*?-->/g, '')}\n`);
  const broken = rows.filter(({ tried, held }) => held < tried);
  for (const { says, tried, held } of broken)
    console.log(`Không giữ được: ${says} (${tried - held}/${tried})`);
  return broken.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
