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

/** Whether this is `npm run resilience`, not the ordinary run. */
export const isFull = (): boolean => process.env.RESILIENCE !== undefined;

export function tell(told: Told): void {
  const file = process.env.RESILIENCE_REPORT;
  if (file) appendFileSync(file, `${JSON.stringify({ ...told, ms: Math.round(told.ms) })}\n`);
}

/** Counts trials of one promise, then tells them; a failed trial is thrown on after it was counted. */
export function counter(promise: string) {
  let tried = 0;
  let held = 0;
  let ms = 0;
  return {
    async try<T>(trial: () => T | Promise<T>): Promise<T> {
      const begun = performance.now();
      tried++;
      try {
        const result = await trial();
        held++;
        return result;
      } finally {
        ms += performance.now() - begun;
      }
    },
    tell: (note?: string) => tell({ promise, tried, held, ms, note }),
  };
}
