/** The year-end pack of each of the invented hospital's three years, made in a process that has made nothing before. */
import { seedDemo } from '../../electron/demo/seed';
import { inChild } from './child';
import { type BenchRow, limitRow } from './row';
import { open } from './tasks';
import type { Workshop } from './workshop';

const TODAY = '2026-11-22';
const YEARS = [2024, 2025, 2026];
const MOST_MS = 10_000;

export async function run(shop: Workshop): Promise<BenchRow[]> {
  const places = shop.places('pack');
  const core = await open(places);
  try {
    await seedDemo(core, TODAY);
  } finally {
    await core.close();
  }
  const cold: { ms: number; cpu: number; files: number }[] = [];
  for (const year of YEARS) cold.push(await inChild('pack', places, year));
  for (const [at, { ms, cpu, files }] of cold.entries())
    shop.say(
      `pack of ${YEARS[at]}: ${Math.round(ms)} ms, ${Math.round(cpu)} ms of processor time, ${files} files`,
    );
  return [
    limitRow(
      'year-end pack: the slowest of three years, cold',
      'ms',
      Math.max(...cold.map(({ ms }) => ms)),
      MOST_MS,
    ),
    limitRow(
      'year-end pack: processor time of all threads',
      'ms',
      Math.max(...cold.map(({ cpu }) => cpu)),
      null,
    ),
  ];
}
