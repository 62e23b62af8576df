/** Runs the benches one after another, prints the table, and writes results.json beside this file. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BenchRow } from './row';
import { runTask, type Tasks } from './tasks';
import { openWorkshop, type Workshop } from './workshop';

type Bench = (shop: Workshop) => Promise<BenchRow[]>;
const benches: Record<string, () => Promise<{ run: Bench }>> = {
  import: () => import('./import.bench'),
  matching: () => import('./matching.bench'),
  search: () => import('./search.bench'),
  register: () => import('./register.bench'),
  history: () => import('./history.bench'),
  families: () => import('./families.bench'),
  scroll: () => import('./scroll.bench'),
  start: () => import('./start.bench'),
  certificates: () => import('./certificates.bench'),
  pack: () => import('./pack.bench'),
};

async function main(argv: readonly string[]): Promise<void> {
  const only = argv
    .find((one) => one.startsWith('--only='))
    ?.slice(7)
    .split(',');
  const shop = openWorkshop();
  const rows: BenchRow[] = [];
  try {
    for (const [name, bench] of Object.entries(benches)) {
      if (only && !only.includes(name)) continue;
      shop.say(`── ${name}`);
      rows.push(...(await attempt(name, bench, shop)));
    }
  } finally {
    shop.close();
  }
  printTable(rows);
  writeFileSync(resolve('test/bench/results.json'), `${JSON.stringify(rows, null, 2)}\n`);
  process.exitCode = rows.some((row) => row.held === false) ? 1 : 0;
}

/** A bench that fails is a row that does not hold, with the reason. */
async function attempt(name: string, load: () => Promise<{ run: Bench }>, shop: Workshop) {
  try {
    return await (await load()).run(shop);
  } catch (error) {
    const nothing = { ours: null, peer: null, unit: '', ratio: null, target: null };
    return [{ name, ...nothing, held: false, reason: (error as Error).message.slice(0, 300) }];
  }
}

function printTable(rows: readonly BenchRow[]): void {
  const held = (row: BenchRow) => (row.held === null ? '–' : row.held ? 'yes' : 'NO');
  const cell = (value: number | null) => (value === null ? '–' : String(value)).padStart(10);
  const width = Math.max(...rows.map((row) => row.name.length), 4);
  console.log(`\n${'name'.padEnd(width)}       ours       peer  unit      ratio     target  held`);
  for (const row of rows)
    console.log(
      `${row.name.padEnd(width)} ${cell(row.ours)} ${cell(row.peer)}  ${row.unit.padEnd(4)} ${cell(row.ratio)} ${cell(row.target)}  ${held(row).padEnd(4)}  ${row.reason ?? ''}`.trimEnd(),
    );
}

const task = process.argv.indexOf('--task');
await (task < 0
  ? main(process.argv.slice(2))
  : runTask(
      process.argv[task + 1] as keyof Tasks,
      JSON.parse(process.argv[task + 2] as string) as unknown[],
    ));
