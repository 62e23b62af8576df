/** A list of 20,000 × 30 matched against a register of 100,000, against hucre reading the same file and nothing else. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inChild } from './child';
import { distinctPeople, listOf } from './list';
import { type BenchRow, limitRow, middleRound, ratioRow } from './row';
import type { Workshop } from './workshop';

const REGISTER = 100_000;
/** Of the list, this many are in the register already; of those, each tenth comes with another phone number. */
const KNOWN = 15_000;
const NEW = 5_000;
const ROUNDS = 3;

export async function run(shop: Workshop): Promise<BenchRow[]> {
  const people = distinctPeople(REGISTER + NEW);
  const [all, list] = [join(shop.folder, 'register.xlsx'), join(shop.folder, 'again.xlsx')];
  writeFileSync(all, await listOf(people.slice(0, REGISTER)));
  const again = people
    .slice(REGISTER - KNOWN)
    .map((person, at) =>
      at < KNOWN && at % 10 === 0 ? { ...person, phone: `09${String(10_000_000 + at)}` } : person,
    );
  writeFileSync(list, await listOf(again, REGISTER - KNOWN));
  const register = shop.places('register');
  await inChild('import', register, all);
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) {
    const places = shop.places(`matching-${i}`);
    cpSync(register.dataDir, places.dataDir, { recursive: true });
    const peer = await inChild('hucre', list);
    const ours = await inChild('import', places, list, KNOWN);
    rmSync(places.dataDir, { recursive: true, force: true, maxRetries: 5 });
    shop.say(`matching ${i + 1}: ${JSON.stringify({ ours, peer })}`);
    rounds.push({ ours: ours.ms, peer: peer.ms, pause: ours.pause });
  }
  const pause = [...rounds].map((round) => round.pause).sort((a, b) => a - b)[
    Math.floor(ROUNDS / 2)
  ] as number;
  const of = 'import of 20,000 × 30 matched against 100,000 members';
  return [
    ratioRow(`${of}, against hucre streamXlsxRows`, 'ms', middleRound(rounds), 3.5),
    limitRow(`${of}: longest pause of the main process`, 'ms', pause, 60),
  ];
}
