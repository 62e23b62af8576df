import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kept, lifeOf, retain } from '../../electron/db/retention';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = Date.UTC(2026, 0, 1, 1);
const copy = (ms: number, reason: Kept['reason'] = 'auto'): Kept => ({
  id: `${ms}-${reason}`,
  at: new Date(ms).toISOString(),
  reason,
});
const localDay = (at: string) => Math.floor((Date.parse(at) + 7 * HOUR) / DAY);
const localMonth = (at: string) => new Date(Date.parse(at) + 7 * HOUR).toISOString().slice(0, 7);

/** An office over some days: on each day it works, a few copies; retention after each. */
function simulate(days: readonly { works: boolean; copies: readonly number[] }[]): {
  kept: Kept[];
  now: number;
  all: Kept[];
} {
  let kept: Kept[] = [];
  const all: Kept[] = [];
  let now = start;
  for (const [index, day] of days.entries()) {
    if (!day.works) continue;
    for (const minutes of [...day.copies].sort((a, b) => a - b)) {
      now = start + index * DAY + minutes * 60_000;
      const one = copy(now);
      all.push(one);
      kept.push(one);
      const keep = retain(kept, new Date(now));
      kept = kept.filter((c) => keep.has(c.id));
    }
  }
  return { kept, now, all };
}

describe('how long the present copies stay', () => {
  it.each([0, 14, 30, 45])(
    'is at most what is said, reached when no more copies are made in the month (day %i)',
    (first) => {
      const { kept, now } = simulate(
        Array.from({ length: 60 }, (_, day) => ({ works: day <= first, copies: [480] })),
      );
      const goneBy = lifeOf(kept, new Date(now)).goneBy!;
      const lastDay = (works: (at: number) => boolean) => {
        let held = [...kept];
        let seen = now;
        for (let at = now + DAY; at < now + 430 * DAY; at += DAY) {
          if (!works(at)) continue;
          held = [...held, copy(at)];
          const keep = retain(held, new Date(at));
          held = held.filter((c) => keep.has(c.id));
          if (held.some((c) => Date.parse(c.at) <= now)) seen = at;
        }
        return seen + DAY;
      };
      const month = localMonth(new Date(now).toISOString());
      expect(lastDay((at) => localMonth(new Date(at).toISOString()) > month)).toBeGreaterThan(
        Date.parse(goneBy) - DAY,
      );
      expect(lastDay(() => true)).toBeLessThanOrEqual(Date.parse(goneBy) + DAY);
    },
  );
});

describe('retention over three simulated years', () => {
  /** A byte a day says whether the office works, how many copies are made, and when. */
  const office = fc.uint8Array({ minLength: 3 * 365, maxLength: 3 * 365 }).map((bytes) =>
    Array.from(bytes, (byte, day) => ({
      works: byte % 2 === 1,
      copies: Array.from(
        { length: 1 + ((byte >> 1) % 5) },
        (_, n) => n * 108 + ((byte * 31 + day * 17) % 108),
      ),
    })),
  );

  it('keeps 3 of today, 7 daily, 4 weekly, 12 monthly and no more', () => {
    fc.assert(
      fc.property(office, (days) => {
        const { kept, now, all } = simulate(days);
        const today = Math.floor((now + 7 * HOUR) / DAY);
        const madeToday = all.filter((c) => localDay(c.at) === today).length;
        expect(kept.filter((c) => localDay(c.at) === today)).toHaveLength(Math.min(3, madeToday));
        expect(kept.length).toBeLessThanOrEqual(3 + 7 + 4 + 12);
        expect(kept.some((c) => c.id === all.at(-1)?.id)).toBe(true);
        const daysKept = new Set(kept.map((c) => localDay(c.at)));
        const earlierDays = [...new Set(all.map((c) => localDay(c.at)))].filter((d) => d < today).slice(-7);
        for (const day of earlierDays) expect(daysKept.has(day)).toBe(true);
        const months = [...new Set(all.map((c) => localMonth(c.at)))].slice(0, -1).slice(-12);
        const monthsKept = new Set(kept.map((c) => localMonth(c.at)));
        for (const month of months) expect(monthsKept.has(month)).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  it('keeps the last copy of each of the last 12 months', () => {
    const days = Array.from({ length: 3 * 365 }, () => ({ works: true, copies: [60, 120, 480] }));
    const { kept, all } = simulate(days);
    const months = [...new Set(all.map((c) => localMonth(c.at)))].slice(0, -1).slice(-12);
    for (const month of months) {
      const last = all.filter((c) => localMonth(c.at) === month).at(-1);
      expect(kept.map((c) => c.id)).toContain(last?.id);
    }
    expect(kept).toHaveLength(3 + 7 + 3 + 12);
  });
});

describe('copies made before something risky', () => {
  const now = new Date(start + 400 * DAY);
  it('are kept for 30 days, the newest three of each kind', () => {
    const imports = [1, 2, 3, 4, 40].map((ago) => copy(now.getTime() - ago * DAY - HOUR, 'before-import'));
    const later = [1, 2, 3, 4, 40].map((ago) => copy(now.getTime() - ago * DAY, 'auto'));
    const keep = retain([...imports, ...later], now);
    expect(imports.filter((c) => keep.has(c.id)).map((c) => c.id)).toEqual(
      imports.slice(0, 3).map((c) => c.id),
    );
  });
  it('before a migration stay, however old', () => {
    const old = copy(start, 'before-migration');
    const others = Array.from({ length: 30 }, (_, n) => copy(now.getTime() - n * DAY));
    expect(retain([old, ...others], now).has(old.id)).toBe(true);
  });
  it('made by hand stay, the newest ten', () => {
    const manual = Array.from({ length: 12 }, (_, n) => copy(now.getTime() - n * 1000 - 900 * DAY, 'manual'));
    const keep = retain([...manual, copy(now.getTime())], now);
    expect(manual.filter((c) => keep.has(c.id)).length).toBeGreaterThanOrEqual(10);
  });
});
