/** How often each promise is tried, and the word on how it went: rows of the table of `npm run resilience`. */
import { appendFileSync } from 'node:fs';

/** One row or part of a row; parts of one promise are added up. */
export interface Told {
  /** Key of a row of build/lib/promises.mjs. */
  promise: string;
  tried: number;
  held: number;
  ms: number;
  /** What else is worth knowing, in Vietnamese, for the table. */
  note?: string;
}

/** The seed of every made-up choice: the same in each run unless RESILIENCE_SEED says another. */
export const SEED = Number(process.env.RESILIENCE_SEED ?? 20_260_101);

/** `inRun` trials in the ordinary run, `full` in `npm run resilience`, ten times the full number or `long` with `--long`. */
export function trials(name: string, inRun: number, full: number, long = full): number {
  const asked = process.env[`RESILIENCE_${name.toUpperCase()}`];
  if (asked) return Number(asked);
  const size = process.env.RESILIENCE;
  return size === 'long' ? long : size === 'full' ? full : inRun;
}

export function tell(told: Told): void {
  const file = process.env.RESILIENCE_REPORT;
  if (file) appendFileSync(file, `${JSON.stringify({ ...told, ms: Math.round(told.ms) })}\n`);
}

/** Counts trials of one promise, then tells them; what a trial throws goes on after it was counted. */
export function counter(promise: string) {
  const counts = { tried: 0, held: 0, ms: 0 };
  return {
    try<T>(trial: () => T): T {
      const begun = performance.now();
      counts.tried++;
      try {
        const result = trial();
        counts.held++;
        return result;
      } finally {
        counts.ms += performance.now() - begun;
      }
    },
    tell: (note?: string) => tell({ promise, ...counts, note }),
  };
}
