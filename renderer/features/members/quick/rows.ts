/** Rows of quick entry: what was typed, how it is read, and what is wrong with it in words. */

import type { InputOf } from '../../../../shared/contract';
import { parseDate } from '../../../../shared/domain/dates';
import { fold } from '../../../../shared/text/fold';
import type { Translate } from '../../../client';

export const QUICK_COLUMNS = [
  'fullName',
  'gender',
  'birthDate',
  'department',
  'group',
  'jobTitle',
  'unionJoinDate',
  'cardNo',
  'phone',
] as const;
export type QuickColumn = (typeof QUICK_COLUMNS)[number];
export type Typed = Record<QuickColumn, string>;

export interface QuickRow {
  key: number;
  typed: Typed;
  state: 'typing' | 'saving' | 'saved' | 'undone';
  /** The member it became. */
  memberId: number | null;
  problems: Partial<Record<QuickColumn | 'row', string>>;
  /** Somebody in the register it may be: the person decides. */
  twin: { id: number; who: string } | null;
  /** The person said that it is somebody else. */
  allowTwin: boolean;
}

export interface Place {
  id: number;
  name: string;
  shortName: string | null;
}
export interface Places {
  department: readonly Place[];
  group: readonly Place[];
}

export const NOTHING_TYPED = Object.fromEntries(QUICK_COLUMNS.map((column) => [column, ''])) as Typed;
export const isBlank = (typed: Typed): boolean =>
  QUICK_COLUMNS.every((column) => typed[column].trim() === '');

/** The place meant: named in full, by its short name, or by words only one place has. */
export function findPlace(places: readonly Place[], typed: string): Place | readonly Place[] {
  const key = fold(typed);
  const exact = places.filter((place) => fold(place.name) === key || fold(place.shortName ?? '') === key);
  if (exact.length === 1) return exact[0]!;
  const words = key.split(' ');
  const near = places.filter((place) => {
    const hay = fold(`${place.name} ${place.shortName ?? ''}`);
    return words.every((word) => hay.includes(word));
  });
  return near.length === 1 ? near[0]! : near;
}

/** How a place stands in its cell: by its short name, as long as that means no other place. */
export function nameInCell(place: Place, places: readonly Place[]): string {
  const { shortName } = place;
  return shortName !== null && findPlace(places, shortName) === place ? shortName : place.name;
}

const GENDERS: Record<string, 'male' | 'female'> = {
  nam: 'male',
  male: 'male',
  m: 'male',
  nu: 'female',
  female: 'female',
  f: 'female',
};

export type Read =
  | { ok: true; values: InputOf<'members.create'> }
  | { ok: false; problems: Partial<Record<QuickColumn | 'row', string>> };

/** What a row says, or what is wrong with it. */
export function readRow(typed: Typed, places: Places, t: Translate): Read {
  const problems: Partial<Record<QuickColumn, string>> = {};
  const text = (column: QuickColumn) => typed[column].trim().replace(/\s+/g, ' ').normalize('NFC') || null;
  const fullName = text('fullName');
  if (!fullName) problems.fullName = t('memberViews.quick.needName');
  const date = (column: 'birthDate' | 'unionJoinDate') => {
    const value = text(column);
    if (!value) return null;
    const read = parseDate(value);
    const year = read.ok ? Number(read.iso.slice(0, 4)) : 0;
    if (read.ok && year >= 1900 && year <= 2099) return read.iso;
    problems[column] = t('memberViews.quick.badDate', { value });
    return null;
  };
  const genderTyped = text('gender');
  const gender = genderTyped ? GENDERS[fold(genderTyped)] : null;
  if (gender === undefined) problems.gender = t('memberViews.quick.badGender', { value: genderTyped ?? '' });
  const place = (column: 'department' | 'group') => {
    const value = text(column);
    if (!value) return null;
    const found = findPlace(places[column], value);
    if ('id' in found) return found.id;
    const names = found
      .slice(0, 4)
      .map((one) => one.name)
      .join(', ');
    problems[column] =
      found.length > 0
        ? t('memberViews.quick.ambiguous', { value, names })
        : t('memberViews.quick.noPlace', { value });
    return null;
  };
  const values: InputOf<'members.create'> = {
    fullName: fullName ?? '',
    gender: gender ?? null,
    birthDate: date('birthDate'),
    departmentId: place('department'),
    groupId: place('group'),
    jobTitle: text('jobTitle'),
    unionJoinDate: date('unionJoinDate'),
    cardNo: text('cardNo'),
    phone: text('phone'),
  };
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, values };
}

/** Cells of a piece of a workbook as the clipboard carries it: tabs, lines, quoted cells. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)!.push(cell.replace(/\s+/g, ' ').trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') {
      endCell();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  endCell();
  return rows.filter((row) => row.some((one) => one !== ''));
}

const HEADERS: readonly (readonly [RegExp, QuickColumn])[] = [
  [/^ho( va)? ten|^ho ten/, 'fullName'],
  [/^gioi( tinh)?$|^nam.?nu$/, 'gender'],
  [/sinh/, 'birthDate'],
  [/^to( cong doan| cd)?$|to cong doan/, 'group'],
  [/^khoa|phong$|^don vi/, 'department'],
  [/chuc danh|nghe nghiep/, 'jobTitle'],
  [/vao (cd|cong doan)|ket nap/, 'unionJoinDate'],
  [/so the|^the/, 'cardNo'],
  [/dien thoai|^sdt|^dt$/, 'phone'],
];

/** Pasted cells as rows: by their heading if they carry one, else from the column on. A column of running numbers is dropped. */
export function pastedRows(text: string, from: QuickColumn): Typed[] {
  let cells = cellsOf(text);
  const head = cells[0] ?? [];
  const named = head.map((cell) => HEADERS.find(([pattern]) => pattern.test(fold(cell)))?.[1] ?? null);
  if (named.includes('fullName') && cells.length > 1)
    return cells.slice(1).map((row) => rowOf(row, (at) => named[at] ?? null));
  if (from === 'fullName' && head.length > 1 && cells.every((row) => /^\d{1,5}$/.test(row[0] ?? '')))
    cells = cells.map((row) => row.slice(1));
  const start = QUICK_COLUMNS.indexOf(from);
  return cells.map((row) => rowOf(row, (at) => QUICK_COLUMNS[start + at] ?? null));
}

function rowOf(cells: readonly string[], columnAt: (at: number) => QuickColumn | null): Typed {
  const typed = { ...NOTHING_TYPED };
  cells.forEach((cell, at) => {
    const column = columnAt(at);
    if (column) typed[column] = column === 'phone' && /^[1-9]\d{8}$/.test(cell) ? `0${cell}` : cell;
  });
  return typed;
}
