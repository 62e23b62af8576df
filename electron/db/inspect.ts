/**
 * Checks a store without changing it: a read-only connection, and afterwards its companions are put back as they
 * were, byte for byte, so that damaged files can be kept as evidence.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { APPLICATION_ID, SCHEMA_VERSION, schemaDrift } from './migrate';
import { removeFile } from './safeFs';

/** ok, or why not: `held` is another program's or the system's doing and says nothing about the data. */
export type Finding = { kind: 'ok' } | { kind: 'damaged'; cause: string } | { kind: 'held'; cause: string };

export function inspectStore(path: string): Finding {
  return withCompanionsKept(path, () => {
    let raw: Database.Database | undefined;
    try {
      raw = new Database(path, { readonly: true, fileMustExist: true, timeout: 0 });
      raw.pragma('trusted_schema = OFF');
      raw.pragma('cell_size_check = ON');
      return checkConnection(raw);
    } catch (error) {
      return classify(error);
    } finally {
      raw?.close();
    }
  });
}

/** A check that met a disk that does not answer (SQLite’s SQLITE_IOERR, _READ and _CORRUPTFS, but not a file cut short). */
const READ_FAILED = /disk I\/O error|error code[ =](10|266|8458)\b/;

/** Structure, keys, and that it is a store of this program in a version it knows. */
export function checkConnection(raw: Database.Database): Finding {
  if (raw.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    return { kind: 'damaged', cause: 'foreign-file' };
  const verdict = raw.pragma('quick_check(1)', { simple: true });
  if (READ_FAILED.test(String(verdict))) return { kind: 'held', cause: 'SQLITE_IOERR' };
  if (verdict !== 'ok') return { kind: 'damaged', cause: 'check-failed' };
  if ((raw.pragma('foreign_key_check') as unknown[]).length > 0)
    return { kind: 'damaged', cause: 'keys-broken' };
  const version = raw.pragma('user_version', { simple: true }) as number;
  if (version === SCHEMA_VERSION && schemaDrift(raw)) return { kind: 'damaged', cause: 'schema-differs' };
  return { kind: 'ok' };
}

/** Tells damage from a file that merely cannot be reached now. */
export function classify(error: unknown): Finding {
  const code = (error as { code?: string } | null)?.code ?? '';
  const damaged =
    code.startsWith('SQLITE_CORRUPT') ||
    code === 'SQLITE_NOTADB' ||
    code === 'SQLITE_IOERR_SHORT_READ' ||
    code === 'SQLITE_ERROR' ||
    code === 'SQLITE_FORMAT';
  if (damaged) return { kind: 'damaged', cause: 'check-failed' };
  return { kind: 'held', cause: code || 'unknown' };
}

function withCompanionsKept<T>(path: string, check: () => T): T {
  const kept = [`${path}-shm`, `${path}-wal`].map((companion) => ({
    companion,
    // The log itself is never written by a reader; only its absence must be kept.
    bytes: existsSync(companion) && companion.endsWith('-shm') ? readFileSync(companion) : undefined,
    was: existsSync(companion),
  }));
  try {
    return check();
  } finally {
    for (const { companion, bytes, was } of kept) {
      if (!was) removeFile(companion);
      else if (bytes) writeFileSync(companion, bytes);
    }
  }
}
