/** What the cells of one column look like, from a sample. */
import { parseDate } from '../partialDate';
import { readText, type TextEncodingName } from './encoding';
import type { ImportField } from './fields';
import type { RawCell, RawRow } from './raw';
import { looksLikePersonName, lowered, startsWithUnitWord } from './vocabulary';

/** Shares are of the filled cells, 0 to 1. */
export interface ColumnProfile {
  filled: number;
  rows: number;
  dates: number;
  years: number;
  idNumbers: number;
  phones: number;
  emails: number;
  sexes: number;
  marks: number;
  numbers: number;
  cards: number;
  personNames: number;
  singleWords: number;
  units: number;
  samples: string[];
}

const COUNTED = [
  'dates',
  'years',
  'idNumbers',
  'phones',
  'emails',
  'sexes',
  'marks',
  'numbers',
  'cards',
  'personNames',
  'singleWords',
  'units',
] as const;

/** Looks at one column of some rows. */
export function profileColumn(
  rows: readonly RawRow[],
  column: number,
  encoding: TextEncodingName,
): ColumnProfile {
  const profile: ColumnProfile = {
    filled: 0,
    rows: rows.length,
    dates: 0,
    years: 0,
    idNumbers: 0,
    phones: 0,
    emails: 0,
    sexes: 0,
    marks: 0,
    numbers: 0,
    cards: 0,
    personNames: 0,
    singleWords: 0,
    units: 0,
    samples: [],
  };
  for (const row of rows) {
    const cell = row.cells[column];
    const text = readText(cell, encoding);
    if (text === '') continue;
    profile.filled += 1;
    if (profile.samples.length < 5 && !profile.samples.includes(text)) profile.samples.push(text);
    count(profile, cell as RawCell, text);
  }
  if (profile.filled > 0) for (const key of COUNTED) profile[key] /= profile.filled;
  return profile;
}

function count(profile: ColumnProfile, cell: RawCell, text: string): void {
  const digits = text.replace(/[\s.'-]/g, '');
  const isNumber = /^\d+$/.test(digits);
  const isDate = typeof cell === 'object' && cell?.type === 'date';
  const year = /^(19|20)\d\d$/.test(text);
  if (isNumber) profile.numbers += 1;
  if (year) profile.years += 1;
  if (isDate || year || isSerial(cell) || (!isNumber && /\d/.test(text) && parseDate(text).ok))
    profile.dates += 1;
  if (isNumber && !year && /^(\d{8,9}|\d{10,12})$/.test(digits)) profile.idNumbers += 1;
  if (/^(0[235789]\d{8,9}|[35789]\d{8}|(\+|00)?84\d{9}|02\d{9})$/.test(digits)) profile.phones += 1;
  if (text.includes('@')) profile.emails += 1;
  if (/^(nam|nữ|nu|male|female|m|f|gái|trai)$/.test(lowered(text))) profile.sexes += 1;
  if (/^([x×✓✔+*v]|có|đảng viên|đv|1|true)$/.test(lowered(text))) profile.marks += 1;
  if (/^[A-Z]{1,4}[\s.-]?\d{5,}$/i.test(text)) profile.cards += 1;
  if (looksLikePersonName(titled(text))) profile.personNames += 1;
  if (/^[\p{L}\p{M}'’]+$/u.test(text)) profile.singleWords += 1;
  if (startsWithUnitWord(text)) profile.units += 1;
}

const titled = (text: string) =>
  /\p{Ll}/u.test(text)
    ? text
    : text.replace(/(\p{L})([\p{L}\p{M}]*)/gu, (_, a: string, b: string) => a + b.toLowerCase());

const isSerial = (cell: RawCell) =>
  typeof cell === 'object' &&
  cell?.type === 'number' &&
  Number.isInteger(cell.value) &&
  (cell.value as number) > 5000 &&
  (cell.value as number) < 60_000;

/** How well cells fit a field a header names, 0 to 1; few cells say little. */
export function fitOf(field: ImportField, profile: ColumnProfile): number {
  if (profile.filled < 2) return 1;
  const need = (share: number, enough: number) => (share >= enough ? 1 : share >= enough / 2 ? 0.75 : 0.4);
  switch (field) {
    case 'birthDate':
    case 'birthDateMale':
    case 'birthDateFemale':
    case 'hireDate':
    case 'unionJoinDate':
    case 'idDate':
    case 'partyDate':
      return need(profile.dates, 0.6);
    case 'birthYear':
      return need(profile.years, 0.6);
    case 'idNumber':
      return need(profile.idNumbers, 0.5);
    case 'phone':
      return need(profile.phones, 0.5);
    case 'email':
      return need(profile.emails, 0.5);
    case 'gender':
      return need(profile.sexes + profile.marks, 0.6);
    case 'genderMale':
    case 'genderFemale':
      return need(profile.marks + profile.sexes, 0.5);
    case 'fullName':
      return profile.numbers > 0.5 || profile.dates > 0.5 ? 0.2 : 1;
    case 'isParty':
      return need(profile.marks + profile.dates + profile.sexes, 0.4);
    case 'salaryCoefficient':
      return profile.samples.some((sample) => /^\d{1,2}([.,]\d{1,3})?$/.test(sample)) ? 1 : 0.4;
    case 'department':
    case 'jobTitle':
    case 'position':
    case 'ethnicity':
    case 'religion':
      return profile.numbers > 0.7 || profile.dates > 0.7 ? 0.3 : 1;
    default:
      return 1;
  }
}
