/** Numbers drawn from a seed: the same seed gives the same run on every machine. */

export interface Draw {
  readonly seed: number;
  /** At least 0, under 1. */
  next(): number;
  /** A whole number from 0 up to, but not including, `under`. */
  below(under: number): number;
  pick<T>(list: readonly T[]): T;
  chance(share: number): boolean;
  bytes(length: number): Uint8Array;
}

/** The seed of this run: SEED of the environment, else always the same. */
export const RUN_SEED = Number(process.env.SEED ?? 20261123);

/** Draws for one part of a run; `part` keeps parts apart, so that one can be repeated alone. */
export function seeded(part: string, seed: number = RUN_SEED): Draw {
  let state = seed >>> 0;
  for (const letter of part) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (under: number) => Math.floor(next() * under);
  return {
    seed,
    next,
    below,
    pick: (list) => list[below(list.length)] as never,
    chance: (share) => next() < share,
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
}
