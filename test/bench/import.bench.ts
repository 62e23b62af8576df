/** A list of 20,000 × 30 from file to searchable rows, against hucre reading the same file and doing nothing with it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { inChild } from './child';
import { memberList } from './list';
import { type BenchRow, limitRow, middleRound, ratioRow } from './row';
import type { Workshop } from './workshop';

const PEOPLE = 20_000;
const ROUNDS = 3;

export async function run(shop: Workshop): Promise<BenchRow[]> {
  const file = join(shop.folder, 'list.xlsx');
  writeFileSync(file, await memberList(PEOPLE));
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) {
    const peer = await inChild('hucre', file);
    const idle = monitorEventLoopDelay({ resolution: 1 });
    idle.enable();
    const ours = await inChild('import', shop.places(`import-${i}`), file);
    idle.disable();
    shop.say(`import ${i + 1}: ${JSON.stringify({ ours, peer, idle: idle.max / 1e6 })}`);
    rounds.push({ ours: ours.ms, peer: peer.ms, pause: ours.pause, idle: idle.max / 1e6 });
  }
  const middle = middleRound(rounds);
  const pauses = [...rounds].sort((a, b) => a.pause - b.pause)[Math.floor(ROUNDS / 2)] as (typeof rounds)[0];
  return [
    ratioRow('import: 20,000 × 30 XLSX to searchable rows, against hucre streamXlsxRows', 'ms', middle, 2.5),
    limitRow(
      'import: longest pause of the main process meanwhile; peer: an idle process beside it',
      'ms',
      pauses.pause,
      60,
      pauses.idle,
    ),
  ];
}
