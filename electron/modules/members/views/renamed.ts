/** Saved filters follow when a choice they ask for gets another name. */
import type { Db } from '../../../db/database';
import { rewriteFilter, viewsNaming } from './repository';

/** Gives the values of every condition on `field` their new names. */
export function renameInFilters(
  db: Db,
  field: string,
  renamed: readonly { from: string; to: string }[],
): void {
  if (renamed.length === 0) return;
  const names = new Map<unknown, string>(renamed.map(({ from, to }) => [from, to]));
  for (const { id, filter } of viewsNaming(db, field)) {
    const next = JSON.stringify(JSON.parse(filter), (_key, value: unknown) => {
      if (!isConditionOn(value, field)) return value;
      return { ...value, values: value.values.map((one) => names.get(one) ?? one) };
    });
    if (next !== filter) rewriteFilter(db, id, next);
  }
}

const isConditionOn = (value: unknown, field: string): value is { field: string; values: unknown[] } =>
  typeof value === 'object' &&
  value !== null &&
  (value as { field?: unknown }).field === field &&
  Array.isArray((value as { values?: unknown }).values);
