/** Which rows are ticked: some by id, or all but some, so that 100.000 rows are ticked at once. */
import { useMemo, useState } from 'react';

export type RowKey = number | string;
export interface Selection {
  /** True: everything that meets the conditions, except `ids`. */
  readonly all: boolean;
  readonly ids: ReadonlySet<RowKey>;
}

const NONE: Selection = { all: false, ids: new Set() };

export interface SelectionControl {
  readonly value: Selection;
  has(key: RowKey): boolean;
  count(total: number): number;
  toggle(key: RowKey): void;
  /** Ticks these too. */
  add(keys: readonly RowKey[]): void;
  selectAll(): void;
  clear(): void;
  /** The ids as an array; `loadAll` answers every id of the list when all are ticked. */
  resolve<K extends RowKey>(loadAll: () => Promise<readonly K[]>): Promise<K[]>;
}

/** Ticks of a table. Clear it when the conditions of the list change. */
export function useSelection(): SelectionControl {
  const [value, setValue] = useState<Selection>(NONE);
  return useMemo(
    () => ({
      value,
      has: (key) => value.ids.has(key) !== value.all,
      count: (total) => (value.all ? Math.max(0, total - value.ids.size) : value.ids.size),
      toggle: (key) =>
        setValue((old) => {
          const ids = new Set(old.ids);
          if (!ids.delete(key)) ids.add(key);
          return { all: old.all, ids };
        }),
      add: (keys) =>
        setValue((old) => {
          const ids = new Set(old.ids);
          for (const key of keys) {
            if (old.all) ids.delete(key);
            else ids.add(key);
          }
          return { all: old.all, ids };
        }),
      selectAll: () => setValue({ all: true, ids: new Set() }),
      clear: () => setValue(NONE),
      resolve: async <K extends RowKey>(loadAll: () => Promise<readonly K[]>) =>
        value.all ? (await loadAll()).filter((key) => !value.ids.has(key)) : ([...value.ids] as K[]),
    }),
    [value],
  );
}
