/** One line of the bench table: a measurement beside its peer, run in the same minute. */
export interface BenchRow {
  readonly name: string;
  readonly ours: number | null;
  readonly peer: number | null;
  readonly unit: string;
  /** ours / peer. */
  readonly ratio: number | null;
  /** Greatest ratio (or value, where there is no peer) that holds; null when only reported. */
  readonly target: number | null;
  readonly held: boolean | null;
  readonly reason?: string;
}

/** Middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** The value below which `share` of all values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] as number;
}

export const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** One round: ours and its peer, one right after the other. */
export interface Pair {
  readonly ours: number;
  readonly peer: number;
}

/** The round whose ratio is the middle one, so that a busy moment of the machine decides nothing. */
export function middleRound<P extends Pair>(rounds: readonly P[]): P {
  const sorted = [...rounds].sort((a, b) => a.ours / a.peer - b.ours / b.peer);
  return sorted[Math.floor((sorted.length - 1) / 2)] as P;
}

/** A row that holds while ours / peer is at most `target`; null only reports. */
export function ratioRow(name: string, unit: string, pair: Pair, target: number | null): BenchRow {
  const ratio = pair.ours / pair.peer;
  return {
    name,
    ours: round(pair.ours, 2),
    peer: round(pair.peer, 2),
    unit,
    ratio: round(ratio, 2),
    target,
    held: target === null ? null : ratio <= target,
    ...(target === null ? { reason: 'reported only' } : {}),
  };
}

/** A row that holds while ours is at most `limit`; a peer, if given, shows what the machine does by itself. */
export function limitRow(
  name: string,
  unit: string,
  ours: number,
  limit: number | null,
  peer: number | null = null,
): BenchRow {
  return {
    name,
    ours: round(ours, 2),
    peer: peer === null ? null : round(peer, 2),
    unit,
    ratio: null,
    target: limit,
    held: limit === null ? null : ours <= limit,
    ...(limit === null ? { reason: 'reported only' } : {}),
  };
}
