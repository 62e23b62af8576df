/** Reads what can still be read from an unusable store. Works on a copy of the files, so that they stay as they are. */

import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/contract/errors';

/** Parts of search indices, and the hashes of passwords. */
const NOT_READ = /_(data|idx|content|docsize|config)$|^app_(user|access)$/;

interface SalvagedTable {
  name: string;
  rows: Record<string, unknown>[];
  /** Reading stopped before the end. */
  lost: boolean;
}

/** Every table's readable rows. Errors: STORE_DAMAGED when not even the list of tables can be read. */
function salvageRows(dbPath: string, workDir: string): SalvagedTable[] {
  const folder = join(workDir, 'salvage');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const copy = join(folder, 'store.db');
  try {
    for (const suffix of ['', '-wal'])
      if (existsSync(`${dbPath}${suffix}`)) copyFileSync(`${dbPath}${suffix}`, `${copy}${suffix}`);
    return readAll(copy);
  } catch {
    throw new AppError('STORE_DAMAGED');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readAll(copy: string): SalvagedTable[] {
  const raw = new Database(copy, { fileMustExist: true, timeout: 0 });
  try {
    raw.pragma('trusted_schema = OFF');
    const tables = raw
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
      .pluck()
      .all() as string[];
    return tables
      .filter((name) => !name.startsWith('sqlite_') && !NOT_READ.test(name))
      .map((name) => readTable(raw, name));
  } finally {
    raw.close();
  }
}

/** From the start until it breaks, then from the end until it breaks. */
function readTable(raw: Database.Database, name: string): SalvagedTable {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  const rows: Record<string, unknown>[] = [];
  if (drain(raw, `SELECT * FROM ${quoted}`, rows)) return { name, rows, lost: false };
  const behind: Record<string, unknown>[] = [];
  drain(raw, `SELECT * FROM ${quoted} ORDER BY rowid DESC`, behind);
  return { name, rows: [...rows, ...behind.reverse()], lost: true };
}

function drain(raw: Database.Database, sql: string, into: Record<string, unknown>[]): boolean {
  try {
    for (const row of raw.prepare(sql).iterate()) into.push(row as Record<string, unknown>);
    return true;
  } catch {
    return false;
  }
}

/** The readable rows of every table as JSON, and how many each table gave. Errors: STORE_DAMAGED. */
export function salvageJson(
  dbPath: string,
  workDir: string,
): { json: Buffer; tables: { name: string; rows: number; lost: boolean }[] } {
  const found = salvageRows(dbPath, workDir);
  const rows = Object.fromEntries(found.map((table) => [table.name, table.rows]));
  return {
    json: Buffer.from(JSON.stringify(rows, null, 1)),
    tables: found.map((table) => ({ name: table.name, rows: table.rows.length, lost: table.lost })),
  };
}
