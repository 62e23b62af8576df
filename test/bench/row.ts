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
