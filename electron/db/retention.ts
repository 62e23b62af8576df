/** Which copies stay: 3 of today, 7 daily, 4 weekly, 12 monthly, the protective ones for a while, the yearly for good. */
import type { BackupReason } from '../../shared/contract/backup';

export interface Kept {
  readonly id: string;
  /** UTC instant. */
  readonly at: string;
  readonly reason: BackupReason;
}

const VIETNAM_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
/** A copy made before something risky is kept at least so long, or as one of the newest of its kind. */
const PROTECTIVE_DAYS = 30;
const PROTECTIVE_NEWEST = 3;
const MANUAL_NEWEST = 10;

/** How long the copies there are now stay. */
export interface CopiesLife {
  replaced: number;
  goneBy: string | null;
  lasting: number;
}

const MONTHS_KEPT = 12;
/** These do not go with time alone. */
const LASTING: ReadonlySet<BackupReason> = new Set(['manual', 'before-migration', 'yearly']);

/** When the present copies are gone: the newest of a month goes when twelve later months have one. */
export function lifeOf(copies: readonly Kept[], now: Date): CopiesLife {
  const lasting = copies.filter((copy) => LASTING.has(copy.reason));
  const replaced = copies.length - lasting.length;
  const month = localMonth(now.getTime()) + MONTHS_KEPT + 1;
  const goneBy = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  return { replaced, goneBy: replaced > 0 ? goneBy : null, lasting: lasting.length };
}

/** Ids to keep. The newest copy is always among them. */
export function retain(copies: readonly Kept[], now: Date): Set<string> {
  const newestFirst = [...copies].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const today = dayNumber(now.getTime());
  const keep = new Set<string>();
  const dayOf = (copy: Kept) => dayNumber(Date.parse(copy.at));
  const monthOf = (copy: Kept) => localMonth(Date.parse(copy.at));

  for (const copy of newestFirst.filter((c) => dayOf(c) === today).slice(0, 3)) keep.add(copy.id);
  // Made while the clock of the machine was ahead: they must not push out what is made now.
  for (const copy of newestFirst.filter((c) => dayOf(c) > today).slice(0, 3)) keep.add(copy.id);
  const earlier = newestFirst.filter((c) => dayOf(c) < today);
  newestOfEach(earlier, dayOf, 7, keep);
  newestOfEach(
    earlier.filter((c) => weekOf(dayOf(c)) < weekOf(today)),
    (c) => weekOf(dayOf(c)),
    4,
    keep,
  );
  newestOfEach(
    earlier.filter((c) => monthOf(c) < localMonth(now.getTime())),
    monthOf,
    MONTHS_KEPT,
    keep,
  );
  for (const copy of newestFirst.filter((c) => c.reason === 'manual').slice(0, MANUAL_NEWEST))
    keep.add(copy.id);
  for (const copy of newestFirst) if (copy.reason === 'yearly') keep.add(copy.id);
  keepProtective(newestFirst, today, dayOf, keep);
  const newest = newestFirst[0];
  if (newest) keep.add(newest.id);
  return keep;
}

function keepProtective(
  newestFirst: readonly Kept[],
  today: number,
  dayOf: (copy: Kept) => number,
  keep: Set<string>,
): void {
  for (const reason of ['before-migration', 'before-import', 'before-restore'] as const) {
    const newest = newestFirst.filter((c) => c.reason === reason).slice(0, PROTECTIVE_NEWEST);
    for (const copy of newest)
      if (reason === 'before-migration' || today - dayOf(copy) <= PROTECTIVE_DAYS) keep.add(copy.id);
  }
}

function newestOfEach(
  newestFirst: readonly Kept[],
  bucket: (copy: Kept) => number,
  limit: number,
  keep: Set<string>,
): void {
  const seen = new Set<number>();
  for (const copy of newestFirst) {
    const key = bucket(copy);
    if (seen.has(key)) continue;
    if (seen.size === limit) return;
    seen.add(key);
    keep.add(copy.id);
  }
}

const dayNumber = (ms: number): number => Math.floor((ms + VIETNAM_MS) / DAY_MS);
/** Weeks begin on Monday; day 0 (1/1/1970) was a Thursday. */
const weekOf = (day: number): number => Math.floor((day + 3) / 7);

function localMonth(ms: number): number {
  const local = new Date(ms + VIETNAM_MS);
  return local.getUTCFullYear() * 12 + local.getUTCMonth();
}
