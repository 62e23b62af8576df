/** Memory of the window while the list of 100,000 members is scrolled from the first row to the last. */
import { makeBigRegister } from './bigRegister';
import { type BenchRow, ratioRow } from './row';
import { heapWhileScrolling, serve } from './scrolling';
import type { Workshop } from './workshop';

const PEOPLE = 100_000;
/** How much larger the heap may be in the middle or at the end than when scrolling has just begun. */
const FLAT = 1.1;

export async function run(shop: Workshop): Promise<BenchRow[]> {
  const places = shop.places('scroll');
  await makeBigRegister(places, PEOPLE, PEOPLE * 3);
  const { host, address } = await serve(places.dataDir);
  try {
    const sizes = await heapWhileScrolling(address);
    shop.say(`scroll: heap ${sizes.map((size) => size.toFixed(1)).join(', ')} MB`);
    const [first, ...later] = sizes as [number, ...number[]];
    const pair = { ours: Math.max(...later), peer: first };
    const name = `scroll: heap over the list of ${PEOPLE.toLocaleString('en')}, against its first tenth`;
    return [ratioRow(name, 'MB', pair, FLAT)];
  } finally {
    host.kill();
  }
}
