import { parseCount } from '../text/numbers';

/** Whole đồng; never a fraction. */
export type Dong = number;

const SCALES: Readonly<Record<string, bigint>> = {
  '': 1n,
  nghìn: 1_000n,
  ngàn: 1_000n,
  triệu: 1_000_000n,
  tr: 1_000_000n,
  tỷ: 1_000_000_000n,
  tỉ: 1_000_000_000n,
};
const AMOUNT = /^(.+?)\s*(nghìn|ngàn|triệu|tr|tỷ|tỉ)?\s*(?:đồng|đ|vnđ|vnd|₫)?\.?$/u;

/**
 * Reads an amount as people type it: "181.000.000", "181 000 000 đ", "181 triệu", "1,5 tỷ đồng". With
 * nghìn, triệu or tỷ a comma is the decimal sign. Null when unreadable or not a whole number of đồng.
 */
export function parseMoney(text: string): Dong | null {
  const match = AMOUNT.exec(text.normalize('NFC').trim().toLowerCase());
  if (!match) return null;
  const scale = SCALES[match[2] ?? ''] ?? 1n;
  const figure = match[1]!.trim();
  if (scale === 1n) return parseCount(figure);
  const decimal = /^([-−]?)(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d{1,9}))?$/.exec(figure);
  if (!decimal) return null;
  const fraction = decimal[3] ?? '';
  const scaled = BigInt(decimal[2]!.replace(/\./g, '') + fraction) * scale;
  const unit = 10n ** BigInt(fraction.length);
  const dong = Number(scaled / unit);
  if (scaled % unit !== 0n || !Number.isSafeInteger(dong)) return null;
  return decimal[1] && dong !== 0 ? -dong : dong;
}

/** Sum of amounts; unknown ones are left out and counted. */
export function addMoney(amounts: readonly (Dong | null)[]): { total: Dong; unknown: number } {
  const known = amounts.filter((amount): amount is Dong => amount !== null);
  const total = known.reduce((sum, amount) => sum + amount, 0);
  if (!Number.isSafeInteger(total)) throw new RangeError('sum is too large');
  return { total, unknown: amounts.length - known.length };
}

/** Mean amount, rounded half up to whole đồng: 181.000.000 over 344 is 526.163; null when there is nothing. */
export function meanMoney(total: Dong, count: number): Dong | null {
  if (count <= 0) return null;
  return Number(floorDiv(2n * BigInt(total) + BigInt(count), 2n * BigInt(count)));
}

/** A coefficient times a base rate, exact to four decimals of the coefficient: 0,3 × 2.340.000 is 702.000. */
export function timesCoefficient(base: Dong, coefficient: number): Dong {
  const scaled = BigInt(base) * BigInt(Math.round(coefficient * 10_000));
  return Number(floorDiv(2n * scaled + 10_000n, 20_000n));
}

/** Rounds up to a whole step: award money goes up to full 10.000 đ (Decree 152/2025). */
export function roundUpTo(amount: Dong, step: Dong = 10_000): Dong {
  return Math.ceil(amount / step) * step;
}

/** Award money (tiền thưởng): coefficient × base salary, rounded up to full 10.000 đ. */
export function awardMoney(baseSalary: Dong, coefficient: number): Dong {
  const scaled = BigInt(baseSalary) * BigInt(Math.round(coefficient * 10_000));
  const step = 100_000_000n;
  return Number(-floorDiv(-scaled, step)) * 10_000;
}

/** Division rounded towards minus infinity. */
function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}
