/** The copy that is kept for good of each year that has ended. */
import { listManifests } from './copies';
import type { Db } from './database';
import type { StoreLayout } from './layout';

const VIETNAM_MS = 7 * 3_600_000;

/** The year that ended last, when this store was in use then and has no copy of it; else null. */
export function yearToKeep(layout: StoreLayout, db: Db, now: Date): number | null {
  const present = new Date(now.getTime() + VIETNAM_MS).getUTCFullYear();
  const year = present - 1;
  const began = new Date(Date.UTC(present, 0, 1) - VIETNAM_MS).toISOString();
  const earlier = db.pluck('SELECT 1 FROM audit WHERE at < ? LIMIT 1', [began]) !== undefined;
  if (!earlier) return null;
  const store = db.pluck("SELECT value FROM meta WHERE key = 'store_uid'");
  const kept = listManifests(layout.backups).some(
    // One made by hand before the year ended does not hold its last days.
    (copy) => copy.storeUid === store && copy.year === year && copy.at >= began,
  );
  return kept ? null : year;
}
