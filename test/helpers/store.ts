/** Looking at a store from outside, for tests: dumps, hashes, folder copies. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export const STORE = 'so-cong-doan.db';
export const COMPANIONS = [STORE, `${STORE}-wal`, `${STORE}-shm`] as const;

/** Tables that tell of a copy put back. */
export const LOG_TABLES = ['audit', 'audit_link', 'sqlite_sequence'] as const;

/** Every row of every table as text; `leaveOut` names tables that may differ. */
export function dump(file: string, leaveOut: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'so-dump-'));
  for (const suffix of ['', '-wal'])
    if (existsSync(`${file}${suffix}`)) cpSync(`${file}${suffix}`, join(folder, `copy.db${suffix}`));
  const raw = new Database(join(folder, 'copy.db'));
  try {
    const tables = raw
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%' ORDER BY name",
      )
      .pluck()
      .all() as string[];
    return tables
      .filter((name) => !leaveOut.includes(name))
      .map((name) => {
        const rows = raw.prepare(`SELECT * FROM "${name}"`).raw().all() as unknown[][];
        const lines = rows.map((row) =>
          JSON.stringify(row, (_, value) =>
            value?.type === 'Buffer' ? `x${Buffer.from(value.data).toString('hex')}` : value,
          ),
        );
        return `${name}\n${lines.sort().join('\n')}`;
      })
      .join('\n\n');
  } finally {
    raw.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** SHA-256 of each file of the store; null for one that is not there. */
export function hashes(dir: string): Record<string, string | null> {
  return Object.fromEntries(
    COMPANIONS.map((name) => {
      const path = join(dir, name);
      const sum = existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null;
      return [name, sum];
    }),
  );
}

/** A copy of a whole data folder, at rest or in use. */
export function copyFolder(from: string): string {
  const to = mkdtempSync(join(tmpdir(), 'so-copy-'));
  cpSync(from, to, { recursive: true });
  removeAtExit(to);
  return to;
}

/** For folders a test leaves: gone when its process ends. */
export function removeAtExit(path: string): void {
  if (leftovers.size === 0)
    process.once('exit', () => {
      for (const one of leftovers) rmSync(one, { recursive: true, force: true });
    });
  leftovers.add(path);
}
const leftovers = new Set<string>();

/** Whole numbers below `bound` from a seed, the same every run. */
export function seeded(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
