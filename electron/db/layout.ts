/** What lies where inside a data folder. Only db/ knows these names. */
import { join } from 'node:path';

export interface StoreLayout {
  readonly dir: string;
  /** The store; SQLite keeps `-wal` and `-shm` beside it. */
  readonly db: string;
  readonly backups: string;
  /** Bytes of attached files, by their hash. */
  readonly files: string;
  /** The same bytes as the copies hold them; shared by all copies. */
  readonly copiedFiles: string;
  /** Small pictures made of photos; can be made again. */
  readonly smallPictures: string;
  /** Unusable files, moved aside unchanged. */
  readonly quarantine: string;
  /** Held locked while a core has the folder open. */
  readonly lock: string;
  /** Says that a core is at work; left behind by an unclean exit. */
  readonly marker: string;
  /** Fingerprint of the store written at a clean close. */
  readonly closed: string;
  /** Journal of a restore under way. */
  readonly restoreJournal: string;
  /** The copy being put in place. */
  readonly staged: string;
  /** A new store before it gets its name. */
  readonly fresh: string;
  /** The second place for copies, of this PC. */
  readonly secondPlace: string;
  /** Files in transit, emptied at start. */
  readonly transit: string;
  readonly log: string;
}

export function storeLayout(dir: string): StoreLayout {
  return {
    dir,
    db: join(dir, 'so-cong-doan.db'),
    backups: join(dir, 'backups'),
    files: join(dir, 'files'),
    copiedFiles: join(dir, 'backups', 'files'),
    smallPictures: join(dir, 'pictures'),
    quarantine: join(dir, 'quarantine'),
    lock: join(dir, 'lock'),
    marker: join(dir, 'running.json'),
    closed: join(dir, 'closed.json'),
    restoreJournal: join(dir, 'restore.json'),
    staged: join(dir, 'so-cong-doan.staged'),
    fresh: join(dir, 'so-cong-doan.new'),
    secondPlace: join(dir, 'second-place.json'),
    transit: join(dir, 'transit'),
    log: join(dir, 'log.txt'),
  };
}

/** The store and its companions, in the order they are moved. */
export const companions = (db: string): readonly string[] => [db, `${db}-wal`, `${db}-shm`];
