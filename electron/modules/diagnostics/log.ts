/** The program's own log as it may be sent: only whole lines of the form the log writes, only codes and numbers. */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { storeLayout } from '../../db/layout';

/** Bytes of the end of the log that are sent. */
export const MAX_SENT_LOG = 256 * 1024;

const CODE = /^[\w.:+-]{1,80}$/;
/** Runs of digits as long as a phone number or an identity number are nobody's business. */
const LONG_NUMBER = /\d{9,}/;

/** The last bytes of a file as text; '' when there is none. */
function tail(path: string, limit: number): string {
  if (!existsSync(path)) return '';
  const { size } = statSync(path);
  const bytes = Buffer.alloc(Math.min(size, limit));
  const fd = openSync(path, 'r');
  try {
    readSync(fd, bytes, 0, bytes.length, size - bytes.length);
  } finally {
    closeSync(fd);
  }
  return bytes.toString('utf8');
}

function cleanLine(line: string): string | null {
  try {
    const entry = JSON.parse(line) as Record<string, unknown>;
    if (typeof entry.event !== 'string' || typeof entry.at !== 'string') return null;
    const kept = Object.entries(entry)
      .filter(([key]) => CODE.test(key))
      .map(([key, value]) => [key, clean(value)]);
    return JSON.stringify(Object.fromEntries(kept));
  } catch {
    return null;
  }
}

function clean(value: unknown): unknown {
  if (typeof value === 'number') return LONG_NUMBER.test(String(value)) ? '…' : value;
  if (typeof value === 'string') return CODE.test(value) && !LONG_NUMBER.test(value) ? value : '…';
  return typeof value === 'boolean' || value === null ? value : '…';
}

/** The end of the log, line by line; what is not a line of ours is left out. */
export function sentLog(path: string, limit: number): string {
  const lines = tail(path, limit)
    .split('\n')
    .flatMap((line) => cleanLine(line) ?? []);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

const FAILED =
  /"event":"(?:operation\.failed|backup\.failed|restore\.failed|store\.open|facts\.follow|event\.listener)"/;

/** Size of both files of the log, and how many failures its end tells of. */
export function logBytes(dataDir: string): { logBytes: number; failures: number } {
  const { log } = storeLayout(dataDir);
  const size = (path: string) => (existsSync(path) ? statSync(path).size : 0);
  const failures = tail(log, MAX_SENT_LOG)
    .split('\n')
    .filter((one) => FAILED.test(one)).length;
  return { logBytes: size(log) + size(`${log}.old`), failures };
}
