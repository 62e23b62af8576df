/** SQL of the self-test. */
import type { Db } from '../../db/database';

/** Instant of the newest line of the change log. */
export const lastWritten = (db: Db): string | null => db.pluck<string>('SELECT max(at) FROM audit') ?? null;

export const sqliteVersion = (db: Db): string => db.pluck<string>('SELECT sqlite_version()') ?? '';
