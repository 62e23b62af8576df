/** What can be done to what is chosen, for the toolbar and the keys alike. */
import { useMemo } from 'react';
import { type Box, type Layout, union } from '../../../shared/domain/layout';
import {
  addCopies,
  addItem,
  type Item,
  isLocked,
  looseOf,
  moveItems,
  type Order,
  removeItems,
  reorder,
} from './model/edit';
import { align, distribute, type Edge } from './model/place';
import type { Design } from './model/state';

/** Copied items, kept between layouts for as long as the program is open. */
let clipboard: readonly Item[] = [];

export type NewKind = 'text' | 'image' | 'line' | 'frame' | 'qr';

export interface Commands {
  nudge(dx: number, dy: number): void;
  remove(): void;
  clear(): void;
  all(): void;
  copy(): void;
  cut(): void;
  paste(): void;
  duplicate(): void;
  align(edge: Edge): void;
  distribute(axis: 'x' | 'y'): void;
  order(order: Order): void;
  add(kind: NewKind, more?: Partial<Item>): void;
}

/** A new item in the middle of the page. */
function fresh(kind: NewKind, layout: Layout, text: string): Item {
  const { w, h } = layout.page;
  const has = (name: string, other: string) => (layout.palette[name] ? name : other);
  const ink = has('ink', '#000000');
  const gold = has('gold', '#B58A2A');
  const box = (width: number, height: number) => ({
    x: Math.round((w - width) / 2),
    y: Math.round((h - height) / 2),
    w: width,
    h: height,
  });
  switch (kind) {
    case 'text':
      return {
        ...{ type: 'text', text, ...box(Math.min(120, w / 2), 10), font: 'Tinos', size: 14, colour: ink },
        ...{ align: 'center', valign: 'middle', blank: true, fit: { mode: 'shrink', min: 9 } },
      };
    case 'image':
      return { type: 'image', field: 'unit.emblem', ...box(24, 24), fit: 'contain' };
    case 'line':
      return {
        type: 'line',
        x: Math.round(w / 2 - 40),
        y: h / 2,
        x2: Math.round(w / 2 + 40),
        y2: h / 2,
        colour: gold,
        sw: 0.4,
      };
    case 'frame':
      return { type: 'frame', ...box(w - 20, h - 20), colour: gold, sw: 0.6, radius: 0 };
    default:
      return {
        type: 'qr',
        text: '{qr}',
        x: Math.round(w / 2 - 10),
        y: Math.round(h / 2 - 10),
        w: 20,
        level: 'M',
        colour: ink,
      };
  }
}

export function useCommands(design: Design, boxes: ReadonlyMap<string, Box>, newText: string): Commands {
  return useMemo(() => {
    const { layout, chosen } = design;
    const loose = looseOf(layout, chosen);
    const items = () => layout.items.filter((item) => item.id && chosen.includes(item.id));
    const page: Box = { x: 0, y: 0, w: layout.page.w, h: layout.page.h };
    const insert = (copies: readonly Item[]) => {
      if (copies.length === 0) return;
      const { layout: next, ids } = addCopies(layout, copies, 3);
      design.change(() => next);
      design.choose(ids);
    };
    const copy = () => {
      if (chosen.length > 0) clipboard = items();
    };
    const remove = () => {
      if (loose.length > 0) design.change((now) => removeItems(now, loose));
    };
    return {
      nudge: (dx, dy) => {
        if (loose.length > 0) design.change((now) => moveItems(now, loose, dx, dy), `nudge.${loose.join()}`);
      },
      remove,
      clear: () => design.choose([]),
      all: () => design.choose(layout.items.flatMap((item) => (item.id && !isLocked(item) ? [item.id] : []))),
      copy,
      cut: () => {
        copy();
        remove();
      },
      paste: () => insert(clipboard),
      duplicate: () => insert(items()),
      align: (edge) => {
        const frame = loose.length > 1 ? union(loose.map((id) => boxes.get(id) ?? null)) : page;
        if (frame && loose.length > 0) design.change((now) => align(now, boxes, loose, frame, edge));
      },
      distribute: (axis) => design.change((now) => distribute(now, boxes, loose, axis)),
      order: (order) => {
        if (chosen.length > 0) design.change((now) => reorder(now, chosen, order));
      },
      add: (kind, more = {}) => {
        const added = addItem(layout, { ...fresh(kind, layout, newText), ...more } as Item);
        design.change(() => added.layout);
        design.choose([added.id]);
      },
    };
  }, [design, boxes, newText]);
}
