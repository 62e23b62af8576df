/** Number formats: which of them show a date, and what a number looks like through one. */
import type { RawValue } from '../../../shared/domain/import/raw';

const BUILTIN_DATES = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** How one style shows numbers. */
export interface CellFormat {
  kind: 'general' | 'date' | 'number';
  code?: string;
  /** Which parts of a date are shown. */
  precision?: 'day' | 'month' | 'year';
  /** Date cells made so far, by serial number: lists repeat their dates. */
  made?: Map<number, RawValue>;
}

export const GENERAL: CellFormat = { kind: 'general' };

/** Reads a format code; `id` is its number among the built-in ones. */
export function readFormat(code: string | undefined, id = -1): CellFormat {
  if (BUILTIN_DATES.has(id)) return { kind: 'date', code: code ?? 'dd/mm/yyyy', precision: 'day' };
  if (!code || /^(general|standard|@)$/i.test(code)) return code === '@' ? { kind: 'number', code } : GENERAL;
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '').split(';')[0] ?? '';
  if (!/[dy]/i.test(bare) || /[#0?]/.test(bare)) return { kind: 'number', code };
  const precision = /d/i.test(bare) ? 'day' : /m/i.test(bare) ? 'month' : 'year';
  return { kind: 'date', code, precision };
}

/** ISO date of a serial day number, undefined outside 1900–9999. */
export function serialToIso(serial: number, from1904 = false): string | undefined {
  const day = Math.floor(serial + 1e-6) + (from1904 ? 1462 : 0);
  if (!(day >= 1 && day <= 2_958_465)) return undefined;
  const sinceEpoch = day - (day < 60 ? 25_568 : 25_569);
  const shifted = sinceEpoch + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

const two = (value: number) => (value < 10 ? `0${value}` : String(value));

/** A date cell: its ISO value cut to what the format shows, and the text a Vietnamese sheet shows. */
export function dateCell(iso: string, format: CellFormat): RawValue {
  const shown =
    format.precision === 'year' ? iso.slice(0, 4) : format.precision === 'month' ? iso.slice(0, 7) : iso;
  const text = shown.split('-').reverse().join('/');
  return { type: 'date', value: shown, text, format: format.code };
}

/** A number cell, or a date cell when its format shows a date. */
export function numberCell(value: number, format: CellFormat, from1904 = false): RawValue {
  if (format.kind === 'date') {
    format.made ??= new Map();
    const { made } = format;
    const known = made.get(value);
    if (known) return known;
    const iso = serialToIso(value, from1904);
    if (iso) {
      const cell = dateCell(iso, format);
      if (made.size < 50_000) made.set(value, cell);
      return cell;
    }
  }
  if (format.kind === 'general') return { type: 'number', value, text: String(value) };
  return { type: 'number', value, text: shownNumber(value, format.code ?? ''), format: format.code };
}

function shownNumber(value: number, code: string): string {
  const text = String(value);
  if (!Number.isInteger(value) || value < 0) return text;
  const prefixed = /^"(\d+)"[#0]+$/.exec(code);
  if (prefixed) return (prefixed[1] ?? '') + text;
  const zeros = code.replace(/\\?[ .-]|"[ .-]"/g, '');
  return /^0{2,}$/.test(zeros) ? text.padStart(zeros.length, '0') : text;
}
