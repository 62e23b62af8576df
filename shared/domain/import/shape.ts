/** The shape of a list: its headers in order, by which a mapping agreed to once is known again. */
import { TEXT_ENCODINGS, type TextEncodingName } from './encoding';
import { IMPORT_FIELDS, type ImportField, isExtraField } from './fields';
import { headerKey } from './vocabulary';

/** What was agreed for one column of a shape. */
export interface RememberedColumn {
  /** Header as it stood in the file. */
  label?: string;
  field: ImportField | null;
  encoding?: TextEncodingName;
  dateOrder?: 'dmy' | 'mdy';
}

/** The headers of a list made comparable, from the first to the last that says something; '' for a list without any. */
export function shapeOf(columns: readonly { label: string }[]): string {
  const keys = columns.map(({ label }) => headerKey(label) || (label.trim() ? '?' : ''));
  const from = keys.findIndex(Boolean);
  if (from < 0) return '';
  let to = keys.length;
  while (to > from && !keys[to - 1]) to -= 1;
  return keys.slice(from, to).join('|');
}

/** Column of the first header; a shape's columns are counted from it. */
export const shapeStart = (columns: readonly { label: string }[]) =>
  Math.max(
    0,
    columns.findIndex(({ label }) => label.trim() !== ''),
  );

/** How alike two shapes are: 1 for the same headers in the same order, less by what only one of them has. */
export function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const [one, other] = [a.split('|').filter(Boolean), b.split('|').filter(Boolean)];
  const words = new Set(other);
  const shared = new Set(one.filter((key) => words.has(key))).size;
  return (shared / new Set([...one, ...other]).size) * 0.99;
}

/** From this likeness on a remembered mapping is used. */
export const ALIKE = 0.75;

/** The remembered choices for the columns of a list of this shape or one much like it, by column. */
export function recall(
  columns: readonly { label: string }[],
  remembered: { shape: string; columns: readonly RememberedColumn[] },
): Map<number, RememberedColumn> {
  const found = new Map<number, RememberedColumn>();
  const start = shapeStart(columns);
  const keys = columns.map(({ label }) => headerKey(label) || (label.trim() ? '?' : ''));
  const known = remembered.shape.split('|');
  if (shapeOf(columns) === remembered.shape) {
    remembered.columns.forEach((choice, at) => {
      if (at < known.length) found.set(start + at, choice);
    });
    return found;
  }
  known.forEach((key, at) => {
    const column = keys.indexOf(key);
    const choice = remembered.columns[at];
    if (key && key !== '?' && choice && keys.lastIndexOf(key) === column && column >= 0)
      found.set(column, choice);
  });
  return found;
}

/** Reads remembered columns as they were stored; what is no longer known is left out. */
export function readRemembered(json: string): RememberedColumn[] {
  const stored: unknown = JSON.parse(json);
  if (!Array.isArray(stored)) return [];
  return stored.map((entry: Partial<RememberedColumn> | null) => ({
    ...(typeof entry?.label === 'string' ? { label: entry.label } : {}),
    field: entry?.field && isField(entry.field) ? entry.field : null,
    ...(TEXT_ENCODINGS.some((name) => name === entry?.encoding) ? { encoding: entry?.encoding } : {}),
    ...(entry?.dateOrder === 'dmy' || entry?.dateOrder === 'mdy' ? { dateOrder: entry.dateOrder } : {}),
  }));
}

const isField = (field: string): field is ImportField =>
  isExtraField(field) || IMPORT_FIELDS.some((known) => known === field);
