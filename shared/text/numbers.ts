import type { Locale } from './locale';

/** No-break space, between a number and its unit. */
export const NBSP = '\u00a0';
const MINUS = '−';
const GROUP: Record<Locale, string> = { vi: '.', en: ',' };
const DECIMAL: Record<Locale, string> = { vi: ',', en: '.' };

/** Whether a number is known to be larger, smaller or near: hơn, gần, khoảng. */
export type Vagueness = 'exact' | 'atLeast' | 'almost' | 'about';

const VAGUE_WORDS: Record<Locale, Record<Vagueness, string>> = {
  vi: { exact: '', atLeast: 'hơn', almost: 'gần', about: 'khoảng' },
  en: { exact: '', atLeast: 'over', almost: 'nearly', about: 'about' },
};

/** Puts the word of a flag before a figure: "hơn 800 triệu đồng". */
export function withVagueness(text: string, flag: Vagueness = 'exact', locale: Locale = 'vi'): string {
  const word = VAGUE_WORDS[locale][flag];
  return word === '' ? text : `${word} ${text}`;
}

function groupDigits(digits: string, locale: Locale): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, GROUP[locale]);
}

/** A whole number with thousands apart: 1484 is "1.484" ("1,484" in English). */
export function formatCount(value: number | bigint, locale: Locale = 'vi'): string {
  const whole = typeof value === 'bigint' ? value : BigInt(Math.round(value));
  const digits = groupDigits((whole < 0n ? -whole : whole).toString(), locale);
  return whole < 0n ? MINUS + digits : digits;
}

/** A number with up to `decimals` decimals, trailing zeros dropped: 12.4 is "12,4". */
export function formatDecimal(value: number, decimals = 1, locale: Locale = 'vi'): string {
  const [digits = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
  const kept = fraction.replace(/0+$/, '');
  const text = groupDigits(digits, locale) + (kept === '' ? '' : DECIMAL[locale] + kept);
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/**
 * A whole number as people type it: "1484", "1.484", "1 484", "1,484", with an optional minus. Thousands
 * must be complete groups of one kind; anything else, decimals included, is null.
 */
export function parseCount(text: string): number | null {
  const match = /^([-−])?(\d+|\d{1,3}(?:([.,\s])\d{3})(?:\3\d{3})*)$/u.exec(text.trim());
  if (!match) return null;
  const value = Number(match[2]!.replace(/\D/g, ''));
  if (!Number.isSafeInteger(value)) return null;
  return match[1] && value !== 0 ? -value : value;
}

/** Choices for a percentage. */
export interface PercentOptions {
  /** Decimals the paper asks for; none unless told. */
  readonly decimals?: number;
  readonly locale?: Locale;
}

const MAX_DECIMALS = 12;

/** part/whole as a percentage times 10^decimals, rounded half up, exactly. */
function scaledPercent(part: bigint, whole: bigint, decimals: number): bigint {
  const numerator = part * 100n * 10n ** BigInt(decimals);
  return (2n * numerator + whole) / (2n * whole);
}

function isFalse(scaled: bigint, decimals: number, part: bigint, whole: bigint): boolean {
  const hundred = 100n * 10n ** BigInt(decimals);
  return (scaled === hundred && part !== whole) || (scaled === 0n && part !== 0n);
}

/**
 * A percentage, rounded half up and without decimals. Decimals appear where rounding would falsely show
 * 100% or 0% (249/250 is "99,6%", 2499/2500 is "99,96%"): 100% stands only for equality.
 * Null when the whole is unknown or 0, or the part is unknown.
 */
export function formatPercent(
  part: number | null | undefined,
  whole: number | null | undefined,
  options: PercentOptions = {},
): string | null {
  if (part == null || whole == null || !(whole > 0) || !(part >= 0)) return null;
  if (!Number.isFinite(part) || !Number.isFinite(whole)) return null;
  const scale = Number.isSafeInteger(part) && Number.isSafeInteger(whole) ? 1 : 1e4;
  const [p, w] = [BigInt(Math.round(part * scale)), BigInt(Math.round(whole * scale))];
  if (w === 0n) return null;
  let decimals = Math.min(Math.max(0, Math.trunc(options.decimals ?? 0)), MAX_DECIMALS);
  let scaled = scaledPercent(p, w, decimals);
  while (isFalse(scaled, decimals, p, w) && decimals < 40) {
    decimals += 1;
    scaled = scaledPercent(p, w, decimals);
  }
  const locale = options.locale ?? 'vi';
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const head = groupDigits(digits.slice(0, digits.length - decimals), locale);
  return `${decimals === 0 ? head : head + DECIMAL[locale] + digits.slice(-decimals)}%`;
}

/** An amount of money for tables and papers: "181.000.000 đ" with a no-break space ("181,000,000 VND"). */
export function formatMoney(dong: number, locale: Locale = 'vi'): string {
  return `${formatCount(dong, locale)}${NBSP}${locale === 'vi' ? 'đ' : 'VND'}`;
}

const PROSE_UNITS: readonly (readonly [size: number, vi: string, en: string])[] = [
  [1_000_000_000, 'tỷ đồng', 'billion dong'],
  [1_000_000, 'triệu đồng', 'million dong'],
];

/**
 * An amount for running text, never rounded: 800000000 is "800 triệu đồng", 1250000000 "1,25 tỷ đồng",
 * 526163 "526.163 đồng". The flag puts "hơn", "gần" or "khoảng" before it.
 */
export function moneyProse(dong: number, flag: Vagueness = 'exact', locale: Locale = 'vi'): string {
  const size = Math.abs(dong);
  const unit = PROSE_UNITS.find(([one]) => size >= one && (BigInt(size) * 100n) % BigInt(one) === 0n);
  const figure = unit
    ? `${formatDecimal(dong / unit[0], 2, locale)}${NBSP}${locale === 'vi' ? unit[1] : unit[2]}`
    : `${formatCount(dong, locale)}${NBSP}${locale === 'vi' ? 'đồng' : 'dong'}`;
  return withVagueness(figure, flag, locale);
}

/** A number below ten with a leading zero, as papers write it: 8 is "08". */
export function twoDigits(value: number): string {
  return value >= 0 && value < 10 ? `0${formatCount(value)}` : formatCount(value);
}

/** A fraction in figures: "1.484/2.178", or "08/40" in the two-digit manner. */
export function formatFraction(
  part: number,
  whole: number,
  options: { readonly twoDigits?: boolean; readonly locale?: Locale } = {},
): string {
  const one = (value: number): string =>
    options.twoDigits && value < 10 ? twoDigits(value) : formatCount(value, options.locale);
  return `${one(part)}/${one(whole)}`;
}
