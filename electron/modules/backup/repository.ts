import type { Db } from '../../db/database';

/** The name by which copies of this store are known. */
export const storeUid = (db: Db): string =>
  db.pluck<string>("SELECT value FROM meta WHERE key = 'store_uid'") ?? '';

/** UTC instant of the first row of the change log. */
export const firstChange = (db: Db): string | null => db.pluck<string>('SELECT min(at) FROM audit') ?? null;
