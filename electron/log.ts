/**
 * The log: what happened, by code, for support. Never names, values, messages of unknown origin or paths; two files
 * of at most 5 MB. Failing to log never fails the work.
 */
import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';

export const MAX_LOG_BYTES = 5 * 1024 * 1024;

export interface Log {
  /** `event` is a dotted code of ours; details are numbers, codes and flags. */
  write(event: string, details?: Record<string, string | number | boolean | null>): void;
  /** An unexpected error: its kind and the places in our code it passed. */
  failure(event: string, error: unknown, details?: Record<string, string | number>): void;
}

const CODE = /^[\w.:+-]{1,80}$/;

export function createLog(path: string, clock: () => Date = () => new Date()): Log {
  function write(event: string, details: Record<string, string | number | boolean | null> = {}) {
    const kept: Record<string, unknown> = { at: clock().toISOString(), event };
    for (const [key, value] of Object.entries(details))
      kept[key] = typeof value === 'string' && !CODE.test(value) ? '…' : value;
    append(path, `${JSON.stringify(kept)}\n`);
  }
  return {
    write,
    failure(event, error, details = {}) {
      const {
        name = '',
        code = '',
        stack = '',
      } = (error ?? {}) as { name?: string; code?: string; stack?: string };
      write(event, { ...details, name: String(name), code: String(code), at_code: places(String(stack)) });
    },
  };
}

/** Function and line of the first frames, without folders: "createMember:41+dispatch:88". */
function places(stack: string): string {
  return [...stack.matchAll(/^\s+at (?:async )?(?:([\w.]+) )?.*?:(\d+):\d+\)?$/gm)]
    .slice(0, 4)
    .map((frame) => `${frame[1] ?? 'top'}:${frame[2]}`)
    .join('+')
    .slice(0, 80);
}

function append(path: string, line: string): void {
  try {
    if (existsSync(path) && statSync(path).size + line.length > MAX_LOG_BYTES)
      renameSync(path, `${path}.old`);
    appendFileSync(path, line, { mode: 0o600 });
  } catch {
    // A full or locked disk must not stop the work the line is about.
  }
}
