import { amountInEnglish } from './amountInEnglish';
import type { Locale } from './locale';

/** How an office likes its amounts read. */
export interface AmountStyle {
  /** The word between a hundred and a single unit; "lẻ" unless told. */
  readonly odd?: 'lẻ' | 'linh';
  /** The word for a thousand; "nghìn" unless told. */
  readonly thousand?: 'nghìn' | 'ngàn';
  /** Ends whole thousands with "chẵn": "Năm nghìn đồng chẵn". */
  readonly even?: boolean;
  /** The currency at the end; "đồng" unless told, empty for a bare number. */
  readonly currency?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly odd: string;
  readonly thousand: string;
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const BILLION = 1_000_000_000n;
const LIMIT = BILLION ** 3n;

function unitAfterTens(tens: number, unit: number): string {
  if (unit === 1 && tens > 1) return 'mốt';
  if (unit === 4 && tens > 1) return 'tư';
  return unit === 5 ? 'lăm' : DIGITS[unit]!;
}

/** One group of three digits; `padded` reads its empty hundreds because a larger group stands before it. */
function readGroup(group: number, padded: boolean, words: Words): string[] {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor(group / 10) % 10;
  const unit = group % 10;
  const out: string[] = [];
  if (hundreds > 0 || padded) out.push(DIGITS[hundreds]!, 'trăm');
  if (tens === 0) {
    if (unit > 0 && out.length > 0) out.push(words.odd);
    if (unit > 0) out.push(DIGITS[unit]!);
    return out;
  }
  out.push(...(tens === 1 ? ['mười'] : [DIGITS[tens]!, 'mươi']));
  if (unit > 0) out.push(unitAfterTens(tens, unit));
  return out;
}

/** Up to nine digits, in groups of triệu, nghìn and units. */
function readBelowBillion(value: number, padded: boolean, words: Words): string[] {
  const out: string[] = [];
  const groups: readonly (readonly [number, string])[] = [
    [Math.floor(value / 1_000_000), 'triệu'],
    [Math.floor(value / 1000) % 1000, words.thousand],
    [value % 1000, ''],
  ];
  for (const [group, name] of groups) {
    if (group === 0) continue;
    out.push(...readGroup(group, padded || out.length > 0, words));
    if (name !== '') out.push(name);
  }
  return out;
}

function read(value: bigint, padded: boolean, words: Words): string[] {
  const high = value / BILLION;
  const low = Number(value % BILLION);
  if (high === 0n) return readBelowBillion(low, padded, words);
  return [...read(high, padded, words), 'tỷ', ...readBelowBillion(low, true, words)];
}

/** A whole number in words, small letters, no currency: 105 is "một trăm lẻ năm". */
export function numberInWords(value: number | bigint, style: AmountStyle = {}): string {
  const amount = wholeOf(value);
  const words: Words = { odd: style.odd ?? 'lẻ', thousand: style.thousand ?? 'nghìn' };
  if (amount === 0n) return 'không';
  const sign = amount < 0n ? ['âm'] : [];
  return [...sign, ...read(amount < 0n ? -amount : amount, false, words)].join(' ');
}

function wholeOf(value: number | bigint): bigint {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`not a whole amount: ${value}`);
  const amount = BigInt(value);
  if (amount >= LIMIT || amount <= -LIMIT) throw new RangeError('amount is too large to read');
  return amount;
}

/**
 * Amount in words (số tiền bằng chữ): 181000000 is "Một trăm tám mươi mốt triệu đồng". Empty thousands
 * are skipped, empty hundreds after a larger group are read: 1000001 is "Một triệu không trăm lẻ một đồng".
 */
export function amountInWords(value: number | bigint, style: AmountStyle = {}): string {
  if (style.locale === 'en') return amountInEnglish(wholeOf(value), style.currency ?? 'dong');
  const currency = style.currency ?? 'đồng';
  const even = style.even && currency !== '' && wholeOf(value) % 1000n === 0n ? 'chẵn' : '';
  const text = [numberInWords(value, style), currency, even].filter(Boolean).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
