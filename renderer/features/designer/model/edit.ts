/** Changes of a layout, each answering a new one: what is not touched keeps its identity. Millimetres throughout. */
import type { Box, Layout } from '../../../../shared/domain/layout';
import { fitInto } from './place';

export type Item = Layout['items'][number];
export type ItemKind = Item['type'];

const ART: ReadonlySet<ItemKind> = new Set(['path', 'use', 'repeat', 'group']);

/** Ornament: drawn by curves, not by words and boxes. */
export const isArt = (item: Item): boolean => ART.has(item.type);
export const isLocked = (item: Item): boolean => item.locked ?? isArt(item);

/** To the hundredth of a millimetre, without the dust of binary fractions. */
export const tidy = (value: number): number => Math.round(value * 100) / 100 || 0;

export const itemOf = (layout: Layout, id: string): Item | undefined =>
  layout.items.find((item) => item.id === id);

/** Of the ids given, those that may be moved. */
export const looseOf = (layout: Layout, ids: readonly string[]): string[] =>
  ids.filter((id) => {
    const item = itemOf(layout, id);
    return item !== undefined && !isLocked(item);
  });

export function changeItems(layout: Layout, ids: readonly string[], change: (item: Item) => Item): Layout {
  const wanted = new Set(ids);
  return {
    ...layout,
    items: layout.items.map((item) => (item.id && wanted.has(item.id) ? change(item) : item)),
  };
}

/** Sets properties of one item; undefined takes a property away. */
export function setItem(layout: Layout, id: string, change: Readonly<Record<string, unknown>>): Layout {
  return changeItems(layout, [id], (item) => {
    const next: Record<string, unknown> = { ...item, ...change };
    for (const [key, value] of Object.entries(change)) if (value === undefined) delete next[key];
    return next as unknown as Item;
  });
}

export function moved(item: Item, dx: number, dy: number): Item {
  const x = tidy((item.x ?? 0) + dx);
  const y = tidy((item.y ?? 0) + dy);
  if (item.type === 'line') return { ...item, x, y, x2: tidy(item.x2 + dx), y2: tidy(item.y2 + dy) };
  return { ...item, x, y };
}

export const moveItems = (layout: Layout, ids: readonly string[], dx: number, dy: number): Layout =>
  changeItems(layout, ids, (item) => moved(item, dx, dy));

/** Gives an item with a box of its own another box; ornament only moves. */
export function resizeItem(layout: Layout, id: string, from: Box, to: Box): Layout {
  return changeItems(layout, [id], (item) => fitInto(item, from, to));
}

function freeId(layout: Layout, kind: string): string {
  const taken = new Set(layout.items.map((item) => item.id));
  for (let n = 1; ; n++) if (!taken.has(`${kind}-${n}`)) return `${kind}-${n}`;
}

/** Puts an item on top; answers the layout and the item's id. */
export function addItem(layout: Layout, item: Item): { layout: Layout; id: string } {
  const id = freeId(layout, item.type);
  return { layout: { ...layout, items: [...layout.items, { ...item, id }] }, id };
}

/** Adds copies of items a little to the right and below. */
export function addCopies(
  layout: Layout,
  items: readonly Item[],
  shift: number,
): { layout: Layout; ids: string[] } {
  let next = layout;
  const ids: string[] = [];
  for (const item of items) {
    const { id: _, ...rest } = moved(item, shift, shift);
    const added = addItem(next, { ...rest, locked: false } as Item);
    next = added.layout;
    ids.push(added.id);
  }
  return { layout: next, ids };
}

export function removeItems(layout: Layout, ids: readonly string[]): Layout {
  const gone = new Set(ids);
  return { ...layout, items: layout.items.filter((item) => !item.id || !gone.has(item.id)) };
}

export type Order = 'front' | 'forward' | 'backward' | 'back';

/** Later items are drawn over earlier ones. */
export function reorder(layout: Layout, ids: readonly string[], order: Order): Layout {
  const wanted = new Set(ids);
  const inside = (item: Item) => item.id !== undefined && wanted.has(item.id);
  if (order === 'front' || order === 'back') {
    const chosen = layout.items.filter(inside);
    const rest = layout.items.filter((item) => !inside(item));
    return { ...layout, items: order === 'front' ? [...rest, ...chosen] : [...chosen, ...rest] };
  }
  const items = order === 'forward' ? [...layout.items].reverse() : [...layout.items];
  for (let i = 1; i < items.length; i++) {
    const [before, item] = [items[i - 1] as Item, items[i] as Item];
    if (inside(item) && !inside(before)) [items[i - 1], items[i]] = [item, before];
  }
  return { ...layout, items: order === 'forward' ? items.reverse() : items };
}

/** The page in another size; items stay where they are from the top left corner. */
export function setPage(layout: Layout, w: number, h: number): Layout {
  const small = Math.min(w, h);
  const large = Math.max(w, h);
  const papers: Readonly<Record<string, string>> = { '210×297': 'A4', '297×420': 'A3', '148×210': 'A5' };
  const known = papers[`${small}×${large}`];
  const page = { ...layout.page, w, h, paper: known ?? 'riêng' };
  return { ...layout, page: { ...page, orientation: h > w ? 'portrait' : 'landscape' } };
}

export const setGuides = (layout: Layout, guides: { x: number[]; y: number[] }): Layout => ({
  ...layout,
  guides,
});
