/** Identities for thousands of rows: the random bytes are drawn in large portions. */
import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const portion = new Uint8Array(16 * 1024);
let used = portion.length;

function nextBytes(): Uint8Array {
  if (used === portion.length) {
    randomFillSync(portion);
    used = 0;
  }
  used += 16;
  return portion.subarray(used - 16, used);
}

/** A UUIDv7, like `v7()` of uuid. */
export const manyUids = (): string => v7({ random: nextBytes() });
