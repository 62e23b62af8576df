/**
 * A second place for copies: a folder on a USB stick or another disk. What is remembered of it lies beside the store and
 * not in it, so that it is neither copied nor restored. The place holds a mark, by which it is known again under another
 * drive letter and told from another stick.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import type { PlaceStatus, PlaceWarning } from '../../shared/contract/backup';
import { AppError } from '../../shared/contract/errors';
import { asAppError } from '../ipc/asAppError';
import type { WorkerPool } from '../jobs/pool';
import { listManifests, type Manifest, readManifest } from './copies';
import { looksShared } from './folderKind';
import type { StoreLayout } from './layout';
import { type Lock, lockFrom } from './oneFile/format';
import { COPY_ENDING, type Control, MAKING, packCopy } from './oneFile/pack';
import { freeBytes } from './open';
import { retain } from './retention';
import { removeFile, writeWhole } from './safeFs';

const MARK = '.so-cong-doan-noi-giu.json';
const VIETNAM_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const REMIND_DAYS = 7;
/** When the place is full the oldest go, but never these. */
const KEPT_WHEN_FULL = 2;
/** A copy larger than this is not put there on closing, where nobody wants to wait. */
const QUIT_BYTES = 200 << 20;

const done = z.object({ at: z.string(), size: z.int(), name: z.string() });
const remembered = z.object({
  days: z.int(),
  place: z
    .object({
      path: z.string(),
      uid: z.string(),
      /** The key alone: it opens the copies there, and who can read this folder can read the store itself. */
      lock: z.object({ derivation: z.any(), key: z.string() }).nullable(),
      last: done.nullable(),
      error: z.string().nullable(),
    })
    .nullable(),
  /** Newest copy that was saved as a file by hand. */
  saved: done.nullable(),
  contact: z.string().nullable(),
});
type Remembered = z.output<typeof remembered>;
type Place = NonNullable<Remembered['place']>;

export interface PlaceChoice {
  /** A folder that was chosen in a dialog; null keeps the one there is. */
  path: string | null;
  /** Undefined keeps what there is, null takes the passphrase away. */
  passphrase?: string | null;
  days?: number;
}

export interface SecondPlace {
  status(): PlaceStatus;
  /** Errors: PLACE_MISSING, PLACE_READ_ONLY, PLACE_FULL. */
  choose(choice: PlaceChoice): Promise<PlaceStatus>;
  /** Forgets the place; the copies there stay. */
  forget(): PlaceStatus;
  /** Puts a copy there. Errors: PLACE_MISSING, PLACE_READ_ONLY, PLACE_FULL, BACKUP_FAILED, CANCELLED. */
  put(id: string, control?: Control): Promise<void>;
  /** Id of the copy to be put there today; undefined when nothing is new or the place is not there. */
  due(quitting?: boolean): string | undefined;
  /** Remembers that a copy was saved as a file. */
  saved(file: { at: string; size: number; name: string }): void;
  /** Remembers whom to call. */
  setContact(contact: string | null): void;
}

export interface PlaceOptions {
  layout: StoreLayout;
  clock(): Date;
  jobs(): WorkerPool | undefined;
  /** Told of everything that is remembered anew. */
  onChange(): void;
}

export function createSecondPlace({ layout, clock, jobs, onChange }: PlaceOptions): SecondPlace {
  const file = layout.secondPlace;
  let running: Promise<void> | undefined;
  const known = (): Remembered => readRemembered(file);
  const keep = (next: Remembered) => {
    writeWhole(file, JSON.stringify(next));
    onChange();
  };
  const note = (change: Partial<Place>) => {
    const now = known();
    if (now.place) keep({ ...now, place: { ...now.place, ...change } });
  };

  async function put(id: string, control: Control): Promise<void> {
    const { place } = known();
    const folder = place && findPlace(place);
    if (!place || !folder) throw new AppError('PLACE_MISSING');
    const entry = readManifest(layout.backups, id);
    if (!entry) throw new AppError('NOT_FOUND');
    try {
      clearLeftovers(folder);
      makeRoom(folder, entry);
      const name = nameFor(entry);
      const lock = lockOf(place);
      const size = await packCopy({ ...control, layout, id, target: join(folder, name), lock, jobs: jobs() });
      note({ last: { at: entry.at, size, name }, error: null });
      thinOut(folder, entry, clock());
    } catch (error) {
      const trouble = troubleAt(folder, error);
      if (trouble.code !== 'CANCELLED') note({ error: trouble.code });
      throw trouble;
    }
  }

  return {
    status: () => statusOf(layout, known(), clock()),
    async choose({ path, passphrase, days }) {
      const now = known();
      const place = path === null ? now.place : { ...markPlace(path), lock: now.place?.lock ?? null };
      const lock =
        passphrase === undefined ? undefined : passphrase === null ? null : await lockFrom(passphrase);
      keep({
        ...now,
        days: days ?? now.days,
        place: place && (lock === undefined ? place : { ...place, lock: lock && toText(lock) }),
      });
      return statusOf(layout, known(), clock());
    },
    forget() {
      keep({ ...known(), place: null });
      return statusOf(layout, known(), clock());
    },
    async put(id, control = {}) {
      if (running) throw new AppError('BUSY');
      running = put(id, control);
      try {
        await running;
      } finally {
        running = undefined;
      }
    },
    due(quitting = false) {
      const { place } = known();
      const [newest] = listManifests(layout.backups);
      if (running || !newest || !place || !findPlace(place)) return undefined;
      if (quitting && newest.size + (newest.files?.bytes ?? 0) > QUIT_BYTES) return undefined;
      const { last } = place;
      const today = !last || (dayOf(last.at) < dayOf(clock().toISOString()) && last.at < newest.at);
      return today ? newest.id : undefined;
    },
    saved: (one) => keep({ ...known(), saved: one }),
    setContact: (contact) => keep({ ...known(), contact }),
  };
}

const toText = (lock: Lock): Place['lock'] => ({
  derivation: lock.derivation,
  key: lock.key.toString('hex'),
});

const lockOf = ({ lock }: Place): Lock | null =>
  lock && { derivation: lock.derivation as Lock['derivation'], key: Buffer.from(lock.key, 'hex') };

function readRemembered(file: string): Remembered {
  try {
    const parsed = remembered.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (parsed.success) return parsed.data;
  } catch {
    // None yet, or no longer readable: the place is then asked for again.
  }
  return { days: REMIND_DAYS, place: null, saved: null, contact: null };
}

/** Writes the mark into a folder, which proves that it can be written. */
function markPlace(path: string): Place {
  const mark = join(path, MARK);
  try {
    const uid = markIn(path) ?? randomUUID();
    writeWhole(mark, JSON.stringify({ uid }));
    return { path, uid, lock: null, last: newestIn(path), error: null };
  } catch (error) {
    throw troubleAt(path, error);
  }
}

function markIn(path: string): string | undefined {
  try {
    const { uid } = JSON.parse(readFileSync(join(path, MARK), 'utf8')) as { uid?: unknown };
    return typeof uid === 'string' && uid.length <= 60 ? uid : undefined;
  } catch {
    return undefined;
  }
}

/** Where the place is now; undefined when it is not there. */
function findPlace({ path, uid }: Place): string | undefined {
  return [path, ...underOtherLetters(path)].find((candidate) => markIn(candidate) === uid);
}

/** Windows gives a stick another letter when the old one is taken. */
export function underOtherLetters(path: string, platform: string = process.platform): string[] {
  const match = /^[A-Za-z]:(?=[\\/])/.exec(path);
  if (platform !== 'win32' || !match) return [];
  const letters = [...'DEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => letter !== path[0]?.toUpperCase());
  return letters.map((letter) => `${letter}${path.slice(1)}`);
}

const OWN = /^so-cong-doan-([0-9a-f]{6})-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)\.sod$/;

/** Name of a copy: which store, and when in Vietnam. */
export function nameFor({ at, storeUid }: Pick<Manifest, 'at' | 'storeUid'>): string {
  const local = new Date(Date.parse(at) + VIETNAM_MS).toISOString();
  const stamp = `${local.slice(0, 10).replaceAll('-', '')}-${local.slice(11, 19).replaceAll(':', '')}`;
  return `so-cong-doan-${storeMark(storeUid)}-${stamp}.${COPY_ENDING}`;
}

const storeMark = (uid: string): string =>
  uid
    .replace(/[^0-9a-f]/gi, '')
    .toLowerCase()
    .padEnd(6, '0')
    .slice(0, 6);

interface Placed {
  name: string;
  store: string;
  at: string;
  size: number;
}

/** Copies in the place, newest first. */
function copiesIn(folder: string): Placed[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const match = OWN.exec(name);
      if (!match) return [];
      const [, store, y, m, d, h, min, s] = match as unknown as string[];
      const local = Date.parse(`${y}-${m}-${d}T${h}:${min}:${s}Z`);
      const size = statSync(join(folder, name), { throwIfNoEntry: false })?.size;
      if (Number.isNaN(local) || size === undefined) return [];
      return [{ name, store: store as string, at: new Date(local - VIETNAM_MS).toISOString(), size }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

function newestIn(folder: string): Place['last'] {
  const [newest] = copiesIn(folder);
  return newest ? { at: newest.at, size: newest.size, name: newest.name } : null;
}

function clearLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith(MAKING)) removeFile(join(folder, name));
}

/** The oldest copies of this store go while there is too little room. */
function makeRoom(folder: string, entry: Manifest): void {
  const need = (entry.size + (entry.files?.bytes ?? 0)) * 1.001 + (4 << 20);
  const ours = copiesIn(folder).filter(({ store }) => store === storeMark(entry.storeUid));
  for (const { name } of ours.slice(KEPT_WHEN_FULL).reverse()) {
    if (freeBytes(folder) >= need) return;
    removeFile(join(folder, name));
  }
}

/** As many stay as of the copies on this PC: daily, weekly and monthly ones. */
function thinOut(folder: string, entry: Manifest, now: Date): void {
  const ours = copiesIn(folder).filter(({ store }) => store === storeMark(entry.storeUid));
  const kept = retain(
    ours.map(({ name, at }) => ({ id: name, at, reason: 'auto' as const })),
    now,
  );
  for (const { name } of ours) if (!kept.has(name)) removeFile(join(folder, name));
}

/** What went wrong at the place, told apart from what went wrong here. */
function troubleAt(folder: string, error: unknown): AppError {
  if (!existsSync(folder)) return new AppError('PLACE_MISSING');
  const { code } = asAppError(error);
  if (code === 'DISK_FULL') return new AppError('PLACE_FULL');
  if (code === 'READ_ONLY' || code === 'FILE_IN_USE') return new AppError('PLACE_READ_ONLY');
  return code === 'CANCELLED' ? new AppError('CANCELLED') : new AppError('BACKUP_FAILED');
}

const dayOf = (at: string): number => Math.floor((Date.parse(at) + VIETNAM_MS) / DAY_MS);

function statusOf(layout: StoreLayout, { place, days, saved, contact }: Remembered, now: Date): PlaceStatus {
  const folder = place && findPlace(place);
  const last = [place?.last, saved].filter((one) => one != null).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  return {
    name: place ? shownName(folder ?? place.path) : null,
    present: folder !== null && folder !== undefined,
    encrypted: Boolean(place?.lock),
    remindDays: days,
    last: last ? { at: last.at, size: last.size, name: last.name } : null,
    ageDays: last ? Math.max(0, dayOf(now.toISOString()) - dayOf(last.at)) : null,
    error: place?.error ?? null,
    warnings: folder ? warningsOf(layout.dir, folder) : [],
    freeBytes: folder ? finite(freeBytes(folder)) : null,
    contact,
    copies: folder ? copiesSafely(folder) : [],
  };
}

const finite = (bytes: number): number | null => (Number.isFinite(bytes) ? Math.floor(bytes) : null);

function copiesSafely(folder: string): PlaceStatus['copies'] {
  try {
    return copiesIn(folder).map(({ name, at, size }) => ({ name, at, size }));
  } catch {
    return [];
  }
}

/** The last two parts of where it is: "KINGSTON › Sao lưu". Never the whole path. */
export function shownName(path: string): string {
  return path
    .split(/[\\/]/)
    .filter((part) => part !== '')
    .slice(-2)
    .join(' › ');
}

/** Why a place protects less than it seems to. */
export function warningsOf(dataDir: string, folder: string): PlaceWarning[] {
  const warnings: PlaceWarning[] = [];
  const way = relative(resolve(dataDir), resolve(folder));
  const outside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  if (!outside) warnings.push('inside');
  else if (sameDisk(dataDir, folder)) warnings.push('sameDisk');
  if (looksShared(folder)) warnings.push('cloud');
  return warnings;
}

function sameDisk(a: string, b: string): boolean {
  try {
    return statSync(a).dev === statSync(b).dev;
  } catch {
    return false;
  }
}
