/** Columns of a table: which are shown, in what order and how wide; remembered per table. */
import { type ReactNode, useMemo, useState } from 'react';

export interface Column<Row> {
  key: string;
  /** Head; units belong here: "Giá trị (đ)". */
  header: string;
  cell(row: Row): ReactNode;
  /** px; free space is shared in proportion. 140 unless told. */
  width?: number;
  /** Never wider than `width`. */
  fixed?: boolean;
  align?: 'right';
  /** Covered by the privacy key; by its key where nothing is said. */
  private?: boolean;
  /** The server's name of this order. */
  sort?: string;
  /** Not shown until chosen. */
  hidden?: boolean;
  /** Cannot be switched off (the name). */
  required?: boolean;
  /** Full text on hover for a shortened value. */
  title?(row: Row): string | undefined;
}

export interface ColumnLayout<Row> {
  readonly all: readonly Column<Row>[];
  readonly shown: readonly Column<Row>[];
  widthOf(column: Column<Row>): number;
  isShown(key: string): boolean;
  show(key: string, on: boolean): void;
  move(key: string, by: -1 | 1): void;
  resize(key: string, width: number): void;
  reset(): void;
}

/** A layout as it is kept: order of keys, rarer columns switched on, usual ones switched off, widths in px. */
export interface StoredLayout {
  order: string[];
  off: string[];
  on: string[];
  widths: Record<string, number>;
}
const EMPTY: StoredLayout = { order: [], off: [], on: [], widths: {} };
const MAX_CHARS = 4000;

function read(id: string | null): StoredLayout {
  if (!id) return EMPTY;
  try {
    return {
      ...EMPTY,
      ...(JSON.parse(localStorage.getItem(`so.columns.${id}`) ?? '{}') as Partial<StoredLayout>),
    };
  } catch {
    return EMPTY;
  }
}

/** Keeps a layout elsewhere than in this window's storage; null takes it back to the usual one. */
export interface LayoutKeeper {
  readonly value: StoredLayout | null;
  save(next: StoredLayout | null): void;
}

/** Column layout of the table `id` (null: not remembered), or as `keeper` has it. */
export function useColumns<Row>(
  id: string | null,
  columns: readonly Column<Row>[],
  keeper?: LayoutKeeper,
): ColumnLayout<Row> {
  const [own, setOwn] = useState(() => (keeper ? EMPTY : read(id)));
  const stored = keeper ? (keeper.value ?? EMPTY) : own;
  return useMemo(() => {
    const save = (next: StoredLayout) => {
      if (keeper) {
        keeper.save(next === EMPTY ? null : next);
        return;
      }
      setOwn(next);
      const text = JSON.stringify(next);
      if (!id || text.length > MAX_CHARS) return;
      try {
        localStorage.setItem(`so.columns.${id}`, text);
      } catch {
        // Storage full: the layout holds until the window closes.
      }
    };
    const rank = (column: Column<Row>) => {
      const at = stored.order.indexOf(column.key);
      return at < 0 ? columns.indexOf(column) : at;
    };
    const all = [...columns].sort((a, b) => rank(a) - rank(b));
    const isShown = (column: Column<Row>) =>
      column.required || (column.hidden ? stored.on.includes(column.key) : !stored.off.includes(column.key));
    return {
      all,
      shown: all.filter(isShown),
      widthOf: (column) => stored.widths[column.key] ?? column.width ?? 140,
      isShown: (key) => all.some((column) => column.key === key && isShown(column)),
      show: (key, on) =>
        save({
          ...stored,
          on: on ? [...new Set([...stored.on, key])] : stored.on.filter((one) => one !== key),
          off: on ? stored.off.filter((one) => one !== key) : [...new Set([...stored.off, key])],
        }),
      move: (key, by) => {
        const order = all.map((column) => column.key);
        const at = order.indexOf(key);
        const to = at + by;
        if (at < 0 || to < 0 || to >= order.length) return;
        order.splice(at, 1);
        order.splice(to, 0, key);
        save({ ...stored, order });
      },
      resize: (key, width) =>
        save({
          ...stored,
          widths: { ...stored.widths, [key]: Math.round(Math.max(48, Math.min(800, width))) },
        }),
      reset: () => save(EMPTY),
    };
  }, [columns, stored, id, keeper]);
}
