/** How much of a date is known: year, month or day. */
export type DatePrecision = 'year' | 'month' | 'day';

/** Why a typed date was not understood; the numbers read are kept for the message. */
export type DateProblemKind =
  | 'empty'
  | 'unreadable'
  | 'no-year'
  | 'no-such-month'
  | 'no-such-day'
  | 'year-out-of-range';

/** A date that was not understood. */
export interface DateProblem {
  readonly ok: false;
  readonly problem: DateProblemKind;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
}

/** A date that was understood, as ISO text of its own precision. */
export interface DateRead {
  readonly ok: true;
  readonly iso: string;
  readonly precision: DatePrecision;
  /** True when the year was typed with two digits and the century was assumed: ask the person. */
  readonly assumedCentury: boolean;
}

/** Reading of a typed date. */
export type DateResult = DateRead | DateProblem;

/** Choices for reading a date. */
export interface ParseDateOptions {
  /** Two-digit years up to this year's last two digits are of its century, later ones of the century before. */
  readonly referenceYear?: number;
  /** Order of day and month in the source; Vietnamese files are day first. */
  readonly order?: 'dmy' | 'mdy';
}

const FIRST_YEAR = 1800;
const LAST_YEAR = 2200;
const DEFAULT_REFERENCE_YEAR = 2030;
const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const pad = (value: number): string => String(value).padStart(2, '0');

/** Days in a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Numbers of an ISO date of any precision; null for text that is not one. */
export function partsOf(iso: string): { year: number; month: number | null; day: number | null } | null {
  const match = ISO.exec(iso);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month !== null && day !== null && (day < 1 || day > daysInMonth(year, month))) return null;
  return { year, month, day };
}

/** True for stored date text of any precision: 1989, 1989-07, 1989-07-14. */
export function isPartialDate(text: string): boolean {
  return partsOf(text) !== null;
}

/** Precision of stored date text. */
export function precisionOf(iso: string): DatePrecision {
  return iso.length === 4 ? 'year' : iso.length === 7 ? 'month' : 'day';
}

/** ISO text from numbers, checked; month and day may be unknown. */
export function makeDate(year: number, month?: number | null, day?: number | null): DateResult {
  const typed = { ...(day == null ? {} : { day }), ...(month == null ? {} : { month }), year };
  const fail = (problem: DateProblemKind): DateProblem => ({ ok: false, problem, ...typed });
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) return fail('year-out-of-range');
  if (month == null) return { ok: true, iso: String(year), precision: 'year', assumedCentury: false };
  if (month < 1 || month > 12) return fail('no-such-month');
  const upToMonth = `${year}-${pad(month)}`;
  if (day == null) return { ok: true, iso: upToMonth, precision: 'month', assumedCentury: false };
  if (day < 1 || day > daysInMonth(year, month)) return fail('no-such-day');
  return { ok: true, iso: `${upToMonth}-${pad(day)}`, precision: 'day', assumedCentury: false };
}

function fullYear(digits: string, referenceYear: number): { year: number; assumed: boolean } {
  if (digits.length !== 2) return { year: Number(digits), assumed: false };
  const century = referenceYear - (referenceYear % 100);
  const year = century + Number(digits);
  return { year: year > referenceYear ? year - 100 : year, assumed: true };
}

function plainNumbers(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/^ngày\s+|^tháng\s+|^năm\s+/u, '')
    .replace(/\s*,?\s*(?:tháng|năm)\s*/gu, '/')
    .replace(/t00:00(?::00(?:\.000)?)?z?$| 00:00(?::00)?$/u, '')
    .replace(/\s*[/.\-–−\s]\s*/gu, '/');
}

function readTwo(first: string, second: string, referenceYear: number): DateResult {
  if (first.length === 4) return makeDate(Number(first), Number(second));
  if (second.length === 4) return makeDate(Number(second), Number(first));
  if (Number(second) <= 31)
    return { ok: false, problem: 'no-year', day: Number(first), month: Number(second) };
  const { year } = fullYear(second, referenceYear);
  const read = makeDate(year, Number(first));
  return read.ok ? { ...read, assumedCentury: true } : read;
}

function readThree(numbers: readonly string[], referenceYear: number, order: 'dmy' | 'mdy'): DateResult {
  const [a = '', b = '', c = ''] = numbers;
  if (a.length === 4) return makeDate(Number(a), Number(b), Number(c));
  const { year, assumed } = fullYear(c, referenceYear);
  const [day, month] = order === 'dmy' ? [Number(a), Number(b)] : [Number(b), Number(a)];
  const read = makeDate(year, month, day);
  return read.ok ? { ...read, assumedCentury: assumed } : read;
}

/**
 * Reads a date as people type it: "1989", "7/1989", "17/2/1989", "17-02-1989", "17.2.89", "1989-02-17",
 * "17021989", "ngày 17 tháng 2 năm 1989". Day comes first. A two-digit year is placed by the reference
 * year (with 2026, "26" is 2026 and "27" is 1927) and flagged, so that the screen can ask.
 */
export function parseDate(text: string, options: ParseDateOptions = {}): DateResult {
  const plain = plainNumbers(text);
  if (plain === '') return { ok: false, problem: 'empty' };
  const eight = /^(\d{2})(\d{2})(\d{4})$/.exec(plain);
  const numbers = eight ? eight.slice(1) : plain.split('/');
  if (!numbers.every((part) => /^(?:\d{1,2}|\d{4})$/.test(part))) return { ok: false, problem: 'unreadable' };
  const referenceYear = options.referenceYear ?? DEFAULT_REFERENCE_YEAR;
  if (numbers.length === 1)
    return numbers[0]!.length === 4 ? makeDate(Number(numbers[0])) : { ok: false, problem: 'unreadable' };
  const years = numbers.length === 2 ? numbers : [numbers[0]!, numbers[2]!];
  const middle = numbers.length === 3 ? numbers[1]! : '';
  if (middle.length > 2 || years.every((part) => part.length === 4))
    return { ok: false, problem: 'unreadable' };
  if (numbers.length === 2) return readTwo(numbers[0]!, numbers[1]!, referenceYear);
  if (numbers.length > 3 || (numbers[0]!.length !== 4 && numbers[2]!.length === 1))
    return { ok: false, problem: 'unreadable' };
  return readThree(numbers, referenceYear, options.order ?? 'dmy');
}

/**
 * The order of day and month in a whole column of numeric dates: decided by the values over 12;
 * "unsure" when none tells, "mixed" when both orders appear.
 */
export function columnDateOrder(texts: readonly string[]): 'dmy' | 'mdy' | 'unsure' | 'mixed' {
  let dayFirst = false;
  let monthFirst = false;
  for (const text of texts) {
    const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\s*$/.exec(text);
    if (!match) continue;
    if (Number(match[1]) > 12) dayFirst = true;
    if (Number(match[2]) > 12) monthFirst = true;
  }
  if (dayFirst && monthFirst) return 'mixed';
  return dayFirst ? 'dmy' : monthFirst ? 'mdy' : 'unsure';
}

/** A day from an Excel serial number; null for what is no day (0, the false 29/02/1900, out of range). */
export function fromExcelSerial(serial: number, base: 1900 | 1904 = 1900): string | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(whole) || whole < (base === 1900 ? 1 : 0) || whole > 200_000) return null;
  if (base === 1900 && whole === 60) return null;
  const epoch = base === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  return new Date(epoch + whole * 86_400_000).toISOString().slice(0, 10);
}

/** True for a number that is a year rather than a serial, in a column of birth years. */
export function looksLikeYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2100;
}
