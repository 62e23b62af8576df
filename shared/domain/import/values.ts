/** Reads the cells of one person into values, keeping a note of everything that was understood, and of what was not. */

import { stripMarks } from '../../text/fold';
import { parseDate } from '../partialDate';
import type { ExtraField, ImportRow, MemberField, MemberFields, NoteKind, ProblemCode } from './fields';
import type { RawCell } from './raw';
import { lowered } from './vocabulary';

/** How the dates of a column are written, and what day it is. */
export interface DateReading {
  order: 'dmy' | 'mdy';
  /** Year of the day of the import. */
  year: number;
}

/** Values with every key in place, so that all rows share one shape. */
const emptyValues = (): Partial<MemberFields> => ({
  fullName: undefined,
  gender: undefined,
  birthDate: undefined,
  idNumber: undefined,
  idDate: undefined,
  idPlace: undefined,
  ethnicity: undefined,
  religion: undefined,
  address: undefined,
  phone: undefined,
  email: undefined,
  department: undefined,
  group: undefined,
  jobTitle: undefined,
  position: undefined,
  contractType: undefined,
  hireDate: undefined,
  education: undefined,
  politicalTheory: undefined,
  unionJoinDate: undefined,
  cardNo: undefined,
  unionPosition: undefined,
  isParty: undefined,
  partyDate: undefined,
  salaryCoefficient: undefined,
  hometown: undefined,
  note: undefined,
  unionJoinPlace: undefined,
  unionJoinDecision: undefined,
  cardDate: undefined,
  cardStatus: undefined,
  duesBase: undefined,
  bankAccount: undefined,
  healthNote: undefined,
  hardship: undefined,
  hardshipNote: undefined,
});

/** Collects one person's row. */
export class RowBuilder {
  readonly row: ImportRow;
  constructor(line: number) {
    this.row = { line, values: emptyValues(), notes: [], problems: [], clears: [] };
  }
  set<F extends MemberField>(field: F, value: MemberFields[F]): void {
    this.row.values[field] = value;
  }
  note(field: MemberField, kind: NoteKind, before: string | null, after: string | null): void {
    this.row.notes.push({ field, kind, before, after });
  }
  problem(field: MemberField, code: ProblemCode, value: string): void {
    this.row.problems.push({ field, code, value });
  }
  clear(field: MemberField, text: string): void {
    if (this.row.clears.includes(field)) return;
    this.row.clears.push(field);
    this.note(field, 'cleared', text, null);
  }
}

export type DateField =
  | 'birthDate'
  | 'idDate'
  | 'hireDate'
  | 'unionJoinDate'
  | 'partyDate'
  | 'cardDate'
  | ExtraField;

const NOTHING = /^[-–—./_\s?]*$|^(không|chưa|chưa có|chưa rõ|không rõ|không có|k|ko|n\/a|null)$/;

/** True for what people type into a cell that has nothing to say. */
export const saysNothing = (text: string) => NOTHING.test(lowered(text));

/** Text in small letters without marks or double spaces. */
export const lowKey = (text: string) => stripMarks(lowered(text)).replace(/\s+/g, ' ');

/** What a list writes where a value has to be emptied: “(xóa)”, “[trống]”. */
const CLEAR = /^[([{<*]\s*(xóa|xoá|xoa|bỏ|bo|trống|trong|để trống|clear|delete)\s*[)\]}>*]$/;

/** True for the marker that empties a value in the register; an empty cell never does. */
export const saysClear = (text: string) =>
  text.length < 20 && /^[([{<*]/.test(text) && CLEAR.test(lowered(text));

/** Reads a date cell: text, serial number, year alone. */
export function readDate(
  out: RowBuilder,
  field: DateField,
  cell: RawCell,
  text: string,
  reading: DateReading,
): void {
  if (text === '' || saysNothing(text)) return;
  const read = dateOf(cell, text, reading);
  if (!read) {
    out.problem(field, 'date-invalid', text);
    return;
  }
  const year = Number(read.iso.slice(0, 4));
  if (year < 1900 || year > reading.year + (field === 'birthDate' ? 0 : 5)) {
    out.problem(field, 'date-out-of-range', text);
    return;
  }
  out.set(field, read.iso);
  if (read.kind) out.note(field, read.kind, text, read.iso);
  else if (read.iso.length === 4) out.note(field, 'year-only', text, read.iso);
}

interface ReadDate {
  iso: string;
  kind?: NoteKind;
}

function dateOf(cell: RawCell, text: string, reading: DateReading): ReadDate | undefined {
  if (typeof cell === 'object' && cell?.type === 'date') return fromDateCell(String(cell.value));
  if (typeof cell === 'object' && cell?.type === 'number') {
    const number = fromNumber(Number(cell.value));
    if (number) return number;
  }
  const plain = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (plain && reading.order === 'dmy') {
    const [day, month, year] = [Number(plain[1]), Number(plain[2]), plain[3] as string];
    if (day >= 1 && day <= 28 && month >= 1 && month <= 12)
      return { iso: `${year}-${two(month)}-${two(day)}` };
  }
  const cleaned = text.replace(/^['’`]+/, '').replace(/\s*\(.*\)$/, '');
  if (/^\d{5}$/.test(cleaned)) return fromNumber(Number(cleaned));
  const read = parseDate(cleaned, { referenceYear: reading.year, order: reading.order });
  if (!read.ok) return undefined;
  if (read.assumedCentury) return { iso: read.iso, kind: 'assumed-century' };
  return read.precision === 'day' && reading.order === 'mdy'
    ? { iso: read.iso, kind: 'month-first' }
    : { iso: read.iso };
}

const two = (value: number) => (value < 10 ? `0${value}` : String(value));
const DAY_MS = 86_400_000;
const serialOf = (iso: string) => Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / DAY_MS);

/** A year typed into a cell that shows dates becomes a day of 1905: give the year back. */
function fromDateCell(iso: string): ReadDate {
  if (iso.startsWith('1905-') && iso.length === 10) {
    const serial = serialOf(iso);
    if (serial >= 1900 && serial <= 2100) return { iso: String(serial), kind: 'year-only' };
  }
  return { iso };
}

function fromNumber(value: number): ReadDate | undefined {
  if (!Number.isInteger(value)) return undefined;
  if (value >= 1900 && value <= 2100) return { iso: String(value) };
  if (value > 5000 && value < 60_000) {
    const iso = new Date(Date.UTC(1899, 11, 30) + value * DAY_MS).toISOString().slice(0, 10);
    return { iso, kind: 'serial-date' };
  }
  if (value >= 1_000_000 && value <= 31_129_999) {
    const read = parseDate(String(value).padStart(8, '0'));
    return read.ok ? { iso: read.iso } : undefined;
  }
  return undefined;
}

/** Nam/Nữ in words; undefined for anything else. */
export function sexOf(text: string): 'male' | 'female' | undefined {
  const word = lowered(text)
    .replace(/[.\s]+/g, ' ')
    .trim();
  if (/^(nam|male|m|trai|ông|nam giới)$/.test(word)) return 'male';
  return /^(nữ|nu|female|f|gái|bà|nữ giới)$/.test(word) ? 'female' : undefined;
}

export const isMark = (text: string) => /^([x×✓✔☑√+*v]|có|1|true|đúng|yes)$/.test(lowered(text));

/** Digits a spreadsheet may hold as a number, in full and without an exponent. */
function digitsText(cell: RawCell, text: string): string {
  if (typeof cell === 'object' && cell?.type === 'number' && !cell.format) {
    const value = Number(cell.value);
    return Number.isInteger(value) ? value.toFixed(0) : text;
  }
  const exponent = /^\d(?:[.,]\d+)?E\+?(\d{1,2})$/i.exec(text.trim());
  return exponent ? Number(text.replace(',', '.')).toFixed(0) : text;
}

/** "3,51659E+10": a spreadsheet showed a long number shortened and kept only that. */
function lostDigits(cell: RawCell, text: string): boolean {
  if (typeof cell === 'object' && cell?.type === 'number') return Number(cell.value) > 1e15;
  const shortened = /^\d(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(text.trim());
  return shortened !== null && (shortened[1]?.length ?? 0) < Number(shortened[2]);
}

/** ID number: CCCD of 12 digits or CMND of 9, with the zeros that a spreadsheet dropped put back. */
export function readIdNumber(out: RowBuilder, cell: RawCell, text: string): void {
  if (text === '' || saysNothing(text)) return;
  const shown = digitsText(cell, text);
  if (lostDigits(cell, text)) {
    out.problem('idNumber', 'digits-lost', text);
    return;
  }
  const all = shown
    .split(/[/;,|\n]|\s-\s/)
    .map((part) => part.replace(/^[^\d]*(?=\d)/, (lead) => (/^[A-Z]$/i.test(lead) ? lead : '')));
  const read = all.map(idOf).filter((id): id is { value: string; restored: boolean } => id !== undefined);
  const best = read.find((id) => id.value.length === 12) ?? read[0];
  if (!best) {
    out.problem('idNumber', 'id-length', text);
    return;
  }
  out.set('idNumber', best.value);
  if (best.restored) out.note('idNumber', 'zero-restored', text, best.value);
  else if (read.length > 1) out.note('idNumber', 'second-number-left-out', text, best.value);
  else if (/\d\s+\d/.test(shown)) out.note('idNumber', 'spaced-digits', text, best.value);
}

function idOf(text: string): { value: string; restored: boolean } | undefined {
  const bare = text.replace(/[\s.\-']/g, '').toUpperCase();
  if (/^[A-Z]\d{7,8}$/.test(bare)) return { value: bare, restored: false };
  if (/^\d{12}$|^\d{9}$/.test(bare)) return { value: bare, restored: false };
  if (/^\d{8}$/.test(bare)) return { value: `0${bare}`, restored: true };
  if (!/^\d{10,11}$/.test(bare)) return undefined;
  const value = bare.padStart(12, '0');
  const province = Number(value.slice(0, 3));
  return province >= 1 && province <= 96 ? { value, restored: true } : undefined;
}

/** Phone number with its leading 0; further numbers in the cell are left out with a note. */
export function readPhone(out: RowBuilder, cell: RawCell, text: string): void {
  if (text === '' || saysNothing(text)) return;
  if (lostDigits(cell, text)) {
    out.problem('phone', 'digits-lost', text);
    return;
  }
  const shown = digitsText(cell, text).replace(/\([^)\d]*\)/g, '');
  const parts = shown.split(/[/;,|\n]|\s-\s|\s+hoặc\s+/).filter((part) => /\d/.test(part));
  const read = parts
    .map(phoneOf)
    .filter((phone): phone is { value: string; restored: boolean } => phone !== undefined);
  const first = read[0];
  if (!first) {
    out.problem('phone', 'phone-length', text);
    return;
  }
  out.set('phone', first.value);
  if (parts.length > 1) out.note('phone', 'second-number-left-out', text, first.value);
  else if (first.restored) out.note('phone', 'zero-restored', text, first.value);
  else if (/\d[\s.-]+\d/.test(shown)) out.note('phone', 'spaced-digits', text, first.value);
}

function phoneOf(text: string): { value: string; restored: boolean } | undefined {
  const bare = text.replace(/[^\d+]/g, '').replace(/^(\+84|0084|84(?=[235789]\d{8,9}$))0?/, '0');
  if (/^0\d{9,10}$/.test(bare)) return { value: bare, restored: false };
  return /^[35789]\d{8}$|^2\d{8,9}$/.test(bare) ? { value: `0${bare}`, restored: true } : undefined;
}

/** Union card number (số thẻ đoàn viên). */
export function readCard(out: RowBuilder, cell: RawCell, text: string): void {
  if (text === '' || saysNothing(text)) return;
  if (lostDigits(cell, text)) {
    out.problem('cardNo', 'digits-lost', text);
    return;
  }
  const shown = digitsText(cell, text);
  const value = shown.replace(/\s+/g, '');
  out.set('cardNo', value);
  if (value !== shown) out.note('cardNo', 'spaced-digits', text, value);
}

/** Party membership by x, by words or by the date of joining. */
export function readParty(out: RowBuilder, cell: RawCell, text: string, reading: DateReading): void {
  if (text === '' || /^[-–—./_\s?]*$/.test(text)) return;
  const word = lowered(text);
  if (/^(không|chưa|0|false|quần chúng|qc|k|ko|no)$/.test(word)) {
    out.set('isParty', false);
    return;
  }
  if (!isMark(text) && dateOf(cell, text, reading)) {
    readDate(out, 'partyDate', cell, text, reading);
    if (out.row.values.partyDate) out.set('isParty', true);
    return;
  }
  out.set('isParty', true);
}

/** A number with decimals, comma or point. */
export function readCoefficient(out: RowBuilder, cell: RawCell, text: string): void {
  if (text === '' || saysNothing(text)) return;
  const value =
    typeof cell === 'object' && cell?.type === 'number'
      ? Number(cell.value)
      : Number(text.replace(/\s/g, '').replace(',', '.'));
  if (!(value > 0 && value < 100)) {
    out.problem('salaryCoefficient', 'number-invalid', text);
    return;
  }
  out.set('salaryCoefficient', Math.round(value * 10_000) / 10_000);
}
